"""Spelling on the screen: marks under misspelt words, their menu, and the panel that goes from one to the next."""
