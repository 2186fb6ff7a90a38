"""Turning pages and putting pieces on them, while it is noted where everything stands.

Without a pen nothing is drawn: then the pages are only laid out.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from success_desktop.documents.pdf.boxes import Piece
from success_desktop.documents.pdf.margins import Margins
from success_desktop.documents.pdf.page_names import name_page
from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.pdf.places import PrintedPlaces


class OutlineEntry(NamedTuple):
    """A heading: the name of its place, its level from 1, and what it says.

    An official form's title is one for the outline alone: the contents do not list it (`is_listed`).
    """

    name: str
    level: int
    text: str
    is_listed: bool = True


class Press:
    """The pages of one document, one after the other. `number` is that of the page in hand, as it is printed.

    `headings` are the headings by the names of their places: they go into the outline. `on_page` is called after each page
    and may raise to stop.
    """

    def __init__(
        self, pen: Pen | None, headings: Mapping[str, OutlineEntry], on_page: Callable[[], None]
    ) -> None:
        self._pen = pen
        self._headings = headings
        self._on_page = on_page
        self.number = 0
        self.labels: list[str] = []
        self.row_count = 0
        self._page_of: dict[str, int] = {}
        self._page_of_row: dict[str, int] = {}
        self._number_format = ""
        self._is_first = True

    def change(self, number_format: str, number: int | None) -> None:
        """Number the pages from here on so, the first of them bearing `number` (None: they count on).

        With the format "" they bear none.
        """
        self._number_format = number_format
        self._is_first = True
        if number is not None:
            self.number = number - 1

    def open_page(self, margins: Margins) -> None:
        """Begin the next page."""
        self.number += 1
        name = name_page(self.number, self._number_format) if self._number_format else ""
        self.labels.append(name)
        if self._pen:
            if self._pen.book.page_count:
                self._pen.tags.turn(self._pen.book.code)
            self._pen.book.open_page(margins.sheet.width, margins.sheet.height)
            margins.draw(self._pen, name, is_first=self._is_first)
        self._is_first = False

    def close_page(self, margins: Margins) -> None:
        """End the page in hand."""
        if self._pen:
            margins.draw_watermark(self._pen)
            self._pen.book.close_page()
        self._on_page()

    def place(self, piece: Piece, x: float, top: float) -> None:
        """Put a piece on the page in hand, and note what begins in it."""
        for place in piece.places:
            self._page_of.setdefault(place.name, self.number)
            if place.node_id:
                self._page_of_row.setdefault(place.node_id, self.number)
                self.row_count += 1
            elif self._pen:
                self._add_heading(self._pen, place.name, top - place.down)
        if self._pen:
            piece.draw(self._pen, x, top)

    def page_of(self, name: str) -> int:
        """The printed number of the page with a place."""
        return self._page_of[name]

    def list_places(self, last_page: int) -> PrintedPlaces:
        """Where everything was printed, the last page of the text bearing the number `last_page`."""
        return PrintedPlaces(
            self._page_of,
            self._page_of_row,
            tuple(self._page_of[name] for name, entry in self._headings.items() if entry.is_listed),
            len(self.labels),
            last_page,
        )

    def _add_heading(self, pen: Pen, name: str, top: float) -> None:
        entry = self._headings.get(name)
        if entry:
            pen.book.add_place(name, top)
            pen.book.add_outline_entry(entry.text, name, entry.level - 1)
