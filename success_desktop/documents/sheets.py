"""The paper a document is printed on, and the room its margins leave: the same for every format."""

from dataclasses import dataclass

from success_desktop.documents.outline_blocks import Margins, Orientation, Paper


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper, lengths in twips (twentieths of a point): its size and the margins around the text."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    @property
    def text_width(self) -> int:
        """The width of the lines."""
        return self.width - self.left - self.right


_SIZES: dict[Paper, tuple[int, int]] = {"A4": (11906, 16838), "F4": (12246, 18709), "A3": (16838, 23811)}
_Edges = tuple[int, int, int, int]
_EDGES: dict[tuple[Margins, Orientation], _Edges] = {
    ("plan", "portrait"): (1701, 1134, 1417, 1134),
    ("plan", "landscape"): (850, 850, 1247, 1021),
    ("form", "portrait"): (454, 454, 1247, 1021),
    ("form", "landscape"): (454, 454, 1247, 1021),
    ("letter", "portrait"): (1701, 1134, 1417, 1134),
    ("letter", "landscape"): (1701, 1134, 1417, 1134),
}
"""Left, right, top and bottom. A letter's are those of the rule on official correspondence: 3, 2, 2.5 and 2 cm."""


def sheet_of(orientation: Orientation, margins: Margins = "plan", paper: Paper = "A4") -> Page:
    """The sheet for pages that lie so, with such margins, on such paper."""
    short, long = _SIZES[paper]
    width, height = (long, short) if orientation == "landscape" else (short, long)
    return Page(width, height, *_EDGES[margins, orientation])
