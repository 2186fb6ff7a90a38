"""Points in a plan's history: every transaction in the log, and the revisions that people gave a name."""

from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class Revision:
    """A point in the history that is kept for good, under a name or taken by the program itself (`is_automatic`).

    `number` is the transaction it stands at; `parent_id` the revision before it (the clock is never trusted for order);
    `fingerprint` is a hash over the parent's and the plan's content.
    """

    id: str
    number: int
    parent_id: str | None
    author: str
    at: datetime
    message: str
    label: str
    is_automatic: bool
    fingerprint: str
