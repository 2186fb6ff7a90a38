"""A receipt tells what is in a file and what became of it, in numbers that are kept, and in words of two languages."""

from dataclasses import replace

import pytest

from success_desktop.services.receipts import (
    Decision,
    Receipt,
    SortLine,
    read_receipt,
    write_receipt,
)
from success_desktop.services.receipts_in_words import receipt_sentences, sort_word

FULL = Receipt(
    round_id="f-1",
    round_number=2,
    file_name="ร่าง.docx",
    digest="ab" * 32,
    reviewer="ผู้ทรงคุณวุฒิ ก",
    standing="older",
    revision_id="01j",
    language="th",
    lines=(
        SortLine("comment", 3, 2, 1, 0),
        SortLine("insertion", 4, 3, 0, 1),
        SortLine("formatting", 2, 0, 0, 2),
    ),
    placed_by={"bookmark": 4, "label": 0, "quote": 1},
    untracked=2,
    remarks_new=4,
    remarks_updated=1,
    remarks_known=2,
    remarks_gone=1,
    replies_new=3,
    attention=(("f-2", "label_missing"),),
    unplaced=("f-3",),
    reworded=("f-4", "f-5"),
    decisions=(Decision("n", "name", "th", "accepted"), Decision("n", "kpi", "th", "rejected")),
    aside={"looks": 2},
    missing_labels=1,
    embedded=1,
)
PLAIN = Receipt(
    round_id="f-1",
    round_number=1,
    file_name="ร่าง.docx",
    digest="",
    reviewer="",
    standing="sent",
    revision_id="01j",
    language="th",
    lines=(),
)


def test_a_receipt_is_kept_whole():
    assert read_receipt(write_receipt(FULL)) == FULL
    assert read_receipt(write_receipt(PLAIN)) == PLAIN


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"lines": 3}'])
def test_what_is_no_receipt_is_none(text):
    assert read_receipt(text) is None


def test_a_receipt_of_another_version_of_the_program_is_none():
    assert read_receipt(write_receipt(FULL).replace('"embedded"', '"imbedded"')) is None


def test_a_receipt_from_before_amendments_were_told_is_read():
    text = write_receipt(PLAIN).replace(',"reworded":[]', "")
    assert "reworded" not in text
    assert read_receipt(text) == PLAIN


def test_a_receipt_is_plain_data():
    data = FULL.as_data()
    assert data["lines"][0] == {"sort": "comment", "in_file": 3, "placed": 2, "unplaced": 1, "set_aside": 0}
    assert data["attention"] == [{"remark": "f-2", "why": "label_missing"}]
    assert data["decisions"][0] == {"node_id": "n", "field": "name", "part": "th", "verdict": "accepted"}
    assert data["unplaced"] == ["f-3"]
    assert data["reworded"] == ["f-4", "f-5"]


def test_the_sums_are_told():
    assert FULL.remarks == 7
    assert dict(FULL.in_file) == {"comment": 3, "insertion": 4, "formatting": 2}
    assert FULL.is_balanced
    assert not replace(FULL, lines=(SortLine("comment", 3, 2, 0, 0),)).is_balanced


def test_a_receipt_speaks_english():
    told = receipt_sentences(FULL, "en")
    assert told[0].startswith("The file speaks of an earlier draft")
    assert told[1:] == (
        "In the file: 3 comments, 4 insertions, 2 changes of looks.",
        "Remarks: 4 new, 1 amended, 2 known already.",
        "New replies: 3.",
        "Changes made without tracking, found by comparing: 2.",
        "Placed: 4 by their bookmarks, 1 by the words quoted.",
        "Set aside, because there is nothing to decide: 2 changes of looks.",
        "Without a place in the plan yet: 1. Drag them onto a field.",
        "To be looked at, because a label was changed or is missing: 1.",
        "Decided before, and amended in this copy: 2. The decisions stay; look at them again.",
        "In an earlier copy of the file, and not in this one: 1. They stay.",
        "The file has 1 other documents embedded in it. They were not read.",
        "Of the changes that we had sent: 1 accepted, 1 rejected.",
    )


def test_a_receipt_speaks_thai_throughout():
    thai = receipt_sentences(FULL, "th")
    english = receipt_sentences(FULL, "en")
    assert len(thai) == len(english)
    assert not set(thai) & set(english)


def test_of_a_file_without_anything_in_it_that_is_said():
    assert receipt_sentences(PLAIN, "en") == (
        "The file holds no comments and no tracked changes.",
        "Remarks: 0 new, 0 amended, 0 known already.",
    )


@pytest.mark.parametrize("standing", ["older", "unknown_revision", "no_ids", "other_plan"])
def test_where_a_file_does_not_speak_of_the_draft_sent_last_that_is_said_first(standing):
    first, *_others = receipt_sentences(replace(PLAIN, standing=standing), "en")
    assert first not in receipt_sentences(PLAIN, "en")


def test_a_sort_that_has_no_word_is_called_by_its_name():
    assert sort_word("comment", "en") == "comments"
    assert sort_word("telepathy", "en") == "telepathy"
