"""The table in its window: beside the outline, reached from it and from figures, leading to the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import RowFilter
from success_desktop.services.editing import set_text
from success_desktop.ui.desk import Desk
from success_desktop.ui.table.table_view import TableView
from tests.ui.acting import accessible_parts
from tests.ui.table.grids import Grid

ROLES = frozenset(("PushButton", "CheckBox", "ComboBox", "EditableText", "Table", "ButtonMenu"))


def plan_of(desk: Desk) -> Plan:
    """The plan that is open."""
    assert desk.bridge.editor is not None
    return desk.bridge.editor.plan


def shown_grid(desk: Desk) -> Grid:
    """The table, brought into sight."""
    desk.workspace.show_view("table")
    table = desk.workspace.view("table")
    assert isinstance(table, TableView)
    return Grid(table)


def test_the_table_shows_what_is_chosen_in_the_outline(open_desk: Desk):
    plan = plan_of(open_desk)
    grid = shown_grid(open_desk)
    everything = len(grid.names())
    issue = next(node for node in plan.walk() if node.kind == "strategic_issue")
    open_desk.workspace.outline.select_node(issue.id)
    below = [node for node in plan.walk(issue.id) if node.kind == "project"]
    assert grid.model.rows == [node.id for node in below]
    assert 0 < len(below) < everything


def test_a_row_opens_its_page(open_desk: Desk):
    grid = shown_grid(open_desk)
    grid.go(4, "number")
    grid.press(Qt.Key.Key_Return)
    assert open_desk.workspace.view_id == "page"
    assert open_desk.workspace.page.current_node_id() == grid.model.rows[4]


def test_a_project_chosen_on_the_page_is_the_row_in_the_table(open_desk: Desk, project_id: str):
    grid = shown_grid(open_desk)
    assert grid.model.node_id_of(grid.view.currentIndex()) == project_id


def test_the_outline_follows_the_row_gone_to_and_the_rows_stay(open_desk: Desk):
    grid = shown_grid(open_desk)
    rows = list(grid.model.rows)
    grid.go(4, "name")
    assert open_desk.nodes.current_id() == rows[4]
    assert grid.model.rows == rows
    assert grid.here() == (4, "name")


def test_the_rows_are_still_those_of_before_after_a_change_on_the_page_of_one(open_desk: Desk):
    grid = shown_grid(open_desk)
    rows = list(grid.model.rows)
    grid.go(4, "name")
    open_desk.workspace.show_view("page")
    assert open_desk.bridge.editor is not None
    set_text(open_desk.bridge.editor, (rows[4], "name", "th"), "สะพาน")
    open_desk.workspace.show_view("table")
    assert grid.model.rows == rows
    assert grid.view.currentIndex().row() == 4


def test_the_menu_moves_the_row_gone_to_not_what_was_chosen_before(open_desk: Desk):
    issue = next(node for node in plan_of(open_desk).walk() if node.kind == "strategic_issue")
    open_desk.workspace.outline.select_node(issue.id)
    grid = shown_grid(open_desk)
    project = grid.model.rows[1]
    grid.go(1, "name")
    open_desk.nodes.move("down")
    assert grid.model.rows.index(project) == 2
    assert open_desk.nodes.current_id() == project


def test_the_outline_leaves_its_choice_alone_while_it_has_the_keyboard(open_desk: Desk):
    grid = shown_grid(open_desk)
    open_desk.workspace.outline.tree.setFocus()
    issue = next(node for node in plan_of(open_desk).walk() if node.kind == "strategic_issue")
    open_desk.workspace.outline.select_node(issue.id)
    grid.view.select_cell(1, 1)
    assert open_desk.nodes.current_id() == issue.id


def test_a_figure_leads_to_its_rows(open_desk: Desk):
    open_desk.workspace.show_rows(RowFilter(status="completed"))
    grid = shown_grid(open_desk)
    nodes = plan_of(open_desk).nodes
    assert grid.names()
    assert all(nodes[row].word("status") == "completed" for row in grid.model.rows)


def test_typing_in_the_table_is_in_the_plan_before_another_view_is_shown(open_desk: Desk):
    grid = shown_grid(open_desk)
    grid.go(0, "name")
    grid.type("ขุด")
    node_id = grid.model.rows[0]
    open_desk.workspace.show_view("page")
    assert plan_of(open_desk).nodes[node_id].text("name", "th") == "ขุด"


def test_the_table_speaks_the_language_chosen_above(open_desk: Desk):
    grid = shown_grid(open_desk)
    open_desk.looks.show_page_in("en")
    first = plan_of(open_desk).nodes[grid.model.rows[0]]
    assert grid.names()[0] == first.text("name", "en")


def test_everything_to_act_on_in_the_table_has_a_name(open_desk: Desk):
    grid = shown_grid(open_desk)
    grid.settle()
    nameless = [
        part.role()
        for part in accessible_parts(grid.table)
        if part.role().name in ROLES and not part.text(QAccessible.Text.Name) and not part.state().invisible
    ]
    assert nameless == []


def test_f2_edits_the_cell_and_not_the_name_in_the_outline(open_desk: Desk):
    grid = shown_grid(open_desk)
    grid.go(0, "name")
    QTest.keyClick(grid.view, Qt.Key.Key_F2)
    assert grid.editor() is not None
    assert open_desk.workspace.outline.tree.state() != QAbstractItemView.State.EditingState
