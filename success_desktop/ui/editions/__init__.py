"""The view of a plan's editions: which there are, what the open one amends and why, and adopting it."""
