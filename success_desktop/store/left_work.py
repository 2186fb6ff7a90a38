"""Work that an earlier session left in a working copy and that no plan file holds yet."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.store.file_faults import told
from success_desktop.store.plan_lock import holding
from success_desktop.store.taking_up import changed_at
from success_desktop.store.working_copy import WorkingCopy, find_copies


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Work that was left in a working copy: the plan file it belongs to, and when it was last touched (UTC)."""

    id: str
    path: Path
    changed_at: datetime


def list_unpublished() -> list[Unpublished]:
    """Work of earlier sessions that no file holds yet, newest first; plans that are open now do not count."""
    found: list[Unpublished] = []
    for copy in find_copies():
        try:
            with holding(copy.original_path), told(copy.folder):
                at = changed_at(copy)
        except UserError:
            continue  # It is open in a window, or cannot be opened at all.
        if at is not None:
            found.append(Unpublished(copy.folder.name, copy.original_path, at))
    return found


def discard_unpublished(left: Unpublished) -> None:
    """Throw away work that was left. Raises UserError when it is open or gone."""
    with holding(left.path), told(left.path):
        copy_of(left).remove()


def copy_of(left: Unpublished) -> WorkingCopy:
    """The working copy that holds work which was left. Raises UserError when it is gone."""
    copy = next((copy for copy in find_copies(left.path) if copy.folder.name == left.id), None)
    if copy is None:
        raise UserError(
            N_("The unsaved work of “{path}” is no longer there."),
            advice=N_("It may have been saved or thrown away in another window."),
            path=left.path,
        )
    return copy
