"""How long it takes to reckon and to show what happened to the money: ``python -m tests.benchmarks.bench_money``.

A plan of 5,000 projects with 16,667 amounts is in memory already, and 200 of its projects were edited (amounts, lead
agencies, places), then all of them. Printed are the milliseconds of the steps by each grouping, beside those of adding up
both plans once (which no answer could do without), and of the page on the screen.
"""

import os
import statistics
from decimal import Decimal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import Edit, MoveNode, SetValue, apply
from success_desktop.domain.money_groups import GROUPINGS
from success_desktop.domain.money_steps import money_steps
from success_desktop.domain.plan import Plan
from success_desktop.domain.totals import total_of_branch
from success_desktop.services.comparing import PRESENT, Compared, Point
from success_desktop.ui.compare.money_page import MoneyPage
from success_desktop.ui.theme import use_theme
from tests.benchmarks.bench_tree import measure
from tests.benchmarks.large_plan import large_edits
from tests.plans import template

ROUNDS = 5
NOBODY = Authorship((), ())


def edited(plan: Plan, count: int) -> Plan:
    """The plan with so many projects edited: amounts of all, the lead agency of a third, the place of a tenth."""
    projects = [node for node in plan.walk() if node.kind == "project"][:count]
    goal = [node.id for node in plan.walk() if node.kind == "approach"][-1]
    edits: list[Edit] = []
    for place, node in enumerate(projects):
        for part, baht in node.parts("budget").items():
            assert isinstance(baht, Decimal)
            edits.append(SetValue(node.id, "budget", part, baht, baht + 100 * (place % 7 - 3) + 50))
        if place % 3 == 0:
            (agency,) = node.links("lead_agencies")
            other = f"agencies-a{(int(agency[-3:]) + 1) % 40:03}"
            edits.append(SetValue(node.id, "lead_agencies", agency, "V", None))
            edits.append(SetValue(node.id, "lead_agencies", other, None, "V"))
        if place % 10 == 0 and node.parent_id not in (None, goal):
            edits.append(MoveNode(node.id, str(node.parent_id), node.position, goal, f"z{place:05}V"))
    return apply(plan, edits)


def median(deed: object) -> float:
    """The median of several rounds, in milliseconds."""
    assert callable(deed)
    return statistics.median(measure(deed) for _round in range(ROUNDS))


def show(page: MoneyPage, compared: Compared) -> None:
    """Show a comparison and paint it."""
    page.show_comparison(compared)
    page.grab()


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    use_theme(app)
    plan = apply(Plan(template(), {}, {}), large_edits())
    both = median(lambda: (total_of_branch(plan, plan.root_id), total_of_branch(plan, plan.root_id)))
    print(f"{len(plan.nodes):,} nodes; both plans added up once: {both:.0f} ms")
    page = MoneyPage()
    page.resize(1050, 660)
    page.show()
    for count in (200, 5000):
        comparison = compare_plans(plan, edited(plan, count))
        for by in GROUPINGS:
            took = median(lambda by=by, comparison=comparison: money_steps(comparison, NOBODY, by))
            print(f"{count:,} projects edited, by {by}: {took:.0f} ms, {took / both:.1f} times")
        compared = Compared(comparison, NOBODY, Point("1"), PRESENT)
        took = median(lambda compared=compared: show(page, compared))
        print(f"{count:,} projects edited, the page shown: {took:.0f} ms")
    app.closeAllWindows()


if __name__ == "__main__":
    main()
