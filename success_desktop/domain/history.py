"""What happened to a part of the plan, one entry for each step that a person took."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from success_desktop.domain.edits import Edit, MoveNode, SetValue
from success_desktop.domain.revision import Transaction


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of one person, as far as it touched what was asked for: `step` is its last transaction.

    `edits` has one edit for each value, from what stood there before the step to what stood there after it. `is_undo` tells
    that the step took another one back.
    """

    step: Transaction
    edits: tuple[Edit, ...]

    @property
    def is_undo(self) -> bool:
        """Whether this step took another one back (or did it again)."""
        return self.step.undoes is not None


def gather_entries(transactions: Iterable[Transaction], edits: Sequence[tuple[int, Edit]]) -> list[Entry]:
    """The entries that `edits` (each with the number of its transaction, oldest first) make, newest first.

    Quick edits of one value, which are one step for the person who made them, are one entry. A step that ended where it
    began is none.
    """
    known = {transaction.number: transaction for transaction in transactions}
    steps: dict[int, list[tuple[int, Edit]]] = {}
    for number, edit in edits:
        steps.setdefault(known[number].continues or number, []).append((number, edit))
    entries = [Entry(known[parts[-1][0]], _net(edit for _number, edit in parts)) for parts in steps.values()]
    return sorted(
        (entry for entry in entries if entry.edits), key=lambda entry: entry.step.number, reverse=True
    )


def _net(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits with those of one value joined into one, and those that changed nothing in the end left out."""
    joined: dict[tuple[str, ...], Edit] = {}
    for edit in edits:
        place = _place(edit)
        before = joined.get(place)
        if isinstance(before, SetValue) and isinstance(edit, SetValue):
            joined[place] = SetValue(edit.node_id, edit.field, edit.part, before.old, edit.new)
        elif isinstance(before, MoveNode) and isinstance(edit, MoveNode):
            joined[place] = MoveNode(
                edit.node_id,
                before.old_parent_id,
                before.old_position,
                edit.new_parent_id,
                edit.new_position,
            )
        else:
            joined[place] = edit
    return tuple(edit for edit in joined.values() if not isinstance(edit, SetValue) or edit.old != edit.new)


def _place(edit: Edit) -> tuple[str, ...]:
    if isinstance(edit, SetValue):
        return edit.node_id, edit.field, edit.part
    return edit.node_id, type(edit).__name__
