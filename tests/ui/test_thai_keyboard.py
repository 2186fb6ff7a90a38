"""Shortcuts work while the keyboard is Thai."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from success_desktop.services import editing
from success_desktop.ui.thai_keyboard import latin_key
from success_desktop.ui.thai_text import ThaiTextEdit
from tests.ui.acting import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(widget, letter: str, modifiers=CTRL) -> None:
    """A key press as it comes from a system whose only layout is Thai."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, ord(letter), modifiers, ""))


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("ห", "S"),
        ("ผ", "Z"),
        ("ั", "Y"),
        ("ฟ", "A"),
        ("แ", "C"),
        ("อ", "V"),
        ("ป", "X"),
        ("ฆ", "S"),
        ("ๅ", "1"),
        ("ฝ", "/"),
    ],
)
def test_a_thai_key_stands_for_the_latin_one_in_its_place(thai, latin):
    assert latin_key(ord(thai)) == Qt.Key(ord(latin))


def test_other_keys_stand_for_themselves():
    assert latin_key(Qt.Key.Key_S) is None
    assert latin_key(Qt.Key.Key_F2) is None
    assert latin_key(0x0E7F) is None


def test_ctrl_with_thai_so_saves(open_desk, project_id, window):
    editing.set_text(open_desk.bridge.editor, (project_id, "name", "th"), "ชื่อใหม่")
    assert not open_desk.bridge.editor.file.is_published
    press(window.frame, "ห")
    assert open_desk.bridge.editor.file.is_published


def test_ctrl_z_under_thai_undoes(open_desk, project_id, window):
    editing.set_text(open_desk.bridge.editor, (project_id, "name", "th"), "ชื่อใหม่")
    press(window.frame, "ผ")
    assert open_desk.steps.undo_label() is None


def test_ctrl_z_under_thai_takes_back_the_typing_first(open_desk, project_id, window):
    editing.set_text(open_desk.bridge.editor, (project_id, "note", "th"), "หมายเหตุ")
    name = open_desk.bridge.editor.plan.nodes[project_id].text("name", "th")
    field = next(edit for edit in window.findChildren(ThaiTextEdit) if edit.plain_text() == name)
    type_text(field, "ก")
    press(field, "ผ")
    assert field.plain_text() == name
    assert open_desk.bridge.editor.plan.nodes[project_id].text("note", "th") == "หมายเหตุ"


def test_copying_in_a_field_works_under_thai(application, qtbot):
    field = QLineEdit("ข้อความ")
    qtbot.addWidget(field)
    field.show()
    press(field, "ฟ")
    press(field, "แ")
    assert QGuiApplication.clipboard().text() == "ข้อความ"


def test_thai_typing_without_ctrl_stays_thai(application, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    QApplication.sendEvent(
        field, QKeyEvent(QEvent.Type.KeyPress, ord("ห"), Qt.KeyboardModifier.NoModifier, "ห")
    )
    assert field.text() == "ห"


def test_a_dialog_keeps_the_window_s_shortcuts_away(open_desk, project_id, window, qtbot):
    editing.set_text(open_desk.bridge.editor, (project_id, "name", "th"), "ชื่อใหม่")
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    press(window.frame, "ห")
    assert not open_desk.bridge.editor.file.is_published
    dialog.close()
