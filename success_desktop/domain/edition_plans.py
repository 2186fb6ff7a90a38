"""A plan as one edition adopts it: its own rows as they are now, the rows that wait for another edition as they were."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.regrafting import Graft
from success_desktop.domain.values import shape_of


def leave_out(plan: Plan, base: Plan, row_ids: Iterable[str]) -> Plan:
    """`plan` with some rows, and all below them, as they were in `base`.

    Rows that `base` lacks go; those that are gone come back where they were, else under the nearest ancestor that may hold
    them. Links to what is not there then are dropped. All else stays as it is in `plan`.
    """
    graft = Graft(plan, base)
    is_touched = False
    for row_id in row_ids:
        is_touched = True
        if row_id in base.nodes:
            graft.bring_back(node.id for node in base.walk(row_id))
            graft.loosen(row_id)
        else:
            graft.let_go(row_id)
    return _without_loose_ends(graft.finish()) if is_touched else plan


def _without_loose_ends(plan: Plan) -> Plan:
    """A plan without links to nodes that it does not have."""
    mended = {node.id: _mended(node, plan.nodes) for node in plan.nodes.values()}
    return replace(plan, nodes=mended)


def _mended(node: Node, nodes: Mapping[str, Node]) -> Node:
    lost = [
        (name, part)
        for name, parts in node.fields.items()
        for part, atom in parts.items()
        if shape_of(part, atom) == "link" and part not in nodes
    ]
    if not lost:
        return node
    fields = {
        name: {part: atom for part, atom in parts.items() if (name, part) not in lost}
        for name, parts in node.fields.items()
    }
    return node._replace(fields={name: parts for name, parts in fields.items() if parts})
