"""The edits by which feedback comes into a plan and is worked on; applied, logged and undone as all others are."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from success_desktop.domain.edits import AddNode, Edit, MoveNode, SetValue, place_among, remove_branch
from success_desktop.domain.feedback import Anchor, Remark, Reply, Round
from success_desktop.domain.feedback_kinds import FEEDBACK_ID, shape_of_field
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Plan
from success_desktop.domain.word_fields import FieldValue, fill_fields, set_fields

_OWN_WORDS = frozenset(("id", "number", "round_id", "parent_id", "replies", "anchor"))
"""What a view tells that lies in no field of its node, or in several."""

_UNDECIDED: Mapping[str, FieldValue] = {
    "disposition": "",
    "duplicate_of": "",
    "decided_by": "",
    "decided_at": None,
}

_ROOT_POSITION = "V"


def begin_feedback(plan: Plan) -> tuple[AddNode, ...]:
    """The edit that makes the root of all feedback; none where there is one."""
    return () if FEEDBACK_ID in plan.nodes else (AddNode(FEEDBACK_ID, "feedback", None, _ROOT_POSITION),)


def add_round(plan: Plan, new: Round) -> tuple[Edit, ...]:
    """The edits that bring a round, behind those there are. `new.number` does not count: the place tells it."""
    root = begin_feedback(plan)
    position = place_among(plan, FEEDBACK_ID) if FEEDBACK_ID in plan.nodes else _ROOT_POSITION
    return (
        *root,
        AddNode(new.id, "round", FEEDBACK_ID, position),
        *fill_fields(new.id, "round", _words_of(new), shape_of_field),
    )


def add_remarks(plan: Plan, remarks: Iterable[Remark]) -> tuple[Edit, ...]:
    """The edits that bring remarks with their replies, each below its `parent_id` (a round, or a remark) behind those there.

    Parents come before what is below them, or are in the plan; a round may be one that is only being added. Numbers do not
    count.
    """
    families: dict[str, list[Remark]] = {}
    for remark in remarks:
        families.setdefault(remark.parent_id, []).append(remark)
    edits: list[Edit] = []
    for parent_id, family in families.items():
        for remark, position in zip(family, _places_behind(plan, parent_id, len(family)), strict=True):
            edits.append(AddNode(remark.id, "remark", parent_id, position))
            edits.extend(_fill_remark(remark))
            edits.extend(_add_replies(remark.id, remark.replies, spread_positions(len(remark.replies))))
    return tuple(edits)


def add_replies(plan: Plan, remark_id: str, replies: Sequence[Reply]) -> tuple[Edit, ...]:
    """The edits that put replies at the end of a remark's thread."""
    return tuple(_add_replies(remark_id, replies, _places_behind(plan, remark_id, len(replies))))


def set_feedback(plan: Plan, node_id: str, values: Mapping[str, FieldValue]) -> tuple[SetValue, ...]:
    """The edits that give fields of a round, a remark or a reply these values; none for what is so already.

    Texts (text, response of a remark) take a mapping from language to wording, which replaces both languages.
    """
    return set_fields(plan.nodes[node_id], values, shape_of_field)


def set_anchor(plan: Plan, remark_id: str, anchor: Anchor) -> tuple[SetValue, ...]:
    """The edits that tie a remark to another passage."""
    return set_feedback(plan, remark_id, anchor_words(anchor))


def move_feedback(
    plan: Plan, remark_id: str, parent_id: str, before_id: str | None = None
) -> tuple[Edit, ...]:
    """The edits that put a remark with all below it under another parent, or elsewhere among its siblings."""
    node = plan.nodes[remark_id]
    position = place_among(plan, parent_id, before_id, moving_id=remark_id)
    return (MoveNode(remark_id, node.parent_id or "", node.position, parent_id, position),)


def remove_feedback(plan: Plan, node_id: str) -> tuple[Edit, ...]:
    """The edits that take a round, a remark or a reply away, with all below it.

    Remarks elsewhere that repeat one of those are open again: what answered them goes.
    """
    going = {node.id for node in plan.walk(node_id)}
    left = (one for one in list_duplicates(plan, going) if one not in going)
    reopened = (edit for one in left for edit in reopen_remark(plan, one))
    return (*reopened, *remove_branch(plan, node_id))


def reopen_remark(plan: Plan, remark_id: str) -> tuple[SetValue, ...]:
    """The edits that let a remark wait for a decision again; what was answered stays."""
    return set_feedback(plan, remark_id, _UNDECIDED)


def list_duplicates(plan: Plan, remark_ids: Container[str]) -> tuple[str, ...]:
    """The remarks (ids) that were decided to repeat one of some others."""
    return tuple(node.id for node in plan.walk(FEEDBACK_ID) if node.word("duplicate_of") in remark_ids)


def anchor_words(anchor: Anchor) -> dict[str, FieldValue]:
    """The fields in which a remark keeps its anchor."""
    return {
        "node": anchor.node_id,
        "field": anchor.field,
        "part": anchor.part,
        "revision_id": anchor.revision_id,
        "seen": anchor.seen,
        "start": str(anchor.start) if anchor.start else "",
        "end": str(anchor.end) if anchor.end else "",
    }


def _places_behind(plan: Plan, parent_id: str, count: int) -> Sequence[str]:
    """Places behind the children that a node has, if it is in the plan already."""
    family = plan.children_of(parent_id)
    return spread_positions(count, family[-1].position if family else None)


def _fill_remark(remark: Remark) -> Iterator[SetValue]:
    words = {**_words_of(remark), **anchor_words(remark.anchor)}
    return fill_fields(remark.id, "remark", words, shape_of_field)


def _add_replies(remark_id: str, replies: Sequence[Reply], places: Sequence[str]) -> Iterator[Edit]:
    for reply, position in zip(replies, places, strict=True):
        yield AddNode(reply.id, "reply", remark_id, position)
        yield from fill_fields(reply.id, "reply", _words_of(reply), shape_of_field)


def _words_of(view: Round | Remark | Reply) -> dict[str, FieldValue]:
    """The fields of a view that its node keeps."""
    names = (item.name for item in fields(view) if item.name not in _OWN_WORDS)
    return {name: getattr(view, name) for name in names}
