"""Pictures of the window, and the window as the program opens it."""
