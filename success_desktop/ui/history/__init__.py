"""The life of what is chosen: who changed it, when, from what to what."""
