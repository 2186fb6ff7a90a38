"""Where a node can go in the outline: under which parents, in front of which children."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.reviewing import reviewed_round

Way = Literal["up", "down", "in", "out"]


class Target(NamedTuple):
    """A place for a node: under a parent, in front of one of its children (None: behind the last)."""

    node_id: str
    parent_id: str
    before_id: str | None = None


def is_possible(plan: Plan, target: Target) -> bool:
    """Whether the template lets the node lie there, and it would not come to lie below itself."""
    node = plan.nodes.get(target.node_id)
    if node is None or node.parent_id is None or target.parent_id not in plan.nodes:
        return False
    above = {target.parent_id, *(ancestor.id for ancestor in plan.ancestors(target.parent_id))}
    if target.node_id in above:
        return False
    return plan.template.can_contain(plan.nodes[target.parent_id].kind, node.kind)


def gap_targets(plan: Plan, node_id: str, rows: tuple[str, str]) -> list[Target]:
    """The places between two rows of the outline, one below the other, where a node can lie, the deepest first.

    "" stands for the row above the first and below the last. Behind the end of a branch there are several: under the upper
    row, behind it, behind what it lies under, and so on up to the level of the lower row.
    """
    above_id, below_id = rows
    top_id = plan.nodes[below_id].parent_id if below_id else plan.root_id
    if not above_id or above_id == top_id:
        targets = [Target(node_id, top_id or plan.root_id, below_id or None)]
    else:
        targets = [Target(node_id, above_id)]
        for here in (plan.nodes[above_id], *plan.ancestors(above_id)):
            targets.append(Target(node_id, here.parent_id or "", next_sibling(plan, here.id)))
            if here.parent_id == top_id:
                break
    return [target for target in targets if is_possible(plan, target)]


def can_move(plan: Plan, node_id: str, way: Way) -> bool:
    """Whether a node can go up or down among its siblings, in (into the one above) or out (one level up).

    In a copy for review nothing moves.
    """
    if reviewed_round(plan):
        return False
    if way in ("up", "down"):
        siblings = plan.children.get(plan.nodes[node_id].parent_id or "", (node_id,))
        return siblings[0 if way == "up" else -1] != node_id
    target = indented(plan, node_id) if way == "in" else outdented(plan, node_id)
    return target is not None and is_possible(plan, target)


def indented(plan: Plan, node_id: str) -> Target | None:
    """One level down: last under the sibling before; None for a first child."""
    parent_id = plan.nodes[node_id].parent_id
    siblings = plan.children.get(parent_id or "", ())
    place = siblings.index(node_id) if parent_id else 0
    return Target(node_id, siblings[place - 1]) if place > 0 else None


def outdented(plan: Plan, node_id: str) -> Target | None:
    """One level up: behind the parent; None where there is nothing to come out of."""
    parent = plan.nodes.get(plan.nodes[node_id].parent_id or "")
    if parent is None or parent.parent_id is None:
        return None
    return Target(node_id, parent.parent_id, next_sibling(plan, parent.id))


def next_sibling(plan: Plan, node_id: str) -> str | None:
    """The node that follows under the same parent; None behind the last."""
    siblings = plan.children.get(plan.nodes[node_id].parent_id or "", (node_id,))
    place = siblings.index(node_id) + 1
    return siblings[place] if place < len(siblings) else None


def survivor(old: Plan, new: Plan, node_id: str) -> str:
    """The node itself where it is still in the plan, else the nearest one above it that is."""
    above = (node_id, *(node.id for node in old.ancestors(node_id)))
    return next((known for known in above if known in new.nodes), new.root_id)


def neighbour(plan: Plan, node_id: str) -> str:
    """The node to look at once this one is gone: the next sibling, else the one before, else the parent."""
    parent_id = plan.nodes[node_id].parent_id or plan.root_id
    others = [sibling for sibling in plan.children.get(parent_id, ()) if sibling != node_id]
    return next_sibling(plan, node_id) or (others[-1] if others else parent_id)


def next_where(plan: Plan, after_id: str, is_wanted: Callable[[Node], bool]) -> str:
    """The next wanted node behind one, in the plan's order and on from its beginning; "" when no other is wanted."""
    nodes = list(plan.walk())
    here = next((place for place, node in enumerate(nodes) if node.id == after_id), 0)
    return next((node.id for node in (*nodes[here + 1 :], *nodes[:here]) if is_wanted(node)), "")
