"""A plan in a few figures, for people who will not read all of it: what each branch holds, the years, who does how much."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from success_desktop.domain.letters.figures import PROJECT
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.totals import total_of_nodes

_NO_BAHT = Decimal(0)


class Share(NamedTuple):
    """What belongs to one node (a strategy, a project, an agency): how many projects, and their budgets in baht."""

    node_id: str
    project_count: int
    baht: Decimal


class YearShare(NamedTuple):
    """What one fiscal year (Buddhist Era) holds: the projects with money in it, and how much (baht)."""

    year_be: int
    project_count: int
    baht: Decimal


@dataclass(frozen=True, slots=True)
class Digest:
    """The figures of a plan.

    `branches` are the topmost nodes that hold projects, in printed order; `years` all years of the plan; `largest` the
    projects with money, those with most first; `agencies` those in the lead, those with most projects first.
    """

    project_count: int
    baht: Decimal
    branches: tuple[Share, ...]
    years: tuple[YearShare, ...]
    largest: tuple[Share, ...]
    agencies: tuple[Share, ...]


def digest_plan(plan: Plan) -> Digest:
    """The figures of all projects of a plan."""
    projects = [node for node in plan.walk() if node.kind == PROJECT]
    amounts = {project.id: total_of_nodes(plan, (project,)) for project in projects}
    funded = [Share(project.id, 1, amounts[project.id].total_baht) for project in projects]
    return Digest(
        project_count=len(projects),
        baht=_sum(funded),
        branches=_branches(plan, funded),
        years=tuple(
            YearShare(year_be, sum(1 for baht in column if baht), sum(column, _NO_BAHT))
            for year_be, column in (
                (year_be, [totals.by_year.get(year_be, _NO_BAHT) for totals in amounts.values()])
                for year_be in plan.years()
            )
        ),
        largest=tuple(
            sorted((share for share in funded if share.baht), key=lambda share: share.baht, reverse=True)
        ),
        agencies=_agencies(plan, projects),
    )


def _branches(plan: Plan, funded: Iterable[Share]) -> tuple[Share, ...]:
    families: dict[str, list[Share]] = {}
    for share in funded:
        above = plan.ancestors(share.node_id)
        top = above[-2] if len(above) > 1 else plan.nodes[share.node_id]
        families.setdefault(top.id, []).append(share)
    return tuple(Share(top_id, len(shares), _sum(shares)) for top_id, shares in families.items())


def _agencies(plan: Plan, projects: Iterable[Node]) -> tuple[Share, ...]:
    """The lead agencies of projects; a project led by several counts for each, so their money is not told."""
    leads = Counter(
        agency_id
        for project in projects
        for agency_id in project.links("lead_agencies")
        if agency_id in plan.nodes
    )
    return tuple(Share(agency_id, count, _NO_BAHT) for agency_id, count in leads.most_common())


def _sum(shares: Iterable[Share]) -> Decimal:
    return sum((share.baht for share in shares), _NO_BAHT)
