"""What a stretch of the history touched, counted: fields edited, and nodes that came, went or moved."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from success_desktop.domain.beside import is_beside
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.values import Atom

KindOf = Callable[[str], str]
"""Tells the kind of a node by its id; "" for one that is not known."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What remains of a stretch of the history in the end: what was taken back within it does not count.

    `fields` counts the fields of nodes that were there before and after; `added`, `removed` and `moved` count nodes by kind
    ("" for a kind that nobody remembers). `node_ids` are all of these nodes.
    """

    fields: int = 0
    added: Mapping[str, int] = field(default_factory=dict)
    removed: Mapping[str, int] = field(default_factory=dict)
    moved: Mapping[str, int] = field(default_factory=dict)
    node_ids: frozenset[str] = frozenset()

    @property
    def is_nothing(self) -> bool:
        """Whether the plan was the same before and after."""
        return not self.node_ids


def count_touched(edits: Iterable[Edit], kind_of: KindOf) -> Touched:
    """Count what `edits`, oldest first, touched of the plan, its feedback aside.

    `kind_of` names the kinds of nodes that were only moved.
    """
    tally = _Tally()
    for edit in edits:
        if not is_beside(edit.node_id):
            tally.take(edit)
    return tally.total(kind_of)


class _Tally:
    """Keeps of each value and each node what stood there before the first edit and after the last."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str, str], tuple[Atom | None, Atom | None]] = {}
        self._stays: dict[str, tuple[bool, bool]] = {}
        self._kinds: dict[str, str] = {}
        self._places: dict[str, tuple[tuple[str | None, str], tuple[str | None, str]]] = {}

    def take(self, edit: Edit) -> None:
        if isinstance(edit, SetValue):
            value = (edit.node_id, edit.field, edit.part)
            before = self._values.get(value)
            self._values[value] = (edit.old if before is None else before[0], edit.new)
        elif isinstance(edit, MoveNode):
            self._put(
                edit.node_id,
                (edit.old_parent_id, edit.old_position),
                (edit.new_parent_id, edit.new_position),
            )
        else:
            self._take_stay(edit)

    def total(self, kind_of: KindOf) -> Touched:
        came = {node_id for node_id, (was, is_now) in self._stays.items() if is_now and not was}
        gone = {node_id for node_id, (was, is_now) in self._stays.items() if was and not is_now}
        passing = {node_id for node_id, stay in self._stays.items() if stay == (False, False)}
        others = came | gone | passing
        moved = {
            node_id for node_id, (old, new) in self._places.items() if old != new and node_id not in others
        }
        edited = {
            (node_id, name)
            for (node_id, name, _part), (old, new) in self._values.items()
            if old != new and node_id not in others
        }
        return Touched(
            len(edited),
            Counter(self._kinds[node_id] for node_id in came),
            Counter(self._kinds[node_id] for node_id in gone),
            Counter(self._kinds.get(node_id) or kind_of(node_id) for node_id in moved),
            frozenset(came | gone | moved | {node_id for node_id, _name in edited}),
        )

    def _take_stay(self, edit: AddNode | RemoveNode) -> None:
        is_there = isinstance(edit, AddNode)
        was_there = self._stays.get(edit.node_id, (not is_there, is_there))[0]
        self._stays[edit.node_id] = (was_there, is_there)
        self._kinds[edit.node_id] = edit.kind
        place = (edit.parent_id, edit.position)
        self._put(edit.node_id, place, place)

    def _put(self, node_id: str, old: tuple[str | None, str], new: tuple[str | None, str]) -> None:
        before = self._places.get(node_id)
        self._places[node_id] = (old if before is None else before[0], new)
