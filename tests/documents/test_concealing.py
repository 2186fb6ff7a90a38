"""Names leave a document from wherever they stand in it."""

from dataclasses import replace

import pytest

from success_desktop.documents.concealing import conceal_names
from success_desktop.documents.outline_blocks import (
    Anchor,
    Column,
    DataRow,
    GroupRow,
    HeadCell,
    Label,
    Outline,
    Paragraph,
    Phrase,
    Section,
    Table,
    Titled,
    TotalRow,
)
from success_desktop.domain.compare_text import Piece

NAME = "ดร.ลับ มากเหลือเกิน"
ALIASES = {NAME: "ผู้ให้ข้อเสนอแนะ 1", "ดร.ลับ": "ผู้ให้ข้อเสนอแนะ 2", "กอ": "ผู้ให้ข้อเสนอแนะ 3", "  ": "ไม่มี"}


def phrase(text, pieces=()):
    return Phrase(text, "th", pieces=pieces)


def document(text, pieces=()):
    """A document in which a text stands in every place that there is."""
    said = phrase(text, pieces)
    line = Titled(Label(said), said)
    rows = (
        GroupRow(0, (line,)),
        DataRow(Anchor("r_1", "f-1", "", ""), ((said,),)),
        TotalRow(True, (((said,), 1),)),
    )
    table = Table("matrix", (said,), (said,), (Column(1, "text", ""),), ((HeadCell((said,)),),), rows)
    return Outline(
        language="th",
        has_thai_digits=False,
        plan_id="p",
        revision_id="",
        title=said,
        owner=said,
        contents_title=(),
        page_word=phrase("หน้า"),
        origin=phrase(""),
        cover=(),
        sections=(Section("landscape", (), (table,)),),
    )


@pytest.mark.parametrize("text", [NAME, f"ตามที่ {NAME} เสนอไว้", f"{NAME}: เห็นด้วย\nและ {NAME}"])
def test_a_name_is_nowhere_left(text):
    hidden = repr(conceal_names(document(text), ALIASES))
    assert NAME not in hidden
    assert "ลับ" not in hidden
    assert hidden.count("ผู้ให้ข้อเสนอแนะ 1") >= repr(document(text)).count(NAME)


def test_a_longer_name_is_not_taken_for_the_shorter_one_within_it():
    assert conceal_names(document(NAME), ALIASES).title.text == "ผู้ให้ข้อเสนอแนะ 1"
    assert conceal_names(document("ดร.ลับ กล่าว"), ALIASES).title.text == "ผู้ให้ข้อเสนอแนะ 2 กล่าว"


def test_a_very_short_name_counts_only_alone():
    assert conceal_names(document("กอไผ่"), ALIASES).title.text == "กอไผ่"
    assert conceal_names(document(" กอ "), ALIASES).title.text == " ผู้ให้ข้อเสนอแนะ 3 "


def test_a_document_without_names_is_as_it_was():
    assert conceal_names(document("ขุดลอกคลอง"), ALIASES) == document("ขุดลอกคลอง")


def test_what_became_of_a_text_is_still_marked_where_no_name_reaches_over_it():
    pieces = (Piece("same", f"{NAME} "), Piece("inserted", "เห็นด้วย"))
    hidden = conceal_names(document(f"{NAME} เห็นด้วย", pieces), ALIASES).title
    assert [piece.text for piece in hidden.pieces] == ["ผู้ให้ข้อเสนอแนะ 1 ", "เห็นด้วย"]


def test_a_name_in_two_pieces_leaves_all_the_same():
    pieces = (Piece("same", NAME[:6]), Piece("inserted", NAME[6:]))
    hidden = conceal_names(document(NAME, pieces), ALIASES).title
    assert (hidden.text, hidden.pieces) == ("ผู้ให้ข้อเสนอแนะ 1", ())


def test_letters_keep_the_names_of_those_who_sign():
    signed = Paragraph((phrase(NAME),), "signature")
    letter = replace(document("ก"), sections=(Section("portrait", (), (signed,)),))
    assert conceal_names(letter, ALIASES).sections[0].blocks == (signed,)
