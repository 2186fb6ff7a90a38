"""Blocks of an outline as boxes."""

import pikepdf
import pytest

from success_desktop.documents.outline_blocks import (
    Heading,
    Label,
    Paragraph,
    PartHeading,
    Passage,
    SideBySide,
    Titled,
)
from success_desktop.documents.pdf.body import BodyWriter
from success_desktop.documents.pdf.boxes import Box
from success_desktop.documents.pdf.pictures import PictureBox
from success_desktop.documents.pdf.tables import TableBox
from success_desktop.documents.pdf.tables_sides import SideBySideBox
from success_desktop.documents.pdf.text_box import Blank, TextBox
from success_desktop.documents.pdf_writer import write_pdf
from tests.documents.pdf.pdf_outlines import (
    LONG,
    anchor,
    en,
    heading,
    outline,
    paragraph,
    passage,
    picture,
    table,
    th,
)
from tests.documents.pdf.pdf_reading import list_tags, read_pages

WIDTH = 450.0


def boxes_of(block, **changes):
    """The boxes of a block."""
    return list(BodyWriter(outline(**changes)).write(block, WIDTH))


def kinds_of(block):
    """The kinds of the boxes of a block."""
    return [type(box) for box in boxes_of(block)]


def test_paragraphs_of_a_passage_are_parted_by_a_low_line():
    boxes = boxes_of(passage("หนึ่ง\n\nสอง"))
    assert [type(box) for box in boxes] == [TextBox, Blank, TextBox]
    assert boxes[1].whole == pytest.approx(4.7, abs=0.1)


def test_a_label_is_kept_with_its_value():
    label, value = boxes_of(passage("ค่า", "ป้าย"))
    assert (label.is_kept, value.is_kept) == (True, False)


def test_an_inline_value_stands_behind_its_label(tmp_path):
    assert kinds_of(passage("ปีละครั้ง", "ความถี่", is_inline=True)) == [TextBox]
    write_pdf(outline(passage("ปีละครั้ง\nบรรทัดต่อไป", "ความถี่", is_inline=True)), tmp_path / "plan.pdf")
    text = read_pages(tmp_path / "plan.pdf")[0].replace("\r", "")
    assert "ความถี่ ปีละครั้ง" in text.replace("  ", " ")


def test_headings_are_kept_and_all_their_lines_too():
    assert [box.is_kept for box in boxes_of(heading("ความเป็นมา", 2, "Background"))] == [True, True]
    assert [box.is_kept for box in boxes_of(PartHeading((th("ส่วนที่ ๑"), en("Part 1"), en("x"))))] == [True] * 3


def names_in(box: Box) -> list[str]:
    """The names of the places in the first piece of a box."""
    piece = box.take(1000, is_fresh=True)
    assert piece is not None
    return [place.name for place in piece.places]


def test_headings_are_the_places_of_their_anchors_and_of_their_numbers():
    writer = BodyWriter(outline())
    names = []
    for block in (PartHeading((th("ส่วน"),)), heading("ก"), heading("ข", 3, "B")):
        first, *others = writer.write(block, WIDTH)
        names.append(names_in(first))
        assert not any(map(names_in, others))
    assert names == [["_Toc000000001"], ["_Toc000000002", "f_ก"], ["_Toc000000003", "f_ข"]]


def test_a_heading_without_words_is_a_line_all_the_same():
    empty = Heading(2, (Titled(Label(th("")), th("")), Titled(Label(en("")), en(""))))
    assert kinds_of(empty) == [TextBox, TextBox]
    assert kinds_of(PartHeading((th(""),))) == [TextBox]


def test_every_other_block_has_a_box_of_its_own():
    assert kinds_of(picture()) == [PictureBox]
    assert kinds_of(table()) == [TextBox, TextBox, TableBox, Blank]
    sides = SideBySide(((Titled(Label(th("ก")), th("ข")), Titled(Label(en("a")), en("b"))),))
    assert kinds_of(sides) == [SideBySideBox, Blank]


def test_titles_of_a_table_are_kept_with_it():
    title, caption, grid, after = boxes_of(table())
    assert (title.is_kept, caption.is_kept, grid.is_kept) == (True, True, False)
    assert after.whole == 7.5


def test_runs_of_a_letter_stand_one_behind_the_other(tmp_path):
    runs = Paragraph((th("ต้น "), th("หนา", is_bold=True), th(" ปลาย\nย่อหน้าใหม่")))
    assert kinds_of(runs) == [TextBox, TextBox]
    write_pdf(outline(runs), tmp_path / "letter.pdf")
    assert "ต้น หนา ปลาย" in read_pages(tmp_path / "letter.pdf")[0]


def test_a_paragraph_of_no_runs_is_a_low_line():
    assert kinds_of(Paragraph(())) == [Blank]
    assert kinds_of(paragraph("ก\n\nข")) == [TextBox, Blank, TextBox]


def test_a_box_holds_its_blank_lines_too():
    assert kinds_of(paragraph("ก\n\nข", "boxed")) == [TextBox] * 3
    assert kinds_of(Paragraph((), "boxed")) == [TextBox]


def test_the_lines_of_a_signature_stay_together_and_wait_for_nothing_below():
    boxes = boxes_of(paragraph("(ลงชื่อ)\n(นายสมชาย)\nนายก", "signature"))
    assert [box.is_kept for box in boxes] == [True, True, False]


def test_what_is_in_another_language_than_the_document_says_so(tmp_path):
    blocks = (
        Passage(Label(th("")), en("In English")),
        passage("ไทย"),
        Paragraph((en("A letter"),), "point"),
        Passage(Label(th("ป้าย"), (anchor("f_1"),)), en("Both"), is_inline=True),
    )
    write_pdf(outline(*blocks), tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        languages = [str(tag.entries.get("/Lang", "")) for tag in list_tags(pdf) if tag.role == "P"]
    assert languages == ["en", "", "en", ""]


def test_a_page_ends_between_paragraphs_and_inside_them_without_losing_a_line(tmp_path):
    texts = [f"[{number}] {LONG * (number % 5 + 1)}" for number in range(60)]
    write_pdf(outline(*(passage(text) for text in texts)), tmp_path / "plan.pdf")
    printed = "".join("".join(page.split("r1")[-1] for page in read_pages(tmp_path / "plan.pdf")).split())
    assert printed == "".join("".join(texts).split())
