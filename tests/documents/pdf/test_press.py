"""Turning pages, and noting where everything stands."""

from dataclasses import dataclass

from success_desktop.documents.outline_blocks import Section
from success_desktop.documents.pdf.boxes import Place
from success_desktop.documents.pdf.margins import Margins
from success_desktop.documents.pdf.pen import Pen, make_pen
from success_desktop.documents.pdf.press import OutlineEntry, Press
from success_desktop.documents.word_pages import list_pages
from tests.documents.pdf.pdf_outlines import outline

MARGINS = Margins(outline(), next(list_pages(outline(sections=(Section("portrait", (), ()),)))))
HEADING = OutlineEntry("_Toc000000001", 1, "ความเป็นมา")


@dataclass(frozen=True)
class Marks:
    """A piece of nothing but places."""

    places: tuple[Place, ...]
    height: float = 10

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Leave a mark of where it was drawn."""
        pen.book.code.append(f"at {x:.0f} {top:.0f}")


def nobody() -> None:
    """No one follows."""


def test_pages_are_numbered_on_through_changes_of_their_looks():
    press = Press(None, {}, nobody)
    for number_format, start, count in (
        ("", None, 1),
        ("decimal", 9, 2),
        ("thaiNumbers", None, 2),
        ("thaiLetters", 1, 1),
    ):
        press.change(number_format, start)
        for _page in range(count):
            press.open_page(MARGINS)
            press.close_page(MARGINS)
    assert press.labels == ["", "9", "10", "๑๑", "๑๒", "ก"]


def test_a_row_is_on_the_first_of_its_pages():
    press = Press(None, {}, nobody)
    press.change("decimal", 1)
    for name in ("r_1", "r_2"):
        press.open_page(MARGINS)
        press.place(Marks((Place(name, "n1", 0), Place("again", "n1", 0))), 0, 0)
    places = press.list_places(press.number)
    assert places.page_of == {"r_1": 1, "again": 1, "r_2": 2}
    assert places.page_of_row == {"n1": 1}
    assert press.row_count == 4


def test_headings_are_listed_in_the_order_of_the_document():
    press = Press(None, {"b": HEADING, "a": HEADING}, nobody)
    press.change("decimal", 4)
    press.open_page(MARGINS)
    press.place(Marks((Place("b", "", 0), Place("f_label", "", 0))), 0, 0)
    press.open_page(MARGINS)
    press.place(Marks((Place("a", "", 0),)), 0, 0)
    assert press.page_of("a") == 5
    places = press.list_places(5)
    assert places.heading_pages == (4, 5)
    assert places.page_of_row == {}
    assert (places.page_count, places.last_page) == (2, 5)


def test_pieces_are_drawn_where_there_is_a_pen():
    pen = make_pen()
    pages: list[int] = []
    press = Press(pen, {HEADING.name: HEADING}, lambda: pages.append(pen.book.page_count))
    press.change("decimal", 1)
    press.open_page(MARGINS)
    press.place(Marks((Place(HEADING.name, "", 3), Place("f_label", "", 3))), 10, 500)
    assert "at 10 500" in pen.book.code
    press.close_page(MARGINS)
    press.open_page(MARGINS)
    press.place(Marks(()), 20, 600)
    press.close_page(MARGINS)
    assert pages == [1, 2]
    assert len(pen.tags.owners) == 2
