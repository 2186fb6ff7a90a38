"""Searching in a window, as a test does it."""

from PySide6.QtWidgets import QApplication

from success_desktop.domain.plan import Plan
from success_desktop.ui.desk import Desk
from success_desktop.ui.finding.find_panel import FindPanel
from success_desktop.ui.page.text_field import TextField
from success_desktop.ui.thai_text import ThaiTextEdit


def plan_of(desk: Desk) -> Plan:
    assert desk.bridge.editor is not None
    return desk.bridge.editor.plan


def search(desk: Desk, text: str) -> None:
    """Type into the search box and wait for nothing."""
    desk.finding.open()
    desk.workspace.outline.filter.setText(text)
    desk.workspace.outline.narrow()
    QApplication.processEvents()


def text_edit(desk: Desk, field: str, language: str = "th") -> ThaiTextEdit:
    """A text field of the page."""
    assert desk.workspace.page.form is not None
    part = desk.workspace.page.form.fields[field]
    assert isinstance(part, TextField)
    return next(edit for known, edit in part.edits.items() if known == language)


def marked(edit: ThaiTextEdit) -> list[str]:
    """What is marked in a text field."""
    return [selection.cursor.selectedText() for selection in edit.extraSelections()]


def panel_of(desk: Desk) -> FindPanel:
    panel = desk.workspace.panel("find").inside()
    assert isinstance(panel, FindPanel)
    return panel


def selected(desk: Desk, field: str = "name", language: str = "th") -> tuple[str, int]:
    cursor = text_edit(desk, field, language).textCursor()
    return cursor.selectedText(), cursor.selectionStart()
