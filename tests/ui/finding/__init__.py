"""Promises of finding and replacing on the screen."""
