"""Where on the page somebody stands, and how to stand somewhere else: fields, cells and ranges of their text."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from success_desktop.domain.thai_search import Span
from success_desktop.services.hit_order import Start, Stop
from success_desktop.ui.page.entry_field import ChoiceField, EntryField
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.part import PagePart
from success_desktop.ui.page.sheet_parts import SheetPart
from success_desktop.ui.page.text_field import TextField
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.word_places import units

_REASON = Qt.FocusReason.ShortcutFocusReason
_MARGIN = 48
_WHOLE = 1_000_000
"""An end behind every value: a number is one place."""


def characters_before(text: str, offset: int) -> int:
    """The characters of the first `offset` UTF-16 units; half a character does not count."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))


def read_start(page: PageView) -> Start:
    """Where the caret stands on the page: in a text, in a value, or in front of everything on it."""
    node_id = page.current_node_id()
    for field, part in page.form.fields.items() if page.form is not None else ():
        if isinstance(part, TextField):
            for language, edit in part.edits.items():
                if edit.hasFocus():
                    return Start(node_id, field, language, _selection(edit))
        elif (name := _part_in_focus(part)) is not None:
            return Start(node_id, field, name, (0, _WHOLE))
    return Start(node_id)


def go_to_stop(page: PageView, stop: Stop) -> None:
    """Put the focus on a place of the node shown, select it, and scroll to it."""
    passage = stop.passage
    part = page.form.fields.get(passage.field) if page.form is not None else None
    if isinstance(part, TextField):
        edit = next((known for language, known in part.edits.items() if language == passage.part), None)
        if edit is not None:
            _select(edit, stop.span)
            _show(page, edit)
    elif isinstance(part, SheetPart):
        _choose_cell(part, (passage.node_id, passage.field, passage.part))
        _show(page, part.view)
    elif isinstance(part, EntryField):
        part.line.selectAll()
        _show(page, part.line)
    elif isinstance(part, ChoiceField):
        _show(page, part.box)


def _selection(edit: ThaiTextEdit) -> Span:
    text, cursor = edit.plain_text(), edit.textCursor()
    first, after = cursor.selectionStart(), cursor.selectionEnd()
    return characters_before(text, first), characters_before(text, after)


def _part_in_focus(part: PagePart) -> str | None:
    """The part of a field's value that has the focus; None when none has."""
    focus = QApplication.focusWidget()
    if focus is None or not (focus is part or part.isAncestorOf(focus)):
        return None
    if isinstance(part, SheetPart) and part.view.currentIndex().isValid():
        place = part.model.cell(part.view.currentIndex()).place
        return place[2] if place is not None else ""
    return ""


def _select(edit: ThaiTextEdit, span: Span) -> None:
    text = edit.plain_text()
    cursor = QTextCursor(edit.document())
    cursor.setPosition(units(text[: span[0]]))
    cursor.setPosition(units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def _choose_cell(part: SheetPart, place: tuple[str, str, str]) -> None:
    model = part.model
    for row, cells in enumerate(model.sheet.rows):
        for column, cell in enumerate(cells):
            if cell.place == place:
                part.view.setCurrentIndex(model.index(row, column))


def _show(page: PageView, widget: QWidget) -> None:
    """Give a widget the focus and bring it into sight, once the page has been laid out."""
    widget.setFocus(_REASON)

    def scroll() -> None:
        if isinstance(widget, ThaiTextEdit):
            content = page.area.viewport()
            caret = widget.viewport().mapTo(content, widget.cursorRect().center())
            page.area.ensureVisible(0, caret.y() + page.area.verticalScrollBar().value(), 0, 2 * _MARGIN)
        else:
            page.area.ensureWidgetVisible(widget, _MARGIN, _MARGIN)

    QTimer.singleShot(0, widget, scroll)
