"""Stories from a user's point of view, told whole: through the command line and the window, with real files."""
