"""The columns: which there are, how wide they are, that the first stay in sight, and that all of it is remembered."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from success_desktop.services.editing import add_node, set_part
from success_desktop.services.tabulating import GridColumn
from success_desktop.settings import Settings
from success_desktop.ui.table.column_memory import ColumnMemory, usual_width
from success_desktop.ui.table.grid_paint import PADDING
from success_desktop.ui.table.table_view import TableView
from tests.ui.page.keys import NONE
from tests.ui.table.grids import Grid

YEARS = [f"budget:{year}" for year in range(2568, 2573)]
USUAL = ["number", "name", *YEARS, "budget:total", "lead_agencies", "findings"]


def tick(grid: Grid, key: str) -> None:
    """Tick or untick a column in the menu."""
    grid.table.stage.filters.columns.ticks()[key].toggle()


# --- which -------------------------------------------------------------------------------------------------


def test_the_usual_columns_are_those_of_the_form_that_have_room(grid: Grid):
    assert grid.column_keys() == USUAL


def test_the_menu_offers_every_field_with_the_years_as_one_entry(grid: Grid):
    ticks = grid.table.stage.filters.columns.ticks()
    assert {"objective", "kpi", "status", "note", "budget:years", "budget:total", "findings"} <= set(ticks)
    assert "name" not in ticks
    assert "budget:2568" not in ticks
    assert ticks["budget:years"].isChecked()
    assert not ticks["status"].isChecked()
    assert ticks["budget:years"].text() == "งบประมาณ (บาท)"


def test_a_column_comes_in_its_place_and_goes_again(grid: Grid):
    tick(grid, "objective")
    assert grid.column_keys()[:3] == ["number", "name", "objective"]
    tick(grid, "budget:years")
    assert not set(YEARS) & set(grid.column_keys())
    tick(grid, "objective")
    assert grid.column_keys() == ["number", "name", "budget:total", "lead_agencies", "findings"]


def test_columns_are_remembered_for_each_form(grid: Grid, table_settings: Settings, bridge, qtbot):
    tick(grid, "status")
    again = TableView(bridge, table_settings)
    qtbot.addWidget(again)
    again.show_node("")
    again.show()
    assert "status" in Grid(again).column_keys()
    assert list(table_settings.table_columns) == ["success-strategic-plan/projects"]


def test_the_usual_columns_can_be_had_again(grid: Grid, table_settings):
    tick(grid, "status")
    grid.table.stage.filters.columns.reset_requested.emit()
    assert grid.column_keys() == USUAL
    assert not grid.table.stage.filters.columns.ticks()["status"].isChecked()
    assert table_settings.table_columns == {}


def test_money_and_sums_are_right_when_columns_change(grid: Grid):
    tick(grid, "objective")
    assert grid.table.stage.totals.sums["budget:2568"] == Decimal(740000)
    assert grid.text(0, "budget:2568") == "500,000"


def test_what_is_being_typed_is_handed_in_before_columns_change(grid: Grid):
    grid.go(3, "budget:2568")
    grid.type("75")
    tick(grid, "objective")
    assert grid.text(3, "budget:2568") == "75"


def test_the_mouse_and_the_space_bar_tick_and_the_menu_stays(grid: Grid):
    columns = grid.table.stage.filters.columns
    menu, entry = columns.columns, columns.ticks()["status"]
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(entry)
    QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, NONE, " "))
    assert entry.isChecked()
    place = menu.actionGeometry(entry).center().toPointF()
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease,
        place,
        menu.mapToGlobal(place),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
        NONE,
    )
    QApplication.sendEvent(menu, release)
    assert not entry.isChecked()
    assert menu.isVisible()
    menu.close()


def test_other_keys_are_the_menus_own(grid: Grid):
    columns = grid.table.stage.filters.columns
    columns.columns.popup(QPoint(0, 0))
    QApplication.sendEvent(columns.columns, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, NONE))
    assert not columns.columns.isVisible()


# --- how wide ----------------------------------------------------------------------------------------------


def test_a_dragged_width_is_remembered(grid: Grid, table_settings: Settings):
    place = grid.model.column_of("lead_agencies")
    grid.view.head.resizeSection(place, 222)
    assert table_settings.table_widths == {"success-strategic-plan/projects": {"lead_agencies": 222}}
    tick(grid, "objective")
    assert grid.view.columnWidth(grid.model.column_of("lead_agencies")) == 222


def test_widths_that_nobody_dragged_are_not_remembered(grid: Grid, table_settings):
    grid.table.resize(900, 500)
    grid.settle()
    assert table_settings.table_widths == {}


def test_a_dragged_name_keeps_its_width(grid: Grid):
    grid.view.frozen.head.resizeSection(1, 333)
    assert grid.view.columnWidth(1) == 333
    grid.table.resize(1800, 500)
    grid.settle()
    assert grid.view.columnWidth(1) == 333


def test_the_name_takes_the_room_that_is_left(grid: Grid):
    grid.table.resize(1800, 500)
    grid.settle()
    wide = grid.view.columnWidth(1)
    grid.table.resize(1700, 500)
    grid.settle()
    assert wide - grid.view.columnWidth(1) == 100


def test_a_column_is_wide_enough_for_its_sum(grid: Grid, editor, node):
    place = grid.model.column_of("budget:2571")
    before = grid.view.columnWidth(place)
    set_part(editor, (node("Project map"), "budget", "2571:codi"), Decimal(999_999_999_999))
    grid.table.show_node(node("Water"))
    grid.table.stage.fit_columns(grid.table.contents.memory_key)
    assert grid.view.columnWidth(place) > before


def test_the_column_of_numbers_is_wide_enough_for_the_longest(grid: Grid, editor, node):
    for _number in range(100):
        add_node(editor, node("Restore the canals"), "project")
    numbers = grid.texts("number")
    longest = max(grid.view.fontMetrics().horizontalAdvance(number) for number in numbers)
    assert grid.view.columnWidth(0) >= longest + 2 * PADDING


@pytest.mark.parametrize(
    ("column", "width"),
    [
        (GridColumn("number", "number", "ที่"), 56),
        (GridColumn("name", "field", "ชื่อ", type="text"), 240),
        (GridColumn("a", "field", "ก", type="word"), 96),
        (GridColumn("a", "field", "ก", type="date"), 104),
        (GridColumn("budget:2568", "year", "2568", type="yearly_money"), 88),
    ],
)
def test_usual_widths_are_those_that_contents_want(column, width):
    assert usual_width(column) == width


def test_memory_of_one_form_leaves_others_alone():
    settings = Settings()
    memory = ColumnMemory(settings)
    memory.keep_chosen("a/one", ["x"])
    memory.keep_chosen("a/two", ["y"])
    memory.keep_width("a/two", GridColumn("y", "field", "y"), 100)
    memory.forget_chosen("a/one")
    assert settings.table_columns == {"a/two": ["y"]}
    assert settings.table_widths == {"a/two": {"y": 100}}
    assert memory.width("a/two", GridColumn("y", "field", "y")) == 100


# --- in sight ----------------------------------------------------------------------------------------------


def test_number_and_name_stay_in_sight(grid: Grid):
    frozen = grid.view.frozen
    grid.view.horizontalScrollBar().setValue(200)
    assert frozen.isVisible()
    assert frozen.geometry().left() == 0
    assert [frozen.isColumnHidden(place) for place in range(3)] == [False, False, True]
    assert frozen.width() == grid.view.columnWidth(0) + grid.view.columnWidth(1)
    assert frozen.head.height() == grid.view.head.height()


def test_both_halves_scroll_together(grid: Grid, editor, node):
    for _number in range(40):
        add_node(editor, node("Restore the canals"), "project")
    grid.view.verticalScrollBar().setValue(7)
    assert grid.view.frozen.verticalScrollBar().value() == 7
    grid.view.frozen.verticalScrollBar().setValue(3)
    assert grid.view.verticalScrollBar().value() == 3


def test_a_cell_gone_to_comes_out_from_under_the_frozen_columns(grid: Grid):
    grid.table.resize(700, 500)
    grid.settle()
    grid.go(0, "findings")
    grid.go(0, "budget:2568")
    left = grid.view.visualRect(grid.index(0, "budget:2568")).left()
    assert left == grid.view.frozen.width_wanted()


def test_going_to_a_frozen_column_does_not_scroll(grid: Grid):
    grid.table.resize(700, 500)
    grid.settle()
    grid.go(0, "findings")
    before = grid.view.horizontalScrollBar().value()
    assert before > 0
    grid.go(1, "name")
    assert grid.view.horizontalScrollBar().value() == before


def test_the_frozen_half_leaves_the_keyboard_to_the_grid(grid: Grid):
    grid.view.frozen.setFocus()
    assert grid.view.hasFocus()
    grid.go(0, "name")
    grid.press(Qt.Key.Key_Right)
    assert grid.here() == (0, "budget:2568")


def test_a_name_is_edited_in_the_frozen_half(grid: Grid):
    grid.view.horizontalScrollBar().setValue(100)
    grid.go(0, "name")
    grid.type("ก")
    editor = grid.editor()
    assert editor is not None
    assert grid.view.frozen.isAncestorOf(editor)
    grid.press(Qt.Key.Key_Tab)
    assert grid.here() == (0, "budget:2568")
