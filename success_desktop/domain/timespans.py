"""When things happen: the spans of projects and action items, from their dates or else from the years of their money.

A kind of node takes part in time when it has the two date fields `START_FIELD` and `END_FIELD`. Days are inclusive at both
ends. Where only one day is known, or none but money, the fiscal years of the money stand in for what is missing.
"""

import calendar
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from success_desktop.domain.calendar import fiscal_months, fiscal_year_of, fiscal_year_span
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import KindSpec, Template

START_FIELD, END_FIELD = "start_on", "end_on"

Basis = Literal["dates", "start", "end", "money", "below"]
"""What a span rests on: both dates, the first or the last alone, the years of the money, or what lies below the node."""

SpanPart = Literal["start", "end", "whole"]
"""What of a span is moved: one of its ends, or all of it."""

_MONTHS = 12
_MONTH_DAYS = 30.44
_MIDDLE = 15


class Span(NamedTuple):
    """From the first to the last day, and what that rests on. `end_on` lies before `start_on` where the dates say so."""

    start_on: date
    end_on: date
    basis: Basis = "dates"

    @property
    def known_days(self) -> tuple[date | None, date | None]:
        """The first and the last day that somebody has given, or would give with it; None for one left open."""
        return (
            None if self.basis == "end" else self.start_on,
            None if self.basis == "start" else self.end_on,
        )

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it starts: somebody's slip."""
        return self.end_on < self.start_on

    @property
    def first_on(self) -> date:
        """The earlier of both days."""
        return min(self.start_on, self.end_on)

    @property
    def last_on(self) -> date:
        """The later of both days."""
        return max(self.start_on, self.end_on)

    @property
    def months(self) -> int:
        """How many months of the calendar it touches: 1 from 5 to 20 May, 2 from 31 May to 1 June."""
        return _month_number(self.last_on) - _month_number(self.first_on) + 1


def has_dates(kind: KindSpec) -> bool:
    """Whether nodes of a kind have a first and a last day of their own."""
    return all(
        field in kind.fields and kind.fields[field].type == "date" for field in (START_FIELD, END_FIELD)
    )


def kinds_in_time(template: Template) -> frozenset[str]:
    """The kinds with dates of their own, and those below which such nodes can stand: what a timeline shows."""
    dated = {name for name, kind in template.kinds.items() if has_dates(kind)}
    return frozenset(name for name in template.kinds if dated & {name, *template.kinds_below(name)})


def money_years(template: Template, node: Node) -> tuple[int, ...]:
    """The fiscal years (Buddhist Era) for which a node has money, in order; a nought is no money."""
    if node.kind not in template.kinds:
        return ()
    budgets = (name for name, spec in template.kind(node.kind).fields.items() if spec.type == "yearly_money")
    return tuple(
        sorted(
            {year_be for name in budgets for (year_be, _), baht in node.yearly_money(name).items() if baht}
        )
    )


def span_of_node(template: Template, node: Node) -> Span | None:
    """The span that a node itself says: from its dates, else from its money; None when it says nothing."""
    start_on, end_on = node.day(START_FIELD), node.day(END_FIELD)
    if start_on is not None and end_on is not None:
        return Span(start_on, end_on)
    years = money_years(template, node)
    if start_on is not None:
        last_be = max(years[-1] if years else 0, fiscal_year_of(start_on))
        return Span(start_on, fiscal_year_span(last_be)[1], "start")
    if end_on is not None:
        first_be = min(years[0] if years else fiscal_year_of(end_on), fiscal_year_of(end_on))
        return Span(fiscal_year_span(first_be)[0], end_on, "end")
    if years:
        return Span(fiscal_year_span(years[0])[0], fiscal_year_span(years[-1])[1], "money")
    return None


def spans_of_plan(plan: Plan) -> dict[str, Span]:
    """The span of every node that has one, by id; a node that says nothing itself spans what lies below it."""
    kinds = kinds_in_time(plan.template)
    spans: dict[str, Span] = {}
    hulls: dict[str, Span] = {}
    for node in reversed([node for node in plan.walk() if node.kind in kinds]):
        own = span_of_node(plan.template, node)
        span = own or hulls.get(node.id)
        if span is None:
            continue
        spans[node.id] = span
        if node.parent_id is not None:
            hulls[node.parent_id] = _around(span, hulls.get(node.parent_id))
    return spans


def plan_days(plan: Plan) -> tuple[date, date]:
    """The first and the last day of the plan's fiscal years."""
    years = plan.years()
    return fiscal_year_span(years[0])[0], fiscal_year_span(years[-1])[1]


def is_outside(span: Span, days: tuple[date, date]) -> bool:
    """Whether any of a span lies before the first or behind the last of `days`."""
    return span.first_on < days[0] or span.last_on > days[1]


def years_around(plan: Plan, spans: Iterable[Span], most_beyond: int) -> tuple[int, ...]:
    """The fiscal years (Buddhist Era) that hold the plan's years and all spans, up to `most_beyond` years beyond the plan.

    A slip of the key in a year must not make a hundred years of it.
    """
    years = plan.years()
    first_be, last_be = years[0], years[-1]
    for span in spans:
        first_be = min(first_be, fiscal_year_of(span.first_on))
        last_be = max(last_be, fiscal_year_of(span.last_on))
    return tuple(range(max(first_be, years[0] - most_beyond), min(last_be, years[-1] + most_beyond) + 1))


def quarters_of_year(year_be: int) -> tuple[tuple[date, date], ...]:
    """The first and the last day of the four quarters of a fiscal year: October to December is the first."""
    starts = fiscal_months(year_be)[::3]
    ends = [start - timedelta(days=1) for start in starts[1:]]
    return tuple(zip(starts, [*ends, fiscal_year_span(year_be)[1]], strict=True))


def months_later(day: date, months: int, *, keeps_month_end: bool = False) -> date:
    """The same day of a later (negative: earlier) month, or its last day where that month is shorter.

    `keeps_month_end`: the last day of a month goes to the last day of the other one, as 30 September to 31 October.
    """
    number = _month_number(day) + months
    year, month = number // _MONTHS, number % _MONTHS + 1
    length = calendar.monthrange(year, month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month, length if keeps_month_end and is_last else min(day.day, length))


def move_span(span: Span, part: SpanPart, months: int) -> Span:
    """A span whose start, end or both go some months later (negative: earlier); an end never passes the other one."""
    start_on = span.start_on if part == "end" else months_later(span.start_on, months)
    end_on = span.end_on if part == "start" else months_later(span.end_on, months, keeps_month_end=True)
    return _held(Span(start_on, end_on, _basis_after(span, part)), part)


def move_span_days(span: Span, part: SpanPart, days: int) -> Span:
    """A span whose start, end or both go some days later (negative: earlier); an end never passes the other one."""
    start_on = span.start_on if part == "end" else span.start_on + timedelta(days=days)
    end_on = span.end_on if part == "start" else span.end_on + timedelta(days=days)
    return _held(Span(start_on, end_on, _basis_after(span, part)), part)


def snap_span(span: Span, part: SpanPart, days: float) -> Span:
    """A span moved by some days and then to whole months: it starts on a first, or ends on a last day of a month.

    Moved whole it keeps its days of the month.
    """
    if part == "whole":
        return move_span(span, part, round(days / _MONTH_DAYS))
    moved_by, basis = timedelta(days=round(days)), _basis_after(span, part)
    if part == "start":
        return _held(span._replace(start_on=nearest_month_start(span.start_on + moved_by), basis=basis), part)
    end_on = nearest_month_start(span.end_on + moved_by) - timedelta(days=1)
    return _held(span._replace(end_on=end_on, basis=basis), part)


def nearest_month_start(day: date) -> date:
    """The first of the month nearest to a day: 1 May for 10 May, 1 June for 20 May."""
    first_on = day.replace(day=1)
    return first_on if day.day <= _MIDDLE else months_later(first_on, 1)


def count_by_basis(spans: Mapping[str, Span], node_ids: Iterable[str]) -> tuple[int, int]:
    """How many of the nodes have a date, and how many have none of their own."""
    known = [node_id in spans and spans[node_id].basis in ("dates", "start", "end") for node_id in node_ids]
    return sum(known), len(known) - sum(known)


def _held(moved: Span, part: SpanPart) -> Span:
    """A moved span; an end that has passed the other one is held in the same month."""
    if not moved.is_reversed or part == "whole":
        return moved
    if part == "start":
        return moved._replace(start_on=moved.end_on.replace(day=1))
    return moved._replace(end_on=months_later(moved.start_on.replace(day=1), 1) - timedelta(days=1))


def _basis_after(span: Span, part: SpanPart) -> Basis:
    """What a span rests on once a part of it has been moved: a day that nobody has given stays open."""
    if (span.basis == "start" and part != "end") or (span.basis == "end" and part != "start"):
        return span.basis
    return "dates"


def _around(span: Span, hull: Span | None) -> Span:
    if hull is None:
        return Span(span.first_on, span.last_on, "below")
    return Span(min(span.first_on, hull.start_on), max(span.last_on, hull.end_on), "below")


def _month_number(day: date) -> int:
    """Months counted from the year 0."""
    return day.year * _MONTHS + day.month - 1
