"""What the store promises about schemas: climbing the ladder ends where a new plan begins, and loses nothing."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from success_desktop.domain.edits import SetValue
from success_desktop.errors import UserError
from success_desktop.store.database import open_file_engine, reading, writing
from success_desktop.store.history_check import find_damage
from success_desktop.store.log import write_instant
from success_desktop.store.migrate import (
    MIGRATIONS,
    create_schema,
    migrate,
    read_schema_number,
    write_schema_number,
)
from success_desktop.store.plans import PlanStore, create_plan
from success_desktop.store.revisions import NewRevision, list_revisions, take_revision
from success_desktop.store.rewinding import read_plan_at
from success_desktop.store.rows import insertion
from success_desktop.store.tables import APPLICATION_ID, SCHEMA_NUMBER, metadata
from tests.store.ladders import HIGHER, longer_ladder
from tests.store.samples import (
    NOW,
    PROJECT,
    content,
    new_small_plan,
    random_edits,
    rename,
    transaction,
)


def _number(engine: Engine) -> int:
    with engine.connect() as connection:
        return read_schema_number(connection)


def test_the_ladder_ends_where_a_new_plan_begins(empty_engine: Engine, tmp_path: Path):
    """The migrated schema is the one of the models, in SQLite to the last letter."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    migrate(empty_engine)
    assert _number(empty_engine) == SCHEMA_NUMBER
    with empty_engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "include_name": lambda name, kind, _parents: (kind, name) != ("table", "schema_number"),
            },
        )
        assert compare_metadata(context, metadata) == []
        keys = {table: inspect(connection).get_pk_constraint(table) for table in metadata.tables}
    assert {table: key["constrained_columns"] for table, key in keys.items()} == {
        table.name: [column.name for column in table.primary_key] for table in metadata.sorted_tables
    }


def test_a_migrated_file_and_a_new_one_are_alike(tmp_path: Path):
    schemas = []
    for make in (migrate, create_schema):
        engine = open_file_engine(tmp_path / f"{make.__name__}.db")
        make(engine)
        with engine.connect() as connection:
            columns = {
                name: [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA table_xinfo({name})")]
                for name in metadata.tables
            }
            rest = connection.execute(
                text(
                    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type != 'table' ORDER BY name"
                )
            )
            keys = {
                name: sorted(
                    tuple(row[2:]) for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")
                )
                for name in metadata.tables
            }
            without_rowid = [tuple(row) for row in connection.exec_driver_sql("PRAGMA table_list").fetchall()]
            schemas.append((columns, [tuple(row) for row in rest], keys, sorted(without_rowid)))
        engine.dispose()
    assert schemas[0] == schemas[1]


def test_the_newest_schema_number_is_the_top_of_the_ladder():
    numbers = [path.name[:4] for path in sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))]
    assert numbers == [f"{number:04}" for number in range(1, SCHEMA_NUMBER + 1)]


def test_a_plan_file_says_what_it_is(tmp_path: Path):
    engine = open_file_engine(tmp_path / "plan.db")
    create_schema(engine)
    with reading(engine) as cursor:
        cursor.execute("PRAGMA application_id")
        assert cursor.fetchall() == [(APPLICATION_ID,)]
    engine.dispose()


@pytest.mark.parametrize("recreate", ["auto", "always"])
def test_climbing_a_step_keeps_the_plan(store: PlanStore, tmp_path: Path, recreate: str):
    before = content(store.read_plan())
    if store.engine.dialect.name == "postgresql":
        recreate = "auto"  # Only SQLite has to rebuild a table to alter it.
    migrate(store.engine, longer_ladder(tmp_path, recreate=recreate), HIGHER)
    assert _number(store.engine) == HIGHER
    assert content(store.read_plan()) == before
    store.commit(transaction(rename("สร้างถนนคอนกรีต", "ข")))
    with reading(store.engine) as cursor:
        cursor.execute("SELECT telephone FROM node")
        assert len(cursor.fetchall()) == 4


def test_a_step_that_fails_leaves_the_plan_as_it_was(store: PlanStore, tmp_path: Path):
    before = content(store.read_plan())
    with pytest.raises(ZeroDivisionError):
        migrate(store.engine, longer_ladder(tmp_path, more="1 / 0"), HIGHER)
    assert _number(store.engine) == SCHEMA_NUMBER
    assert content(store.read_plan()) == before
    assert "telephone" not in {column["name"] for column in inspect(store.engine).get_columns("node")}


def test_a_step_that_orphans_rows_is_taken_back(store: PlanStore, tmp_path: Path):
    before = content(store.read_plan())
    orphaning = f"op.execute(\"DELETE FROM node WHERE id = '{PROJECT}'\")"
    error = RuntimeError if store.engine.dialect.name == "sqlite" else Exception
    with pytest.raises(error, match=r"refer|violates"):
        migrate(store.engine, longer_ladder(tmp_path, more=orphaning), HIGHER)
    assert _number(store.engine) == SCHEMA_NUMBER
    assert content(store.read_plan()) == before


def test_foreign_keys_are_on_again_after_climbing(store: PlanStore, tmp_path: Path):
    migrate(store.engine, longer_ladder(tmp_path), HIGHER)
    refused = pytest.raises(store.engine.dialect.loaded_dbapi.IntegrityError)
    with refused, writing(store.engine, store.plan_id) as cursor:
        cursor.execute(f"DELETE FROM node WHERE id = '{PROJECT}'")


def test_a_database_of_a_newer_version_is_left_alone(engine: Engine):
    with engine.begin() as connection:
        write_schema_number(connection, 99)
    with pytest.raises(UserError) as told:
        migrate(engine)
    assert told.value.sentence("en") == "This plan was made by a newer version of the program."
    assert told.value.remedy("en") == "Update the program, then open the plan again."
    assert _number(engine) == 99


def test_a_new_schema_is_up_to_date(engine: Engine):
    migrate(engine)
    assert _number(engine) == SCHEMA_NUMBER


def test_alembic_is_not_loaded_for_a_file_that_is_up_to_date(tmp_path: Path):
    script = (
        "import sys; from pathlib import Path\n"
        "from success_desktop.store.database import open_file_engine\n"
        "from success_desktop.store.migrate import create_schema, migrate\n"
        "engine = open_file_engine(Path(sys.argv[1])); create_schema(engine); migrate(engine)\n"
        "sys.exit('alembic' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "x.db")], check=True)


def _history_of_schema_2(engine: Engine) -> tuple[PlanStore, dict[int, tuple[object, ...]]]:
    """A plan with revisions as the schema before knew them, and what it held at each of their transactions."""
    migrate(engine, newest=2)
    store = create_plan(engine, new_small_plan())
    chance, moments, parent_id = random.Random(3), {}, None
    for count in range(12):
        number = store.last_number()
        moments[number] = content(store.read_plan())
        row = (
            f"r{count}",
            number,
            parent_id,
            "ann",
            write_instant(NOW),
            f"m{count}",
            "",
            count % 3 == 0,
            "old",
        )
        with writing(engine, store.plan_id) as cursor:
            columns = "plan_id, id, number, parent_id, author, at, message, label, is_automatic, fingerprint"
            cursor.execute(insertion("revision", columns.split(", "), store.mark), (store.plan_id, *row))
        parent_id = row[0]
        if edits := random_edits(chance, store.read_plan()):
            store.commit(transaction(*edits))
    return store, moments


def test_revisions_of_the_schema_before_are_sealed_anew(empty_engine: Engine):
    store, moments = _history_of_schema_2(empty_engine)
    another = create_plan(empty_engine, new_small_plan())
    migrate(empty_engine)
    kept = list_revisions(store)
    assert [revision.message for revision in kept] == [f"m{count}" for count in range(12)]
    assert [revision.ordinal for revision in kept] == list(range(1, 13))
    assert [revision.occasion for revision in kept] == ["export", "", ""] * 4
    assert {revision.number for revision in kept} == moments.keys()
    assert {number: content(read_plan_at(store, number)) for number in moments} == moments
    assert find_damage(store) == find_damage(another) == []
    store.commit(transaction(SetValue(store.read_plan().root_id, "edition", "th", None, "ร่าง")))
    taken = take_revision(store, NewRevision("ann", NOW, "ร่าง", ""))
    assert (taken.ordinal, taken.parent_id) == (13, "r11")
    assert find_damage(store) == []


def test_what_was_kept_before_is_guarded_as_what_is_kept_now(tmp_path: Path):
    engine = open_file_engine(tmp_path / "plan.db")
    store, _moments = _history_of_schema_2(engine)
    migrate(engine)
    for statement in (
        "UPDATE revision SET message = ''",
        "DELETE FROM revision",
        "UPDATE step SET new = NULL",
    ):
        refused = pytest.raises(engine.dialect.loaded_dbapi.IntegrityError, match=r"for good|only added to")
        with refused, writing(engine, store.plan_id) as cursor:
            cursor.execute(statement)
    engine.dispose()
