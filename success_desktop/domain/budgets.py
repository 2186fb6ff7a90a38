"""What the budgets of a plan add up to by branch, year, agency and source of funds: the figures behind the charts.

Every figure can be accounted for: its amounts are those of the rows that `row_filter.list_rows` finds for it, to the baht.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.row_filter import STATUS, UNCHOSEN
from success_desktop.domain.schema import KindSpec, Template
from success_desktop.domain.values import split_money_part

Sums = dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class Budgets:
    """The budgets of the nodes of one kind below a node (and its own), in baht; what has no money is left out.

    `by_branch`: for each child of the node, by fiscal year (Buddhist Era), in the outline's order. `by_year`: all branches
    together. `by_agency`: by the agencies responsible, UNCHOSEN where there are none; a budget with several counts in full
    for each of them, and `shared` are the nodes whose budgets do. `by_source`: by source of funds. `rows` are the nodes,
    those without a budget included, and `by_status` counts them by their status (UNCHOSEN for none).
    """

    by_branch: dict[str, dict[int, Decimal]] = field(default_factory=dict)
    by_year: dict[int, Decimal] = field(default_factory=dict)
    by_agency: Sums = field(default_factory=dict)
    by_source: Sums = field(default_factory=dict)
    by_status: Counter[str] = field(default_factory=Counter)
    shared: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)

    @property
    def total_baht(self) -> Decimal:
        """All of it."""
        return sum(self.by_year.values(), Decimal(0))


def budget_kinds(template: Template) -> tuple[str, ...]:
    """The kinds of nodes that have a yearly budget, in the template's order."""
    return tuple(kind for kind, spec in template.kinds.items() if budget_fields(spec))


def responsible_field(spec: KindSpec) -> str:
    """The reference field that names who answers for a node: the first that a finished plan needs; "" when there is none."""
    fields = spec.fields.items()
    return next((name for name, one in fields if one.type == "reference" and one.is_expected), "")


def find_scope(plan: Plan, node_id: str) -> tuple[str, str]:
    """The part of a plan whose budgets are meant when a node is chosen ("" for the plan), and the kind that has them.

    It is the node itself or the nearest above it that has room for nodes with a budget; where it has room for several
    kinds of them, the template's first. Raises ValueError when the template knows no budgets.
    """
    kinds = budget_kinds(plan.template)
    start = plan.nodes.get(node_id, plan.root)
    for node in (start, *plan.ancestors(start.id)):
        room = {node.kind} | plan.template.kinds_below(node.kind)
        for kind in kinds:
            if kind in room:
                return node.id, kind
    raise ValueError(f"no kind below {start.kind} has a budget")


def sum_budgets(plan: Plan, node_id: str, kind: str) -> Budgets:
    """The budgets of all nodes of `kind` from a node downwards."""
    budgets, spec = Budgets(), plan.template.kind(kind)
    fields, role = budget_fields(spec), responsible_field(spec)
    for branch_id, node in _rows(plan, node_id, kind):
        budgets.rows.append(node.id)
        budgets.by_status[node.word(STATUS) or UNCHOSEN] += 1
        total_baht = sum((_add(budgets, branch_id, node, name) for name in fields), Decimal(0))
        if total_baht:
            _charge(budgets, node, node.links(role), total_baht)
    return budgets


def _charge(budgets: Budgets, node: Node, agencies: tuple[str, ...], total_baht: Decimal) -> None:
    """Add the whole budget of a node to each agency responsible."""
    for agency_id in agencies or (UNCHOSEN,):
        _increase(budgets.by_agency, agency_id, total_baht)
    if len(agencies) > 1:
        budgets.shared.append(node.id)


def budget_fields(spec: KindSpec) -> tuple[str, ...]:
    """The names of the yearly budgets that nodes of a kind have."""
    return tuple(name for name, one in spec.fields.items() if one.type == "yearly_money")


def _rows(plan: Plan, node_id: str, kind: str) -> Iterator[tuple[str, Node]]:
    """The nodes of a kind with the child of the node that each lies in (for the node itself, itself)."""
    if plan.nodes[node_id].kind == kind:
        yield node_id, plan.nodes[node_id]
    for child_id in plan.children.get(node_id, ()):
        for node in plan.walk(child_id):
            if node.kind == kind:
                yield child_id, node


def _add(budgets: Budgets, branch_id: str, node: Node, name: str) -> Decimal:
    """Add one budget, amount by amount; returns its total in baht."""
    parts = cast(Mapping[str, Decimal], node.parts(name))
    for part, baht in parts.items():
        if baht:
            year_be, source = split_money_part(part)
            branch = budgets.by_branch.setdefault(branch_id, {})
            branch[year_be] = branch.get(year_be, Decimal(0)) + baht
            budgets.by_year[year_be] = budgets.by_year.get(year_be, Decimal(0)) + baht
            _increase(budgets.by_source, source, baht)
    return sum(parts.values(), Decimal(0))


def _increase(sums: Sums, key: str, baht: Decimal) -> None:
    sums[key] = sums.get(key, Decimal(0)) + baht
