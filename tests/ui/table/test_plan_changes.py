"""The plan changes while the table is looked at: by other hands, by undo, from the outline."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from success_desktop.domain.row_filter import RowFilter
from success_desktop.services.editing import add_node, remove_node, set_part, set_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.plan_bridge import PlanBridge
from tests.ui.table.grids import ALL, Grid, choose


def offered(grid: Grid, box: str) -> list[object]:
    """What one of the boxes above the table offers, the first line aside."""
    shown = getattr(grid.table.stage.filters, box)
    return [shown.itemData(place) for place in range(1, shown.count())]


@pytest.mark.parametrize("name", ["Restore the canals", "Safe canal communities", "Water"])
def test_when_the_branch_shown_is_removed_the_whole_plan_is_shown(grid: Grid, editor: PlanEditor, node, name):
    branch = node(name)
    grid.table.show_node(branch)
    remove_node(editor, branch)
    assert grid.table.contents.under_id == ""
    assert grid.names() == [name for name in ALL if name in grid.names()]
    assert grid.table.stage.empty.isVisible() is not bool(grid.names())


def test_when_adding_the_branch_shown_is_undone_the_table_goes_on(grid: Grid, editor, bridge, node):
    branch = add_node(editor, node("Safe canal communities"), "approach")
    grid.table.show_node(branch)
    assert grid.names() == []
    bridge.undo()
    assert grid.names() == ALL


def test_a_filter_stays_when_the_branch_shown_is_removed(grid: Grid, editor, node):
    choose(grid, "year", 2570)
    grid.table.show_node(node("Restore the canals"))
    remove_node(editor, node("Restore the canals"))
    assert grid.names() == ["โครงการmap"]


def test_a_new_agency_can_be_filtered_by_at_once(grid: Grid, editor, node):
    register = editor.plan.nodes[node("กองช่าง")].parent_id
    choose(grid, "year", 2568)
    added = add_node(editor, register, "agency")
    set_text(editor, (added, "name", "th"), "กองคลัง")
    assert added in offered(grid, "agency")
    assert grid.table.stage.filters.year.currentData() == 2568
    remove_node(editor, added)
    assert added not in offered(grid, "agency")


def test_money_beyond_the_plans_years_can_be_filtered_by(grid: Grid, editor, node):
    set_part(editor, (node("Project map"), "budget", "2575:codi"), Decimal(1000))
    assert offered(grid, "year") == [2568, 2569, 2570, 2571, 2572, 2575]
    grid.table.show_rows(RowFilter(year_be=2575))
    assert grid.names() == ["โครงการmap"]


def test_rows_without_budgets_are_not_asked_for_a_year(grid: Grid):
    choose(grid, "year", 2568)
    choose(grid, "form", "agencies")
    assert grid.table.stage.filters.year.isHidden()
    assert grid.names() == ["กองช่าง", "กองสาธารณสุข"]


def test_the_rows_behind_a_figure_are_projects_whatever_form_was_shown(grid: Grid):
    choose(grid, "form", "agencies")
    grid.table.show_rows(RowFilter(year_be=2568))
    assert grid.names() == ALL[:2]


def test_what_is_being_typed_survives_an_edit_elsewhere(grid: Grid, editor, node):
    grid.go(3, "budget:2568")
    grid.type("75")
    set_text(editor, (node("Project map"), "name", "th"), "แผนที่")
    grid.press(Qt.Key.Key_Return)
    assert grid.text(3, "budget:2568") == "75"
    assert grid.names()[2] == "แผนที่"


@pytest.mark.parametrize("way", ["new row", "new year", "row above gone"])
def test_what_is_being_typed_goes_into_its_own_row_when_rows_or_columns_come_and_go(
    grid: Grid, editor, node, way
):
    heat = node("Project heat")
    grid.go(3, "budget:2568")
    grid.type("75")
    if way == "new row":
        add_node(editor, node("Restore the canals"), "project")
    elif way == "new year":
        set_part(editor, (node("Project map"), "budget", "2575:codi"), Decimal(1000))
    else:
        remove_node(editor, node("Project dredge"))
    assert grid.typed() == "75"
    grid.press(Qt.Key.Key_Return)
    assert editor.plan.nodes[heat].yearly_money("budget") == {(2568, "ordinance"): Decimal(75)}
    assert grid.text(grid.model.row_of(heat), "budget:2568") == "75"


def test_closing_the_plan_hands_in_what_is_being_typed(grid: Grid, bridge: PlanBridge, editor, node):
    heat = node("Project heat")
    grid.go(3, "budget:2568")
    grid.type("75")
    bridge.release()
    assert editor.plan.nodes[heat].yearly_money("budget") == {(2568, "ordinance"): Decimal(75)}
    assert grid.model.rowCount() == 0


def test_the_menu_key_before_any_cell_was_chosen_does_nothing(grid: Grid):
    grid.view.clearSelection()
    grid.view.setCurrentIndex(grid.model.index(-1, -1))
    asked: list[object] = []
    grid.view.menu_requested.connect(asked.append)
    grid.view.customContextMenuRequested.emit(grid.view.visualRect(grid.index(0, "budget:2568")).center())
    assert asked == []
