"""The way from a field on the page to its life in the history."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from success_desktop.ui.workspace import Workspace

PANEL = "history"


class FieldLives(QObject):
    """Shows the history panel, narrowed to the field that has the cursor."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def show_at_cursor(self) -> None:
        """Tell the life of the field with the cursor; of the whole item where the cursor is in none.

        Asked from the panel itself, where the keyboard is after the first time, the panel goes on as it is.
        """
        focus = QApplication.focusWidget()
        if focus is None or not self._workspace.panel(PANEL).isAncestorOf(focus):
            self.show(self._field_with_cursor())

    def show(self, field: str) -> None:
        """Tell the life of one field of what is chosen in the outline; "" for all of them."""
        from success_desktop.ui.history.history_panel import HistoryPanel

        self._workspace.show_panel(PANEL)
        inside = self._workspace.panel(PANEL).inside()
        if isinstance(inside, HistoryPanel):
            inside.show_field(field)

    def _field_with_cursor(self) -> str:
        form, focus = self._workspace.page.form, QApplication.focusWidget()
        if form is None or not isinstance(focus, QWidget):
            return ""
        return next((name for name, part in form.fields.items() if part.isAncestorOf(focus)), "")
