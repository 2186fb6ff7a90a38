"""Handing out what differs between two points of a plan's history: a Word file with tracked changes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from success_desktop.documents.outline import build_outline
from success_desktop.documents.redline.redline_writer import Redline, write_redline
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.comparing import Compared, Point, compare_points
from success_desktop.services.export import ExportOptions, Progress, replace_file, require_word_name
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import find_revision, revision_id_for_export

_SHARE_OF_READING = 0.15


def prepare_redline(editor: PlanEditor, old: Point, new: Point, file_name: str) -> Compared:
    """Compare two points for a redline that goes out as `file_name`.

    The present is kept as a revision first: the document names the revisions that it shows, so that what comes back finds
    its place again. Raises UserError, and keeps nothing, when the two points read the same.
    """
    compared = compare_points(editor, old, new)
    if not compared.comparison.differences:
        raise UserError(
            N_("There is nothing to show: both revisions read the same."),
            advice=N_("Choose two revisions that differ."),
        )
    return replace(compared, old_point=_keep(editor, old, file_name), new_point=_keep(editor, new, file_name))


def export_redline(
    compared: Compared, path: Path, options: ExportOptions | None = None, progress: Progress | None = None
) -> None:
    """Write what differs between two points that differ as tracked changes to the Word file `path`, replacing one there.

    With all changes rejected it is the document of the old point, with all accepted that of the new one; each change bears
    its author and time. Of `options`, `revision_id` is not looked at. Raises UserError, with advice, when the file cannot
    be written, and lets through what `progress` raises (Cancelled). In both cases the old file is as it was and no other is
    left behind.
    """
    require_word_name(path)
    chosen = options or ExportOptions()
    tell = progress or _tell_nobody
    tell(0.0)
    redline = Redline(
        old=build_outline(compared.comparison.old, chosen.for_outline(_id_of(compared.old_point))),
        new=build_outline(compared.comparison.new, chosen.for_outline(_id_of(compared.new_point))),
        comparison=compared.comparison,
        authorship=compared.authorship,
        made_at=_time_of(compared),
    )
    tell(_SHARE_OF_READING)

    def tell_of_writing(share: float) -> None:
        tell(_SHARE_OF_READING + (1 - _SHARE_OF_READING) * share)

    replace_file(
        path, lambda draft_path: write_redline(redline, draft_path, chosen.for_word(), tell_of_writing)
    )


def _keep(editor: PlanEditor, point: Point, file_name: str) -> Point:
    """The present as a revision; as it is where nothing can be kept, and a revision anyway."""
    if not point.is_present:
        return point
    revision_id = revision_id_for_export(editor, file_name)
    return Point(point.name, find_revision(editor, revision_id)) if revision_id else point


def _id_of(point: Point) -> str:
    return point.revision.id if point.revision else ""


def _time_of(compared: Compared) -> datetime:
    """When the newest edit between the points was made, which is what made the program compute anew."""
    latest = compared.authorship.latest
    assert latest is not None, "what differs has been edited"
    return latest.at


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
