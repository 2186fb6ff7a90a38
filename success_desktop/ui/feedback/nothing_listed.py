"""What stands in place of the cards when there are none: what belongs there, and how it comes in."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from success_desktop.i18n import N_, _
from success_desktop.ui.page.part import make_label
from success_desktop.ui.theme import GRID

Lack = Literal["feedback", "here", "narrowed", "unplaced"]
"""There is no feedback on the plan; none on what is chosen; none that is asked for; everything has its place."""

_SENTENCES: dict[Lack, tuple[str, str, str]] = {
    "feedback": (
        N_("What reviewers say about the plan stands here, beside the text that it is about."),
        N_("Bring in a returned file…"),
        "receive",
    ),
    "here": (N_("There is no remark on this item."), N_("Show those on the whole plan"), "plan"),
    "narrowed": (N_("No remark is what the filter asks for."), N_("Show all remarks"), "clear"),
    "unplaced": (N_("Every remark has its place."), N_("Show those on the whole plan"), "plan"),
}


class NothingListed(QWidget):
    """`wanted(what)` tells which way out was taken: "receive", "meeting", "plan" or "clear"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lack: Lack = "feedback"
        self.sentence = make_label("", "secondary")
        self.sentence.setWordWrap(True)
        self.way, self.meeting = QPushButton(), QPushButton()
        self.way.clicked.connect(lambda: self.wanted.emit(_SENTENCES[self._lack][2]))
        self.meeting.clicked.connect(lambda: self.wanted.emit("meeting"))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 3 * GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.sentence)
        for button in (self.way, self.meeting):
            button.setProperty("role", "link")
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell(self, lack: Lack) -> None:
        """Say what is lacking."""
        self._lack = lack
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        sentence, way, _what = _SENTENCES[self._lack]
        self.sentence.setText(_(sentence))
        self.way.setText(_(way))
        self.meeting.setText(_("New meeting…"))
        self.meeting.setVisible(self._lack == "feedback")
