"""Handing out a folder of files: whole or not at all. One that is there already stays until the new one is complete."""

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from success_desktop.errors import UserError
from success_desktop.i18n import N_

_SHORTER = N_("Choose a shorter name, and a folder nearer to the top.")
_OTHER_PLACE = N_("Choose another folder, such as Documents, or another name.")


def replace_folder(target: Path, write: Callable[[Path], None], is_ours: Callable[[str], bool]) -> None:
    """Let `write` fill a new folder beside `target`, then give it that name.

    A folder that is there already gives way when it is empty or `is_ours` tells so of the name of everything in it. Raises
    UserError, with advice, when it holds anything else, or when nothing can be written there; lets through what `write`
    raises. In all these cases what was there is as it was, and nothing else is left behind.
    """
    if not target.parent.is_dir():
        raise UserError(
            N_("The folder “{folder}” does not exist."), advice=_OTHER_PLACE, folder=str(target.parent)
        )
    draft, old = _beside(target, "tmp"), _beside(target, "old")
    _settle(target, draft, old)
    require_ours(target, is_ours)
    try:
        _make(draft, target)
        write(draft)
        _swap(draft, target, old)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)


def require_ours(target: Path, is_ours: Callable[[str], bool]) -> None:
    """Raise UserError unless a folder may be replaced: it is not there, empty, or holds nothing but what is ours."""
    if not _is_there(target):
        return
    if not target.is_dir():
        raise UserError(
            N_("“{name}” is a file, not a folder."), advice=N_("Choose another name."), name=target.name
        )
    strangers = sorted(path.name for path in target.iterdir() if not is_ours(path.name))
    if strangers:
        raise UserError(
            N_("The folder “{folder}” holds other files, such as “{name}”."),
            advice=N_("Choose a new folder, so that nothing of yours is replaced."),
            folder=target.name,
            name=strangers[0],
        )


def _is_there(target: Path) -> bool:
    """Whether there is anything of that name. Raises UserError for a name that no folder can have."""
    try:
        return target.exists()
    except OSError as error:
        raise UserError(N_("The folder cannot have that name."), advice=_SHORTER) from error


def _settle(target: Path, draft: Path, old: Path) -> None:
    """Clear up after a crash: what was being written goes, what had stepped aside comes back."""
    shutil.rmtree(draft, ignore_errors=True)
    if old.exists() and not target.exists():
        with suppress(OSError):
            old.rename(target)


def _make(draft: Path, target: Path) -> None:
    try:
        draft.mkdir()
    except OSError as error:
        raise UserError(
            N_("You may not save files in the folder “{folder}”."),
            advice=_OTHER_PLACE,
            folder=str(target.parent),
        ) from error


def _swap(draft: Path, target: Path, old: Path) -> None:
    """Give `draft` the name of `target`; what bears it steps aside, and comes back when that fails."""
    try:
        if target.exists():
            target.rename(old)
        draft.rename(target)
    except OSError as error:
        with suppress(OSError):
            if old.exists() and not target.exists():
                old.rename(target)
        raise UserError(
            N_("The folder “{folder}” could not be replaced: a file in it may be open in another program."),
            advice=N_("Close the files in it, or choose another folder. Nothing has been changed."),
            folder=target.name,
        ) from error


def _beside(target: Path, suffix: str) -> Path:
    """A name in the same place every time, so that what a crash left there is found again."""
    name = hashlib.blake2b(target.name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return target.with_name(f".{name}.{suffix}")
