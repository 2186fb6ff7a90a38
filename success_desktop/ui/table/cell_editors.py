"""The editors that open over a cell: a line, several lines of Thai, a list of choices, names of other nodes."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_search import search_key
from success_desktop.i18n import Language
from success_desktop.ui.page.candidates import Candidate, find_candidates
from success_desktop.ui.thai_text import ThaiLineEdit, ThaiTextEdit

_Enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_OFFERED = 8


class LineCell(ThaiLineEdit):
    """A line over a cell: numbers, money, days, codes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")

    def begin(self, text: str, typed: str | None) -> None:
        """Begin with what stands in the cell, or with what was typed in its place."""
        self.setText(text if typed is None else typed)
        self.setModified(typed is not None)

    def entered(self) -> str:
        """What is to be handed in."""
        return self.text()


class TextCell(ThaiTextEdit):
    """Several lines over a cell. Alt+Enter begins a new line; Enter alone is the grid's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def begin(self, text: str, typed: str | None) -> None:
        """Begin with what stands in the cell, or with what was typed in its place."""
        self.setPlainText(text if typed is None else typed)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def entered(self) -> str:
        """What is to be handed in."""
        return self.plain_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Enter begins a new line."""
        if event.key() in _Enter:
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)


class ChoiceCell(QComboBox):
    """The choices of a field, and none."""

    def __init__(self, parent: QWidget, spec: FieldSpec, language: Language) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.addItem("", "")
        for option, name in spec.options.items():
            self.addItem(name.spoken(language), option)

    def begin(self, text: str, typed: str | None) -> None:
        """Begin with the choice made so far; letters typed go to the first choice that begins with them. Then open."""
        wanted = text
        if typed:
            key = search_key(typed)
            names = (
                (search_key(self.itemText(row)), str(self.itemData(row))) for row in range(1, self.count())
            )
            wanted = next((option for name, option in names if name.startswith(key)), text)
        if self.findData(wanted) < 0:
            self.addItem(wanted, wanted)
        self.setCurrentIndex(self.findData(wanted))
        QTimer.singleShot(0, self, self.showPopup)

    def entered(self) -> str:
        """What is to be handed in: the id of the choice."""
        return str(self.currentData())


class NamesCell(LineCell):
    """Names of other nodes, parted by commas; the one being typed is completed from those that hold its words."""

    def __init__(self, parent: QWidget, candidates: Iterable[Candidate]) -> None:
        super().__init__(parent)
        self._candidates = list(candidates)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST_OFFERED)
        completer.setWidget(self)
        completer.activated.connect(self._on_chosen)
        self.names = completer
        self.textEdited.connect(self._offer)

    def begin(self, text: str, typed: str | None) -> None:
        """Begin with the names so far, or with what was typed in their place, and offer what can be named."""
        super().begin(text, typed)
        if typed is not None or not text:
            QTimer.singleShot(0, self, self._offer)

    def offers(self) -> list[str]:
        """The names offered now."""
        return self._offered.stringList()

    def _offer(self) -> None:
        key = search_key(self._last_name())
        found = find_candidates(self._candidates, self._last_name())
        found.sort(key=lambda candidate: not candidate.key.startswith(key))
        self._offered.setStringList([candidate.text for candidate in found])
        is_whole = [candidate.text for candidate in found] == [self._last_name()]
        popup = self.names.popup()
        if found and not is_whole:
            self.names.complete()
        elif popup is not None:
            popup.hide()

    def _last_name(self) -> str:
        return self.text().rpartition(",")[2].strip()

    def _on_chosen(self, name: str) -> None:
        before, comma, _last = self.text().rpartition(",")
        self.setText(f"{before}{comma} {name}" if comma else name)
        self.setModified(True)


CellEditor = LineCell | TextCell | ChoiceCell | NamesCell
