"""What flows down the pages of a PDF: boxes, taken piece by piece as the pages have room. All lengths are in points."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from success_desktop.documents.pdf.pen import Pen


class Place(NamedTuple):
    """An anchor that begins in a piece, `down` points below the piece's upper edge; `node_id` is "" for what is no row."""

    name: str
    node_id: str
    down: float


class Piece(Protocol):
    """What of a box stands on one page."""

    @property
    def height(self) -> float:
        """What it takes of the page from top to bottom."""

    @property
    def places(self) -> Sequence[Place]:
        """The anchors that begin in it."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its left edge at `x` and its upper edge at `top`; never called when only laying out."""


class Box(Protocol):
    """Something to be printed that may go on over pages. It is taken once, from its beginning to its end."""

    @property
    def least(self) -> float:
        """The height that must stand on the page where the box begins: of a kept box all of it."""

    @property
    def is_kept(self) -> bool:
        """Whether it stands on the page where the next box begins."""

    @property
    def is_done(self) -> bool:
        """Whether all of it has been taken."""

    def take(self, room: float, *, is_fresh: bool) -> Piece | None:
        """The next piece, at most `room` high; None when nothing fits and the page must be turned.

        At the top of a page (`is_fresh`) something is always taken, however little room there is.
        """
