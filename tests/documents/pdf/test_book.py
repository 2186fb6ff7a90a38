"""The file that pages are drawn into."""

import io

import pikepdf
import pytest

from success_desktop.documents.pdf.book import FIRST_LINK_KEY, PageBook
from success_desktop.documents.pdf.object_file import ObjectFile
from success_desktop.documents.pdf.pen import make_pen
from tests.documents.pdf.pdf_reading import list_bookmarks


def finish(book: PageBook, order: list[int]) -> pikepdf.Pdf:
    """The book as a file, with a root that leads to its pages and its outline."""
    stream = io.BytesIO()
    file = ObjectFile(stream)
    numbers = book.write(file, order)
    outline = f"/Outlines {numbers.outline} 0 R" if numbers.outline else ""
    file.add(numbers.free, f"<</Type/Catalog/Pages {numbers.page_list} 0 R{outline}>>".encode())
    file.add(numbers.free + 1, b"<<>>")
    file.close(numbers.free + 2, numbers.free, numbers.free + 1)
    return pikepdf.open(stream)


def draw_pages(book: PageBook, count: int) -> None:
    """Draw pages of different widths, a place on each."""
    for number in range(count):
        book.open_page(100 + number, 200)
        book.code.append(f"{number} 0 50 50 re f")
        book.add_place(f"place {number}", 150)
        book.close_page()


def test_pages_come_in_the_order_that_is_asked_for():
    book = PageBook()
    draw_pages(book, 3)
    with finish(book, [2, 0, 1]) as pdf:
        assert [int(page.mediabox[2]) for page in pdf.pages] == [102, 100, 101]
        assert [int(page.obj.StructParents) for page in pdf.pages] == [2, 0, 1]
        assert pdf.check_pdf_syntax() == []


def test_a_page_is_kept_compressed():
    book = PageBook()
    book.open_page(100, 100)
    book.code.extend(["0 0 50 50 re f"] * 5000)
    book.close_page()
    with finish(book, [0]) as pdf:
        contents = pdf.pages[0].Contents
        assert len(contents.read_raw_bytes()) < 1000
        assert contents.read_bytes().count(b" re f") == 5000


def test_no_font_comes_along_that_nothing_is_set_in():
    book = PageBook()
    draw_pages(book, 1)
    with finish(book, [0]) as pdf:
        assert not any(
            isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" for thing in pdf.objects
        )


def test_links_lead_to_places_that_are_named_later():
    book = PageBook()
    book.open_page(100, 100)
    assert book.add_link((1, 2, 30, 40), "place", "ไปหน้า ๒") == 0
    assert book.add_link((1, 2, 30, 40), "place", "อีกครั้ง") == 1
    book.close_page()
    book.open_page(100, 100)
    book.add_place("place", 77)
    book.close_page()
    with finish(book, [0, 1]) as pdf:
        first, second = pdf.pages[0].obj.Annots
        assert str(first.Contents) == "ไปหน้า ๒"
        assert first.Dest[0].objgen == pdf.pages[1].obj.objgen
        assert int(first.Dest[3]) == 77
        assert (int(first.StructParent), int(second.StructParent)) == (FIRST_LINK_KEY, FIRST_LINK_KEY + 1)


@pytest.mark.parametrize(
    ("levels", "depths"),
    [([0, 1, 2], [0, 1, 2]), ([2, 0, 2, 2], [0, 0, 1, 2]), ([0, 3, 1, 9], [0, 1, 1, 2]), ([1], [0])],
)
def test_no_level_of_the_outline_is_left_out_on_the_way_down(levels, depths):
    book = PageBook()
    draw_pages(book, len(levels))
    for page, level in enumerate(levels):
        book.add_outline_entry(f"ระดับ {level}", f"place {page}", level)
    with finish(book, list(range(len(levels)))) as pdf:
        marks = list_bookmarks(pdf)
        assert [mark.title for mark in marks] == [f"ระดับ {level}" for level in levels]
        assert [mark.depth for mark in marks] == depths


def test_a_book_without_headings_has_no_outline():
    book = PageBook()
    draw_pages(book, 1)
    assert book.write(ObjectFile(io.BytesIO()), [0]).outline == 0


def test_a_colour_lasts_as_long_as_it_is_asked_for():
    pen = make_pen()
    with pen.coloured("FF8000"):
        pen.book.code.append("drawn")
    with pen.coloured(""):
        pen.book.code.append("plain")
    assert pen.book.code == ["1.000 0.502 0.000 rg 1.000 0.502 0.000 RG", "drawn", "0 g 0 G", "plain"]
    assert pen.canvas is pen.book.canvas
