"""Everything that a person can ask the window to do: one action, one row, in one module for each menu."""
