"""What stands in the cells of a grid, what each is sorted by, and the edits that typing into them or clearing them makes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from success_desktop.domain.amounts import format_baht, format_number
from success_desktop.domain.checks import RULES, Checker
from success_desktop.domain.checks_in_words import sentence
from success_desktop.domain.edits import SetValue
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.thai_sort import sort_key
from success_desktop.domain.values import SINGLE_MONEY, money_part
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, interface_language
from success_desktop.services.budget_sources import source_for_amount
from success_desktop.services.entering import Place, shown_value
from success_desktop.services.tabulating import NAME, GridColumn, read_amount


class Sortable(Protocol):
    """A value that can be put in order among others of its column."""

    def __lt__(self, other: Any, /) -> bool:
        """Whether it comes before another."""


class GridRow(NamedTuple):
    """A row of a grid: in the order of its columns the texts shown and the places edited (None: nothing can be typed)."""

    texts: tuple[str, ...]
    places: tuple[Place | None, ...]


class CellReader:
    """Reads cells of one plan in one language. `numbers` are the printed numbers of its nodes, by id."""

    def __init__(self, plan: Plan, language: Language, numbers: Mapping[str, str]) -> None:
        self._plan = plan
        self._language: Language = language
        self.numbers = numbers
        self._writers: Mapping[str, Callable[[GridColumn, Node], str]] = {
            "number": lambda _column, node: numbers.get(node.id, ""),
            "field": self._field_text,
            "year": self._year_text,
            "total": self._total_text,
            "children": self._children_text,
            "ancestor": self._ancestor_text,
            "findings": self._findings_text,
        }
        self._checker = Checker(plan)

    def read(self, columns: Sequence[GridColumn], node: Node) -> GridRow:
        """The row of a node. Texts are whole, with their newlines; blank cells are ""."""
        return GridRow(
            tuple(self._writers[column.show](column, node) for column in columns),
            tuple(place_of_cell(self._plan, column, node, self._language) for column in columns),
        )

    def sort_value(self, column: GridColumn, node: Node) -> Sortable | None:
        """What the cell is sorted by, comparable within one column; None for a blank one.

        Money and numbers by value, days by date, choices in the order of the template, words as a Thai dictionary has them.
        """
        if column.show == "findings":
            return -len(self._checker.check(node)) or None
        if column.is_sum:
            return read_amount(column, node)
        if column.show == "total":
            return _sum_of_numbers(column, node)
        if column.is_number or column.type in ("date", "fiscal_year"):
            return node.parts(column.field).get("" if column.year_be is None else str(column.year_be))
        if column.type == "choice":
            options = list(self._plan.template.field(node.kind, column.field).options)
            chosen = node.word(column.field)
            return options.index(chosen) if chosen in options else (len(options) if chosen else None)
        text = self._writers[column.show](column, node)
        return sort_key(" ".join(text.split())) if text.strip() else None

    def findings(self, node: Node) -> list[str]:
        """What is to be looked at in a row, as sentences in the interface's language; holes before missing translations."""
        found = self._checker.check(node)
        ordered = sorted(found, key=lambda finding: RULES[finding.rule].severity != "finding")
        return [sentence(self._plan, finding, interface_language()) for finding in ordered]

    def has_holes(self, node: Node) -> bool:
        """Whether more is to be looked at in a row than a missing translation."""
        return any(RULES[found.rule].severity == "finding" for found in self._checker.check(node))

    def _findings_text(self, _column: GridColumn, node: Node) -> str:
        """The first finding, and how many more there are."""
        sentences = self.findings(node)
        more = f" +{len(sentences) - 1}" if len(sentences) > 1 else ""
        return f"{sentences[0]}{more}" if sentences else ""

    def _field_text(self, column: GridColumn, node: Node) -> str:
        if column.field == NAME:
            return name_in(node, self._language)
        place = place_of_cell(self._plan, column, node, self._language)
        text = shown_value(self._plan, place, self._language) if place is not None else ""
        if column.type == "choice":
            options = self._plan.template.field(node.kind, column.field).options
            return options[text].spoken(self._language) if text in options else text
        return text

    def _year_text(self, column: GridColumn, node: Node) -> str:
        if column.type == "yearly_money":
            return format_baht(read_amount(column, node), blank="")
        return format_number(node.yearly_numbers(column.field).get(column.year_be or 0), blank="")

    def _total_text(self, column: GridColumn, node: Node) -> str:
        if column.is_sum:
            return format_baht(read_amount(column, node), blank="")
        return format_number(_sum_of_numbers(column, node), blank="")

    def _children_text(self, column: GridColumn, node: Node) -> str:
        return self._names(child for child in self._plan.children_of(node.id) if child.kind == column.kind)

    def _ancestor_text(self, column: GridColumn, node: Node) -> str:
        above = [other for other in self._plan.ancestors(node.id) if other.kind == column.kind]
        return self._names(above[:1])

    def _names(self, nodes: Iterable[Node]) -> str:
        return "\n".join(name for node in nodes if (name := name_in(node, self._language)))


def name_in(node: Node, language: Language) -> str:
    """A node's name in `language`, else in the other one; "" where it has none."""
    other: Language = "en" if language == "th" else "th"
    return node.text(NAME, language) or node.text(NAME, other)


def place_of_cell(plan: Plan, column: GridColumn, node: Node, language: Language) -> Place | None:
    """Where the value of a cell lies, for `services.entering.read_value`; None where nothing can be typed.

    Texts are those of `language`; references are typed under the part "". Money of a year goes to the source that
    `budget_sources.source_for_amount` tells, as on the page. A year whose money comes from several sources has no place:
    what is shown is a sum, and it belongs on the page (`sources_of_year` tells which).
    """
    if not column.is_editable:
        return None
    if column.type == "yearly_money":
        year_be = column.year_be or 0
        source = source_for_amount(plan.template, node, column.field, year_be)
        part = None if source is None else money_part(year_be, source)
    elif column.type == "yearly_number":
        part = str(column.year_be)
    else:
        part = {"text": language, "money": SINGLE_MONEY}.get(column.type or "", "")
    return None if part is None else (node.id, column.field, part)


def sources_of_year(column: GridColumn, node: Node) -> dict[str, Decimal]:
    """The baht of a year's cell by source of funds; empty for other cells and for years without money."""
    if column.show != "year" or column.type != "yearly_money":
        return {}
    return {
        source: baht
        for (year_be, source), baht in node.yearly_money(column.field).items()
        if year_be == column.year_be
    }


def _sum_of_numbers(column: GridColumn, node: Node) -> Decimal | None:
    values = node.yearly_numbers(column.field).values()
    return sum(values, Decimal(0)) if values else None


def clearing_edits(column: GridColumn, node: Node, language: Language) -> tuple[SetValue, ...]:
    """The edits that blank a cell, the money of all its sources included; none for cells that hold nothing of their own."""
    if not column.is_editable:
        return ()
    parts = node.parts(column.field)
    chosen: list[str]
    if column.type == "text":
        chosen = [language] if language in parts else []
    elif column.year_be is not None:
        chosen = [part for part in parts if part.partition(":")[0] == str(column.year_be)]
    else:
        chosen = list(parts)
    return tuple(SetValue(node.id, column.field, part, parts[part], None) for part in chosen)


def refuse_several_sources(
    plan: Plan, column: GridColumn, node: Node, language: Language
) -> UserError | None:
    """Why nothing can be typed into a year whose money comes from several sources; None for any other cell."""
    sources = sources_of_year(column, node)
    if len(sources) < 2:
        return None
    named = plan.template.sources
    lines = (
        f"{named[source].spoken(language) if source in named else source} {format_baht(baht)}"
        for source, baht in sources.items()
    )
    return UserError(
        N_("The money of {year} comes from several sources: {sources}."),
        advice=N_("Open the page to change each of them."),
        year=column.head,
        sources=", ".join(lines),
    )
