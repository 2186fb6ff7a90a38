"""In a copy for review the outline and the table can be read and chosen in; they offer nothing that would be refused."""

import pytest
from PySide6.QtCore import Qt

from success_desktop.ui.review.review_mode import review_copy_path
from success_desktop.ui.table.table_view import TableView

_Flag = Qt.ItemFlag


@pytest.fixture
def review_desk(desk, plan_path):
    """The desk of a reviewer's window, with the first project chosen."""
    copy_path = review_copy_path(plan_path, "ดร. สมศรี")
    assert desk.files.open_review_copy(plan_path, copy_path, "ดร. สมศรี")
    plan = desk.bridge.editor.plan
    desk.workspace.open_node(next(node.id for node in plan.walk() if node.kind == "project"))
    return desk


def test_names_in_the_outline_can_be_neither_typed_nor_dragged(review_desk):
    outline = review_desk.workspace.outline
    flags = outline.model.flags(outline.tree.currentIndex())
    assert flags == _Flag.ItemIsEnabled | _Flag.ItemIsSelectable


def test_the_menu_of_a_node_adds_nothing_and_alters_nothing(review_desk):
    outline = review_desk.workspace.outline
    entries = [action for action in outline.make_menu(outline.current_node_id()).actions() if action.text()]
    assert len(entries) == 6
    assert not any(action.isEnabled() for action in entries)


def test_the_actions_that_edit_the_plan_are_off(review_desk, window):
    nodes = review_desk.nodes
    assert not nodes.can_add_sibling()
    assert not nodes.child_kinds()
    assert not any(nodes.can_move(way) for way in ("up", "down", "in", "out"))
    names = ("rename", "delete", "add_sibling", "add_child")
    assert not any(window.actions_table[name].isEnabled() for name in names)


def test_deleting_asks_nothing_and_is_refused_with_a_sentence(review_desk):
    before = review_desk.bridge.editor.plan
    outline = review_desk.workspace.outline
    outline.select_node(before.children[before.root_id][-1])
    outline.remove()
    assert review_desk.bridge.editor.plan is before
    assert "ให้ความเห็น" in review_desk.frame.message_bar.sentence.text()


def test_no_cell_of_the_table_can_be_typed_in_and_the_table_says_why(review_desk):
    review_desk.workspace.show_view("table")
    view = review_desk.workspace.view("table")
    assert isinstance(view, TableView)
    grid = view.model
    cells = [
        grid.index(row, column) for row in range(grid.rowCount()) for column in range(grid.columnCount())
    ]
    assert any(grid.place_of(cell) is not None for cell in cells)
    assert not any(grid.flags(cell) & _Flag.ItemIsEditable for cell in cells)
    view.verbs.explain()
    assert "ให้ความเห็น" in view.stage.foot.words.text()
