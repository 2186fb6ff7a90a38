"""The waves under misspelt words in a text field.

Typing is never held up: a paragraph that has changed carries its marks along, and is looked at after a rest. The word that
is being typed has no mark until the caret has left it.
"""

import time
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat

from success_desktop.domain.thai_search import Span
from success_desktop.ui.spelling.checker import SpellChecker
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.theme import tokens
from success_desktop.ui.word_places import moved, unit_change_between, units

REST_MS = 300
"""A paragraph is looked at after this long a rest from typing."""
_SLICE_SECONDS = 0.008


class Paragraph(NamedTuple):
    """A paragraph as it was last marked: its text, the misspelt stretches (UTF-16 units), whether they are of this text."""

    text: str
    marks: tuple[Span, ...]
    is_checked: bool


class SpellingHighlighter(QSyntaxHighlighter):
    """Marks what is misspelt in one field."""

    def __init__(self, edit: ThaiTextEdit, checker: SpellChecker) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._checker = checker
        self._is_on = True
        self._paragraphs: dict[int, Paragraph] = {}
        self._is_typing = False
        self._has_just_typed = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.look)
        edit.document().contentsChange.connect(self._on_contents_changed)
        edit.cursorPositionChanged.connect(self._on_caret_moved)
        edit.installEventFilter(self)
        checker.changed.connect(self._on_checker_changed)

    def turn(self, is_on: bool) -> None:
        """Show marks, or none."""
        self._is_on = is_on
        self._on_checker_changed()

    def marks_in(self, block: QTextBlock) -> tuple[Span, ...]:
        """The misspelt stretches of a paragraph (UTF-16 units), as far as it has been looked at since it was changed."""
        known = self._paragraphs.get(block.blockNumber())
        return known.marks if known is not None and known.text == block.text() else ()

    def look(self) -> None:
        """Look at the paragraphs that have changed, for a few milliseconds; the rest follows at once."""
        self._rest.stop()
        if not self._is_on:
            return
        if not self._checker.is_ready:
            self._checker.wake()
            return
        until = time.monotonic() + _SLICE_SECONDS
        block = self.document().begin()
        while block.isValid():
            known = self._paragraphs.get(block.blockNumber())
            if known is None or not known.is_checked or known.text != block.text():
                self._check(block)
                if time.monotonic() > until:
                    self._rest.start(0)
                    return
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        """Mark a paragraph that Qt lays out anew with what is known of it."""
        number = self.currentBlock().blockNumber()
        known = self._paragraphs.get(number)
        if known is None or known.text != text:
            known = Paragraph(text, _moved_marks(known, text), False)
            self._paragraphs[number] = known
        if not known.is_checked and self._is_on:
            self._rest.start(REST_MS)
        if not self._is_on or not known.marks:
            return
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(tokens().deleted))
        for start, end in known.marks:
            if not self._is_being_typed(start, end):
                self.setFormat(start, end - start, look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is left shows the mark of its last word too; other colours need other marks."""
        if event.type() == QEvent.Type.FocusOut and self._is_typing:
            self._stop_typing()
        elif event.type() == QEvent.Type.PaletteChange:
            self.rehighlight()
        return super().eventFilter(watched, event)

    def _check(self, block: QTextBlock) -> None:
        text = block.text()
        marks = tuple(
            (units(text[: found.start]), units(text[: found.end])) for found in self._checker.find(text)
        )
        known = self._paragraphs.get(block.blockNumber())
        self._paragraphs[block.blockNumber()] = Paragraph(text, marks, True)
        if known is None or known.marks != marks:
            self.rehighlightBlock(block)

    def _is_being_typed(self, start: int, end: int) -> bool:
        """Whether the caret is in a stretch of the paragraph at hand that somebody is typing."""
        if not self._is_typing or not self._edit.hasFocus():
            return False
        caret = self._edit.textCursor().position() - self.currentBlock().position()
        return start < caret <= end

    def _stop_typing(self) -> None:
        self._is_typing = False
        for number, known in self._paragraphs.items():
            if known.marks:
                self.rehighlightBlock(self.document().findBlockByNumber(number))

    def _on_contents_changed(self, _position: int, removed: int, added: int) -> None:
        if removed or added:
            self._is_typing = self._has_just_typed = self._edit.hasFocus()

    def _on_caret_moved(self) -> None:
        """Moving the caret without typing ends the typing of a word."""
        if self._has_just_typed:
            self._has_just_typed = False
        elif self._is_typing:
            self._stop_typing()

    def _on_checker_changed(self) -> None:
        """Everything is to be looked at anew; marks stay until then."""
        for number, known in self._paragraphs.items():
            self._paragraphs[number] = known._replace(is_checked=False)
        if self._is_on:
            self._rest.start(0)
        else:
            self.rehighlight()


def _moved_marks(known: Paragraph | None, text: str) -> tuple[Span, ...]:
    """The marks of a paragraph after its text has changed: those that the change did not touch."""
    if known is None or not known.marks:
        return ()
    change = unit_change_between(known.text, text)
    return tuple(place for mark in known.marks if (place := moved(mark, change)) is not None)
