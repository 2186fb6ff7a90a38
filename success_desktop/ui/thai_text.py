"""Text fields that know Thai words: Ctrl+arrows, Ctrl+Backspace, Ctrl+Delete and the mouse take words, not runs.

Qt takes a whole run of Thai letters for one word. These fields ask the dictionary (ui.word_places). Only plain text is
pasted.
"""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from success_desktop.ui.word_places import (
    Span,
    WordKey,
    difference,
    dragged_words,
    next_word_stop,
    previous_word_stop,
    units,
    word_at,
    word_key,
)

_Key = QKeySequence.StandardKey


class WordInput(QObject):
    """Takes from a field the keys and the mouse for words, and undo and redo when it has no typing to take back.

    The window's actions have the latter then; `undo_requested` and `redo_requested` tell when it has no use for them.
    """

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, field: "ThaiTextEdit | ThaiLineEdit", pressed: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._first_word: Span | None = None
        for watched in {field, pressed}:
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an event before the field has it."""
        if isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if event.type() == QEvent.Type.ShortcutOverride and self._is_spent(event):
            event.ignore()
            return True
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        wanted = word_key(event)
        if wanted is not None:
            self._field.take_word(wanted)
        elif self._is_spent(event):
            (self.undo_requested if event.matches(_Key.Undo) else self.redo_requested).emit()
        else:
            return False
        return True

    def _take_mouse(self, event: QMouseEvent) -> bool:
        """A double click selects a word, and more of them while its button is held."""
        is_double = event.type() == QEvent.Type.MouseButtonDblClick
        if is_double and event.button() == Qt.MouseButton.LeftButton:
            self._field.hear_double_click(event)
            self._first_word = self._field.word_under(event.position().toPoint())
            self._field.select(self._first_word)
            return True
        if event.type() != QEvent.Type.MouseMove:
            self._first_word = None
        if self._first_word is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        word = self._field.word_under(event.position().toPoint())
        self._field.select(dragged_words(self._first_word, word))
        return True

    def _is_spent(self, event: QKeyEvent) -> bool:
        """Whether a key asks to take typing back, or to type it again, and the field has none to."""
        if event.matches(_Key.Undo):
            return not self._field.can_undo()
        return event.matches(_Key.Redo) and not self._field.can_redo()


class ThaiTextEdit(QTextEdit):
    """Several lines of plain text with Thai words; Enter begins a paragraph and Tab goes to the next field.

    Ctrl+Z takes back what was typed since `forget_typing`; see WordInput for what happens when there is nothing left.
    `menu_opening(menu, position)` lets others put something into the context menu, which is about a position in the text;
    `clicked(position)` tells where the caret was put with the mouse.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    menu_opening = Signal(object, int)
    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._input = WordInput(self, self.viewport())
        self._input.undo_requested.connect(self.undo_requested)
        self._input.redo_requested.connect(self.redo_requested)

    def show_marks(self, layer: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Mark passages in place of those that the same `layer` marked before; other layers' marks stay."""
        self._marks[layer] = marks
        self.setExtraSelections(
            [mark for name in sorted(self._marks, reverse=True) for mark in self._marks[name]]
        )

    def plain_text(self) -> str:
        """The text as typed, no-break spaces included; paragraphs are parted by newlines."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Put `text` in the field's place, altering only what differs, so that the caret stays where it is."""
        old = self.plain_text()
        if text == old:
            return
        start, old_end, new_end = difference(old, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(old[:start]))
        cursor.setPosition(units(old[:old_end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start:new_end])
        self.forget_typing()

    def forget_typing(self) -> None:
        """What has been typed is kept elsewhere now: Ctrl+Z no longer takes it back here."""
        self.document().clearUndoRedoStacks()

    def can_undo(self) -> bool:
        """Whether there is typing to take back."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether typing was taken back that can be typed again."""
        return self.document().isRedoAvailable()

    def take_word(self, wanted: WordKey) -> None:
        """Move the caret by a word, select to there or delete to there."""
        cursor = self.textCursor()
        if wanted.deed != "delete" or not cursor.hasSelection():
            keep = wanted.deed != "move"
            mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
            find = next_word_stop if wanted.is_forward else previous_word_stop
            stop = find(cursor.block().text(), cursor.positionInBlock())
            operation = QTextCursor.MoveOperation
            if stop is None:
                cursor.movePosition(
                    operation.NextCharacter if wanted.is_forward else operation.PreviousCharacter, mode
                )
            else:
                cursor.setPosition(cursor.block().position() + stop, mode)
        if wanted.deed == "delete":
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def hear_double_click(self, event: QMouseEvent) -> None:
        """Let Qt hear of a double click: a third one takes the paragraph."""
        super().mouseDoubleClickEvent(event)

    def word_under(self, point: QPoint) -> Span:
        """The word under a point of the viewport, as a range of the whole text."""
        cursor = self.cursorForPosition(point)
        first = cursor.block().position()
        start, end = word_at(cursor.block().text(), cursor.positionInBlock())
        return first + start, first + end

    def select(self, span: Span) -> None:
        """Select from the first to the second of two places; the caret is at the second."""
        cursor = self.textCursor()
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer, or at the caret when a key asks for it."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if is_by_key else self.cursorForPosition(event.pos())
        corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu = self.createStandardContextMenu()
        self.menu_opening.emit(menu, cursor.position())
        if is_by_key:
            menu.setActiveAction(menu.actions()[0])
        menu.exec(corner if is_by_key else event.globalPos())
        menu.deleteLater()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that selects nothing."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(self.textCursor().position())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether something can be pasted or dropped here; files are for the window."""
        is_file = any(url.isLocalFile() for url in source.urls())
        return not is_file and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop plain text only."""
        if source.hasText():
            self.textCursor().insertText(source.text().replace("\r\n", "\n").replace("\r", "\n"))


class ThaiLineEdit(QLineEdit):
    """One line of text with Thai words. See WordInput for Ctrl+Z."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._input = WordInput(self, self)
        self._input.undo_requested.connect(self.undo_requested)
        self._input.redo_requested.connect(self.redo_requested)

    def can_undo(self) -> bool:
        """Whether there is typing to take back."""
        return self.isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether typing was taken back that can be typed again."""
        return self.isRedoAvailable()

    def take_word(self, wanted: WordKey) -> None:
        """Move the caret by a word, select to there or delete to there."""
        here = self.cursorPosition()
        find = next_word_stop if wanted.is_forward else previous_word_stop
        stop = find(self.text(), here)
        target = here if stop is None else stop
        if wanted.deed == "move":
            self.setCursorPosition(target)
            self.deselect()
        elif wanted.deed == "select":
            self.select((self._anchor(), target))
        else:
            if not self.hasSelectedText():
                self.select((here, target))
            self.insert("")

    def hear_double_click(self, event: QMouseEvent) -> None:
        """Let Qt hear of a double click: a third one takes the line."""
        super().mouseDoubleClickEvent(event)

    def word_under(self, point: QPoint) -> Span:
        """The word under a point of the field."""
        return word_at(self.text(), self.cursorPositionAt(point))

    def select(self, span: Span) -> None:
        """Select from the first to the second of two places; the caret is at the second."""
        self.setSelection(span[0], span[1] - span[0])

    def _anchor(self) -> int:
        """The end of the selection that stays where it is."""
        if not self.hasSelectedText():
            return self.cursorPosition()
        is_at_end = self.cursorPosition() == self.selectionEnd()
        return self.selectionStart() if is_at_end else self.selectionEnd()
