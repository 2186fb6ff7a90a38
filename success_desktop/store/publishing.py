"""Publishing: the file that people see is written whole beside its place, then takes it in one step."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from success_desktop.errors import UserError
from success_desktop.store.database import fault_of
from success_desktop.store.file_faults import no_space, told, unwritable

_FRESH = "publication.db"


def write_publication(database_path: Path, target_path: Path) -> Path:
    """Write what is in a working copy's database to one new file beside the target, safe on the disk.

    The file is a SQLite database of its own in DELETE mode: nothing lies beside it, and it opens from read-only media.
    SQLite writes it beside the working copy and it is carried over from there: outside Windows SQLite takes no paths of
    more than 512 bytes (MAX_PATHNAME in its os_unix.c), and a Thai letter has three.
    That one stays for whoever wants it (`fresh_copy`). Raises UserError; nothing is left behind then.
    """
    part = target_path.with_name(f"~{target_path.name}.part")
    fresh_path = fresh_copy(database_path)
    try:
        with told(target_path):
            if is_read_only(target_path):
                raise unwritable(target_path)
            part.unlink(missing_ok=True)
        with told(fresh_path):
            fresh_path.unlink(missing_ok=True)
            _vacuum(database_path, fresh_path)
        with told(target_path):
            shutil.copyfile(fresh_path, part)
            if target_path.exists():
                shutil.copymode(target_path, part)
            _sync(part, os.O_RDWR)
    except UserError:
        for path in (part, fresh_path):
            with suppress(OSError):  # The first thing that went wrong is what the user is told.
                path.unlink(missing_ok=True)
        raise
    return part


def fresh_copy(database_path: Path) -> Path:
    """The file beside a working copy's database that was published last; the next publication takes its place."""
    return database_path.with_name(_FRESH)


def is_read_only(path: Path) -> bool:
    """Whether a file is there and marked as one that nobody may write. Raises OSError."""
    return path.exists() and not path.stat().st_mode & stat.S_IWUSR


def put_in_place(part: Path, target_path: Path) -> None:
    """Let the new file take the target's place, for good. Raises UserError; the target is untouched then."""
    with told(target_path):
        part.replace(target_path)
    if os.name == "posix":
        with suppress(OSError):  # Some network folders cannot be synchronised; the file itself has been.
            _sync(target_path.parent, os.O_RDONLY)


def _vacuum(database_path: Path, fresh_path: Path) -> None:
    with closing(sqlite3.connect(database_path, isolation_level=None)) as connection:
        try:
            connection.execute("VACUUM INTO ?", (str(fresh_path),))
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
                raise no_space(fresh_path) from error
            raise fault_of(error) or error from error


def _sync(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
