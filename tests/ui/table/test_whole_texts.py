"""Long texts: one line each with the whole beside it, or wrapped; and how high the grid is."""

import pytest
from PySide6.QtCore import QPoint, Qt

from success_desktop.services.editing import set_text
from success_desktop.settings import Settings
from success_desktop.ui.table.table_view import TableView
from tests.ui.table.grids import Grid

LONG = "เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลอง " * 6


def test_long_texts_stand_in_one_line_and_are_told_whole(grid: Grid, editor, node):
    set_text(editor, (node("Project dredge"), "name", "th"), f"{LONG}\nสอง")
    assert "\n" not in grid.text(0, "name")
    assert grid.index(0, "name").data(Qt.ItemDataRole.ToolTipRole).endswith("\nสอง")
    assert grid.view.rowHeight(0) == grid.view.rowHeight(1)


def test_wrapped_rows_show_whole_texts(grid: Grid, editor, node, table_settings):
    set_text(editor, (node("Project dredge"), "name", "th"), f"{LONG}\nสอง")
    usual = grid.view.rowHeight(1)
    grid.table.stage.foot.wrap.click()
    assert grid.view.rowHeight(0) > 2 * usual
    assert grid.view.frozen.rowHeight(0) == grid.view.rowHeight(0)
    assert grid.view.rowHeight(1) == usual
    assert grid.text(0, "name").endswith("\nสอง")
    assert table_settings.is_table_wrapped
    grid.table.grab()
    grid.table.stage.foot.wrap.click()
    assert grid.view.rowHeight(0) == usual
    assert grid.view.frozen.rowHeight(0) == usual


def test_rows_sorted_while_lines_are_wrapped_are_as_high_as_their_texts(grid: Grid, editor, node):
    set_text(editor, (node("Project dredge"), "name", "th"), f"ฮ {LONG}")
    grid.table.stage.foot.wrap.click()
    tall = grid.view.rowHeight(0)
    grid.view.head.sectionClicked.emit(1)
    assert grid.names()[3].startswith("ฮ")
    assert grid.view.rowHeight(3) == tall
    assert grid.view.rowHeight(0) < tall / 2


def test_a_row_grows_with_its_text_while_lines_are_wrapped(grid: Grid, editor, node):
    grid.table.stage.foot.wrap.click()
    before = grid.view.rowHeight(0)
    set_text(editor, (node("Project dredge"), "name", "th"), LONG)
    assert grid.view.rowHeight(0) > before


def test_wrapping_is_remembered(bridge, qtbot):
    view = TableView(bridge, Settings(is_table_wrapped=True))
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_node("")
    view.show()
    assert view.model.cells.is_wrapped
    assert view.stage.foot.wrap.isChecked()


@pytest.mark.parametrize("width", [700, 1074, 1800])
def test_few_rows_are_all_seen_and_the_sums_follow_them(grid: Grid, width):
    grid.table.resize(width, 666)
    grid.settle()
    assert grid.view.verticalScrollBar().maximum() == 0
    last = grid.view.visualRect(grid.index(3, "findings"))
    below = grid.table.stage.totals.mapTo(grid.table, QPoint(0, 0)).y()
    assert below - grid.view.viewport().mapTo(grid.table, last.bottomLeft()).y() < 28
