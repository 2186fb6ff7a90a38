"""Bringing back a field, a node, a branch or the whole plan as it was at a revision. Looked at first, then one undo step."""

from dataclasses import dataclass

from success_desktop.domain.comparison import Comparison, compare_plans
from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import Restoration, Scope, restore_edits
from success_desktop.domain.revision import Revision
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import read_revision


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What restoring would do: `comparison` leads from the present plan (`old`) to what it would become (`new`)."""

    revision: Revision
    scope: Scope
    comparison: Comparison
    restoration: Restoration

    @property
    def is_nothing(self) -> bool:
        """Whether all is as it was already."""
        return not self.restoration.edits


def preview_restore(editor: PlanEditor, revision: Revision, scope: Scope) -> RestorePreview:
    """What would change if `scope` were brought back from a revision. Nothing is done yet.

    Raises UserError when neither that revision nor the present plan has the node, or when a single field or a place is asked
    for of a node that one of them lacks, or when a second one would come of what a plan has only once.
    """
    present, past = editor.plan, read_revision(editor, revision)
    _refuse_twin(present, past, scope.node_id)
    try:
        restoration = restore_edits(present, past, scope)
    except KeyError as error:
        raise UserError(
            N_("This cannot be restored from that revision: it is not in both plans."),
            advice=N_("Choose the part that holds it, or another revision."),
        ) from error
    result = apply(present, restoration.edits)
    return RestorePreview(revision, scope, compare_plans(present, result), restoration)


def restore(editor: PlanEditor, preview: RestorePreview, initiator: object | None = None) -> Revision | None:
    """Do what a preview has shown, as one step of undo. The plan is kept as a revision before, which is returned.

    None is returned when the newest revision held it already, or when there was nothing to restore.

    Raises UserError when the plan has been edited since the preview was made so that it does not fit any more; nothing is
    restored then.
    """
    if preview.is_nothing:
        return None
    if editor.plan is not preview.comparison.old:
        preview = _renew(editor, preview)
    message = _("Before restoring from {name}").format(name=revision_name(preview.revision))
    kept = keep_automatically(editor, "restore", message)
    editor.end_step()
    editor.edit(N_("Restore"), preview.restoration.edits, initiator)
    return kept


def _refuse_twin(present: Plan, past: Plan, node_id: str) -> None:
    """Raise UserError when a node is to come back of a kind that occurs once, and there is another by now."""
    if node_id not in past.nodes or node_id in present.nodes:
        return
    kind = past.kind_of(node_id)
    if kind.is_single and any(node.kind == past.nodes[node_id].kind for node in present.nodes.values()):
        raise UserError(
            N_("The plan has “{kind}” only once, and has another one by now."),
            advice=N_("Restore what was in it piece by piece, or the whole plan."),
            kind=kind.name.spoken(interface_language()),
        )


def _renew(editor: PlanEditor, preview: RestorePreview) -> RestorePreview:
    """The same preview of the plan as it is now. Raises UserError when it would do something else than was shown."""
    renewed = preview_restore(editor, preview.revision, preview.scope)
    if renewed.restoration != preview.restoration:
        raise UserError(
            N_("The plan has been edited since you looked at what would be restored."),
            advice=N_("Look at it again, then restore."),
        )
    return renewed
