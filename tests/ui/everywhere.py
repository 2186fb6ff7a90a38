"""A walk through everything that the window can show; new views, panels, actions and dialogs are on its way."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QProgressDialog,
    QTextEdit,
    QWidget,
)

from success_desktop.domain.restoring import Scope
from success_desktop.services.editing import remove_node
from success_desktop.services.revisions import take_revision
from success_desktop.ui.action_rows.row import SEPARATOR
from success_desktop.ui.action_rows.table import ROWS
from success_desktop.ui.desk import Desk
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.panels import PANELS
from success_desktop.ui.revisions.revisions_panel import RevisionsPanel
from success_desktop.ui.views import VIEWS

Visit = Callable[[str, QWidget], None]
"""Looks at what stands on the screen: the name of the stop, and the window, dialog or menu."""

LEAVES_THE_PROGRAM = {"quit", "logs"}
SPEAKS_OR_LOOKS_ELSE = {"language", "page_language", "colours"}
"""Menus whose actions would change the languages or the colours that the walk is made in."""
Button = QMessageBox.StandardButton
BUTTONS = (
    Button.Ok | Button.Cancel | Button.Help,
    Button.Save | Button.Discard | Button.SaveAll,
    Button.Open | Button.Close | Button.Reset,
    Button.Yes | Button.No | Button.Abort,
    Button.YesToAll | Button.NoToAll | Button.Ignore,
    Button.Retry | Button.Apply | Button.RestoreDefaults,
)
LOOKING_MS = 15
SETTLING_MS = 60


class Walk:
    """Goes everywhere in one window and lets `visit` look at each stop; `settle` lets the screen come to rest."""

    def __init__(self, desk: Desk, window: MainWindow, settle: Callable[[int], None], visit: Visit) -> None:
        self._desk, self._window = desk, window
        self._settle = settle
        self._visit = visit
        self._page_language = desk.looks.page_language
        self._stop = ""

    def everywhere(self, plan_path: Path) -> None:
        """The whole way: the start page, the sample plan at `plan_path` in every view, all menus, actions and dialogs."""
        self.look("the start page")
        self.open_plan(plan_path)
        self.pages()
        self.views()
        self.panels()
        self.revisions()
        self.menus()
        self.actions(plan_path)
        self.words_of_qt()

    def look(self, name: str) -> None:
        """Look at the window."""
        self._settle(SETTLING_MS)
        self._visit(name, self._window)

    def open_plan(self, plan_path: Path) -> None:
        """Have the plan open, whatever was done before."""
        if self._desk.bridge.editor is None:
            self._desk.files.open_plan(plan_path)

    def pages(self) -> None:
        """The page of the first node of each kind."""
        assert self._desk.bridge.editor is not None
        plan = self._desk.bridge.editor.plan
        for kind, node in {node.kind: node for node in reversed(list(plan.walk()))}.items():
            self._desk.workspace.outline.select_node(node.id)
            self.look(f"the page of a {kind}")

    def views(self) -> None:
        """Every view, on the whole plan."""
        for row in VIEWS:
            self._desk.looks.show_view(row.id)
            self.look(f"the view {row.id}")
        self._desk.looks.show_view("page")

    def panels(self) -> None:
        """Every panel, alone beside the page."""
        for row in PANELS:
            self._desk.workspace.show_panel(row.id)
            self.look(f"the panel {row.id}")

    def revisions(self) -> None:
        """The timeline with everything that narrows it, the menu of a card, a preview, and the life of a field."""
        editor = self._desk.bridge.editor
        assert editor is not None
        draft = take_revision(editor, "", "1")
        self._choose_project()
        remove_node(editor, self._desk.workspace.node_id())
        self._desk.bridge.revised.emit()
        self._desk.revisions.show()
        panel = self._desk.workspace.panel("revisions").inside()
        assert isinstance(panel, RevisionsPanel)
        panel.timeline.strip.more.setChecked(True)
        self.look("the timeline")
        panel.timeline.strip.more.setChecked(False)
        with_menu = Watch("of a revision", self._visit)
        panel.timeline.list.menu_requested.emit(1, panel.mapToGlobal(panel.rect().center()))
        self._settle(SETTLING_MS)
        with_menu.stop()
        self._desk.restoring.offer(draft, Scope())
        self.look("the preview of a restoration")
        panel.restoring.end()
        self._choose_project()
        self._desk.field_lives.show("name")
        self.look("the life of a field")

    def menus(self) -> None:
        """Every menu of the menu bar."""
        for name, menu in self._window.actions_table.menus.items():
            menu.aboutToShow.emit()
            self._visit(f"the menu {name}", menu)

    def actions(self, plan_path: Path) -> None:
        """Do whatever can be done, each from an open plan with its first project chosen; look at what comes up."""
        for row in ROWS:
            is_left_out = row.id in LEAVES_THE_PROGRAM or row.menu in SPEAKS_OR_LOOKS_ELSE
            if row.id == SEPARATOR or not row.text or is_left_out:
                continue
            self.open_plan(plan_path)
            self._choose_project()
            self._stop = f"after {row.id}"
            with_dialogs = Watch(self._stop, self._visit)
            self._window.actions_table[row.id].trigger()
            self._settle(SETTLING_MS)
            with_dialogs.stop()
            self.look(self._stop)

    def words_of_qt(self) -> None:
        """Dialogs and menus that Qt makes itself."""
        boxes = [QMessageBox(QMessageBox.Icon.Warning, "", "", buttons, self._window) for buttons in BUTTONS]
        number = QInputDialog(self._window)
        number.setInputMode(QInputDialog.InputMode.IntInput)
        for dialog in (*boxes, number, QInputDialog(self._window), QProgressDialog(self._window)):
            dialog.open()
            self._settle(0)
            self._visit(f"a {type(dialog).__name__}", dialog)
            dialog.done(0)
            dialog.deleteLater()
        for field in (QLineEdit("ก", self._window), QTextEdit("ก", self._window)):
            menu = field.createStandardContextMenu()
            self._visit(f"the menu of a {type(field).__name__}", menu)
            menu.deleteLater()
            field.deleteLater()

    def _choose_project(self) -> None:
        assert self._desk.bridge.editor is not None
        plan = self._desk.bridge.editor.plan
        project = next(node for node in plan.walk() if node.kind == "project")
        self._desk.looks.show_page_in(self._page_language)
        self._desk.looks.show_view("page")
        self._desk.workspace.outline.select_node(project.id)


class Watch:
    """Looks at each dialog and menu that comes up until `stop`, and sends it away unanswered."""

    def __init__(self, name: str, visit: Visit) -> None:
        self._name, self._visit = name, visit
        self._timer = QTimer()
        self._timer.setInterval(LOOKING_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more; what stands open beside the window is closed."""
        self._timer.stop()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu) and widget.isVisible():
                self._send_away(widget)

    def _on_time(self) -> None:
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(widget, QDialog | QMenu):
            self._send_away(widget)

    def _send_away(self, widget: QDialog | QMenu) -> None:
        self._timer.stop()
        try:
            self._visit(f"{type(widget).__name__} {self._name}", widget)
        finally:
            widget.reject() if isinstance(widget, QDialog) else widget.close()
            self._timer.start()
