"""A form filled with the rows of one plan: what writers lay out. Nothing in it is wording of theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from success_desktop.domain.forms.form_set import FormSet, OfficialForm, Show
from success_desktop.domain.plan import Node
from success_desktop.domain.schema import Wording
from success_desktop.i18n import Language

Align = Literal["text", "centre", "number"]

Texts = Mapping[Language, str]
"""A text in the languages that it is written in; blank ones are left out."""


class AlignmentLine(NamedTuple):
    """How a group is tied to a plan above: ก. ยุทธศาสตร์ชาติ 20 ปี … `node_id` and `field` say where the text stands."""

    label: Wording
    texts: Texts
    node_id: str
    field: str


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Rows that belong together under a line of their own.

    `level` is the name of its level in the form set and `depth` that level's place among those of the form that the plan
    has (0 is outermost). `key` tells it from all other groups of the form. `node_id` is the node that it is; "" where a
    field of its rows makes it. `label` is what stands before the name: "1.1 กลยุทธ์". `alignment` are the lines above it.
    """

    level: str
    depth: int
    key: tuple[str, ...]
    node_id: str
    number: str
    label: Wording
    texts: Texts
    alignment: tuple[AlignmentLine, ...] = ()


class FormRow(NamedTuple):
    """A row: a node, the number printed before it (ที่), and its groups from the outermost inwards."""

    node_id: str
    number: str
    groups: tuple[FormGroup, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """How many rows hold money, and how much (baht)."""

    count: int = 0
    baht: Decimal = Decimal(0)


class SummaryLine(NamedTuple):
    """A line of a summary form, with its figures by fiscal year (Buddhist Era; years of the form) and over all years.

    `group`: a line above others, without figures; `figures`: one that is summed; `subtotal` and `total`: sums. `group` is
    None for the total.
    """

    role: Literal["group", "figures", "subtotal", "total"]
    group: FormGroup | None
    by_year: Mapping[int, Figure]
    all_years: Figure


class ReferenceRow(NamedTuple):
    """A row of the cross-reference table: its innermost group, its number, and what each column prints."""

    group: FormGroup
    number: str
    cells: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class ResolvedColumn:
    """One column as it stands on paper.

    `show` is that of the form set, where `count` and `baht` stand for the two columns of `figures` and `all_figures`, and
    `year` for one of `years`. `fields` are those fields that rows of this plan can have; `year_be` the fiscal year of the
    column (None: of none, or over all); `month` the first day of its month. `heads` are the texts above it from the top
    down: merge neighbours with `heads.merge_heads`. `share` is its part of the width; `align` how its values stand.
    """

    show: Show | Literal["year", "count", "baht"]
    heads: tuple[Wording, ...]
    share: float
    fields: tuple[str, ...] = ()
    year_be: int | None = None
    month: date | None = None
    level: str = ""
    alignment: str = ""
    children: str = ""
    is_stacked: bool = False
    blank: str = ""
    align: Align = "text"
    counted: Wording | None = None

    @property
    def is_sum(self) -> bool:
        """Whether the column holds money, and so a sum where rows are summed."""
        return self.show in ("year", "total", "fiscal_year", "baht")

    def field_of(self, node: Node) -> str:
        """The first of the column's fields that the node has filled, else the first; "" when there is none."""
        return next((name for name in self.fields if node.parts(name)), next(iter(self.fields), ""))


@dataclass(frozen=True, slots=True)
class FormOptions:
    """What a form is asked for.

    `is_amended`: with the columns of amended editions. `fiscal_year_be`: the year of ผด.02 (None: the plan's first).
    `row_ids`: only these rows, as in the book of an edition (None: all).
    """

    is_amended: bool = False
    fiscal_year_be: int | None = None
    row_ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ResolvedForm:
    """A form of a form set filled with a plan. Of `rows`, `summary` and `references` one is filled, by the form's shape.

    `levels` are those levels of the form that the plan has, outermost first, and `subtotals` those of them that end with a
    sum; `years` the fiscal years of its columns (Buddhist Era); `fiscal_year_be` the one year of ผด.02. By node, `budgets`
    is the baht of each row in every fiscal year with money, and `months` the first days of the months of that one year in
    which the row is at work.
    """

    form_set: FormSet
    name: str
    spec: OfficialForm
    options: FormOptions
    levels: tuple[str, ...]
    subtotals: tuple[str, ...]
    years: tuple[int, ...]
    fiscal_year_be: int
    columns: tuple[ResolvedColumn, ...]
    rows: tuple[FormRow, ...] = ()
    summary: tuple[SummaryLine, ...] = ()
    references: tuple[ReferenceRow, ...] = ()
    budgets: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)
    months: Mapping[str, frozenset[date]] = field(default_factory=dict)
