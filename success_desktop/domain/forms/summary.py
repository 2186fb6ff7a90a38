"""The figures of ผ.01: how many rows hold money in each year, and how much, for every group of a form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from success_desktop.domain.forms.resolved import Figure, FormGroup, FormRow, ResolvedForm, SummaryLine

Figures = tuple[Mapping[int, Figure], Figure]
"""Figures by fiscal year (Buddhist Era), and those over all years."""


def add_figures(form: ResolvedForm, rows: Iterable[FormRow]) -> Figures:
    """The figures of some rows of a form, for each of its years. A nought is no money, and no row counts for it.

    Over all years the count adds up those of the years, or counts rows, as the form has it.
    """
    sums = _Sums()
    for row in rows:
        sums.add(form.budgets[row.node_id], form.years)
    return sums.figures(form)


def summarise(form: ResolvedForm) -> tuple[SummaryLine, ...]:
    """The lines of a summary: groups, the figures of the innermost ones, sums of the levels that end with one, the total."""
    if not form.rows:
        return ()
    return (*_lines(form, form.rows, 0), SummaryLine("total", None, *add_figures(form, form.rows)))


def _lines(form: ResolvedForm, rows: Iterable[FormRow], depth: int) -> Iterator[SummaryLine]:
    """The lines of the groups at one depth that `rows` lie in, with all that is within them."""
    if depth >= len(form.levels):
        return
    is_innermost = depth == len(form.levels) - 1
    for _key, found in groupby(rows, key=lambda row: row.groups[depth].key):
        members = list(found)
        group = members[0].groups[depth]
        figures = add_figures(form, members)
        if is_innermost:
            yield SummaryLine("figures", group, *figures)
            continue
        yield SummaryLine("group", group, *_NO_FIGURES)
        yield from _lines(form, members, depth + 1)
        if group.level in form.subtotals:
            yield SummaryLine("subtotal", group, *figures)


_NO_FIGURES: Figures = ({}, Figure())


def figures_of_groups(form: ResolvedForm) -> dict[tuple[str, ...], tuple[FormGroup, Figures]]:
    """Every group of a form, of all levels, by key, with its figures; outer groups before those within them."""
    members: dict[tuple[str, ...], list[FormRow]] = {}
    groups: dict[tuple[str, ...], FormGroup] = {}
    for row in form.rows:
        for group in row.groups:
            groups.setdefault(group.key, group)
            members.setdefault(group.key, []).append(row)
    return {key: (group, add_figures(form, members[key])) for key, group in groups.items()}


@dataclass(slots=True)
class _Sums:
    """Adds up the budgets of rows."""

    rows: int = 0
    counts: dict[int, int] = field(default_factory=dict)
    baht: dict[int, Decimal] = field(default_factory=dict)

    def add(self, budget: Mapping[int, Decimal], years: Iterable[int]) -> None:
        self.rows += 1
        for year_be in years:
            if amount := budget.get(year_be):
                self.counts[year_be] = self.counts.get(year_be, 0) + 1
                self.baht[year_be] = self.baht.get(year_be, Decimal(0)) + amount

    def figures(self, form: ResolvedForm) -> Figures:
        by_year = {
            year_be: Figure(self.counts.get(year_be, 0), self.baht.get(year_be, Decimal(0)))
            for year_be in form.years
        }
        count = sum(self.counts.values()) if form.spec.years_counted else self.rows
        return by_year, Figure(count, sum(self.baht.values(), Decimal(0)))
