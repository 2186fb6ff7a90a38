"""What a plan is: plain Python, no input or output, no clock."""
