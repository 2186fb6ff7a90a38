"""The actions of the window, made from the table of `action_rows.table`: until there is a desk every action waits."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from success_desktop.i18n import _
from success_desktop.ui.action_rows.row import SEPARATOR, ActionRow
from success_desktop.ui.action_rows.table import MENUS, ROWS, SUBMENUS
from success_desktop.ui.file_places import is_there
from success_desktop.ui.icons import draw_icon

if TYPE_CHECKING:
    from success_desktop.ui.desk import Desk


class Actions(QObject):
    """The table as QActions, kept in step with the desk and the language."""

    def __init__(self, parent: QObject, rows: Iterable[ActionRow] = ROWS) -> None:
        super().__init__(parent)
        self._rows = {row.id: row for row in rows if row.text}
        self._desk: Desk | None = None
        self._actions = {row.id: self._make(row) for row in self._rows.values()}
        self.menus: dict[str, QMenu] = {}
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        """The action of a row. Raises KeyError when there is no such row."""
        return self._actions[action_id]

    def attach(self, desk: "Desk") -> None:
        """From now on the verbs have a desk to work on."""
        self._desk = desk
        for row in self._rows.values():
            if row.is_for_outline:
                desk.workspace.outline.addAction(self._actions[row.id])
        desk.changed.connect(self.refresh)
        desk.stepped.connect(self._refresh_details)
        self.refresh()

    def fill(self, bar: QMenuBar, rows: Iterable[ActionRow] = ROWS) -> None:
        """Build the menus of the window from the table."""
        self.menus = {menu: bar.addMenu(_(text)) for menu, text in MENUS}
        for row in rows:
            menu = self.menus[row.menu]
            if row.id == SEPARATOR:
                menu.addSeparator()
            elif row.id in SUBMENUS:
                self.menus[row.id] = menu.addMenu(_(SUBMENUS[row.id]))
            else:
                menu.addAction(self._actions[row.id])
        for menu in self.menus.values():
            menu.aboutToShow.connect(self.refresh)
        self.menus["recent"].aboutToShow.connect(self._fill_recent)

    def refresh(self) -> None:
        """Let every action say anew what it would do, and whether it can."""
        for row in self._rows.values():
            self._refresh_row(row)

    def _refresh_details(self) -> None:
        """Let the actions that name what they would do (undo, redo) name it anew."""
        for row in self._rows.values():
            if row.detail is not None:
                self._refresh_row(row)

    def _refresh_row(self, row: ActionRow) -> None:
        action = self._actions[row.id]
        detail = row.detail(self._desk) if self._desk and row.detail else None
        text = row.text if row.menu == "language" else _(row.text)  # a language is listed by its own name
        action.setText(f"{text}: {detail}" if detail else text)
        action.setEnabled(self._desk is not None and row.when(self._desk))
        if row.is_on and self._desk:
            action.setChecked(row.is_on(self._desk))

    def _fill_recent(self) -> None:
        """List the plans opened lately; those whose file is gone cannot be chosen."""
        menu = self.menus["recent"]
        menu.clear()
        desk = self._desk
        if desk is None:
            return
        for path in map(Path, desk.settings.recent_paths):
            action = menu.addAction(f"{path.stem}   {path.parent}")
            action.setEnabled(is_there(path))
            action.triggered.connect(partial(_open, desk, path))
        if menu.isEmpty():
            menu.addAction(_("Plans that you open will be listed here.")).setEnabled(False)

    def retext(self) -> None:
        """Word everything in the interface's language."""
        for menu, text in (*MENUS, *SUBMENUS.items()):
            self.menus[menu].setTitle(_(text))
        self.refresh()

    def _make(self, row: ActionRow) -> QAction:
        action = QAction(self.parent())
        action.setObjectName(row.id)
        action.setCheckable(row.is_on is not None)
        if row.shortcut:
            action.setShortcut(QKeySequence(row.shortcut))
        if row.is_for_outline:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if row.icon:
            action.setIcon(draw_icon(row.icon))
        action.triggered.connect(lambda: self._do(row))
        return action

    def _do(self, row: ActionRow) -> None:
        if self._desk is not None and row.when(self._desk):
            row.verb(self._desk)
            self.refresh()


def _open(desk: "Desk", path: Path) -> None:
    desk.files.open_plan(path)
