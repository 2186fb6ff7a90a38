"""Keeping points of the plan's history for good, and reading them again."""

from success_desktop.domain.office_kinds import is_office_id
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Occasion, Revision, find_landmark
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store import revisions as store_revisions
from success_desktop.store.revisions import NewRevision
from success_desktop.store.rewinding import read_plan_at as read_stored_plan_at

NOW = "now"
"""What people and scripts call the plan as it is, where a revision could be named too."""


def take_revision(editor: PlanEditor, message: str, label: str = "", occasion: Occasion = "") -> Revision:
    """Keep the plan as it is now. `label` is a short name such as “ร่างที่ 3”; see services.keeping for automatic ones."""
    fresh = NewRevision(editor.author, editor.now(), message, label, occasion)
    return store_revisions.take_revision(editor.file.store, fresh)


def revision_id_for_export(editor: PlanEditor, file_name: str) -> str:
    """The id of the revision that a document made now stands for, so that remarks on it find their place again.

    That is the newest one when the plan still says what it said then and it stays for good, else one taken for it. "" when
    the plan's file may only be read and nothing can be kept in it.
    """
    newest = newest_revision(editor)
    if newest and not newest.is_replaceable and is_still(editor, newest):
        return newest.id
    if not editor.file.is_writable:
        return ""
    return take_revision(editor, _("Export of {name}").format(name=file_name), occasion="export").id


def is_still(editor: PlanEditor, newest: Revision) -> bool:
    """Whether the newest revision holds the plan as it is: nothing was edited since but how it is printed and adopted."""
    store = editor.file.store
    since = store.read_edits_between(newest.number, store.last_number())
    return all(is_office_id(edit.node_id) for _number, edit in since)


def list_revisions(editor: PlanEditor) -> list[Revision]:
    """Every revision kept, oldest first."""
    return store_revisions.list_revisions(editor.file.store)


def newest_revision(editor: PlanEditor) -> Revision | None:
    """The revision kept last; None when there is none."""
    return store_revisions.newest_revision(editor.file.store)


def read_landmark(editor: PlanEditor) -> Revision:
    """The revision that the present is told against. Raises UserError when none has been kept yet."""
    landmark = find_landmark(list_revisions(editor))
    if landmark is None:
        raise UserError(
            N_("No revision of this plan has been kept yet."),
            advice=N_("Keep one with Ctrl+Shift+S; from then on the plan can be compared with it."),
        )
    return landmark


def find_revision(editor: PlanEditor, name: str) -> Revision:
    """The revision with that id, label (the newest of that label) or ordinal: 1 is the oldest.

    Raises UserError when there is none.
    """
    kept = list_revisions(editor)
    for revision in reversed(kept):
        if name and name in (revision.id, revision.label):
            return revision
    ordinal = int(name) if name.isdecimal() else 0
    if 1 <= ordinal <= len(kept):
        return kept[ordinal - 1]
    raise UserError(
        N_("This plan has no revision “{name}”."),
        advice=N_("Give the id, the label or the number of one of its revisions."),
        name=name,
    )


def read_revision(editor: PlanEditor, revision: Revision) -> Plan:
    """The whole plan as it was at a revision."""
    return read_plan_at(editor, revision.number)


def read_plan_at(editor: PlanEditor, number: int) -> Plan:
    """The whole plan as it was after transaction `number` (from 1); it shares what is still the same with the present."""
    known = editor.pasts.nearest(number, editor.present)
    if known is not None and known.number == number:
        return known.plan
    plan = read_stored_plan_at(editor.file.store, number, known)
    newest = newest_revision(editor)
    if newest is not None and number <= newest.number:
        editor.pasts.remember(number, plan)
    return plan


def describe_revision(revision: Revision) -> dict[str, str | int | bool | None]:
    """A revision as plain data that JSON can hold; `at` is ISO 8601 in UTC, `transaction` where in the log it stands."""
    return {
        "id": revision.id,
        "number": revision.ordinal,
        "transaction": revision.number,
        "parent_id": revision.parent_id,
        "author": revision.author,
        "at": revision.at.isoformat(timespec="seconds"),
        "message": revision.message,
        "label": revision.label,
        "occasion": revision.occasion,
        "is_automatic": revision.is_automatic,
        "fingerprint": revision.fingerprint,
    }
