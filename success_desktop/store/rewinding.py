"""The plan as it was: what stands now, or at a keyframe, taken back in memory to an earlier point of the log."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.beside import BESIDE_IDS
from success_desktop.domain.edits import StaleEdit, apply
from success_desktop.domain.plan import Node, Plan, sort_siblings
from success_desktop.domain.values import Atom, Parts, Shape
from success_desktop.store.database import damaged_data, reading
from success_desktop.store.keyframes import BROKEN, Keyframe, find_keyframe, read_keyframe
from success_desktop.store.plan_rows import NO_PLAN, build_plan, read_rows, uncollected
from success_desktop.store.plans import PlanStore
from success_desktop.store.rows import VALUE_ROWS

_BYTES_FOR_A_STEP = 40
"""Unpacking so many bytes of a keyframe takes as long as taking one step back (measured)."""

Steps = Iterable[Sequence[Any]]
"""Steps of the log, oldest first: entity, node_id, field, part, old."""


class Moment(NamedTuple):
    """A plan in memory, and the transaction after which it was so."""

    plan: Plan
    number: int


def read_plan_at(store: PlanStore, number: int, known: Moment | None = None) -> Plan:
    """The plan as it was after transaction `number` (from 1).

    Made from a plan that is `known`, unless a keyframe is much nearer, it shares every node that was the same there. Raises
    ValueError for points that are none, UserError when the history has been damaged.
    """
    with uncollected(), reading(store.engine) as cursor:
        log = store.log(cursor)
        if not 1 <= number <= log.last_number():
            raise ValueError(f"the history of the plan has no transaction {number}")
        try:
            if known is not None and known.number < number:
                return apply(known.plan, log.edits(known.number, number))
            start = _find_start(cursor, store, number, known)
            return rewind(start.plan, log.ways_back(number, start.number))
        except (StaleEdit, *NO_PLAN) as error:
            raise damaged_data() from error


def rewind(plan: Plan, steps: Steps) -> Plan:
    """The plan before some steps that led to `plan`. What has been touched again and again is looked at once."""
    past = _Past(plan)
    for entity, node_id, field, part, old in steps:
        if entity == "node":
            past.note_node(node_id, old)
        else:
            past.note_value((node_id, entity, field, part), old)
    return past.finish()


def _find_start(cursor: DBAPICursor, store: PlanStore, number: int, known: Moment | None) -> Moment:
    """The plan to start from, at or behind `number`: what is known, a keyframe that is much nearer, or the present rows."""
    log = store.log(cursor)
    upto = log.last_number() if known is None else known.number
    frame = find_keyframe(cursor, store, number)
    if frame is not None and frame.number < upto:
        unpacking = 0 if known is None else frame.size // _BYTES_FOR_A_STEP
        plan = _unpack(cursor, store, frame) if log.count_steps(frame.number, upto) > unpacking else None
        if plan is not None:
            return Moment(plan, frame.number)
    return known or Moment(build_plan(store.template, read_rows(cursor, store.plan_id, store.mark)), upto)


def _unpack(cursor: DBAPICursor, store: PlanStore, frame: Keyframe) -> Plan | None:
    """The plan of a keyframe; None when it has been damaged: then the longer way leads there, too."""
    try:
        return build_plan(store.template, read_keyframe(cursor, store, frame.number))
    except BROKEN:
        return None


@dataclass(slots=True)
class _NodeBefore:
    """What is known of a node as it was: its first step tells whether it was there and where, its removal the kind."""

    place: Mapping[str, Any] | None
    kind: str = ""


class _Past:
    """A plan on its way back. The first step of each value and each node tells what was there before."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._nodes = dict(plan.nodes)
        self._root_id = plan.root_id
        self._moved: dict[str, _NodeBefore] = {}
        self._values: dict[tuple[str, str, str, str], str | None] = {}
        self._families: dict[str, set[str]] = {}

    def note_node(self, node_id: str, old: str | None) -> None:
        """Take note of the next step that a node took, `old` being JSON."""
        place = None if old is None else json.loads(old)
        before = self._moved.setdefault(node_id, _NodeBefore(place))
        if place is not None and not before.kind:
            before.kind = place.get("kind", "")

    def note_value(self, key: tuple[str, str, str, str], old: str | None) -> None:
        """Take note of the next step that a value took, `old` being JSON."""
        self._values.setdefault(key, old)

    def finish(self) -> Plan:
        """The plan as it was."""
        for node_id, before in self._moved.items():
            self._put_back(node_id, before)
        self._set_back()
        children = dict(self._plan.children)
        for parent_id, family in self._families.items():
            if family:
                children[parent_id] = sort_siblings([self._nodes[child_id] for child_id in family])
            else:
                children.pop(parent_id, None)
        return Plan(self._plan.template, self._nodes, children, self._root_id)

    def _put_back(self, node_id: str, before: _NodeBefore) -> None:
        node = self._nodes.pop(node_id, None)
        if node is not None and node.parent_id is not None:
            self._family(node.parent_id).discard(node_id)
        if before.place is None:
            return
        parent_id, position = before.place["parent_id"], before.place["position"]
        kind = before.kind or (node.kind if node is not None else "")
        self._nodes[node_id] = Node(
            node_id, kind, parent_id, position, node.fields if node is not None else {}
        )
        if parent_id is not None:
            self._family(parent_id).add(node_id)
        elif node_id not in BESIDE_IDS:
            self._root_id = node_id

    def _set_back(self) -> None:
        fields_of: dict[str, dict[str, dict[str, Atom]]] = {}
        for (node_id, shape, field, part), old in self._values.items():
            node = self._nodes.get(node_id)
            if node is None:
                continue  # It was not there yet.
            fields = fields_of.setdefault(node_id, {})
            parts = fields.get(field)
            if parts is None:
                parts = fields[field] = dict(node.parts(field))
            if old is None:
                parts.pop(part, None)
            else:
                parts[part] = VALUE_ROWS[cast(Shape, shape)].load(json.loads(old))
        for node_id, changed in fields_of.items():
            node = self._nodes[node_id]
            whole: dict[str, Parts] = {**node.fields, **changed}
            for name in [name for name, parts in changed.items() if not parts]:
                del whole[name]
            self._nodes[node_id] = node._replace(fields=whole)

    def _family(self, parent_id: str) -> set[str]:
        if parent_id not in self._families:
            self._families[parent_id] = set(self._plan.children.get(parent_id, ()))
        return self._families[parent_id]
