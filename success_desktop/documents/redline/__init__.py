"""Word files with tracked changes: woven from what the program's own writer makes of two versions of a plan."""
