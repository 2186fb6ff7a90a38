"""Bringing a database to the newest schema, step by step, with Alembic's operations."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.store.tables import APPLICATION_ID, SCHEMA_NUMBER, metadata

MIGRATIONS = Path(__file__).with_name("migrations")
_NUMBER_TABLE = "CREATE TABLE IF NOT EXISTS schema_number (number INTEGER NOT NULL)"


def create_schema(engine: Engine) -> None:
    """Make the tables of the newest schema in an empty database."""
    with engine.begin() as connection:
        metadata.create_all(connection)
        write_schema_number(connection, SCHEMA_NUMBER)


def migrate(engine: Engine, scripts: Path = MIGRATIONS, newest: int = SCHEMA_NUMBER) -> None:
    """Bring a database to schema number `newest` by the steps in the folder `scripts`, all of them or none.

    Raises UserError when a newer version of the program has made the database. SQLite's foreign keys are off meanwhile
    (altering a table rebuilds it) and checked at the end.
    """
    with engine.connect() as connection:
        number = read_schema_number(connection)
        connection.commit()
        if number > newest:
            raise newer_version()
        if number == newest:
            return
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            _switch_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                _climb(connection, scripts, newest)
                if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("a migration has left rows that refer to nothing")
        finally:
            if is_sqlite:
                _switch_foreign_keys(connection, "ON")


def newer_version() -> UserError:
    """What to tell when a newer version of the program has made the plan."""
    return UserError(
        N_("This plan was made by a newer version of the program."),
        advice=N_("Update the program, then open the plan again."),
    )


def read_schema_number(connection: Connection) -> int:
    """The number of the database's schema; 0 when it has no tables yet."""
    if connection.dialect.name == "sqlite":
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    connection.exec_driver_sql(_NUMBER_TABLE)
    return int(connection.exec_driver_sql("SELECT COALESCE(MAX(number), 0) FROM schema_number").scalar_one())


def write_schema_number(connection: Connection, number: int) -> None:
    """Say which schema the database has now; a SQLite file also says that it is a plan."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
        return
    connection.exec_driver_sql(_NUMBER_TABLE)
    connection.exec_driver_sql("DELETE FROM schema_number")
    connection.exec_driver_sql(f"INSERT INTO schema_number VALUES ({number})")


def _climb(connection: Connection, scripts: Path, newest: int) -> None:
    """Take the steps that are missing. Another program may have taken them while this one waited for its turn."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended('schema', 0))")
    number = read_schema_number(connection)
    steps = reversed(list(ScriptDirectory(scripts).walk_revisions()))
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps:
            if number < int(step.revision) <= newest:
                step.module.upgrade()
    write_schema_number(connection, newest)


def _switch_foreign_keys(connection: Connection, state: str) -> None:
    """Outside a transaction, where alone SQLite obeys; the driver's own connection begins none."""
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys = {state}")
    cursor.close()
