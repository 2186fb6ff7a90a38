"""Points in a plan's history: every transaction in the log, and the revisions that people gave a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from success_desktop.domain.edits import Edit


@dataclass(frozen=True, slots=True)
class Transaction:
    """What one action of one person did: the unit of the log, of undo and of audit.

    `number` counts from 1 in one plan; `uid` is the same in every copy of the plan; `at` is UTC. `label` is a catalogue
    entry saying what was done. `undoes` is the number of the transaction that this one takes back; `continues` that of the
    one it belongs to as a single step (quick edits of one field). The first transaction of an imported or sampled plan may
    be a baseline whose edits the log does not repeat.
    """

    number: int
    uid: str
    author: str
    at: datetime
    label: str
    undoes: int | None = None
    continues: int | None = None
    edits: tuple[Edit, ...] = ()


Occasion = Literal["", "import", "export", "closing", "hour", "restore"]
"""Why a revision was kept: "" because a person wished so, else by the program itself: before an import, for a document that
leaves, on closing, after an hour's work, before something is restored."""

REPLACEABLE: tuple[Occasion, ...] = ("closing", "hour")
"""The occasions whose revision may give way to the next of its sort: nothing refers to them."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A point in the history that is kept for good, by a person or by the program itself (`occasion`).

    `number` is the transaction it stands at; `parent_id` the revision before it (the clock is never trusted for order);
    `at` is UTC; `fingerprint` is a seal over the parent's, what the plan held, the edits since, and the revision's words.
    `ordinal` counts the revisions of a plan from 1, oldest first: it is the number that people see.
    """

    id: str
    number: int
    parent_id: str | None
    author: str
    at: datetime
    message: str
    label: str
    occasion: Occasion
    fingerprint: str
    ordinal: int = 0

    @property
    def is_automatic(self) -> bool:
        """Whether the program took it by itself."""
        return self.occasion != ""

    @property
    def is_replaceable(self) -> bool:
        """Whether another of its sort may take its place, as long as it is the newest revision."""
        return self.occasion in REPLACEABLE


def find_landmark(revisions: Sequence[Revision]) -> Revision | None:
    """What the present is told against: the newest revision that a person kept, else the newest; None without any.

    `revisions` are those of one plan, oldest first.
    """
    by_people = (revision for revision in reversed(revisions) if not revision.is_automatic)
    return next(by_people, revisions[-1] if revisions else None)
