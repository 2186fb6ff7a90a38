"""The edits that lead straight from one state of a plan to another, whatever way the plan really took."""

from collections.abc import Iterator

from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    RemoveNode,
    SetValue,
    clear_fields,
    remove_branches,
)
from success_desktop.domain.plan import Node, Plan


def edits_between(old: Plan, new: Plan) -> tuple[Edit, ...]:
    """The edits that make `new` out of `old`, exactly: applied to `old` they give a plan equal to `new`.

    Both follow the same template. None of them touches what is the same in both.
    """
    touched = [node_id for node_id, node in new.nodes.items() if old.nodes.get(node_id) is not node]
    if _are_strangers(old, new, touched):
        return (*(remove_branches(old, old.root_ids) if old.nodes else ()), *_grow(new))
    gone = [node for node_id, node in old.nodes.items() if node_id not in new.nodes]
    return (
        *_arrange(old, new, touched),
        *(edit for node in _leaves_first(old, gone) for edit in _take_out(node)),
        *(edit for node_id in touched for edit in _rewrite(old.nodes.get(node_id), new.nodes[node_id])),
    )


def _are_strangers(old: Plan, new: Plan, touched: list[str]) -> bool:
    """Whether the two share no root, or some id stands for different things: no two states of one plan do."""
    if old.root_id != new.root_id or old.root.position != new.root.position:
        return True
    return any(
        node_id in old.nodes and old.nodes[node_id].kind != new.nodes[node_id].kind for node_id in touched
    )


def _stands_elsewhere(was: Node | None, now: Node) -> bool:
    return was is None or (was.parent_id, was.position) != (now.parent_id, now.position)


def _grow(plan: Plan) -> Iterator[Edit]:
    for node in (node for root_id in plan.root_ids for node in plan.walk(root_id)):
        yield AddNode(node.id, node.kind, node.parent_id, node.position)
        yield from _rewrite(None, node)


def _arrange(old: Plan, new: Plan, touched: list[str]) -> Iterator[Edit]:
    """Adds and moves, parents first in the new tree: whoever a node comes under has its final place by then.

    So no node ever comes to lie below itself, however the moves cross.
    """
    placed = [
        new.nodes[node_id]
        for node_id in touched
        if _stands_elsewhere(old.nodes.get(node_id), new.nodes[node_id])
    ]
    for node in sorted(placed, key=lambda node: len(new.ancestors(node.id))):
        was = old.nodes.get(node.id)
        if was is None:
            yield AddNode(node.id, node.kind, node.parent_id, node.position)
        else:
            yield MoveNode(node.id, was.parent_id or "", was.position, node.parent_id or "", node.position)


def _leaves_first(plan: Plan, nodes: list[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: -len(plan.ancestors(node.id)))


def _take_out(node: Node) -> Iterator[Edit]:
    yield from clear_fields(node)
    yield RemoveNode(node.id, node.kind, node.parent_id, node.position)


def _rewrite(was: Node | None, now: Node) -> Iterator[Edit]:
    """The values of a node that differ; blanks first where a part went."""
    old = was.fields if was else {}
    if old is now.fields:
        return
    for field in dict.fromkeys((*old, *now.fields)):
        before, after = old.get(field, {}), now.fields.get(field, {})
        if before == after:
            continue
        for part in dict.fromkeys((*before, *after)):
            if before.get(part) != after.get(part):
                yield SetValue(now.id, field, part, before.get(part), after.get(part))
