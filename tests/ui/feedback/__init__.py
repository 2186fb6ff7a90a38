"""The panel of feedback: its cards, its filters, what is decided there, and the marks on the page."""
