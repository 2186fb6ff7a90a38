"""Copies of plans for review: made beside the plan, and gone on with the next time."""

from contextlib import ExitStack
from pathlib import Path

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.export import replace_file
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.reviewing import begin_review, is_reviewing


def open_for_review(path: Path, copy_path: Path, reviewer: str) -> PlanEditor:
    """Open a copy of a plan's file for review by a person; the file itself stays as it is.

    A copy that is there already is gone on with, and so is `path` itself when it is one. Raises UserError when the plan
    cannot be read or the copy not be written.
    """
    is_new = copy_path != path and not copy_path.exists()
    if is_new:
        replace_file(copy_path, lambda draft_path: _copy(path, draft_path))
    with ExitStack() as rollback:
        editor = open_plan(copy_path, reviewer, must_write=True)
        if is_new and is_reviewing(editor):
            editor.abandon()
            copy_path.unlink()
            return open_plan(path, reviewer)
        rollback.callback(editor.close, publish=False)
        begin_review(editor, reviewer)
        editor.file.publish()
        rollback.pop_all()
    return editor


def _copy(path: Path, draft_path: Path) -> None:
    """Copy a plan's file. Raises UserError when it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            N_("The file “{name}” cannot be read."),
            advice=N_("Check that it is there, and that you may read it."),
            name=path.name,
        ) from error
    draft_path.write_bytes(content)
