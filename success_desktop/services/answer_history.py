"""What was done to the plan as the answer to its remarks, read off the log for many remarks at once."""

import itertools
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from success_desktop.domain.answer_changes import Change, list_changes, narrow_changes
from success_desktop.domain.answers import deciding_steps
from success_desktop.domain.authorship import taken_back
from success_desktop.domain.beside import is_beside
from success_desktop.domain.edits import Edit
from success_desktop.domain.feedback import Anchor, Remark
from success_desktop.domain.revision import Transaction
from success_desktop.services.plan_editor import PlanEditor


class Answer(NamedTuple):
    """What was changed for a remark, and the newest transaction that did so; 0 when nothing was changed."""

    changes: tuple[Change, ...]
    number: int


NO_ANSWER = Answer((), 0)
_MANY = 100
"""From so many remarks on, one sweep through the whole log is quicker than a question for each."""


def read_answers(editor: PlanEditor, remarks: Iterable[tuple[Remark, Anchor]]) -> dict[str, Answer]:
    """The answers to remarks, by their ids; each remark comes with the place that it is about.

    An answer is what the transaction changed that decided the remark, and those attached to it; what was taken back since
    counts for nothing.
    """
    reading = _Log(editor)
    wanted = list(remarks)
    deciding = reading.deciding([remark for remark, _anchor in wanted if not remark.is_open])
    shared = _shared(itertools.chain.from_iterable(deciding.values()))
    answers = {}
    for remark, anchor in wanted:
        steps = deciding.get(remark.id, ())
        own = list_changes(editor.plan, (edit for one in steps for edit in reading.edits(one)))
        if not shared.isdisjoint(steps):
            own = narrow_changes(own, anchor.place)
        attached = [one for one in reading.attached(remark.answers) if one not in steps]
        more = list_changes(editor.plan, (edit for one in attached for edit in reading.edits(one)))
        changes = (*own, *(change for change in more if change not in own))
        touching = [one for one in (*(steps if own else ()), *attached) if reading.edits(one)]
        answers[remark.id] = Answer(changes, max(touching, default=0)) if changes else NO_ANSWER
    return answers


def _shared(numbers: Iterable[int]) -> frozenset[int]:
    """The transactions that decided several remarks."""
    seen: set[int] = set()
    twice: set[int] = set()
    for number in numbers:
        (twice if number in seen else seen).add(number)
    return frozenset(twice)


class _Log:
    """The log of a plan, each transaction read once."""

    def __init__(self, editor: PlanEditor) -> None:
        self._store = editor.file.store
        transactions = {one.number: one for one in self._store.list_transactions()}
        self._idle = taken_back(transactions)
        self._steps = _steps_of(transactions)
        self._numbers = {one.uid: one.number for one in transactions.values()}
        self._edits: dict[int, tuple[Edit, ...]] = {}

    def deciding(self, remarks: list[Remark]) -> dict[str, tuple[int, ...]]:
        """By remark, the transactions that made of it what it is, but none taken back since."""
        wanted = {remark.id: remark for remark in remarks}
        lasting = (edit for edit in self._edits_about(wanted) if edit[0] not in self._idle)
        return deciding_steps(wanted, lasting)

    def _edits_about(self, node_ids: Mapping[str, object]) -> Iterable[tuple[int, Edit]]:
        """The edits of some nodes, oldest first: asked for one by one, or of many in one sweep through the log."""
        if len(node_ids) < _MANY:
            return self._store.read_edits_of(node_ids)
        done = self._store.read_edits_between(0, self._store.last_number())
        for number, run in itertools.groupby(done, key=lambda one: one[0]):
            self._edits[number] = tuple(edit for _number, edit in run if not is_beside(edit.node_id))
        return [(number, edit) for number, edit in done if edit.node_id in node_ids]

    def attached(self, uids: Iterable[str]) -> list[int]:
        """The transactions with these uids and all that are one step with them, oldest first, but none taken back since."""
        named = (self._numbers[uid] for uid in uids if uid in self._numbers)
        return sorted({one for number in named for one in self._steps[number]} - self._idle)

    def edits(self, number: int) -> tuple[Edit, ...]:
        """What a transaction did to the plan itself."""
        if number not in self._edits:
            done = self._store.read_edits(number)
            self._edits[number] = tuple(edit for edit in done if not is_beside(edit.node_id))
        return self._edits[number]


def _steps_of(transactions: Mapping[int, Transaction]) -> dict[int, list[int]]:
    """By transaction, all that are one step with it."""
    steps: dict[int, list[int]] = {}
    for number, transaction in transactions.items():
        family = steps.setdefault(transaction.continues or number, [])
        family.append(number)
        steps[number] = family
    return steps
