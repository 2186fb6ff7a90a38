"""The response matrix (ตารางข้อเสนอแนะและการดำเนินการ): every remark with what was decided, answered and changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from success_desktop.domain.answer_changes import Change
from success_desktop.domain.feedback import NOWHERE, Anchor, Feedback, Remark, Round
from success_desktop.domain.feedback_words import standing_of
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.revision import Revision

MatrixOrder = Literal["round", "reviewer", "strategy"]
"""What the settled items are grouped by."""


@dataclass(frozen=True, slots=True)
class MatrixScope:
    """Which remarks are told: of these rounds (ids), of this reviewer, on this node and all below it; empty: of all."""

    round_ids: tuple[str, ...] = ()
    reviewer: str = ""
    under_id: str = ""


class MatrixItem(NamedTuple):
    """A row: a remark, what was changed for it, and the draft in which that appeared first (None: in none yet)."""

    remark: Remark
    round: Round
    anchor: Anchor
    changes: tuple[Change, ...]
    draft: Revision | None


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """Rows under one line: those that still wait for something (`is_open`), or those of a round, a reviewer, a strategy.

    `node_id` is that of a strategy, "" for what is about none in particular; `reviewer` is None but in a matrix by
    reviewers, "" for remarks of nobody named.
    """

    items: tuple[MatrixItem, ...]
    is_open: bool = False
    round: Round | None = None
    reviewer: str | None = None
    node_id: str = ""


@dataclass(frozen=True, slots=True)
class ResponseMatrix:
    """A matrix to be printed.

    `gone` are the nodes that remarks speak of and the plan no longer has, each with the number it had then.
    """

    plan: Plan
    feedback: Feedback
    by: MatrixOrder
    groups: tuple[MatrixGroup, ...]
    gone: Mapping[str, tuple[str, Node]]

    @property
    def items(self) -> tuple[MatrixItem, ...]:
        """All rows, as they are printed."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def open_count(self) -> int:
        """How many rows still wait for a decision or a response."""
        return sum(len(group.items) for group in self.groups if group.is_open)


def reviewer_of(remark: Remark, of: Round) -> str:
    """Who made a remark: its author, else who sent the round; "" where nobody is named."""
    return remark.author or of.reviewer


def anchor_of(feedback: Feedback, remark: Remark) -> Anchor:
    """Where a remark belongs: its own place, else that of the point above it."""
    above: Remark | None = remark
    while above is not None:
        if above.is_placed:
            return above.anchor
        above = feedback.remarks.get(above.parent_id)
    return NOWHERE


def find_strategy(plan: Plan, node_id: str) -> str:
    """The branch of the plan that a node lies in, by the id of its topmost node; "" for the plan itself and what is gone."""
    if node_id not in plan.nodes or node_id == plan.root_id:
        return ""
    line = (plan.nodes[node_id], *plan.ancestors(node_id))
    return line[-2].id


def select_remarks(plan: Plan, feedback: Feedback, scope: MatrixScope) -> tuple[Remark, ...]:
    """The remarks that a scope asks for, in printed order."""
    rounds = {of.id: of for of in feedback.rounds}
    branch = {node.id for node in plan.walk(scope.under_id)} if scope.under_id in plan.nodes else set()
    wanted = scope.reviewer.strip().casefold()
    return tuple(
        remark
        for remark in feedback.remarks.values()
        if (not scope.round_ids or remark.round_id in scope.round_ids)
        and (not wanted or reviewer_of(remark, rounds[remark.round_id]).strip().casefold() == wanted)
        and (not scope.under_id or anchor_of(feedback, remark).node_id in branch)
    )


def group_items(
    plan: Plan, items: Sequence[MatrixItem], by: MatrixOrder, rounds: Iterable[Round] = ()
) -> tuple[MatrixGroup, ...]:
    """Rows in groups: on top those that wait for a decision or a response, below them the settled ones by `by`.

    By rounds, each of `rounds` has a group, also one without a remark.
    """
    waiting = tuple(item for item in items if is_waiting(item))
    settled = [item for item in items if not is_waiting(item)]
    top = (MatrixGroup(waiting, is_open=True),) if waiting else ()
    if by == "round":
        return (*top, *_by_round(items, settled, rounds))
    return (*top, *(_by_reviewer(settled) if by == "reviewer" else _by_strategy(plan, settled)))


def is_waiting(item: MatrixItem) -> bool:
    """Whether an item lacks a disposition or a response."""
    return standing_of(item.remark) in ("open", "unanswered")


def first_draft(revisions: Iterable[Revision], number: int) -> Revision | None:
    """The first draft that holds what transaction `number` did; None when it is in none yet.

    That is a revision that a person kept or that left as a document, else the first kept for good on another occasion.
    `revisions` come oldest first.
    """
    later = [revision for revision in revisions if revision.number >= number and not revision.is_replaceable]
    handed_out = (revision for revision in later if revision.occasion in ("", "export"))
    return next(handed_out, later[0] if later else None)


def _by_round(
    items: Sequence[MatrixItem], settled: Sequence[MatrixItem], rounds: Iterable[Round]
) -> tuple[MatrixGroup, ...]:
    """A group for each round with settled rows, and for each without any row at all."""
    told = {item.round.id for item in items}
    families: dict[str, list[MatrixItem]] = {}
    for item in settled:
        families.setdefault(item.round.id, []).append(item)
    return tuple(
        MatrixGroup(tuple(families.get(of.id, ())), round=of)
        for of in rounds
        if of.id in families or of.id not in told
    )


def _by_reviewer(settled: Sequence[MatrixItem]) -> tuple[MatrixGroup, ...]:
    families: dict[str, list[MatrixItem]] = {}
    for item in settled:
        families.setdefault(reviewer_of(item.remark, item.round), []).append(item)
    names = sorted(families, key=lambda name: (not name, name.casefold()))
    return tuple(MatrixGroup(tuple(families[name]), reviewer=name) for name in names)


def _by_strategy(plan: Plan, settled: Sequence[MatrixItem]) -> tuple[MatrixGroup, ...]:
    families: dict[str, list[MatrixItem]] = {}
    for item in settled:
        families.setdefault(find_strategy(plan, item.anchor.node_id), []).append(item)
    order = [*(node.id for node in plan.children_of(plan.root_id)), ""]
    return tuple(
        MatrixGroup(tuple(families[node_id]), node_id=node_id) for node_id in order if node_id in families
    )
