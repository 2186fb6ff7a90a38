"""From the feedback on the open plan to the cards of the panel: which remarks, and who words them."""

from collections.abc import Sequence

from success_desktop.domain.feedback import Feedback, Remark
from success_desktop.i18n import interface_language
from success_desktop.ui.feedback.nothing_listed import Lack
from success_desktop.ui.feedback.plan_feedback import PlanFeedback
from success_desktop.ui.feedback.remark_filter import Wanted, list_remarks
from success_desktop.ui.feedback.remark_model import Writer, write_nothing
from success_desktop.ui.feedback.remark_writer import RemarkWriter


def list_wanted(feedback: PlanFeedback, wanted: Wanted, pinned_id: str) -> list[Remark]:
    """What is asked for, behind the remark that was gone to where that is not among it; nothing without a plan."""
    if feedback.plan is None:
        return []
    found = list_remarks(feedback.plan, feedback.read, wanted)
    pinned = feedback.remark(pinned_id)
    return found if pinned is None or pinned in found else [pinned, *found]


def writer_of(feedback: PlanFeedback, remarks: Sequence[Remark], wanted: Wanted) -> Writer:
    """What words the cards of a list of remarks."""
    if feedback.plan is None:
        return write_nothing
    seats = {remark.author: feedback.seat(remark.author) for remark in feedback.read.remarks.values()}
    headed = _headed(remarks, wanted.node_id if wanted.scope == "here" else None)
    return RemarkWriter(feedback.plan, feedback.read, interface_language(), seats, headed).write


def lack_of(feedback: Feedback, remarks: Sequence[Remark], wanted: Wanted) -> Lack | None:
    """What to say in place of the cards; None when there are any."""
    if not feedback.rounds:
        return "feedback"
    if remarks:
        return None
    if wanted.is_narrowed:
        return "narrowed"
    return "unplaced" if wanted.scope == "unplaced" else "here"


def _headed(remarks: Sequence[Remark], known_id: str | None) -> frozenset[str]:
    """The remarks above which their node is named: the first of each, but for the node of which everybody knows."""
    before, found = known_id, []
    for remark in remarks:
        if remark.anchor.node_id != before:
            found.append(remark.id)
        before = remark.anchor.node_id
    return frozenset(found)
