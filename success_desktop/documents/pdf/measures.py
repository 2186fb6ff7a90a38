"""Lengths of the printed page in points: sizes of type that look like the Word file's, and the room on a sheet."""

from dataclasses import dataclass

from success_desktop.documents.sheets import Page
from success_desktop.documents.word_fonts import EMBEDDED_FONT, font_size, line_height

CM = 72 / 2.54
MM = CM / 10
_TWIPS = 20


def type_size(points: float) -> float:
    """The size at which the program's own font looks as large as TH Sarabun at `points`."""
    return font_size(EMBEDDED_FONT, points) / 2


def leading(points: float) -> float:
    """The distance of lines where TH Sarabun would be set at `points`."""
    return line_height(points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper in points, counted from its lower left corner: its size and the edges of the text on it."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """The width of the lines."""
        return self.right - self.left

    @property
    def text_height(self) -> float:
        """What there is for text from top to bottom."""
        return self.top - self.bottom


def measure_sheet(page: Page, head: float, foot: float) -> Sheet:
    """A sheet with its margins; `head` and `foot` are what the lines repeated there take from the paper's edges."""
    width, height = page.width / _TWIPS, page.height / _TWIPS
    return Sheet(
        width,
        height,
        page.left / _TWIPS,
        width - page.right / _TWIPS,
        height - max(page.top / _TWIPS, head),
        max(page.bottom / _TWIPS, foot),
    )
