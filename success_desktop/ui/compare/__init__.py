"""Two points of the plan’s history beside each other: what differs, who made it differ, and what that does to the money."""
