"""What repeats on every page."""

import pypdfium2
import pytest
import segno

from success_desktop.documents.outline_blocks import Seal, Section
from success_desktop.documents.pdf.margins import Margins
from success_desktop.documents.pdf.measures import MM
from success_desktop.documents.pdf_writer import write_pdf
from success_desktop.documents.word_pages import list_pages
from tests.documents.pdf.pdf_outlines import SEAL, cover, en, outline, paragraph, passage, table, th
from tests.documents.pdf.pdf_reading import read_pages, squeeze

LONG_NAME = "แผนยุทธศาสตร์และแผนปฏิบัติการด้านการเตรียมความพร้อมของชุมชนต่อการเปลี่ยนแปลงสภาพภูมิอากาศ เมืองตัวอย่าง " * 2
DOTS = 300


def margins_of(*, section: Section, **changes: object) -> Margins:
    """The margins of the only section of a document."""
    book = outline(sections=(section,), **changes)
    return Margins(book, next(list_pages(book)))


def print_section(tmp_path, section, **changes):
    """The text of the first page of a section."""
    write_pdf(outline(sections=(section,), **changes), tmp_path / "page.pdf")
    return read_pages(tmp_path / "page.pdf")[0]


UPRIGHT = Section("portrait", (), (passage("เนื้อความ"),))
ACROSS = Section("landscape", (th("แบบ ผ.02"), en("Form 02")), (passage("เนื้อความ"),))
FORM = Section("landscape", (th("แบบ ผ.02"),), (table(),), "form")
LETTER = Section("portrait", (), (paragraph("เนื้อความ"),), "letter", True)


def test_a_page_bears_title_owner_number_and_origin(tmp_path):
    page = print_section(tmp_path, UPRIGHT)
    book = outline()
    for text in (book.title.text, book.owner.text, book.origin.text, "หน้า 1"):
        assert squeeze(text) in squeeze(page)


def test_the_stamps_stand_above_the_title_at_the_right(tmp_path):
    write_pdf(outline(sections=(ACROSS,)), tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as pdf:
        page = pdf[0]
        words = page.get_textpage()
        left, bottom, right, _top = _box_of(words, "แบบ ผ.02")
        _left, title_bottom, _right, _title_top = _box_of(words, "แผนทดสอบ")
        assert right == pytest.approx(page.get_width() - 42.5, abs=3)
        assert left > page.get_width() / 2
        assert bottom > title_bottom


def _box_of(words: pypdfium2.PdfTextPage, text: str) -> tuple[float, float, float, float]:
    found = words.search(text).get_next()
    assert found is not None
    boxes = [words.get_charbox(found[0] + place) for place in range(found[1])]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_forms_have_their_title_below_in_the_middle_of_the_line_with_the_number(tmp_path):
    write_pdf(outline(sections=(FORM,)), tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as pdf:
        page = pdf[0]
        words = page.get_textpage()
        left, bottom, right, _top = _box_of(words, "แผนทดสอบ พ.ศ. 2568–2572")
        _left, number_bottom, _right, _top = _box_of(words, "หน้า 1")
        assert (left + right) / 2 == pytest.approx(page.get_width() / 2, abs=2)
        assert bottom == pytest.approx(number_bottom, abs=3)
        assert bottom < 50
        assert outline().owner.text not in words.get_text_bounded()


def test_a_long_title_of_a_form_stays_clear_of_the_number(tmp_path):
    page = print_section(tmp_path, FORM, title=th(LONG_NAME))
    assert "หน้า 1" in page
    assert squeeze(LONG_NAME) in squeeze(page.replace("หน้า 1", ""))


def test_a_sealed_form_is_named_by_its_seal_alone_beside_the_code_and_the_number(tmp_path):
    write_pdf(outline(sections=(FORM,), seal=SEAL), tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as pdf:
        page = pdf[0]
        words = page.get_textpage()
        _left, code_bottom, code_right, _top = _box_of(words, SEAL.code)
        left, number_bottom, right, _top = _box_of(words, "หน้า 1")
        text, width = words.get_text_bounded(), page.get_width()
    assert number_bottom == pytest.approx(code_bottom, abs=3)
    assert code_right < left
    assert right == pytest.approx(width - 8 * MM, abs=3)
    rest = squeeze(text).replace(squeeze(SEAL.words[0].text), "", 1)
    assert squeeze(outline().title.text) not in rest


def test_long_titles_push_the_text_down_and_lose_nothing(tmp_path):
    short, long = margins_of(section=UPRIGHT), margins_of(section=UPRIGHT, title=th(LONG_NAME * 2))
    assert long.sheet.top < short.sheet.top
    page = print_section(tmp_path, UPRIGHT, title=th(LONG_NAME * 2))
    assert squeeze(LONG_NAME * 2) in squeeze(page)


def test_a_title_of_several_lines_is_printed_in_one(tmp_path):
    assert "บรรทัดแรก บรรทัดสอง" in print_section(tmp_path, UPRIGHT, title=th("บรรทัดแรก\nบรรทัดสอง"))


def test_a_letter_bears_nothing_on_its_first_page(tmp_path):
    assert print_section(tmp_path, LETTER).split() == ["เนื้อความ"]


def test_a_sealed_letter_bears_the_seal_alone(tmp_path):
    page = print_section(tmp_path, LETTER, seal=SEAL)
    assert squeeze(page) == squeeze(f"{SEAL.words[0].text}{SEAL.code}เนื้อความ")


def test_the_seal_takes_the_place_of_the_origin(tmp_path):
    page = print_section(tmp_path, UPRIGHT, seal=SEAL)
    assert SEAL.code in page
    assert squeeze(SEAL.words[0].text) in squeeze(page)
    assert outline().origin.text not in page


def test_the_cover_bears_nothing_but_the_seal(tmp_path):
    write_pdf(outline(cover=cover()), tmp_path / "book.pdf")
    assert "หน้า" not in read_pages(tmp_path / "book.pdf")[0]
    write_pdf(outline(cover=cover(), seal=SEAL), tmp_path / "book.pdf")
    first = read_pages(tmp_path / "book.pdf")[0]
    assert SEAL.code in first
    assert "หน้า" not in first


def test_the_text_ends_above_the_seal():
    assert margins_of(section=LETTER, seal=SEAL).sheet.bottom > 22.7 + 15 * MM
    assert margins_of(section=LETTER).sheet.bottom == pytest.approx(20 * MM, abs=0.1)


def render(tmp_path, **changes):
    """The first page as a picture in grey, `DOTS` to the inch."""
    write_pdf(outline(sections=(UPRIGHT,), **changes), tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as pdf:
        return pdf[0].render(scale=DOTS / 72, grayscale=True).to_pil()


@pytest.mark.parametrize("payload", [SEAL.payload, "ก" * 40, "1"])
def test_the_seal_is_the_code_of_its_payload_square_by_square(tmp_path, payload):
    picture = render(tmp_path, seal=Seal(payload, "X", (th("ข"),)))
    matrix = segno.make(payload, error="m", micro=False).matrix
    module = 15 * MM / (len(matrix) + 8)
    sheet = margins_of(section=UPRIGHT, seal=Seal(payload, "X", (th("ข"),)))
    height = sheet.sheet.height
    foot = sheet.sheet.bottom - 8 - 15 * MM
    for row, modules in enumerate(matrix):
        for column, is_dark in enumerate(modules):
            x = sheet.sheet.left + (4 + column + 0.5) * module
            y = foot + (4 + len(matrix) - row - 0.5) * module
            shade = picture.getpixel((round(x * DOTS / 72), round((height - y) * DOTS / 72)))
            assert (shade < 128) == bool(is_dark), (row, column)


@pytest.mark.parametrize("section", [UPRIGHT, ACROSS, FORM, LETTER])
@pytest.mark.parametrize("words", [(th("ร่าง"),), (th("ร่าง"), en("DRAFT")), (th("ฉบับร่างสำหรับรับฟังความคิดเห็น"),)])
def test_the_watermark_rises_across_every_page_and_stays_on_it(tmp_path, section, words):
    write_pdf(outline(sections=(section,), watermark=words), tmp_path / "page.pdf")
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as pdf:
        page = pdf[0]
        text = page.get_textpage()
        # a mark's box alone: its letters stand apart from one another, up the page
        pale = [
            text.get_charbox(place)
            for place in range(text.count_chars())
            if text.get_charbox(place)[3] - text.get_charbox(place)[1] > 15
        ]
        assert pale
        assert min(box[0] for box in pale) > 0
        assert min(box[1] for box in pale) > 0
        assert max(box[2] for box in pale) < page.get_width()
        assert max(box[3] for box in pale) < page.get_height()


def test_a_watermark_is_paler_than_the_text_and_leaves_it_black(tmp_path):
    plain, marked = render(tmp_path), render(tmp_path, watermark=(th("ร่าง"),))
    dark = [place for place, shade in enumerate(plain.tobytes()) if shade < 40]
    pixels = marked.tobytes()
    assert dark
    assert all(pixels[place] < 60 for place in dark)
    coloured = [after for before, after in zip(plain.tobytes(), pixels, strict=True) if before == 255 > after]
    assert len(coloured) > 1000
    assert min(coloured) >= 0xE0


def test_a_watermark_is_seen_on_shaded_ground_too(tmp_path):
    write_pdf(outline(sections=(FORM,)), tmp_path / "plain.pdf")
    write_pdf(outline(sections=(FORM,), watermark=(th("ร่างร่าง"),)), tmp_path / "marked.pdf")
    shades = []
    for name in ("plain", "marked"):
        with pypdfium2.PdfDocument(tmp_path / f"{name}.pdf") as pdf:
            shades.append(pdf[0].render(scale=1, grayscale=True).to_pil().tobytes())
    shaded = [(before, after) for before, after in zip(*shades, strict=True) if 225 < before < 250]
    assert any(after < before - 15 for before, after in shaded)
