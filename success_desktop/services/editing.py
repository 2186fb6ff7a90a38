"""What a person can do to the nodes of an open plan. Each verb is one step of undo."""

from collections.abc import Iterable

from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    place_among,
    remove_branch,
    set_value,
    usual_room,
)
from success_desktop.domain.order import position_between, spread_positions
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_typed import plain_text
from success_desktop.domain.values import Atom
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, interface_language
from success_desktop.ids import new_id
from success_desktop.services.plan_editor import PlanEditor


def set_text(
    editor: PlanEditor, place: tuple[str, str, Language], text: str, initiator: object | None = None
) -> None:
    """Give the text field at `place` (node id, field, language) the wording `text`; "" clears it.

    What cannot be kept or printed (domain.thai_typed.plain_text) is left out.
    """
    node_id, field, language = place
    edits = set_value(editor.plan, node_id, field, language, plain_text(text))
    editor.edit(N_("Edit text"), edits, initiator)


def set_part(
    editor: PlanEditor, place: tuple[str, str, str], value: Atom | None, initiator: object | None = None
) -> None:
    """Give one part of a field (node id, field, part) a value; None clears it."""
    node_id, field, part = place
    editor.edit(N_("Edit field"), set_value(editor.plan, node_id, field, part, value), initiator)


def set_links(
    editor: PlanEditor, node_id: str, field: str, target_ids: Iterable[str], initiator: object | None = None
) -> None:
    """Let a reference field name exactly these nodes, in this order."""
    targets = list(dict.fromkeys(target_ids))
    places = dict(zip(targets, spread_positions(len(targets)), strict=True))
    edits: list[Edit] = []
    for target_id in dict.fromkeys((*editor.plan.nodes[node_id].parts(field), *places)):
        edits.extend(set_value(editor.plan, node_id, field, target_id, places.get(target_id)))
    editor.edit(N_("Edit links"), edits, initiator)


def can_add(plan: Plan, parent_id: str, kind: str) -> bool:
    """Whether a node of `kind` may be put under a parent: the template allows it, and it is not there already if single."""
    if not plan.template.can_contain(plan.nodes[parent_id].kind, kind):
        return False
    return not plan.template.kind(kind).is_single or all(
        node.kind != kind for node in plan.children_of(parent_id)
    )


def add_node(editor: PlanEditor, parent_id: str, kind: str, before_id: str | None = None) -> str:
    """Add an empty node of `kind` under a parent, in front of the child `before_id`. Returns its id.

    None puts it where its kind usually stands: behind its like, and in the template's order of kinds.
    Raises UserError when nodes of that kind do not belong there.
    """
    added = add_edit(editor.plan, parent_id, kind, before_id)
    editor.edit(N_("Add"), (added,))
    return added.node_id


def add_edit(plan: Plan, parent_id: str, kind: str, before_id: str | None = None) -> AddNode:
    """The edit that `add_node` makes, with a new id. Raises UserError as it does."""
    if not can_add(plan, parent_id, kind):
        raise _misplaced(plan, parent_id, kind)
    if before_id is None:
        position = position_between(*usual_room(plan, parent_id, kind))
    else:
        position = place_among(plan, parent_id, before_id)
    return AddNode(new_id(), kind, parent_id, position)


def remove_node(editor: PlanEditor, node_id: str) -> None:
    """Remove a node with everything below it and every link to it. Raises UserError for the plan itself."""
    if node_id == editor.plan.root_id:
        raise plan_stays()
    editor.edit(N_("Delete"), remove_branch(editor.plan, node_id))


def plan_stays() -> UserError:
    """What to say to somebody who would delete the plan from within it."""
    return UserError(N_("The plan itself cannot be deleted here."), advice=N_("Delete its file instead."))


def move_node(editor: PlanEditor, node_id: str, parent_id: str, before_id: str | None = None) -> None:
    """Move a node with everything below it under `parent_id`, in front of the child `before_id` (None: last).

    Raises UserError when it does not belong there, or would come to lie below itself.
    """
    editor.edit(N_("Move"), move_edits(editor.plan, node_id, parent_id, before_id))


def move_edits(
    plan: Plan, node_id: str, parent_id: str, before_id: str | None = None
) -> tuple[MoveNode, ...]:
    """The edit that `move_node` makes; none when the node stands there already. Raises UserError as it does."""
    node = plan.nodes[node_id]
    above = {parent_id, *(ancestor.id for ancestor in plan.ancestors(parent_id))}
    if node.parent_id is None or node_id in above:
        raise UserError(N_("A part of the plan cannot be moved into itself."))
    if not plan.template.can_contain(plan.nodes[parent_id].kind, node.kind):
        raise _misplaced(plan, parent_id, node.kind)
    if before_id == node_id or _is_already_there(plan, node_id, parent_id, before_id):
        return ()
    position = place_among(plan, parent_id, before_id, moving_id=node_id)
    return (MoveNode(node_id, node.parent_id, node.position, parent_id, position),)


def move_up(editor: PlanEditor, node_id: str) -> None:
    """Move a node in front of the sibling before it; the first one stays."""
    siblings, index = _siblings(editor.plan, node_id)
    if index > 0:
        move_node(editor, node_id, editor.plan.nodes[node_id].parent_id or "", siblings[index - 1])


def move_down(editor: PlanEditor, node_id: str) -> None:
    """Move a node behind the sibling after it; the last one stays."""
    siblings, index = _siblings(editor.plan, node_id)
    if index + 1 < len(siblings):
        before_id = siblings[index + 2] if index + 2 < len(siblings) else None
        move_node(editor, node_id, editor.plan.nodes[node_id].parent_id or "", before_id)


def _siblings(plan: Plan, node_id: str) -> tuple[tuple[str, ...], int]:
    siblings = plan.children.get(plan.nodes[node_id].parent_id or "", (node_id,))
    return siblings, siblings.index(node_id)


def _is_already_there(plan: Plan, node_id: str, parent_id: str, before_id: str | None) -> bool:
    if plan.nodes[node_id].parent_id != parent_id:
        return False
    siblings, index = _siblings(plan, node_id)
    following = siblings[index + 1] if index + 1 < len(siblings) else None
    return following == before_id


def _misplaced(plan: Plan, parent_id: str, kind: str) -> UserError:
    language = interface_language()
    return UserError(
        N_("“{kind}” cannot be placed under “{parent}”."),
        advice=N_("Choose another place in the outline."),
        kind=plan.template.kind(kind).name.spoken(language) if kind in plan.template.kinds else kind,
        parent=plan.kind_of(parent_id).name.spoken(language),
    )
