"""The log of a plan: who did what and when, one transaction after the other, each edit as one step."""

import functools
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.edits import Edit
from success_desktop.domain.revision import Transaction
from success_desktop.store.database import damaged_data
from success_desktop.store.rows import edit_of, insertion
from success_desktop.store.tables import step as step_table
from success_desktop.store.tables import txn as txn_table

_STEP = "entity, node_id, field, part, old, new"


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

    def transactions(self, after: int) -> list[Transaction]:
        """The transactions behind number `after`, oldest first, without their edits."""
        self._cursor.execute(
            "SELECT number, uid, author, at, label, undoes, continues FROM txn"
            f" WHERE plan_id = {self._mark} AND number > {self._mark} ORDER BY number",
            (self._plan_id, after),
        )
        return [
            Transaction(number, uid, author, read_instant(at), label, undoes, continues)
            for number, uid, author, at, label, undoes, continues in self._cursor.fetchall()
        ]

    def edits(self, after: int, upto: int) -> tuple[Edit, ...]:
        """The edits of the transactions behind number `after` up to number `upto`, in the order they were made."""
        self._cursor.execute(
            f"SELECT {_STEP} FROM step WHERE plan_id = {self._mark} AND number > {self._mark}"
            f" AND number <= {self._mark} ORDER BY number, place",
            (self._plan_id, after, upto),
        )
        return tuple(edit_of(row) for row in self._cursor.fetchall())

    def edits_of_nodes(self, node_ids: Iterable[str]) -> list[tuple[int, Edit]]:
        """Every edit of these nodes, oldest first, with the number of the transaction that made it."""
        found: list[tuple[int, int, Edit]] = []
        for node_id in node_ids:
            self._cursor.execute(
                f"SELECT number, place, {_STEP} FROM step"
                f" WHERE plan_id = {self._mark} AND node_id = {self._mark}",
                (self._plan_id, node_id),
            )
            found.extend((row[0], row[1], edit_of(row[2:])) for row in self._cursor.fetchall())
        return [(number, edit) for number, _place, edit in sorted(found, key=lambda step: step[:2])]

    def count_steps(self, after: int) -> int:
        """How many edits were made behind transaction number `after`."""
        self._cursor.execute(
            f"SELECT COUNT(*) FROM step WHERE plan_id = {self._mark} AND number > {self._mark}",
            (self._plan_id, after),
        )
        row = self._cursor.fetchone()
        return int(row[0]) if row else 0


@functools.cache
def _insertions(mark: str) -> tuple[str, str]:
    return (
        insertion("txn", txn_table.columns.keys(), mark),
        insertion("step", step_table.columns.keys(), mark),
    )
