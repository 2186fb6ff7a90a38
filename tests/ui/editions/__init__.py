"""The view of a plan's editions."""
