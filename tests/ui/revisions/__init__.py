"""The revisions: the timeline to choose from, restoring, and what is kept by itself."""
