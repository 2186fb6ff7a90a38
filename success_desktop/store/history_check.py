"""Proving that a plan's history is unbroken: every revision's seal, the log between them, and what the plan held.

A revision is named when something of its own was altered: its words, its hashes, or the steps that led to it. The newest one
is also named when the plan as it is now does not follow from it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.revision import Revision
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.store.database import reading
from success_desktop.store.keyframes import BROKEN, list_keyframes, read_keyframe
from success_desktop.store.plan_rows import read_rows
from success_desktop.store.plans import PlanStore
from success_desktop.store.revision_rows import RevisionRow, RevisionRows
from success_desktop.store.sealing import (
    Steps,
    hash_after,
    hash_before,
    hash_of_log,
    hash_of_rows,
    read_hash,
    write_hash,
)

WORDS = N_("Its author, time, message, label, place in the history or seal was altered.")
HASHES = N_("The hashes that it was sealed with were altered.")
LOG = N_("The steps recorded between it and the revision before it were altered.")
PARENT = N_("The revision before it is missing.")
PRESENT = N_("The plan as it is now does not follow from it: the plan was altered by another program.")
KEYFRAME = N_("The whole copy of the plan that is kept beside it is damaged.")


class Damage(NamedTuple):
    """A damaged revision; `what` is a catalogue entry, one of those above."""

    revision: Revision
    what: str


class _Sealed(NamedTuple):
    """A revision as it was sealed, as far as can be told: its row, and the fingerprints its child may have used."""

    row: RevisionRow
    fingerprints: frozenset[str]


_NEVER = "0001-01-01T00:00:00+00:00"
_BEFORE_ALL = RevisionRow("", 0, None, 0, "", "", "", "", "", 0, "0", "")


def find_damage(store: PlanStore) -> list[Damage]:
    """Every damage in the history of a plan, oldest revision first; none, as a rule.

    Raises UserError or one of plan_rows.NO_PLAN when not even that can be read.
    """
    with reading(store.engine) as cursor:
        rows = RevisionRows(cursor, store.plan_id, store.mark).all()
        walk = _Walk(cursor, store)
        found = list(walk.check(rows)) if rows else []
        found += walk.check_keyframes()
    return [Damage(_shown(row), what) for row, what in sorted(found, key=lambda one: one[0].ordinal)]


def _shown(row: RevisionRow) -> Revision:
    """The revision, as far as it can be read: a damaged time is shown as one that nobody can take for true."""
    try:
        return row.to_revision()
    except UserError:
        return row._replace(at=_NEVER).to_revision()


class _Walk:
    """One walk along the log, from the first revision to the present; `sealed` are the revisions passed."""

    def __init__(self, cursor: DBAPICursor, store: PlanStore) -> None:
        self._cursor = cursor
        self._store = store
        self._log = store.log(cursor)
        self._sealed: list[_Sealed] = []

    def check(self, rows: Sequence[RevisionRow]) -> Iterator[tuple[RevisionRow, str]]:
        """Look at every revision in the light of the one before it, at the newest in that of the present."""
        parent = _Sealed(_BEFORE_ALL, frozenset(("",)))
        for row in rows:
            if row.parent_id not in (parent.row.id or None, *(one.id for one in rows)):
                yield row, PARENT
                parent = _Sealed(row, frozenset((row.fingerprint,)))
            else:
                parent, found = self._look_at(row, parent)
                yield from ((row, what) for what in found)
            self._sealed.append(parent)
        _transactions, steps = self._log.rows(parent.row.number)
        present = hash_of_rows(read_rows(self._cursor, self._store.plan_id, self._store.mark))
        if write_hash(hash_before(present, steps)) != parent.row.content_hash:
            yield rows[-1], PRESENT

    def check_keyframes(self) -> Iterator[tuple[RevisionRow, str]]:
        """Look at every keyframe in the light of the revision it was kept for."""
        for number in list_keyframes(self._cursor, self._store):
            row = next((one.row for one in self._sealed if one.row.number >= number), None)
            if row is not None and not self._is_whole(number, row):
                yield row, KEYFRAME

    def _is_whole(self, number: int, row: RevisionRow) -> bool:
        _transactions, steps = self._log.rows(number, row.number)
        expected = hash_before(read_hash(row.content_hash), steps)
        try:
            return hash_of_rows(read_keyframe(self._cursor, self._store, number)) == expected
        except BROKEN:
            return False

    def _look_at(self, row: RevisionRow, parent: _Sealed) -> tuple[_Sealed, list[str]]:
        """What a revision was sealed as, and what has been altered of it."""
        true, what = self._find_sealed(row, parent)
        found = [what] if what else []
        transactions, steps = self._log.rows(parent.row.number, true.row.number)
        if hash_of_log(transactions, steps) != true.row.log_hash:
            found.append(LOG)
        elif parent.row.ordinal and not what and _content_after(parent.row, steps) != true.row.content_hash:
            found.append(HASHES)
        return true, found

    def _find_sealed(self, row: RevisionRow, parent: _Sealed) -> tuple[_Sealed, str]:
        """The row that fits the fingerprint: as it lies there, or with one thing put right that can be known."""
        for what, candidate in self._candidates(row, parent.row):
            for fingerprint in parent.fingerprints:
                if candidate.sealed(fingerprint).fingerprint == row.fingerprint:
                    return _Sealed(candidate, frozenset((row.fingerprint,))), what
        possible = (row.sealed(fingerprint).fingerprint for fingerprint in parent.fingerprints)
        return _Sealed(row, frozenset((row.fingerprint, *possible))), WORDS

    def _candidates(self, row: RevisionRow, parent: RevisionRow) -> Iterator[tuple[str, RevisionRow]]:
        yield "", row
        yield WORDS, row._replace(parent_id=parent.id or None, ordinal=parent.ordinal + 1)
        transactions, steps = self._log.rows(parent.number, row.number)
        right = row._replace(log_hash=hash_of_log(transactions, steps))
        yield HASHES, right
        if parent.ordinal:
            yield HASHES, right._replace(content_hash=_content_after(parent, steps))
        yield WORDS, row._replace(edit_count=parent.edit_count + len(steps))
        for number in self._numbers_behind(parent):
            yield WORDS, row._replace(number=number)

    def _numbers_behind(self, parent: RevisionRow) -> list[int]:
        transactions, _steps = self._log.rows(parent.number)
        return [parent.number, *(transaction[0] for transaction in transactions)]


def _content_after(parent: RevisionRow, steps: Steps) -> str:
    return write_hash(hash_after(read_hash(parent.content_hash), steps))
