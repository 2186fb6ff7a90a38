"""What answered a remark: from the first state to the last, branches told once."""

from decimal import Decimal

from success_desktop.domain.answer_changes import ChangedNode, ChangedValue, list_changes, narrow_changes
from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    SetValue,
    apply,
    remove_branch,
)
from success_desktop.domain.feedback_kinds import derive_feedback_id
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from tests.plans import named, small_plan

PLAN = small_plan()
DREDGE = named(PLAN, "Project dredge")
GAUGE = named(PLAN, "Project gauge")
APPROACH = PLAN.nodes[DREDGE].parent_id or ""


def changes(*edits: Edit, of: Plan = PLAN) -> tuple[object, ...]:
    return list_changes(of, edits)


def name(old: str | None, new: str | None, node_id: str = DREDGE) -> SetValue:
    return SetValue(node_id, "name", "th", old, new)


def test_several_edits_of_one_value_are_one_change_from_first_to_last():
    assert changes(name("ก", "ข"), name("ข", "ค")) == (ChangedValue(DREDGE, "name", "th", "ก", "ค"),)


def test_a_value_that_ended_where_it_began_is_no_change():
    assert changes(name("ก", "ข"), name("ข", "ก")) == ()


def test_what_is_said_about_the_feedback_is_passed_over():
    assert changes(SetValue(derive_feedback_id("x"), "disposition", "", None, "accepted")) == ()


def test_an_added_branch_is_told_once_by_its_name():
    edits = (
        AddNode("new", "project", APPROACH, "z"),
        name(None, "โครงการใหม่", "new"),
        AddNode("below", "action_item", "new", "V"),
    )
    assert changes(*edits) == (ChangedNode("new", "project", "added", {"th": "โครงการใหม่"}),)


def test_a_removed_branch_is_told_once_by_the_name_it_had():
    edits = remove_branch(PLAN, APPROACH)
    gone = apply(PLAN, edits)
    (change,) = changes(*edits, of=gone)
    assert change == ChangedNode(
        APPROACH, "approach", "removed", {"th": "ฟื้นสายคลอง", "en": "Restore the canals"}
    )


def test_what_came_and_went_again_is_nothing():
    edits = remove_branch(PLAN, GAUGE)
    back = tuple(edit.inverse() for edit in reversed(edits))
    assert changes(*edits, *back) == ()
    assert changes(*back, *edits, of=apply(PLAN, edits)) == ()


def test_a_move_is_told_unless_it_led_back():
    there = MoveNode(GAUGE, APPROACH, "a", APPROACH, "b")
    further = MoveNode(GAUGE, APPROACH, "b", APPROACH, "c")
    names: dict[Language, str] = {"th": "โครงการgauge", "en": "Project gauge"}
    assert changes(there, further) == (ChangedNode(GAUGE, "project", "moved", names),)
    assert changes(there, there.inverse()) == ()


def test_a_move_of_what_is_new_or_gone_adds_nothing():
    move = MoveNode("new", APPROACH, "z", APPROACH, "zz")
    added = ChangedNode("new", "project", "added", {})
    assert changes(AddNode("new", "project", APPROACH, "z"), move) == (added,)
    assert changes(move) == ()


def test_of_shared_changes_each_remark_has_those_nearest_to_it():
    here = ChangedValue(DREDGE, "name", "th", "ก", "ข")
    english = ChangedValue(DREDGE, "name", "en", "a", "b")
    money = ChangedValue(DREDGE, "budget", "2568:ordinance", Decimal(1), Decimal(2))
    other = ChangedNode(GAUGE, "project", "moved", {})
    every = (here, english, money, other)
    assert narrow_changes(every, (DREDGE, "name", "th")) == (here,)
    assert narrow_changes(every, (DREDGE, "name", "zz")) == (here, english)
    assert narrow_changes(every, (DREDGE, "kpi", "th")) == (here, english, money)
    assert narrow_changes(every, (GAUGE, "", "")) == (other,)
    assert narrow_changes(every, ("", "", "")) == every
