"""Word files that come back from reviewers: what is in them, and which field of the plan each thing belongs to."""
