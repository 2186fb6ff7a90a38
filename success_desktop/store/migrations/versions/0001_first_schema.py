"""The first schema: plans, their nodes and values, their log, revisions and keyframes."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None

_TRIGGERS = (
    "CREATE TRIGGER revision_stays BEFORE UPDATE ON revision WHEN NOT OLD.is_automatic"
    " BEGIN SELECT RAISE(ABORT, 'a revision is kept for good'); END",
    "CREATE TRIGGER revision_remains BEFORE DELETE ON revision WHEN NOT OLD.is_automatic"
    " BEGIN SELECT RAISE(ABORT, 'a revision is kept for good'); END",
    "CREATE TRIGGER txn_stays BEFORE UPDATE ON txn"
    " BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
    "CREATE TRIGGER txn_remains BEFORE DELETE ON txn"
    " BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
    "CREATE TRIGGER step_stays BEFORE UPDATE ON step"
    " BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
    "CREATE TRIGGER step_remains BEFORE DELETE ON step"
    " BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
)


def upgrade() -> None:
    """Make every table in an empty database."""
    _create("plan", [], _texts("template_id", "template_text", "root_id", "created_at"))
    _create(
        "node",
        _keys("id"),
        [_text("parent_id", is_optional=True), *_texts("position", "kind")],
        {"": "plan.plan_id", "parent_id": "node.id"},
    )
    op.create_index("ix_node_plan_id_parent_id", "node", ["plan_id", "parent_id"])
    _create_values()
    _create_history()
    if op.get_context().dialect.name == "sqlite":
        for trigger in _TRIGGERS:
            op.execute(trigger)


def _create_values() -> None:
    owner = {"node_id": "node.id"}
    _create("text_value", _keys("node_id", "field", "language"), _texts("text"), owner)
    _create("word_value", _keys("node_id", "field"), _texts("word"), owner)
    _create("number_value", [*_keys("node_id", "field"), _count("year_be")], _texts("number"), owner)
    _create("day_value", _keys("node_id", "field"), _texts("day"), owner)
    _create(
        "money_value",
        [*_keys("node_id", "field"), _count("year_be"), *_keys("source")],
        [sa.Column("satang", sa.BigInteger(), nullable=False)],
        owner,
    )
    _create(
        "link_value",
        _keys("node_id", "field", "target_id"),
        _texts("position"),
        {**owner, "target_id": "node.id"},
    )
    op.create_index("ix_link_value_plan_id_target_id", "link_value", ["plan_id", "target_id"])


def _create_history() -> None:
    at_txn = {"number": "txn.number"}
    pointers = [sa.Column(name, sa.Integer()) for name in ("undoes", "continues")]
    _create(
        "txn",
        [_count("number")],
        [
            *_texts("uid", "author", "at", "label"),
            *pointers,
            sa.UniqueConstraint("plan_id", "uid", name="uq_txn_plan_id_uid"),
        ],
        {"": "plan.plan_id"},
    )
    changes = [_text(name, is_optional=True) for name in ("old", "new")]
    _create(
        "step",
        [_count("number"), _count("place")],
        [*_texts("entity", "node_id", "field", "part"), *changes],
        at_txn,
    )
    _create(
        "revision",
        _keys("id"),
        [
            sa.Column("number", sa.Integer(), nullable=False),
            _text("parent_id", is_optional=True),
            *_texts("author", "at", "message", "label"),
            sa.Column("is_automatic", sa.Boolean(), nullable=False),
            *_texts("fingerprint"),
        ],
        {**at_txn, "parent_id": "revision.id"},
    )
    _create("keyframe", [_count("number")], [sa.Column("rows", sa.LargeBinary(), nullable=False)], at_txn)


def _create(
    name: str,
    key: list[sa.Column[str] | sa.Column[int]],
    columns: list[SchemaItem],
    references: dict[str, str] | None = None,
) -> None:
    """A table whose key begins with plan_id; `references` tells which column refers to which table's column."""
    keys = ["plan_id", *(column.name for column in key)]
    constraints: list[SchemaItem] = [sa.PrimaryKeyConstraint(*keys, name=f"pk_{name}")]
    for column, target in (references or {}).items():
        table = target.partition(".")[0]
        own, other = (
            (["plan_id"], [target]) if not column else (["plan_id", column], [f"{table}.plan_id", target])
        )
        constraints.append(
            sa.ForeignKeyConstraint(
                own, other, name=f"fk_{name}_{'_'.join(own)}", deferrable=True, initially="DEFERRED"
            )
        )
    op.create_table(name, _text("plan_id"), *key, *columns, *constraints, sqlite_with_rowid=False)


def _text(name: str, *, is_optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=is_optional)


def _texts(*names: str) -> list[SchemaItem]:
    return [_text(name) for name in names]


def _keys(*names: str) -> list[sa.Column[str] | sa.Column[int]]:
    return [_text(name) for name in names]


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, autoincrement=False)
