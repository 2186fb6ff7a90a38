"""Keyframes: a plan kept whole at some revisions, so that none lies too many steps away. They may be thrown away.

A keyframe is compressed JSON of the plan's rows, column by column: that is smaller, and quicker to read, than row by row.
"""

import json
import zlib
from typing import Any, NamedTuple

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.store.database import reading, writing
from success_desktop.store.plan_rows import Rows, read_rows
from success_desktop.store.plans import PlanStore
from success_desktop.store.rows import insertion
from success_desktop.store.tables import keyframe as keyframe_table

BROKEN = (zlib.error, ValueError, KeyError, TypeError)
"""What is raised over a keyframe that has been damaged."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Keyframe(NamedTuple):
    """A keyframe to be had: the transaction it stands at, and how many bytes would have to be unpacked."""

    number: int
    size: int


def find_keyframe(cursor: DBAPICursor, store: PlanStore, number: int) -> Keyframe | None:
    """The nearest keyframe at or behind transaction `number`; None when there is none."""
    cursor.execute(
        f"SELECT number, LENGTH(rows) FROM keyframe WHERE plan_id = {store.mark} AND number >= {store.mark}"
        " ORDER BY number LIMIT 1",
        (store.plan_id, number),
    )
    row = cursor.fetchone()
    return Keyframe(*row) if row else None


def list_keyframes(cursor: DBAPICursor, store: PlanStore) -> list[int]:
    """The transactions that a keyframe stands at, oldest first."""
    cursor.execute(
        f"SELECT number FROM keyframe WHERE plan_id = {store.mark} ORDER BY number", (store.plan_id,)
    )
    return [row[0] for row in cursor.fetchall()]


def read_keyframe(cursor: DBAPICursor, store: PlanStore, number: int) -> Rows:
    """The rows of the plan at a keyframe. Raises one of BROKEN when it has been damaged."""
    cursor.execute(
        f"SELECT rows FROM keyframe WHERE plan_id = {store.mark} AND number = {store.mark}",
        (store.plan_id, number),
    )
    (packed,) = cursor.fetchall()[0]
    tables: dict[str, list[list[Any]]] = json.loads(zlib.decompress(packed))
    return {name: list(zip(*columns, strict=True)) for name, columns in tables.items()}


def add_keyframe(store: PlanStore, number: int) -> None:
    """Keep the plan whole at transaction `number`, if that is still the newest; others may go on writing meanwhile."""
    with reading(store.engine) as cursor:
        if store.log(cursor).last_number() != number:
            return
        rows = read_rows(cursor, store.plan_id, store.mark)
    columns = {name: list(zip(*table, strict=True)) for name, table in rows.items()}
    packed = zlib.compress(_encode(columns).encode())
    keeping = insertion("keyframe", keyframe_table.columns.keys(), store.mark) + " ON CONFLICT DO NOTHING"
    with writing(store.engine, store.plan_id) as cursor:
        cursor.execute(keeping, (store.plan_id, number, packed))
