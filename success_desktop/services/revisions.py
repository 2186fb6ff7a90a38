"""Keeping points of the plan's history for good, and reading them again."""

from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Revision
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store import revisions as store_revisions
from success_desktop.store.revisions import NewRevision


def take_revision(editor: PlanEditor, message: str, label: str = "", is_automatic: bool = False) -> Revision:
    """Keep the plan as it is now. `label` is a short name such as “ร่างที่ 3”; the program itself takes automatic ones."""
    fresh = NewRevision(editor.author, editor.now(), message, label, is_automatic)
    return store_revisions.take_revision(editor.file.store, fresh)


def revision_id_for_export(editor: PlanEditor, file_name: str) -> str:
    """The id of the revision that a document made now stands for, so that remarks on it find their place again.

    That is the newest one when nothing has changed since, else one taken for it. "" when the plan's file may only be read
    and nothing can be kept in it.
    """
    kept = list_revisions(editor)
    if kept and kept[-1].number == editor.file.store.last_number():
        return kept[-1].id
    if not editor.file.is_writable:
        return ""
    message = _("Export of {name}").format(name=file_name)
    return take_revision(editor, message, is_automatic=True).id


def list_revisions(editor: PlanEditor) -> list[Revision]:
    """Every revision kept, oldest first."""
    return store_revisions.list_revisions(editor.file.store)


def find_revision(editor: PlanEditor, name: str) -> Revision:
    """The revision with that id, label or number. Raises UserError when there is none."""
    for revision in reversed(list_revisions(editor)):
        if name in (revision.id, revision.label, str(revision.number)):
            return revision
    raise UserError(
        N_("This plan has no revision “{name}”."),
        advice=N_("Give the id, the label or the number of one of its revisions."),
        name=name,
    )


def read_revision(editor: PlanEditor, revision: Revision) -> Plan:
    """The whole plan as it was at a revision."""
    return store_revisions.read_revision(editor.file.store, revision.id)


def describe_revision(revision: Revision) -> dict[str, str | int | bool | None]:
    """A revision as plain data that JSON can hold; `at` is ISO 8601 in UTC."""
    return {
        "id": revision.id,
        "number": revision.number,
        "parent_id": revision.parent_id,
        "author": revision.author,
        "at": revision.at.isoformat(timespec="seconds"),
        "message": revision.message,
        "label": revision.label,
        "is_automatic": revision.is_automatic,
        "fingerprint": revision.fingerprint,
    }
