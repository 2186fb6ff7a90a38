"""Which rows there are: those below what is chosen in the outline, in the order asked for, as the plan has them now."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from success_desktop.services.editing import add_node, move_node, remove_node, set_part, set_text
from success_desktop.services.plan_editor import PlanEditor
from tests.ui.table.grids import ALL, Grid, choose, sums


def press_head(grid: Grid, key: str) -> None:
    grid.view.head.sectionClicked.emit(grid.model.column_of(key))


# --- below what is chosen ----------------------------------------------------------------------------------


def test_all_projects_of_the_plan_are_rows(grid: Grid):
    assert grid.names() == ALL
    assert grid.texts("number") == ["1.1.1", "1.1.2", "1.1.3", "1.2.1"]


def test_a_branch_shows_its_own_projects(grid: Grid, node):
    grid.table.show_node(node("Restore the canals"))
    assert grid.names() == ALL[:2]


def test_a_project_in_sight_is_gone_to_and_the_rows_stay(grid: Grid, node):
    grid.table.show_node(node("Project map"))
    assert grid.names() == ALL
    assert grid.view.currentIndex().row() == 2


def test_a_project_out_of_sight_is_shown_among_its_siblings(grid: Grid, node):
    grid.table.show_node(node("Restore the canals"))
    grid.table.show_node(node("Project heat"))
    assert grid.names() == ["โครงการheat"]
    assert grid.view.currentIndex().row() == 0


def test_a_register_shows_its_own_form(grid: Grid, editor, node):
    register = editor.plan.nodes[node("กองช่าง")].parent_id
    grid.table.show_node(register)
    assert grid.names() == ["กองช่าง", "กองสาธารณสุข"]
    grid.table.show_node(node("Water"))
    assert grid.names() == ALL


def test_what_can_hold_no_rows_shows_the_whole_plan(grid: Grid, editor):
    vision = add_node(editor, editor.plan.root_id, "vision")
    grid.table.show_node(vision)
    assert grid.names() == ALL


def test_another_form_can_be_chosen_and_stays_where_it_has_rows(grid: Grid, node):
    choose(grid, "form", "indicators")
    assert grid.names() == ["ครัวเรือนที่น้ำท่วมเกิน 3 วัน"]
    grid.table.show_node(node("Safe canal communities"))
    assert grid.names() == ["ครัวเรือนที่น้ำท่วมเกิน 3 วัน"]
    choose(grid, "form", "projects")
    assert grid.names() == ALL[:3]


# --- order -------------------------------------------------------------------------------------------------


def test_a_press_sorts_a_second_turns_round_a_third_brings_the_outline_back(grid: Grid):
    press_head(grid, "budget:2568")
    assert grid.texts("budget:2568") == ["240,000", "500,000", "", ""]
    assert grid.view.head.sorted_by == "budget:2568"
    press_head(grid, "budget:2568")
    assert grid.texts("budget:2568") == ["500,000", "240,000", "", ""]
    assert grid.view.head.is_descending
    press_head(grid, "budget:2568")
    assert grid.names() == ALL
    assert grid.view.head.sorted_by == ""


def test_numbers_are_sorted_in_the_order_of_the_outline(grid: Grid):
    press_head(grid, "number")
    assert grid.names() == ALL
    press_head(grid, "number")
    assert grid.names() == ALL[::-1]


def test_names_are_sorted_by_letters(grid: Grid):
    press_head(grid, "name")
    assert grid.names() == ["โครงการdredge", "โครงการgauge", "โครงการheat", "โครงการmap"]


def test_the_cell_chosen_goes_with_its_row(grid: Grid):
    grid.go(3, "budget:2568")
    press_head(grid, "name")
    assert grid.here() == (2, "budget:2568")


def test_an_edit_does_not_make_a_row_jump(grid: Grid):
    press_head(grid, "budget:2568")
    grid.enter(0, "budget:2568", "900000")
    assert grid.names()[0] == "โครงการgauge"


def test_an_edit_does_not_make_a_row_vanish(grid: Grid):
    choose(grid, "year", 2568)
    grid.go(0, "budget:2568")
    grid.press(Qt.Key.Key_Delete)
    assert grid.names() == ALL[:2]


def test_another_form_is_not_sorted(grid: Grid):
    press_head(grid, "name")
    choose(grid, "form", "agencies")
    assert grid.view.head.sorted_by == ""


# --- edits from elsewhere ----------------------------------------------------------------------------------


def test_a_value_changed_elsewhere_is_shown(grid: Grid, editor, node):
    set_part(editor, (node("Project map"), "status", ""), "completed")
    set_text(editor, (node("Project map"), "name", "th"), "แผนที่")
    assert grid.names()[2] == "แผนที่"


def test_an_agency_renamed_is_renamed_in_its_rows(grid: Grid, editor, node):
    set_text(editor, (node("กองช่าง"), "name", "th"), "สำนักช่าง")
    assert grid.text(0, "lead_agencies") == "สำนักช่าง"


def test_rows_come_go_and_move_with_the_plan(grid: Grid, editor: PlanEditor, node):
    remove_node(editor, node("Project gauge"))
    assert grid.names() == [ALL[0], *ALL[2:]]
    editor.undo()
    assert grid.names() == ALL
    approach = editor.plan.nodes[node("Project map")].parent_id or ""
    move_node(editor, node("Project dredge"), approach)
    assert grid.names() == ["โครงการgauge", "โครงการmap", "โครงการdredge", "โครงการheat"]
    assert grid.texts("number")[:2] == ["1.1.1", "1.1.2"]


def test_the_cell_chosen_stays_when_rows_come_and_go(grid: Grid, editor, node):
    grid.go(3, "budget:2568")
    remove_node(editor, node("Project gauge"))
    assert grid.here() == (2, "budget:2568")


def test_a_row_added_elsewhere_is_shown_even_when_a_filter_would_hide_it(grid: Grid, editor, node):
    choose(grid, "year", 2568)
    add_node(editor, node("Restore the canals"), "project")
    assert grid.model.rowCount() == 3


def test_a_row_added_among_sorted_rows_stands_behind_its_neighbour(grid: Grid, editor, node):
    press_head(grid, "budget:2568")
    added = add_node(editor, node("Restore the canals"), "project", node("Project gauge"))
    assert grid.model.row_of(added) == grid.model.row_of(node("Project dredge")) + 1


def test_the_first_row_of_a_plan_added_among_sorted_rows_stands_last(grid: Grid, editor, node):
    press_head(grid, "budget:2568")
    added = add_node(editor, node("Restore the canals"), "project", node("Project dredge"))
    assert grid.model.row_of(added) == 4


def test_money_in_a_new_year_brings_a_column(grid: Grid, editor, node):
    grid.go(2, "name")
    set_part(editor, (node("Project map"), "budget", "2580:codi"), Decimal(5))
    assert "budget:2580" in grid.column_keys()
    assert grid.here() == (2, "name")
    assert sums(grid)["budget:2580"] == "5"


def test_the_years_of_the_plan_bring_columns(grid: Grid, editor):
    set_part(editor, (editor.plan.root_id, "last_year", ""), Decimal(2573))
    assert "budget:2573" in grid.column_keys()


def test_what_happens_out_of_sight_is_caught_up_with(grid: Grid, editor, node):
    grid.table.hide()
    remove_node(editor, node("Project gauge"))
    assert grid.model.rowCount() == 4
    grid.table.show()
    assert grid.names() == [ALL[0], *ALL[2:]]


def test_a_closed_plan_leaves_an_empty_table(grid: Grid, bridge):
    bridge.release()
    assert grid.model.rowCount() == 0
    assert grid.model.columnCount() == 0
    assert sums(grid) == {}
    grid.table.grab()


def test_a_plan_opened_again_is_shown_from_the_beginning(grid: Grid, bridge):
    choose(grid, "year", 2568)
    editor = bridge.release()
    bridge.hold(editor)
    grid.table.show_node(editor.plan.root_id)
    assert grid.names() == ALL


@pytest.mark.parametrize("name", ["Project dredge", "Project heat"])
def test_the_table_tells_which_changes_are_seen_in_it(grid: Grid, node, name):
    grid.table.show_node(node("Restore the canals"))
    assert grid.table.is_showing((node(name),)) == (name == "Project dredge")
