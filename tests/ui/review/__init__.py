"""Sending a draft out to be reviewed, bringing in what comes back, meetings and forms, and answering."""
