"""Official forms filled in with the rows of a plan: for Word, PDF and Excel alike."""
