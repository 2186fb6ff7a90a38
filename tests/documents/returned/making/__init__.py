"""Making the files that come back: what people do to a plan that was sent to them, and what must come out of it.

``python -m tests.documents.returned.making`` makes them anew; with ``office`` also those that LibreOffice saves.
"""
