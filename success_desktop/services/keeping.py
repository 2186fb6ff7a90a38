"""What the program keeps by itself: a revision before anything that rearranges the plan, and now and then."""

from success_desktop.domain.revision import REPLACEABLE, Occasion, Revision
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import is_still, newest_revision, take_revision

_BEGINNING = 1
"""The transaction that made the plan: before it there is nothing to keep."""


def keep_automatically(editor: PlanEditor, occasion: Occasion, message: str = "") -> Revision | None:
    """Keep the plan as it is now on an occasion other than a person's wish.

    None when nothing has changed since the newest revision, or the plan's file may only be read. Closing and an hour's work
    replace the revision that was taken last when that was of their sort, and keep nothing of a plan just made. What is kept
    before something happens stays for good, so one that would give way does not do for it.
    """
    if _is_kept(editor, occasion) or not editor.file.is_writable:
        return None
    return take_revision(editor, message, occasion=occasion)


def _is_kept(editor: PlanEditor, occasion: Occasion) -> bool:
    """Whether an occasion needs no revision: the newest holds the plan as it is, or the plan is as it was made."""
    newest = newest_revision(editor)
    if newest is None:
        return occasion in REPLACEABLE and editor.file.store.last_number() == _BEGINNING
    gives_way = newest.is_replaceable and occasion not in REPLACEABLE
    return not gives_way and is_still(editor, newest)
