"""Boxes flowing down pages: nothing is lost, what belongs together stays together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest

from success_desktop.documents.outline_blocks import Section
from success_desktop.documents.pdf.boxes import Box, Place
from success_desktop.documents.pdf.flow import Flow
from success_desktop.documents.pdf.margins import Margins
from success_desktop.documents.pdf.pen import Pen, make_pen
from success_desktop.documents.pdf.press import OutlineEntry, Press
from success_desktop.documents.pdf.styles import TextStyle
from success_desktop.documents.pdf.text import Run
from success_desktop.documents.pdf.text_box import Blank, TextBox
from success_desktop.documents.word_pages import list_pages
from tests.documents.pdf.pdf_outlines import outline

MARGINS = Margins(outline(), next(list_pages(outline(sections=(Section("portrait", (), ()),)))))
PAGE = MARGINS.sheet.text_height


@dataclass(frozen=True)
class SlabPiece:
    """Part of a slab."""

    height: float
    places: Sequence[Place]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Slabs are not seen."""


class Slab:
    """So many points of something that may part anywhere after its first `least` points."""

    def __init__(
        self, name: str, height: float, least: float | None = None, *, is_kept: bool = False
    ) -> None:
        self.name = name
        self.least = height if least is None else least
        self.is_kept = is_kept
        self._left = height
        self._is_begun = False

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self._left <= 0

    def take(self, room: float, *, is_fresh: bool) -> SlabPiece | None:
        """What there is room for."""
        if room < min(self.least, self._left) and not is_fresh:
            return None
        height = min(room, self._left)
        self._left -= height
        places = [] if self._is_begun else [Place(self.name, self.name, 0)]
        self._is_begun = True
        return SlabPiece(height, places)


def lay_out(*boxes: Box) -> tuple[dict[str, int], int]:
    """On which page each box begins, and how many pages there are."""
    press = Press(None, {}, lambda: None)
    press.change("decimal", 1)
    Flow(press, MARGINS).pour(boxes)
    places = press.list_places(press.number)
    return dict(places.page_of), places.page_count


def test_a_page_is_filled_before_it_is_turned():
    assert lay_out(Slab("a", PAGE / 2), Slab("b", PAGE / 2), Slab("c", 1)) == ({"a": 1, "b": 1, "c": 2}, 2)


def test_what_does_not_fit_goes_to_the_next_page():
    assert lay_out(Slab("a", PAGE - 10), Slab("b", 11)) == ({"a": 1, "b": 2}, 2)


def test_what_may_part_begins_where_its_least_has_room():
    assert lay_out(Slab("a", PAGE - 10), Slab("b", PAGE, least=10)) == ({"a": 1, "b": 1}, 2)
    assert lay_out(Slab("a", PAGE - 10), Slab("b", PAGE, least=11)) == ({"a": 1, "b": 2}, 2)


def test_what_is_longer_than_pages_goes_on_over_them():
    assert lay_out(Slab("a", PAGE * 3.5, least=5), Slab("b", PAGE / 4)) == ({"a": 1, "b": 4}, 4)


def test_headings_go_with_what_they_head():
    boxes = (
        Slab("text", PAGE - 50),
        Slab("heading", 20, is_kept=True),
        Slab("label", 20, is_kept=True),
        Slab("table", 300, least=30),
    )
    assert lay_out(*boxes) == ({"text": 1, "heading": 2, "label": 2, "table": 2}, 2)


def test_headings_stay_where_the_least_of_what_they_head_has_room():
    boxes = (Slab("text", PAGE - 50), Slab("heading", 20, is_kept=True), Slab("table", 300, least=30))
    assert lay_out(*boxes) == ({"text": 1, "heading": 1, "table": 1}, 2)


def test_what_is_higher_than_a_page_begins_below_its_heading_even_so():
    heading = Slab("heading", PAGE / 3, is_kept=True)
    boxes = (Slab("text", 10), heading, Slab("table", PAGE * 1.5, least=PAGE * 0.9), Slab("end", 1))
    assert lay_out(*boxes) == ({"text": 1, "heading": 2, "table": 2, "end": 3}, 3)


def test_below_a_heading_that_leaves_less_than_half_a_page_the_rest_begins_overleaf():
    heading = Slab("heading", PAGE * 0.6, is_kept=True)
    assert lay_out(heading, Slab("table", PAGE, least=PAGE * 0.9)) == ({"heading": 1, "table": 2}, 2)


def test_a_heading_at_the_end_is_not_lost():
    assert lay_out(Slab("text", PAGE), Slab("heading", 20, is_kept=True)) == ({"text": 1, "heading": 2}, 2)


def test_more_headings_than_a_page_holds_go_on_overleaf():
    boxes = [Slab(f"h{number}", PAGE / 3, is_kept=True) for number in range(5)]
    places, count = lay_out(Slab("text", 10), *boxes, Slab("end", 5))
    assert places == {"text": 1, "h0": 2, "h1": 2, "h2": 2, "h3": 3, "h4": 3, "end": 3}
    assert count == 3


def test_lengths_that_fill_a_page_but_for_a_hair_fill_it():
    boxes = [Slab(str(number), PAGE / 7) for number in range(14)]
    places, count = lay_out(*boxes)
    assert count == 2
    assert places["6"] == 1
    assert places["7"] == 2


def test_a_blank_at_the_top_of_a_page_leaves_it_fresh():
    boxes = (Slab("a", PAGE), Blank(8), Slab("b", PAGE * 2))
    assert lay_out(*boxes) == ({"a": 1, "b": 2}, 3)


def heights(*styles: TextStyle) -> list[float]:
    """How far below each other paragraphs of one line begin, in the styles given."""
    boxes = [
        TextBox([Run("ก")], style, 400, places=[Place(str(at), "", 0)]) for at, style in enumerate(styles)
    ]
    pen = make_pen()
    press = Press(pen, {str(at): OutlineEntry(str(at), 1, "ก") for at in range(len(styles))}, lambda: None)
    press.change("decimal", 1)
    Flow(press, MARGINS).pour(boxes)
    tops = [float(place.fmt.top) for place in pen.canvas._destinations.values()]
    return [above - below for above, below in pairwise(tops)]


def test_of_the_blanks_between_paragraphs_the_larger_one_counts():
    plain, loose = TextStyle(), TextStyle(before=14, after=9)
    line = plain.leading
    assert heights(plain, plain) == [pytest.approx(line)]
    assert heights(loose, plain, plain) == pytest.approx([line + 9, line])
    assert heights(plain, loose, loose, plain) == pytest.approx([line, 14 + line + 9, 5 + line + 9])


def test_nothing_at_all_has_a_page():
    assert lay_out() == ({}, 1)


@pytest.mark.parametrize("height", [PAGE, PAGE * 2])
def test_no_page_is_left_empty_behind_a_full_one(height):
    assert lay_out(Slab("a", height, least=1)) == ({"a": 1}, round(height / PAGE))
