"""Two plans compared: which nodes came, went, moved or read otherwise, in the order of both trees laid into one.

Nodes never change, so one that is the same object in both plans costs nothing: revisions that are read by rewinding the log
share with the present whatever was not touched since.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from success_desktop.domain.beside import is_beside
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.sibling_order import moved_siblings
from success_desktop.domain.values import Atom, Parts
from success_desktop.i18n import LANGUAGES

Fate = Literal["same", "added", "removed", "moved"]
"""What became of a node as a whole; its fields may read otherwise besides."""


class PartDifference(NamedTuple):
    """One part of a field in both plans; None stands for blank."""

    part: str
    old: Atom | None
    new: Atom | None


class FieldDifference(NamedTuple):
    """The parts of one field that differ, in order: Thai before English, years and links by part."""

    node_id: str
    field: str
    parts: tuple[PartDifference, ...]


@dataclass(frozen=True, slots=True)
class NodeDifference:
    """What happened to one node. For a node that came or went, `fields` holds all that came or went with it.

    `is_renamed` tells that the field naming a node of both plans differs. `old_parent_id` is None for a node that was
    added (and for the root), `new_parent_id` for one that was removed.
    """

    node_id: str
    kind: str
    fate: Fate
    is_renamed: bool
    fields: tuple[FieldDifference, ...]
    old_parent_id: str | None
    new_parent_id: str | None


class Counts(NamedTuple):
    """How much differs: fields of nodes that are in both plans, and nodes added, removed and moved."""

    fields: int = 0
    added: int = 0
    removed: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How `old` became `new`. `differences` by node id stand in the printed order of the merged tree.

    In the merged tree, nodes of `new` stand where they are in `new`, and removed ones where they stood.
    """

    old: Plan
    new: Plan
    differences: Mapping[str, NodeDifference]

    @property
    def counts(self) -> Counts:
        """How much differs in the whole plan."""
        return count_differences(self.differences.values())

    @property
    def counts_by_kind(self) -> dict[str, Counts]:
        """How much differs among the nodes of each kind; kinds without any difference are left out."""
        by_kind: dict[str, list[NodeDifference]] = {}
        for difference in self.differences.values():
            by_kind.setdefault(difference.kind, []).append(difference)
        return {kind: count_differences(found) for kind, found in by_kind.items()}

    def node(self, node_id: str) -> Node:
        """A node of either plan: as it is in the new one, or as it was in the old one when it was removed."""
        return self.new.nodes.get(node_id) or self.old.nodes[node_id]

    def fate_of(self, node_id: str) -> Fate:
        """What became of a node as a whole."""
        difference = self.differences.get(node_id)
        return difference.fate if difference else "same"

    def parent_of(self, node_id: str) -> str | None:
        """The node above in the merged tree; None for the root."""
        return self.node(node_id).parent_id


def compare_plans(old: Plan, new: Plan) -> Comparison:
    """Compare two states of one plan.

    A node has moved when it has another parent, or another place among those siblings that stand under this parent in
    both plans; never because other positions were written for the same order. Feedback is no part of what a plan says.
    """
    touched = [
        node_id
        for node_id, node in new.nodes.items()
        if old.nodes.get(node_id) is not node and not is_beside(node_id)
    ]
    gone = [node_id for node_id in old.nodes if node_id not in new.nodes and not is_beside(node_id)]
    moved = _find_moved(old, new, touched)
    found: dict[str, NodeDifference] = {}
    for node_id in (*touched, *gone):
        difference = _difference(old, new, node_id, node_id in moved)
        if difference is not None:
            found[node_id] = difference
    unordered = Comparison(old, new, found)
    return Comparison(old, new, {node_id: found[node_id] for node_id in _walk_touched(unordered)})


def count_differences(differences: Iterable[NodeDifference]) -> Counts:
    """How much differs among the nodes given."""
    fields = added = removed = moved = 0
    for difference in differences:
        added += difference.fate == "added"
        removed += difference.fate == "removed"
        moved += difference.fate == "moved"
        if difference.fate in ("same", "moved"):
            fields += len(difference.fields)
    return Counts(fields, added, removed, moved)


def walk_merged(comparison: Comparison, node_id: str | None = None) -> Iterator[tuple[str, int, Fate]]:
    """The merged tree (or a branch of it) in printed order: node id, depth below where it begins, fate."""
    waiting = [(node_id or comparison.new.root_id, 0)]
    while waiting:
        here, depth = waiting.pop()
        yield here, depth, comparison.fate_of(here)
        waiting.extend((child, depth + 1) for child in reversed(merged_children(comparison, here)))


def merged_children(comparison: Comparison, node_id: str) -> tuple[str, ...]:
    """The children of a node in the merged tree: the new ones in order, removed ones behind whom they stood behind."""
    old = comparison.old.children.get(node_id, ())
    new = comparison.new.children.get(node_id, ())
    if old == new:
        return new
    after: dict[str, list[str]] = {}
    anchor = ""
    for child in old:
        if child not in comparison.new.nodes:
            after.setdefault(anchor, []).append(child)
        elif comparison.new.nodes[child].parent_id == node_id and comparison.fate_of(child) == "same":
            anchor = child
    return (*after.get("", ()), *(shown for child in new for shown in (child, *after.get(child, ()))))


def _walk_touched(comparison: Comparison) -> Iterator[str]:
    """The nodes with differences in the order of the merged tree, not looking where there are none.

    A root that went comes first with all that went with it.
    """
    leading = _leading_to(comparison)
    roots = dict.fromkeys((comparison.new.root_id, comparison.old.root_id))
    waiting = [root for root in roots if root in leading]
    while waiting:
        here = waiting.pop()
        if here in comparison.differences:
            yield here
        waiting.extend(child for child in reversed(merged_children(comparison, here)) if child in leading)


def _leading_to(comparison: Comparison) -> set[str]:
    """The nodes with differences and all that stand above them in the merged tree."""
    leading: set[str] = set()
    for node_id in comparison.differences:
        above: str | None = node_id
        while above is not None and above not in leading:
            leading.add(above)
            above = comparison.parent_of(above)
    return leading


def _find_moved(old: Plan, new: Plan, touched: Iterable[str]) -> frozenset[str]:
    """The nodes of both plans that stand elsewhere."""
    moved: set[str] = set()
    families: dict[str, None] = {}
    for node_id in touched:
        was, now = old.nodes.get(node_id), new.nodes[node_id]
        if was is None or now.parent_id is None:
            continue
        if was.parent_id != now.parent_id:
            moved.add(node_id)
        elif was.position != now.position:
            families[now.parent_id] = None
    return frozenset(moved.union(*(_moved_in_family(old, new, parent_id) for parent_id in families)))


def _moved_in_family(old: Plan, new: Plan, parent_id: str) -> frozenset[str]:
    was, now = old.children.get(parent_id, ()), new.children.get(parent_id, ())
    both = set(was) & set(now)
    settled = {child for child in both if old.nodes[child].position == new.nodes[child].position}
    return moved_siblings(
        [child for child in was if child in both], [child for child in now if child in both], settled
    )


def _difference(old: Plan, new: Plan, node_id: str, is_moved: bool) -> NodeDifference | None:
    """What happened to a node; None when nothing that a reader sees did."""
    was, now = old.nodes.get(node_id), new.nodes.get(node_id)
    kind = now.kind if now else old.nodes[node_id].kind
    fields = _field_differences(new, was, now)
    fate: Fate = "added" if was is None else "removed" if now is None else "moved" if is_moved else "same"
    if fate == "same" and not fields:
        return None
    naming = new.template.kinds[kind].naming_field() if kind in new.template.kinds else None
    is_renamed = was is not None and now is not None and any(item.field == naming for item in fields)
    old_parent_id = was.parent_id if was else None
    return NodeDifference(
        node_id, kind, fate, is_renamed, fields, old_parent_id, now.parent_id if now else None
    )


def _field_differences(plan: Plan, was: Node | None, now: Node | None) -> tuple[FieldDifference, ...]:
    old: Mapping[str, Parts] = was.fields if was else {}
    new: Mapping[str, Parts] = now.fields if now else {}
    if old is new or old == new:
        return ()
    node = now or was
    assert node is not None
    names = _in_order(plan, node.kind, {name for name in (*old, *new) if old.get(name) != new.get(name)})
    return tuple(
        FieldDifference(node.id, name, _part_differences(old.get(name, {}), new.get(name, {})))
        for name in names
    )


def _in_order(plan: Plan, kind: str, names: set[str]) -> list[str]:
    """The names in the template's order of fields, then those that it does not know."""
    known = plan.template.kinds[kind].fields if kind in plan.template.kinds else {}
    return [*(name for name in known if name in names), *sorted(names - known.keys())]


def _part_differences(old: Parts, new: Parts) -> tuple[PartDifference, ...]:
    return tuple(
        PartDifference(part, old.get(part), new.get(part))
        for part in sorted(old.keys() | new.keys(), key=_part_rank)
        if old.get(part) != new.get(part)
    )


def _part_rank(part: str) -> tuple[int, str]:
    return (LANGUAGES.index(part) if part in LANGUAGES else len(LANGUAGES), part)
