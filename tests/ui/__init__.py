"""What a person sees and does in the window, with real widgets and real plan files."""
