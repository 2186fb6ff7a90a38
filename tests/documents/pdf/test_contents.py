"""The contents: which headings, on which pages, over how many lines."""

from dataclasses import replace

import pikepdf
import pytest

from success_desktop.documents.outline_blocks import Heading, Label, PartHeading, Section, Titled
from success_desktop.documents.pdf.contents import ContentsLine, list_contents, list_headings
from success_desktop.documents.pdf.pen import make_pen
from success_desktop.documents.pdf.press import OutlineEntry
from success_desktop.documents.pdf.text_box import Tag
from success_desktop.documents.pdf_writer import write_pdf
from tests.documents.pdf.pdf_outlines import en, heading, outline, passage, table, th
from tests.documents.pdf.pdf_reading import list_tags, read_pages

WIDTH = 450.0


def entry(text: str, level: int = 2) -> OutlineEntry:
    """An entry of the outline."""
    return OutlineEntry("_Toc000000001", level, text)


def test_headings_have_names_levels_and_texts():
    book = outline(
        PartHeading((th("ส่วนที่ ๑\nบริบท"), en("Part 1"))),
        heading("ความเป็นมา", 2, "Background"),
        passage("ข้อความ"),
        Heading(3, (Titled(Label(th("")), en("Only English", mark="(อังกฤษ)")),)),
    )
    assert list(list_headings(book).values()) == [
        ("_Toc000000001", 1, "ส่วนที่ ๑ บริบท", True),
        ("_Toc000000002", 2, "1.  ความเป็นมา", True),
        ("_Toc000000003", 3, "(อังกฤษ)  Only English", True),
    ]


def print_forms(tmp_path):
    """A document of three forms, the second without a title, and where everything stands in it."""
    forms = (
        ((), (th("บัญชีสรุป"), en("Summary"))),
        ((th("แบบ"),), ()),
        ((th("แบบ ผ.02"),), (th("รายละเอียด\nโครงการ"),)),
    )
    sections = tuple(
        Section("landscape", stamp, (replace(table(), titles=titles),), "form") for stamp, titles in forms
    )
    return write_pdf(outline(sections=sections), tmp_path / "forms.pdf")


def test_official_forms_are_found_in_the_outline_by_stamp_and_title(tmp_path):
    places = print_forms(tmp_path)
    with pikepdf.open(tmp_path / "forms.pdf") as pdf, pdf.open_outline() as found:
        assert [entry.title for entry in found.root] == ["บัญชีสรุป", "แบบ ผ.02  รายละเอียด โครงการ"]
    assert (places.page_of["table1"], places.page_of["table3"]) == (1, 3)
    assert places.heading_pages == ()


def test_a_document_without_cover_and_contents_has_no_empty_parts(tmp_path):
    print_forms(tmp_path)
    with pikepdf.open(tmp_path / "forms.pdf") as pdf:
        root = pdf.Root.StructTreeRoot.K
        assert [str(part.S) for part in root.K] == ["/Sect"]


def test_the_fourth_level_is_not_in_the_contents():
    entries = [(entry(str(level), level), "1") for level in (1, 2, 3, 4)]
    boxes = list(list_contents(outline(contents_title=(th("สารบัญ"), en("Contents"))), entries, WIDTH))
    assert len(boxes) == 2 + 3


def test_an_entry_stays_on_one_page():
    line = ContentsLine(entry("หัวข้อ " * 40), "12", WIDTH, Tag("TOC"))
    assert line.least > 40
    assert line.take(line.least - 1, is_fresh=False) is None
    piece = line.take(line.least + 10, is_fresh=False)
    assert piece is not None
    assert piece.height >= line.least
    assert list(piece.places) == []


def test_an_entry_higher_than_a_page_is_printed_all_the_same():
    line = ContentsLine(entry("หัวข้อ " * 40), "12", WIDTH, Tag("TOC"))
    assert line.take(1, is_fresh=True) is not None


def print_contents(tmp_path, *titles: str) -> str:
    """The text of the contents of a document with such headings."""
    blocks = [block for title in titles for block in (heading(title), passage("ข้อความ"))]
    write_pdf(outline(*blocks, contents_title=(th("สารบัญ"),)), tmp_path / "plan.pdf")
    return read_pages(tmp_path / "plan.pdf")[0]


def test_dots_are_no_text(tmp_path):
    assert ".." not in print_contents(tmp_path, "ความเป็นมา")


@pytest.mark.parametrize("length", range(60, 130, 7))
def test_a_title_of_any_length_leaves_room_for_the_number(tmp_path, length):
    title = "ก" * length
    text = print_contents(tmp_path, title)
    assert title in text.replace("\r\n", "")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        (link,) = pdf.pages[0].obj.Annots
        left, bottom, right, top = map(float, link.Rect)
        assert 0 < left < right < 595
        assert 0 < bottom < top < 842
        assert str(link.Contents) == f"1.  {title}"


def test_entries_are_tagged_as_a_list_of_contents(tmp_path):
    print_contents(tmp_path, "ความเป็นมา", "พันธกิจ")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        roles = [tag.role for tag in list_tags(pdf)]
    at = roles.index("TOC")
    assert roles[at : at + 5] == ["TOC", "TOCI", "Link", "TOCI", "Link"]


def test_there_are_no_dots_where_a_number_leaves_no_room():
    pen = make_pen()
    pen.book.open_page(500, 500)
    for page, has_dots in (("12", True), ("๑" * 90, False)):
        line = ContentsLine(entry("ความเป็นมา"), page, WIDTH, Tag("TOC"))
        piece = line.take(1000, is_fresh=True)
        assert piece is not None
        pen.book.code.clear()
        piece.draw(pen, 20, 400)
        assert any(" d " in operator for operator in pen.book.code) == has_dots
