"""Promises about the code itself: rooms, sizes, catalogues, resources."""
