"""Edits: the only way a plan changes. Each is one typed change with an inverse, and one row in the plan file's log.

Edits carry the old value beside the new one. Applying one to a plan that holds another value raises StaleEdit, so no
edit can overwrite what its author has not seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from success_desktop.domain.beside import BESIDE_IDS
from success_desktop.domain.order import position_between
from success_desktop.domain.plan import Node, Plan, sort_siblings
from success_desktop.domain.values import SHAPES, Atom, shape_of


class StaleEdit(Exception):
    """An edit meets a plan that is not the one it was made for. `edit` is the first that does not fit."""

    def __init__(self, edit: "Edit") -> None:
        super().__init__(f"the plan has changed under {edit}")
        self.edit = edit


@dataclass(frozen=True, slots=True)
class SetValue:
    """One part of one field gets another value; None stands for blank."""

    node_id: str
    field: str
    part: str
    old: Atom | None
    new: Atom | None

    def inverse(self) -> "SetValue":
        """The edit that takes this one back."""
        return replace(self, old=self.new, new=self.old)


@dataclass(frozen=True, slots=True)
class AddNode:
    """A node without fields appears under a parent (None: it is the plan's root, or that of its feedback)."""

    node_id: str
    kind: str
    parent_id: str | None
    position: str

    def inverse(self) -> "RemoveNode":
        """The edit that takes this one back."""
        return RemoveNode(self.node_id, self.kind, self.parent_id, self.position)


@dataclass(frozen=True, slots=True)
class RemoveNode:
    """A node that has neither fields nor children any more disappears."""

    node_id: str
    kind: str
    parent_id: str | None
    position: str

    def inverse(self) -> AddNode:
        """The edit that takes this one back."""
        return AddNode(self.node_id, self.kind, self.parent_id, self.position)


@dataclass(frozen=True, slots=True)
class MoveNode:
    """A node goes, with all below it, to another parent or another place among its siblings."""

    node_id: str
    old_parent_id: str
    old_position: str
    new_parent_id: str
    new_position: str

    def inverse(self) -> "MoveNode":
        """The edit that takes this one back."""
        return MoveNode(
            self.node_id, self.new_parent_id, self.new_position, self.old_parent_id, self.old_position
        )


Edit = SetValue | AddNode | RemoveNode | MoveNode


def apply(plan: Plan, edits: Iterable[Edit]) -> Plan:
    """The plan that results from `edits`, one after the other. Raises StaleEdit when one does not fit."""
    draft = _Draft(plan)
    for edit in edits:
        draft.apply(edit)
    return draft.finish()


def invert(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that take `edits` back, last one first."""
    return tuple(edit.inverse() for edit in reversed(tuple(edits)))


def set_value(plan: Plan, node_id: str, field: str, part: str, new: Atom | None) -> tuple[SetValue, ...]:
    """The edit that gives one part of a field the value `new`; none at all when it has that value already.

    Empty text is blank. Raises KeyError when the node's kind has no such field, ValueError when the field holds values
    of another shape.
    """
    node = plan.nodes[node_id]
    spec = plan.template.field(node.kind, field)
    value = None if new == "" else new
    if value is not None and shape_of(part, value) != SHAPES[spec.type]:
        raise ValueError(f"{field} of {node.kind} cannot hold {value!r} as {part!r}")
    old = node.parts(field).get(part)
    return () if value == old else (SetValue(node_id, field, part, old, value),)


def remove_branch(plan: Plan, node_id: str) -> tuple[Edit, ...]:
    """The edits that remove a node with all below it, leaves first, and the links of other nodes to what goes."""
    return remove_branches(plan, (node_id,))


def remove_branches(plan: Plan, node_ids: Iterable[str]) -> tuple[Edit, ...]:
    """As `remove_branch` for several nodes at once; one that lies below another goes with it."""
    going = {node.id for node_id in node_ids for node in plan.walk(node_id)}
    edits: list[Edit] = [
        SetValue(node.id, field, target_id, parts[target_id], None)
        for node in plan.nodes.values()
        if node.id not in going
        for field, parts in node.fields.items()
        for target_id in parts.keys() & going
    ]
    for node in reversed([node for root in plan.root_ids for node in plan.walk(root) if node.id in going]):
        edits.extend(clear_fields(node))
        edits.append(RemoveNode(node.id, node.kind, node.parent_id, node.position))
    return tuple(edits)


def clear_fields(node: Node) -> tuple[SetValue, ...]:
    """The edits that blank every field of a node."""
    return tuple(
        SetValue(node.id, field, part, atom, None)
        for field, parts in node.fields.items()
        for part, atom in parts.items()
    )


def place_among(plan: Plan, parent_id: str, before_id: str | None = None, moving_id: str = "") -> str:
    """The position for a node under `parent_id` in front of the child `before_id` (None: behind the last).

    `moving_id` is the node on the move, which does not count as a sibling of itself.
    """
    siblings = [node for node in plan.children_of(parent_id) if node.id != moving_id]
    index = next((place for place, node in enumerate(siblings) if node.id == before_id), len(siblings))
    before = siblings[index - 1].position if index else None
    after = siblings[index].position if index < len(siblings) else None
    if before is not None and before == after:
        after = next((node.position for node in siblings[index:] if node.position > before), None)
    return position_between(before, after)


def usual_room(plan: Plan, parent_id: str, kind: str) -> tuple[str | None, str | None]:
    """The positions between which a new node of `kind` goes when nobody says where; None stands for the open end.

    Children keep the order of kinds in the template (issues before registers); a new one is the last of its kind.
    """
    ranks = {name: rank for rank, name in enumerate(plan.kind_of(parent_id).children)}
    rank = ranks.get(kind, len(ranks))
    before: str | None = None
    for sibling in plan.children_of(parent_id):
        if ranks.get(sibling.kind, -1) > rank and before != sibling.position:
            return before, sibling.position
        before = sibling.position
    return before, None


class _Draft:
    """A plan while edits are being applied: copies what is touched, once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._nodes = dict(plan.nodes)
        self._families: dict[str, dict[str, None]] = {}
        self._root_id = plan.root_id

    def apply(self, edit: Edit) -> None:
        if isinstance(edit, SetValue):
            self._set_value(edit)
        elif isinstance(edit, AddNode):
            self._add(edit)
        elif isinstance(edit, RemoveNode):
            self._remove(edit)
        else:
            self._move(edit)

    def finish(self) -> Plan:
        children = dict(self._plan.children)
        for parent_id, family in self._families.items():
            children[parent_id] = sort_siblings([self._nodes[child_id] for child_id in family])
            if not family:
                del children[parent_id]
        return Plan(self._plan.template, self._nodes, children, self._root_id)

    def _set_value(self, edit: SetValue) -> None:
        node = self._nodes.get(edit.node_id)
        if node is None or node.parts(edit.field).get(edit.part) != edit.old:
            raise StaleEdit(edit)
        parts = dict(node.parts(edit.field))
        if edit.new is None:
            parts.pop(edit.part, None)
        else:
            parts[edit.part] = edit.new
        fields = {**node.fields, edit.field: parts}
        if not parts:
            del fields[edit.field]
        self._nodes[node.id] = node._replace(fields=fields)

    def _add(self, edit: AddNode) -> None:
        if edit.node_id in self._nodes:
            raise StaleEdit(edit)
        if edit.parent_id is None:
            self._add_root(edit)
        else:
            self._family(edit, edit.parent_id)[edit.node_id] = None
        self._nodes[edit.node_id] = Node(edit.node_id, edit.kind, edit.parent_id, edit.position, {})

    def _add_root(self, edit: AddNode) -> None:
        if edit.node_id in BESIDE_IDS:
            return
        if self._nodes:
            raise StaleEdit(edit)
        self._root_id = edit.node_id

    def _remove(self, edit: RemoveNode) -> None:
        bare = Node(edit.node_id, edit.kind, edit.parent_id, edit.position, {})
        if self._nodes.get(edit.node_id) != bare or self._family(edit, edit.node_id):
            raise StaleEdit(edit)
        del self._nodes[edit.node_id]
        if edit.parent_id is not None:
            del self._family(edit, edit.parent_id)[edit.node_id]

    def _move(self, edit: MoveNode) -> None:
        node = self._nodes.get(edit.node_id)
        if node is None or (node.parent_id, node.position) != (edit.old_parent_id, edit.old_position):
            raise StaleEdit(edit)
        above: str | None = edit.new_parent_id
        while above is not None:
            if above == edit.node_id or above not in self._nodes:
                raise StaleEdit(edit)
            above = self._nodes[above].parent_id
        del self._family(edit, edit.old_parent_id)[edit.node_id]
        self._family(edit, edit.new_parent_id)[edit.node_id] = None
        self._nodes[node.id] = node._replace(parent_id=edit.new_parent_id, position=edit.new_position)

    def _family(self, edit: Edit, parent_id: str) -> dict[str, None]:
        """The children of a parent as a set that keeps its order and may be changed."""
        if parent_id not in self._nodes:
            raise StaleEdit(edit)
        if parent_id not in self._families:
            self._families[parent_id] = dict.fromkeys(self._plan.children.get(parent_id, ()))
        return self._families[parent_id]
