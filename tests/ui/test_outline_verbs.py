"""The menu's verbs on the chosen node, and when they can be used."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMessageBox

from success_desktop.services import editing
from tests.ui.acting import answer


def siblings(desk, node_id) -> list[str]:
    plan = desk.bridge.editor.plan
    return list(plan.children[plan.nodes[node_id].parent_id])


def test_a_project_moves_down_and_up_again(open_desk, project_id, window):
    before = siblings(open_desk, project_id)
    assert not window.actions_table["move_up"].isEnabled()
    window.actions_table["move_down"].trigger()
    assert siblings(open_desk, project_id).index(project_id) == 1
    window.actions_table["move_up"].trigger()
    assert siblings(open_desk, project_id) == before


def test_a_section_moves_into_the_one_above_and_out_again(open_desk, window):
    plan = open_desk.bridge.editor.plan
    sections = [node.id for node in plan.children_of(plan.root_id) if node.kind == "section"]
    open_desk.workspace.outline.select_node(sections[1])
    assert not window.actions_table["move_out"].isEnabled()
    window.actions_table["move_in"].trigger()
    assert open_desk.bridge.editor.plan.nodes[sections[1]].parent_id == sections[0]
    window.actions_table["move_out"].trigger()
    assert open_desk.bridge.editor.plan.nodes[sections[1]].parent_id == plan.root_id


def test_a_sibling_is_added_behind_the_chosen_node(open_desk, project_id, window):
    before = siblings(open_desk, project_id)
    window.actions_table["add_sibling"].trigger()
    after = siblings(open_desk, project_id)
    assert len(after) == len(before) + 1
    assert after[1] not in before


def test_a_child_is_added_below_the_chosen_node(open_desk, project_id, window):
    plan = open_desk.bridge.editor.plan
    agencies = next(node.id for node in plan.walk() if node.kind == "agency_register")
    open_desk.workspace.outline.select_node(agencies)
    before = len(plan.children[agencies])
    window.actions_table["add_child"].trigger()
    assert len(open_desk.bridge.editor.plan.children[agencies]) == before + 1


def test_the_plan_s_vision_has_no_second_one(open_desk, window):
    plan = open_desk.bridge.editor.plan
    vision = next(node.id for node in plan.walk() if node.kind == "vision")
    open_desk.workspace.outline.select_node(vision)
    assert not window.actions_table["add_sibling"].isEnabled()
    assert not window.actions_table["add_child"].isEnabled()


def test_a_leaf_is_deleted_at_once_and_undo_is_offered(open_desk, window):
    plan = open_desk.bridge.editor.plan
    leaf = next(node.id for node in plan.walk() if node.kind == "mission")
    open_desk.workspace.outline.select_node(leaf)
    window.actions_table["delete"].trigger()
    assert leaf not in open_desk.bridge.editor.plan.nodes
    bar = window.frame.message_bar
    assert bar.sentence.text() == "ลบแล้ว"
    bar.link_buttons()[0].click()
    assert leaf in open_desk.bridge.editor.plan.nodes
    assert bar.isHidden()


def test_deleting_a_branch_asks_first_and_says_how_much_would_go(open_desk, window):
    plan = open_desk.bridge.editor.plan
    issue = next(node.id for node in plan.walk() if node.kind == "strategic_issue")
    open_desk.workspace.outline.select_node(issue)
    below = sum(1 for _node in plan.walk(issue)) - 1
    said: list[str] = []
    answer(lambda box: said.append(box.text() + box.informativeText()), QMessageBox)
    window.actions_table["delete"].trigger()
    assert issue in open_desk.bridge.editor.plan.nodes
    assert str(below) in said[0]


def test_rename_lets_the_name_be_typed_in_the_outline(open_desk, project_id, window, qtbot):
    window.actions_table["rename"].trigger()
    assert open_desk.workspace.outline.tree.state() == open_desk.workspace.outline.tree.State.EditingState


def test_find_goes_to_the_search_field(open_desk, window, qtbot):
    window.activateWindow()
    window.actions_table["find"].trigger()
    assert window.focusWidget() is open_desk.workspace.outline.filter


def test_the_delete_key_belongs_to_the_outline_alone(open_desk, window):
    delete = window.actions_table["delete"]
    assert delete.shortcut() == QKeySequence("Del")
    assert delete.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    assert delete in open_desk.workspace.outline.actions()


def test_no_verb_can_be_used_without_a_plan(desk, window):
    for name in ("rename", "delete", "add_sibling", "add_child", "move_up", "move_in"):
        assert not window.actions_table[name].isEnabled()


def test_children_can_be_added_to_the_plan_itself_when_no_node_is_chosen(open_desk):
    assert "strategic_issue" in open_desk.nodes.child_kinds()


def test_an_edit_elsewhere_shows_in_the_title(open_desk, window):
    editor = open_desk.bridge.editor
    editing.set_text(editor, (editor.plan.root_id, "title", "th"), "แผนชื่อใหม่")
    assert window.frame.slim_bar.title.toolTip() == "แผนชื่อใหม่"
