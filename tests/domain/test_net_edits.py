"""The straight way from one state of a plan to another: it arrives exactly, and touches nothing else.

The thousand random pairs of `test_a_thousand_random_pairs_are_reached_exactly` run in every run of the tests.
"""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.edits import (
    AddNode,
    MoveNode,
    RemoveNode,
    SetValue,
    apply,
    invert,
    place_among,
    remove_branch,
)
from success_desktop.domain.net_edits import edits_between
from success_desktop.domain.plan import Plan, plan_of_nodes
from tests.plans import named, small_plan, template
from tests.random_plans import random_edits, random_pair, sample_plan

SEEDS = st.integers(0, 2**32 - 1)


def move(plan: Plan, node_id: str, parent_id: str) -> MoveNode:
    node = plan.nodes[node_id]
    return MoveNode(node_id, node.parent_id or "", node.position, parent_id, place_among(plan, parent_id))


@pytest.mark.parametrize("part", range(10))
def test_a_thousand_random_pairs_are_reached_exactly(part: int):
    for seed in range(part * 100, part * 100 + 100):
        old, new = random_pair(sample_plan(), seed)
        assert apply(old, edits_between(old, new)) == new


@given(SEEDS, st.integers(1, 15))
def test_what_is_done_and_taken_back_leaves_the_plan_as_it_was(seed: int, count: int):
    plan = sample_plan()
    edits = random_edits(plan, Random(seed), count)
    assert apply(apply(plan, edits), invert(edits)) == plan


@given(SEEDS)
def test_the_way_back_is_the_way_turned_round(seed: int):
    old, new = random_pair(sample_plan(), seed, most=6)
    assert apply(new, invert(edits_between(old, new))) == old


@given(SEEDS)
def test_only_what_differs_is_touched_and_only_once(seed: int):
    old, new = random_pair(sample_plan(), seed, most=6)
    values = [
        (edit.node_id, edit.field, edit.part)
        for edit in edits_between(old, new)
        if isinstance(edit, SetValue)
    ]
    assert len(values) == len(set(values))
    for node_id, field, part in values:
        before, after = (plan.nodes.get(node_id) for plan in (old, new))
        assert (before and before.parts(field).get(part)) != (after and after.parts(field).get(part))


def test_the_same_plan_needs_no_edits():
    plan = small_plan()
    assert edits_between(plan, plan) == ()
    assert edits_between(plan, small_plan()) == ()


def test_a_parent_and_its_child_can_change_places():
    plan = small_plan()
    outer, inner = named(plan, "โครงการdredge"), named(plan, "โครงการgauge")
    nested = apply(plan, [move(plan, inner, outer)])
    swapped = dict(nested.nodes)
    home = nested.nodes[outer].parent_id
    swapped[inner] = nested.nodes[inner]._replace(parent_id=home)
    swapped[outer] = nested.nodes[outer]._replace(parent_id=inner)
    wanted = plan_of_nodes(plan.template, swapped)
    assert apply(nested, edits_between(nested, wanted)) == wanted


def test_children_leave_a_parent_that_goes_for_one_that_comes():
    plan = small_plan()
    old_home, new_home = named(plan, "Restore the canals"), "fresh"
    goal_id = plan.nodes[old_home].parent_id
    fresh = apply(plan, [AddNode(new_home, "approach", goal_id, "zz")])
    moved = apply(fresh, [move(fresh, child.id, new_home) for child in fresh.children_of(old_home)])
    wanted = apply(moved, remove_branch(moved, old_home))
    edits = edits_between(plan, wanted)
    assert apply(plan, edits) == wanted
    assert [type(edit) for edit in edits if not isinstance(edit, SetValue)] == [
        AddNode,
        MoveNode,
        MoveNode,
        RemoveNode,
    ]


def test_a_plan_grows_out_of_nothing_and_into_a_stranger():
    empty, plan = Plan(template(), {}, {}), small_plan()
    assert apply(empty, edits_between(empty, plan)) == plan
    other = plan_of_nodes(
        plan.template,
        {
            f"x{node.id}": node._replace(
                id=f"x{node.id}", parent_id=node.parent_id and f"x{node.parent_id}", fields={}
            )
            for node in plan.nodes.values()
        },
    )
    assert apply(plan, edits_between(plan, other)) == other


@pytest.mark.parametrize("is_root", [True, False])
def test_plans_that_are_no_states_of_one_plan_are_reached_too(is_root: bool):
    plan = small_plan()
    altered_id = plan.root_id if is_root else named(plan, "Restore the canals")
    node = plan.nodes[altered_id]
    altered = node._replace(position="Q") if is_root else node._replace(kind="goal")
    other = replace(plan, nodes={**plan.nodes, altered_id: altered})
    assert apply(plan, edits_between(plan, other)) == other
