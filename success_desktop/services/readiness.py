"""“Ready for the council”: said of a plan only when no remark is open, or by somebody who answers for it with a reason.

It is kept with the feedback, so it is logged and undone as everything else is. What comes in afterwards takes it back by
itself; a reason given covers only what was open at that moment.
"""

from dataclasses import dataclass
from datetime import datetime

from success_desktop.domain.edits import Edit, apply
from success_desktop.domain.feedback import read_feedback, read_instant
from success_desktop.domain.feedback_edits import begin_feedback, set_feedback
from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_typed import plain_text
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a plan is. `marked_by` said at `marked_at` (UTC) that it is ready; "" when nobody has, or it was taken back.

    `reason` is why it was said although `overridden` remarks were open.
    """

    open_count: int
    marked_by: str = ""
    marked_at: datetime | None = None
    reason: str = ""
    overridden: frozenset[str] = frozenset()
    uncovered_count: int = 0

    @property
    def is_marked(self) -> bool:
        """Whether somebody has said that the plan is ready, whatever came in since."""
        return self.marked_by != ""

    @property
    def is_ready(self) -> bool:
        """Whether the plan is ready: somebody said so, and no remark has been opened since."""
        return self.is_marked and not self.uncovered_count

    @property
    def is_overridden(self) -> bool:
        """Whether it is ready with remarks still open."""
        return self.is_ready and self.open_count > 0


def read_readiness(plan: Plan) -> Readiness:
    """How far a plan is on its way to the council."""
    open_ids = {remark.id for remark in read_feedback(plan).remarks.values() if remark.is_open}
    if FEEDBACK_ID not in plan.nodes:
        return Readiness(0)
    root = plan.nodes[FEEDBACK_ID]
    overridden = frozenset(root.word("ready_despite").split())
    return Readiness(
        len(open_ids),
        root.word("ready_by"),
        read_instant(root.word("ready_at")),
        root.word("ready_reason"),
        overridden,
        len(open_ids - overridden),
    )


def mark_ready(editor: PlanEditor, reason: str = "", initiator: object | None = None) -> None:
    """Say that the plan is ready for the council. `reason` is needed while remarks are open, and is kept with their ids.

    Raises UserError when remarks are open and no reason is given.
    """
    said = " ".join(plain_text(reason).split())
    open_ids = [remark.id for remark in read_feedback(editor.plan).remarks.values() if remark.is_open]
    if open_ids and not said:
        raise UserError(
            N_("{count} remarks are still open."),
            advice=N_("Decide on each of them, or write why the plan goes to the council all the same."),
            count=len(open_ids),
        )
    root = begin_feedback(editor.plan)
    values: dict[str, FieldValue] = {
        "ready_by": editor.author,
        "ready_at": editor.now(),
        "ready_reason": said if open_ids else "",
        "ready_despite": open_ids,
    }
    edits: tuple[Edit, ...] = (*root, *set_feedback(apply(editor.plan, root), FEEDBACK_ID, values))
    editor.edit(N_("Mark as ready for the council"), edits, initiator)


def withdraw_ready(editor: PlanEditor, initiator: object | None = None) -> None:
    """Take back that the plan is ready; nothing happens when nobody said so."""
    if FEEDBACK_ID in editor.plan.nodes:
        names = ("ready_by", "ready_at", "ready_reason", "ready_despite")
        edits = set_feedback(editor.plan, FEEDBACK_ID, dict.fromkeys(names))
        editor.edit(N_("Take back “ready for the council”"), edits, initiator)
