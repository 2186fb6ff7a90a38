"""Letters, seals, watermarks and papers in Word: valid files that look as offices know them."""

import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Length
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import Outline, Paper, Paragraph, Phrase, Picture, Section
from success_desktop.documents.sheets import sheet_of
from success_desktop.documents.word_layout import lay_out
from success_desktop.documents.word_letters import has_letters
from success_desktop.documents.word_pictures import png_height_mm
from success_desktop.documents.word_watermark import write_watermark
from success_desktop.documents.word_writer import write_word
from tests.documents.letters import DRAFT, SEAL, SENTENCE, every_style, letter, paragraph, phrase, picture
from tests.documents.word_lint import lint
from tests.documents.word_plans import strategy_plan
from tests.documents.word_reading import read_body, read_part, read_text, style_of

VML = "{urn:schemas-microsoft-com:vml}"


def write(outline: Outline, folder: Path) -> Path:
    path = folder / "หนังสือ.docx"
    write_word(outline, path)
    return path


def read_margins(path: Path, kind: str) -> dict[str, etree._Element]:
    """The parts at the head ("header") or the foot ("footer") of pages, by name."""
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.startswith(f"word/{kind}")]
    return {name: read_part(path, name) for name in names}


def millimetres(length: Length | None) -> int:
    assert length is not None
    return round(float(length.mm))


SOUND = {
    "letter": letter(),
    "sealed": letter(seal=SEAL, watermark=DRAFT),
    "thai digits": letter(has_thai_digits=True, seal=SEAL, first_page=12),
    "plan": replace(build_outline(strategy_plan()), seal=SEAL, watermark=(*DRAFT, Phrase("DRAFT", "en"))),
    "long paper": replace(build_outline(strategy_plan()), paper="F4"),
    "two letters": letter(sections=(letter().sections[0],) * 2),
}


@pytest.mark.parametrize("name", SOUND)
def test_every_file_is_valid_and_lint_free(name, tmp_path):
    path = write(SOUND[name], tmp_path)
    errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path)).errors
    assert [str(error) for error in errors] == []
    assert lint(path) == []


@pytest.mark.parametrize("name", SOUND)
def test_the_same_outline_makes_the_same_bytes(name, tmp_path):
    (tmp_path / "second").mkdir()
    assert write(SOUND[name], tmp_path).read_bytes() == write(SOUND[name], tmp_path / "second").read_bytes()


def test_every_style_of_paragraph_has_a_look_of_its_own(tmp_path):
    body = read_body(write(letter(*every_style()), tmp_path))
    found = {read_text(one).split()[0]: style_of(one) for one in body.iter(qn("w:p")) if read_text(one)}
    assert found == {
        "title": "LetterTitle",
        "subtitle": "LetterSubtitle",
        "body": "BodyThai",
        "point": "LetterPoint",
        "centre": "LetterCentre",
        "right": "LetterRight",
        "signature": "LetterSignature",
        "note": "LetterNote",
        "boxed": "LetterBoxed",
        "line": "LetterLine",
        "label": "LetterLabel",
    }


def test_letters_are_set_as_the_rule_on_correspondence_has_it(tmp_path):
    path = write(letter(), tmp_path)
    styles = {style.style_id: style for style in docx.Document(str(path)).styles}
    body, sign = styles["BodyThai"].paragraph_format, styles["LetterSignature"].paragraph_format
    assert round(body.first_line_indent.cm, 1) == 2.5
    assert "thaiDistribute" in etree.tostring(styles["BodyThai"].element).decode()
    assert "thaiDistribute" in etree.tostring(styles["LetterPoint"].element).decode()
    assert sign.alignment == 1
    assert round(sign.left_indent.cm) == 8
    point = styles["LetterPoint"].paragraph_format
    assert point.first_line_indent < 0 < point.left_indent + point.first_line_indent
    assert styles["LetterBoxed"].element.find(f".//{qn('w:pBdr')}") is not None
    section = docx.Document(str(path)).sections[0]
    edges = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [millimetres(edge) for edge in edges] == [30, 20, 25, 20]


def test_runs_stand_behind_each_other_and_line_ends_part_paragraphs(tmp_path):
    runs = (phrase("มติ "), phrase("เห็นชอบ\nเป็นเอกฉันท์", is_bold=True), phrase("\n\nจบ"))
    body = read_body(write(letter(Paragraph(runs, "body")), tmp_path))
    paragraphs = [one for one in body.iter(qn("w:p")) if style_of(one) != "SectionEnd"]
    assert [read_text(one) for one in paragraphs] == ["มติ เห็นชอบ", "เป็นเอกฉันท์", "", "จบ"]
    assert [style_of(one) for one in paragraphs] == ["BodyThai", "BodyThai", "BlankLine", "BodyThai"]
    bold = [
        read_text(run)
        for run in body.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is not None
    ]
    assert bold == ["เห็นชอบ", "เป็นเอกฉันท์"]


def test_english_is_not_spread_and_a_stand_in_is_marked(tmp_path):
    blocks = (paragraph("The council resolves.", style="body"), paragraph("1.\tOne", style="point"))
    body = read_body(write(letter(*blocks, Paragraph((Phrase("คำ", "th", "[Thai]"),))), tmp_path))
    found = {read_text(one): style_of(one) for one in body.iter(qn("w:p")) if read_text(one)}
    assert found == {
        "The council resolves.": "BodyEnglish",
        "1.\tOne": "LetterPointEnglish",
        "[Thai] คำ": "BodyThai",
    }


def test_a_paragraph_of_nothing_is_a_low_line(tmp_path):
    body = read_body(write(letter(Paragraph(())), tmp_path))
    assert [style_of(one) for one in body.iter(qn("w:p"))] == ["BlankLine", "SectionEnd"]


def test_a_signature_does_not_stand_alone_on_a_page(tmp_path):
    end = paragraph("จึงประกาศให้ทราบ\nโดยทั่วกัน")
    blocks = (paragraph("ข้อความ"), end, paragraph("(ลงชื่อ)\nนายก", style="signature"))
    path = write(letter(*blocks), tmp_path)
    body = read_body(path)
    kept = [read_text(one) for one in body.iter(qn("w:p")) if one.find(f".//{qn('w:keepNext')}") is not None]
    assert kept == ["โดยทั่วกัน"]
    styles = {style.style_id: style for style in docx.Document(str(path)).styles}
    assert styles["LetterSignature"].paragraph_format.keep_with_next


def test_a_picture_lies_in_the_file_once_and_says_what_it_shows(tmp_path):
    path = write(letter(picture(), picture(20)), tmp_path)
    with zipfile.ZipFile(path) as package:
        images = [name for name in package.namelist() if name.startswith("word/media/")]
        assert [package.read(name) for name in images] == [picture().png]
    document = docx.Document(str(path))
    assert [round(shape.width.mm) for shape in document.inline_shapes] == [30, 20]
    assert all(shape.width == shape.height for shape in document.inline_shapes)
    names = [one.get("descr") for one in read_body(path).iter(qn("wp:docPr"))]
    assert names == ["ตรา & เครื่องหมาย / A mark"] * 2


def test_what_is_no_png_is_refused():
    assert png_height_mm(picture().png, 30) == 30
    with pytest.raises(ValueError, match="PNG"):
        png_height_mm(b"GIF89a", 30)


def test_letters_are_numbered_above_from_their_second_page(tmp_path):
    path = write(letter(has_thai_digits=True), tmp_path)
    section = docx.Document(str(path)).sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "- ๑ -"
    assert section.first_page_header.paragraphs[0].text == ""
    assert section.footer.paragraphs[0].text == ""


def test_pages_count_from_the_first_page_given(tmp_path):
    outline = replace(build_outline(strategy_plan()), first_page=41)
    numbers = [one.get(qn("w:start")) for one in read_body(write(outline, tmp_path)).iter(qn("w:pgNumType"))]
    assert numbers[:3] == [None, "1", "41"]
    assert lay_out(outline).heading_pages[0] == 41


def test_a_seal_stands_at_the_foot_of_every_page_and_in_the_properties(tmp_path):
    path = write(replace(build_outline(strategy_plan()), seal=SEAL), tmp_path)
    feet = read_margins(path, "footer")
    assert len(feet) >= 3
    for foot in feet.values():
        text = read_text(foot)
        assert SEAL.code in text
        assert all(words.text in text for words in SEAL.words)
        assert foot.find(f".//{qn('pic:pic')}") is not None
    assert docx.Document(str(path)).core_properties.keywords == SEAL.payload
    with zipfile.ZipFile(path) as package:
        assert len([name for name in package.namelist() if name.startswith("word/media/")]) == 1


def test_a_document_without_seal_or_watermark_has_none(tmp_path):
    path = write(build_outline(strategy_plan()), tmp_path)
    assert docx.Document(str(path)).core_properties.keywords == ""
    whole = b"".join(etree.tostring(part) for part in read_margins(path, "header").values())
    assert b"textpath" not in whole
    styles = {style.style_id for style in docx.Document(str(path)).styles}
    assert not styles & {"SealLine", "LetterTitle", "PageAbove"}


def test_a_watermark_stands_behind_every_page_the_cover_too(tmp_path):
    path = write(replace(build_outline(strategy_plan()), watermark=DRAFT), tmp_path)
    heads = read_margins(path, "header")
    marks = [head.find(f".//{VML}shape/{VML}textpath") for head in heads.values()]
    assert [mark.get("string") for mark in marks if mark is not None] == ["ร่าง"] * len(heads)
    shapes = [str(shape.get("id")) for head in heads.values() for shape in head.iter(f"{VML}shape")]
    assert len(set(shapes)) == len(shapes)
    assert not docx.Document(str(path)).sections[0].header.is_linked_to_previous


def test_a_watermark_of_many_letters_is_lower_and_stays_on_the_sheet():
    heights = []
    for text in ("ร่าง", "ร่างเพื่อรับฟังความคิดเห็นของประชาชน"):
        outline = letter(watermark=(phrase(text),))
        xml = write_watermark(outline, sheet_of("portrait"), "TH SarabunPSK", 1)
        width, height = (
            float(xml.partition(f";{side}:")[2].partition("pt")[0]) for side in ("width", "height")
        )
        assert (width + height) / 2**0.5 <= 595
        heights.append(height)
    assert heights[1] < heights[0] <= 190


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("F4", (216, 330)), ("A3", (297, 420))])
def test_every_paper_has_its_size(paper: Paper, size, tmp_path):
    document = docx.Document(str(write(replace(build_outline(strategy_plan()), paper=paper), tmp_path)))
    for section in document.sections:
        measured = (section.page_width, section.page_height)
        assert tuple(sorted(millimetres(side) for side in measured)) == size


def test_forms_have_narrow_edges_their_own_titles_and_the_plans_name_below(tmp_path):
    plain = build_outline(strategy_plan())
    form = next(section for section in plain.sections if section.stamp)
    path = write(
        replace(plain, cover=(), contents_title=(), sections=(replace(form, margins="form"),)), tmp_path
    )
    section = docx.Document(str(path)).sections[0]
    assert millimetres(section.left_margin) == millimetres(section.right_margin) == 8
    assert [one.text for one in section.header.paragraphs] == ["แบบ ผ.02"]
    foot = section.footer.paragraphs[0]
    assert foot.text.split("\t") == ["", plain.title.text, "หน้า 1"]


def test_a_sealed_form_is_named_by_its_seal_alone_above_the_line_of_code_and_number(tmp_path):
    plain = replace(build_outline(strategy_plan()), cover=(), contents_title=(), seal=SEAL)
    form = next(section for section in plain.sections if section.stamp)
    path = write(replace(plain, sections=(replace(form, margins="form"),)), tmp_path)
    (foot,) = read_margins(path, "footer").values()
    lines = [read_text(one) for one in foot.iter(qn("w:p")) if style_of(one) == "SealLine"]
    assert [line.strip() for line in lines] == [*(one.text for one in SEAL.words), f"{SEAL.code}\tหน้า 1"]
    assert len(read_text(foot).split(plain.title.text)) == 1 + sum(plain.title.text in one for one in lines)


def test_only_documents_with_letters_need_their_styles():
    plan = build_outline(strategy_plan(), OutlineOptions())
    assert not has_letters(plan)
    assert has_letters(letter())
    assert has_letters(replace(plan, sections=(Section("portrait", (), (picture(),)),)))


def test_a_letter_is_laid_out_like_its_text():
    short, long = lay_out(letter(paragraph(SENTENCE))), lay_out(letter(*[paragraph(SENTENCE * 9)] * 30))
    assert short.heading_pages == long.heading_pages == []
    assert isinstance(letter().sections[0].blocks[-1], Picture)
