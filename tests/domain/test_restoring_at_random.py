"""Whatever has been edited since, restoring brings back what it says and loses nothing else."""

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from success_desktop.domain.edits import apply, remove_branch
from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import Restoration, Scope, restore_edits
from success_desktop.domain.values import Parts, shape_of
from tests.random_plans import random_edits, sample_plan

SEEDS = st.integers(0, 2**32 - 1)


class Restored:
    """A random past, a random present, and what restoring a random branch or node makes of them."""

    def __init__(self, seed: int, *, is_branch: bool, is_lost: bool = False) -> None:
        rng = Random(seed)
        self.past = apply(sample_plan(), random_edits(sample_plan(), rng, rng.randint(0, 8)))
        self.present = apply(self.past, random_edits(self.past, rng, rng.randint(1, 20)))
        self.scope = Scope(self._lose(rng) if is_lost else self._choose(rng), is_branch=is_branch)
        self.restoration: Restoration = restore_edits(self.present, self.past, self.scope)
        self.result: Plan = apply(self.present, self.restoration.edits)

    def _choose(self, rng: Random) -> str:
        """A node that was touched since, or one above it; never the plan itself."""
        touched = [
            node_id
            for node_id in sorted(self.past.nodes.keys() | self.present.nodes.keys())
            if self.past.nodes.get(node_id) is not self.present.nodes.get(node_id)
        ]
        node_id = rng.choice(touched or [self.past.root_id])
        holder = self.present if node_id in self.present.nodes else self.past
        for above in holder.ancestors(node_id)[: rng.randint(0, 2)]:
            node_id = above.id
        return node_id if node_id != self.past.root_id else rng.choice(self.past.children[node_id])

    def _lose(self, rng: Random) -> str:
        """Remove a branch from the present; a node of it that was there in the past."""
        there = sorted(self.past.nodes.keys() & self.present.nodes.keys() - {self.past.root_id})
        removed_id = rng.choice(there)
        lost = [node.id for node in self.present.walk(removed_id) if node.id in self.past.nodes]
        self.present = apply(self.present, remove_branch(self.present, removed_id))
        return rng.choice(lost)

    def unlinked(self, node_id: str) -> dict[str, Parts]:
        """The fields of a node in the result without its links to nodes that the restoring brought back."""
        returned = self.result.nodes.keys() - self.present.nodes.keys()
        fields = self.result.nodes[node_id].fields
        kept = {
            field: {part: atom for part, atom in parts.items() if part not in returned}
            for field, parts in fields.items()
        }
        return {field: parts for field, parts in kept.items() if parts}

    def kept(self, node_id: str, fields: dict[str, Parts]) -> dict[str, Parts]:
        """Some fields of a node without the links that were told to be dropped."""
        lost = {
            (link.field, link.target_id) for link in self.restoration.dropped_links if link.node_id == node_id
        }
        kept = {
            field: {part: atom for part, atom in parts.items() if (field, part) not in lost}
            for field, parts in fields.items()
        }
        return {field: parts for field, parts in kept.items() if parts}


@given(SEEDS)
def test_a_restored_branch_holds_exactly_what_it_held(seed: int):
    case = Restored(seed, is_branch=True)
    node_id = case.scope.node_id
    if node_id not in case.past.nodes:
        assert node_id not in case.result.nodes
        return
    assert [node.id for node in case.result.walk(node_id)] == [node.id for node in case.past.walk(node_id)]
    for was in case.past.walk(node_id):
        now = case.result.nodes[was.id]
        assert now.fields == case.kept(was.id, dict(was.fields))
        if was.id != node_id:
            assert (now.parent_id, now.position) == (was.parent_id, was.position)


@given(SEEDS)
def test_restoring_a_branch_loses_no_edit_elsewhere(seed: int):
    case = Restored(seed, is_branch=True)
    node_id, brought_back = case.scope.node_id, set()
    if node_id in case.past.nodes:
        brought_back = {node.id for node in case.past.walk(node_id)}
    for node in case.present.nodes.values():
        now = case.result.nodes.get(node.id)
        if now is None:
            assert node.id not in case.past.nodes
            above = {other.id for other in case.present.ancestors(node.id)}
            assert node.id == node_id or above & (brought_back | {node_id})
        elif node.id not in brought_back:
            assert case.unlinked(node.id) == case.kept(node.id, dict(node.fields))
            home_is_there = node.parent_id in case.result.nodes and node.parent_id not in brought_back
            if node.parent_id is None or home_is_there:
                assert (now.parent_id, now.position) == (node.parent_id, node.position)


@given(SEEDS)
def test_restoring_a_node_touches_its_fields_alone(seed: int):
    case = Restored(seed, is_branch=False)
    node_id = case.scope.node_id
    assume(node_id in case.past.nodes and node_id in case.present.nodes)
    assert case.result.nodes[node_id].fields == case.kept(node_id, dict(case.past.nodes[node_id].fields))
    assert case.result.children == case.present.children
    assert all(
        case.result.nodes[other.id] == other for other in case.present.nodes.values() if other.id != node_id
    )


@given(SEEDS)
def test_a_node_that_comes_back_adds_and_touches_nothing_else(seed: int):
    case = Restored(seed, is_branch=False, is_lost=True)
    node_id = case.scope.node_id
    assert case.result.nodes[node_id].fields == case.kept(node_id, dict(case.past.nodes[node_id].fields))
    for node in case.present.nodes.values():
        assert case.result.nodes[node.id]._replace(fields=case.unlinked(node.id)) == node
    assert case.result.nodes.keys() - case.present.nodes.keys() <= case.past.nodes.keys()


@given(SEEDS, st.booleans(), st.booleans())
def test_the_result_is_a_whole_plan_without_loose_links_or_misplaced_nodes(
    seed: int, is_branch: bool, is_lost: bool
):
    case = Restored(seed, is_branch=is_branch, is_lost=is_lost)
    assert {node.id for node in case.result.walk()} == case.result.nodes.keys()
    for node in case.result.nodes.values():
        for parts in node.fields.values():
            assert all(
                part in case.result.nodes for part, atom in parts.items() if shape_of(part, atom) == "link"
            )
        if node.parent_id is not None:
            home = case.result.nodes[node.parent_id]
            assert case.result.template.can_contain(home.kind, node.kind)


@given(SEEDS, st.booleans())
def test_restoring_twice_does_nothing_more(seed: int, is_branch: bool):
    case = Restored(seed, is_branch=is_branch)
    assume(case.scope.node_id in case.past.nodes)
    assert restore_edits(case.result, case.past, case.scope).edits == ()


@given(SEEDS)
def test_restoring_a_field_touches_that_field_alone(seed: int):
    case = Restored(seed, is_branch=False)
    for node_id in case.past.nodes.keys() & case.present.nodes.keys():
        for field, parts in case.past.nodes[node_id].fields.items():
            if case.present.nodes[node_id].parts(field) == parts:
                continue
            restoration = restore_edits(case.present, case.past, Scope(node_id, field=field))
            case.restoration, result = restoration, apply(case.present, restoration.edits)
            wanted = {**case.present.nodes[node_id].fields, field: parts}
            assert result.nodes[node_id].fields == case.kept(node_id, wanted)
            assert {**result.nodes, node_id: None} == {**case.present.nodes, node_id: None}
            return


@given(SEEDS)
def test_the_whole_plan_comes_back_exactly(seed: int):
    case = Restored(seed, is_branch=True)
    restoration = restore_edits(case.present, case.past, Scope())
    assert apply(case.present, restoration.edits) == case.past
    assert restoration.dropped_links == ()
