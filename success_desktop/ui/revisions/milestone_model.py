"""The cards of the timeline: the present on top, below it the revisions, newest first."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.domain.revision import Revision
from success_desktop.domain.schema import Template
from success_desktop.i18n import N_, _
from success_desktop.services.timeline import Milestone
from success_desktop.ui.revisions.milestone_words import (
    milestone_name,
    milestone_touched_text,
    note_of,
    stamp_text,
)

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

CARD_ROLE = _Role.UserRole + 1
LINES_ROLE = _Role.UserRole + 2

PRESENT = ""
"""The key of the present; a revision's is its id."""

OLD, NEW = N_("Before"), N_("After")
"""The signs of the two that are compared (catalogue entries)."""


class Card(NamedTuple):
    """What one card says. `lines` stand below the title; `side` is the sign of a chosen one, "" for none.

    `is_quiet` is a card that the program wrote: it stands back behind those of people.
    """

    title: str
    lines: tuple[str, ...]
    side: str
    is_quiet: bool


class MilestoneModel(QAbstractListModel):
    """Words are made when a card is shown: a plan may have thousands of revisions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Milestone] = []
        self._template: Template | None = None
        self._now: datetime | None = None
        self._mark_name = ""
        self._sides: dict[str, str] = {}

    def show(self, rows: Sequence[Milestone], mark_name: str, template: Template, now: datetime) -> None:
        """Show other milestones, newest first; `now` is an instant (UTC).

        `mark_name` is that of the revision that the present is told against, "" for none.
        """
        self.beginResetModel()
        self._rows, self._mark_name, self._template, self._now = list(rows), mark_name, template, now
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing: no plan is open."""
        self.beginResetModel()
        self._rows, self._template = [], None
        self.endResetModel()

    def show_present(self, present: Milestone) -> None:
        """Show anew what has been touched up to now; the other cards stay as they are."""
        if self._rows:
            self._rows[0] = present
            self.dataChanged.emit(self.index(0), self.index(0))

    def mark(self, old_key: str | None, new_key: str | None) -> None:
        """Put the signs of the two that are compared on their cards; None for none."""
        sides = {key: side for key, side in ((old_key, OLD), (new_key, NEW)) if key is not None}
        if sides != self._sides:
            self._sides = sides
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def milestone(self, index: Index) -> Milestone | None:
        """The milestone of a card; None for no card."""
        return self._rows[index.row()] if index.isValid() else None

    def key(self, row: int) -> str:
        """What the card of a row goes by: the id of its revision, PRESENT for the present."""
        revision = self._rows[row].revision
        return revision.id if revision is not None else PRESENT

    def row_of(self, key: str) -> int:
        """The row of a card; -1 when it is not shown."""
        return next((row for row in range(len(self._rows)) if self.key(row) == key), -1)

    def revision_of(self, key: str) -> Revision | None:
        """The revision of a card; None for the present, and for a card that is not shown."""
        row = self.row_of(key)
        return self._rows[row].revision if row >= 0 else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many cards there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """What a card says, by role."""
        if not index.isValid() or self._template is None:
            return None
        milestone = self._rows[index.row()]
        if role == LINES_ROLE:
            return _count_lines(milestone)
        if role == _Role.DisplayRole:
            return milestone_name(milestone)
        if role == CARD_ROLE:
            return self._card(milestone, self._template)
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            card = self._card(milestone, self._template)
            return "\n".join(filter(None, (card.title, *card.lines, card.side)))
        return None

    def _card(self, milestone: Milestone, template: Template) -> Card:
        touched = milestone_touched_text(milestone, template, self._mark_name)
        stamp = stamp_text(milestone, self._now) if self._now is not None else ""
        side = self._sides.get(milestone.revision.id if milestone.revision is not None else PRESENT, "")
        note = note_of(milestone)
        return Card(
            milestone_name(milestone),
            tuple(filter(None, (note, stamp, touched))),
            _(side) if side else "",
            _is_quiet(milestone),
        )


def _is_quiet(milestone: Milestone) -> bool:
    return milestone.revision is not None and milestone.revision.is_automatic


def _count_lines(milestone: Milestone) -> int:
    """How many lines the card has, its title included."""
    has_stamp = milestone.revision is not None or milestone.at is not None
    return 2 + has_stamp + bool(note_of(milestone))
