"""What pages are drawn with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from success_desktop.documents.pdf.book import PageBook
from success_desktop.documents.pdf.tags import Tagger
from success_desktop.documents.pdf.text import TextLayer

_BLACK = "0 g"


@dataclass(frozen=True, slots=True)
class Pen:
    """The file with the page in hand, the layer that sets text on it, and the tags that say what was drawn."""

    book: PageBook
    text: TextLayer
    tags: Tagger

    @property
    def canvas(self) -> Any:
        """The canvas of the page in hand."""
        return self.book.canvas

    @contextmanager
    def coloured(self, colour: str) -> Iterator[None]:
        """While this lasts, draw and fill in `colour` (RRGGBB; "" for black)."""
        if not colour:
            yield
            return
        shares = " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (0, 2, 4))
        self.book.code.append(f"{shares} rg {shares} RG")
        yield
        self.book.code.append(f"{_BLACK} 0 G")


def make_pen() -> Pen:
    """A pen with an empty file of its own."""
    book = PageBook()
    return Pen(book, TextLayer(book.canvas), Tagger(book.code))
