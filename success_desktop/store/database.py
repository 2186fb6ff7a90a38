"""Connections to a plan's database: a SQLite file on this machine, or an office's PostgreSQL server.

Both drivers are told to begin nothing by themselves; `reading` and `writing` say when a transaction begins, so that a
writer holds its place from the start and a reader sees one moment of the plan. They hand out the driver's own cursor:
the plan is read and written by prepared texts, many rows at a time.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from success_desktop.errors import Unreadable, Unwritten, UserError
from success_desktop.i18n import N_

_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",  # A plan file may come from anybody.
)
_BEGIN_READING = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
_BEGIN_WRITING = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "BEGIN"}
_TAKE_TURN = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"

_SPACE = N_("Free some space on the disk, then try again. Everything up to the last step is safe.")
_FAULTS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (N_("The disk is full."), _SPACE),
    sqlite3.SQLITE_IOERR: (
        N_("The disk cannot be read or written."),
        N_("Check that the disk is connected and has free space, then try again."),
    ),
    sqlite3.SQLITE_BUSY: (N_("Another program is using the plan."), N_("Close it there, then try again.")),
    sqlite3.SQLITE_CORRUPT: (
        N_("The plan's data is damaged."),
        N_("Open a backup of the file, or an earlier copy of it."),
    ),
}
_FAULTS[sqlite3.SQLITE_LOCKED] = _FAULTS[sqlite3.SQLITE_BUSY]
_FAULTS[sqlite3.SQLITE_CANTOPEN] = _FAULTS[sqlite3.SQLITE_IOERR]
_FAULTS[sqlite3.SQLITE_READONLY] = _FAULTS[sqlite3.SQLITE_IOERR]
_FAULTS[sqlite3.SQLITE_NOTADB] = _FAULTS[sqlite3.SQLITE_CORRUPT]


def open_engine(url: str | URL) -> Engine:
    """Connect to a database by its SQLAlchemy address: ``sqlite:///…`` or ``postgresql+psycopg://…``."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address, connect_args={"isolation_level": None})
        event.listen(engine, "connect", _prepare_sqlite)
    else:
        engine = create_engine(address, connect_args={"autocommit": True}, pool_pre_ping=True)
    begin = _BEGIN_WRITING[engine.dialect.name]
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def open_file_engine(path: Path) -> Engine:
    """Connect to a SQLite file for reading and writing; it is made when it does not exist."""
    return open_engine(URL.create("sqlite", database=str(path)))


def open_frozen_engine(path: Path) -> Engine:
    """Connect to a SQLite file that must not be touched: nothing is locked, written or left beside it."""
    address = frozen_address(path.absolute())

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)

    return create_engine("sqlite://", creator=connect, poolclass=QueuePool)


def frozen_address(path: PurePath) -> str:
    """SQLite's address of a file that must not be touched. A server's name belongs to the path, not before it."""
    place = path.as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place), safe='/:')}?mode=ro&immutable=1"


@contextmanager
def reading(engine: Engine) -> Iterator[DBAPICursor]:
    """A cursor that sees the database as it is at one moment. Raises UserError when it cannot be read."""
    with _transaction(engine, _BEGIN_READING[engine.dialect.name]) as cursor:
        yield cursor


@contextmanager
def writing(engine: Engine, plan_id: str) -> Iterator[DBAPICursor]:
    """A cursor for one writer of a plan at a time; what it does is kept whole when the block ends, or not at all.

    Raises UserError when the disk is full, the database does not answer, or another writer does not finish.
    """
    with _transaction(engine, _BEGIN_WRITING[engine.dialect.name]) as cursor:
        if engine.dialect.name == "postgresql":
            cursor.execute(_TAKE_TURN, (plan_id,))
        yield cursor


def damaged_data() -> UserError:
    """What to tell when a database can be read but what it holds makes no plan."""
    message, advice = _FAULTS[sqlite3.SQLITE_CORRUPT]
    return Unreadable(message, advice=advice)


def placeholder(engine: Engine) -> str:
    """How the driver's statements mark the place of a value."""
    return "?" if engine.dialect.paramstyle == "qmark" else "%s"


def fault_of(error: BaseException) -> UserError | None:
    """What a SQLite error means to a person; None when it means a mistake in the program."""
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        return damaged_data()  # SQLite itself is content, but a text that it gives is no UTF-8
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code not in _FAULTS:
        return None
    if _FAULTS[code] is _FAULTS[sqlite3.SQLITE_CORRUPT]:
        return damaged_data()
    message, advice = _FAULTS[code]
    return Unwritten(message, advice=advice)


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn what SQLite says through SQLAlchemy into what a person can be told; the rest is raised as it is."""
    try:
        yield
    except DatabaseError as error:
        fault = fault_of(error.orig) if error.orig else None
        if fault is None:
            raise
        raise fault from error


@contextmanager
def _transaction(engine: Engine, begin: str) -> Iterator[DBAPICursor]:
    """A transaction on a connection of the pool, which takes back whatever was not committed."""
    drivers = engine.dialect.loaded_dbapi
    try:
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(begin)
            yield cursor
            connection.commit()
        finally:
            connection.close()
    except drivers.OperationalError as error:
        if engine.dialect.name == "sqlite":
            fault = fault_of(error)
        else:
            fault = Unwritten(
                N_("The office's database does not answer."),
                advice=N_("Check the network, then try again. Everything up to the last step is safe."),
            )
        if fault is None:
            raise
        raise fault from error
    except drivers.DatabaseError as error:
        if fault := fault_of(error):
            raise fault from error
        raise


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
