"""Text fields that know Thai words: Ctrl+arrows, Ctrl+Backspace, Ctrl+Delete and the double click take words, not runs.

Qt takes a whole run of Thai letters for one word. These fields ask the dictionary (domain.thai_words) instead. Offsets
inside Qt count UTF-16 units, those of Python characters; `word_spans` speaks Qt's. Only plain text is pasted.
"""

from bisect import bisect_left, bisect_right
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from success_desktop.domain.thai_words import words

Span = tuple[int, int]
"""A range of a Qt text: first UTF-16 unit, unit after the last."""

_Key = QKeySequence.StandardKey


class WordKey(NamedTuple):
    """What a key does with words: where to (the next word or the one before) and what with the text between."""

    is_forward: bool
    deed: Literal["move", "select", "delete"]


_WORD_KEYS: dict[QKeySequence.StandardKey, WordKey] = {
    _Key.MoveToNextWord: WordKey(True, "move"),
    _Key.MoveToPreviousWord: WordKey(False, "move"),
    _Key.SelectNextWord: WordKey(True, "select"),
    _Key.SelectPreviousWord: WordKey(False, "select"),
    _Key.DeleteEndOfWord: WordKey(True, "delete"),
    _Key.DeleteStartOfWord: WordKey(False, "delete"),
}


def word_key(event: QKeyEvent) -> WordKey | None:
    """What a key press asks to do with words; None when it has nothing to do with them."""
    return next((deed for standard, deed in _WORD_KEYS.items() if event.matches(standard)), None)


def word_spans(text: str) -> list[Span]:
    """The words of one line (no spaces among them) as ranges of UTF-16 units."""
    spans: list[Span] = []
    start = 0
    for word in words(text):
        end = start + len(word.encode("utf-16-le", "surrogatepass")) // 2
        if not word.isspace():
            spans.append((start, end))
        start = end
    return spans


def next_word_stop(text: str, offset: int) -> int | None:
    """Where Ctrl+Right goes in a line: the next word's beginning, then the line's end; None when it is there already."""
    stops = [start for start, _end in word_spans(text)]
    place = bisect_right(stops, offset)
    if place < len(stops):
        return stops[place]
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return length if offset < length else None


def previous_word_stop(text: str, offset: int) -> int | None:
    """Where Ctrl+Left goes in a line: the beginning of this word or of the one before; None at the line's beginning."""
    stops = [start for start, _end in word_spans(text)]
    place = bisect_left(stops, offset) - 1
    if place >= 0:
        return stops[place]
    return 0 if offset > 0 else None


def word_at(text: str, offset: int) -> Span:
    """The word around an offset of a line, or the stretch of spaces; empty in an empty line."""
    after = 0
    for start, end in word_spans(text):
        if offset < start:
            return after, start
        if offset < end:
            return start, end
        after = end
    return (after, offset) if offset > after else (word_spans(text) or [(0, 0)])[-1]


class ThaiTextEdit(QTextEdit):
    """Several lines of plain text with Thai words; Enter begins a paragraph and Tab goes to the next field.

    Ctrl+Z takes back what was typed since `forget_typing`; when there is nothing left, the key is the window's
    (`undo_requested` when the window has no use for it), and so for redo.
    """

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)

    def plain_text(self) -> str:
        """The text as typed, no-break spaces included; paragraphs are parted by newlines."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Put `text` in the field's place, altering only what differs, so that the caret stays where it is."""
        old = self.plain_text()
        if text == old:
            return
        start, old_end, new_end = _differing(old, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(old[:start]))
        cursor.setPosition(_units(old[:old_end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start:new_end])
        self.forget_typing()

    def forget_typing(self) -> None:
        """What has been typed is kept elsewhere now: Ctrl+Z no longer takes it back here."""
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window's actions when there is no typing to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_spent(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Treat the keys for words; let Qt have the others."""
        wanted = word_key(event)
        if wanted is not None:
            self._take_word(wanted)
        elif self._is_spent(event):
            (self.undo_requested if event.matches(_Key.Undo) else self.redo_requested).emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        cursor = self.cursorForPosition(event.position().toPoint())
        block = cursor.block()
        start, end = word_at(block.text(), cursor.positionInBlock())
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop plain text only."""
        if source.hasText():
            self.textCursor().insertText(source.text().replace("\r\n", "\n").replace("\r", "\n"))

    def _is_spent(self, event: QKeyEvent) -> bool:
        document = self.document()
        return _is_spent(event, document.isUndoAvailable(), document.isRedoAvailable())

    def _take_word(self, wanted: WordKey) -> None:
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


class ThaiLineEdit(QLineEdit):
    """One line of text with Thai words. Ctrl+Z is the window's when there is no typing to take back."""

    undo_requested = Signal()
    redo_requested = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window's actions when there is no typing to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_spent(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Treat the keys for words; let Qt have the others."""
        wanted = word_key(event)
        if wanted is not None:
            self._take_word(wanted)
        elif self._is_spent(event):
            (self.undo_requested if event.matches(_Key.Undo) else self.redo_requested).emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        start, end = word_at(self.text(), self.cursorPositionAt(event.position().toPoint()))
        self.setSelection(start, end - start)

    def _is_spent(self, event: QKeyEvent) -> bool:
        return _is_spent(event, self.isUndoAvailable(), self.isRedoAvailable())

    def _take_word(self, wanted: WordKey) -> None:
        here = self.cursorPosition()
        find = next_word_stop if wanted.is_forward else previous_word_stop
        stop = find(self.text(), here)
        target = here if stop is None else stop
        if wanted.deed == "move":
            self.setCursorPosition(target)
            self.deselect()
        elif wanted.deed == "select":
            anchor = self._anchor()
            self.setSelection(anchor, target - anchor)
        else:
            if not self.hasSelectedText():
                self.setSelection(here, target - here)
            self.insert("")

    def _anchor(self) -> int:
        """The end of the selection that stays where it is."""
        if not self.hasSelectedText():
            return self.cursorPosition()
        is_at_end = self.cursorPosition() == self.selectionEnd()
        return self.selectionStart() if is_at_end else self.selectionEnd()


def _is_spent(event: QKeyEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key asks a field to take typing back (or type it again) that the field has none of."""
    return (event.matches(_Key.Undo) and not can_undo) or (event.matches(_Key.Redo) and not can_redo)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _differing(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts part: the first character that differs, and the ends of the differing stretch in each."""
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, len(old) - tail, len(new) - tail
