"""Bringing back what a plan was at some point of its history: a field, a node, a branch, or all of it.

What lies outside the scope stays as it is now, whatever has happened there since. Feedback always does: what reviewers said
and what was decided on it is no part of what is restored.
"""

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from success_desktop.domain.beside import is_beside
from success_desktop.domain.edits import Edit, apply
from success_desktop.domain.net_edits import edits_between
from success_desktop.domain.plan import Node, Plan, plan_of_nodes
from success_desktop.domain.regrafting import Graft
from success_desktop.domain.relinking import links_that_return
from success_desktop.domain.values import Parts, shape_of


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be as it was: the whole plan ("" for `node_id`), a node, or less or more of it.

    A node alone means its fields; one that has gone meanwhile comes back, with what went along with it. `is_branch` means
    everything below it too. `field` and `part` narrow it down to one field or part, `is_place` to where the node stands.
    """

    node_id: str = ""
    field: str = ""
    part: str = ""
    is_branch: bool = False
    is_place: bool = False


class DroppedLink(NamedTuple):
    """A link that cannot come back, or must go, because the node it named is not in the plan any more."""

    node_id: str
    field: str
    target_id: str


@dataclass(frozen=True, slots=True)
class Restoration:
    """What brings the past back: the edits to the present plan, and the links that are lost with them."""

    edits: tuple[Edit, ...]
    dropped_links: tuple[DroppedLink, ...] = ()


def restore_edits(present: Plan, past: Plan, scope: Scope) -> Restoration:
    """The edits that make of the present plan what it was, as far as `scope` goes.

    A node that was not there in the past goes with all that was not there either; what has been moved under it returns to
    where it was. A node that comes back stands under its past parent, else under the nearest ancestor that may hold it, and
    those that named it name it again.
    Raises KeyError when neither plan has the node, or when a field or place is asked for of a node that one of them lacks.
    """
    if scope.node_id == "" or (scope.is_branch and scope.node_id == past.root_id):
        return Restoration(edits_between(present, _with_feedback_of(past, present)))
    if scope.field:
        return _finish(present, _with_field(present, past, scope), {scope.node_id})
    graft = Graft(present, past)
    if scope.is_place:
        graft.loosen(scope.node_id)
    elif scope.node_id not in past.nodes:
        graft.let_go(scope.node_id)
    elif scope.is_branch:
        graft.bring_back(node.id for node in past.walk(scope.node_id))
        graft.keep_place(scope.node_id)
    elif scope.node_id in present.nodes:
        graft.rewrite(scope.node_id)
    else:
        graft.bring_back(_lost_branch(present, past, scope.node_id))
        graft.keep_place(scope.node_id)
    result = graft.finish()
    relinked = apply(result, links_that_return(present, past, result, graft.restored))
    return _finish(present, relinked, graft.restored)


def _with_feedback_of(plan: Plan, other: Plan) -> Plan:
    """What a plan says, with the feedback of another state of it."""
    said = {node_id: node for node_id, node in plan.nodes.items() if not is_beside(node_id)}
    feedback = {node_id: node for node_id, node in other.nodes.items() if is_beside(node_id)}
    is_same = not feedback and len(said) == len(plan.nodes)
    return plan if is_same else plan_of_nodes(plan.template, {**said, **feedback})


def _lost_branch(present: Plan, past: Plan, node_id: str) -> Iterator[str]:
    """A node that has gone and what has gone with it; what lives on elsewhere stays there with all below it."""
    waiting = [node_id]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(child for child in past.children.get(here, ()) if child not in present.nodes)


def _with_field(present: Plan, past: Plan, scope: Scope) -> Plan:
    """The present plan with one field, or one part of it, as it was; blank for a node that was not there."""
    node = present.nodes[scope.node_id]
    before: Parts = past.nodes[node.id].parts(scope.field) if node.id in past.nodes else {}
    parts = before
    if scope.part:
        kept = {part: atom for part, atom in node.parts(scope.field).items() if part != scope.part}
        parts = {**kept, **{part: atom for part, atom in before.items() if part == scope.part}}
    return replace(present, nodes={**present.nodes, node.id: _with_parts(node, {scope.field: parts})})


def _with_parts(node: Node, fields: Mapping[str, Parts]) -> Node:
    """A node with some fields replaced; those without parts are blank."""
    merged = {**node.fields, **fields}
    return node._replace(fields={field: parts for field, parts in merged.items() if parts})


def _finish(present: Plan, result: Plan, restored: Collection[str]) -> Restoration:
    """The way to `result`, less the links that would lead nowhere."""
    gone = present.nodes.keys() - result.nodes.keys()
    nodes = dict(result.nodes)
    dropped: list[DroppedLink] = []
    for node_id in result.nodes if gone else restored:
        node = nodes[node_id]
        lost = _links_to(node, gone)
        if node_id in restored:
            lost = [link for link in _links_of(node) if link.target_id not in nodes]
        if lost:
            dropped.extend(lost)
            nodes[node_id] = _without(node, lost)
    return Restoration(edits_between(present, replace(result, nodes=nodes)), tuple(sorted(dropped)))


def _links_to(node: Node, target_ids: Set[str]) -> list[DroppedLink]:
    return [
        DroppedLink(node.id, field, target_id)
        for field, parts in node.fields.items()
        for target_id in parts.keys() & target_ids
    ]


def _links_of(node: Node) -> list[DroppedLink]:
    return [
        DroppedLink(node.id, field, part)
        for field, parts in node.fields.items()
        for part, atom in parts.items()
        if shape_of(part, atom) == "link"
    ]


def _without(node: Node, links: Collection[DroppedLink]) -> Node:
    """A node without some of its links."""
    lost = {(link.field, link.target_id) for link in links}
    fields = {field for field, _target_id in lost}
    return _with_parts(
        node,
        {
            field: {part: atom for part, atom in node.parts(field).items() if (field, part) not in lost}
            for field in fields
        },
    )
