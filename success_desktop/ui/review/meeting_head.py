"""What stands above the points of a meeting: which meeting, what is known of it, and how the points are taken down."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.feedback import Round
from success_desktop.i18n import _, interface_language
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.theme import GRID


class MeetingHead(QWidget):
    """Shows a choice of meetings; everything else is asked of the panel.

    `meeting_chosen(round id)`, `new_wanted`, `paste_wanted` (into the meeting shown), `form_wanted` (what is known of it),
    `letters_wanted(1)` for larger letters and (-1) for smaller ones, `tying_chosen(bool)`: whether new points are tied to
    the passage in view.
    """

    meeting_chosen = Signal(str)
    new_wanted = Signal()
    paste_wanted = Signal()
    form_wanted = Signal()
    letters_wanted = Signal(int)
    tying_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage = ""
        self._ids: list[str] = []
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("role", "secondary")
        self.rounds = CalmComboBox()
        self.details = QPushButton()
        self.details.setCheckable(True)
        self.new = QPushButton()
        self.paste = QPushButton()
        self.larger, self.smaller = QToolButton(), QToolButton()
        self.larger.setIcon(draw_icon("plus"))
        self.smaller.setIcon(draw_icon("minus"))
        self.tying = QCheckBox()
        self.tying.setChecked(True)
        self._lay_out()
        self._connect()
        self._word()

    def show_meetings(self, held: Sequence[Round], shown: Round | None) -> None:
        """Offer these meetings; `shown` is the one on the screen."""
        self._ids = [item.id for item in held]
        self.rounds.clear()
        for item in held:
            self.rounds.addItem(meeting_words(item))
        if shown is not None:
            self.rounds.setCurrentIndex(self._ids.index(shown.id))
        for widget in (self.rounds, self.details, self.larger, self.smaller, self.tying):
            widget.setVisible(shown is not None)
        self.nothing.setVisible(shown is None)
        self._word()

    def press_form(self, is_shown: bool) -> None:
        """Show whether what is known of the meeting is open to be filled in."""
        self.details.setChecked(is_shown)

    def name_passage(self, words: str) -> None:
        """Say what new points are tied to; "" for no passage."""
        self._passage = words
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Word the head anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.rounds, 1)
        first.addWidget(self.details)
        for widget in (self.new, self.paste):
            second.addWidget(widget)
        second.addStretch(1)
        for button in (self.smaller, self.larger):
            second.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.nothing)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.tying)

    def _connect(self) -> None:
        self.rounds.activated.connect(lambda place: self.meeting_chosen.emit(self._ids[place]))
        self.details.clicked.connect(lambda: self.form_wanted.emit())
        self.new.clicked.connect(lambda: self.new_wanted.emit())
        self.paste.clicked.connect(lambda: self.paste_wanted.emit())
        self.larger.clicked.connect(lambda: self.letters_wanted.emit(1))
        self.smaller.clicked.connect(lambda: self.letters_wanted.emit(-1))
        self.tying.toggled.connect(self.tying_chosen)

    def _word(self) -> None:
        self.nothing.setText(
            _(
                "What is recommended in a meeting is typed here, point by point, and tied to the passage in view."
            )
        )
        self.rounds.setAccessibleName(_("Meeting"))
        self.details.setText(_("Details"))
        self.details.setToolTip(_("Day, place, who attended, agenda"))
        self.new.setText(_("New meeting"))
        self.paste.setText(_("Paste minutes…"))
        for button, words in ((self.larger, _("Larger letters")), (self.smaller, _("Smaller letters"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.tying.setText(_("Tie new points to what is in view"))
        self.tying.setToolTip(self._passage)


def meeting_words(held: Round) -> str:
    """What a meeting goes by: its name and its day."""
    day = date_text(held.on, interface_language(), "short") if held.on else ""
    return " · ".join(filter(None, (held.name, day)))
