"""Files that go out and come back: Word, Excel, CSV."""
