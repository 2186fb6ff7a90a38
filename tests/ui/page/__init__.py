"""Promises of the page."""
