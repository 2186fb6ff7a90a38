"""The outline's menu, and how its lines look."""

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton

from success_desktop.i18n import _
from success_desktop.services import editing
from success_desktop.ui.tree.delegate import ROW_HEIGHT
from success_desktop.ui.tree.outline_view import OutlineView

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


# --- menu and mouse -----------------------------------------------------------------------------------------


def test_the_menu_offers_what_can_be_done_here(outline, node):
    menu = outline.make_menu(node("โครงการgauge"))
    state = {
        action.text().partition("\t")[0]: action.isEnabled() for action in menu.actions() if action.text()
    }
    assert state == {
        add("ตัวชี้วัด"): True,
        add("กิจกรรม"): True,
        _("Rename"): True,
        _("Move up"): True,
        _("Move down"): False,
        _("Move into the item above"): False,
        _("Move out, one level up"): False,
        _("Delete"): True,
    }


def test_the_menu_of_the_empty_space_adds_to_the_plan_what_is_not_there_yet(outline, editor):
    texts = [action.text() for action in outline.make_menu("").actions()]
    assert add("วิสัยทัศน์") in texts
    assert add("ทะเบียนหน่วยงาน") not in texts
    next(action for action in outline.make_menu("").actions() if "วิสัยทัศน์" in action.text()).trigger()
    assert any(node.kind == "vision" for node in editor.plan.children_of(editor.plan.root_id))


@pytest.mark.parametrize("name", ["น้ำ", ""])
def test_the_right_button_opens_the_menu(outline, node, name, qtbot):
    rect = outline.tree.visualRect(outline.model.index_of(node(name))) if name else QRect(0, 500, 10, 10)
    outline.tree.customContextMenuRequested.emit(rect.center())
    menu = outline.findChild(QMenu)
    assert menu.isVisible()
    assert outline.current_node_id() == (node(name) if name else "")
    menu.close()


# --- painting -----------------------------------------------------------------------------------------------


def test_lines_are_equally_high_and_paint(outline, editor, node):
    editing.set_text(editor, (node("น้ำ"), "name", "en"), "")
    outline.tree.expandAll()
    outline.select_node(node("โครงการgauge"))
    outline.set_language("en")
    picture = QPixmap(outline.size())
    outline.render(picture)
    heights = {
        outline.tree.visualRect(outline.model.index_of(n.id)).height()
        for n in editor.plan.walk()
        if n.parent_id
    }
    assert len(heights) == 1
    assert heights.pop() >= ROW_HEIGHT
    assert outline.tree.uniformRowHeights()
