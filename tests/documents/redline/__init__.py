"""Proof that a redline holds two documents: all its changes rejected it is the old one, all accepted the new one."""
