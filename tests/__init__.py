"""Promises that the program keeps; the folders mirror its rooms."""
