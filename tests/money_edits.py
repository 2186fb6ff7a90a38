"""Edits that do something to the money of the small plan, by several people."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import Comparison, compare_plans
from success_desktop.domain.edits import AddNode, Edit, MoveNode, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Transaction
from tests.plans import small_plan

MORNING = datetime(2024, 2, 13, 3, 0, tzinfo=UTC)


def budget(node_id: str, part: str, old: int | str | None, new: int | str | None) -> SetValue:
    """The edit of one cell, in baht."""
    atoms = (None if baht is None else Decimal(baht) for baht in (old, new))
    return SetValue(node_id, "budget", part, *atoms)


def compare_signed(plan: Plan, steps: Sequence[tuple[str, Sequence[Edit]]]) -> tuple[Comparison, Authorship]:
    """A plan compared with itself after the steps of several people, all in the same MORNING."""
    transactions = [
        Transaction(number, str(number), author, MORNING, "") for number, (author, _edits) in enumerate(steps)
    ]
    numbered = [(number, edit) for number, (_author, edits) in enumerate(steps) for edit in edits]
    new = apply(plan, [edit for _number, edit in numbered])
    return compare_plans(plan, new), Authorship(transactions, numbered)


def plan_of_two_issues() -> Plan:
    """The small plan with a second issue that has a goal and an approach, still without projects."""
    plan = small_plan()
    edits = [
        AddNode("issue-b", "strategic_issue", plan.root_id, "zz"),
        AddNode("goal-b", "goal", "issue-b", "V"),
        AddNode("approach-b", "approach", "goal-b", "V"),
    ]
    return apply(plan, edits)


def move_to(plan: Plan, node_id: str, parent_id: str) -> MoveNode:
    """The edit that moves a node under another parent."""
    node = plan.nodes[node_id]
    assert node.parent_id is not None
    return MoveNode(node_id, node.parent_id, node.position, parent_id, "z")
