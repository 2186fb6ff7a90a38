"""The page: one node of the plan as a form in both languages."""
