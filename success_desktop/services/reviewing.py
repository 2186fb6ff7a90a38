"""Review mode: a copy of a plan in which nothing of the plan can be edited, and a reviewer remarks and suggests."""

from collections.abc import Sequence
from dataclasses import dataclass

from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import NOWHERE, Anchor, Nature, Remark, Round, Weight, read_feedback
from success_desktop.domain.feedback_edits import add_remarks, add_round, remove_feedback, set_feedback
from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.reviewing import REVIEWING, reviewed_round
from success_desktop.domain.scripts import worded
from success_desktop.domain.thai_typed import plain_text
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.ids import new_feedback_id
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import newest_revision


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRemark:
    """A remark as a reviewer makes it: words, or a wording for the part of a field that it is tied to, or both."""

    text: str = ""
    anchor: Anchor = NOWHERE
    proposed: str = ""
    nature: Nature = "comment"
    weight: Weight = ""


def is_reviewing(editor: PlanEditor) -> bool:
    """Whether the open plan is a copy for review."""
    return bool(reviewed_round(editor.plan))


def own_round_id(editor: PlanEditor) -> str:
    """The round that the reviewer of a copy writes in. Raises UserError where the plan is open for editing."""
    round_id = reviewed_round(editor.plan)
    if not round_id:
        raise UserError(
            N_("This plan is open for editing, not for review."),
            advice=N_("Open it with “Open a plan to review it…” in the menu Review."),
        )
    return round_id


def begin_review(editor: PlanEditor, reviewer: str) -> str:
    """Let a copy of a plan take remarks only, in the name of `reviewer`. Returns the id of its round."""
    if is_reviewing(editor):
        return own_round_id(editor)
    plan, newest = editor.plan, newest_revision(editor)
    begun = Round(
        id=new_feedback_id(),
        number=0,
        sort="review",
        name=reviewer,
        reviewer=reviewer,
        on=editor.now().astimezone().date(),
        revision_id=newest.id if newest is not None else "",
    )
    edits = add_round(plan, begun)
    marked = set_feedback(apply(plan, edits), FEEDBACK_ID, {REVIEWING: begun.id})
    editor.edit(N_("Begin the review"), (*edits, *marked))
    editor.forget_steps()
    return begun.id


def remark(editor: PlanEditor, new: NewRemark, initiator: object | None = None) -> str:
    """Take down a remark. Returns its id. Raises UserError when it says nothing."""
    round_id = own_round_id(editor)
    held = read_feedback(editor.plan).round(round_id)
    proposed = plain_text(new.proposed)
    text = plain_text(new.text).strip()
    is_wording = bool(new.anchor.part and proposed != new.anchor.seen)
    if not text and not is_wording:
        raise UserError(
            N_("The remark says nothing yet."), advice=N_("Write what you think, or change the wording.")
        )
    made = Remark(
        id=new_feedback_id(),
        round_id=round_id,
        parent_id=round_id,
        number="",
        author=held.reviewer,
        at=editor.now(),
        sort="wording" if is_wording else "comment",
        nature=new.nature,
        weight=new.weight,
        text=worded(text),
        anchor=new.anchor._replace(revision_id=held.revision_id) if new.anchor.node_id else NOWHERE,
        placed_by="bookmark" if new.anchor.node_id else "",
        quote=new.anchor.quote,
        proposed=proposed if is_wording else "",
    )
    editor.edit(N_("Remark"), add_remarks(editor.plan, (made,)), initiator)
    return made.id


def reword_remark(editor: PlanEditor, remark_id: str, text: str, initiator: object | None = None) -> None:
    """Let a remark say something else."""
    wording = {str(language): words for language, words in worded(plain_text(text).strip()).items()}
    editor.edit(N_("Edit text"), set_feedback(editor.plan, remark_id, {"text": wording}), initiator)


def withdraw_remark(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Take a remark back that has not been sent yet; one that the planners have stays with them."""
    editor.edit(N_("Withdraw the remark"), remove_feedback(editor.plan, remark_id), initiator)


def own_remarks(editor: PlanEditor) -> Sequence[Remark]:
    """The reviewer's own remarks, as they are read."""
    round_id = reviewed_round(editor.plan)
    return read_feedback(editor.plan).of_round(round_id) if round_id else ()
