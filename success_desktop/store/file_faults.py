"""What can be wrong with a plan's file, told to a person. A file's own header is enough to know most of it."""

import errno
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from success_desktop.errors import Unreadable, UserError
from success_desktop.i18n import N_
from success_desktop.store.migrate import newer_version
from success_desktop.store.tables import APPLICATION_ID, SCHEMA_NUMBER

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_CHOOSE = N_("Choose a plan that this program has made; a renamed file of another kind cannot be opened.")
_BACKUP = N_("Open a backup of the file, or an earlier copy of it.")
_ELSEWHERE = N_("Save the plan under another name or in another folder.")
_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def read_header(path: Path) -> int:
    """Look at a file's header without opening it as a database: the number of its schema.

    Raises UserError when the file is missing, a folder, empty, no SQLite file, another application's, cut off, or made
    by a newer version of the program.
    """
    header, size = _read_start(path)
    if not header.startswith(_MAGIC):
        raise Unreadable(N_("“{path}” is not a plan file."), advice=_CHOOSE, path=path)
    if size < _HEADER_BYTES:
        raise damaged(path)
    page_bytes, pages, number, application = _numbers(header)
    if application != APPLICATION_ID:
        raise Unreadable(N_("“{path}” belongs to another program."), advice=_CHOOSE, path=path)
    if number > SCHEMA_NUMBER:
        raise newer_version()
    if size < page_bytes * pages:
        raise damaged(path)
    return number


def damaged(path: Path) -> UserError:
    """What to tell when a plan's file cannot be read whole."""
    return Unreadable(N_("The file “{path}” is damaged."), advice=_BACKUP, path=path)


def unwritable(path: Path) -> UserError:
    """What to tell when a file may not be written where it lies."""
    return UserError(N_("“{path}” cannot be written: it is read-only."), advice=_ELSEWHERE, path=path)


def no_space(path: Path) -> UserError:
    """What to tell when a file does not fit on its disk; the file that was there stays."""
    return UserError(
        N_("The disk has no room for “{path}”."),
        advice=N_("Free some space on the disk, or save the plan elsewhere."),
        path=path,
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the operating system says of a file into what a person can be told."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise no_space(path) from error
        if error.errno == errno.EROFS:
            raise unwritable(path) from error
        if isinstance(error, PermissionError):
            raise UserError(
                N_("“{path}” is open in another program, or may not be used by you."),
                advice=N_("Close it there and try again, or choose another name or folder."),
                path=path,
            ) from error
        if isinstance(error, FileNotFoundError):
            raise UserError(
                N_("The folder of “{path}” does not exist."),
                advice=N_("Check whether its disk is connected, or save the plan elsewhere."),
                path=path,
            ) from error
        raise UserError(
            N_("“{path}” cannot be used: {reason}"), advice=_ELSEWHERE, path=path, reason=error.strerror
        ) from error


def _read_start(path: Path) -> tuple[bytes, int]:
    """The first bytes of a file and its size in bytes."""
    with told(path):
        if path.is_dir():
            raise UserError(N_("“{path}” is a folder."), advice=_CHOOSE, path=path)
        if not path.exists():
            raise Unreadable(
                N_("The file “{path}” does not exist."),
                advice=N_("Check whether it was moved or renamed, and whether its disk is connected."),
                path=path,
            )
        with path.open("rb") as stream:
            header = stream.read(_HEADER_BYTES)
            size = os.fstat(stream.fileno()).st_size
    if size == 0:
        raise Unreadable(N_("The file “{path}” is empty."), advice=_BACKUP, path=path)
    return header, size


def _numbers(header: bytes) -> tuple[int, int, int, int]:
    """Bytes in a page, pages, user_version and application_id (www.sqlite.org/fileformat.html, section 1.3)."""
    (page_bytes,) = struct.unpack_from(">H", header, 16)
    (pages,) = struct.unpack_from(">I", header, 28)
    number, application = struct.unpack_from(">I4xI", header, 60)
    return 65536 if page_bytes == 1 else page_bytes, pages, number, application
