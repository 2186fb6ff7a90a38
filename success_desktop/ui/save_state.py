"""The left end of the status line: what is safe in the working copy, and what the plan's file holds, each with the time."""

from datetime import datetime
from typing import Literal

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from success_desktop.domain.moments import Moment
from success_desktop.i18n import N_, _, interface_language
from success_desktop.ui.theme import GRID

FileState = Literal["complete", "behind", "unwritten"]
"""How a plan's file stands to the plan: it holds everything, not yet the last changes, or it could not be written."""

_FILE_WORDS: dict[FileState, str] = {
    "complete": N_("File up to date {time}"),
    "behind": N_("File as of {time}"),
    "unwritten": N_("File not written since {time}"),
}

_BEHIND_TIP = N_(
    "Changes made since then are safe in the working copy. They go into the file with Ctrl+S, when you rest for a minute, "
    "and when the plan is closed."
)


class SaveState(QWidget):
    """Two labels, `work` and `file`; instants are UTC, shown by the clock here. Says nothing until it is told something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work, self.file = QLabel(), QLabel()
        self._saved_at: datetime | None = None
        self._written_at: datetime | None = None
        self._state: FileState = "complete"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.work)
        row.addWidget(self.file)
        self._word()

    def clear(self) -> None:
        """Say nothing: no plan is open."""
        self._saved_at, self._written_at = None, None
        self._word()

    def show_opened(self, written_at: datetime | None, *, is_complete: bool) -> None:
        """A plan was opened whose file was last written at that instant; whether the file holds everything."""
        self._saved_at = None
        self._written_at, self._state = written_at, "complete" if is_complete else "behind"
        self._word()

    def show_saved(self, at: datetime) -> None:
        """The last change was written into the working copy at that instant; the file does not hold it yet."""
        is_said = self._saved_at is not None and _minute(self._saved_at) == _minute(at)
        self._saved_at = at
        if self._state == "complete":
            self._state, is_said = "behind", False
        if not is_said:
            self._word()

    def show_written(self, at: datetime) -> None:
        """The plan's file has held everything since that instant."""
        self._written_at, self._state = at, "complete"
        self._word()

    def show_unwritten(self) -> None:
        """The plan's file could not be written; that is tried again."""
        self._state = "unwritten"
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Word the line anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        is_silent = self._saved_at is None and self._written_at is None
        self.work.setText("" if is_silent else _("Everything is saved"))
        if self._saved_at is not None:
            self.work.setText(_("Saved {time}").format(time=clock(self._saved_at)))
        words = _(_FILE_WORDS[self._state])
        self.file.setText(words.format(time=clock(self._written_at)) if self._written_at is not None else "")
        self.file.setToolTip(_(_BEHIND_TIP) if self._state == "behind" else "")
        for label in (self.work, self.file):
            label.setVisible(bool(label.text()))


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def clock(at: datetime) -> str:
    """The time of day, here, of an instant; with its date when that is not today."""
    here = at.astimezone()
    is_today = here.date() == datetime.now(here.tzinfo).date()
    return f"{here:%H:%M}" if is_today else Moment(here).spoken(interface_language())
