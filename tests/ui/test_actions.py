"""The actions in the menus: each once, with a key of its own, waiting until they have something to act on."""

from PySide6.QtWidgets import (
    QApplication,
)

from success_desktop.ui.action_rows.row import SEPARATOR
from success_desktop.ui.action_rows.table import ROWS, SUBMENUS


def test_every_action_is_in_a_menu_once(desk, window):
    shown = [action.objectName() for menu in window.actions_table.menus.values() for action in menu.actions()]
    for row in ROWS:
        if row.id != SEPARATOR and row.id not in SUBMENUS:
            assert shown.count(row.id) == 1, row.id


def test_no_two_actions_share_a_shortcut():
    shortcuts = [row.shortcut for row in ROWS if row.shortcut]
    assert sorted(set(shortcuts)) == sorted(shortcuts)


def test_actions_wait_until_the_desk_is_there(window):
    assert not window.actions_table["new"].isEnabled()
    window.actions_table["new"].trigger()
    assert QApplication.activeModalWidget() is None


def test_actions_on_a_plan_wait_until_one_is_open(desk, window):
    assert not window.actions_table["save"].isEnabled()
    assert window.actions_table["new"].isEnabled()


def test_the_menu_of_recent_plans_opens_them(desk, window, plan_path, settings, tmp_path):
    menu = window.actions_table.menus["recent"]
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    settings.recent_paths = [str(plan_path), str(tmp_path / "หายไป.success")]
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [True, False]
    menu.actions()[0].trigger()
    assert desk.bridge.editor.file.path == plan_path


def test_menus_open_before_the_desk_is_there(window):
    window.actions_table.menus["recent"].aboutToShow.emit()
    assert window.actions_table.menus["recent"].isEmpty()
