"""The pages of a document in runs that look alike: cover, contents, then the sections."""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.outline_blocks import Margins, Orientation, Outline, Paper, Phrases
from success_desktop.documents.sheets import Page, sheet_of


class Pages(NamedTuple):
    """Pages that look alike. `stamp` is None on the cover, which has neither head nor foot; `start` numbers the first.

    With `is_numbered_above` they are a letter's: their number stands above, from the second on, and nothing below.
    """

    orientation: Orientation
    number_format: str
    start: int | None = None
    stamp: Phrases | None = ()
    margins: Margins = "plan"
    paper: Paper = "A4"
    is_numbered_above: bool = False

    @property
    def sheet(self) -> Page:
        """The paper and its margins."""
        return sheet_of(self.orientation, self.margins, self.paper)

    @property
    def look(self) -> tuple[object, ...]:
        """What pages have in common that share the lines at their head and foot."""
        return self.orientation, self.stamp, self.margins, self.is_numbered_above


def list_pages(outline: Outline) -> Iterator[Pages]:
    """In the order of the document: the cover, the contents in ก ข ค or i ii iii, then the sections in numbers."""
    paper = outline.paper
    if outline.cover:
        yield Pages("portrait", "decimal", stamp=None, paper=paper)
    if outline.contents_title:
        letters = "lowerRoman" if outline.language == "en" else "thaiLetters"
        yield Pages("portrait", letters, 1, paper=paper)
    digits = "thaiNumbers" if outline.has_thai_digits else "decimal"
    for place, section in enumerate(outline.sections):
        yield Pages(
            section.orientation,
            digits,
            None if place else outline.first_page,
            section.stamp,
            section.margins,
            paper,
            section.is_numbered_above,
        )
