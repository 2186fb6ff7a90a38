"""Sums of budgets. Every total that a screen or a document shows is computed here, from the amounts themselves."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple, cast

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.values import Parts


class Totals(NamedTuple):
    """Baht by fiscal year (Buddhist Era; years without any amount are left out), and over all years."""

    by_year: dict[int, Decimal]
    total_baht: Decimal


def total_of_branch(plan: Plan, node_id: str) -> Totals:
    """The budgets of a node and of everything below it."""
    return total_of_nodes(plan, plan.walk(node_id))


def total_of_nodes(plan: Plan, nodes: Iterable[Node]) -> Totals:
    """The budgets of the nodes given, of every source of funds together."""
    budgets = {
        kind: [name for name, spec in spec.fields.items() if spec.type == "yearly_money"]
        for kind, spec in plan.template.kinds.items()
    }
    by_year: dict[int, Decimal] = {}
    for node in nodes:
        for name in budgets.get(node.kind, ()):
            add_by_year(by_year, node.parts(name))
    return Totals(dict(sorted(by_year.items())), sum(by_year.values(), Decimal(0)))


def add_by_year(by_year: dict[int, Decimal], parts: Parts) -> None:
    """Add the amounts of one yearly budget to running sums by year."""
    for part, baht in parts.items():
        year_be = int(part.partition(":")[0])
        by_year[year_be] = by_year.get(year_be, Decimal(0)) + cast(Decimal, baht)
