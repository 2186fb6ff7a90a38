"""Finding and replacing on the screen: the panel, the marks on the page, and the way from hit to hit."""
