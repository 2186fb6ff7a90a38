"""The life of a part of the plan: who changed it, when, from what to what."""

from success_desktop.domain.history import Entry, gather_entries
from success_desktop.domain.revision import Transaction
from success_desktop.services.plan_editor import PlanEditor


def list_entries(editor: PlanEditor, node_id: str, *, is_whole_branch: bool = False) -> list[Entry]:
    """What was done to a node, newest first; with `is_whole_branch` to everything that is below it now, too."""
    node_ids = [node.id for node in editor.plan.walk(node_id)] if is_whole_branch else [node_id]
    store = editor.file.store
    return gather_entries(store.list_transactions(), store.read_edits_of(node_ids))


def find_beginning(editor: PlanEditor) -> Transaction | None:
    """The transaction that began the plan; what it brought is not told edit by edit. None for a plan without a log."""
    return next(iter(editor.file.store.list_transactions()), None)
