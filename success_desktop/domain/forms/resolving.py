"""Filling a form of a form set with a plan, whatever template the plan was made from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from success_desktop.domain.calendar import fiscal_months
from success_desktop.domain.forms.alignment import align
from success_desktop.domain.forms.columns import Paper, lay_out_columns
from success_desktop.domain.forms.form_set import FormSet, OfficialForm
from success_desktop.domain.forms.grouping import Grouping
from success_desktop.domain.forms.references import fill_references
from success_desktop.domain.forms.resolved import (
    FormGroup,
    FormOptions,
    FormRow,
    ResolvedForm,
)
from success_desktop.domain.forms.summary import summarise
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.timespans import END_FIELD, START_FIELD, span_of_node
from success_desktop.domain.totals import add_by_year

LISTING = "listing"
"""The field by which a row says in which list of projects it belongs."""

OWN = "own"
"""The list of rows that say nothing: the authority's own projects (ผ.02)."""

_PLAIN = FormOptions()
_DAYS = frozenset((START_FIELD, END_FIELD))


def resolve_form(
    form_set: FormSet, form_name: str, plan: Plan, options: FormOptions = _PLAIN
) -> ResolvedForm:
    """The form of that name with its rows, groups and columns as `plan` fills them.

    Years outside the plan's own that hold money get columns too, unless the form set names its years. Raises KeyError when
    the form set has no form of that name.
    """
    spec = form_set.forms[form_name]
    year_be = options.fiscal_year_be or plan.years()[0]
    filler = _Filler(plan, spec, year_be, fiscal_months(year_be))
    nodes = filler.rows(options.row_ids)
    budgets = {node.id: filler.budget(node) for node in nodes}
    has_months = any(column.show == "months" for column in spec.columns)
    years = _years(form_set, plan, budgets)
    grouping = Grouping(plan, [(name, form_set.levels[name]) for name in spec.levels], nodes)
    paper = Paper(spec, plan.template, years, year_be, options.is_amended)
    form = ResolvedForm(
        form_set=form_set,
        name=form_name,
        spec=spec,
        options=options,
        levels=grouping.levels,
        subtotals=_subtotals(spec, grouping.levels),
        years=years,
        fiscal_year_be=year_be,
        columns=lay_out_columns(paper),
        rows=_number_rows(_align_groups(form_set, spec, plan, grouping)),
        budgets=budgets,
        months=filler.months_by_row(nodes) if has_months else {},
    )
    if spec.shape == "summary":
        return replace(form, summary=summarise(form))
    return fill_references(form, plan) if spec.shape == "references" else form


@dataclass(frozen=True, slots=True)
class _Filler:
    """Reads the rows of a form off a plan."""

    plan: Plan
    spec: OfficialForm
    fiscal_year_be: int
    calendar: tuple[date, ...]

    def rows(self, row_ids: frozenset[str] | None) -> list[Node]:
        """The nodes that belong into the form, in the order of the plan."""
        return [
            node
            for node in self.plan.walk()
            if node.kind in self.spec.rows
            and (row_ids is None or node.id in row_ids)
            and (not self.spec.listing or (node.word(LISTING) or OWN) in self.spec.listing)
            and (not self.spec.of_year or self._is_of_year(node))
        ]

    def budget(self, node: Node) -> dict[int, Decimal]:
        """Baht of a row by fiscal year, of all sources of funds; years without an amount are left out."""
        by_year: dict[int, Decimal] = {}
        fields = self.plan.template.kind(node.kind).fields
        for field in self.spec.money:
            if field in fields and fields[field].type == "yearly_money":
                add_by_year(by_year, node.parts(field))
        return dict(sorted(by_year.items()))

    def months_by_row(self, nodes: list[Node]) -> dict[str, frozenset[date]]:
        """The months of each row that is at work in any."""
        return {node.id: months for node in nodes if (months := self.months(node))}

    def months(self, node: Node) -> frozenset[date]:
        """The first days of the months of the fiscal year in which a row, or a child of it, is at work by its dates."""
        spans = [
            span
            for child in (node, *self.plan.children_of(node.id))
            if child.fields.keys() & _DAYS and (span := span_of_node(self.plan.template, child))
        ]
        if not spans:
            return frozenset()
        return frozenset(
            month
            for month in self.calendar
            if any(_month(span.first_on) <= _month(month) <= _month(span.last_on) for span in spans)
        )

    def _is_of_year(self, node: Node) -> bool:
        return bool(self.budget(node).get(self.fiscal_year_be)) or bool(self.months(node))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _years(form_set: FormSet, plan: Plan, budgets: Mapping[str, Mapping[int, Decimal]]) -> tuple[int, ...]:
    """The fiscal years (BE) of the columns."""
    if form_set.years is not None:
        first_be = form_set.years.first_be
        return tuple(range(first_be, first_be + form_set.years.count))
    held = {year_be for budget in budgets.values() for year_be in budget}
    return tuple(sorted(held.union(plan.years())))


def _subtotals(spec: OfficialForm, levels: tuple[str, ...]) -> tuple[str, ...]:
    """The levels that end with a sum; where the plan lacks one, the next level outwards that it has."""
    ending: set[str] = set()
    for name in spec.subtotals:
        outwards = reversed(spec.levels[: spec.levels.index(name) + 1])
        ending.update([level for level in outwards if level in levels][:1])
    return tuple(level for level in levels if level in ending)


def _align_groups(
    form_set: FormSet, spec: OfficialForm, plan: Plan, grouping: Grouping
) -> list[tuple[str, tuple[FormGroup, ...]]]:
    """The rows' ids with their groups; the outermost ones with their lines of alignment."""
    specs = {name: form_set.alignment[name] for name in spec.alignment}
    chains = [(node, grouping.groups_of(node.id)) for node in grouping.rows]
    if not specs or not grouping.levels:
        return [(node.id, chain) for node, chain in chains]
    members: dict[tuple[str, ...], list[Node]] = {}
    for node, chain in chains:
        members.setdefault(chain[0].key, []).append(node)
    aligned: dict[tuple[str, ...], FormGroup] = {}
    for _node, (group, *_inner) in chains:
        if group.key not in aligned:
            lines = align(plan, specs, group.node_id, members[group.key])
            aligned[group.key] = replace(group, alignment=tuple(lines.values()))
    return [(node.id, (aligned[chain[0].key], *chain[1:])) for node, chain in chains]


def _number_rows(chains: list[tuple[str, tuple[FormGroup, ...]]]) -> tuple[FormRow, ...]:
    """The rows with their printed numbers, counted from 1 within the innermost group."""
    counts: dict[tuple[str, ...], int] = {}
    rows = []
    for node_id, chain in chains:
        key = chain[-1].key if chain else ()
        counts[key] = counts.get(key, 0) + 1
        rows.append(FormRow(node_id, str(counts[key]), chain))
    return tuple(rows)
