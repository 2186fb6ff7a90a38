"""Revisions are sealed over the log, too, and say why they were kept; taking one costs what was edited since the last."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Connection

from success_desktop.store.sealing import hash_before, hash_of_log, hash_of_rows, seal_of, write_hash

revision = "0003"
down_revision = "0002"

_FOR_GOOD = "BEGIN SELECT RAISE(ABORT, 'a revision is kept for good'); END"
_ADDED_TO = "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
_SEALED = "(SELECT MAX(number) FROM revision WHERE plan_id = {row}.plan_id)"
_NEWEST = "(SELECT MAX(number) FROM txn WHERE plan_id = OLD.plan_id)"
_TRIGGERS = (
    f"CREATE TRIGGER revision_stays BEFORE UPDATE ON revision WHEN 1 {_FOR_GOOD}",
    "CREATE TRIGGER revision_remains BEFORE DELETE ON revision WHEN"
    " OLD.occasion NOT IN ('closing', 'hour') OR EXISTS"
    f" (SELECT 1 FROM revision WHERE plan_id = OLD.plan_id AND ordinal > OLD.ordinal) {_FOR_GOOD}",
    "CREATE TRIGGER revision_is_new BEFORE INSERT ON revision WHEN EXISTS"
    " (SELECT 1 FROM revision WHERE plan_id = NEW.plan_id AND (id = NEW.id OR ordinal >= NEW.ordinal))"
    f" {_FOR_GOOD}",
    *(
        trigger
        for table in ("txn", "step")
        for trigger in (
            f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} WHEN"
            f" OLD.number <= {_SEALED.format(row='OLD')} OR OLD.number < {_NEWEST} {_ADDED_TO}",
            f"CREATE TRIGGER {table}_remains BEFORE DELETE ON {table} WHEN 1 {_ADDED_TO}",
            f"CREATE TRIGGER {table}_is_new BEFORE INSERT ON {table} WHEN"
            f" NEW.number <= {_SEALED.format(row='NEW')} {_ADDED_TO}",
        )
    ),
)
_ROWS = {
    "node": "id, parent_id, position, kind FROM node",
    "text": "node_id, field, language, text FROM text_value",
    "link": "node_id, field, target_id, position FROM link_value",
    "word": "node_id, field, word FROM word_value",
    "day": "node_id, field, day FROM day_value",
    "number": "node_id, field, year_be, number FROM number_value",
    "money": "node_id, field, year_be, source, satang FROM money_value",
}
_OLD_COLUMNS = "plan_id, id, number, parent_id, author, at, message, label, is_automatic"
_NEW_COLUMNS = (
    "id, number, parent_id, ordinal, author, at, message, label, occasion, edit_count, content_hash, log_hash"
)


def upgrade() -> None:
    """Make the table of revisions anew, each revision sealed in the new way. Automatic ones had been kept for documents."""
    connection = op.get_bind()
    is_sqlite = connection.dialect.name == "sqlite"
    found = connection.exec_driver_sql(f"SELECT {_OLD_COLUMNS} FROM revision ORDER BY plan_id").all()
    sealed = [
        (plan_id, *row)
        for plan_id, rows in groupby(found, key=lambda row: row[0])
        for row in _seal(connection, plan_id, _chained([row[1:] for row in rows]))
    ]
    op.execute(
        "DELETE FROM keyframe"
    )  # They are spelt in another way now, and made again as they are wanted.
    op.drop_table("revision")
    table = _create()
    op.create_index("ix_revision_plan_id_number", "revision", ["plan_id", "number"])
    if sealed:
        names = table.columns.keys()
        connection.execute(sa.insert(table), [dict(zip(names, row, strict=True)) for row in sealed])
    if is_sqlite:
        for name in ("txn_stays", "txn_remains", "step_stays", "step_remains"):
            op.execute(f"DROP TRIGGER {name}")
        for trigger in _TRIGGERS:
            op.execute(trigger)


def _chained(rows: Sequence[Any]) -> list[Any]:
    """Revisions in the order of their ancestry."""
    child_of = {row[2]: row for row in rows}
    chained: list[Any] = []
    while child := child_of.get(chained[-1][0] if chained else None):
        chained.append(child)
    return chained


def _seal(connection: Connection, plan_id: str, chain: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a plan's revisions with their hashes, found by walking back from the present, and their fingerprints."""
    steps = _read(connection, "number, place, entity, node_id, field, part, old, new FROM step", plan_id)
    transactions = _read(connection, "number, uid, author, at, label, undoes, continues FROM txn", plan_id)
    content = hash_of_rows({shape: _read(connection, what, plan_id) for shape, what in _ROWS.items()})
    contents: dict[int, int] = {}
    upto = None
    for number in sorted({row[1] for row in chain}, reverse=True):
        content = hash_before(content, _between(steps, number, upto))
        contents[number], upto = content, number
    after, fingerprint = 0, ""
    for ordinal, (revision_id, number, parent_id, author, at, message, label, is_automatic) in enumerate(
        chain, 1
    ):
        row = (
            *(revision_id, number, parent_id, ordinal, author, at, message, label),
            "export" if is_automatic else "",
            bisect_right(steps, number, key=itemgetter(0)),
            write_hash(contents[number]),
            hash_of_log(_between(transactions, after, number), _between(steps, after, number)),
        )
        after, fingerprint = number, seal_of(row, fingerprint)
        yield (*row, fingerprint)


def _read(connection: Connection, what: str, plan_id: str) -> list[tuple[Any, ...]]:
    order = (
        " ORDER BY number" + (", place" if "FROM step" in what else "") if what.startswith("number") else ""
    )
    rows = connection.execute(sa.text(f"SELECT {what} WHERE plan_id = :plan_id{order}"), {"plan_id": plan_id})
    return [tuple(row) for row in rows]


def _between(rows: Sequence[tuple[Any, ...]], after: int, upto: int | None) -> Sequence[tuple[Any, ...]]:
    """Rows in the order of their numbers, behind `after` up to `upto`."""
    begin = bisect_right(rows, after, key=itemgetter(0))
    return rows[begin : None if upto is None else bisect_right(rows, upto, key=itemgetter(0))]


def _create() -> sa.Table:
    def text(name: str, *, is_optional: bool = False) -> sa.Column[str]:
        return sa.Column(name, sa.Text(), nullable=is_optional)

    def refer(column: str, target: str) -> sa.ForeignKeyConstraint:
        return sa.ForeignKeyConstraint(
            ["plan_id", column],
            [f"{target}.plan_id", f"{target}.{'number' if column == 'number' else 'id'}"],
            name=f"fk_revision_plan_id_{column}",
            deferrable=True,
            initially="DEFERRED",
        )

    return op.create_table(
        "revision",
        text("plan_id"),
        text("id"),
        sa.Column("number", sa.Integer(), nullable=False),
        text("parent_id", is_optional=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *(text(name) for name in ("author", "at", "message", "label", "occasion")),
        sa.Column("edit_count", sa.Integer(), nullable=False),
        *(text(name) for name in ("content_hash", "log_hash", "fingerprint")),
        sa.PrimaryKeyConstraint("plan_id", "id", name="pk_revision"),
        refer("number", "txn"),
        refer("parent_id", "revision"),
        sa.UniqueConstraint("plan_id", "ordinal", name="uq_revision_plan_id_ordinal"),
        sqlite_with_rowid=False,
    )
