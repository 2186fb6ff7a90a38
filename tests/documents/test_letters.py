"""Letters as documents: the right paragraphs, filled, in the digits and the languages that are wanted."""

import pytest

from success_desktop.documents.letters import HAND_FORM, build_letter
from success_desktop.documents.outline import OutlineOptions
from success_desktop.documents.outline_blocks import Paragraph, Table
from success_desktop.documents.outline_passages import list_rows
from success_desktop.documents.pdf_writer import lay_out_pages
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.letters.stated_facts import DOTS
from success_desktop.domain.office import Edition, Office
from tests.documents.word_lint import lint
from tests.documents.word_reading import read_body, read_text
from tests.domain.letters.letter_samples import (
    ANNOUNCED,
    addition,
    letter,
    reader,
    shipped_book,
    shipped_letters,
)

AUTHORITIES = ("thesaban", "obt", "obj")
KINDS = ("first", "addition", "change", "correction")
OFFICE = Office(facts={"executive_name": {"th": "นายสมชาย ใจดี", "en": "Mr Somchai Jaidee"}})


def texts(outline, section=0):
    """The text of each paragraph of a section."""
    return [
        "".join(run.text for run in block.runs)
        for block in outline.sections[section].blocks
        if isinstance(block, Paragraph)
    ]


def shipped(name, edition=None, office=OFFICE, options=None):
    known = reader(edition or addition(announced_on=ANNOUNCED), office, facts=shipped_book())
    return build_letter(shipped_letters()[name], known, options or OutlineOptions())


def test_a_letter_has_the_pages_of_a_letter():
    (section,) = build_letter(letter(), reader(), OutlineOptions()).sections
    assert (section.margins, section.is_numbered_above, section.stamp) == ("letter", True, ())


def test_a_letter_is_no_document_that_is_read_back():
    outline = build_letter(letter(), reader(), OutlineOptions())
    assert not outline.is_read_back
    assert (outline.cover, outline.contents_title) == ((), ())


def test_the_paragraphs_are_filled_in_their_order():
    assert texts(build_letter(letter(), reader(), OutlineOptions())) == [
        "บันทึกของเทศบาลเมืองทดสอบ",
        "มี 4 โครงการ เพิ่มเติม ครั้งที่\u00a02/2568",
        "ตามข้อ\u00a022",
        f"({DOTS})\nนายกเทศมนตรี",
    ]


def test_a_paragraph_stands_only_with_the_fact_that_it_is_about():
    held = addition(facts={"met_on": {"th": "1/2/2568"}})
    assert "ประชุมวันที่\u00a01 กุมภาพันธ์ 2568" in texts(build_letter(letter(), reader(held), OutlineOptions()))


def test_a_letter_in_both_languages_is_the_thai_one_then_the_english():
    outline = build_letter(letter(), reader(), OutlineOptions("both"))
    assert [texts(outline, place)[0] for place in (0, 1)] == [
        "บันทึกของเทศบาลเมืองทดสอบ",
        "Memo of Test Town Municipality",
    ]


def test_thai_digits_are_printed_in_the_thai_letter_only():
    outline = build_letter(letter(), reader(), OutlineOptions("both", has_thai_digits=True))
    assert texts(outline)[1] == "มี ๔ โครงการ เพิ่มเติม ครั้งที่\u00a0๒/๒๕๖๘"
    assert texts(outline, 1)[1] == "4 projects Addition No.\u00a02/2025"


def test_bold_words_are_marked_and_stars_of_a_fact_are_not():
    starred = letter().model_copy(
        update={"blocks": (letter().blocks[0].model_copy(update={"th": "**เรียน** {mayor} **จบ**"}),)}
    )
    office = Office(facts={"mayor": {"th": "ก**ข"}})
    (paragraph,) = build_letter(starred, reader(office=office), OutlineOptions()).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.is_bold) for run in paragraph.runs] == [
        ("เรียน", True),
        (" ก**ข ", False),
        ("จบ", True),
    ]


def test_room_is_left_to_sign_and_for_the_emblem():
    outline = shipped("announcement")
    first, *_others, last = outline.sections[0].blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert first.runs[0].text.count("\u00a0") == 3
    assert "\u00a0\n" in last.runs[0].text


def test_a_list_to_sign_has_numbered_lines_as_high_as_a_hand_writes():
    (table,) = (block for block in shipped("attendance").sections[0].blocks if isinstance(block, Table))
    assert (table.form, table.row_height) == (HAND_FORM, 567)
    assert [row.cells[0][0].text for row in list_rows(table)] == [str(number) for number in range(1, 41)]
    assert all(cell == () for row in list_rows(table) for cell in row.cells[1:])


def test_a_list_to_sign_is_numbered_in_thai_digits():
    outline = shipped("attendance", options=OutlineOptions(has_thai_digits=True))
    (table,) = (block for block in outline.sections[0].blocks if isinstance(block, Table))
    assert [*list_rows(table)][9].cells[0][0].text == "๑๐"


def test_the_announcement_cites_clause_number_sum_and_day():
    text = "\n".join(texts(shipped("announcement"))).replace("\u00a0", " ")
    for words in (
        "ประกาศเทศบาลเมืองทดสอบ",
        "เรื่อง  ประกาศใช้แผนเมืองทดสอบ พ.ศ. 2568–2572 เพิ่มเติม ครั้งที่ 2/2568",
        "ข้อ 22 แห่งระเบียบกระทรวงมหาดไทย",
        "จำนวน 4 โครงการ งบประมาณรวมทั้งสิ้น 2,590,000 บาท (สองล้านห้าแสนเก้าหมื่นบาทถ้วน)",
        "ประกาศ ณ วันที่ 20 กุมภาพันธ์ พ.ศ. 2568",
        "(นายสมชาย ใจดี)\nนายกเทศมนตรีเมืองทดสอบ",
    ):
        assert words in text


def test_an_english_announcement_counts_years_as_english_does():
    text = "\n".join(texts(shipped("announcement", options=OutlineOptions("en")))).replace("\u00a0", " ")
    assert "Addition No. 2/2025" in text
    assert "20 February 2025" in text
    assert not any("ก" <= sign <= "๛" for sign in text)


def test_the_council_of_a_subdistrict_is_named_and_that_of_a_town_is_not():
    assert "สภาองค์การบริหารส่วนตำบล" in "".join(texts(shipped("announcement", office=Office(authority="obt"))))
    assert "สภา" not in "".join(texts(shipped("announcement")))


def test_the_motion_cites_the_act_and_its_mover():
    text = "\n".join(texts(shipped("motion", office=Office(authority="obt"))))
    assert "มาตรา 46" in text.replace("\u00a0", " ")
    assert "ผู้เสนอญัตติ" in text


@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_ever_prints_a_code_in_the_place_of_a_fact(authority, kind):
    blank = Edition(id="o-1", kind=kind)
    known = reader(blank, Office(authority=authority), facts=shipped_book())
    for name, spec in shipped_letters().items():
        if spec.when.suits(authority, kind):
            outline = build_letter(spec, known, OutlineOptions("both"))
            printed = "".join(text for place in (0, 1) for text in texts(outline, place))
            assert not set("{}*_") & set(printed.replace("________________________", "")), name


def test_a_letter_in_word_holds_every_paragraph_and_needs_no_repair(tmp_path):
    outline = shipped("memo")
    path = tmp_path / "บันทึก.docx"
    write_word(outline, path)
    lint(path)
    body = read_text(read_body(path)).replace("\u00a0", " ")
    for text in texts(outline):
        for line in text.replace("\u00a0", " ").split("\n"):
            assert line.strip() in body


@pytest.mark.parametrize("name", ["announcement", "motion", "principles", "agenda", "forwarding"])
def test_a_letter_with_short_facts_fits_on_one_page(name):
    outline = shipped(name, office=Office(authority="obt"))
    assert lay_out_pages(outline).page_count == 1
