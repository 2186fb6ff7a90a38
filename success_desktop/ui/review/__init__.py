"""Sending a draft out to be reviewed, bringing back what reviewers said, and answering them."""
