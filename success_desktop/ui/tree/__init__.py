"""The outline: the plan's nodes as a tree to look through, search and rearrange."""
