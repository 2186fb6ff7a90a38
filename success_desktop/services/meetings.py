"""Meetings as rounds of feedback: held, described, and their recommendations taken down as a tree.

One verb is one step of undo.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from success_desktop.domain.edits import Edit, apply
from success_desktop.domain.feedback import NOWHERE, Anchor, Feedback, Remark, Round, read_feedback
from success_desktop.domain.feedback_edits import (
    add_remarks,
    add_round,
    move_feedback,
    remove_feedback,
    set_anchor,
    set_feedback,
)
from success_desktop.domain.minutes import Point, fit_depths
from success_desktop.domain.plan import Plan
from success_desktop.domain.scripts import worded
from success_desktop.domain.thai_typed import plain_text
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_
from success_desktop.ids import new_feedback_id
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import newest_revision


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDetails:
    """What is known of a meeting. `place` is a room or the link of a video call; `reviewer` whose advice it gives."""

    name: str = ""
    reviewer: str = ""
    on: date | None = None
    place: str = ""
    attendees: str = ""
    agenda: str = ""

    def cleaned(self) -> "MeetingDetails":
        """The same in texts that a plan can keep, without spaces around them."""
        return MeetingDetails(
            name=_tidy(self.name),
            reviewer=_tidy(self.reviewer),
            on=self.on,
            place=_tidy(self.place),
            attendees=_tidy(self.attendees),
            agenda=_tidy(self.agenda),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPoint:
    """A recommendation as it is said: its words, the passage it is about, and whose it is when not the meeting's."""

    text: str
    anchor: Anchor = NOWHERE
    author: str = ""


def list_meetings(editor: PlanEditor) -> tuple[Round, ...]:
    """The meetings held on the plan, oldest first."""
    return tuple(item for item in read_feedback(editor.plan).rounds if item.sort == "meeting")


def hold_meeting(
    editor: PlanEditor,
    details: MeetingDetails,
    points: Sequence[Point] = (),
    initiator: object | None = None,
) -> str:
    """Make a round for a meeting, with points that were pasted, if any. Returns its id.

    What the plan says now is kept as a revision first: the advice speaks of that. Raises UserError when the meeting has
    neither name nor day.
    """
    known = _checked(details)
    keep_automatically(editor, "import", known.name)
    newest = newest_revision(editor)
    held = Round(
        id=new_feedback_id(),
        number=0,
        sort="meeting",
        name=known.name,
        reviewer=known.reviewer,
        on=known.on,
        place=known.place,
        attendees=known.attendees,
        agenda=known.agenda,
        revision_id=newest.id if newest is not None else "",
        received_at=editor.now(),
    )
    edits = add_round(editor.plan, held)
    remarks = _remarks_of(editor, held, points)
    editor.edit(N_("New meeting"), (*edits, *add_remarks(apply(editor.plan, edits), remarks)), initiator)
    return held.id


def set_details(
    editor: PlanEditor, round_id: str, details: MeetingDetails, initiator: object | None = None
) -> None:
    """Tell anew what is known of a meeting. Raises UserError when it has neither name nor day."""
    known = _checked(details)
    values = {
        "name": known.name,
        "reviewer": known.reviewer,
        "on": known.on,
        "place": known.place,
        "attendees": known.attendees,
        "agenda": known.agenda,
    }
    editor.edit(N_("Describe the meeting"), set_feedback(editor.plan, round_id, values), initiator)


def details_of(held: Round) -> MeetingDetails:
    """What is known of a meeting."""
    return MeetingDetails(
        name=held.name,
        reviewer=held.reviewer,
        on=held.on,
        place=held.place,
        attendees=held.attendees,
        agenda=held.agenda,
    )


def take_minutes(
    editor: PlanEditor, round_id: str, points: Sequence[Point], initiator: object | None = None
) -> None:
    """Put points that were pasted behind those that a meeting has."""
    remarks = _remarks_of(editor, read_feedback(editor.plan).round(round_id), points)
    editor.edit(N_("Paste minutes"), add_remarks(editor.plan, remarks), initiator)


def add_point(
    editor: PlanEditor,
    parent_id: str,
    new: NewPoint,
    before_id: str | None = None,
    initiator: object | None = None,
) -> str:
    """Take down a recommendation below a meeting or a point of it, in front of `before_id` (None: last). Returns its id."""
    plan = editor.plan
    round_id = next(
        node.id for node in (plan.nodes[parent_id], *plan.ancestors(parent_id)) if node.kind == "round"
    )
    remark = _remark(editor, read_feedback(plan).round(round_id), parent_id, new)
    edits: tuple[Edit, ...] = add_remarks(plan, (remark,))
    if before_id is not None:
        edits = (*edits, *move_feedback(apply(plan, edits), remark.id, parent_id, before_id))
    editor.edit(N_("Take down a recommendation"), edits, initiator)
    return remark.id


def remove_point(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Take a recommendation away; what is below it takes its place."""
    plan = editor.plan
    parent_id = plan.nodes[remark_id].parent_id or ""
    edits: list[Edit] = []
    for child_id in family_of(plan, remark_id):
        step = move_feedback(plan, child_id, parent_id, remark_id)
        edits.extend(step)
        plan = apply(plan, step)
    edits.extend(remove_feedback(plan, remark_id))
    editor.edit(N_("Take a recommendation away"), edits, initiator)


def set_point_text(editor: PlanEditor, remark_id: str, text: str, initiator: object | None = None) -> None:
    """Give a recommendation other words, in the language they are written in.

    Of one that is worded in both languages the other wording stays, unless nothing is said any more.
    """
    before, said = read_feedback(editor.plan).remarks[remark_id].text, worded(_tidy(text))
    kept = before if said and len(before) == len(LANGUAGES) else {}
    wording = {str(language): words for language, words in {**kept, **said}.items()}
    editor.edit(N_("Edit text"), set_feedback(editor.plan, remark_id, {"text": wording}), initiator)


def indent_point(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Make a point a sub-point of the one before it; the first of its list stays."""
    siblings = family_of(editor.plan, editor.plan.nodes[remark_id].parent_id or "")
    place = siblings.index(remark_id)
    if place:
        edits = move_feedback(editor.plan, remark_id, siblings[place - 1])
        editor.edit(N_("Make it a sub-point"), edits, initiator)


def outdent_point(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Bring a sub-point up beside its point; those behind it go below it, so that none changes its line."""
    plan = editor.plan
    parent = plan.nodes[plan.nodes[remark_id].parent_id or ""]
    if parent.kind != "remark":
        return
    siblings = family_of(plan, parent.id)
    followers = siblings[siblings.index(remark_id) + 1 :]
    edits: list[Edit] = []
    for follower in followers:
        step = move_feedback(plan, follower, remark_id)
        edits.extend(step)
        plan = apply(plan, step)
    before_id = next_sibling(editor.plan, parent.id)
    edits.extend(move_feedback(plan, remark_id, parent.parent_id or "", before_id))
    editor.edit(N_("Bring it up a level"), edits, initiator)


def tie_point(
    editor: PlanEditor, remark_id: str, anchor: Anchor = NOWHERE, initiator: object | None = None
) -> None:
    """Tie a recommendation to a passage of the plan, or (NOWHERE) to none."""
    placed_by = "hand" if anchor.node_id else ""
    edits = (
        *set_anchor(editor.plan, remark_id, anchor),
        *set_feedback(editor.plan, remark_id, {"placed_by": placed_by, "attention": ""}),
    )
    editor.edit(N_("Tie to a passage"), edits, initiator)


def points_of(feedback: Feedback, round_id: str) -> tuple[tuple[int, Remark], ...]:
    """The recommendations of a round as they are read, each with how deep it lies (0 for a point of its own)."""
    return tuple((remark.number.count("."), remark) for remark in feedback.of_round(round_id))


def family_of(plan: Plan, parent_id: str) -> list[str]:
    """The ids of the remarks directly below a round or a remark."""
    return [node.id for node in plan.children_of(parent_id) if node.kind == "remark"]


def next_sibling(plan: Plan, remark_id: str) -> str | None:
    """The remark behind one in its list; None when it is the last."""
    siblings = family_of(plan, plan.nodes[remark_id].parent_id or "")
    place = siblings.index(remark_id) + 1
    return siblings[place] if place < len(siblings) else None


def _remarks_of(editor: PlanEditor, held: Round, points: Sequence[Point]) -> list[Remark]:
    """Points as remarks, parents before those below them."""
    above: list[str] = [held.id]
    remarks: list[Remark] = []
    for point in fit_depths(points):
        remark = _remark(editor, held, above[point.depth], NewPoint(text=point.text))
        above = [*above[: point.depth + 1], remark.id]
        remarks.append(remark)
    return remarks


def _remark(editor: PlanEditor, held: Round, parent_id: str, new: NewPoint) -> Remark:
    return Remark(
        id=new_feedback_id(),
        round_id=held.id,
        parent_id=parent_id,
        number="",
        author=new.author or held.reviewer,
        at=editor.now(),
        nature="recommendation",
        text=worded(_tidy(new.text)),
        anchor=new.anchor,
        placed_by="hand" if new.anchor.node_id else "",
        quote=new.anchor.quote,
    )


def _checked(details: MeetingDetails) -> MeetingDetails:
    known = details.cleaned()
    if not known.name and known.on is None:
        raise UserError(
            N_("The meeting has neither a name nor a day."),
            advice=N_("Write one of the two, so that it can be told from others."),
        )
    return known


def _tidy(text: str) -> str:
    return plain_text(text).strip()
