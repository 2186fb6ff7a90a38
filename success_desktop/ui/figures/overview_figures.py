"""The overview in words and numbers: what its charts and tables say of a part of a plan, and what is behind each figure."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from success_desktop.domain.amounts import format_baht, format_millions
from success_desktop.domain.budgets import Budgets, budget_kinds, find_scope, responsible_field, sum_budgets
from success_desktop.domain.calendar import fiscal_year_text, year_text
from success_desktop.domain.checks import Finding
from success_desktop.domain.checks_in_words import gather, heading
from success_desktop.domain.feedback import Feedback
from success_desktop.domain.feedback_words import DISPOSITIONS
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import STATUS, UNCHOSEN, RowFilter
from success_desktop.i18n import Language, _, interface_language
from success_desktop.ui.figures.figure_button import Decided, Figure, Goal
from success_desktop.ui.figures.figure_lines import Line
from success_desktop.ui.figures.legend import Key
from success_desktop.ui.figures.year_chart import Column, Slice
from success_desktop.ui.tree.captions import caption_of, full_name

MOST_SERIES = 6
MOST_LINES = 8
_MARKS: Mapping[Language, str] = {"th": "กขคงจฉ", "en": "ABCDEF"}


@dataclass(frozen=True)
class _Series:
    """One colour of the chart: a branch, or (without `goal`) the branches that are left over, each with its own."""

    name: str
    by_year: Mapping[int, Decimal]
    goal: Callable[[int | None], Goal] | None = None
    parts: tuple["_Series", ...] = ()

    def figure(self, year_be: int | None) -> Figure:
        """What the series holds in a year (None: in all of them)."""
        baht = sum(self.by_year.values(), Decimal(0)) if year_be is None else self.by_year[year_be]
        year = "" if year_be is None else fiscal_year_text(year_be, interface_language())
        name = f"{self.name}, {year}" if year else self.name
        if self.goal is not None:
            return Figure(name, baht_text(baht), self.goal(year_be))
        parts = (part for part in self.parts if year_be is None or year_be in part.by_year)
        return Figure(name, baht_text(baht), tuple(part.figure(year_be) for part in parts))


class OverviewFigures:
    """The figures of one part of a plan: of the nodes with a budget (of one kind, `kind`) below the one chosen.

    Where it has no room for such nodes, the nearest above it that has counts. Names are in `language`, all other words in
    the interface's. Raises ValueError for a plan without any kind that has a budget.
    """

    def __init__(self, plan: Plan, node_id: str, language: Language) -> None:
        self.plan = plan
        self.scope_id, self.kind = find_scope(plan, node_id)
        self.budgets: Budgets = sum_budgets(plan, self.scope_id, self.kind)
        self._language: Language = language
        self._numbers = number_nodes(plan)
        self._is_row = plan.nodes[self.scope_id].kind == self.kind

    def name(self, node_id: str) -> str:
        """The number and the name of a node."""
        return full_name(self._numbers.get(node_id, ""), caption_of(self.plan, node_id, self._language))

    def totals(self) -> list[str]:
        """How many nodes with budgets there are and what they cost, kind by kind: "Project: 49 · 160,370,000 baht"."""
        template, found = self.plan.template, []
        for kind in budget_kinds(template):
            budgets = self.budgets if kind == self.kind else sum_budgets(self.plan, self.scope_id, kind)
            if budgets.rows or kind == self.kind:
                name = template.kind(kind).name.spoken(interface_language())
                count, baht = f"{len(budgets.rows):,}", baht_text(budgets.total_baht)
                found.append(_("{kind}: {count} · {baht}").format(kind=name, count=count, baht=baht))
        return found

    def keys(self) -> list[Key]:
        """The legend."""
        return [
            Key(place, self._mark(place), series.name, series.figure(None))
            for place, series in enumerate(self._series())
        ]

    def columns(self) -> list[Column]:
        """A column for each year of the plan, and for any other year that holds money."""
        series = self._series()
        years = sorted({*self.plan.years(), *self.budgets.by_year})
        return [self._column(year_be, series) for year_be in years]

    def agency_lines(self) -> list[Line]:
        """The money by agency responsible, the largest first; those without one at the end."""
        role = responsible_field(self.plan.template.kind(self.kind))
        sums = dict(self.budgets.by_agency)
        orphaned = sums.pop(UNCHOSEN, None)
        figures = [
            (Figure(self.name(key), baht_text(baht), self._rows(RowFilter(agency_id=key, role=role))), baht)
            for key, baht in _largest_first(sums)
        ]
        tail = []
        if orphaned is not None:
            goal = self._rows(RowFilter(agency_id=UNCHOSEN, role=role))
            tail.append((Figure(_("No agency yet"), baht_text(orphaned), goal), orphaned))
        return _bars(_fold(figures, MOST_LINES) + tail)

    def source_lines(self) -> list[Line]:
        """The money by source of funds, the largest first."""
        names = self.plan.template.sources
        figures = []
        for source, baht in _largest_first(self.budgets.by_source):
            name = names[source].spoken(self._language) if source in names else source
            figures.append((Figure(name, baht_text(baht), self._rows(RowFilter(source=source))), baht))
        return _bars(_fold(figures, MOST_LINES))

    def status_lines(self) -> list[Line]:
        """How many nodes are in each status, in the template's order; nothing where there is no such choice."""
        spec = self.plan.template.kind(self.kind).fields.get(STATUS)
        if spec is None:
            return []
        counts = self.budgets.by_status
        named = {status: wording.spoken(self._language) for status, wording in spec.options.items()}
        named |= {UNCHOSEN: _("No status yet")}
        return [
            count_line(name, counts[status], self._rows(RowFilter(status=status)))
            for status, name in named.items()
            if counts[status]
        ]

    def remark_lines(self, feedback: Feedback) -> list[Line]:
        """How many remarks there are on the plan, or on the part shown, by what was decided."""
        is_whole = self.scope_id == self.plan.root_id
        branch = {node.id for node in self.plan.walk(self.scope_id)}
        counts = Counter(
            remark.disposition
            for remark in feedback.remarks.values()
            if is_whole or remark.anchor.node_id in branch
        )
        return [
            count_line(_(words), counts[name], Decided(name))
            for name, words in DISPOSITIONS.items()
            if counts[name]
        ]

    def topic_lines(self, findings: list[Finding]) -> list[Line]:
        """How often each rule has found something."""
        language = interface_language()
        return [
            count_line(heading(self.plan, topic, language), len(found), topic)
            for topic, found in gather(self.plan, findings).items()
        ]

    def _rows(self, wanted: RowFilter) -> Goal:
        """The goal of a figure: rows of the table, or the one node that the whole overview is of."""
        under_id = "" if self.scope_id == self.plan.root_id else self.scope_id
        return self.scope_id if self._is_row else replace(wanted, under_id=under_id)

    def _column(self, year_be: int, series: list[_Series]) -> Column:
        language = interface_language()
        total = self.budgets.by_year.get(year_be, Decimal(0))
        goal = self._rows(RowFilter(year_be=year_be))
        slices = tuple(
            Slice(
                place,
                self._mark(place),
                format_millions(one.by_year[year_be]),
                one.by_year[year_be],
                one.figure(year_be),
            )
            for place, one in enumerate(series)
            if year_be in one.by_year
        )
        figure = Figure(fiscal_year_text(year_be, language), baht_text(total), goal)
        head = _("FY {year}").format(year=year_text(year_be, language))
        return Column(head, millions_text(total) if total else "–", figure, slices)

    def _series(self) -> list[_Series]:
        """The branches in the outline's order; where they are too many, the smallest in one."""
        branches = self.budgets.by_branch
        totals = {branch_id: sum(by_year.values(), Decimal(0)) for branch_id, by_year in branches.items()}
        kept = {key for key, _baht in _largest_first(totals)[: MOST_SERIES - (len(branches) > MOST_SERIES)]}
        shown = [self._branch(branch_id) for branch_id in branches if branch_id in kept]
        folded = tuple(self._branch(branch_id) for branch_id in branches if branch_id not in kept)
        if folded:
            together: dict[int, Decimal] = {}
            for part in folded:
                for year_be, baht in part.by_year.items():
                    together[year_be] = together.get(year_be, Decimal(0)) + baht
            shown.append(_Series(others(len(folded)), together, None, folded))
        return shown

    def _branch(self, branch_id: str) -> _Series:
        is_row = self.plan.nodes[branch_id].kind == self.kind

        def goal(year_be: int | None) -> Goal:
            return branch_id if is_row else RowFilter(under_id=branch_id, year_be=year_be)

        return _Series(self.name(branch_id), self.budgets.by_branch[branch_id], goal)

    def _mark(self, place: int) -> str:
        return _MARKS[interface_language()][place]


def millions_text(baht: Decimal) -> str:
    """An amount on a bar: "3.6 M"."""
    return _("{millions} M").format(millions=format_millions(baht))


def baht_text(baht: Decimal) -> str:
    """An amount to the satang: "1,234,000 baht"."""
    return _("{baht} baht").format(baht=format_baht(baht))


def others(count: int) -> str:
    """What several figures in one are called."""
    return _("{count} others").format(count=f"{count:,}")


def count_line(name: str, count: int, goal: Goal) -> Line:
    """A line that counts something."""
    return Line(name, f"{count:,}", Figure(name, f"{count:,}", goal))


def _largest_first(sums: Mapping[str, Decimal]) -> list[tuple[str, Decimal]]:
    return sorted(sums.items(), key=lambda item: -item[1])


_Amounts = list[tuple[Figure, Decimal]]


def _fold(figures: _Amounts, most: int) -> _Amounts:
    """The first `most` figures, and those behind them in one."""
    rest = figures[most:]
    if len(rest) < 2:
        return figures
    total = sum((baht for _figure, baht in rest), Decimal(0))
    together = Figure(others(len(rest)), baht_text(total), tuple(figure for figure, _baht in rest))
    return [*figures[:most], (together, total)]


def _bars(figures: _Amounts) -> list[Line]:
    most = max((baht for _figure, baht in figures), default=Decimal(1))
    return [Line(figure.name, millions_text(baht), figure, float(baht / most)) for figure, baht in figures]
