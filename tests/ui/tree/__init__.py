"""Promises of the outline."""
