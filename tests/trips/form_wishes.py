"""What the forms of a plan must say, told from the plan alone: its rows, and sums added up here."""

from collections.abc import Iterator
from decimal import Decimal

from success_desktop.domain.plan import Node, Plan

LISTS = {"p02": ("", "own"), "p02-1": ("community",), "p02-2": ("coordination",)}
"""Which rows stand in which form, by the list that each names."""

TEXTS = ("name", "objective", "target", "kpi", "expected_result")


def list_projects(plan: Plan, form: str) -> list[Node]:
    """The projects that belong into a form, in the order of the plan."""
    return [node for node in plan.walk() if node.kind == "project" and node.word("listing") in LISTS[form]]


def list_texts(plan: Plan, node: Node, language: str) -> Iterator[str]:
    """Every text of a project that its form prints, in one language."""
    for field in TEXTS:
        if text := str(node.parts(field).get(language, "")):
            yield text
    for agency in node.links("lead_agencies"):
        if name := str(plan.nodes[agency].parts("name").get(language, "")):
            yield name


def money_of(node: Node) -> dict[int, Decimal]:
    """Baht by fiscal year, all sources together."""
    found: dict[int, Decimal] = {}
    for part, baht in node.parts("budget").items():
        year_be = int(part.partition(":")[0])
        found[year_be] = found.get(year_be, Decimal(0)) + Decimal(str(baht))
    return found


def add_up(nodes: list[Node], years_be: tuple[int, ...]) -> list[Decimal]:
    """The money of some projects, year by year."""
    return [
        sum((money_of(node).get(year_be, Decimal(0)) for node in nodes), Decimal(0)) for year_be in years_be
    ]


def list_groups(plan: Plan, form: str, depth: int = 1) -> list[list[Node]]:
    """The projects of a form by the node so many steps above them, groups in the order of the plan."""
    groups: dict[str, list[Node]] = {}
    for node in list_projects(plan, form):
        groups.setdefault(plan.ancestors(node.id)[depth - 1].id, []).append(node)
    return list(groups.values())
