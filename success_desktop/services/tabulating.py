"""Rows of a plan as a grid: which columns there are, what stands in a cell, and where a cell's value lies in the plan.

A grid shows nodes of one kind under the columns of a form of the template, years side by side, and offers every other field
of the kind as a further column. A cell that holds exactly one value has a *place* (node id, field, part) that
`services.entering.read_value` reads typed text for; sums, numbers and the names of other nodes have none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from success_desktop.domain.calendar import year_text
from success_desktop.domain.checks import Checker
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import ColumnSpec, FieldSpec, FormSpec, KindSpec, Wording
from success_desktop.domain.values import FieldType
from success_desktop.i18n import N_, Language, translate

Shown = Literal["number", "field", "year", "total", "children", "ancestor", "findings"]
FINDINGS = "findings"
"""The key of the column that tells what is to be looked at in a row."""

NAME = "name"
PROJECT = "project"
_YEARLY: frozenset[FieldType] = frozenset(("yearly_money", "yearly_number"))
_NUMBERS: frozenset[FieldType] = frozenset(("number", "money", "yearly_number", "yearly_money"))


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a grid.

    `key` tells it from the others and stays the same from day to day: a field's name, "budget:2568", "budget:total",
    "number", "findings", "children:indicator", "ancestor:goal". `head` is its head in the language asked for, `group` the
    common head above it and its neighbours ("" for none). `year_be`: the fiscal year (Buddhist Era) of a year's column.
    `kind`: the kind of the children or of the ancestor that are named. `is_usual`: shown unless the user decides otherwise.
    """

    key: str
    show: Shown
    head: str
    group: str = ""
    field: str = ""
    type: FieldType | None = None
    year_be: int | None = None
    kind: str = ""
    is_usual: bool = False

    @property
    def is_number(self) -> bool:
        """Whether figures stand in the column, and so at its right edge."""
        return self.type in _NUMBERS

    @property
    def is_sum(self) -> bool:
        """Whether the column holds baht, and so a sum below."""
        return self.type in ("money", "yearly_money")

    @property
    def is_editable(self) -> bool:
        """Whether its cells hold values of the row's own that can be typed."""
        return self.show in ("field", "year")

    @property
    def title(self) -> str:
        """Both heads in one line, as lists of columns and screen readers want them."""
        return f"{self.group} {self.head}".strip()


def list_forms(plan: Plan, under_id: str) -> list[str]:
    """The forms that have rows below a node ("" for the whole plan), the usual one first where rows of it may be made."""
    nodes = plan.walk(under_id) if under_id else plan.nodes.values()
    branch = {node.kind for node in nodes if node.id != under_id}
    usual = usual_form(plan)
    forms = [name for name, form in plan.template.forms.items() if form.rows in branch and name != usual]
    kind = plan.nodes[under_id or plan.root_id].kind
    has_usual = usual and plan.template.forms[usual].rows in branch | plan.template.kinds_below(kind)
    return [usual, *forms] if has_usual else forms


def usual_form(plan: Plan) -> str:
    """The form that a grid shows first: of those of projects the one with most columns; "" in a template without forms."""
    forms = plan.template.forms
    ranked = sorted(forms, key=lambda name: (forms[name].rows != PROJECT, -len(forms[name].columns)))
    return ranked[0] if ranked else ""


def sum_wording(form: FormSpec) -> Wording:
    """How a form speaks of the sum of its rows; ``{count}`` stands for how many there are."""
    wordings = (form.subtotal, form.counts, form.grand_total)
    counting = [wording for wording in wordings if wording is not None and "{count}" in wording.th]
    return counting[0] if counting else form.subtotal


def parent_for_new(plan: Plan, under_id: str, kind: str) -> str | None:
    """Where a first node of `kind` goes: the first node, from `under_id` down, that may hold one; None when none may."""
    return next(
        (node.id for node in plan.walk(under_id or None) if plan.template.can_contain(node.kind, kind)), None
    )


def list_columns(plan: Plan, form_name: str, language: Language) -> tuple[GridColumn, ...]:
    """All columns of a grid: those of the form in its order, the sums of its years, then every other field of the kind.

    The row's number and name come first. Long texts of a form of budgets are not among the usual columns: beside the years
    there is no room to read them. Years outside the plan's own that hold a value have columns too: nothing may vanish.
    """
    form = plan.template.forms[form_name]
    columns = _Columns(plan, form, language)
    listed: dict[str, GridColumn] = {}
    for column in columns.list_all():
        listed.setdefault(column.key, column)
    first = [listed[key] for key in ("number", columns.naming) if key in listed]
    return (*first, *(column for column in listed.values() if column not in first))


def number_of_frozen(columns: Iterable[GridColumn]) -> int:
    """How many of the first columns say which row it is: number and name. They stay in sight."""
    return sum(1 for column in list(columns)[:2] if column.show == "number" or column.key == NAME)


class _Columns:
    """Makes the columns of one form."""

    def __init__(self, plan: Plan, form: FormSpec, language: Language) -> None:
        self._plan = plan
        self._form = form
        self._language = language
        self._kind: KindSpec = plan.template.kind(form.rows)
        self._years: Mapping[str, list[int]] = _years_by_field(plan, form.rows, self._kind)
        self._has_budget = any(
            column.show == "years" and self._kind.fields[column.field].type == "yearly_money"
            for column in form.columns
        )
        self.naming = NAME

    def list_all(self) -> Iterator[GridColumn]:
        for spec in self._form.columns:
            yield from self._of_form(spec)
        if self._kind.number:
            yield GridColumn("number", "number", translate(N_("No."), self._language))
        for name, field in self._kind.fields.items():
            yield from self._of_field(name, field)
        is_usual = self._has_budget and self._has_findings()
        yield GridColumn(FINDINGS, "findings", translate(N_("To check"), self._language), is_usual=is_usual)

    def _has_findings(self) -> bool:
        """Whether anything is to be looked at in any row: an empty column would take the room of the names."""
        checker = Checker(self._plan)
        return any(checker.check(node) for node in self._plan.nodes.values() if node.kind == self._form.rows)

    def _of_form(self, spec: ColumnSpec) -> Iterator[GridColumn]:
        head = spec.head.spoken(self._language)
        if spec.show == "number":
            yield GridColumn("number", "number", head, is_usual=True)
        elif spec.show in ("children", "ancestor"):
            kind = spec.child or spec.ancestor
            yield GridColumn(f"{spec.show}:{kind}", _naming_others(spec), head, kind=kind, is_usual=True)
        elif spec.show == "years":
            unit = f" {spec.unit.spoken(self._language)}" if spec.unit else ""
            yield from self._years_of(spec.field, f"{head}{unit}", is_usual=True)
        elif spec.show == "total":
            yield self._total_of(spec.field, head, is_usual=True)
        else:
            is_usual = not (self._has_budget and self._is_long(spec.field))
            yield self._single(spec.field, head, is_usual)

    def _of_field(self, name: str, field: FieldSpec) -> Iterator[GridColumn]:
        """A field of the kind, for those that the form has no column for."""
        head = field.label.spoken(self._language)
        if field.type in _YEARLY:
            yield from self._years_of(name, head, is_usual=False)
        else:
            yield self._single(name, head, is_usual=False)

    def _years_of(self, field: str, head: str, is_usual: bool) -> Iterator[GridColumn]:
        kind = self._kind.fields[field].type
        for year_be in self._years[field]:
            year = year_text(year_be, self._language)
            key = f"{field}:{year_be}"
            yield GridColumn(key, "year", year, head, field, kind, year_be, is_usual=is_usual)
        if kind == "yearly_money":
            yield self._total_of(field, translate(N_("Total"), self._language), is_usual)

    def _total_of(self, field: str, head: str, is_usual: bool) -> GridColumn:
        kind = self._kind.fields[field].type
        return GridColumn(f"{field}:total", "total", head, field=field, type=kind, is_usual=is_usual)

    def _single(self, field: str, head: str, is_usual: bool) -> GridColumn:
        kind = self._kind.fields[field].type
        return GridColumn(field, "field", head, field=field, type=kind, is_usual=is_usual)

    def _is_long(self, field: str) -> bool:
        spec = self._kind.fields[field]
        return spec.type == "text" and spec.lines > 1 and field != self.naming


def _naming_others(spec: ColumnSpec) -> Literal["children", "ancestor"]:
    return "children" if spec.show == "children" else "ancestor"


def _years_by_field(plan: Plan, kind: str, spec: KindSpec) -> dict[str, list[int]]:
    """The years of each yearly field: the plan's own and those that hold a value anywhere in it."""
    held: dict[str, set[int]] = {
        name: set(plan.years()) for name, field in spec.fields.items() if field.type in _YEARLY
    }
    for node in plan.nodes.values():
        if node.kind == kind:
            for field, years in held.items():
                years.update(int(part.partition(":")[0]) for part in node.parts(field))
    return {name: sorted(years) for name, years in held.items()}


def list_years(plan: Plan, kind: str) -> list[int]:
    """The fiscal years (Buddhist Era) of the budgets of a kind: the plan's and others with money; none without budgets."""
    spec = plan.template.kind(kind)
    by_field = _years_by_field(plan, kind, spec)
    budgets = [years for field, years in by_field.items() if spec.fields[field].type == "yearly_money"]
    return sorted({year_be for years in budgets for year_be in years})


class AmountReader:
    """Reads the baht that rows hold under some columns."""

    def __init__(self, columns: Iterable[GridColumn]) -> None:
        self._keys: dict[str, dict[str, str]] = {}
        for column in columns:
            if column.is_sum:
                year = "" if column.year_be is None else str(column.year_be)
                self._keys.setdefault(column.field, {})[year] = column.key

    def read(self, node: Node) -> dict[str, Decimal]:
        """Baht by the key of the column; blanks are left out. A total is that of all years, those without a column too."""
        amounts: dict[str, Decimal] = {}
        for field, keys in self._keys.items():
            parts = cast(Mapping[str, Decimal], node.parts(field))
            for part, baht in parts.items():
                key = keys.get(part.partition(":")[0])
                if key is not None:
                    amounts[key] = amounts[key] + baht if key in amounts else baht
            if "" in keys and parts:
                amounts[keys[""]] = sum(parts.values(), Decimal(0))
        return amounts


def read_amount(column: GridColumn, node: Node) -> Decimal | None:
    """The baht that a row holds under one column; None when it is blank, or no money."""
    return AmountReader((column,)).read(node).get(column.key)
