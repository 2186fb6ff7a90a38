"""The one door to an open plan: it holds the plan, writes every edit to the plan file, undoes, and tells who listens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from success_desktop.domain.beside import is_beside
from success_desktop.domain.edits import Edit, SetValue, StaleEdit, apply, invert
from success_desktop.domain.feedback_kinds import is_feedback_id
from success_desktop.domain.office_kinds import is_office_id
from success_desktop.domain.plan import Plan
from success_desktop.domain.reviewing import may_edit, reviewed_round
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.past_plans import PastPlans
from success_desktop.services.undo import Step, UndoStacks, read_stacks
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewTransaction
from success_desktop.store.rewinding import Moment

_FOLDING_TIME = timedelta(seconds=5)
_LONGEST_STEP = timedelta(seconds=30)
"""However steadily somebody types, one step of undo takes back no more than this."""

_UNKNOWN = 0
"""The number of no transaction: the plan in memory is none that the log leads to."""


@dataclass(frozen=True, slots=True)
class PlanEdited:
    """The plan has changed by `edits`. `initiator` is whoever asked, so that it need not refresh itself.

    `edits` is empty when the plan was read anew and anything may have changed.
    """

    edits: tuple[Edit, ...]
    initiator: object | None = None

    @property
    def of_plan(self) -> "PlanEdited | None":
        """The same as far as it is about what the plan says; None when it is not."""
        return self._narrowed(lambda node_id: not is_beside(node_id))

    @property
    def of_feedback(self) -> "PlanEdited | None":
        """The same as far as it is about the feedback on the plan; None when it is not."""
        return self._narrowed(is_feedback_id)

    @property
    def of_office(self) -> "PlanEdited | None":
        """The same as far as it is about its office matters: formats, editions; None when it is not."""
        return self._narrowed(is_office_id)

    @property
    def node_ids(self) -> frozenset[str]:
        """The nodes touched."""
        return frozenset(edit.node_id for edit in self.edits)

    @property
    def is_structural(self) -> bool:
        """Whether nodes came, went or moved (or anything may have changed)."""
        return not self.edits or not all(isinstance(edit, SetValue) for edit in self.edits)

    def _narrowed(self, is_wanted: Callable[[str], bool]) -> "PlanEdited | None":
        wanted = tuple(edit for edit in self.edits if is_wanted(edit.node_id))
        if len(wanted) == len(self.edits):
            return self
        return PlanEdited(wanted, self.initiator) if wanted else None


Listener = Callable[[PlanEdited], None]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class PlanEditor:
    """An open plan. Every edit is on disk, in the working copy, before `edit` returns; there is no unsaved state."""

    def __init__(self, file: PlanFile, author: str, clock: Callable[[], datetime] = _utc_now) -> None:
        self.file = file
        self.author = author
        self.pasts = PastPlans()
        self._clock = clock
        self._plan, self._number = file.store.read_present()
        self._stacks = (
            UndoStacks() if reviewed_round(self._plan) else read_stacks(file.store.list_transactions())
        )
        self._listeners: list[Listener] = []
        self._last_target: tuple[str, str, str] | None = None
        self._last_at: datetime | None = None
        self._step_at: datetime | None = None
        self._is_open = True

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def present(self) -> Moment | None:
        """The plan as it is now with the transaction it stands at; None when it lacks what somebody else has done since."""
        return Moment(self._plan, self._number) if self._number else None

    def now(self) -> datetime:
        """The present instant (UTC) by this editor's clock."""
        return self._clock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every edit; call the function returned to stop that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def edit(self, label: str, edits: Sequence[Edit], initiator: object | None = None) -> None:
        """Apply `edits` as one step that undo takes back as a whole; `label` is a catalogue entry saying what is done.

        Quick edits of one and the same value fold into one step. Nothing happens when `edits` is empty. Raises UserError
        when somebody else has changed the same values meanwhile: the plan is then read anew and the edit is not made; and
        when the plan is a copy for review, unless the edits are about its reviewer's own remarks.
        """
        if not edits:
            return
        at = self.now()
        target = _single_target(edits)
        continued = self._continued(target, at)
        self._commit(NewTransaction(self.author, at, label, tuple(edits), None, continued), initiator)
        self._last_target, self._last_at = target, at
        if continued is None:
            self._step_at = at

    def end_step(self) -> None:
        """Let the next edit begin a step of its own, however quickly it follows the last one on the same value."""
        self._last_target = None

    def forget_steps(self) -> None:
        """Let undo begin anew: what has been done so far stays done. So it is in a copy for review whenever it is opened."""
        self._last_target, self._stacks = None, UndoStacks()

    @property
    def undo_label(self) -> str | None:
        """What undo would take back (catalogue entry); None when there is nothing."""
        return self._stacks.undo[-1].label if self._stacks.undo else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again (catalogue entry); None when there is nothing."""
        return self._stacks.redo[-1].label if self._stacks.redo else None

    def undo(self, initiator: object | None = None) -> None:
        """Take the last step back; nothing happens when there is none."""
        if self._stacks.undo:
            self._take_back(self._stacks.undo[-1], initiator)

    def redo(self, initiator: object | None = None) -> None:
        """Do again what was undone last; nothing happens when there is nothing."""
        if self._stacks.redo:
            self._take_back(self._stacks.redo[-1], initiator)

    def close(self, publish: bool = True) -> None:
        """Put the plan's file into its place (unless `publish` is False) and let go of it; once is enough.

        Raises UserError when that fails: the plan then stays open.
        """
        if self._is_open:
            self.file.close(publish)
            self._is_open = False
            self._listeners.clear()

    def abandon(self) -> None:
        """Let go of the plan and throw away everything that its file does not hold."""
        self.file.abandon()
        self._is_open = False
        self._listeners.clear()

    def _continued(self, target: tuple[str, str, str] | None, at: datetime) -> int | None:
        """The step that an edit of `target` belongs to, when it follows quickly on an edit of the same value."""
        is_quick = self._last_at is not None and abs(at - self._last_at) <= _FOLDING_TIME
        is_long = self._step_at is not None and abs(at - self._step_at) >= _LONGEST_STEP
        if target is None or target != self._last_target or not is_quick or is_long or not self._stacks.undo:
            return None
        return self._stacks.undo[-1].numbers[0]

    def _take_back(self, step: Step, initiator: object | None) -> None:
        edits = [edit for number in step.numbers for edit in self.file.store.read_edits(number)]
        self._last_target = None
        self._commit(
            NewTransaction(self.author, self.now(), step.label, invert(edits), step.numbers[0], None),
            initiator,
        )

    def _commit(self, change: NewTransaction, initiator: object | None) -> None:
        if not may_edit(self._plan, change.edits):
            raise UserError(
                N_("This copy of the plan is for review: only remarks can be made in it."),
                advice=N_("Write a remark or suggest a wording in the panel “My remarks”."),
            )
        try:
            plan = apply(self._plan, change.edits)
            transaction = self.file.store.commit(change)
        except StaleEdit as error:
            self._read_anew()
            raise UserError(
                N_("Somebody else has changed this part of the plan at the same time."),
                advice=N_("The newest text is shown now. Look at it, then make your change again."),
            ) from error
        self._plan = plan
        is_next = self._number and transaction.number in (self._number, self._number + 1)
        self._number = transaction.number if is_next else _UNKNOWN
        self._stacks.add(transaction)
        self._tell(PlanEdited(tuple(change.edits), initiator))

    def _read_anew(self) -> None:
        self._last_target = None
        self._plan, self._number = self.file.store.read_present()
        self._stacks = read_stacks(self.file.store.list_transactions())
        self._tell(PlanEdited(()))

    def _tell(self, event: PlanEdited) -> None:
        for listener in tuple(self._listeners):
            listener(event)


def _single_target(edits: Sequence[Edit]) -> tuple[str, str, str] | None:
    """The one value that `edits` set; None when they do more than that."""
    if len(edits) == 1 and isinstance(edits[0], SetValue):
        return edits[0].node_id, edits[0].field, edits[0].part
    return None
