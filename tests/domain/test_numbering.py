"""Printed numbers."""

from success_desktop.domain.edits import MoveNode, apply
from success_desktop.domain.numbering import number_nodes
from tests.plans import named, small_plan


def test_projects_are_counted_across_the_unnumbered_level_above_them() -> None:
    plan = small_plan()
    numbers = number_nodes(plan)
    projects = {node.text("name", "en"): numbers[node.id] for node in plan.walk() if node.kind == "project"}
    assert projects == {
        "Project dredge": "1.1.1",
        "Project gauge": "1.1.2",
        "Project map": "1.1.3",
        "Project heat": "1.2.1",
    }


def test_kinds_without_a_pattern_have_no_number() -> None:
    plan = small_plan()
    numbers = number_nodes(plan)
    assert not any(node.id in numbers for node in plan.walk() if node.kind in ("plan", "approach", "agency"))


def test_numbers_follow_a_move() -> None:
    plan = small_plan()
    goals = plan.children[named(plan, "Water")]
    first = plan.nodes[goals[0]]
    moved = apply(
        plan, [MoveNode(first.id, first.parent_id or "", first.position, first.parent_id or "", "zz")]
    )
    assert number_nodes(moved)[named(plan, "Project dredge")] == "1.2.1"
