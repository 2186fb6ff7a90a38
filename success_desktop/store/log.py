"""The log of a plan: who did what and when, one transaction after the other, each edit as one step."""

import functools
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.edits import Edit
from success_desktop.domain.revision import Transaction
from success_desktop.store.database import damaged_data
from success_desktop.store.rows import edit_of, insertion
from success_desktop.store.tables import step as step_table
from success_desktop.store.tables import txn as txn_table

_STEP = "entity, node_id, field, part, old, new"

_NODES_AT_ONCE = 500
"""So many nodes are asked about in one query: a database may find a scan of the log cheaper than many searches."""


def write_instant(at: datetime) -> str:
    """An instant as the tables keep it: UTC, ISO 8601. Raises ValueError when its time zone is unknown."""
    if at.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_instant(text: str) -> datetime:
    """The instant that `write_instant` wrote. Raises UserError when it has been damaged."""
    try:
        return datetime.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise damaged_data() from error


class Log:
    """The log of one plan, read and written through a transaction's cursor; `mark` is the driver's placeholder."""

    def __init__(self, cursor: DBAPICursor, plan_id: str, mark: str) -> None:
        self._cursor = cursor
        self._plan_id = plan_id
        self._mark = mark

    def last_number(self) -> int:
        """The number of the newest transaction; 0 when there is none."""
        self._cursor.execute(f"SELECT MAX(number) FROM txn WHERE plan_id = {self._mark}", (self._plan_id,))
        row = self._cursor.fetchone()
        return row[0] or 0 if row else 0

    def last_uid(self) -> str:
        """The uid of the newest transaction; "" when there is none."""
        self._cursor.execute(
            f"SELECT uid FROM txn WHERE plan_id = {self._mark} ORDER BY number DESC LIMIT 1", (self._plan_id,)
        )
        row = self._cursor.fetchone()
        return str(row[0]) if row else ""

    def append(self, done: Transaction, steps: Iterable[tuple[str | None, ...]]) -> None:
        """Write a transaction and its steps behind all others."""
        into_txn, into_step = _insertions(self._mark)
        self._cursor.execute(
            into_txn,
            (
                self._plan_id,
                done.number,
                done.uid,
                done.author,
                write_instant(done.at),
                done.label,
                done.undoes,
                done.continues,
            ),
        )
        rows = [(self._plan_id, done.number, place, *step) for place, step in enumerate(steps)]
        if len(rows) == 1:
            self._cursor.execute(into_step, rows[0])
        elif rows:
            self._cursor.executemany(into_step, rows)

    def transactions(self, after: int, upto: int | None = None) -> list[Transaction]:
        """The transactions behind number `after` (up to `upto`), oldest first, without their edits."""
        upper = "" if upto is None else f" AND number <= {self._mark}"
        self._cursor.execute(
            "SELECT number, uid, author, at, label, undoes, continues FROM txn"
            f" WHERE plan_id = {self._mark} AND number > {self._mark}{upper} ORDER BY number",
            (self._plan_id, after) if upto is None else (self._plan_id, after, upto),
        )
        return [
            Transaction(number, uid, author, read_instant(at), label, undoes, continues)
            for number, uid, author, at, label, undoes, continues in self._cursor.fetchall()
        ]

    def edits(self, after: int, upto: int) -> tuple[Edit, ...]:
        """The edits of the transactions behind number `after` up to number `upto`, in the order they were made."""
        return tuple(edit for _number, edit in self.numbered_edits(after, upto))

    def numbered_edits(self, after: int, upto: int) -> tuple[tuple[int, Edit], ...]:
        """As `edits`, each with the number of its transaction."""
        self._cursor.execute(
            f"SELECT number, {_STEP} FROM step WHERE plan_id = {self._mark} AND number > {self._mark}"
            f" AND number <= {self._mark} ORDER BY number, place",
            (self._plan_id, after, upto),
        )
        return tuple((row[0], edit_of(row[1:])) for row in self._cursor.fetchall())

    def edits_of_nodes(self, node_ids: Iterable[str], field: str = "") -> list[tuple[int, Edit]]:
        """Every edit of these nodes, or of this field of theirs, oldest first, with the number of its transaction."""
        found: list[tuple[int, int, Edit]] = []
        narrowed = f" AND field = {self._mark}" if field else ""
        names = list(node_ids)
        for start in range(0, len(names), _NODES_AT_ONCE):
            batch = names[start : start + _NODES_AT_ONCE]
            marks = ", ".join([self._mark] * len(batch))
            self._cursor.execute(
                f"SELECT number, place, {_STEP} FROM step"
                f" WHERE plan_id = {self._mark} AND node_id IN ({marks}){narrowed}",
                (self._plan_id, *batch, field) if field else (self._plan_id, *batch),
            )
            found.extend((row[0], row[1], edit_of(row[2:])) for row in self._cursor.fetchall())
        return [(number, edit) for number, _place, edit in sorted(found, key=lambda step: step[:2])]

    def rows(self, after: int, upto: int | None = None) -> tuple[list[Any], list[Any]]:
        """The rows of the transactions behind number `after` (up to `upto`), and of their steps, without plan_id."""
        found = []
        for table, order in ((txn_table, "number"), (step_table, "number, place")):
            columns = ", ".join(table.columns.keys()[1:])
            upper = "" if upto is None else f" AND number <= {self._mark}"
            self._cursor.execute(
                f"SELECT {columns} FROM {table.name} WHERE plan_id = {self._mark} AND number > {self._mark}"
                f"{upper} ORDER BY {order}",
                (self._plan_id, after) if upto is None else (self._plan_id, after, upto),
            )
            found.append(list(self._cursor.fetchall()))
        return found[0], found[1]

    def ways_back(self, after: int, upto: int) -> list[Any]:
        """Entity, node, field, part and old value of every step behind number `after` up to `upto`, oldest first."""
        self._cursor.execute(
            f"SELECT entity, node_id, field, part, old FROM step WHERE plan_id = {self._mark}"
            f" AND number > {self._mark} AND number <= {self._mark} ORDER BY number, place",
            (self._plan_id, after, upto),
        )
        return list(self._cursor.fetchall())

    def fold(self, done: Transaction, step: tuple[str | None, ...]) -> Transaction | None:
        """Write a step into the newest transaction instead of behind it: both set the same value, as one step of one person.

        `done` is the transaction it would have been. The newest then has a later time and another uid, for it is another one
        now. None, and nothing is written, when it is of another kind, when a revision stands at it, and when the two would
        come to nothing.
        """
        number = done.number - 1
        place = f"plan_id = {self._mark} AND number = {self._mark}"
        self._cursor.execute(
            "SELECT txn.author, undoes, continues, entity, node_id, field, part, old FROM txn JOIN step"
            f" USING (plan_id, number) WHERE {place} AND NOT EXISTS (SELECT 1 FROM revision"
            " WHERE revision.plan_id = txn.plan_id AND revision.number >= txn.number)",
            (self._plan_id, number),
        )
        found = self._cursor.fetchall()
        if len(found) != 1:
            return None
        author, undoes, continues, *value, old = found[0]
        is_same_step = undoes is None and done.continues in (number, continues)
        if not is_same_step or (author, *value) != (done.author, *step[:4]) or old == step[5]:
            return None
        self._cursor.execute(
            f"UPDATE step SET new = {self._mark} WHERE {place}", (step[5], self._plan_id, number)
        )
        self._cursor.execute(
            f"UPDATE txn SET uid = {self._mark}, at = {self._mark} WHERE {place}",
            (done.uid, write_instant(done.at), self._plan_id, number),
        )
        return replace(done, number=number, continues=continues)

    def count_steps(self, after: int, upto: int) -> int:
        """How many edits were made behind transaction number `after` up to number `upto`."""
        self._cursor.execute(
            f"SELECT COUNT(*) FROM step WHERE plan_id = {self._mark} AND number > {self._mark}"
            f" AND number <= {self._mark}",
            (self._plan_id, after, upto),
        )
        row = self._cursor.fetchone()
        return int(row[0]) if row else 0


@functools.cache
def _insertions(mark: str) -> tuple[str, str]:
    return (
        insertion("txn", txn_table.columns.keys(), mark),
        insertion("step", step_table.columns.keys(), mark),
    )
