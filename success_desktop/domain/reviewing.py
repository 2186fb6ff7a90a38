"""A copy of a plan that is there to be remarked on: which round its reviewer writes in, and what may be edited in it."""

from collections.abc import Iterable

from success_desktop.domain.edits import AddNode, Edit, MoveNode
from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.plan import Plan

REVIEWING = "reviewing"
"""The field at the root of the feedback that names the reviewer's round; blank in a plan that is being written."""


def reviewed_round(plan: Plan) -> str:
    """The id of the round in which a copy for review takes remarks; "" for a plan that is being written."""
    root = plan.nodes.get(FEEDBACK_ID)
    return root.word(REVIEWING) if root is not None else ""


def may_edit(plan: Plan, edits: Iterable[Edit]) -> bool:
    """Whether a plan lets itself be edited so: a copy for review only in its reviewer's own round."""
    own_id = reviewed_round(plan)
    if not own_id:
        return True
    added = {own_id}
    for edit in edits:
        if not _is_below(plan, _home_of(edit), added):
            return False
        if isinstance(edit, AddNode):
            added.add(edit.node_id)
    return True


def _home_of(edit: Edit) -> str:
    """The node below which an edit takes place, or which it is about."""
    if isinstance(edit, AddNode):
        return edit.parent_id or ""
    return edit.new_parent_id if isinstance(edit, MoveNode) else edit.node_id


def _is_below(plan: Plan, node_id: str, homes: set[str]) -> bool:
    if node_id in homes:
        return True
    return node_id in plan.nodes and any(above.id in homes for above in plan.ancestors(node_id))
