"""What was changed in a plan as the answer to a remark, from what stood there before to what stood there after."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from success_desktop.domain.beside import is_beside
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.plan import Plan
from success_desktop.domain.values import Atom
from success_desktop.i18n import LANGUAGES, Language


class ChangedValue(NamedTuple):
    """A part of a field that reads otherwise since; None stands for blank."""

    node_id: str
    field: str
    part: str
    old: Atom | None
    new: Atom | None


class ChangedNode(NamedTuple):
    """A node, with all below it, that came, went or stands elsewhere. `names` are those it had then."""

    node_id: str
    kind: str
    deed: Literal["added", "removed", "moved"]
    names: Mapping[Language, str]


Change = ChangedValue | ChangedNode


def list_changes(plan: Plan, edits: Iterable[Edit]) -> tuple[Change, ...]:
    """What `edits` (oldest first) did to what the plan says; feedback is passed over, and what ended where it began.

    Of what came or went with a branch only the branch itself is told. `plan` is the plan of today, which names the kinds.
    """
    reading = _Reading(plan)
    for edit in edits:
        if not is_beside(edit.node_id):
            reading.follow(edit)
    return tuple(reading.tell())


def narrow_changes(changes: Iterable[Change], place: tuple[str, str, str]) -> tuple[Change, ...]:
    """Of the changes that answered several remarks at once those that one of them is about.

    Its `place` is a node's id, a field and a part: those of that part, else of that field, else of that node; all of them
    when none touched it.
    """
    found = tuple(changes)
    for length in (3, 2, 1):
        near = tuple(change for change in found if _place_of(change)[:length] == place[:length])
        if near:
            return near
    return found


def _place_of(change: Change) -> tuple[str, str, str]:
    return change[:3] if isinstance(change, ChangedValue) else (change.node_id, "", "")


class _Reading:
    """Gathers edits by what they touched."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._values: dict[tuple[str, str, str], tuple[Atom | None, Atom | None]] = {}
        self._came: dict[str, AddNode] = {}
        self._gone: dict[str, RemoveNode] = {}
        self._moved: dict[str, MoveNode] = {}

    def follow(self, edit: Edit) -> None:
        """Take note of one more edit."""
        if isinstance(edit, SetValue):
            place = (edit.node_id, edit.field, edit.part)
            first = self._values[place][0] if place in self._values else edit.old
            self._values[place] = (first, edit.new)
        elif isinstance(edit, AddNode):
            if self._gone.pop(edit.node_id, None) is None:
                self._came[edit.node_id] = edit
        elif isinstance(edit, RemoveNode):
            if self._came.pop(edit.node_id, None) is None:
                self._gone[edit.node_id] = edit
        else:
            first_move = self._moved.get(edit.node_id, edit)
            self._moved[edit.node_id] = MoveNode(
                edit.node_id,
                first_move.old_parent_id,
                first_move.old_position,
                edit.new_parent_id,
                edit.new_position,
            )

    def tell(self) -> Iterator[Change]:
        """The changes: of nodes first, then of values."""
        for came in self._came.values():
            if came.parent_id not in self._came:
                yield ChangedNode(came.node_id, came.kind, "added", self._names(came.node_id, came.kind, 1))
        for gone in self._gone.values():
            if gone.parent_id not in self._gone:
                yield ChangedNode(gone.node_id, gone.kind, "removed", self._names(gone.node_id, gone.kind, 0))
        for moved in self._moved.values():
            yield from self._move(moved)
        for (node_id, field, part), (old, new) in self._values.items():
            if old != new and node_id not in self._came and node_id not in self._gone:
                yield ChangedValue(node_id, field, part, old, new)

    def _move(self, moved: MoveNode) -> Iterator[ChangedNode]:
        """A move of a node that is still there and did not come back to where it was."""
        is_back = (moved.old_parent_id, moved.old_position) == (moved.new_parent_id, moved.new_position)
        node = self._plan.nodes.get(moved.node_id)
        if node is None or is_back or moved.node_id in self._came:
            return
        field = self._plan.kind_of(node.id).naming_field() or ""
        names = {language: text for language in LANGUAGES if (text := node.text(field, language))}
        yield ChangedNode(node.id, node.kind, "moved", names)

    def _names(self, node_id: str, kind: str, side: Literal[0, 1]) -> dict[Language, str]:
        """What a node was called before (side 0) or after (side 1) the edits."""
        field = self._plan.template.kind(kind).naming_field() or ""
        names = {
            language: self._values.get((node_id, field, language), (None, None)) for language in LANGUAGES
        }
        return {language: str(texts[side]) for language, texts in names.items() if texts[side]}
