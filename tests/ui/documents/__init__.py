"""Official documents in the window: what is printed, the forms, the pack, and checking copies."""
