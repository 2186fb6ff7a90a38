"""Backups of plans: looking them through, and opening one again as a file of its own."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from success_desktop.domain.moments import Moment
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.store import backups as store_backups
from success_desktop.store.backups import Backup

__all__ = ["Backup", "find_good_backup", "list_backups", "moment_of", "restore"]

_TRIES = 50


def list_backups() -> list[Backup]:
    """The backups of all plans, newest first. Raises UserError when their folder may not be looked into."""
    return store_backups.list_backups()


def find_good_backup(path: Path) -> Backup | None:
    """The newest backup of a plan's file that is sound from end to end; None when there is none.

    Raises UserError when the folder of the backups may not be looked into.
    """
    return store_backups.find_good_backup(path)


def moment_of(backup: Backup) -> Moment:
    """When a backup was made, by the clock here."""
    return Moment(backup.kept_at.astimezone())


def restore(backup: Backup, other_folder: Path) -> Path:
    """Write a backup to a new plan file beside the one it was made of; nothing is replaced. The new file's path.

    Where that folder cannot be written (the stick is not there) it goes into `other_folder`. Raises UserError when that
    cannot be written either.
    """
    try:
        return _restore_into(backup.original_path.parent, backup)
    except UserError:
        return _restore_into(other_folder, backup)


def _restore_into(folder: Path, backup: Backup) -> Path:
    for path in _free_paths(folder, backup):
        if not _is_taken(path):
            store_backups.copy_backup(backup, path)
            return path
    raise UserError(
        N_("There are too many restored copies of “{name}” in this folder."),
        advice=N_("Delete or move those that you do not need, then try again."),
        name=backup.original_path.stem,
    )


def _free_paths(folder: Path, backup: Backup) -> Iterator[Path]:
    """Names for the restored file, the plainest first."""
    moment = moment_of(backup).for_file_name(interface_language())
    stem = _("{name} (backup of {moment})").format(name=backup.original_path.stem, moment=moment)
    for number in itertools.chain([""], (f" {count}" for count in range(2, _TRIES))):
        yield folder / f"{stem}{number}{backup.original_path.suffix}"


def _is_taken(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # Writing will say what is wrong with the place.
