"""Revisions: points in a plan's history that are kept for good, found again by rewinding the log."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.edits import apply, invert
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Revision
from success_desktop.ids import new_id
from success_desktop.store.database import reading, writing
from success_desktop.store.log import read_instant, write_instant
from success_desktop.store.plan_rows import Rows, build_plan, read_rows
from success_desktop.store.plans import PlanStore
from success_desktop.store.rows import canonical, insertion
from success_desktop.store.tables import revision as revision_table

KEYFRAME_STEPS = 2000
"""So many steps may have to be rewound before a revision also keeps the plan whole (more for plans of more nodes)."""

_DIGEST_BYTES = 20
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class NewRevision:
    """A revision to be taken of the plan as it is now; see domain.revision.Revision."""

    author: str
    at: datetime
    message: str
    label: str
    is_automatic: bool = False


def take_revision(store: PlanStore, new: NewRevision) -> Revision:
    """Keep the plan as it is now, for good: a document may have gone out under any revision, automatic ones too.

    Others may go on writing while a large plan is read; what they do belongs to the next revision.
    """
    with reading(store.engine) as cursor:
        number = store.log(cursor).last_number()
        rows = read_rows(cursor, store.plan_id, store.mark)
        frame = _pack(rows) if _needs_frame(cursor, store, len(rows["node"])) else b""
    digest = _digest(build_plan(store.template, rows))
    with writing(store.engine, store.plan_id) as cursor:
        kept = _revisions(cursor, store)
        parent = kept[-1] if kept else None
        revision = Revision(
            id=new_id(),
            number=number,
            parent_id=parent.id if parent else None,
            author=new.author,
            at=new.at,
            message=new.message,
            label=new.label,
            is_automatic=new.is_automatic,
            fingerprint=_seal(digest, parent.fingerprint if parent else ""),
        )
        _insert(cursor, store, revision)
        if frame:
            columns = ("plan_id", "number", "rows")
            keeping = insertion("keyframe", columns, store.mark) + " ON CONFLICT DO NOTHING"
            cursor.execute(keeping, (store.plan_id, number, frame))
    return revision


def list_revisions(store: PlanStore) -> list[Revision]:
    """The revisions of a plan, oldest first: each is the parent of the next, whatever their clocks said."""
    with reading(store.engine) as cursor:
        return _revisions(cursor, store)


def read_revision(store: PlanStore, revision_id: str) -> Plan:
    """The plan as it was at a revision. Raises KeyError when there is no such revision."""
    with reading(store.engine) as cursor:
        number = next((kept.number for kept in _revisions(cursor, store) if kept.id == revision_id), None)
        if number is None:
            raise KeyError(revision_id)
        return _plan_at(cursor, store, number)


def read_plan_at(store: PlanStore, number: int) -> Plan:
    """The plan as it was after transaction `number` (from 1), by undoing in memory what came later."""
    with reading(store.engine) as cursor:
        return _plan_at(cursor, store, number)


def find_broken_revisions(store: PlanStore) -> list[Revision]:
    """The revisions whose content, found by rewinding, does not match the fingerprint taken at the time."""
    broken: list[Revision] = []
    with reading(store.engine) as cursor:
        parent_fingerprint = ""
        for kept in _revisions(cursor, store):
            plan = _plan_at(cursor, store, kept.number)
            if fingerprint_of(plan, parent_fingerprint) != kept.fingerprint:
                broken.append(kept)
            parent_fingerprint = kept.fingerprint
    return broken


def fingerprint_of(plan: Plan, parent_fingerprint: str) -> str:
    """A hash over a revision's whole ancestry: the parent's fingerprint and the plan in one canonical spelling."""
    return _seal(_digest(plan), parent_fingerprint)


def _digest(plan: Plan) -> bytes:
    content = [
        [node.id, node.kind, node.parent_id, node.position, canonical(node.fields)]
        for _node_id, node in sorted(plan.nodes.items())
    ]
    return hashlib.blake2b(_encode(content).encode(), digest_size=_DIGEST_BYTES).digest()


def _seal(digest: bytes, parent_fingerprint: str) -> str:
    return hashlib.blake2b(bytes.fromhex(parent_fingerprint) + digest, digest_size=_DIGEST_BYTES).hexdigest()


def _plan_at(cursor: DBAPICursor, store: PlanStore, number: int) -> Plan:
    """From the nearest whole plan at or behind `number`, back through the log."""
    if number < 1:
        raise ValueError("the history of a plan begins with transaction 1")
    cursor.execute(
        f"SELECT number, rows FROM keyframe WHERE plan_id = {store.mark} AND number >= {store.mark}"
        " ORDER BY number LIMIT 1",
        (store.plan_id, number),
    )
    frame = cursor.fetchone()
    log = store.log(cursor)
    whole_at: int = frame[0] if frame else log.last_number()
    rows: Rows = (
        json.loads(zlib.decompress(frame[1])) if frame else read_rows(cursor, store.plan_id, store.mark)
    )
    return apply(build_plan(store.template, rows), invert(log.edits(number, whole_at)))


def _needs_frame(cursor: DBAPICursor, store: PlanStore, nodes: int) -> bool:
    """Whether rewinding to here would take long; the size of a whole plan is then paid for by as many steps."""
    cursor.execute(f"SELECT MAX(number) FROM keyframe WHERE plan_id = {store.mark}", (store.plan_id,))
    row = cursor.fetchone()
    last = row[0] or 0 if row else 0
    return store.log(cursor).count_steps(last) > max(KEYFRAME_STEPS, nodes)


def _pack(rows: dict[str, list[Any]]) -> bytes:
    return zlib.compress(
        _encode({name: [tuple(row) for row in table] for name, table in rows.items()}).encode()
    )


def _insert(cursor: DBAPICursor, store: PlanStore, revision: Revision) -> None:
    columns = revision_table.columns.keys()
    row = (
        store.plan_id,
        revision.id,
        revision.number,
        revision.parent_id,
        revision.author,
        write_instant(revision.at),
        revision.message,
        revision.label,
        revision.is_automatic,
        revision.fingerprint,
    )
    cursor.execute(insertion("revision", columns, store.mark), row)


def _revisions(cursor: DBAPICursor, store: PlanStore) -> list[Revision]:
    columns = revision_table.columns.keys()[1:]
    cursor.execute(
        f"SELECT {', '.join(columns)} FROM revision WHERE plan_id = {store.mark}", (store.plan_id,)
    )
    return _chain([Revision(*row) for row in cursor.fetchall()])


def _chain(found: Sequence[Revision]) -> list[Revision]:
    """Revisions in the order of their ancestry, with their instants read."""
    child_of = {revision.parent_id: revision for revision in found}
    chained: list[Revision] = []
    parent_id: str | None = None
    while child := child_of.get(parent_id):
        at = read_instant(str(child.at))
        chained.append(replace(child, at=at, is_automatic=bool(child.is_automatic)))
        parent_id = child.id
    return chained
