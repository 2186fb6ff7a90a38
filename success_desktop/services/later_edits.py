"""What was edited in a row since a reviewer saw it: taking their word on the whole row would silently undo that."""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.domain.feedback import Remark, RemarkSort
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import AddedRow, MovedRow, RemovedRow
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.proposing import proposal_of
from success_desktop.services.revisions import list_revisions, read_revision


class LaterEdit(NamedTuple):
    """A field of a node that reads otherwise than it was sent; "" for the node itself, which has come or moved since."""

    node_id: str
    field: str


class LaterEdits(NamedTuple):
    """What would be lost if a proposal about a row were taken as it is, in the order of the plan; at least one."""

    remark_id: str
    node_id: str
    sort: RemarkSort
    author: str
    edits: tuple[LaterEdit, ...]


def find_later_edits(editor: PlanEditor, remark: Remark) -> LaterEdits | None:
    """What has been edited in the row that a remark proposes to remove or to move, since the draft that it speaks of.

    Of a row that would go, anything in it or below it counts; of one that would move, that it has been moved elsewhere. None
    where nothing would be lost, and where it is not known which draft the reviewer saw.
    """
    if remark.sort not in ("removed", "moved"):
        return None
    past = _seen_plan(editor, remark)
    if past is None:
        return None
    proposal = _proposal_on(editor.plan, past, remark)
    if proposal is None:
        return None
    if isinstance(proposal, MovedRow):
        edits = tuple(_moves_of(editor.plan, past, proposal))
    else:
        edits = tuple(_edits_below(editor.plan, past, proposal.node_id))
    return LaterEdits(remark.id, proposal.node_id, remark.sort, remark.author, edits) if edits else None


def later_edits_error(later: LaterEdits) -> UserError:
    """What to say to somebody who cannot be asked whether later edits shall go."""
    return UserError(
        N_("The row has been edited since {names} saw it."),
        advice=N_(
            "Look at what was edited, then accept the proposal in the window, or decline it with a reason."
        ),
        names=later.author,
    )


def _seen_plan(editor: PlanEditor, remark: Remark) -> Plan | None:
    """The plan that the reviewer saw; None where that is not known."""
    seen_id = remark.anchor.revision_id
    seen = next((one for one in list_revisions(editor) if seen_id and one.id == seen_id), None)
    return read_revision(editor, seen) if seen is not None else None


def _proposal_on(plan: Plan, past: Plan, remark: Remark) -> RemovedRow | MovedRow | None:
    """The proposal, if it can be read and both plans have its row."""
    try:
        proposal = proposal_of(remark)
    except ValueError:  # accepting says so
        return None
    if isinstance(proposal, AddedRow):
        return None
    return proposal if proposal.node_id in plan.nodes and proposal.node_id in past.nodes else None


def _edits_below(plan: Plan, past: Plan, node_id: str) -> Iterator[LaterEdit]:
    """What was edited in a node and below it; where the node itself stands says nothing on what is in it."""
    for node in plan.walk(node_id):
        before = past.nodes.get(node.id)
        if before is node:
            continue
        if before is None or (node.id != node_id and before.parent_id != node.parent_id):
            yield LaterEdit(node.id, "")
            continue
        for field in dict.fromkeys((*before.fields, *node.fields)):
            if before.parts(field) != node.parts(field):
                yield LaterEdit(node.id, field)


def _moves_of(plan: Plan, past: Plan, proposal: MovedRow) -> Iterator[LaterEdit]:
    parent_id = plan.nodes[proposal.node_id].parent_id
    if parent_id not in (past.nodes[proposal.node_id].parent_id, proposal.parent_id):
        yield LaterEdit(proposal.node_id, "")
