"""A reviewer's file is taken in: on its fields, under the right names, once; nothing is applied before somebody decides."""

from dataclasses import replace

import pytest

from success_desktop.domain.feedback import Anchor, read_feedback
from success_desktop.domain.proposals import MovedRow, RemovedRow, read_proposal
from success_desktop.services import deciding
from success_desktop.services.clashes import list_clashes
from success_desktop.services.receipts import read_receipt
from success_desktop.services.receiving import (
    ReceivingOptions,
    open_file,
    preview,
    receive,
    receive_file,
)
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, node, place
from tests.services.returned_copies import (
    open_reviewed,
    plan_without_feedback,
    remarks,
    say,
    say_more,
    track,
    type_over,
    write_copy,
)


@pytest.fixture
def editor(tmp_path):
    opened = open_reviewed(tmp_path)
    yield opened
    opened.close(publish=False)


def test_three_copies_come_in_under_three_names_and_nothing_is_applied(editor, tmp_path):
    before = plan_without_feedback(editor)
    receive_file(editor, write_copy(tmp_path / "a.docx", track))
    receive_file(editor, write_copy(tmp_path / "b.docx", type_over), ReceivingOptions(reviewer="ผู้ทรงคุณวุฒิ ข"))
    receive_file(editor, write_copy(tmp_path / "c.docx", say))
    feedback = read_feedback(editor.plan)
    assert [one.reviewer for one in feedback.rounds] == [ARPHA.name, "ผู้ทรงคุณวุฒิ ข", BUNMEE.name]
    found = [(one.sort, one.trace, one.author, one.anchor.node_id) for one in remarks(editor)]
    assert found == [
        ("wording", "tracked", ARPHA.name, node("water")),
        ("wording", "untracked", "ผู้ทรงคุณวุฒิ ข", node("water")),
        ("comment", "", BUNMEE.name, node("exposure")),
    ]
    (clash,) = list_clashes(editor.plan, feedback)
    assert {choice.author for choice in clash.choices} == {ARPHA.name, "ผู้ทรงคุณวุฒิ ข"}
    assert plan_without_feedback(editor) == before


def test_taking_in_a_file_is_one_step_of_undo(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", track, say))
    assert editor.undo_label == "Take in a returned file"
    editor.undo()
    assert remarks(editor) == []
    assert read_feedback(editor.plan).rounds == ()


def test_a_row_deleted_and_another_moved_are_proposals(editor, tmp_path):
    def silent_rows(copy):
        rows = {}
        for row in copy.package.body.iter(f"{W}tr"):
            text = "".join(one.text or "" for one in row.iter(f"{W}t"))
            names = [str(mark.get(f"{W}name")) for mark in row.iter(f"{W}bookmarkStart")]
            rows.update({name: row for name in names if name.startswith("r_")})
            assert text is not None
        sago = [row for name, row in rows.items() if node("sago") in name]
        for row in sago:
            row.getparent().remove(row)
        park = next(row for name, row in rows.items() if node("park") in name and len(row) > 8)
        target = next(row for name, row in rows.items() if node("database") in name and len(row) > 8)
        target.addnext(park)

    receive_file(editor, write_copy(tmp_path / "a.docx", silent_rows))
    found = [read_proposal(one.proposed) for one in remarks(editor)]
    proposals = {type(proposal): proposal for proposal in found}
    assert proposals[RemovedRow] == RemovedRow(node("sago"))
    assert proposals[MovedRow] == MovedRow(node("park"), node("collect"), node("mappers"))
    before = plan_without_feedback(editor)
    for one in remarks(editor):
        deciding.decline(editor, one.id, "ไม่เห็นด้วย")
    assert plan_without_feedback(editor) == before


def test_the_receipt_is_kept_with_the_round_and_adds_up(editor, tmp_path):
    receipt = receive_file(editor, write_copy(tmp_path / "a.docx", track, say, say_more))
    kept = read_receipt(read_feedback(editor.plan).rounds[0].receipt)
    assert kept == receipt
    assert receipt.is_balanced
    assert dict(receipt.in_file) == {"comment": 2, "insertion": 1, "deletion": 1}
    assert receipt.remarks == 3
    assert dict(receipt.placed_by) == {"bookmark": 3}


def test_a_copy_in_which_nothing_was_done_is_a_round_without_remarks(editor, tmp_path):
    receipt = receive_file(editor, write_copy(tmp_path / "ไม่มีข้อเสนอ.docx"))
    assert receipt.remarks == 0
    assert [one.name for one in read_feedback(editor.plan).rounds] == ["ไม่มีข้อเสนอ"]


def test_a_remark_without_a_place_is_unplaced_and_counted(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", say))
    lost = replace(opened.file.comments[0], start=None, end=None)
    incoming = preview(editor, replace(opened, file=replace(opened.file, comments=(lost,))))
    (line,) = incoming.receipt.lines
    assert (line.sort, line.in_file, line.placed, line.unplaced) == ("comment", 1, 0, 1)
    receive(editor, incoming)
    assert [one.anchor for one in read_feedback(editor.plan).unplaced] == [Anchor()]


def test_a_reply_to_nothing_is_a_remark_and_counts_as_a_reply(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", say))
    orphan = replace(opened.file.comments[0], parent_id="77")
    again = replace(opened, file=replace(opened.file, comments=(orphan,)), counts={"reply": 1})
    incoming = preview(editor, again)
    assert [line[:3] for line in incoming.receipt.lines] == [("reply", 1, 1)]


def test_changes_of_looks_are_counted_and_set_aside(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", track))
    incoming = preview(editor, replace(opened, counts={**opened.counts, "formatting": 3}))
    assert dict(incoming.receipt.aside) == {"looks": 3}
    assert incoming.receipt.in_file["formatting"] == 3


def test_money_of_a_year_from_one_source_is_proposed_for_that_source(editor, tmp_path):
    cell = place("mappers", "budget", "2568:foundation_eu")
    receive_file(
        editor, write_copy(tmp_path / "a.docx", lambda copy: copy.replace(cell, "160,000", "185,000", ARPHA))
    )
    (only,) = remarks(editor)
    assert (only.anchor.place, only.anchor.seen, only.proposed) == (tuple(cell), "160,000", "185,000")
    assert deciding.accept(editor, only.id) is None
    assert editor.plan.nodes[node("mappers")].yearly_money("budget")[2568, "foundation_eu"] == 185_000
