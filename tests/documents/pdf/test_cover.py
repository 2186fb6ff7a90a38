"""The cover."""

from success_desktop.documents.outline_blocks import CoverLine, Section
from success_desktop.documents.pdf.cover import list_cover
from success_desktop.documents.pdf.margins import Margins
from success_desktop.documents.pdf_writer import write_pdf
from success_desktop.documents.word_pages import list_pages
from tests.documents.pdf.pdf_outlines import anchor, cover, en, outline, passage, th
from tests.documents.pdf.pdf_reading import read_pages, squeeze

TITLE = "แผนยุทธศาสตร์และแผนปฏิบัติการด้านการเตรียมความพร้อมของชุมชนต่อการเปลี่ยนแปลงสภาพภูมิอากาศ พ.ศ. ๒๕๖๘–๒๕๗๒"


def print_cover(tmp_path, *lines: CoverLine) -> list[str]:
    """The pages of a document with such a cover and one page of text."""
    write_pdf(outline(passage("เนื้อความ"), cover=lines), tmp_path / "plan.pdf")
    return read_pages(tmp_path / "plan.pdf")


def line(field: str, *texts: str) -> CoverLine:
    """A line of the cover."""
    return CoverLine(field, tuple((anchor(f"f_{field}"), th(text)) for text in texts))


def test_a_title_breaks_where_its_sense_does(tmp_path):
    page, _text = print_cover(tmp_path, line("title", TITLE))
    lines = [text.strip() for text in page.splitlines()]
    assert lines[0] == "แผนยุทธศาสตร์และแผนปฏิบัติการ"
    assert "".join(lines).replace(" ", "") == squeeze(TITLE)


def test_a_title_in_another_language_keeps_its_mark(tmp_path):
    title = CoverLine("title", ((anchor("f_title"), en("Plan", mark="(ภาษาอังกฤษ)")),))
    assert "(ภาษาอังกฤษ) Plan" in print_cover(tmp_path, title)[0]


def test_the_text_begins_on_a_page_of_its_own(tmp_path):
    front, text = print_cover(tmp_path, *cover())
    assert "เนื้อความ" not in front
    assert "เทศบาลเมืองตัวอย่าง" in front
    assert "เนื้อความ" in text


def test_a_long_cover_moves_up_until_it_fits(tmp_path):
    lines = [line("title", TITLE, TITLE), *(line(f"field{number}", f"บรรทัด {number}") for number in range(9))]
    front, _text = print_cover(tmp_path, *lines)
    assert "บรรทัด 8" in front


def test_a_cover_longer_than_a_page_goes_on(tmp_path):
    lines = [line(f"field{number}", f"บรรทัด {number}.") for number in range(30)]
    pages = print_cover(tmp_path, *lines)
    assert len(pages) == 3
    for number in range(30):
        assert f"บรรทัด {number}." in pages[0] + pages[1]


def test_the_blank_above_is_that_of_the_word_file_where_there_is_room():
    book = outline(cover=(line("title", "แผน"),), sections=(Section("portrait", (), ()),))
    top, *_boxes = list_cover(book, Margins(book, next(list_pages(book))).sheet)
    piece = top.take(1000, is_fresh=True)
    assert piece is not None
    assert piece.height == 174.5
