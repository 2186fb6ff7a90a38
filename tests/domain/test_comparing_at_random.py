"""Whatever two states of a plan are compared: every difference is told, no other, and the merged tree is whole."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.comparison import compare_plans, walk_merged
from success_desktop.domain.edits import apply
from tests.plans import without_sharing
from tests.random_plans import random_edits, random_pair, sample_plan

SEEDS = st.integers(0, 2**32 - 1)


@given(SEEDS)
def test_every_difference_is_found_and_nothing_else(seed: int):
    old, new = random_pair(sample_plan(), seed)
    comparison = compare_plans(old, new)
    for node_id in old.nodes.keys() | new.nodes.keys():
        was, now = old.nodes.get(node_id), new.nodes.get(node_id)
        told = comparison.differences.get(node_id)
        fields = {} if told is None else {field.field: field.parts for field in told.fields}
        for name in {*(was.fields if was else ()), *(now.fields if now else ())}:
            before, after = (dict(node.parts(name)) if node else {} for node in (was, now))
            for part in fields.get(name, ()):
                assert (part.old, part.new) == (before.pop(part.part, None), after.pop(part.part, None))
                assert part.old != part.new
            assert before == after
        if told is not None:
            assert told.fields or told.fate != "same"
        if was is None or now is None or was.parent_id != now.parent_id:
            assert told is not None
            assert told.fate == ("added" if was is None else "removed" if now is None else "moved")


@given(SEEDS)
def test_the_merged_tree_holds_every_node_once_and_the_new_plan_in_its_order(seed: int):
    old, new = random_pair(sample_plan(), seed)
    comparison = compare_plans(old, new)
    merged = [node_id for node_id, _depth, _fate in walk_merged(comparison)]
    assert len(merged) == len(set(merged))
    assert set(merged) == old.nodes.keys() | new.nodes.keys()
    assert [node_id for node_id in merged if node_id in new.nodes] == [node.id for node in new.walk()]
    assert [node_id for node_id in merged if node_id in comparison.differences] == list(
        comparison.differences
    )


@given(SEEDS)
def test_depths_lead_from_parent_to_child(seed: int):
    comparison = compare_plans(*random_pair(sample_plan(), seed))
    depths = {node_id: depth for node_id, depth, _fate in walk_merged(comparison)}
    for node_id, depth in depths.items():
        parent_id = comparison.parent_of(node_id)
        assert depth == (0 if parent_id is None else depths[parent_id] + 1)


@given(SEEDS)
def test_siblings_that_did_not_move_stand_in_one_order_in_both_plans(seed: int):
    comparison = compare_plans(*random_pair(sample_plan(), seed))
    old, new = comparison.old, comparison.new
    for parent_id in old.children.keys() & new.children.keys():
        stayed = [
            [
                child
                for child in plan.children[parent_id]
                if comparison.fate_of(child) == "same" and child in other.nodes
            ]
            for plan, other in ((old, new), (new, old))
        ]
        assert [child for child in stayed[0] if new.nodes[child].parent_id == parent_id] == stayed[1]


@given(SEEDS)
def test_sharing_nodes_makes_no_difference(seed: int):
    plan = sample_plan()
    edited = apply(plan, random_edits(plan, Random(seed), 8))
    shared, unshared = compare_plans(plan, edited), compare_plans(plan, without_sharing(edited))
    assert list(shared.differences.items()) == list(unshared.differences.items())
