"""What was done to the plan on a remark's advice: attached by hand, or done by accepting it; and the other way round."""

from collections.abc import Iterable

from success_desktop.domain.advice import NO_ADVICE, Advice
from success_desktop.domain.answers import DECIDED_BY_FIELD, Answers, is_taken
from success_desktop.domain.feedback import Remark, read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.domain.revision import Transaction
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor


def attach_edits(
    editor: PlanEditor, remark_id: str, uids: Iterable[str], initiator: object | None = None
) -> None:
    """Let steps of the history (uids of their transactions) be the answer to a remark, besides those attached already."""
    attached = read_feedback(editor.plan).remarks[remark_id].answers
    _set_answers(editor, remark_id, (*attached, *uids), initiator)


def detach_edits(
    editor: PlanEditor, remark_id: str, uids: Iterable[str], initiator: object | None = None
) -> None:
    """Let steps of the history no longer be the answer to a remark. They stay done."""
    going = set(uids)
    attached = read_feedback(editor.plan).remarks[remark_id].answers
    _set_answers(editor, remark_id, (uid for uid in attached if uid not in going), initiator)


def answers_of(editor: PlanEditor, remark: Remark) -> tuple[Transaction, ...]:
    """The steps attached to a remark by hand, newest first."""
    wanted = set(remark.answers)
    return tuple(done for done in reversed(editor.file.store.list_transactions()) if done.uid in wanted)


def read_advice(editor: PlanEditor, node_ids: Iterable[str] | None = None) -> Advice:
    """On whose advice the steps of the history were done: those of some nodes, or of the whole plan (None).

    For some nodes only the remarks on them are looked at, and those with something attached.
    """
    feedback = read_feedback(editor.plan)
    wanted = None if node_ids is None else set(node_ids)
    remarks = {
        remark.id: remark
        for remark in feedback.remarks.values()
        if remark.answers or (is_taken(remark) and (wanted is None or remark.anchor.node_id in wanted))
    }
    if not remarks:
        return NO_ADVICE
    store = editor.file.store
    edits = store.read_edits_of(remarks, DECIDED_BY_FIELD)
    return Advice(feedback, Answers(remarks, store.list_transactions(), edits))


def _set_answers(editor: PlanEditor, remark_id: str, uids: Iterable[str], initiator: object | None) -> None:
    values = {"answers": tuple(dict.fromkeys(uids))}
    editor.end_step()
    editor.edit(N_("Link edits to a remark"), set_feedback(editor.plan, remark_id, values), initiator)
