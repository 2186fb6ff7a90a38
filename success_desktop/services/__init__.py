"""What a person can do with a plan: one verb, one function."""
