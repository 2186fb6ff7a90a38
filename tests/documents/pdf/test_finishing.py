"""The last work on a file: labels, properties, and what must not be in it."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from success_desktop.documents.pdf_writer import PdfOptions, write_pdf
from tests.documents.pdf.pdf_outlines import SEAL, letter, outline, passage, table, th, whole_book
from tests.documents.pdf.pdf_reading import list_labels


def bytes_of(path):
    """Everything in a file, streams unpacked."""
    with pikepdf.open(path) as pdf:
        parts = [path.read_bytes()]
        parts += [thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
    return b"\n".join(parts)


def test_no_clock_and_no_machine_speaks_from_a_file(tmp_path):
    write_pdf(whole_book(seal=SEAL), tmp_path / "book.pdf")
    data = bytes_of(tmp_path / "book.pdf")
    assert not re.search(rb"D:\d{8}|CreationDate|ModDate|anonymous|ReportLab|/tmp", data)
    assert b"pdfaid" not in data


@pytest.mark.parametrize("name", ["สมชาย ใจดี", "Somchai <&> (Jaidee)", "😀"])
def test_any_author_and_any_title_can_be_said(tmp_path, name):
    write_pdf(outline(passage("ก"), title=th(name)), tmp_path / "plan.pdf", PdfOptions(author=name))
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        assert str(pdf.docinfo["/Author"]) == str(pdf.docinfo["/Title"]) == name
        tree = ET.fromstring(pdf.Root.Metadata.read_bytes().decode().partition("?>")[2].rpartition("<?")[0])
        assert [text.strip() for text in tree.itertext() if name in text] == [name, name]


def test_properties_that_are_empty_are_left_out(tmp_path):
    write_pdf(outline(passage("ก"), title=th(""), owner=th("")), tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        assert set(pdf.docinfo.keys()) == {"/Creator", "/Producer"}
        assert b"dc:description" not in pdf.Root.Metadata.read_bytes()


def test_labels_count_through_without_being_said_again(tmp_path):
    write_pdf(outline(table(200), first_page=3), tmp_path / "rows.pdf")
    labels = list_labels(tmp_path / "rows.pdf")
    assert labels == [str(number) for number in range(3, 3 + len(labels))]
    with pikepdf.open(tmp_path / "rows.pdf") as pdf:
        assert len(pdf.Root.PageLabels.Nums) == 2


def test_labels_in_thai_digits_are_said_page_by_page(tmp_path):
    write_pdf(letter(has_thai_digits=True), tmp_path / "letter.pdf")
    assert list_labels(tmp_path / "letter.pdf")[:3] == ["๑", "๒", "๓"]


def test_a_viewer_shows_the_outline_where_there_is_one(tmp_path):
    write_pdf(whole_book(), tmp_path / "book.pdf")
    write_pdf(letter(), tmp_path / "letter.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as book, pikepdf.open(tmp_path / "letter.pdf") as mail:
        assert str(book.Root.PageMode) == "/UseOutlines"
        assert "/Outlines" not in mail.Root
        assert "/PageMode" not in mail.Root


@pytest.mark.parametrize("password", ["", "ลับ"])
def test_other_programs_find_no_fault_in_the_syntax(tmp_path, password):
    book = replace(whole_book(seal=SEAL, watermark=(th("ร่าง"),)), language="both")
    write_pdf(book, tmp_path / "book.pdf", PdfOptions(password=password))
    with pikepdf.open(tmp_path / "book.pdf", password=password) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pdf_version >= "1.7"


def test_every_font_travels_with_the_file(tmp_path):
    write_pdf(whole_book(seal=SEAL), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        fonts = {str(font.BaseFont): font for page in pdf.pages for font in page.obj.Resources.Font.values()}
        assert fonts
        for font in fonts.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font
