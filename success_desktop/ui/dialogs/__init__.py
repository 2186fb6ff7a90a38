"""The dialogs: each asks one thing, says what will happen, and returns what was chosen."""
