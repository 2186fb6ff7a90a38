"""Rows that a reviewer wants back: not a new row of the same words, but the one that the plan had, with all in it."""

from success_desktop.domain.feedback import Remark
from success_desktop.domain.proposals import AddedRow
from success_desktop.domain.restoring import Scope
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.proposing import RowEdits, proposal_of, row_edits
from success_desktop.services.restoring import preview_restore
from success_desktop.services.revisions import list_revisions


def row_edits_with_past(editor: PlanEditor, remark: Remark) -> RowEdits:
    """The edits that make a proposal about a row so; a row that was in an earlier revision comes back from there.

    It comes back with its id, its fields and what went along with it, where it stood. Raises UserError as
    `proposing.row_edits` and `restoring.preview_restore`.
    """
    return _brought_back(editor, remark) or row_edits(editor.plan, remark)


def _brought_back(editor: PlanEditor, remark: Remark) -> RowEdits | None:
    """The edits that bring back a row of an earlier revision; None where that is not what is proposed, or done already."""
    try:
        proposal = proposal_of(remark)
    except ValueError:  # row_edits says so
        return None
    if not isinstance(proposal, AddedRow) or proposal.old_id in editor.plan.nodes:
        return None
    old_id = proposal.old_revision_id
    old = next((one for one in list_revisions(editor) if old_id and one.id == old_id), None)
    if old is None:
        return None
    preview = preview_restore(editor, old, Scope(proposal.old_id))
    return RowEdits(proposal.old_id, preview.restoration.edits)
