"""Who has a plan file open: a lock that dies with its process, and a note beside it that says whose it is."""

import getpass
import hashlib
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from success_desktop.domain.moments import Moment
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.paths import data_folder
from success_desktop.store.file_faults import told
from success_desktop.store.open_mark import (
    Holder,
    find_other,
    read_holder,
    remove_mark,
    touch_mark,
    write_holder,
    write_mark,
)

_ELSEWHERE = N_("Go to the window in which it is open, or close it there first.")

_PATIENCE_SECONDS = 1.0
"""So long an opening waits for a window that only looks whether work was left (see `holding`)."""
_POLL_SECONDS = 0.02


class PlanLock:
    """A plan file that is held until `release`; the operating system lets go of it when the process dies."""

    def __init__(self, lock: FileLock, path: Path, holder: Holder) -> None:
        self.holder = holder
        self._lock = lock
        self._path = path

    def keep_alive(self) -> None:
        """Tell other computers that the plan is still open here; to be called every minute or so."""
        touch_mark(self._path, self.holder)

    def release(self) -> None:
        """Let others open the plan file; once is enough."""
        remove_mark(self._path, self.holder)
        self._lock.release()


def lock_plan_file(path: Path, name: str = "") -> PlanLock:
    """Hold a plan file for this session, in the name of a person ("" for the account's).

    Raises UserError when another holds it, here or at another computer, saying who and since when, or when nothing can be
    written to the user's local data.
    """
    lock, note_path = _acquire(path, _PATIENCE_SECONDS)
    holder = Holder.named(name, _account(), platform.node() or "-")
    other = find_other(path, holder)
    if other is not None:
        lock.release()
        raise _refusal(path, other)
    with suppress(OSError):  # Without the note a refusal names nobody; the lock itself holds.
        write_holder(note_path, holder)
    write_mark(path, holder)
    return PlanLock(lock, path, holder)


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Hold the work on a plan file for a moment, at this computer; see lock_plan_file."""
    lock, _note_path = _acquire(path, 0)
    try:
        yield
    finally:
        lock.release()


def working_folder() -> Path:
    """Where working copies and locks lie. Raises UserError when the folder cannot be made."""
    folder = data_folder() / "working"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            N_("The program's own folder “{folder}” cannot be made: {reason}"),
            advice=N_("Check that your home folder can be written to and has free space."),
            folder=folder,
            reason=error.strerror,
        ) from error
    return folder


def _acquire(path: Path, patience: float) -> tuple[FileLock, Path]:
    """The lock of a plan file, held, and the note that says who holds it. Raises UserError as lock_plan_file does."""
    key = hashlib.blake2b(os.path.normcase(path).encode(errors="surrogateescape"), digest_size=12).hexdigest()
    folder = working_folder()
    lock, note_path = FileLock(folder / f"{key}.lock", thread_local=False), folder / f"{key}.holder"
    with told(note_path):
        try:
            lock.acquire(timeout=patience, poll_interval=_POLL_SECONDS)
        except Timeout as error:
            raise _refusal(path, read_holder(note_path)) from error
    return lock, note_path


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a service account; what is raised depends on the system
        return "-"


def _refusal(path: Path, holder: Holder | None) -> UserError:
    """What to tell who finds a plan open: by whom, where and since when, as far as that is known."""
    if holder is None:
        return UserError(N_("The plan “{path}” is already open."), advice=_ELSEWHERE, path=path)
    return UserError(
        N_(
            "The plan “{path}” is already open: {name} has had it open on the computer {computer} since {since}."
        ),
        advice=_ELSEWHERE,
        path=path,
        name=holder.name,
        computer=holder.computer,
        since=Moment(datetime.fromisoformat(holder.since).astimezone()),
    )
