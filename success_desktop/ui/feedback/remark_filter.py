"""Which remarks the panel lists, and in which order: that of the plan they are on, open ones before those decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from success_desktop.domain.feedback import Feedback, Remark
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_search import search_key

Scope = Literal["here", "plan", "unplaced"]
"""The remarks on what is chosen in the outline and below it, on the whole plan, or those that have found no place."""

DECIDED = "decided"
"""The state of every remark that is not open, whatever was decided."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list. A blank narrows nothing; `state` is a disposition or DECIDED, `text` what the remark says somewhere."""

    scope: Scope = "plan"
    node_id: str = ""
    state: str = ""
    round_id: str = ""
    author: str = ""
    nature: str = ""
    weight: str = ""
    text: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the scope is asked for."""
        return any((self.state, self.round_id, self.author, self.nature, self.weight, self.text))


def list_remarks(plan: Plan, feedback: Feedback, wanted: Wanted) -> list[Remark]:
    """The remarks wanted, in the order of the plan; on one node the open ones first, then by field and passage."""
    places = {node.id: place for place, node in enumerate(plan.walk())}
    branch = _branch(plan, wanted) if wanted.scope == "here" else None
    unplaced = {remark.id for remark in feedback.unplaced}
    found = [
        remark
        for remark in feedback.remarks.values()
        if _is_in_scope(remark, wanted.scope, branch, unplaced) and is_wanted(remark, wanted)
    ]
    ranks: dict[str, Mapping[str, int]] = {}

    def key(remark: Remark) -> tuple[int, bool, int, int]:
        anchor = remark.anchor
        if anchor.node_id not in places:
            return (len(places) if remark.id in unplaced else -1), False, 0, 0
        kind = plan.nodes[anchor.node_id].kind
        if kind not in ranks:
            ranks[kind] = {field: rank for rank, field in enumerate(plan.template.kind(kind).fields, 1)}
        return places[anchor.node_id], not remark.is_open, ranks[kind].get(anchor.field, 0), anchor.start

    return sorted(found, key=key)


def is_wanted(remark: Remark, wanted: Wanted) -> bool:
    """Whether a remark is what is asked for, wherever it stands."""
    if wanted.state and not (
        remark.disposition == wanted.state or (wanted.state == DECIDED and not remark.is_open)
    ):
        return False
    pairs = (
        (wanted.round_id, remark.round_id),
        (wanted.author, remark.author),
        (wanted.nature, remark.nature),
        (wanted.weight, remark.weight),
    )
    return all(not asked or asked == own for asked, own in pairs) and _says(remark, wanted.text)


def next_open(remarks: list[Remark], current_id: str, way: int) -> str:
    """The id of the next open remark behind the current one (`way` 1) or before it (-1), round the end; "" for none."""
    ids = [remark.id for remark in remarks]
    start = ids.index(current_id) if current_id in ids else (-1 if way > 0 else 0)
    for step in range(1, len(ids) + 1):
        remark = remarks[(start + way * step) % len(ids)]
        if remark.is_open and remark.id != current_id:
            return remark.id
    return ""


def last_before(plan: Plan, remarks: list[Remark], node_id: str) -> str:
    """The id of the last of `remarks` (in the plan's order) that stands before a node; "" where there is none."""
    if node_id not in plan.nodes:
        return ""
    places = {node.id: place for place, node in enumerate(plan.walk())}
    here = places[node_id]
    before = [remark.id for remark in remarks if places.get(remark.anchor.node_id, here) < here]
    return before[-1] if before else ""


def _branch(plan: Plan, wanted: Wanted) -> frozenset[str]:
    if wanted.node_id not in plan.nodes:
        return frozenset()
    return frozenset(node.id for node in plan.walk(wanted.node_id))


def _is_in_scope(remark: Remark, scope: Scope, branch: frozenset[str] | None, unplaced: set[str]) -> bool:
    if scope == "unplaced":
        return remark.id in unplaced
    return branch is None or remark.anchor.node_id in branch


def _says(remark: Remark, text: str) -> bool:
    if not text:
        return True
    said = (*remark.text.values(), remark.proposed, remark.quote, remark.anchor.quote)
    answered = (*remark.response.values(), *(reply.text for reply in remark.replies))
    sought = search_key(text)
    return any(sought in search_key(one) for one in (*said, *answered, remark.author, remark.assignee))
