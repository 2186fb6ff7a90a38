"""What a planner does in the window: with the keyboard, in the menus, in the dialogs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTableWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.desk import Desk
from success_desktop.ui.dialogs.import_table import ImportDialog
from success_desktop.ui.dialogs.new_plan import NewPlanDialog
from success_desktop.ui.documents.print_dialog import PrintDialog
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.sheet_parts import BudgetPart
from tests.ui.acting import answer, answer_file
from tests.ui.page.keys import press, type_text
from tests.ui.page.pages import enter, entry, form_of, references, text_edit

LANGUAGE_BUTTONS = ("th", "en", "both")


class Planner:
    """Somebody at a window, working on one plan."""

    def __init__(self, window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
        self.window = window
        self.desk = desk
        self.qtbot = qtbot

    @property
    def editor(self) -> PlanEditor:
        """The open plan."""
        assert self.desk.bridge.editor is not None
        return self.desk.bridge.editor

    @property
    def page(self) -> PageView:
        """The page of the node chosen."""
        return self.desk.workspace.page

    def choose(self, action: str) -> None:
        """Choose an entry of the menus; it must be possible now."""
        assert self.window.actions_table[action].isEnabled(), action
        self.window.actions_table[action].trigger()

    def begin(self, title: str) -> Path:
        """A new plan from the first template."""

        def fill(dialog: NewPlanDialog) -> None:
            type_text(dialog.name, title)
            dialog.deed.click()

        answer(fill, NewPlanDialog)
        self.choose("new")
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self.editor.file.path

    def go_to(self, node_id: str) -> None:
        """Choose a node in the outline."""
        self.desk.workspace.outline.select_node(node_id)
        assert self.page.current_node_id() == node_id

    def add(self, parent_id: str, kind: str, name: str) -> str:
        """A new node below another, named in the outline itself."""
        outline = self.desk.workspace.outline
        self.go_to(parent_id)
        outline.add_child_of_kind(kind)
        line = outline.tree.viewport().findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.selectAll()
        type_text(line, name)
        press(line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: outline.tree.viewport().findChild(QLineEdit) is None)
        return outline.current_node_id()

    def write(self, field: str, text: str) -> None:
        """Type into a text of the page, such as objective_th, and go on to the next field."""
        edit = text_edit(self.page, field)
        edit.setFocus()
        self.qtbot.waitUntil(edit.hasFocus)
        type_text(edit, text)
        press(edit, Qt.Key.Key_Tab)
        assert not edit.hasFocus()

    def enter(self, field: str, typed: str) -> None:
        """Type a single value and leave it with Enter."""
        line = entry(self.page, field).line
        line.setFocus()
        line.selectAll()
        type_text(line, typed)
        press(line, Qt.Key.Key_Return)

    def budget(self, year_be: int, typed: str) -> str:
        """Type an amount of the first source of funds; what the cell shows then."""
        part = form_of(self.page).fields["budget"]
        assert isinstance(part, BudgetPart)
        column = 1 + self.editor.plan.years().index(year_be)
        enter(part, (0, column), typed, self.qtbot)
        return str(part.model.index(0, column).data())

    def name_new_agency(self, field: str, name: str) -> None:
        """Put an agency that no register has yet into a field of references."""
        popup = references(self.page, field).offer()
        self.qtbot.waitUntil(popup.isVisible)
        type_text(popup.search, name)
        press(popup.search, Qt.Key.Key_Return)

    def chips(self, field: str) -> list[str]:
        """The names in a field of references."""
        return [chip.open.accessibleName() for chip in references(self.page, field).chips.values()]

    def undo_all(self) -> int:
        """Undo until there is nothing more; how often."""
        return self._press_until_done("undo")

    def redo_all(self) -> int:
        """Redo until there is nothing more; how often."""
        return self._press_until_done("redo")

    def bring_in(self, path: Path) -> list[str]:
        """Import a table through its dialog; what the dialog had said."""
        said: list[str] = []

        def accept(dialog: ImportDialog) -> None:
            said.extend(texts_of(dialog))
            dialog.deed.click()

        answer_file(path)
        answer(accept, ImportDialog)
        with self.qtbot.waitSignal(self.desk.documents.imported, timeout=30_000):
            self.choose("import")
        return said

    def print_to(self, path: Path, language: str) -> None:
        """Export through its dialog, and wait until the file is there."""

        def fill(dialog: PrintDialog) -> None:
            dialog.how.languages.button(LANGUAGE_BUTTONS.index(language)).click()
            dialog.target.line.setText(str(path))
            dialog.deed.click()

        answer(fill, PrintDialog)
        with self.qtbot.waitSignal(self.desk.documents.exported, timeout=60_000):
            self.choose("export_document")
        self.qtbot.waitUntil(lambda: self.desk.documents.task is None)

    def _press_until_done(self, action: str) -> int:
        times = 0
        while self.window.actions_table[action].isEnabled():
            self.choose(action)
            times += 1
        return times


def texts_of(widget: QWidget) -> list[str]:
    """What stands in a window to be read: labels, tables, tabs, titles, hints."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts = [widget.windowTitle()]
    for part in widget.findChildren(QWidget):
        texts += [part.toolTip(), part.accessibleName()]
        if isinstance(part, QLabel) and part.isVisible():
            texts.append(part.text())
        if isinstance(part, QTabWidget):
            texts += [part.tabText(place) for place in range(part.count())]
        if isinstance(part, QTableWidget):
            model = part.model()
            texts += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return [text for text in texts if text]
