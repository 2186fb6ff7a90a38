"""All that the checks find in a plan or at a node, worked out from nothing."""

from success_desktop.domain.checks import Checker, Finding
from success_desktop.domain.plan import Node, Plan


def check_plan(plan: Plan) -> list[Finding]:
    """All findings of a plan, in printed order."""
    checker = Checker(plan)
    return [finding for node in plan.walk() for finding in checker.check(node)]


def check_node(plan: Plan, node: Node) -> tuple[Finding, ...]:
    """The findings of one node."""
    return Checker(plan).check(node)
