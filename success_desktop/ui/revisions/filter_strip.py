"""What narrows the timeline: text, and behind a button people, period, meeting, and what is chosen in the outline."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.calendar_dates import parse_date
from success_desktop.errors import UserError
from success_desktop.i18n import _
from success_desktop.services.timeline import EVERYTHING, Milestone, Wanted, list_authors
from success_desktop.ui.offered_choices import offer_choices
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.revisions.milestone_words import milestone_name
from success_desktop.ui.thai_text import ThaiLineEdit

_TYPING_MS = 200
_MOST_MEETINGS = 200
"""So many named revisions are offered, the newest ones."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the strip asks for: `wanted` without its nodes, and whether only what is chosen in the outline counts."""

    wanted: Wanted
    is_chosen_only: bool

    @property
    def is_everything(self) -> bool:
        """Whether nothing is narrowed."""
        return self.wanted == EVERYTHING and not self.is_chosen_only


class FilterStrip(QWidget):
    """`narrowed` tells that something else is asked for (`asked`)."""

    narrowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ThaiLineEdit()
        self.more = QPushButton()
        self.author, self.meeting = CalmComboBox(), CalmComboBox()
        self.first, self.last = ThaiLineEdit(), ThaiLineEdit()
        self.chosen_only, self.named_only = QCheckBox(), QCheckBox()
        self.reset = QPushButton()
        self._captions = {name: QLabel() for name in ("author", "meeting", "first", "last")}
        self._details = QWidget()
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.narrowed)
        self._lay_out()
        self._connect()
        self._word()

    def asked(self) -> Asked:
        """What is asked for now. A day that cannot be read narrows nothing, and its field says so."""
        wanted = Wanted(
            text=self.text.text(),
            author=str(self.author.currentData() or ""),
            first_on=_day_in(self.first),
            last_on=_day_in(self.last),
            until_id=str(self.meeting.currentData() or ""),
            is_named_only=self.named_only.isChecked(),
        )
        return Asked(replace(wanted, text=wanted.text.strip()), self.chosen_only.isChecked())

    def offer(self, milestones: Sequence[Milestone]) -> None:
        """Offer the people and the named revisions of other milestones, oldest first; what is asked for stays."""
        offer_choices(self.author, _("Everybody"), [(name, name) for name in list_authors(milestones)])
        named = [one for one in reversed(milestones) if one.is_named][:_MOST_MEETINGS]
        meetings = [(milestone_name(one), one.revision.id) for one in named if one.revision is not None]
        offer_choices(self.meeting, _("The whole time"), meetings)

    def clear(self) -> None:
        """Ask for everything again."""
        with QSignalBlocker(self):
            for line in (self.text, self.first, self.last):
                line.clear()
            for box in (self.author, self.meeting):
                box.setCurrentIndex(0)
            for check in (self.chosen_only, self.named_only):
                check.setChecked(False)
        self._typing.stop()
        self._on_narrowed()

    def changeEvent(self, event: QEvent) -> None:
        """Word the strip anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _on_typed(self) -> None:
        self._typing.start()

    def _on_narrowed(self) -> None:
        self._typing.stop()
        self.narrowed.emit()

    def _lay_out(self) -> None:
        self.text.setClearButtonEnabled(True)
        self.more.setCheckable(True)
        self.reset.setProperty("role", "link")
        line = QHBoxLayout()
        line.addWidget(self.text, 1)
        line.addWidget(self.more)
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(6)
        places: tuple[tuple[str, QWidget, int, int], ...] = (
            ("meeting", self.meeting, 0, 0),
            ("author", self.author, 0, 1),
            ("first", self.first, 2, 0),
            ("last", self.last, 2, 1),
        )
        for name, field, row, column in places:
            caption = self._captions[name]
            caption.setProperty("role", "label")
            caption.setBuddy(field)
            grid.addWidget(caption, row, column)
            grid.addWidget(field, row + 1, column)
            grid.setColumnStretch(column, 1)
        for row, widget in enumerate((self.chosen_only, self.named_only), 4):
            grid.addWidget(widget, row, 0, 1, 2)
        grid.addWidget(self.reset, 6, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._details.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self._details)

    def _connect(self) -> None:
        self.more.toggled.connect(self._details.setVisible)
        self.reset.clicked.connect(self.clear)
        for line in (self.text, self.first, self.last):
            line.textChanged.connect(self._on_typed)
        for box in (self.author, self.meeting):
            box.currentIndexChanged.connect(self._on_narrowed)
        for check in (self.chosen_only, self.named_only):
            check.toggled.connect(self._on_narrowed)

    def _word(self) -> None:
        names = {
            "author": _("Kept or worked on by"),
            "meeting": _("What led to"),
            "first": _("From day"),
            "last": _("To day"),
        }
        fields = {"author": self.author, "meeting": self.meeting, "first": self.first, "last": self.last}
        for name, words in names.items():
            self._captions[name].setText(words)
            fields[name].setAccessibleName(words)
        self.text.setPlaceholderText(_("Find a revision"))
        self.text.setAccessibleName(_("Find a revision"))
        for line in (self.first, self.last):
            line.setPlaceholderText(_("12 Feb 2024"))
        self.more.setText(_("Filter"))
        self.more.setToolTip(_("Narrow by meeting, person, period and item"))
        self.chosen_only.setText(_("Only where the chosen item was touched"))
        self.named_only.setText(_("Only revisions with a name"))
        self.reset.setText(_("Show all revisions"))
        for box, words in ((self.author, _("Everybody")), (self.meeting, _("The whole time"))):
            if box.count():
                box.setItemText(0, words)


def _day_in(line: ThaiLineEdit) -> date | None:
    """The day typed in a field; None when it is blank or cannot be read, and the field shows that."""
    sentence, day = "", None
    try:
        day = parse_date(line.text())
    except UserError as error:
        sentence = error.sentence()
    line.setProperty("state", "refused" if sentence else "")
    line.setToolTip(sentence)
    line.style().polish(line)
    return day
