"""Feedback is edited as the plan is: exactly, with an inverse, and apart from what the plan says."""

from datetime import UTC, date, datetime
from random import Random

import pytest

from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import AddNode, StaleEdit, apply, invert, remove_branches
from success_desktop.domain.feedback import Anchor, Reply, read_feedback
from success_desktop.domain.feedback_edits import (
    add_remarks,
    add_replies,
    add_round,
    move_feedback,
    remove_feedback,
    set_anchor,
    set_feedback,
)
from success_desktop.domain.feedback_kinds import FEEDBACK_ID, derive_feedback_id
from success_desktop.domain.net_edits import edits_between
from success_desktop.domain.plan import Plan, plan_of_nodes
from success_desktop.domain.restoring import Scope, restore_edits
from success_desktop.domain.touched import count_touched
from tests.feedback_samples import FILE, MEETING, remark, small_feedback
from tests.plans import small_plan
from tests.random_plans import random_edits, sample_plan


@pytest.fixture
def plan() -> Plan:
    bare = small_plan()
    return apply(bare, small_feedback(bare))


def test_bringing_feedback_is_taken_back_exactly():
    bare = small_plan()
    edits = small_feedback(bare)
    assert apply(apply(bare, edits), invert(edits)) == bare


def test_a_second_round_does_not_make_another_root(plan: Plan):
    more = add_round(plan, MEETING)
    assert [edit.kind for edit in more if isinstance(edit, AddNode)] == ["round"]


def test_a_plan_still_has_one_root_of_its_own(plan: Plan):
    assert plan_of_nodes(plan.template, plan.nodes) == plan
    with pytest.raises(StaleEdit):
        apply(plan, (AddNode("another", "plan", None, "V"),))
    with pytest.raises(StaleEdit):
        apply(plan, (AddNode(FEEDBACK_ID, "feedback", None, "V"),))


def test_fields_take_words_days_instants_and_wordings(plan: Plan):
    first = next(iter(read_feedback(plan).remarks.values()))
    at = datetime(2024, 3, 1, 4, 0, tzinfo=UTC)
    edits = set_feedback(
        plan,
        first.id,
        {
            "disposition": "partly",
            "decided_at": at,
            "response": {"th": "ปรับแล้ว", "en": "Done"},
            "answers": ("uid-1", "uid-2"),
            "is_resolved": True,
            "author": None,
        },
    )
    plan = apply(plan, edits)
    found = read_feedback(plan).remarks[first.id]
    assert (found.disposition, found.decided_at, found.answers) == ("partly", at, ("uid-1", "uid-2"))
    assert (found.response, found.is_resolved, found.author) == ({"th": "ปรับแล้ว", "en": "Done"}, True, "")
    plan = apply(plan, set_feedback(plan, first.id, {"response": {"en": "Done"}, "is_resolved": False}))
    assert read_feedback(plan).remarks[first.id].response == {"en": "Done"}
    assert not read_feedback(plan).remarks[first.id].is_resolved
    assert set_feedback(plan, first.id, {"response": {"en": "Done"}, "disposition": "partly"}) == ()
    assert (
        apply(plan, set_feedback(plan, FILE.id, {"on": date(2024, 2, 14)})).nodes[FILE.id].word("on")
        == "2024-02-14"
    )


def test_a_wording_that_is_no_mapping_clears_a_text(plan: Plan):
    first = next(iter(read_feedback(plan).remarks.values()))
    assert (
        read_feedback(apply(plan, set_feedback(plan, first.id, {"text": None}))).remarks[first.id].text == {}
    )


def test_a_thread_grows_at_its_end(plan: Plan):
    first = next(iter(read_feedback(plan).remarks.values()))
    more = (Reply(id=derive_feedback_id("more"), text="แก้แล้ว", is_ours=True), Reply(id="f-2", text="ขอบคุณ"))
    found = read_feedback(apply(plan, add_replies(plan, first.id, more))).remarks[first.id]
    assert [reply.text for reply in found.replies] == ["รับทราบ", "แก้แล้ว", "ขอบคุณ"]
    assert [reply.is_ours for reply in found.replies] == [False, True, False]


def test_a_remark_moves_with_all_below_it_and_is_numbered_anew(plan: Plan):
    first = read_feedback(plan).find("2:1")[0]
    moved = apply(plan, move_feedback(plan, first.id, FILE.id, read_feedback(plan).find("1:2")[0].id))
    assert [item.number for item in read_feedback(moved).of_round(FILE.id)] == [
        "1",
        "2",
        "2.1",
        "2.2",
        "3",
        "4",
    ]


def test_a_round_goes_with_all_its_remarks(plan: Plan):
    without = apply(plan, remove_feedback(plan, MEETING.id))
    assert [item.id for item in read_feedback(without).rounds] == [FILE.id]
    assert len(read_feedback(without).remarks) == 3


def test_a_remark_is_tied_to_another_passage(plan: Plan):
    lost = read_feedback(plan).unplaced[0]
    anchor = Anchor(plan.root_id, "title", "en", "", "Test town plan 2025–2029", 0, 4)
    assert read_feedback(apply(plan, set_anchor(plan, lost.id, anchor))).remarks[lost.id].anchor == anchor


def test_remarks_of_many_parents_come_at_once(plan: Plan):
    top = remark("top", FILE)
    brought = (top, remark("below", top), remark("other", MEETING))
    found = read_feedback(apply(plan, add_remarks(plan, brought)))
    assert [found.full_number(found.remarks[item.id]) for item in brought] == ["1:4", "1:4.1", "2:2"]


def test_feedback_is_no_difference_between_two_states_of_a_plan(plan: Plan):
    assert compare_plans(small_plan(), plan).differences == {}
    assert compare_plans(plan, small_plan()).differences == {}
    assert count_touched(small_feedback(small_plan()), lambda _id: "").is_nothing


def test_the_way_between_two_states_leads_through_their_feedback(plan: Plan):
    for old, new in (
        (small_plan(), plan),
        (plan, small_plan()),
        (plan, sample_plan()),
        (sample_plan(), plan),
    ):
        assert apply(old, edits_between(old, new)) == new


def test_restoring_the_whole_plan_leaves_feedback_as_it_is(plan: Plan):
    past = small_plan()
    rng = Random(5)
    for _turn in range(10):
        edited = apply(plan, random_edits(past, rng, 6))
        restored = apply(edited, restore_edits(edited, past, Scope()).edits)
        assert compare_plans(past, restored).differences == {}
        assert read_feedback(restored) == read_feedback(plan)
    assert apply(past, restore_edits(past, plan, Scope()).edits) == past


def test_deleting_what_remarks_stand_on_leaves_the_remarks(plan: Plan):
    issue = plan.children_of(plan.root_id)[0]
    left = apply(plan, remove_branches(plan, (issue.id, MEETING.id)))
    assert [item.number for item in read_feedback(left).remarks.values()] == ["1", "2", "3"]


def test_what_repeated_a_remark_that_goes_is_open_again(plan: Plan):
    first, repeating = remark("first", FILE), remark("repeating", MEETING)
    plan = apply(plan, add_remarks(plan, (first, repeating)))
    decided = {"disposition": "duplicate", "duplicate_of": first.id, "decided_by": "สมหญิง"}
    plan = apply(plan, set_feedback(plan, repeating.id, decided))
    edits = remove_feedback(plan, FILE.id)
    left = read_feedback(apply(plan, edits)).remarks
    assert left[repeating.id].is_open
    assert (left[repeating.id].duplicate_of, left[repeating.id].decided_by) == ("", "")
    assert apply(apply(plan, edits), invert(edits)) == plan
