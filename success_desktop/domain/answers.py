"""Which remarks a step of the history answered: on whose advice something was changed.

A step answers a remark when it accepted it, wholly or in part, or when it was attached to it as its answer.
"""

from collections.abc import Iterable, Mapping, Sequence

from success_desktop.domain.authorship import Stamp, taken_back
from success_desktop.domain.edits import Edit, SetValue
from success_desktop.domain.feedback import Remark
from success_desktop.domain.revision import Transaction

DECIDED_BY_FIELD = "disposition"
"""The field of a remark whose edits tell which step decided on it."""

_TAKEN = ("accepted", "partly")


def is_taken(remark: Remark) -> bool:
    """Whether a remark was accepted, wholly or in part: only then the step that decided on it answers it."""
    return remark.disposition in _TAKEN


class Answers:
    """The remarks that steps of the history answered, as far as they were not taken back.

    `remarks` are those asked about, `transactions` all of the plan, oldest first; `edits` what was ever done to their field
    DECIDED_BY_FIELD (others do no harm), oldest first, each with the number of its transaction.
    """

    def __init__(
        self,
        remarks: Mapping[str, Remark],
        transactions: Sequence[Transaction],
        edits: Iterable[tuple[int, Edit]],
    ) -> None:
        self._by_step: dict[int, dict[str, Remark]] = {}
        self._by_number = {transaction.number: transaction for transaction in transactions}
        self._numbers: dict[Stamp, list[int]] = {}
        for done in transactions:
            self._numbers.setdefault(Stamp(done.author, done.at), []).append(done.number)
        self._idle = taken_back(self._by_number)
        numbers = {transaction.uid: transaction.number for transaction in transactions}
        lasting = (edit for edit in edits if edit[0] not in self._idle)
        taken = {remark.id: remark for remark in remarks.values() if is_taken(remark)}
        for remark_id, steps in deciding_steps(taken, lasting).items():
            for number in steps:
                self._note(number, remarks[remark_id])
        for remark in remarks.values():
            for uid in remark.answers:
                if uid in numbers:
                    self._note(numbers[uid], remark)

    def of_step(self, number: int) -> tuple[Remark, ...]:
        """The remarks that the step of a transaction answered, by the transaction's number."""
        return tuple(self._by_step.get(self._step_of(number), {}).values())

    def of_stamps(self, stamps: Iterable[Stamp]) -> tuple[Remark, ...]:
        """The remarks answered by whatever was done by these people at these instants, each once."""
        numbers = (number for stamp in stamps for number in self._numbers.get(stamp, ()))
        return tuple({item.id: item for number in numbers for item in self.of_step(number)}.values())

    def _step_of(self, number: int) -> int:
        done = self._by_number.get(number)
        return number if done is None or done.continues is None else done.continues

    def _note(self, number: int, remark: Remark) -> None:
        if number not in self._idle:
            self._by_step.setdefault(self._step_of(number), {})[remark.id] = remark


def deciding_steps(
    remarks: Mapping[str, Remark], edits: Iterable[tuple[int, Edit]]
) -> dict[str, tuple[int, ...]]:
    """By remark, the transactions that made of it what it is, oldest first.

    Of one that was accepted these are all that ever accepted it: opening a remark again leaves what the plan says.
    """
    found: dict[str, tuple[int, ...]] = {}
    for number, edit in edits:
        remark = remarks.get(edit.node_id)
        if remark is None or not isinstance(edit, SetValue) or edit.field != DECIDED_BY_FIELD:
            continue
        if edit.new == remark.disposition or (is_taken(remark) and edit.new in _TAKEN):
            found[remark.id] = (*found.get(remark.id, ()), number)
    return found
