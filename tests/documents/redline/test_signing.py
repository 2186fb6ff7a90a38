"""Each tracked change bears the name and the time of the edit that brought it; what is computed says so."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest

from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.redline.signed import SignedPiece
from tests.documents.redline.revised_plans import BEGUN_AT, Story, label_of, row_of, write_value
from tests.plans import small_plan
from tests.random_plans import random_edits, sample_plan

MALEE, SOMCHAI = "มาลี", "สมชาย"
NAME, OBJECTIVE = 1, 2
FIRST_YEAR, SECOND_YEAR = 4, 5
AGENCIES = 11


def authors(pieces: Sequence[SignedPiece]) -> dict[str, str]:
    """Who signed each piece that differs, by its text."""
    return {
        piece.text: piece.signature.author for piece in pieces if piece.kind != "same" and piece.signature
    }


def test_one_other_word_marks_one_word_with_its_author_and_time():
    plan = small_plan()
    begun = Story(plan).step("ใครสักคน", write_value("goal", "description", "th", "เมืองที่น้ำไม่ท่วม"))
    story = (
        Story(begun.new).step(SOMCHAI).step(MALEE, write_value("goal", "description", "th", "เมืองที่น้ำไม่ขัง"))
    )
    pieces = story.signer().sign_value(label_of(plan, "goal", "description"), "เมืองที่น้ำไม่ท่วม", "เมืองที่น้ำไม่ขัง")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "เมืองที่น้ำไม่"),
        ("deleted", "ท่วม"),
        ("inserted", "ขัง"),
    ]
    assert all(
        piece.signature == (MALEE, BEGUN_AT + timedelta(minutes=1))
        for piece in pieces
        if piece.kind != "same"
    )


def test_an_amount_is_replaced_as_a_whole():
    plan = small_plan()
    name = "โครงการdredge"
    story = Story(plan).step(MALEE, write_value("project", "budget", "2568:ordinance", Decimal(550000), name))
    pieces = story.signer().sign_cell(row_of(plan, name), FIRST_YEAR, "500,000", "550,000")
    assert [(piece.kind, piece.text) for piece in pieces] == [("deleted", "500,000"), ("inserted", "550,000")]
    assert set(authors(pieces).values()) == {MALEE}


def test_each_year_is_signed_by_who_edited_that_year():
    plan, name = small_plan(), "โครงการdredge"
    story = (
        Story(plan)
        .step(MALEE, write_value("project", "budget", "2569:pao_grant", Decimal(1), name))
        .step(SOMCHAI, write_value("project", "budget", "2568:ordinance", Decimal(2), name))
    )
    signer, row = story.signer(), row_of(plan, name)
    assert authors(signer.sign_cell(row, SECOND_YEAR, "1,700,000", "500,001"))["500,001"] == MALEE
    assert authors(signer.sign_cell(row, FIRST_YEAR, "500,000", "2"))["2"] == SOMCHAI


@pytest.mark.parametrize(
    ("language", "name"), [("th", "คำนวณโดยโปรแกรม"), ("both", "คำนวณโดยโปรแกรม"), ("en", "Computed")]
)
def test_numbers_and_sums_are_signed_by_the_program_in_the_language_of_the_document(
    language: DocumentLanguage, name: str
):
    plan, project = small_plan(), "โครงการdredge"
    story = Story(plan).step(MALEE, write_value("project", "budget", "2568:ordinance", Decimal(2), project))
    signer = story.signer(language)
    total = signer.sign_cell(row_of(plan, project, "project_list"), 2, "2,200,000", "1,700,002")
    number = signer.sign_cell(row_of(plan, project), 0, "1.1.1", "1.1.2")
    subtotal = signer.sign_computed("รวม 4 โครงการ", "รวม 5 โครงการ")
    assert [(piece.kind, piece.text) for piece in number] == [
        ("same", "1.1."),
        ("deleted", "1"),
        ("inserted", "2"),
    ]
    assert authors(subtotal) == {"4": name, "5": name}
    for pieces in (total, number, subtotal):
        assert {piece.signature for piece in pieces if piece.kind != "same"} == {(name, BEGUN_AT)}


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("1.1.3", "1.1.4", ["=1.1.", "-3", "+4"]),
        ("1.9", "1.10", ["=1.", "-9", "+10"]),
        ("1.1.3", "1.1", ["=1.", "-1.3", "+1"]),
        ("2", "12", ["-2", "+12"]),
        ("๑.๒", "๑.๓", ["=๑.", "-๒", "+๓"]),
        ("", "1.1", ["+1.1"]),
        ("1.1", "", ["-1.1"]),
        ("1.1", "1.1", ["=1.1"]),
    ],
)
def test_of_a_row_number_only_the_steps_that_differ_are_marked(old: str, new: str, pieces: list[str]):
    plan = small_plan()
    signed = Story(plan).signer().sign_cell(row_of(plan, "โครงการdredge"), 0, old, new)
    signs = {"same": "=", "deleted": "-", "inserted": "+"}
    assert [signs[piece.kind] + piece.text for piece in signed] == pieces


def test_in_a_cell_of_two_languages_only_the_edited_one_is_marked():
    plan, project = small_plan(), "โครงการdredge"
    story = Story(plan).step(MALEE, write_value("project", "name", "en", "Project weir", project))
    pieces = story.signer("both").sign_cell(
        row_of(plan, project), NAME, "โครงการdredge\nProject dredge", "โครงการdredge\nProject weir"
    )
    assert "".join(piece.text for piece in pieces if piece.kind == "same") == "โครงการdredge\nProject "
    assert authors(pieces) == {"dredge": MALEE, "weir": MALEE}


@pytest.mark.parametrize(
    ("part", "old", "new", "marked"),
    [
        ("en", "โครงการdredge\nProject dredge", "โครงการdredge", "\nProject dredge"),
        ("th", "โครงการdredge\nProject dredge", "Project dredge", "โครงการdredge\n"),
    ],
)
def test_a_language_that_goes_takes_its_line_along(part: str, old: str, new: str, marked: str):
    plan, project = small_plan(), "โครงการdredge"
    story = Story(plan).step(MALEE, write_value("project", "name", part, None, project))
    pieces = story.signer("both").sign_cell(row_of(plan, project), NAME, old, new)
    assert "".join(piece.text for piece in pieces if piece.kind == "deleted") == marked
    assert "".join(piece.text for piece in pieces if piece.kind == "same") == new
    assert set(authors(pieces).values()) == {MALEE}
    back = story.redline("both", is_backwards=True)
    assert back.new.sections


def test_a_text_that_is_none_of_the_outline_is_still_told_whole():
    """The weaver may hand in what it read from a cell otherwise; nothing of it is lost."""
    plan = small_plan()
    story = Story(plan).step(MALEE, write_value("project", "objective", "th", "ลดน้ำท่วม", "โครงการdredge"))
    pieces = story.signer().sign_cell(row_of(plan, "โครงการdredge"), OBJECTIVE, "", "ลดน้ำ\nท่วม")
    assert "".join(piece.text for piece in pieces) == "ลดน้ำ\nท่วม"


def test_a_renamed_agency_is_signed_by_who_renamed_it_wherever_it_is_named():
    plan, project = small_plan(), "โครงการdredge"
    story = (
        Story(plan)
        .step(MALEE, write_value("agency", "name", "th", "สำนักช่าง", "กองช่าง"))
        .step(SOMCHAI, write_value("project", "objective", "th", "ลดน้ำท่วม", project))
    )
    pieces = story.signer().sign_cell(row_of(plan, project), AGENCIES, "กองช่าง", "สำนักช่าง")
    assert set(authors(pieces).values()) == {MALEE}


def test_where_a_translation_stands_in_its_own_edits_sign():
    """The English document prints the Thai objective, because there is no English one."""
    plan, project = small_plan(), "โครงการdredge"
    story = (
        Story(plan)
        .step(SOMCHAI, write_value("project", "objective", "th", "ลดน้ำท่วม", project))
        .step(MALEE, write_value("goal", "description", "th", "เมืองใหม่"))
    )
    pieces = story.signer("en").sign_cell(row_of(plan, project), OBJECTIVE, "", "[Thai] ลดน้ำท่วม")
    assert set(authors(pieces).values()) == {SOMCHAI}


def test_thai_digits_do_not_hide_who_wrote_what():
    begun = Story(small_plan()).step(MALEE, write_value("goal", "description", "th", "ลดน้ำท่วมใน 12 ชุมชน"))
    story = (
        Story(begun.new)
        .step(MALEE, write_value("goal", "description", "th", "ลดน้ำท่วมใน 15 ชุมชน"))
        .step(SOMCHAI, write_value("goal", "description", "th", "ลดน้ำท่วมใน 15 ชุมชนริมคลอง"))
    )
    signer = story.signer(has_thai_digits=True)
    pieces = signer.sign_value(
        label_of(begun.new, "goal", "description"), "ลดน้ำท่วมใน ๑๒ ชุมชน", "ลดน้ำท่วมใน ๑๕ ชุมชนริมคลอง"
    )
    assert authors(pieces) == {"๑๒": MALEE, "๑๕": MALEE, "ริมคลอง": SOMCHAI}


def test_an_author_without_a_name_is_called_unnamed():
    plan = small_plan()
    story = Story(plan).step("", write_value("goal", "description", "th", "เมืองใหม่"))
    assert authors(story.signer().sign_value(label_of(plan, "goal", "description"), "", "เมืองใหม่")) == {
        "เมืองใหม่": "ไม่ระบุชื่อ"
    }


def test_a_line_of_fields_of_the_plan_is_signed_by_its_newest_edit():
    story = (
        Story(small_plan())
        .step(MALEE, write_value("plan", "organisation", "th", "เทศบาลใหม่"))
        .step(SOMCHAI, write_value("plan", "edition", "th", "ร่างที่ 3"))
        .step(MALEE, write_value("plan", "title", "th", "แผนใหม่"))
    )
    signer = story.signer()
    assert set(authors(signer.sign_plan(("organisation", "edition"), "", "เทศบาลใหม่  ร่างที่ 3")).values()) == {
        SOMCHAI
    }
    assert set(authors(signer.sign_plan(("title",), "แผน", "แผนใหม่")).values()) == {MALEE}
    assert authors(signer.sign_plan(("area",), "เก่า", "ใหม่")) == {
        "เก่า": "คำนวณโดยโปรแกรม",
        "ใหม่": "คำนวณโดยโปรแกรม",
    }


def test_pieces_of_every_cell_and_value_make_up_both_texts():
    """Whatever differs between two random states, what is signed is what the outlines print."""
    plan = sample_plan()
    edits = random_edits(plan, Random(5), 40)
    story = Story(plan).step(MALEE, lambda _plan: edits)
    made, signer = story.redline("both"), story.signer("both")
    for outline, is_new in ((made.old, False), (made.new, True)):
        for table in list_tables(outline):
            for row in list_rows(table):
                for column, phrases in enumerate(row.cells):
                    text = "\n".join(phrase.text for phrase in phrases)
                    texts = ("", text) if is_new else (text, "")
                    pieces = signer.sign_cell(row.anchor.name, column, *texts)
                    assert "".join(piece.text for piece in pieces) == text
        for printed in list_printed_fields(outline):
            texts = ("", printed.value.text) if is_new else (printed.value.text, "")
            pieces = signer.sign_value(printed.anchor.name, *texts)
            assert "".join(piece.text for piece in pieces) == printed.value.text
            assert all(piece.signature for piece in pieces)
