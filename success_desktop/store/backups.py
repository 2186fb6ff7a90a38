"""Backups: what a plan's file held when it was published, kept in the user's local data for when the file is lost.

Each plan has a folder; each backup is a plan file and a small record about it. The last ten are kept, and the newest of
each day for thirty days. Which is newer is told by the files' names, which go up: a clock that was wrong, or is put right,
throws no backup away.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from success_desktop.errors import Unreadable, UserError
from success_desktop.paths import data_folder
from success_desktop.store.database import frozen_address
from success_desktop.store.file_check import check_file
from success_desktop.store.file_faults import told

LATEST_KEPT = 10
"""So many of the newest backups of a plan are kept."""
DAYS_KEPT = 30
"""Of so many days on which backups were made before those the newest of each day is kept too."""

_PLAN, _RECORD = ".success", ".json"
_NAME = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a plan's file: where it lies, whose it is, when it was made (UTC), and what it holds.

    `digest` is that of the published file's bytes: equal digests, equal plans.
    """

    path: Path
    original_path: Path
    kept_at: datetime
    size_bytes: int
    projects: int
    digest: str


@dataclass(frozen=True, slots=True)
class Source:
    """A whole plan file to be kept: it is moved away when it `is_spare`, else copied. `digest` is that of its bytes."""

    path: Path
    digest: str
    is_spare: bool = False


def keep_backup(plan_id: str, original_path: Path, source: Source, at: datetime | None = None) -> None:
    """Keep what a plan's file holds since `at` (UTC; None: now), unless the newest backup holds the same.

    Raises UserError when it cannot be kept; nothing else is harmed then.
    """
    folder = _root() / plan_id
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        known = _backups_in(folder)
        if known and known[0].digest == source.digest:
            return
        at = at or datetime.now(UTC)
        _write(_next_path(folder, at, known), original_path, source, at)
        _prune(folder)


def list_backups() -> list[Backup]:
    """The backups of all plans, newest first. Raises UserError when their folder may not be looked into."""
    with told(_root()):
        found = [backup for folder in _root().glob("*/") for backup in _backups_in(folder)]
    return _newest_first(found)


def find_good_backup(original_path: Path) -> Backup | None:
    """The newest backup of a plan file that is sound from end to end; None when there is none."""
    for backup in list_backups():
        if backup.original_path == original_path and _is_sound(backup):
            return backup
    return None


def copy_backup(backup: Backup, path: Path) -> None:
    """Write what a backup holds to a new file. Raises UserError when that exists, or cannot be written or read."""
    with told(path), ExitStack() as rollback:
        with path.open("xb") as target:
            rollback.callback(_remove, path)
            with backup.path.open("rb") as stream:
                shutil.copyfileobj(stream, target)
        rollback.pop_all()


def doomed(backups: list[Backup]) -> list[Backup]:
    """Those of a plan's backups, newest first, that need not be kept any longer. A day is a day on the wall here."""
    days = {backup.kept_at.astimezone().date() for backup in backups[:LATEST_KEPT]}
    most = len(days) + DAYS_KEPT
    gone: list[Backup] = []
    for backup in backups[LATEST_KEPT:]:
        day = backup.kept_at.astimezone().date()
        if day in days or len(days) == most:
            gone.append(backup)
        else:
            days.add(day)
    return gone


def _root() -> Path:
    return data_folder() / "backups"


def _next_path(folder: Path, at: datetime, known: list[Backup]) -> Path:
    """Where a backup made at an instant goes: behind all that are `known` (newest first), were the clock put back since."""
    if known:
        at = max(at, _named_at(known[0].path) + timedelta(microseconds=1))
    return folder / f"{at.astimezone(UTC):{_NAME}}{_PLAN}"


def _named_at(path: Path) -> datetime:
    """The instant in a backup's name. Raises ValueError when it has another name."""
    return datetime.strptime(path.stem, _NAME).replace(tzinfo=UTC)


def _newest_first(backups: Iterable[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda backup: backup.path.name, reverse=True)


def _write(path: Path, original_path: Path, source: Source, at: datetime) -> None:
    """The plan file first: one without a record is nobody's backup and is cleared away. Raises OSError and UserError."""
    if source.is_spare:
        shutil.move(source.path, path)
    else:
        shutil.copyfile(source.path, path)
    record = {
        "original_path": str(original_path),
        "kept_at": at.isoformat(),
        "projects": _count_projects(path),
        "digest": source.digest,
    }
    path.with_suffix(_RECORD).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def _remove(path: Path) -> None:
    with suppress(OSError):  # What went wrong first is told.
        path.unlink()


def _count_projects(path: Path) -> int:
    try:
        with closing(sqlite3.connect(frozen_address(path.absolute()), uri=True)) as connection:
            (count,) = connection.execute("SELECT COUNT(*) FROM node WHERE kind = 'project'").fetchone()
    except sqlite3.DatabaseError as error:
        raise OSError(None, str(error), str(path)) from error
    return int(count)


def _prune(folder: Path) -> None:
    backups = _backups_in(folder)
    kept = {backup.path for backup in backups} - {backup.path for backup in doomed(backups)}
    for path in folder.glob(f"*{_PLAN}"):
        if path not in kept:
            path.with_suffix(_RECORD).unlink(missing_ok=True)
            path.unlink()


def _backups_in(folder: Path) -> list[Backup]:
    """The backups of one plan, newest first. Raises OSError."""
    found = [_read(path) for path in folder.glob(f"*{_RECORD}")]
    return _newest_first(backup for backup in found if backup is not None)


def _read(record_path: Path) -> Backup | None:
    """What a record says; None when it says nothing, or its plan file is gone."""
    path = record_path.with_suffix(_PLAN)
    try:
        _named_at(path)
        raw = json.loads(record_path.read_text(encoding="utf-8"))
        kept_at = datetime.fromisoformat(raw["kept_at"])
        return Backup(
            path,
            Path(raw["original_path"]),
            kept_at,
            path.stat().st_size,
            int(raw["projects"]),
            raw["digest"],
        )
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _is_sound(backup: Backup) -> bool:
    try:
        return check_file(backup.path).is_sound
    except Unreadable:
        return False
    except UserError:  # made by a newer program: sound, but not for this one
        return False
