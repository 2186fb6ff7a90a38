"""Every action of the table has its place in the menus and its key, which a Thai keyboard has too."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from success_desktop.services import editing
from success_desktop.ui.action_rows.row import SEPARATOR
from success_desktop.ui.action_rows.table import ROWS, SUBMENUS
from success_desktop.ui.figures.timeline_view import TimelineView
from success_desktop.ui.table.table_view import TableView
from success_desktop.ui.thai_keyboard import latin_key
from tests.ui.acting import type_text
from tests.ui.page.keys import is_taken
from tests.ui.page.pages import text_edit

WITH_KEY = [row for row in ROWS if row.shortcut]
DIGITS = dict(zip("1234567890-=", "ๅ/-ภถุึคตจขช", strict=True))
"""The signs on the upper row of a Thai keyboard, by what a Latin one has there."""
LONG_NAMES = {"Del": "Delete"}
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
FIELD_KEYS = ("Copy", "Cut", "Paste", "SelectAll", "Undo", "Redo", "DeleteStartOfWord", "DeleteEndOfWord")
FIELD_MOVES = ("MoveToNextWord", "MoveToPreviousWord", "SelectNextWord", "SelectPreviousWord")
SHARED = {"undo", "redo"}
"""Actions whose keys a field has first, while there is typing to take back in it."""


def thai_keys(row) -> list[int]:
    """What the key of a shortcut gives while the keyboard is Thai: code points, with and without Shift; else the key."""
    name = row.shortcut.rpartition("+")[2]
    key = Qt.Key[f"Key_{LONG_NAMES.get(name, name)}"].value
    if not 0x20 < key < 0x7F:
        return [key]
    letters = [point for point in range(0xE01, 0xE60) if latin_key(point) == key]
    return letters or [ord(DIGITS[chr(key)])]


def modifiers_of(row):
    """The modifiers of a shortcut."""
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in row.shortcut.split("+")[:-1]:
        modifiers |= MODIFIERS[name]
    return modifiers


@pytest.fixture
def done(open_desk, project_id, window):
    """What has been triggered, by id; every action could be done, and the deeds themselves are kept back."""
    triggered: list[str] = []
    for row in WITH_KEY:
        action = window.actions_table[row.id]
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, name=row.id: triggered.append(name))
        action.setEnabled(True)
    window.activateWindow()
    open_desk.workspace.outline.tree.setFocus()
    return triggered


@pytest.mark.parametrize("row", WITH_KEY, ids=lambda row: row.id)
def test_every_shortcut_works_while_the_keyboard_is_thai(done, open_desk, qtbot, row):
    tree = open_desk.workspace.outline.tree
    qtbot.waitUntil(tree.hasFocus)
    for key in thai_keys(row):
        done.clear()
        if key > 0x1000000:  # no letter: the same key in every layout
            qtbot.keyClick(tree, Qt.Key(key), modifiers_of(row))
        else:
            QApplication.sendEvent(tree, QKeyEvent(QEvent.Type.KeyPress, key, modifiers_of(row), ""))
        assert done == [row.id]


def test_a_sign_of_both_layouts_that_is_no_shortcut_does_nothing(done, open_desk):
    tree = open_desk.workspace.outline.tree
    ctrl = Qt.KeyboardModifier.ControlModifier
    for key, modifiers in (
        (Qt.Key.Key_Question, ctrl),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Minus, ctrl | Qt.KeyboardModifier.KeypadModifier),
    ):
        QApplication.sendEvent(tree, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, ""))
    assert done == []


def test_a_sign_that_is_a_shortcut_itself_stays_one(done, open_desk, window):
    action = window.actions_table["about"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: done.append("about"))
    action.setShortcut("Ctrl+/")
    tree = open_desk.workspace.outline.tree
    ctrl = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(tree, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Slash, ctrl, ""))
    assert "page_both" not in done


def test_no_shortcut_takes_a_key_that_edits_text():
    fields = {
        keys.toString()
        for name in (*FIELD_KEYS, *FIELD_MOVES)
        for keys in QKeySequence.keyBindings(QKeySequence.StandardKey[name])
    }
    taken = {row.id for row in WITH_KEY if QKeySequence(row.shortcut).toString() in fields}
    assert taken == SHARED


def test_undo_belongs_to_a_field_only_while_something_is_typed_there(open_desk, project_id):
    field = text_edit(open_desk.workspace.page, "objective_th")
    type_text(field, "ก")
    assert is_taken(field, Qt.Key.Key_Z)


def test_every_action_shows_its_key_in_its_menu(open_desk, window):
    for row in ROWS:
        if row.id == SEPARATOR or row.id in SUBMENUS:
            continue
        action = window.actions_table[row.id]
        assert action in window.actions_table.menus[row.menu].actions(), row.id
        assert action.shortcut() == QKeySequence(row.shortcut), row.id
        assert action.isShortcutVisibleInContextMenu() or not row.shortcut, row.id


# --- the right mouse button ------------------------------------------------------------------------------


def entries(menu: QMenu) -> list[str]:
    """What a menu offers, without the keys."""
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def words_of(window, *action_ids: str) -> set[str]:
    """What the menu bar calls some actions."""
    return {window.actions_table[action_id].text() for action_id in action_ids}


def test_the_right_button_offers_in_the_outline_what_the_menus_do_with_a_node(open_desk, project_id, window):
    menu = open_desk.workspace.outline.make_menu(project_id)
    moves = ("move_up", "move_down", "move_in", "move_out")
    assert words_of(window, "rename", "delete", *moves) <= set(entries(menu))
    assert any(entry.startswith("เพิ่ม") for entry in entries(menu))


def asked_for(view, rows) -> list[str]:
    """What comes up where the right button is pressed on the current row."""
    point = rows.visualRect(rows.currentIndex()).center()
    rows.customContextMenuRequested.emit(point)
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    offered = entries(menu)
    menu.close()
    return offered


def test_the_right_button_offers_in_the_table_what_can_be_done_with_a_row(open_desk, project_id, window):
    open_desk.looks.show_view("table")
    table = open_desk.workspace.view("table")
    assert isinstance(table, TableView)
    table.view.select_cell(0, 2)
    offered = asked_for(table, table.view)
    assert {"เปิดดูที่หน้า", "คัดลอก", "วาง…", "ลบโครงการ"} <= set(offered)


def test_the_right_button_offers_in_the_timeline_what_can_be_done_with_dates(open_desk, project_id, qtbot):
    open_desk.looks.show_view("timeline")
    view = open_desk.workspace.view("timeline")
    assert isinstance(view, TimelineView)
    qtbot.waitUntil(view.isVisible)
    assert "เปิดดูที่หน้า" in asked_for(view, view.tree)


def test_what_the_right_button_deletes_one_undo_brings_back(open_desk, project_id, window):
    before = open_desk.bridge.editor.plan
    added = editing.add_node(open_desk.bridge.editor, before.nodes[project_id].parent_id, "project")
    plan = open_desk.bridge.editor.plan
    open_desk.workspace.outline.select_node(added)
    menu = open_desk.workspace.outline.make_menu(added)
    next(action for action in menu.actions() if action.text().startswith("ลบ")).trigger()
    assert added not in open_desk.bridge.editor.plan.nodes
    window.actions_table["undo"].trigger()
    assert open_desk.bridge.editor.plan.nodes == plan.nodes
