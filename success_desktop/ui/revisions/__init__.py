"""The revisions of the draft: a timeline of cards to choose from, and what restoring from one would do."""
