"""Paragraphs on their way down the pages: where they part, and what is kept together."""

from typing import Any

import pytest

from success_desktop.documents.pdf.boxes import Place
from success_desktop.documents.pdf.pen import make_pen
from success_desktop.documents.pdf.styles import BODY_THAI, FIELD_LABEL, PARAGRAPHS, TextStyle
from success_desktop.documents.pdf.tags import Element
from success_desktop.documents.pdf.text import Run
from success_desktop.documents.pdf.text_box import Blank, Tag, TextBox

WIDTH = 400.0
LINE = BODY_THAI.leading
AMPLE = 1000.0


def box_of(lines: int, style: TextStyle = BODY_THAI, **more: Any) -> TextBox:
    """A paragraph of so many lines."""
    return TextBox([Run("\n".join(f"บรรทัดที่ {number}" for number in range(lines)))], style, WIDTH, **more)


def take_all(box: TextBox, rooms: list[float]) -> list[int]:
    """How many lines are taken on pages of such rooms, each a fresh one but the first; 0 for a page that is turned."""
    counts = []
    for number, room in enumerate(rooms):
        piece = box.take(room, is_fresh=number > 0)
        counts.append(len(piece.lines) if piece else 0)
    return counts


@pytest.mark.parametrize(
    ("lines", "rooms", "taken"),
    [
        (5, [5], [5]),
        (5, [3, 9], [3, 2]),
        (5, [4, 9], [3, 2]),
        (5, [1, 9], [0, 5]),
        (3, [2, 9], [0, 3]),
        (2, [1, 9], [0, 2]),
        (1, [0, 9], [0, 1]),
        (9, [2, 4, 9], [2, 4, 3]),
    ],
)
def test_two_lines_of_a_paragraph_stay_together(lines, rooms, taken):
    box = box_of(lines)
    assert take_all(box, [room * LINE for room in rooms]) == taken
    assert box.is_done


def test_a_page_too_low_for_two_lines_gets_one():
    box = box_of(3)
    assert take_all(box, [0, LINE * 1.5, LINE * 1.5, LINE * 1.5]) == [0, 1, 1, 1]
    low = box_of(2)
    piece = low.take(1.0, is_fresh=True)
    assert piece is not None
    assert len(piece.lines) == 1


def test_a_kept_paragraph_stays_whole():
    box = box_of(4, FIELD_LABEL)
    assert box.is_kept
    assert box.least == pytest.approx(4 + 4 * FIELD_LABEL.leading)
    assert take_all(box, [FIELD_LABEL.leading * 4, AMPLE]) == [0, 4]


@pytest.mark.parametrize(("lines", "together"), [(1, 1), (2, 2), (3, 3), (4, 2), (40, 2)])
def test_the_least_of_a_paragraph_is_its_first_two_lines(lines, together):
    assert box_of(lines).least == pytest.approx(together * LINE)


def test_the_blank_above_is_left_out_at_the_top_of_a_page():
    style = TextStyle(before=10, after=6)
    piece = box_of(1, style).take(AMPLE, is_fresh=False)
    assert piece is not None
    assert piece.height == pytest.approx(10 + style.leading + 6)
    fresh = box_of(1, style).take(AMPLE, is_fresh=True)
    assert fresh is not None
    assert fresh.height == pytest.approx(style.leading + 6)


def test_the_blank_below_shrinks_at_the_foot_of_a_page_and_stands_below_the_last_line_only():
    style = TextStyle(after=6)
    box = box_of(6, style)
    first = box.take(style.leading * 3 + 10, is_fresh=True)
    last = box.take(style.leading * 3 + 2, is_fresh=True)
    assert first is not None
    assert last is not None
    assert first.after == 0
    assert last.after == pytest.approx(2)


def test_what_a_paragraph_is_the_place_of_begins_in_its_first_piece():
    place = Place("f_x", "", 0)
    box = box_of(6, places=[place])
    first, second = box.take(LINE * 3, is_fresh=True), box.take(LINE * 9, is_fresh=True)
    assert first is not None
    assert second is not None
    assert (list(first.places), list(second.places)) == ([place], [])


def test_pieces_of_one_paragraph_bear_one_tag():
    pen = make_pen()
    box = box_of(6)
    for _page in range(2):
        pen.book.open_page(500, 500)
        piece = box.take(LINE * 3, is_fresh=True)
        assert piece is not None
        piece.draw(pen, 50, 450)
        pen.book.close_page()
        pen.tags.turn(pen.book.code)
    (element,) = pen.tags.root.kids
    assert isinstance(element, Element)
    assert element.role == "P"
    assert element.kids == [(0, 0), (1, 0)]


def test_a_tag_may_belong_to_another():
    pen = make_pen()
    heading = Tag("H2")
    english = Tag("Span", heading, "en").element(pen.tags)
    assert english.parent is heading.element(pen.tags)
    assert english.language == "en"
    assert len(pen.tags.root.kids) == 1


def draw_boxed(counts: list[int]) -> list[int]:
    """The number of lines of the frame on each page where so many lines of a boxed paragraph of nine stand."""
    pen = make_pen()
    style = PARAGRAPHS["boxed"]
    box = box_of(sum(counts), style)
    box.edges.update(("first", "last"))
    lines = []
    for count in counts:
        pen.book.open_page(500, 500)
        piece = box.take(count * style.leading + style.before, is_fresh=True)
        assert piece is not None
        assert len(piece.lines) == count
        before = len(pen.book.code)
        piece.draw(pen, 50, 450)
        drawn = " ".join(pen.book.code[before:]).split()
        lines.append(drawn.count("l"))
        pen.book.close_page()
        pen.tags.turn(pen.book.code)
    return lines


def test_a_frame_is_open_where_its_text_goes_on():
    assert draw_boxed([4]) == [4]
    assert draw_boxed([3, 3, 3]) == [3, 2, 3]


def test_a_blank_shrinks_at_the_edges_of_a_page():
    assert Blank(8).take(AMPLE, is_fresh=False).height == 8
    assert Blank(8).take(3, is_fresh=False).height == 3
    assert Blank(8).take(-1, is_fresh=False).height == 0
    assert Blank(8).take(AMPLE, is_fresh=True).height == 0


def test_a_fixed_blank_stays_at_the_top_of_a_page():
    blank = Blank(150, is_fixed=True)
    assert not blank.is_done
    assert blank.take(AMPLE, is_fresh=True).height == 150
    assert blank.is_done


def test_nothing_is_drawn_of_a_blank():
    pen = make_pen()
    Blank(8).take(AMPLE, is_fresh=False).draw(pen, 0, 0)
    assert pen.tags.owners == [[]]
