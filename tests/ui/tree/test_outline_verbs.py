"""Rearranging the plan in the outline: by key and by action."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox, QPushButton

from success_desktop.i18n import _
from success_desktop.services import editing
from success_desktop.ui.tree.outline_view import OutlineView
from tests.ui.page.keys import CTRL, press, type_text

Key = Qt.Key
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def shown_names(outline: OutlineView) -> list[str]:
    """The names in sight, from top to bottom."""
    names, index = [], outline.model.index(0, 0)
    while index.isValid():
        names.append(index.data())
        index = outline.tree.indexBelow(index)
    return names


def add(kind: str) -> str:
    """What a menu calls adding a kind."""
    return _("Add {kind}").format(kind=kind)


def answer(button: str) -> None:
    """Press a button of the question that is about to be asked."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(known for known in box.findChildren(QPushButton) if known.text() == _(button)).click()

    QTimer.singleShot(0, click)


def test_f2_renames_in_the_line_itself(outline, editor, node, qtbot):
    outline.select_node(node("น้ำ"))
    outline.rename()
    field = outline.tree.viewport().findChild(QLineEdit)
    field.clear()
    type_text(field, "น้ำทั้งลุ่ม")
    press(field, Key.Key_Return)
    water = editor.plan.children[editor.plan.root_id][0]
    qtbot.waitUntil(lambda: editor.plan.nodes[water].text("name", "th") == "น้ำทั้งลุ่ม")
    assert shown_names(outline)[0] == "น้ำทั้งลุ่ม"


def test_a_register_cannot_be_renamed(outline, editor):
    outline.select_node(editor.plan.children[editor.plan.root_id][1])
    outline.rename()
    assert outline.tree.viewport().findChild(QLineEdit) is None


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_Insert, CTRL & ~CTRL), (Key.Key_Return, CTRL)])
def test_a_key_adds_a_sibling_and_asks_for_its_name(outline, editor, node, key, modifiers):
    outline.select_node(node("โครงการdredge"))
    press(outline.tree, key, modifiers)
    new_id = editor.plan.children[node("ฟื้นสายคลอง")][1]
    assert outline.current_node_id() == new_id
    assert editor.plan.nodes[new_id].kind == "project"
    assert outline.tree.viewport().findChild(QLineEdit) is not None


def test_a_second_vision_is_refused_calmly(outline, editor, bridge, qtbot):
    vision = editing.add_node(editor, editor.plan.root_id, "vision")
    outline.select_node(vision)
    with qtbot.waitSignal(bridge.refused):
        outline.add_sibling()
    assert outline.current_node_id() == vision


def test_a_child_of_the_only_kind_is_added_at_once(outline, editor, node):
    outline.select_node(node("น้ำ"))
    outline.add_child()
    assert editor.plan.nodes[outline.current_node_id()].kind == "goal"


def test_where_several_kinds_belong_the_outline_asks_which(outline, editor, node):
    outline.select_node(node("ชุมชนริมคลองปลอดภัย"))
    outline.add_child()
    menu = outline.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == [add("ตัวชี้วัด"), add("แนวทางการพัฒนา")]
    menu.actions()[0].trigger()
    assert editor.plan.nodes[outline.current_node_id()].kind == "indicator"
    menu.close()


def test_nothing_is_added_below_what_has_no_children(outline, editor, node):
    outline.select_node(node("กองช่าง"))
    before = editor.plan
    outline.add_child()
    assert editor.plan is before


def test_delete_takes_a_leaf_at_once_and_goes_to_the_next(outline, editor, node):
    gone, following = node("กองช่าง"), node("กองสาธารณสุข")
    outline.select_node(gone)
    press(outline.tree, Key.Key_Delete)
    assert gone not in editor.plan.nodes
    assert outline.current_node_id() == following


@pytest.mark.parametrize(("button", "is_kept"), [("Keep", True), ("Delete", False)])
def test_delete_asks_before_it_takes_a_branch(outline, editor, node, button, is_kept):
    branch = node("น้ำ")
    outline.select_node(branch)
    answer(button)
    outline.remove()
    assert (branch in editor.plan.nodes) is is_kept


def test_the_move_keys_move(outline, editor, node):
    outline.select_node(node("โครงการgauge"))
    press(outline.tree, Key.Key_Up, ALT_SHIFT)
    assert editor.plan.children[node("ฟื้นสายคลอง")][0] == node("โครงการgauge")
    press(outline.tree, Key.Key_Down, ALT_SHIFT)
    assert editor.plan.children[node("ฟื้นสายคลอง")][1] == node("โครงการgauge")
    assert outline.current_node_id() == node("โครงการgauge")


def test_sections_can_be_indented_and_outdented(outline, editor):
    root_id = editor.plan.root_id
    first, second = (editing.add_node(editor, root_id, "section") for _number in range(2))
    outline.select_node(second)
    press(outline.tree, Key.Key_Right, ALT_SHIFT)
    assert editor.plan.children[first] == (second,)
    assert outline.current_node_id() == second
    press(outline.tree, Key.Key_Left, ALT_SHIFT)
    assert editor.plan.nodes[second].parent_id == root_id


def test_a_move_to_where_it_does_not_belong_is_refused_calmly(outline, editor, node, bridge, qtbot):
    outline.select_node(node("ชุมชนริมคลองปลอดภัย"))
    before = editor.plan
    with qtbot.waitSignal(bridge.refused):
        outline.outdent()
    assert editor.plan is before


def test_coming_into_the_tree_chooses_nothing(outline, qtbot):
    outline.focus_filter()
    with qtbot.assertNotEmitted(outline.node_selected):
        outline.tree.setFocus()
    assert outline.current_node_id() == ""


def test_arrows_without_alt_move_the_choice(outline, node):
    outline.select_node(node("น้ำ"))
    press(outline.tree, Key.Key_Down)
    assert outline.current_node_id() == node("ชุมชนริมคลองปลอดภัย")
