"""Plan files to try things on: what people and other programs do to them, and how they look from outside."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from success_desktop.errors import UserError
from success_desktop.paths import data_folder
from success_desktop.store.plan_file import PlanFile
from tests.store.samples import name_of, rename, transaction

FIRST = "สร้างถนนคอนกรีต"


def set_name(plan_file: PlanFile, new: str) -> None:
    plan_file.store.commit(transaction(rename(name_of(plan_file.store), new)))


def published_name(path: Path) -> str:
    """The project's name as any SQL tool reads it from the file, without writing anything beside it."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        query = "SELECT text FROM text_value WHERE field = 'name' AND language = 'th'"
        return str(connection.execute(query).fetchone()[0])


def working_folders() -> list[Path]:
    return [entry for entry in (data_folder() / "working").iterdir() if entry.is_dir()]


def names_in(folder: Path) -> list[str]:
    """What lies in a folder, in order, but for the marks of plans that are open."""
    return sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith(".~"))


def told(action: Callable[[], object]) -> str:
    """What the user is told, in English; there is always advice."""
    with pytest.raises(UserError) as caught:
        action()
    assert caught.value.remedy("en")
    return caught.value.sentence("en")


def change_elsewhere(path: Path, name: str) -> None:
    """Another computer publishes its version of the same file."""
    run_sql(path, f"UPDATE text_value SET text = '{name}' WHERE field = 'name' AND language = 'th'")


def run_sql(path: Path, *statements: str) -> None:
    """Do to a file what anybody can with another SQL tool."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def blot(path: Path) -> None:
    """Spoil a page in the middle of the file."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 2000] = os.urandom(2000)
    path.write_bytes(data)


def spoil_table(database_path: Path, table: str) -> None:
    """Spoil the first page of a table."""
    with closing(sqlite3.connect(database_path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (page,) = connection.execute(query, (table,)).fetchone()
    data = bytearray(database_path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xaa" * 4096
    database_path.write_bytes(data)


def blank_positions(path: Path) -> None:
    """Give nodes no position, which the schema forbids: damage of rows in a file whose pages are in order."""
    alter = "UPDATE sqlite_schema SET sql = replace(sql, 'position TEXT{}', 'position TEXT{}') WHERE name = 'node'"
    run_sql(path, "PRAGMA writable_schema = ON", alter.format(" NOT NULL", " "))
    run_sql(path, "UPDATE node SET position = NULL")
    run_sql(path, "PRAGMA writable_schema = ON", alter.format(" ", " NOT NULL"))


def leave_behind(opened: PlanFile) -> None:
    """End a session as a crash would: the working copy stays, whatever is published."""
    opened.store.engine.dispose()
    opened._lock.release()


def misquote(path: Path) -> None:
    """Spoil one letter of the schema so that SQLite's complaint about it is no text."""
    data = path.read_bytes()
    assert b"CREATE TABLE step" in data
    path.write_bytes(data.replace(b"CREATE TABLE step", b"CREATE \xffABLE step"))
