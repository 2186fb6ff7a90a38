"""The small tables of a page as data: money by source and year, values by year, indicators."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar import year_text
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import KindSpec
from success_desktop.domain.values import money_part
from success_desktop.i18n import Language, _
from success_desktop.services.budget_sources import list_sources
from success_desktop.services.entering import Place, shown_value
from success_desktop.ui.tree.captions import naming_field

NO_MONEY = "-"
"""What a year without any money shows in the line of totals, as on the official forms."""


class Head(NamedTuple):
    """The head of a column. Columns of numbers are as wide as they must be, the others share what is left."""

    text: str
    is_number: bool = True


class Cell(NamedTuple):
    """A cell. `place` is what it edits (None: nothing); `opens` the node that a click goes to ("": none)."""

    text: str
    place: Place | None = None
    is_number: bool = True
    is_bold: bool = False
    opens: str = ""


class Sheet(NamedTuple):
    """A table: its heads, and rows of as many cells. The last `sums` rows are totals."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: int = 0


def budget_sheet(
    plan: Plan, target: tuple[str, str], more_sources: Iterable[str], language: Language
) -> Sheet:
    """A yearly budget (node id, field): a row for every source with money and for `more_sources`, sums right and below.

    The columns are the plan's years and any other year that holds money. Without any source the template's first is shown.
    """
    node_id, field = target
    amounts = plan.nodes[node_id].yearly_money(field)
    years = sorted({*plan.years(), *(year_be for year_be, _source in amounts)})
    sources = list_sources(plan.template, plan.nodes[node_id], field, more_sources)
    rows = []
    for source in sources:
        name = plan.template.sources[source].spoken(language) if source in plan.template.sources else source
        places = [(node_id, field, money_part(year_be, source)) for year_be in years]
        cells = [Cell(shown_value(plan, place, language), place) for place in places]
        total = _sum(amounts.get((year_be, source)) for year_be in years)
        rows.append((Cell(name, is_number=False), *cells, Cell(total, is_bold=True)))
    totals = [
        _sum((amounts.get((year_be, source)) for source in sources), blank=NO_MONEY) for year_be in years
    ]
    last = [Cell(text, is_bold=True) for text in (*totals, _sum(amounts.values(), NO_MONEY))]
    heads = (Head(_("Source of funds"), False), *_year_heads(years, language), Head(_("Total")))
    return Sheet(heads, (*rows, (Cell(_("Total"), None, False, True), *last)), sums=1)


def yearly_sheet(plan: Plan, node_id: str, field: str, language: Language) -> Sheet:
    """A value for every year, in one row."""
    years = sorted({*plan.years(), *plan.nodes[node_id].yearly_numbers(field)})
    places = [(node_id, field, str(year_be)) for year_be in years]
    return Sheet(
        _year_heads(years, language),
        (tuple(Cell(shown_value(plan, place, language), place) for place in places),),
    )


def children_sheet(plan: Plan, parent_id: str, kind: str, language: Language) -> Sheet:
    """The children of a kind with yearly values (indicators): name, short texts, numbers, years; the last cell opens one."""
    spec = plan.template.kind(kind)
    children = [node for node in plan.children_of(parent_id) if node.kind == kind]
    yearly = next(field for field, known in spec.fields.items() if known.type == "yearly_number")
    years = sorted(
        {*plan.years(), *(year_be for child in children for year_be in child.yearly_numbers(yearly))}
    )
    single = _single_fields(spec)
    heads = [
        Head(spec.fields[field].label.spoken(language), spec.fields[field].type != "text") for field in single
    ]
    rows = []
    for child in children:
        cells = [_field_cell(plan, (child.id, field), language) for field in single]
        places = [(child.id, yearly, str(year_be)) for year_be in years]
        cells += [Cell(shown_value(plan, place, language), place) for place in places]
        rows.append((*cells, Cell("›", opens=child.id)))
    return Sheet((*heads, *_year_heads(years, language), Head("")), tuple(rows))


def has_yearly_values(spec: KindSpec) -> bool:
    """Whether nodes of a kind are best seen as rows of a table, a column for every year."""
    return any(field.type == "yearly_number" for field in spec.fields.values())


def _single_fields(spec: KindSpec) -> list[str]:
    """The fields that such a table has room for: the name, short texts and numbers."""
    name = naming_field(spec)
    is_short = {
        field: known.type == "number" or (known.type == "text" and known.lines == 1)
        for field, known in spec.fields.items()
    }
    return [field for field in spec.fields if field == name or is_short[field]]


def _field_cell(plan: Plan, target: tuple[str, str], language: Language) -> Cell:
    node_id, field = target
    kind = plan.kind_of(node_id)
    is_text = kind.fields[field].type == "text"
    place = (node_id, field, language if is_text else "")
    text = shown_value(plan, place, language)
    return Cell(" ".join(text.split()) if is_text else text, place, is_number=not is_text)


def _year_heads(years: Sequence[int], language: Language) -> tuple[Head, ...]:
    return tuple(Head(year_text(year_be, language)) for year_be in years)


def _sum(amounts: Iterable[Decimal | None], blank: str = "") -> str:
    """The sum of the amounts that are there; `blank` when none is."""
    there = [amount for amount in amounts if amount is not None]
    return format_baht(sum(there, Decimal(0)) if there else None, blank=blank)
