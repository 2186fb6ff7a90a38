"""Pasting into the table as a person does, and looking at the preview."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication

from success_desktop.domain.plan import Node, Plan
from success_desktop.i18n import use_language
from success_desktop.ui.table.grid_view import GridView
from success_desktop.ui.table.paste_preview import PastePane
from success_desktop.ui.table.pasting import Pasting
from success_desktop.ui.table.table_view import TableView


@pytest.fixture(autouse=True)
def speak_english(qapp) -> Iterator[None]:
    """Sentences are compared in English."""
    use_language("en")
    yield
    use_language("th")


@pytest.fixture
def cells(table: TableView) -> GridView:
    """The cells of the small plan's four projects, with their Thai texts."""
    table.set_language_mode("th")
    return table.view


def pasting(table: TableView) -> Pasting:
    """Copy and paste of the table."""
    found = table.view.findChild(Pasting)
    assert found is not None
    return found


def pane(table: TableView) -> PastePane:
    """What shows the preview."""
    return pasting(table).pane


def column(grid: GridView, key: str) -> int:
    """The place of a column."""
    place = grid.grid.column_of(key)
    assert place >= 0
    return place


def select(grid: GridView, first: tuple[int, str], last: tuple[int, str] | None = None) -> None:
    """Select a rectangle of cells, by row and key of the column."""
    end = last or first
    grid.select_cell(first[0], column(grid, first[1]))
    cells = QItemSelection(
        grid.grid.index(first[0], column(grid, first[1])), grid.grid.index(end[0], column(grid, end[1]))
    )
    grid.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def paste(table: TableView, text: str) -> None:
    """Paste a text into the cells selected."""
    QGuiApplication.clipboard().setText(text)
    table.paste()


def paste_over(table: TableView, text: str) -> None:
    """Paste whole rows, and let them go over those that are there."""
    paste(table, text)
    pane(table).over_choice.click()


def project(plan: Plan, row: int) -> Node:
    """The project in a row of the outline's order."""
    return [node for node in plan.walk() if node.kind == "project"][row]


def lines(shown: PastePane) -> list[list[str]]:
    """The list of the pane."""
    model = shown.rows
    return [
        [model.index(row, place).data() for place in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
