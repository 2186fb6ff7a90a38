"""What can be undone and redone, read off the log: nothing but the log remembers, so undo survives a restart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from success_desktop.domain.revision import Transaction


@dataclass(frozen=True, slots=True)
class Step:
    """One press of Ctrl+Z: the numbers of the transactions it takes back together, and what they did (catalogue entry)."""

    numbers: tuple[int, ...]
    label: str


@dataclass(slots=True)
class UndoStacks:
    """The steps to undo and to redo, the next one last. They follow the log: one call of `add` for each transaction."""

    undo: list[Step] = field(default_factory=list)
    redo: list[Step] = field(default_factory=list)

    def add(self, transaction: Transaction) -> None:
        """Take note that `transaction` has been committed; one with the newest one's number has become part of that."""
        if transaction.undoes is None:
            self._add_edit(transaction)
        elif self.undo and self.undo[-1].numbers[0] == transaction.undoes:
            self.redo.append(Step((transaction.number,), self.undo.pop().label))
        elif self.redo and self.redo[-1].numbers[0] == transaction.undoes:
            self.undo.append(Step((transaction.number,), self.redo.pop().label))

    def _add_edit(self, transaction: Transaction) -> None:
        self.redo.clear()
        last = self.undo[-1] if self.undo else None
        if last is not None and transaction.number == last.numbers[-1]:
            return
        if last is not None and transaction.continues == last.numbers[0]:
            self.undo[-1] = Step((*last.numbers, transaction.number), last.label)
        else:
            self.undo.append(Step((transaction.number,), transaction.label))


def read_stacks(transactions: Iterable[Transaction]) -> UndoStacks:
    """The stacks that a plan's log leaves. Its first transaction made the plan and cannot be undone."""
    stacks = UndoStacks()
    for transaction in transactions:
        if transaction.number > 1:
            stacks.add(transaction)
    return stacks
