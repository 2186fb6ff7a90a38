"""Boxes flowing down pages that look alike: what is kept together stays together, what is too long goes on overleaf."""

from collections.abc import Iterable

from success_desktop.documents.pdf.boxes import Box
from success_desktop.documents.pdf.margins import Margins
from success_desktop.documents.pdf.press import Press
from success_desktop.documents.pdf.text_box import TextBox

_HAIR = 0.01
"""Points by which a page may be overfull, since lengths are sums of fractions."""


class Flow:
    """Fills pages from the top. The first page is begun at once, so that even nothing has a page of its own."""

    def __init__(self, press: Press, margins: Margins) -> None:
        self._press = press
        self._margins = margins
        self._sheet = margins.sheet
        self._used = 0.0
        self._is_fresh = True
        self._kept: list[Box] = []
        press.open_page(margins)

    def pour(self, boxes: Iterable[Box]) -> None:
        """Put boxes on the pages, and end the last page."""
        above: Box | None = None
        for box in boxes:
            if isinstance(box, TextBox) and isinstance(above, TextBox):
                box.follow(above)
            above = box
            self._kept.append(box)
            if not box.is_kept:
                self._place_kept()
        self._place_kept()
        self._press.close_page(self._margins)

    def turn(self) -> None:
        """Go to the next page."""
        self._press.close_page(self._margins)
        self._press.open_page(self._margins)
        self._used, self._is_fresh = 0.0, True

    def _place_kept(self) -> None:
        """Place what must begin together, on a new page if there is not enough room left for the least of it."""
        need = sum(box.least for box in self._kept)
        if not self._is_fresh and self._used + need > self._sheet.text_height + _HAIR:
            self.turn()
        is_parted = need > self._sheet.text_height + _HAIR
        for box in self._kept:
            self._place(box, is_parted=is_parted)
        self._kept = []

    def _place(self, box: Box, *, is_parted: bool) -> None:
        """Place a box on this page and those after it.

        A box that cannot have all that must begin together on one page (`is_parted`) begins below its titles even so, where
        half the page is left: titles do not stand there alone.
        """
        while not box.is_done:
            room = self._sheet.text_height - self._used + _HAIR
            is_forced = is_parted and room > self._sheet.text_height / 2
            piece = box.take(room, is_fresh=self._is_fresh or is_forced)
            is_parted = False
            if piece is None:
                self.turn()
                continue
            self._press.place(piece, self._sheet.left, self._sheet.top - self._used)
            self._used += piece.height
            if piece.height:
                self._is_fresh = False
