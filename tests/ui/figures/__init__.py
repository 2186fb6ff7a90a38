"""The pictures of the plan."""
