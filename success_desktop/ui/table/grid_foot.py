"""What stands below the grid: a sentence about the current cell, else what the keys do; and whether lines are wrapped."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from success_desktop.i18n import N_, _
from success_desktop.ui.page.part import restyle
from success_desktop.ui.theme import GRID

_HINT = N_(
    "Enter edits · Tab goes to the next cell · Ctrl+Enter adds a row · Ctrl+V pastes from Excel, with a preview first · "
    "A blank year means no budget, not nought"
)


class GridFoot(QWidget):
    """One line of words with a link. `add_requested` asks for a row more, `wrap_toggled(on)` for wrapped lines."""

    add_requested = Signal()
    wrap_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._deed: Callable[[], object] | None = None
        self.add = QPushButton()
        self.add.setProperty("role", "link")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.link = QPushButton()
        self.link.setProperty("role", "link")
        self.wrap = QCheckBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.add)
        row.addWidget(self.words)
        row.addWidget(self.link)
        row.addStretch(1)
        row.addWidget(self.wrap)
        row.setStretchFactor(self.words, 100)
        self.add.clicked.connect(self.add_requested)
        self.link.clicked.connect(self._on_clicked)
        self.wrap.toggled.connect(self.wrap_toggled)
        self.word()

    def word(self) -> None:
        """Speak the interface's language, and say what the keys do."""
        self.wrap.setText(_("Wrap lines"))
        self.wrap.setToolTip(_("Show whole texts, in as many lines as they take"))
        self.rest()

    def offer_add(self, kind_name: str) -> None:
        """Offer to add a row of a kind, by its name within a sentence; "" where none can be added."""
        self.add.setText(_("+ Add {kind}").format(kind=kind_name))
        self.add.setToolTip(_("Adds a row after the current one (Ctrl+Enter or Ins)"))
        self.add.setVisible(bool(kind_name))

    def rest(self) -> None:
        """Say what the keys do."""
        self._say("secondary", _(_HINT), "", None)

    def refuse(self, sentence: str, link: str = "", deed: Callable[[], object] | None = None) -> None:
        """Say why something cannot be typed, with a link that helps."""
        self._say("refusal", sentence, link, deed)

    def tell(self, sentence: str, link: str, deed: Callable[[], object]) -> None:
        """Say what has been done, with a link to take it back."""
        self._say("", sentence, link, deed)

    def _say(self, role: str, sentence: str, link: str, deed: Callable[[], object] | None) -> None:
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            restyle(self.words)
        self.words.setText(sentence)
        self.link.setText(link)
        self.link.setVisible(bool(link))
        self._deed = deed

    def _on_clicked(self) -> None:
        if self._deed is not None:
            self._deed()
