"""The tables of a plan: its nodes, one table for each shape of value, and the log and revisions of its history.

Any SQL tool can read a plan without knowing this program: values lie in columns of their own, keys say what they mean.
`plan_id` leads every key, so that an office's database holds many plans in the same tables. Foreign keys are checked
when a transaction ends and never cascade: whatever goes, goes by an edit that the log remembers.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

SCHEMA_NUMBER = 3
"""The number of the newest schema, kept in a plan file as SQLite's user_version."""

APPLICATION_ID = 0x53554343
"""What a plan file's header says that it is: "SUCC"."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _text(name: str, *, is_optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=is_optional)


def _reference(column: str, target: str, target_column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["plan_id", column],
        [f"{target}.plan_id", f"{target}.{target_column}"],
        deferrable=True,
        initially="DEFERRED",
    )


def _belongs_to_plan() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["plan_id"], ["plan.plan_id"], deferrable=True, initially="DEFERRED")


# `template_text` is the template as it was when the plan was made: a plan carries its own grammar.
plan = Table(
    "plan",
    metadata,
    _key("plan_id"),
    _text("template_id"),
    _text("template_text"),
    _text("root_id"),
    _text("created_at"),
    sqlite_with_rowid=False,
)

node = Table(
    "node",
    metadata,
    _key("plan_id"),
    _key("id"),
    _text("parent_id", is_optional=True),
    _text("position"),
    _text("kind"),
    _belongs_to_plan(),
    _reference("parent_id", "node", "id"),
    Index(None, "plan_id", "parent_id"),
    sqlite_with_rowid=False,
)


def _value_table(
    name: str, part: tuple[Column[str] | Column[int], ...], atom: Column[str] | Column[int]
) -> Table:
    """A table of values: the node and field that hold them, the part of the field, the value itself."""
    return Table(
        name,
        metadata,
        _key("plan_id"),
        _key("node_id"),
        _key("field"),
        *part,
        atom,
        _reference("node_id", "node", "id"),
        sqlite_with_rowid=False,
    )


text_value = _value_table("text_value", (_key("language"),), _text("text"))
word_value = _value_table("word_value", (), _text("word"))
# `year_be` 0: one number, not one a year. A number is written out in full, so that no decimal place is lost.
number_value = _value_table("number_value", (_count("year_be"),), _text("number"))
day_value = _value_table("day_value", (), _text("day"))
# Hundredths of a baht; `year_be` 0 and `source` "": one amount, not one by year and source of funds.
money_value = _value_table(
    "money_value", (_count("year_be"), _key("source")), Column("satang", BigInteger, nullable=False)
)
link_value = _value_table("link_value", (_key("target_id"),), _text("position"))
link_value.append_constraint(_reference("target_id", "node", "id"))
Index(None, link_value.c.plan_id, link_value.c.target_id)

txn = Table(
    "txn",
    metadata,
    _key("plan_id"),
    _count("number"),
    _text("uid"),
    _text("author"),
    _text("at"),
    _text("label"),
    Column("undoes", Integer),
    Column("continues", Integer),
    _belongs_to_plan(),
    UniqueConstraint("plan_id", "uid"),
    sqlite_with_rowid=False,
)

# `entity` is "node" or the shape of a value; `old` and `new` are JSON, NULL where there was or is nothing.
step = Table(
    "step",
    metadata,
    _key("plan_id"),
    _count("number"),
    _count("place"),
    _text("entity"),
    _text("node_id"),
    _text("field"),
    _text("part"),
    _text("old", is_optional=True),
    _text("new", is_optional=True),
    _reference("number", "txn", "number"),
    Index(None, "plan_id", "node_id"),
    sqlite_with_rowid=False,
)

# `ordinal` counts from 1; `edit_count` is how many steps the log holds up to here; the hashes are those of sealing.py.
revision = Table(
    "revision",
    metadata,
    _key("plan_id"),
    _key("id"),
    Column("number", Integer, nullable=False),
    _text("parent_id", is_optional=True),
    Column("ordinal", Integer, nullable=False),
    _text("author"),
    _text("at"),
    _text("message"),
    _text("label"),
    _text("occasion"),
    Column("edit_count", Integer, nullable=False),
    _text("content_hash"),
    _text("log_hash"),
    _text("fingerprint"),
    _reference("number", "txn", "number"),
    _reference("parent_id", "revision", "id"),
    UniqueConstraint("plan_id", "ordinal"),
    Index(None, "plan_id", "number"),
    sqlite_with_rowid=False,
)

# The plan as it was after a transaction: see keyframes.py.
keyframe = Table(
    "keyframe",
    metadata,
    _key("plan_id"),
    _count("number"),
    Column("rows", LargeBinary, nullable=False),
    _reference("number", "txn", "number"),
    sqlite_with_rowid=False,
)

_SEALED = "(SELECT MAX(number) FROM revision WHERE plan_id = {row}.plan_id)"
_NEWEST = "(SELECT MAX(number) FROM txn WHERE plan_id = {row}.plan_id)"


def _forbid(name: str, deed: str, case: str, reason: str) -> str:
    """The text of a trigger that refuses a deed ("UPDATE ON txn") in a case."""
    return f"CREATE TRIGGER {name} BEFORE {deed} WHEN {case} BEGIN SELECT RAISE(ABORT, '{reason}'); END"


_FOR_GOOD = "a revision is kept for good"
_ADDED_TO = "the log is only added to"

# What is written for good cannot be altered by mistake, not even with another SQL tool. A revision is never altered, and
# goes only when it may be replaced and is the newest; the log is never altered up to the newest revision, and behind it only
# in its newest transaction, which may grow. (INSERT OR REPLACE would take rows away without asking the triggers of DELETE.)
KEEPING = (
    _forbid("revision_stays", "UPDATE ON revision", "1", _FOR_GOOD),
    _forbid(
        "revision_remains",
        "DELETE ON revision",
        "OLD.occasion NOT IN ('closing', 'hour') OR EXISTS"
        " (SELECT 1 FROM revision WHERE plan_id = OLD.plan_id AND ordinal > OLD.ordinal)",
        _FOR_GOOD,
    ),
    _forbid(
        "revision_is_new",
        "INSERT ON revision",
        "EXISTS (SELECT 1 FROM revision WHERE plan_id = NEW.plan_id AND (id = NEW.id OR ordinal >= NEW.ordinal))",
        _FOR_GOOD,
    ),
    *(
        trigger
        for table in ("txn", "step")
        for trigger in (
            _forbid(
                f"{table}_stays",
                f"UPDATE ON {table}",
                f"OLD.number <= {_SEALED.format(row='OLD')} OR OLD.number < {_NEWEST.format(row='OLD')}",
                _ADDED_TO,
            ),
            _forbid(f"{table}_remains", f"DELETE ON {table}", "1", _ADDED_TO),
            _forbid(
                f"{table}_is_new",
                f"INSERT ON {table}",
                f"NEW.number <= {_SEALED.format(row='NEW')}",
                _ADDED_TO,
            ),
        )
    ),
)


@event.listens_for(metadata, "after_create")
def _forbid_changes(_target: MetaData, connection: Connection, **_options: object) -> None:
    if connection.dialect.name == "sqlite":
        for trigger in KEEPING:
            connection.exec_driver_sql(trigger)
