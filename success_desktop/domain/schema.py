"""A plan template: what kinds of nodes a plan has, their fields and levels, and how it is printed. Templates are data.

The models below are the whole grammar of ``resources/templates/*.yaml``. `domain.template_text` reads a file into a
Template and reports mistakes by line.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from success_desktop.domain.values import FieldType
from success_desktop.i18n import Language


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(_Model):
    """One text in both languages."""

    th: str
    en: str

    def spoken(self, language: Language) -> str:
        """The wording in `language`."""
        return self.th if language == "th" else self.en


class FieldSpec(_Model):
    """A field of a kind: its type, its label and, by type, its choices or the kinds it may refer to.

    `lines` is the height of its editor in lines of text; `printed` tells whether documents show it under the node's heading,
    `has_label` whether they print its label there too (without one the value follows the heading directly; at most one
    field of a kind should do so). `is_expected` fields are filled in a finished plan; `not_before` names the field of the
    same kind whose day or year this one must not precede.
    """

    type: FieldType
    label: Wording
    help: Wording | None = None
    lines: int = Field(default=1, ge=1, le=30)
    options: Mapping[str, Wording] = {}
    kinds: tuple[str, ...] = ()
    many: bool = False
    printed: bool = True
    has_label: bool = True
    is_expected: bool = False
    not_before: str = ""


class KindSpec(_Model):
    """A kind of node.

    `number` is the pattern of its printed number: ``{n}`` counts nodes of this kind below the nearest numbered ancestor,
    ``{parent}`` is that ancestor's number. `prints_as` tells how documents show it inside a narrative: under a heading of
    its own, as a row of the table `form`, or not at all. `heading` is what stands before the name in that heading, with
    ``{number}`` for the node's number; without it the number stands there alone, or the kind's name where there is no
    number. `is_single` kinds occur once in a plan.
    """

    name: Wording
    fields: Mapping[str, FieldSpec] = {}
    children: tuple[str, ...] = ()
    number: str = ""
    prints_as: Literal["heading", "table", "nothing"] = "heading"
    form: str = ""
    heading: Wording | None = None
    is_single: bool = False
    icon: str = "node"

    def naming_field(self) -> str | None:
        """The text field that names nodes of this kind: ``name``, else its first text field; None when it has none."""
        texts = [field for field, spec in self.fields.items() if spec.type == "text"]
        return "name" if "name" in texts else next(iter(texts), None)


class YearsSpec(_Model):
    """The fiscal years of a new plan: the first (Buddhist Era) and how many."""

    first_be: int = Field(ge=2500, le=2700)
    count: int = Field(ge=1, le=20)


class ColumnSpec(_Model):
    """A column of a form. `width` is its share of the table; the years of a yearly field share it equally.

    `show`: the row's number; one of its fields; a yearly field's values year by year or their sum over the years; the
    names of the row's children of kind `child`; the names of the ancestor of kind `ancestor`.
    """

    show: Literal["number", "field", "years", "total", "children", "ancestor"]
    head: Wording
    width: float = Field(gt=0, le=100)
    field: str = ""
    child: str = ""
    ancestor: str = ""
    unit: Wording | None = None


class FormSpec(_Model):
    """A table made of nodes of one kind: an official form, a register, a list of indicators.

    `groups` are the kinds of ancestors printed as lines above their rows; `subtotals` those that end with a sum;
    `titles` the centred lines above the table, with places such as ``{first_year}``; `stamp` the form's name, printed top
    right on every page; `alignment` the lines ก to จ that tie the outermost group to the plans above it: a text field of
    that group's kind and what stands before its text. `subtotal` and `grand_total` name the sums, with ``{count}`` for the
    number of rows; `counts`, where given, names a second line that says how many rows hold money in each year.
    """

    name: Wording
    rows: str
    columns: tuple[ColumnSpec, ...]
    groups: tuple[str, ...] = ()
    subtotals: tuple[str, ...] = ()
    has_grand_total: bool = False
    subtotal: Wording = Wording(th="รวม {count} รายการ", en="Total of {count} items")
    grand_total: Wording = Wording(th="รวมทั้งสิ้น {count} รายการ", en="Grand total of {count} items")
    counts: Wording | None = None
    titles: tuple[Wording, ...] = ()
    stamp: Wording | None = None
    alignment: Mapping[str, Wording] = {}
    orientation: Literal["portrait", "landscape"] = "portrait"


class BlockSpec(_Model):
    """A stretch of a document: the branches of nodes of one kind (narrowed by `where`: field -> choice), or one form."""

    narrative: str = ""
    where: Mapping[str, str] = {}
    form: str = ""


class PartSpec(_Model):
    """A part of the printed plan. Parts are counted (ส่วนที่ n) except those that are not `is_numbered`: an appendix."""

    title: Wording
    blocks: tuple[BlockSpec, ...]
    orientation: Literal["portrait", "landscape"] = "portrait"
    is_numbered: bool = True


class DocumentSpec(_Model):
    """How the plan is printed: fields of the plan on the cover, then the parts in order."""

    cover: tuple[str, ...]
    parts: tuple[PartSpec, ...]


class Seed(_Model):
    """A node described as data, with its branch: how templates and samples spell out the nodes they bring.

    `fields` values by type: text {th, en}; reference: list of keys; yearly_number {year: number}; yearly_money {year:
    {source: baht}}; else the plain value. `key` names the node for references within the same seeds.
    """

    kind: str
    key: str = ""
    fields: Mapping[str, object] = {}
    children: tuple["Seed", ...] = ()


class Template(_Model):
    """A whole template. `sources` are the sources of funds that budgets are split by; `start` is what a new plan holds."""

    id: str
    version: int
    name: Wording
    description: Wording
    years: YearsSpec
    sources: Mapping[str, Wording]
    default_source: str
    kinds: Mapping[str, KindSpec]
    forms: Mapping[str, FormSpec]
    document: DocumentSpec
    start: tuple[Seed, ...] = ()
    text: str = Field(default="", repr=False, exclude=True)

    def kind(self, kind: str) -> KindSpec:
        """What the template says of a kind. Raises KeyError when it knows none of that name."""
        return self.kinds[kind]

    def field(self, kind: str, field: str) -> FieldSpec:
        """What the template says of a field. Raises KeyError when the kind has none of that name."""
        return self.kinds[kind].fields[field]

    def kinds_below(self, kind: str) -> frozenset[str]:
        """The kinds that may lie anywhere below nodes of `kind`."""
        found: set[str] = set()
        waiting = [kind]
        while waiting:
            fresh = set(self.kinds[waiting.pop()].children) - found
            found |= fresh
            waiting.extend(fresh)
        return frozenset(found)

    def can_contain(self, parent_kind: str, kind: str) -> bool:
        """Whether nodes of `kind` belong directly under nodes of `parent_kind`."""
        return parent_kind in self.kinds and kind in self.kinds[parent_kind].children
