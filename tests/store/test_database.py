"""What the store promises when the database cannot do what is asked: a sentence a person understands, nothing half done."""

import sqlite3
import threading
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from sqlalchemy.exc import OperationalError

from success_desktop.errors import UserError
from success_desktop.store.database import (
    faults_told,
    frozen_address,
    open_engine,
    open_file_engine,
    reading,
    writing,
)
from success_desktop.store.migrate import create_schema
from success_desktop.store.plans import PlanStore, create_plan
from tests.store.samples import content, name_of, new_small_plan, rename, transaction

FIRST = "สร้างถนนคอนกรีต"


@pytest.fixture
def local(tmp_path: Path) -> PlanStore:
    """The small plan in a SQLite file."""
    engine = open_file_engine(tmp_path / "plan.db")
    create_schema(engine)
    return create_plan(engine, new_small_plan())


def _database(store: PlanStore) -> Path:
    return Path(str(store.engine.url.database))


def test_a_full_disk_is_told_and_the_last_step_is_safe(local: PlanStore):
    before = content(local.read_plan())
    with reading(local.engine) as cursor:
        cursor.execute("PRAGMA max_page_count = 1")  # no page more than there are now
    with pytest.raises(UserError) as told:
        local.commit(transaction(rename(FIRST, "ก" * 100_000)))
    assert told.value.sentence("en") == "The disk is full."
    assert "Free some space" in told.value.remedy("en")
    assert content(local.read_plan()) == before
    assert local.last_number() == 1
    local.engine.dispose()


def test_a_full_disk_is_told_when_tables_are_made(tmp_path: Path):
    engine = open_file_engine(tmp_path / "plan.db")
    with reading(engine) as cursor:
        cursor.execute("PRAGMA max_page_count = 3")
    with pytest.raises(UserError, match=r"เต็ม|full"), faults_told():
        create_schema(engine)
    engine.dispose()


def test_mistakes_of_the_program_are_not_dressed_up(local: PlanStore):
    with pytest.raises(OperationalError), faults_told(), local.engine.connect() as connection:
        connection.exec_driver_sql("SELECT nonsense")
    with pytest.raises(sqlite3.OperationalError, match="nonsense"), reading(local.engine) as cursor:
        cursor.execute("SELECT nonsense")
    local.engine.dispose()


def test_another_program_that_holds_the_plan_is_told(local: PlanStore):
    with reading(local.engine) as cursor:
        cursor.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(_database(local), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError) as told:
        local.commit(transaction(rename(FIRST, "ข")))
    assert told.value.sentence("en") == "Another program is using the plan."
    assert name_of(local) == FIRST  # reading goes on
    other.close()
    local.commit(transaction(rename(FIRST, "ข")))
    local.engine.dispose()


def test_data_that_is_damaged_while_open_is_told(local: PlanStore):
    path = _database(local)
    local.engine.dispose()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(UserError) as told:
        local.read_plan()
    assert told.value.sentence("en") == "The plan's data is damaged."
    local.engine.dispose()


def test_a_file_that_is_no_database_is_told(tmp_path: Path):
    path = tmp_path / "plan.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(UserError) as told, reading(open_file_engine(path)):
        pass
    assert told.value.sentence("en") == "The plan's data is damaged."


def test_a_place_without_a_disk_is_told(tmp_path: Path):
    with pytest.raises(UserError) as told, reading(open_file_engine(tmp_path / "gone" / "plan.db")):
        pass
    assert told.value.sentence("en") == "The disk cannot be read or written."


def test_a_server_that_does_not_answer_is_told():
    engine = open_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing?connect_timeout=2")
    with pytest.raises(UserError) as told, reading(engine):
        pass
    assert told.value.sentence("en") == "The office's database does not answer."
    assert told.value.remedy("en")


def test_a_block_that_fails_writes_nothing(store: PlanStore):
    drivers = store.engine.dialect.loaded_dbapi
    halves = "UPDATE text_value SET text = 'half done'", "SELECT nonsense"
    with pytest.raises(drivers.Error), writing(store.engine, store.plan_id) as cursor:
        list(map(cursor.execute, halves))
    assert name_of(store) == FIRST


def test_a_reader_sees_one_moment_while_a_writer_goes_on(store: PlanStore):
    names: list[str] = []
    with reading(store.engine) as cursor:
        query = "SELECT text FROM text_value WHERE field = 'name' AND language = 'th'"
        for _look in range(2):
            cursor.execute(query)
            names.extend(row[0] for row in cursor.fetchall())
            writer = threading.Thread(target=store.commit, args=[transaction(rename(FIRST, "ข"))])
            if len(names) == 1:
                writer.start()
                writer.join()
    assert names == [FIRST, FIRST]
    assert name_of(store) == "ข"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/plans/a b#1?.success"), "file:///plans/a%20b%231%3F.success?mode=ro&immutable=1"),
        (PureWindowsPath("C:/a.success"), "file:///C:/a.success?mode=ro&immutable=1"),
        (PureWindowsPath("//office/plans/a.success"), "file:////office/plans/a.success?mode=ro&immutable=1"),
    ],
)
def test_a_file_is_found_on_a_disk_and_on_an_offices_server(path: PurePath, address: str):
    assert frozen_address(path) == address
