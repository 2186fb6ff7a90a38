"""The calm line at the top of the window that says what went wrong, or right, and what to do about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from success_desktop.errors import Spoken, UserError
from success_desktop.i18n import N_, Language, _, interface_language, translate
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.theme import GRID

Words = Callable[[], tuple[str, str]]
Link = tuple[str | Spoken, Callable[[], object]]
"""What a link says (a catalogue entry, or words that know both languages) and does."""


class Phrase:
    """A catalogue entry with its places filled: words that know both languages."""

    def __init__(self, message: str, **places: object) -> None:
        self._message = message
        self._places = places

    def spoken(self, language: Language) -> str:
        """The words in `language`."""
        places = {
            name: place.spoken(language) if isinstance(place, Spoken) else place
            for name, place in self._places.items()
        }
        return translate(self._message, language).format(**places)


class MessageBar(QWidget):
    """Shows one message at a time; never takes the focus and never asks for an answer.

    `subject` is whoever claims the message shown as its own, None as a rule.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words: Words = lambda: ("", "")
        self._links: list[tuple[str | Spoken, QPushButton]] = []
        self.subject: object | None = None
        self.sentence = _label("strong")
        self.remedy = _label("")
        self._link_row = QHBoxLayout()
        self.close_button = QToolButton()
        self.close_button.setIcon(draw_icon("x"))
        self.close_button.clicked.connect(self.hide)
        self._lay_out()
        self._word()
        self.hide()

    def show_error(self, error: UserError, *links: Link) -> None:
        """Say what happened and what can be done about it, with links (catalogue entry, deed) that do it."""
        self._show("bad", lambda: (error.sentence(), error.remedy()), links)

    def show_success(self, message: str, *links: Link, **places: object) -> None:
        """Say that something is done: a catalogue entry with its places, and links (catalogue entry, deed)."""
        self._show("good", lambda: (_(message).format(**places), ""), links)

    def show_file(self, message: str, path: Path) -> None:
        """Say that a file is there, with links to open it and the folder that it lies in."""
        opening = (N_("Open the file"), lambda: open_outside(path))
        folder = (N_("Open the folder"), lambda: open_outside(path.parent))
        self.show_success(message, opening, folder, name=path.name)

    def link_buttons(self) -> list[QPushButton]:
        """The links beside the message, as buttons."""
        return [button for _text, button in self._links]

    def changeEvent(self, event: QEvent) -> None:
        """Word the message anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        words.addWidget(self.remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, GRID, 4)
        row.addLayout(words, 1)
        row.addLayout(self._link_row)
        row.addWidget(self.close_button)

    def _show(self, tone: str, words: Words, links: tuple[Link, ...]) -> None:
        self._words, self.subject = words, None
        for _text, button in self._links:
            button.hide()
            button.deleteLater()
        self._links = [(text, self._add_link(deed)) for text, deed in links]
        self.setProperty("tone", tone)
        for part in (self, self.sentence):
            self.style().polish(part)
        self._word()
        self.show()

    def _add_link(self, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "link")
        button.clicked.connect(lambda: deed())
        self._link_row.addWidget(button)
        return button

    def _word(self) -> None:
        sentence, remedy = self._words()
        self.sentence.setText(sentence)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        for text, button in self._links:
            button.setText(text.spoken(interface_language()) if isinstance(text, Spoken) else _(text))
        self.close_button.setToolTip(_("Close this message"))
        self.close_button.setAccessibleName(_("Close this message"))
        self.setAccessibleName(f"{sentence} {remedy}".strip())


def open_outside(path: Path) -> bool:
    """Open a file or folder with the program that the system has for it; False when it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
