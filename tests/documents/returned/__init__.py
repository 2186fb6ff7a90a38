"""Word files that come back: each is read whole, nothing in it is lost, and a hostile one does no harm."""
