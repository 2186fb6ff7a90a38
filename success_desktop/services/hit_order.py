"""From one hit to the next or the one before, through the whole plan and round its end."""

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.thai_search import Span
from success_desktop.i18n import LANGUAGES
from success_desktop.services.finding import Passage, SearchIndex, Wanted, candidates, find_in_node

Order = tuple[int, int, str]
"""Where a part of a field stands in its node: the lower, the earlier."""


class Start(NamedTuple):
    """Where somebody stands: in a node, in a part of one of its fields ("": in front of all), at a range of characters."""

    node_id: str
    field: str = ""
    part: str = ""
    span: Span = (0, 0)


class Stop(NamedTuple):
    """A place to go to: a range of characters in a passage."""

    passage: Passage
    span: Span


def find_next(plan: Plan, wanted: Wanted, index: SearchIndex, start: Start) -> Stop | None:
    """The first place behind `start` that holds what is wanted, round the plan's end; None when there is none at all."""
    before, here, after = _split(plan, wanted, index, start)
    caret = reading_order(plan, start), start.span[1]
    mine = list(_stops(plan, here, wanted, index))
    behind = [stop for stop in mine if (reading_order(plan, _start_of(stop)), stop.span[0]) >= caret]
    others = _stops(plan, itertools.chain(after, before), wanted, index)
    return next(itertools.chain(behind, others, mine), None)


def find_previous(plan: Plan, wanted: Wanted, index: SearchIndex, start: Start) -> Stop | None:
    """The last place in front of `start` that holds what is wanted, round the plan's beginning; None when there is none."""
    before, here, after = _split(plan, wanted, index, start)
    caret = reading_order(plan, start), start.span[0]
    mine = list(_stops(plan, here, wanted, index))[::-1]
    ahead = [stop for stop in mine if (reading_order(plan, _start_of(stop)), stop.span[1]) <= caret]
    families = (list(_stops(plan, [node], wanted, index)) for node in [*before[::-1], *after[::-1]])
    others = (family[-1] for family in families if family)
    return next(itertools.chain(ahead, others, mine), None)


def _split(
    plan: Plan, wanted: Wanted, index: SearchIndex, start: Start
) -> tuple[list[Node], list[Node], list[Node]]:
    """The nodes that may hold what is wanted: those before the one where somebody stands, that one, those behind it."""
    nodes = list(candidates(plan, wanted, index))
    ranks = {node.id: rank for rank, node in enumerate(plan.walk())}
    rank = ranks.get(start.node_id, -1)
    before = [node for node in nodes if ranks[node.id] < rank]
    here = [node for node in nodes if ranks[node.id] == rank]
    return before, here, nodes[len(before) + len(here) :]


def _stops(plan: Plan, nodes: Iterable[Node], wanted: Wanted, index: SearchIndex) -> Iterator[Stop]:
    for node in nodes:
        for passage, spans in find_in_node(plan, node, wanted, index.language):
            yield from (Stop(passage, span) for span in spans)


def _start_of(stop: Stop) -> Start:
    return Start(stop.passage.node_id, stop.passage.field, stop.passage.part)


def reading_order(plan: Plan, start: Start) -> Order:
    """Where a part stands among all parts of its node: fields in the template's order, Thai before English."""
    if start.node_id not in plan.nodes or not start.field:
        return -1, 0, ""
    fields = list(plan.kind_of(start.node_id).fields)
    tongues: tuple[str, ...] = LANGUAGES
    return fields.index(start.field), tongues.index(start.part) if start.part in tongues else 0, start.part
