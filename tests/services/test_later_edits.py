"""A row that somebody proposes to strike or to move: what was written into it since they saw it is never lost unasked."""

from dataclasses import replace

import pytest

from success_desktop.domain.feedback import Anchor
from success_desktop.domain.proposals import AddedRow, MovedRow, RemovedRow
from success_desktop.errors import UserError
from success_desktop.services.deciding import accept, decide
from success_desktop.services.editing import add_node, move_node, remove_node, set_text
from success_desktop.services.later_edits import LaterEdit, LaterEdits, find_later_edits
from success_desktop.services.revisions import take_revision
from tests.plans import named
from tests.services.proposals import now, row_remark, take_in


@pytest.fixture
def seen(editor):
    """The id of the revision that the reviewers were sent."""
    return take_revision(editor, "", "ส่งผู้ทรงคุณวุฒิ").id


def proposed_on(editor, sort, proposal, seen):
    """A proposal about a row by somebody who saw a revision, taken in."""
    node_id = getattr(proposal, "node_id", "") or proposal.parent_id
    bare = row_remark(sort, proposal, node_id)
    remark = replace(bare, anchor=Anchor(node_id, revision_id=seen), author="อ.วิชัย")
    take_in(editor, remark)
    return now(editor, remark)


def approach_of(editor, name):
    return editor.plan.nodes[named(editor.plan, name)].parent_id


def test_a_row_edited_since_is_not_struck_unasked(editor, seen):
    gauge = named(editor.plan, "Project gauge")
    remark = proposed_on(editor, "removed", RemovedRow(gauge), seen)
    set_text(editor, (gauge, "objective", "th"), "เตือนภัยได้ก่อน 3 ชั่วโมง")
    before = editor.plan
    later = accept(editor, remark.id)
    assert later == LaterEdits(remark.id, gauge, "removed", "อ.วิชัย", (LaterEdit(gauge, "objective"),))
    assert editor.plan is before, "nothing is done before somebody has chosen"
    assert accept(editor, remark.id, "ตามที่เสนอ", is_forced=True) is None
    assert gauge not in editor.plan.nodes
    assert now(editor, remark).disposition == "accepted"
    editor.undo()
    assert editor.plan == before


def test_what_came_or_moved_below_a_row_since_counts(editor, seen):
    approach = approach_of(editor, "Project gauge")
    came = add_node(editor, approach, "project")
    moved = named(editor.plan, "Project map")
    move_node(editor, moved, approach)
    remark = proposed_on(editor, "removed", RemovedRow(approach), seen)
    later = find_later_edits(editor, remark)
    assert later is not None
    assert {edit.node_id for edit in later.edits if not edit.field} == {came, moved}


def test_a_row_that_nobody_touched_goes_at_once(editor, seen):
    gauge = named(editor.plan, "Project gauge")
    remark = proposed_on(editor, "removed", RemovedRow(gauge), seen)
    set_text(editor, (named(editor.plan, "Project map"), "objective", "th"), "อื่น")
    assert accept(editor, remark.id) is None
    assert gauge not in editor.plan.nodes


def test_a_row_moved_elsewhere_since_is_not_moved_once_more_unasked(editor, seen):
    gauge, there = named(editor.plan, "Project gauge"), approach_of(editor, "Project map")
    remark = proposed_on(editor, "moved", MovedRow(gauge, there), seen)
    set_text(editor, (gauge, "objective", "th"), "ข้อความในแถวไม่หายไปกับการย้าย")
    assert find_later_edits(editor, remark) is None
    elsewhere = next(
        node.id
        for node in editor.plan.walk()
        if node.kind == editor.plan.nodes[there].kind
        and node.id not in (there, editor.plan.nodes[gauge].parent_id)
    )
    move_node(editor, gauge, elsewhere)
    later = accept(editor, remark.id)
    assert later == LaterEdits(remark.id, gauge, "moved", "อ.วิชัย", (LaterEdit(gauge, ""),))
    assert editor.plan.nodes[gauge].parent_id == elsewhere
    move_node(editor, gauge, there)
    assert find_later_edits(editor, remark) is None, "it stands where it was proposed already"


def test_scripts_are_told_instead_of_asked(editor, seen):
    gauge = named(editor.plan, "Project gauge")
    remark = proposed_on(editor, "removed", RemovedRow(gauge), seen)
    set_text(editor, (gauge, "objective", "th"), "แก้แล้ว")
    with pytest.raises(UserError) as refused:
        decide(editor, remark.id, "accepted")
    assert refused.value.message == "The row has been edited since {names} saw it."
    assert now(editor, remark).is_open


def test_nothing_is_found_where_it_is_not_known_what_was_seen(editor, seen):
    gauge = named(editor.plan, "Project gauge")
    set_text(editor, (gauge, "objective", "th"), "แก้แล้ว")
    for revision_id in ("", "01jrev00000000000000000099"):
        remark = row_remark("removed", RemovedRow(gauge), gauge)
        unknown = replace(remark, anchor=Anchor(gauge, revision_id=revision_id))
        assert find_later_edits(editor, unknown) is None


def test_other_proposals_have_no_later_edits(editor, seen):
    gauge = named(editor.plan, "Project gauge")
    came = add_node(editor, approach_of(editor, "Project gauge"), "project")
    anchor = Anchor(gauge, revision_id=seen)
    wanted = [
        row_remark("added", AddedRow(approach_of(editor, "Project gauge"), "project"), gauge),
        row_remark("removed", AddedRow(approach_of(editor, "Project gauge"), "project"), gauge),
        row_remark("removed", RemovedRow(came), came),
    ]
    unreadable = replace(row_remark("removed", RemovedRow(gauge), gauge), proposed="?")
    remove_node(editor, gauge)
    wanted += [row_remark("removed", RemovedRow(gauge), gauge), unreadable]
    for remark in wanted:
        assert find_later_edits(editor, replace(remark, anchor=anchor)) is None
