"""Revisions: points in a plan's history that are kept for good. Taking one costs what was edited since the one before."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.revision import REPLACEABLE, Occasion, Revision
from success_desktop.ids import new_id
from success_desktop.store.database import reading, writing
from success_desktop.store.keyframes import add_keyframe, list_keyframes
from success_desktop.store.log import write_instant
from success_desktop.store.plan_rows import read_rows
from success_desktop.store.plans import PlanStore
from success_desktop.store.revision_rows import RevisionRow, RevisionRows
from success_desktop.store.sealing import hash_after, hash_of_log, hash_of_rows, read_hash, write_hash

KEYFRAME_EDITS = 10_000
"""After so many edits a revision also keeps the plan whole: their steps in the log take more room than that."""


@dataclass(frozen=True, slots=True)
class NewRevision:
    """A revision to be taken of the plan as it is now; see domain.revision.Revision."""

    author: str
    at: datetime
    message: str
    label: str
    occasion: Occasion = ""


def take_revision(store: PlanStore, new: NewRevision) -> Revision:
    """Keep the plan as it is now.

    One of a replaceable occasion takes the place of the newest revision when that is of such an occasion, too; every other
    stays for good: a document may have gone out under it.
    """
    with writing(store.engine, store.plan_id) as cursor:
        rows = _rows(cursor, store)
        parent = rows.newest()
        if parent and new.occasion in REPLACEABLE and parent.occasion in REPLACEABLE:
            rows.remove(parent)
            parent = rows.find(parent.parent_id)
        row = _make(cursor, store, new, parent)
        rows.add(row)
        needs_keyframe = _needs_keyframe(cursor, store, row)
    if needs_keyframe:
        add_keyframe(store, row.number)
    return row.to_revision()


def list_revisions(store: PlanStore) -> list[Revision]:
    """The revisions of a plan, oldest first: each is the parent of the next, whatever their clocks said."""
    with reading(store.engine) as cursor:
        return [row.to_revision() for row in _rows(cursor, store).all()]


def newest_revision(store: PlanStore) -> Revision | None:
    """The revision taken last; None when there is none."""
    with reading(store.engine) as cursor:
        row = _rows(cursor, store).newest()
    return row.to_revision() if row else None


def newest_revision_id(store: PlanStore) -> str:
    """The id of the revision taken last, even if it has been damaged; "" when there is none."""
    with reading(store.engine) as cursor:
        row = _rows(cursor, store).newest()
    return row.id if row else ""


def _rows(cursor: DBAPICursor, store: PlanStore) -> RevisionRows:
    return RevisionRows(cursor, store.plan_id, store.mark)


def _make(cursor: DBAPICursor, store: PlanStore, new: NewRevision, parent: RevisionRow | None) -> RevisionRow:
    """The row of a new revision. The first one of a plan reads what the plan holds, all others only the log since."""
    log = store.log(cursor)
    transactions, steps = log.rows(parent.number if parent else 0)
    if parent:
        content = hash_after(read_hash(parent.content_hash), steps)
    else:
        content = hash_of_rows(read_rows(cursor, store.plan_id, store.mark))
    return RevisionRow(
        id=new_id(),
        number=transactions[-1][0] if transactions else log.last_number(),
        parent_id=parent.id if parent else None,
        ordinal=parent.ordinal + 1 if parent else 1,
        author=new.author,
        at=write_instant(new.at),
        message=new.message,
        label=new.label,
        occasion=new.occasion,
        edit_count=(parent.edit_count if parent else 0) + len(steps),
        content_hash=write_hash(content),
        log_hash=hash_of_log(transactions, steps),
    ).sealed(parent.fingerprint if parent else "")


def _needs_keyframe(cursor: DBAPICursor, store: PlanStore, row: RevisionRow) -> bool:
    """Whether many edits have been made since the plan was last kept whole."""
    if row.edit_count <= KEYFRAME_EDITS:
        return False
    frames = list_keyframes(cursor, store)
    framed = _rows(cursor, store).first_at(frames[-1]) if frames else None
    return row.edit_count - (framed.edit_count if framed else 0) > KEYFRAME_EDITS
