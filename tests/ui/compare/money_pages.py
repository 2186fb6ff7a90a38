"""A money page over the small plan in a real file, and what a person does to its budgets."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex

from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.services.comparing import PRESENT, Compared, Point, compare_points
from success_desktop.services.editing import remove_node
from success_desktop.services.entering import enter_value
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from success_desktop.ui.compare.money_page import MoneyPage
from success_desktop.ui.qt_catalog import speak
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path

__all__ = ["clock", "editor", "plan_path"]


@pytest.fixture
def before(application, editor: PlanEditor) -> Iterator[Point]:
    """The small plan as it was, in an English interface: 2,590,000 baht."""
    speak("en")
    yield Point("1", take_revision(editor, "", "Draft 2"))
    speak("th")


@pytest.fixture
def page(qtbot, before: Point) -> MoneyPage:
    """The page on the screen, with nothing to show yet."""
    shown = MoneyPage()
    qtbot.addWidget(shown)
    shown.resize(1050, 660)
    shown.set_language("en")
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def edited(editor: PlanEditor, before: Point, page: MoneyPage) -> Compared:
    """A dearer project, one whose money goes to another year, and one deleted; shown on the page."""
    dredge, plan = named(editor.plan, "Project dredge"), editor.plan
    enter_value(editor, (dredge, "budget", "2569:pao_grant"), "1,500,000")
    enter_value(editor, (named(plan, "Project map"), "budget", "2570:ordinance"), "")
    enter_value(editor, (named(plan, "Project map"), "budget", "2571:ordinance"), "150,000")
    remove_node(editor, named(plan, "Project gauge"))
    compared = compare_points(editor, before, PRESENT)
    page.show_comparison(compared)
    return compared


def lines(page: MoneyPage, parent: QModelIndex | None = None) -> list[list[str]]:
    """The texts of the table's top lines, or of those below one."""
    model: QAbstractItemModel = page.model
    above = parent if parent is not None else QModelIndex()
    return [
        [str(model.index(row, column, above).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount(above))
    ]


def marked_rows(page: MoneyPage) -> list[int]:
    """The top lines that are marked, from above."""
    found = page.table.selectionModel().selectedRows()
    return sorted(index.row() for index in found if not index.parent().isValid())


def bars(page: MoneyPage) -> list[str]:
    """The sentences of the figure's bars."""
    return [button.figure.sentence() for column in page.chart.columns for button in column]


def add_projects(editor: PlanEditor, count: int) -> None:
    """Add projects of ever more money."""
    approach = named(editor.plan, "Restore the canals")
    edits: list[Edit] = []
    for place in range(count):
        edits.append(AddNode(f"p{place}", "project", approach, f"zz{place:04}V"))
        edits.append(SetValue(f"p{place}", "name", "en", None, f"New {place}"))
        edits.append(SetValue(f"p{place}", "budget", "2568:loan", None, Decimal(1000 * (place + 1))))
    editor.edit("Add", edits)
