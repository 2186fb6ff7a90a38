"""Looking a plan file over, from its header to its history, without touching it."""

import shutil
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.store.database import open_frozen_engine, reading
from success_desktop.store.file_faults import damaged, read_header, told
from success_desktop.store.history_check import Damage, find_damage
from success_desktop.store.plan_rows import NO_PLAN
from success_desktop.store.plans import list_plan_ids, open_store
from success_desktop.store.revisions import list_revisions
from success_desktop.store.tables import SCHEMA_NUMBER

_BACKUP = N_("Open a backup of the file, or an earlier copy of it.")


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a plan file holds, and what is wrong with it (nothing, as a rule)."""

    path: Path
    schema_number: int
    nodes: int = 0
    transactions: int = 0
    revisions: int = 0
    problems: tuple[UserError, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check_file(path: Path) -> FileReport:
    """Look a plan file over: its integrity, its plan, and whether its history leads back to every revision.

    Raises UserError when it is no plan file at all (see file_faults.read_header).
    """
    number = read_header(path)
    with TemporaryDirectory(prefix="success-") as folder:  # SQLite takes no long paths; see publishing.
        with told(path):
            copied_path = shutil.copyfile(path, Path(folder) / "plan.db")
        return _check_copy(copied_path, path, number)


def _check_copy(copied_path: Path, path: Path, number: int) -> FileReport:
    engine = open_frozen_engine(copied_path)
    try:
        problems = _find_damage(engine, path)
        if problems or number < SCHEMA_NUMBER:
            return FileReport(path, number, problems=problems)
        return _check_plan(engine, path, number)
    except UserError as error:
        return FileReport(path, number, problems=(error,))
    except (*NO_PLAN, zlib.error, sqlite3.DatabaseError):
        return FileReport(path, number, problems=(damaged(path),))
    finally:
        engine.dispose()


def _find_damage(engine: Engine, path: Path) -> tuple[UserError, ...]:
    with reading(engine) as cursor:
        is_whole = _rows(cursor, "PRAGMA integrity_check(1)") == [("ok",)]
        is_tied = not _rows(cursor, "PRAGMA foreign_key_check")
    return () if is_whole and is_tied else (damaged(path),)


def _check_plan(engine: Engine, path: Path, number: int) -> FileReport:
    plan_ids = list_plan_ids(engine)
    if len(plan_ids) != 1:
        return FileReport(path, number, problems=(damaged(path),))
    store = open_store(engine, plan_ids[0])
    nodes = len(store.read_plan().nodes)
    transactions = len(store.list_transactions())
    revisions = len(list_revisions(store))
    return FileReport(path, number, nodes, transactions, revisions, tuple(map(_told, find_damage(store))))


def _told(damage: Damage) -> UserError:
    return UserError(
        N_("Revision {number} “{name}” is damaged. {what}"),
        advice=_BACKUP,
        number=damage.revision.ordinal,
        name=damage.revision.label or damage.revision.message,
        what=UserError(damage.what),
    )


def _rows(cursor: DBAPICursor, statement: str) -> list[tuple[object, ...]]:
    cursor.execute(statement)
    return list(cursor.fetchall())
