"""The groups that the money of a plan is compared by. Every amount belongs to exactly one, so they add up to the plan."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal, cast, get_args

from success_desktop.domain.budgets import budget_fields, responsible_field
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.values import split_money_part

Grouping = Literal["project", "year", "source", "strategy", "agency"]
"""What money is put together by: the node that has the budget, the fiscal year, the source of funds, the branch directly
below the plan, the agencies responsible."""

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

Key = tuple[str, ...]
"""What names a group: a node's id (project, strategy), a year ("2568"), a source's id, or the ids of the agencies that
answer for a budget together (none: nobody does yet). A budget of two is in the group of the pair, so it counts once."""


Cell = tuple[str, str]
"""A cell of a node's yearly budget: the field and its part ("2568:ordinance")."""


class MoneyGroups:
    """Tells of the money of one plan which group it belongs to.

    `branches` has for each node the branch it lies in, when that is what money is put together by; else it is empty.
    """

    def __init__(self, plan: Plan, by: Grouping) -> None:
        kinds = plan.template.kinds
        self.plan = plan
        self.branches: dict[str, str] = {}
        self._fields = {kind: budget_fields(spec) for kind, spec in kinds.items()}
        self._roles: dict[str, str] = {}
        if by == "strategy":
            self.branches = _branches(plan)
        if by == "agency":
            self._roles = {kind: responsible_field(kinds[kind]) for kind in self._fields}
        finders: dict[Grouping, Callable[[Node, str], Key]] = {
            "project": lambda node, _part: (node.id,),
            "year": lambda _node, part: (str(split_money_part(part)[0]),),
            "source": lambda _node, part: (split_money_part(part)[1],),
            "strategy": lambda node, _part: (self.branches[node.id],),
            "agency": lambda node, _part: tuple(sorted(node.links(self.role_of(node)))),
        }
        self._find = finders[by]

    def role_of(self, node: Node) -> str:
        """The reference field that names who answers for a node's budget; "" where there is none, or nobody asked for it."""
        return self._roles.get(node.kind, "")

    def cells_of(self, node: Node) -> dict[Cell, Decimal]:
        """The filled cells of a node's budgets, in baht."""
        fields = self._fields.get(node.kind, ())
        return {
            (field, part): cast(Decimal, baht) for field in fields for part, baht in node.parts(field).items()
        }

    def key_of(self, node: Node, part: str) -> Key:
        """The group that the money in one part of a budget of a node of this plan belongs to."""
        return self._find(node, part)

    def sum_of(self, nodes: Iterable[Node]) -> dict[Key, Decimal]:
        """The money of nodes of this plan by group, in baht; groups without any cell are left out."""
        sums: dict[Key, Decimal] = {}
        for node in nodes:
            for (_field, part), baht in self.cells_of(node).items():
                key = self._find(node, part)
                sums[key] = sums.get(key, Decimal(0)) + baht
        return sums


def _branches(plan: Plan) -> dict[str, str]:
    """For every node the branch directly below the plan that it lies in; the plan's own money is a branch of its own."""
    branches = {plan.root_id: plan.root_id}
    for node in plan.walk():
        if node.parent_id is not None:
            branches[node.id] = node.id if node.parent_id == plan.root_id else branches[node.parent_id]
    return branches
