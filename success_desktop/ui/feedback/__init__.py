"""The feedback on a plan beside its text: cards, what is decided on them, and their marks on the page."""
