"""Revisions as rows: how they are read, sealed and written through a transaction's cursor."""

import functools
from typing import Any, NamedTuple

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.revision import Occasion, Revision
from success_desktop.store.log import read_instant
from success_desktop.store.rows import insertion
from success_desktop.store.sealing import seal_of
from success_desktop.store.tables import revision as revision_table


class RevisionRow(NamedTuple):
    """A row of the table of revisions, as it lies there but for its plan_id.

    `edit_count` is how many edits the log holds up to here, `content_hash` the hash of what the plan held, `log_hash` that
    of the log since the parent (see sealing).
    """

    id: str
    number: int
    parent_id: str | None
    ordinal: int
    author: str
    at: str
    message: str
    label: str
    occasion: Occasion
    edit_count: int
    content_hash: str
    log_hash: str
    fingerprint: str = ""

    def sealed(self, parent_fingerprint: str) -> "RevisionRow":
        """The same row with the fingerprint that it should have."""
        return self._replace(fingerprint=seal_of(self[:-1], parent_fingerprint))

    def to_revision(self) -> Revision:
        """The revision that the row tells of."""
        return Revision(
            id=self.id,
            number=self.number,
            parent_id=self.parent_id,
            author=self.author,
            at=read_instant(self.at),
            message=self.message,
            label=self.label,
            occasion=self.occasion,
            fingerprint=self.fingerprint,
            ordinal=self.ordinal,
        )


class RevisionRows:
    """The revisions of one plan, through a transaction's cursor; `mark` is the driver's placeholder."""

    def __init__(self, cursor: DBAPICursor, plan_id: str, mark: str) -> None:
        self._cursor = cursor
        self._plan_id = plan_id
        self._mark = mark

    def all(self) -> list[RevisionRow]:
        """Every revision, oldest first: each is the parent of the next, whatever their clocks said."""
        return self._select("ORDER BY ordinal")

    def newest(self) -> RevisionRow | None:
        """The revision that has no child; None when there is no revision."""
        return next(iter(self._select("ORDER BY ordinal DESC LIMIT 1")), None)

    def find(self, revision_id: str | None) -> RevisionRow | None:
        """The revision with an id; None when there is none."""
        return next(iter(self._select(f"AND id = {self._mark}", revision_id)), None)

    def first_at(self, number: int) -> RevisionRow | None:
        """The oldest revision at or behind transaction `number`; None when there is none."""
        return next(iter(self._select(f"AND number >= {self._mark} ORDER BY ordinal LIMIT 1", number)), None)

    def add(self, row: RevisionRow) -> None:
        """Write a revision."""
        self._cursor.execute(_insertion(self._mark), (self._plan_id, *row))

    def remove(self, row: RevisionRow) -> None:
        """Take a revision away that may be replaced and has no child."""
        self._cursor.execute(
            f"DELETE FROM revision WHERE plan_id = {self._mark} AND id = {self._mark}",
            (self._plan_id, row.id),
        )

    def _select(self, condition: str, *values: Any) -> list[RevisionRow]:
        self._cursor.execute(
            f"SELECT {', '.join(RevisionRow._fields)} FROM revision WHERE plan_id = {self._mark} {condition}",
            (self._plan_id, *values),
        )
        return [RevisionRow(*row) for row in self._cursor.fetchall()]


@functools.cache
def _insertion(mark: str) -> str:
    return insertion("revision", revision_table.columns.keys(), mark)
