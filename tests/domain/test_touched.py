"""Counting what a stretch of the history touched: what remains in the end, not every key that was pressed."""

from collections import Counter
from random import Random

import pytest

from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue, apply, invert
from success_desktop.domain.touched import Touched, count_touched
from tests.random_plans import random_edits, sample_plan


def nobody(_node_id: str) -> str:
    return ""


def wording(old: str | None, new: str | None, field: str = "objective", node: str = "p1") -> SetValue:
    return SetValue(node, field, "th", old, new)


def test_a_field_edited_many_times_is_one_field():
    touched = count_touched([wording(None, "น้ำ"), wording("น้ำ", "น้ำท่วม"), wording("น้ำท่วม", "น้ำแล้ง")], nobody)
    assert touched.fields == 1
    assert touched.node_ids == {"p1"}


def test_two_languages_of_a_field_are_one_field():
    english = SetValue("p1", "objective", "en", None, "Water")
    assert count_touched([wording(None, "น้ำ"), english], nobody).fields == 1


def test_what_was_taken_back_does_not_count():
    touched = count_touched([wording("น้ำ", "ดิน"), wording("ดิน", "น้ำ")], nobody)
    assert touched == Touched()
    assert touched.is_nothing


def test_a_new_node_is_one_node_whatever_was_written_into_it():
    touched = count_touched([AddNode("p1", "project", "a1", "V"), wording(None, "น้ำ")], nobody)
    assert (touched.fields, dict(touched.added)) == (0, {"project": 1})


def test_a_deleted_node_is_one_node_whatever_stood_in_it():
    touched = count_touched([wording("น้ำ", None), RemoveNode("p1", "project", "a1", "V")], nobody)
    assert (touched.fields, dict(touched.removed)) == (0, {"project": 1})
    assert touched.node_ids == {"p1"}


def test_a_node_that_came_and_went_was_never_there():
    edits: list[Edit] = [
        AddNode("p1", "project", "a1", "V"),
        wording(None, "น้ำ"),
        wording("น้ำ", None),
        RemoveNode("p1", "project", "a1", "V"),
    ]
    assert count_touched(edits, nobody).is_nothing


def test_a_deletion_taken_back_touches_nothing():
    deletion: list[Edit] = [wording("น้ำ", None), RemoveNode("p1", "project", "a1", "V")]
    assert count_touched([*deletion, *invert(deletion)], nobody).is_nothing


def test_a_node_deleted_and_put_back_elsewhere_has_moved():
    edits: list[Edit] = [RemoveNode("p1", "project", "a1", "V"), AddNode("p1", "project", "a2", "V")]
    assert dict(count_touched(edits, nobody).moved) == {"project": 1}


def test_a_move_counts_by_the_kind_that_the_node_has():
    touched = count_touched([MoveNode("p1", "a1", "V", "a2", "V")], lambda node_id: f"kind of {node_id}")
    assert dict(touched.moved) == {"kind of p1": 1}
    assert not touched.is_nothing


def test_a_node_moved_there_and_back_has_not_moved():
    there = MoveNode("p1", "a1", "V", "a2", "V")
    assert count_touched([there, there.inverse()], nobody).is_nothing


def test_a_node_that_moved_and_went_has_gone():
    edits: list[Edit] = [MoveNode("p1", "a1", "V", "a2", "V"), RemoveNode("p1", "project", "a2", "V")]
    touched = count_touched(edits, nobody)
    assert (dict(touched.removed), dict(touched.moved)) == ({"project": 1}, {})


@pytest.mark.parametrize("seed", range(40))
def test_it_counts_what_a_comparison_of_both_ends_finds(seed):
    plan = sample_plan()
    edits = random_edits(plan, Random(seed), 25)
    comparison = compare_plans(plan, apply(plan, edits))
    found = comparison.differences.values()
    touched = count_touched(edits, nobody)
    assert touched.fields == comparison.counts.fields
    assert touched.added == Counter(one.kind for one in found if one.fate == "added")
    assert touched.removed == Counter(one.kind for one in found if one.fate == "removed")
    assert comparison.differences.keys() <= touched.node_ids
