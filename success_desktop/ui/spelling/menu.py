"""What the context menu of a text field offers for a misspelt word, above Qt's own entries."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QAction, QFont, QTextCursor
from PySide6.QtWidgets import QMenu

from success_desktop.domain.thai_search import Span
from success_desktop.i18n import Language, _
from success_desktop.ui.spelling.checker import SpellChecker
from success_desktop.ui.thai_text import ThaiTextEdit


def offer_words(menu: QMenu, edit: ThaiTextEdit, place: Span, checker: SpellChecker) -> None:
    """Put what can be done with the misspelt word at `place` (a range of the field, UTF-16 units) on top of its menu."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    first = menu.actions()[0]
    menu.insertActions(first, [*_suggestions(menu, edit, cursor, checker), *_ways_out(menu, cursor, checker)])


def language_of(word: str) -> Language:
    """The language that a misspelt word is written in."""
    return "th" if "ก" <= word[0] <= "๛" else "en"


def _suggestions(
    menu: QMenu, edit: ThaiTextEdit, cursor: QTextCursor, checker: SpellChecker
) -> Iterator[QAction]:
    word = cursor.selectedText()
    suggestions = checker.suggest(word, language_of(word))
    bold = QFont(menu.font())
    bold.setBold(True)
    for suggestion in suggestions:
        action = _action(menu, suggestion, partial(_put, edit, cursor, suggestion))
        action.setFont(bold)
        yield action
    if not suggestions:
        nothing = QAction(_("No suggestions"), menu)
        nothing.setEnabled(False)
        yield nothing
    yield _line(menu)


def _ways_out(menu: QMenu, cursor: QTextCursor, checker: SpellChecker) -> Iterator[QAction]:
    word = cursor.selectedText()
    yield _action(menu, _("Add to the plan’s dictionary"), partial(checker.keep, word, language_of(word)))
    yield _action(menu, _("Ignore while the plan is open"), partial(checker.ignore, word))
    yield _line(menu)


def _action(menu: QMenu, text: str, deed: Callable[[], object]) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(lambda: deed())
    return action


def _line(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line


def _put(edit: ThaiTextEdit, cursor: QTextCursor, text: str) -> None:
    """Type a word over a misspelt one; Ctrl+Z takes it back as any typing."""
    cursor.insertText(text)
    edit.setTextCursor(cursor)
