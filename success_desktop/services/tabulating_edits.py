"""What a person can do to several cells or rows of a grid at once. Each verb is one step of undo."""

from collections.abc import Iterable

from success_desktop.domain.edits import Edit, remove_branches
from success_desktop.i18n import N_, Language
from success_desktop.services.editing import add_node
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.tabulating import GridColumn
from success_desktop.services.tabulating_cells import clearing_edits


def clear_cells(
    editor: PlanEditor,
    cells: Iterable[tuple[str, GridColumn]],
    language: Language,
    initiator: object | None = None,
) -> int:
    """Blank cells (node id, column), money of all sources included. Returns how many held something."""
    found = [clearing_edits(column, editor.plan.nodes[node_id], language) for node_id, column in cells]
    edits: list[Edit] = [edit for cell in found for edit in cell]
    editor.edit(N_("Clear cells"), edits, initiator)
    return sum(1 for cell in found if cell)


def add_row_after(editor: PlanEditor, node_id: str) -> str:
    """Add an empty node of the same kind behind a node. Returns its id. Raises UserError where there may be only one."""
    node = editor.plan.nodes[node_id]
    siblings = editor.plan.children[node.parent_id or ""]
    place = siblings.index(node_id) + 1
    before_id = siblings[place] if place < len(siblings) else None
    return add_node(editor, node.parent_id or "", node.kind, before_id)


def remove_rows(editor: PlanEditor, node_ids: Iterable[str]) -> int:
    """Remove nodes with everything below them and every link to them. Returns how many, those below others not counted."""
    plan = editor.plan
    going = {node_id for node_id in node_ids if node_id in plan.nodes}
    editor.edit(N_("Delete"), remove_branches(plan, going))
    return sum(not any(node.id in going for node in plan.ancestors(node_id)) for node_id in going)
