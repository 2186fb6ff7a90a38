"""Putting remarks where they belong: on a passage of the plan, and in the tree of their round.

Each verb is one step of undo.
"""

from collections.abc import Sequence
from dataclasses import replace

from success_desktop.domain.edits import Edit, apply
from success_desktop.domain.feedback import Anchor, Remark, read_feedback
from success_desktop.domain.feedback_edits import (
    add_remarks,
    list_duplicates,
    move_feedback,
    remove_feedback,
    set_anchor,
    set_feedback,
)
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import AddedRow, RemovedRow, write_proposal
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language
from success_desktop.ids import new_feedback_id
from success_desktop.services.entering import Place
from success_desktop.services.passages import Span, anchor_at
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.proposing import ROW_SORTS, proposal_of


def place_remark(
    editor: PlanEditor,
    remark_id: str,
    place: Place,
    span: tuple[int, int] | None = None,
    initiator: object | None = None,
) -> None:
    """Tie a remark by hand to a part of a field, or to a node as a whole (field and part "").

    `span` are the characters it is about (default: those that it quotes, where they stand there once, else all). A wording
    that was proposed for a text which the file told keeps that text, so that what was edited since is not lost; one that
    was proposed for some words alone goes into the text around them.
    """
    remark = read_feedback(editor.plan).remarks[remark_id]
    found = anchor_at(editor, place, Span(*span) if span is not None else None)
    anchor = _with_passage(remark, found) if span is None else found
    values: dict[str, FieldValue] = {
        "placed_by": "hand",
        "attention": "",
        "proposed": proposed_at(editor.plan, remark, anchor),
    }
    edits = (*set_anchor(editor.plan, remark_id, anchor), *set_feedback(editor.plan, remark_id, values))
    editor.edit(N_("Place a remark"), edits, initiator)


def proposed_at(plan: Plan, remark: Remark, anchor: Anchor) -> str:
    """What a remark, as its file told it, proposes once it is tied to a passage by hand.

    A wording of some words alone goes into the text around them; a proposal about a row is about the row that it is put on.
    """
    if remark.sort in ROW_SORTS and anchor.node_id in plan.nodes:
        return _row_proposed_at(plan, remark, anchor.node_id)
    if remark.sort == "wording" and not remark.anchor.seen:
        return anchor.seen[: anchor.start] + remark.proposed + anchor.seen[anchor.end :]
    return remark.proposed


def move_up(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Put a remark with all below it in front of the one before it; the first of its list stays. Numbers follow."""
    family, place = _family_of(editor.plan, remark_id)
    if place:
        _move(editor, remark_id, family[place - 1], initiator)


def move_down(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Put a remark with all below it behind the next one; the last of its list stays. Numbers follow."""
    family, place = _family_of(editor.plan, remark_id)
    if place + 1 < len(family):
        _move(editor, remark_id, next(iter(family[place + 2 :]), None), initiator)


def split_remark(
    editor: PlanEditor, remark_id: str, language: Language, offset: int, initiator: object | None = None
) -> str:
    """Cut a remark in two at character `offset` of its text: what stands behind becomes the next item. Returns its id.

    The new item is about the same passage, by the same person, and open. Raises UserError when one of them would be empty.
    """
    remark = read_feedback(editor.plan).remarks[remark_id]
    said = remark.text.get(language, "")
    first, second = said[:offset].rstrip(), said[offset:].lstrip()
    if not first or not second:
        raise UserError(
            N_("There is nothing to split here."), advice=N_("Put the caret where the second point begins.")
        )
    new = _second_half(remark, language, second)
    wordings: dict[str, str] = {str(spoken): text for spoken, text in remark.text.items()}
    edits: list[Edit] = [*set_feedback(editor.plan, remark_id, {"text": {**wordings, language: first}})]
    edits.extend(add_remarks(editor.plan, (new,)))
    family, place = _family_of(editor.plan, remark_id)
    if following := family[place + 1 :]:
        edits.extend(move_feedback(apply(editor.plan, edits), new.id, remark.parent_id, following[0]))
    editor.edit(N_("Split a remark"), edits, initiator)
    return new.id


def merge_remarks(editor: PlanEditor, remark_ids: Sequence[str], initiator: object | None = None) -> None:
    """Put remarks together into the first of them.

    Those that came in a file stay, as duplicates of it, so that each of their authors gets an answer. Of those typed here
    the words go into the first, with their threads and all that lies below them. Raises UserError for fewer than two, and
    for one that lies below another.
    """
    feedback = read_feedback(editor.plan)
    first, *others = (feedback.remarks[remark_id] for remark_id in dict.fromkeys(remark_ids))
    if not others or _is_nested(editor.plan, [first, *others]):
        raise UserError(
            N_("Choose two or more items, none of which lies below another."),
            advice=N_("Hold Ctrl and click each of them."),
        )
    plan = editor.plan
    edits: list[Edit] = []
    for other in others:
        step = _absorbed(plan, first, other) if _is_typed(first, other) else _duplicated(editor, first, other)
        edits.extend(step)
        plan = apply(plan, step)
    editor.edit(N_("Put remarks together"), edits, initiator)


def _with_passage(remark: Remark, found: Anchor) -> Anchor:
    """Where a remark stands on the field that it is placed on: what it was made for, or quotes, where that is known."""
    if remark.sort == "wording" and remark.anchor.seen:
        node_id, field, part = found.place
        return remark.anchor._replace(node_id=node_id, field=field, part=part)
    quote = remark.quote.strip()
    if quote and found.seen.count(quote) == 1:
        start = found.seen.index(quote)
        return found._replace(start=start, end=start + len(quote))
    return found


def _row_proposed_at(plan: Plan, remark: Remark, node_id: str) -> str:
    """What a proposal about a row says once it is placed on a node: that it goes, or that a new one belongs below it.

    One that cannot be read stays as it is.
    """
    try:
        proposal = proposal_of(remark)
    except ValueError:
        return remark.proposed
    if isinstance(proposal, RemovedRow):
        return write_proposal(RemovedRow(node_id))
    if isinstance(proposal, AddedRow):
        node = plan.nodes[node_id]
        is_room = plan.template.can_contain(node.kind, proposal.kind)
        parent_id = node_id if is_room else node.parent_id or node_id
        return write_proposal(replace(proposal, parent_id=parent_id, before_id=""))
    return write_proposal(replace(proposal, node_id=node_id))


def _second_half(remark: Remark, language: Language, text: str) -> Remark:
    return Remark(
        id=new_feedback_id(),
        round_id=remark.round_id,
        parent_id=remark.parent_id,
        number="",
        author=remark.author,
        initials=remark.initials,
        at=remark.at,
        nature=remark.nature,
        weight=remark.weight,
        text={language: text},
        anchor=remark.anchor,
        placed_by=remark.placed_by,
        quote=remark.quote,
        context=remark.context,
        assignee=remark.assignee,
    )


def _family_of(plan: Plan, remark_id: str) -> tuple[list[str], int]:
    """A remark's list, itself in it, and its place there."""
    family = [
        node.id for node in plan.children_of(plan.nodes[remark_id].parent_id or "") if node.kind == "remark"
    ]
    return family, family.index(remark_id)


def _move(editor: PlanEditor, remark_id: str, before_id: str | None, initiator: object | None) -> None:
    parent_id = editor.plan.nodes[remark_id].parent_id or ""
    edits = move_feedback(editor.plan, remark_id, parent_id, before_id)
    editor.edit(N_("Move a remark"), edits, initiator)


def _is_nested(plan: Plan, remarks: Sequence[Remark]) -> bool:
    """Whether one of several remarks lies below another."""
    ids = {remark.id for remark in remarks}
    return any(node.id in ids for remark in remarks for node in plan.ancestors(remark.id))


def _is_typed(first: Remark, other: Remark) -> bool:
    """Whether a remark is but words typed here, as the one is that it goes into, and nobody has answered it yet."""
    is_plain = all(item.sort == "comment" and not item.source for item in (first, other))
    return is_plain and first.round_id == other.round_id and other.is_open and not other.response


def _absorbed(plan: Plan, first: Remark, other: Remark) -> Sequence[Edit]:
    """The edits that put a remark's words, thread and sub-points into the first, and take the remark away."""
    node = plan.nodes[first.id]
    wordings = {part: str(atom) for part, atom in node.parts("text").items()}
    for language, text in other.text.items():
        wordings[language] = "\n".join(filter(None, (wordings.get(language, ""), text)))
    edits: list[Edit] = [*set_feedback(plan, first.id, {"text": wordings})]
    for repeating_id in sorted({*list_duplicates(plan, (other.id,))} - {first.id}):
        edits.extend(set_feedback(plan, repeating_id, {"duplicate_of": first.id}))
    plan = apply(plan, edits)
    for child in plan.children_of(other.id):
        step = move_feedback(plan, child.id, first.id)
        edits.extend(step)
        plan = apply(plan, step)
    return (*edits, *remove_feedback(plan, other.id))


def _duplicated(editor: PlanEditor, first: Remark, other: Remark) -> Sequence[Edit]:
    values = {"disposition": "duplicate", "duplicate_of": first.id, "decided_by": editor.author}
    return (
        *set_feedback(editor.plan, other.id, values),
        *set_feedback(editor.plan, other.id, {"decided_at": editor.now()}),
    )
