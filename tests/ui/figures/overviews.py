"""Overviews to test with: over the small plan in a real file, and what a person does with them."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import RowFilter, list_rows
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.figures.figure_button import FigureButton, FigureGroup
from success_desktop.ui.figures.figure_lines import FigureLines
from success_desktop.ui.figures.overview_view import OverviewView
from success_desktop.ui.plan_bridge import PlanBridge
from tests.ui.english_plan import bridge

__all__ = ["bridge"]


def buttons(group: FigureGroup) -> list[FigureButton]:
    """All figures of a group, column by column."""
    return [button for column in group.columns for button in column]


def amount_of(button: FigureButton) -> Decimal:
    """The baht that a figure says it stands for."""
    return Decimal(button.figure.amount.split()[0].replace(",", ""))


def add_projects(editor: PlanEditor, parent_id: str, amounts: list[int]) -> list[str]:
    """Add a project for each amount of baht, all of it in 2568 from a loan; returns their ids."""
    node_ids = [f"{parent_id}-project-{place}" for place in range(len(amounts))]
    edits: list[Edit] = []
    for place, (node_id, baht) in enumerate(zip(node_ids, amounts, strict=True)):
        edits.append(AddNode(node_id, "project", parent_id, f"z{place:02}V"))
        edits.append(SetValue(node_id, "name", "th", None, f"โครงการที่ {place}"))
        edits.append(SetValue(node_id, "budget", "2568:loan", None, Decimal(baht)))
    editor.edit("Add", edits)
    return node_ids


@pytest.fixture
def view(qtbot, bridge: PlanBridge) -> OverviewView:
    """The overview of the whole plan, on the screen."""
    shown = OverviewView(bridge)
    qtbot.addWidget(shown)
    shown.set_language_mode("en")
    shown.resize(1074, 666)
    shown.show()
    shown.findings.catch_up()
    shown.refresh()
    return shown


def money_behind(plan: Plan, goal: object, kind: str = "project") -> Decimal:
    """The money of the rows that a goal leads to: of one year or source where the filter names it."""
    if isinstance(goal, tuple):
        return sum((money_behind(plan, part.goal) for part in goal), Decimal(0))
    wanted = goal if isinstance(goal, RowFilter) else RowFilter()
    node_ids = [goal] if isinstance(goal, str) else list_rows(plan, kind, wanted)
    return sum(
        (
            baht
            for node_id in node_ids
            for (year_be, source), baht in plan.nodes[node_id].yearly_money("budget").items()
            if wanted.year_be in (None, year_be) and wanted.source in ("", source)
        ),
        Decimal(0),
    )


def figures_with_money(view: OverviewView) -> list[FigureButton]:
    """Every figure on the overview that stands for money."""
    cards = (view.years.chart, view.years.legend, view.agencies.lines, view.sources.lines)
    return [button for card in cards for button in buttons(card)]


def names(lines: FigureLines) -> list[str]:
    """What the lines are called, from the top."""
    return [button.figure.name for button in buttons(lines)]
