"""The life of one field of an open plan, and bringing back what it once said."""

from success_desktop.domain.edits import Edit, set_value
from success_desktop.domain.field_life import FieldWording, trace_field
from success_desktop.domain.plan import Plan
from success_desktop.domain.values import SHAPES, Parts
from success_desktop.i18n import N_
from success_desktop.services.histories import list_entries
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions


def list_wordings(editor: PlanEditor, node_id: str, field: str) -> list[FieldWording]:
    """Everything that a field of a node has held, newest first; the first is what it holds now, unless it never held any.

    Raises KeyError when the plan has no such node.
    """
    present = editor.plan.nodes[node_id].parts(field)
    entries = list_entries(editor, node_id)
    return trace_field(present, entries, (node_id, field), list_revisions(editor))


def bring_back(
    editor: PlanEditor, place: tuple[str, str], parts: Parts, initiator: object | None = None
) -> None:
    """Let a field (`place`: node id and field) hold `parts` again, as one step of undo of its own.

    Links to nodes that are not there any more stay away. Nothing happens when the field holds just that.
    """
    node_id, field = place
    plan = editor.plan
    wanted = _without_lost_links(plan, node_id, field, parts)
    edits: list[Edit] = []
    for part in dict.fromkeys((*plan.nodes[node_id].parts(field), *wanted)):
        edits.extend(set_value(plan, node_id, field, part, wanted.get(part)))
    editor.end_step()
    editor.edit(N_("Bring a wording back"), edits, initiator)


def _without_lost_links(plan: Plan, node_id: str, field: str, parts: Parts) -> Parts:
    spec = plan.template.field(plan.nodes[node_id].kind, field)
    if SHAPES[spec.type] != "link":
        return parts
    return {target_id: atom for target_id, atom in parts.items() if target_id in plan.nodes}
