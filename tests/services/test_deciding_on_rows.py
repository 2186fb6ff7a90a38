"""Rows that reviewers add, strike and move: nothing happens before somebody decides, and undo brings back exactly that."""

from decimal import Decimal

import pytest

from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.proposals import AddedRow, Cell, MovedRow, RemovedRow, read_proposal
from success_desktop.errors import UserError
from success_desktop.services.deciding import (
    accept,
    decline,
    reopen,
)
from tests.plans import named
from tests.services.proposals import (
    now,
    row_remark,
    take_in,
)


def test_an_accepted_row_comes_with_its_values_and_its_remark_moves_to_it(editor):
    approach = named(editor.plan, "Restore the canals")
    cells = (
        Cell("name", "th", "ปลูกป่าชายคลอง"),
        Cell("budget", "2569:ordinance", "250,000"),
        Cell("moon", "", "?"),
    )
    proposed = row_remark(
        "added", AddedRow(approach, "project", named(editor.plan, "Project gauge"), cells), approach
    )
    take_in(editor, proposed)
    before = editor.plan
    accept(editor, proposed.id)
    made = now(editor, proposed).anchor.node_id
    node = editor.plan.nodes[made]
    assert (node.text("name", "th"), node.yearly_money("budget")) == (
        "ปลูกป่าชายคลอง",
        {(2569, "ordinance"): Decimal(250000)},
    )
    names = [child.text("name", "th") for child in editor.plan.children_of(approach)]
    assert names == ["โครงการdredge", "ปลูกป่าชายคลอง", "โครงการgauge"]
    assert read_proposal(now(editor, proposed).proposed).node_id == made
    editor.undo()
    assert editor.plan == before


def test_accepting_a_new_row_again_makes_no_second_one(editor):
    approach = named(editor.plan, "Restore the canals")
    proposed = row_remark("added", AddedRow(approach, "project"), approach)
    take_in(editor, proposed)
    accept(editor, proposed.id)
    reopen(editor, proposed.id)
    accept(editor, proposed.id)
    assert len(editor.plan.children_of(approach)) == 3


def test_a_row_with_an_unreadable_value_is_refused(editor):
    approach = named(editor.plan, "Restore the canals")
    proposed = row_remark(
        "added", AddedRow(approach, "project", cells=(Cell("budget", "2569:ordinance", "มาก"),)), approach
    )
    take_in(editor, proposed)
    with pytest.raises(UserError, match="มาก"):
        accept(editor, proposed.id)
    assert len(editor.plan.children_of(approach)) == 2


def test_an_accepted_removal_takes_the_row_and_undo_brings_back_exactly_that(editor):
    gauge = named(editor.plan, "Project gauge")
    proposed = row_remark("removed", RemovedRow(gauge), gauge)
    take_in(editor, proposed)
    before = editor.plan
    accept(editor, proposed.id)
    assert gauge not in editor.plan.nodes
    editor.undo()
    assert editor.plan == before


def test_declining_a_removal_leaves_the_row_exactly_as_it_was(editor):
    gauge = named(editor.plan, "Project gauge")
    proposed = row_remark("removed", RemovedRow(gauge), gauge)
    take_in(editor, proposed)
    node = editor.plan.nodes[gauge]
    decline(editor, proposed.id, "ยังจำเป็น")
    assert editor.plan.nodes[gauge] is node


def test_an_accepted_move_takes_the_row_there(editor):
    gauge, target = (
        named(editor.plan, "Project gauge"),
        editor.plan.nodes[named(editor.plan, "Project map")].parent_id,
    )
    proposed = row_remark("moved", MovedRow(gauge, target, "gone-id"), gauge)
    take_in(editor, proposed)
    accept(editor, proposed.id)
    assert editor.plan.nodes[gauge].parent_id == target
    assert editor.plan.children[target][-1] == gauge


def test_a_move_to_a_place_that_has_gone_is_refused(editor):
    gauge = named(editor.plan, "Project gauge")
    proposed = row_remark("moved", MovedRow(gauge, "gone-id"), gauge)
    take_in(editor, proposed)
    with pytest.raises(UserError):
        accept(editor, proposed.id)


def test_nobody_can_propose_the_plan_or_its_feedback_away(editor):
    taken = [
        row_remark("removed", RemovedRow(editor.plan.root_id), editor.plan.root_id),
        row_remark("added", AddedRow(FEEDBACK_ID, "project"), FEEDBACK_ID),
        row_remark("moved", MovedRow(named(editor.plan, "Project gauge"), FEEDBACK_ID), FEEDBACK_ID),
    ]
    take_in(editor, *taken)
    before = editor.plan
    for proposed in taken:
        with pytest.raises(UserError):
            accept(editor, proposed.id)
    assert editor.plan == before


def test_feedback_is_no_row_that_could_go(editor):
    proposed = row_remark("removed", RemovedRow(FEEDBACK_ID), FEEDBACK_ID)
    take_in(editor, proposed)
    with pytest.raises(UserError, match="ไม่มีอยู่ในแผนแล้ว"):
        accept(editor, proposed.id)
