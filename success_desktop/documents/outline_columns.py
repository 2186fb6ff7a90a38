"""The columns of a form, spread over the years, and what each prints of a row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from success_desktop.documents.outline_blocks import Column, HeadCell, Phrase, Phrases
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.amounts import format_baht, format_number
from success_desktop.domain.calendar import year_text
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import ColumnSpec, FormSpec
from success_desktop.domain.totals import add_by_year
from success_desktop.domain.values import FieldType

_NUMERIC: frozenset[FieldType] = frozenset(("number", "money", "yearly_number", "yearly_money"))
Amounts = dict[int, Decimal]
"""Baht by the place of a column."""

_CENTRED: frozenset[FieldType] = frozenset(("fiscal_year", "date"))


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column as it stands in one table: of a yearly field, one fiscal year (`year_be`, Buddhist Era; None for others)."""

    spec: ColumnSpec
    type: FieldType | None
    year_be: int | None
    share: float

    @property
    def is_sum(self) -> bool:
        """Whether the column holds money, and so a sum where rows are summed."""
        if self.type == "money":
            return self.spec.show == "field"
        return self.type == "yearly_money" and self.spec.show in ("years", "total")

    def describe(self) -> Column:
        """The column as writers see it."""
        source = self.spec.field or self.spec.child or self.spec.ancestor or self.spec.show
        if self.year_be is not None:
            source = f"{source}:{self.year_be}"
        return Column(self.share, self._align(), source)

    def _align(self) -> Literal["text", "centre", "number"]:
        if self.spec.show == "number" or self.type in _CENTRED:
            return "centre"
        is_numeric = self.type in _NUMERIC and (self.spec.show != "field" or self.type in ("number", "money"))
        return "number" if is_numeric else "text"


def place_columns(plan: Plan, form: FormSpec, rows: Iterable[Node]) -> tuple[PlacedColumn, ...]:
    """The columns of a form. Years outside the plan's own that hold a value get columns too: nothing may vanish."""
    nodes = tuple(rows)
    fields = plan.template.kind(form.rows).fields
    placed: list[PlacedColumn] = []
    for spec in form.columns:
        kind = fields[spec.field].type if spec.field else None
        if spec.show != "years":
            placed.append(PlacedColumn(spec, kind, None, spec.width))
            continue
        years = _years_of(plan, nodes, spec.field)
        placed.extend(PlacedColumn(spec, kind, year_be, spec.width / len(years)) for year_be in years)
    return tuple(placed)


def _years_of(plan: Plan, nodes: Iterable[Node], field: str) -> list[int]:
    held = {int(part.partition(":")[0]) for node in nodes for part in node.parts(field)}
    return sorted(held.union(plan.years()))


def head_rows(words: PlanWording, columns: tuple[PlacedColumn, ...]) -> tuple[tuple[HeadCell, ...], ...]:
    """The head: one row, or two where years stand below a common head."""
    is_double = any(column.year_be is not None for column in columns)
    upper: list[HeadCell] = []
    lower: list[HeadCell] = []
    previous: ColumnSpec | None = None
    for column in columns:
        if column.year_be is None:
            upper.append(HeadCell(_head_of(words, column.spec), 1, is_double))
        else:
            lower.append(HeadCell(_year_head(words, column.year_be)))
            if column.spec is previous:
                upper[-1] = upper[-1]._replace(span=upper[-1].span + 1)
            else:
                upper.append(HeadCell(_head_of(words, column.spec)))
        previous = column.spec
    return (tuple(upper), tuple(lower)) if is_double else (tuple(upper),)


def _head_of(words: PlanWording, spec: ColumnSpec) -> Phrases:
    return tuple(
        words.phrase(f"{spec.head.spoken(lang)} {spec.unit.spoken(lang) if spec.unit else ''}".rstrip(), lang)
        for lang in words.languages
    )


def _year_head(words: PlanWording, year_be: int) -> Phrases:
    return tuple(words.phrase(year_text(year_be, language), language) for language in words.languages)


def read_amounts(columns: tuple[PlacedColumn, ...], node: Node) -> Amounts:
    """The money that the columns hold of one row: baht by the column's place. Columns that are blank are left out."""
    amounts: Amounts = {}
    budgets: dict[str, dict[int, Decimal]] = {}
    for place, column in enumerate(columns):
        if not column.is_sum:
            continue
        field = column.spec.field
        if field not in budgets:
            budgets[field] = _read_budget(node, field, column.type)
        budget = budgets[field]
        if column.year_be is None and budget:
            amounts[place] = sum(budget.values(), Decimal(0))
        elif column.year_be in budget:
            amounts[place] = budget[column.year_be]
    return amounts


def _read_budget(node: Node, field: str, field_type: FieldType | None) -> dict[int, Decimal]:
    """A field of money by fiscal year; a single amount stands under year 0."""
    if field_type == "money":
        amount = node.money(field)
        return {} if amount is None else {0: amount}
    by_year: dict[int, Decimal] = {}
    add_by_year(by_year, node.parts(field))
    return by_year


class CellWriter:
    """Writes the cells of rows: what each column shows of a node."""

    def __init__(self, words: PlanWording, numbers: Mapping[str, str]) -> None:
        self._words = words
        self._numbers = numbers
        self._writers: Mapping[str, Callable[[PlacedColumn, Node], Phrases]] = {
            "number": self._write_number,
            "field": self._write_field,
            "years": self._write_year,
            "total": self._write_total,
            "children": self._write_children,
            "ancestor": self._write_ancestor,
        }

    def write(self, columns: tuple[PlacedColumn, ...], node: Node, amounts: Amounts) -> tuple[Phrases, ...]:
        """The cells of a node's row, `amounts` being its money (`read_amounts`); blank ones are empty."""
        cells = []
        for place, column in enumerate(columns):
            if column.is_sum:
                cells.append(self._shown(format_baht(amounts[place])) if place in amounts else ())
            else:
                cells.append(self._writers[column.spec.show](column, node))
        return tuple(cells)

    def _write_number(self, column: PlacedColumn, node: Node) -> Phrases:
        return self._shown(self._numbers.get(node.id, ""))

    def _write_field(self, column: PlacedColumn, node: Node) -> Phrases:
        return self._words.values(node, column.spec.field)

    def _write_year(self, column: PlacedColumn, node: Node) -> Phrases:
        value = node.yearly_numbers(column.spec.field).get(column.year_be or 0)
        return self._shown(format_number(value, blank=""))

    def _write_total(self, column: PlacedColumn, node: Node) -> Phrases:
        values = node.yearly_numbers(column.spec.field).values()
        return self._shown(format_number(sum(values, Decimal(0)), blank="")) if values else ()

    def _write_children(self, column: PlacedColumn, node: Node) -> Phrases:
        children = [
            child for child in self._words.plan.children_of(node.id) if child.kind == column.spec.child
        ]
        return self._names(children)

    def _write_ancestor(self, column: PlacedColumn, node: Node) -> Phrases:
        above = [node for node in self._words.plan.ancestors(node.id) if node.kind == column.spec.ancestor]
        return self._names(above[:1])

    def _names(self, nodes: list[Node]) -> Phrases:
        phrases = []
        for language in self._words.languages:
            names = (self._words.text(node, "name", language) for node in nodes)
            text = "\n".join(f"{name.mark} {name.text}".strip() for name in names if name.text)
            phrases.append(Phrase(text, language))
        return tuple(phrase for phrase in phrases if phrase.text)

    def _shown(self, text: str) -> Phrases:
        return (self._words.phrase(text),) if text else ()
