"""What the timeline says of a node in words: on the bar, in the tooltip, and to a screen reader."""

from datetime import date
from typing import NamedTuple

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar import year_text
from success_desktop.domain.calendar_dates import date_text, month_text
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.timespans import (
    Span,
    has_dates,
    is_outside,
    money_years,
    plan_days,
)
from success_desktop.domain.totals import total_of_nodes
from success_desktop.i18n import Language, translate
from success_desktop.ui.tree.captions import caption_of


class Bar(NamedTuple):
    """What a row of the timeline shows. `has_dates`: its dates can be changed; `is_head`: it only spans what lies below.

    `status` is the choice of the field of that name, "" when it is blank.
    """

    node_id: str
    span: Span | None
    status: str
    has_dates: bool
    is_outside: bool

    @property
    def is_head(self) -> bool:
        """Whether it is drawn as a quiet head over the bars below it."""
        return not self.has_dates or (self.span is not None and self.span.basis == "below")

    @property
    def is_faulty(self) -> bool:
        """Whether its dates need somebody's eye."""
        return self.has_dates and self.span is not None and (self.is_outside or self.span.is_reversed)


def make_bar(plan: Plan, node: Node, span: Span | None) -> Bar:
    """What the row of a node shows, with the span found for it."""
    kind = plan.kind_of(node.id)
    return Bar(
        node.id,
        span,
        node.word("status"),
        has_dates(kind),
        span is not None and is_outside(span, plan_days(plan)),
    )


def bar_label(plan: Plan, bar: Bar, language: Language, *, with_days: bool) -> str:
    """What stands on or beside a bar: its months, or its days where `with_days`; what is missing, where dates are."""
    span = bar.span
    if span is None:
        return translate("No dates yet", language) if bar.has_dates else ""
    if bar.is_head:
        return ""
    if span.basis == "money":
        return translate("No dates · money in {years}", language).format(
            years=_money_text(plan, bar, language)
        )
    text = days_text(span, language) if with_days else months_text(span, language)
    if span.basis == "start":
        start = _day(span.start_on, language) if with_days else _month(span.start_on, language)
        text = translate("From {start} · no end yet", language).format(start=start)
    if span.basis == "end":
        end = _day(span.end_on, language) if with_days else _month(span.end_on, language)
        text = translate("Until {end} · no start yet", language).format(end=end)
    fault = fault_text(bar, language)
    return f"{text} · {fault}" if fault else text


def fault_text(bar: Bar, language: Language) -> str:
    """What is wrong with the dates of a bar; "" when nothing is."""
    if not bar.is_faulty or bar.span is None:
        return ""
    if bar.span.is_reversed:
        return translate("ends before it starts", language)
    return translate("outside the plan’s years", language)


def status_text(plan: Plan, bar: Bar, language: Language) -> str:
    """The name of a bar's status; "" when it has none."""
    spec = plan.kind_of(bar.node_id).fields.get("status")
    if spec is None or bar.status not in spec.options:
        return ""
    return spec.options[bar.status].spoken(language)


def spoken_row(plan: Plan, bar: Bar, language: Language) -> str:
    """A row's place in time as one sentence, for those who do not see the bar."""
    span = bar.span
    if span is None:
        return translate("No dates yet", language)
    days = translate("{start} to {end}", language).format(
        start=date_text(span.start_on, language), end=date_text(span.end_on, language)
    )
    basis = bar_label(plan, bar, language, with_days=True) if span.basis in ("money", "start", "end") else ""
    parts = (basis or days, status_text(plan, bar, language), fault_text(bar, language) if not basis else "")
    return ", ".join(part for part in parts if part)


def tooltip_of(plan: Plan, bar: Bar, language: Language) -> str:
    """All that matters of a row, in lines: name, dates and duration, status, budget, agencies."""
    node = plan.nodes[bar.node_id]
    kind = plan.kind_of(node.id).name.spoken(language)
    lines = [f"{kind}: {caption_of(plan, node.id, language).text}", _when(plan, bar, language)]
    lines.append(status_text(plan, bar, language))
    own = (node,) if bar.has_dates else tuple(plan.walk(node.id))
    if total := total_of_nodes(plan, own).total_baht:
        lines.append(translate("Budget {baht} baht", language).format(baht=format_baht(total)))
    names = (caption_of(plan, agency_id, language).text for agency_id in node.links("lead_agencies"))
    lines.append(", ".join(names))
    return "\n".join(line for line in lines if line)


def days_text(span: Span, language: Language) -> str:
    """The days of a span, as short as can be: 1 ต.ค. 67 – 30 ก.ย. 68."""
    return f"{_day(span.start_on, language)} – {_day(span.end_on, language)}"


def months_text(span: Span, language: Language) -> str:
    """The months of a span: ต.ค. 67 – ก.ย. 68, Oct – Dec 2024; one alone where it starts and ends in it."""
    start, end = _month(span.start_on, language), _month(span.end_on, language)
    if start == end:
        return start
    if span.start_on.year == span.end_on.year:
        start = month_text(span.start_on.month, language, is_short=True)
    return f"{start} – {end}"


def _when(plan: Plan, bar: Bar, language: Language) -> str:
    span = bar.span
    if span is None or span.basis in ("money", "start", "end"):
        return bar_label(plan, bar, language, with_days=True)
    duration = translate("{count} months", language).format(count=span.months)
    fault = fault_text(bar, language)
    return " · ".join(part for part in (days_text(span, language), duration, fault) if part)


def _money_text(plan: Plan, bar: Bar, language: Language) -> str:
    years = money_years(plan.template, plan.nodes[bar.node_id])
    first, last = (year_text(year_be, language) for year_be in (years[0], years[-1]))
    return first if first == last else f"{first}–{last}"


def _day(day: date, language: Language) -> str:
    return date_text(day, language, "compact")


def _month(day: date, language: Language) -> str:
    """A month with its year: ต.ค. 67, Oct 2024."""
    return _day(day, language).split(" ", 1)[1]
