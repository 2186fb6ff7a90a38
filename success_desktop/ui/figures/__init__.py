"""Pictures of the plan, drawn: the timeline, and charts of its money and its work."""
