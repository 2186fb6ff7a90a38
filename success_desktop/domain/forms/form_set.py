"""A form set: the official forms of one generation of local plans, and the editions it knows. Form sets are data.

The models below are the whole grammar of ``resources/forms/*.yaml``; `form_set_text` reads a file into a FormSet and
reports mistakes by line. A form set knows plans of no particular template: it names for every level and every column what
may stand for it, in the order to be tried, and `resolving` finds what a given plan has.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from success_desktop.domain.office import AuthorityKind, EditionKind
from success_desktop.domain.schema import Wording, YearsSpec

AUTHORITIES: tuple[AuthorityKind, ...] = get_args(AuthorityKind)
NOTHING = Wording(th="", en="")

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,23}$")]
"""What forms, levels and form sets are called in commands and files: small letters, figures, - and _."""

Shape = Literal["rows", "summary", "references"]
"""What the rows of a form are: one for a project; the sums of groups (ผ.01); how groups tie to the plans above them."""

Show = Literal[
    "number",
    "fields",
    "years",
    "total",
    "fiscal_year",
    "months",
    "reason",
    "level",
    "line",
    "figures",
    "all_figures",
    "alignment",
    "gathered",
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LevelSpec(_Model):
    """A level that rows are grouped by.

    `kinds` are the kinds of nodes above a row that may stand for it, `fields` choices or texts of the row itself that may,
    tried in this order. `number` is the pattern of a group's number (``{n}`` counts within the group around it,
    ``{parent}`` is that group's number); `label` stands before the group's name, with ``{number}``, and `word` after that
    unless the name begins with it; `missing` names the rows that lack the level while others have it.
    """

    name: Wording
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    number: str = ""
    label: Wording = NOTHING
    word: Wording = NOTHING
    missing: Wording = NOTHING


class AlignmentSpec(_Model):
    """A plan above this one that a group is tied to (ก to จ).

    `field` is a text of the group's node; where that is blank or missing, `item_level` tells which of the higher-level
    objectives that the node, else its rows, refer to (field `reference`) belong here. `label` stands before the text in the
    line above a group, and `word` after it unless the text begins with that.
    """

    label: Wording
    word: Wording = NOTHING
    field: str = ""
    reference: str = "alignment"
    item_level: str = ""


class FormColumn(_Model):
    """A column of a form, or several.

    `show`: `number`, counted within the form's innermost level; `fields`: the first of the row's `fields` that is filled,
    or with `is_stacked` all of them and the names of its children of kind `children`, one below the other; `years`, `total`
    and `fiscal_year`: the money of each year, of all years, of the year asked for; `months`: the twelve months from October
    in which the row is at work; `reason`: why an amended edition has the row; `level`: the name of a group. Of summaries:
    `line`: what is summed; `figures`: for each year how many rows hold money (head `count_head`) and how much;
    `all_figures`: the same over all years. Of references: `alignment`: the texts of the plan above called `alignment`;
    `gathered`: the values of `fields` of all rows of the group.

    `head` stands above, with ``{year}`` for the year of one column; `over` above that, over columns side by side; `unit`
    below. `width` is a share of the table: several columns of one entry divide it. `blank` is what an empty cell prints.
    `when` amended: the column stands only in editions that amend. `counted` says in the last row how many there are.
    """

    show: Show
    head: Wording
    width: float = Field(gt=0, le=100)
    over: Wording = NOTHING
    unit: Wording = NOTHING
    count_head: Wording = NOTHING
    fields: tuple[str, ...] = ()
    is_stacked: bool = False
    children: str = ""
    level: str = ""
    alignment: str = ""
    blank: Literal["", "-"] = ""
    when: Literal["always", "amended"] = "always"
    counted: Wording = NOTHING


class TotalSpec(_Model):
    """A row of sums.

    `label` stands before the sums, ``{count}`` in it the number of rows; `count` in a cell of its own behind the label;
    `between` in the cells that follow up to the sums; `after` behind the sums (``{total}``: baht over all years,
    ``{years}``: how many years).
    """

    label: Wording
    count: Wording = NOTHING
    between: Literal["", "-"] = ""
    after: Wording = NOTHING


class OfficialForm(_Model):
    """One form: ผ.02, say.

    `rows` are the kinds of nodes that are its rows; `listing` which of them belong, by their field `listing` (a row that
    has none is "own"; empty: all belong). With `of_year` only rows that have money or work in the fiscal year asked for
    belong. `money` are the yearly fields that are added up.

    `levels` group the rows, outermost first; `subtotals` are those that end with a sum, `subtotal`; `counts` is a second
    line that says how many rows hold money in each year. `alignment` are the plans above, printed as lines where a group
    of the outermost level begins. `years_counted`: whether the count over all years of a summary adds up those of the
    years (a project with money in five counts five times, as printed forms do) or counts rows.

    `titles` are centred above the table, with the places ``{title} {organisation} {area} {edition} {first_year}
    {last_year} {fiscal_year}``; `stamp` is printed top right on every page.
    """

    name: Wording
    shape: Shape = "rows"
    rows: tuple[str, ...]
    columns: tuple[FormColumn, ...] = Field(min_length=1)
    titles: tuple[Wording, ...] = ()
    stamp: Wording = NOTHING
    levels: tuple[str, ...] = ()
    subtotals: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()
    of_year: bool = False
    alignment: tuple[str, ...] = ()
    subtotal: TotalSpec | None = None
    counts: TotalSpec | None = None
    grand_total: TotalSpec | None = None
    money: tuple[str, ...] = ("budget",)
    years_counted: bool = True
    orientation: Literal["portrait", "landscape"] = "landscape"


class BodySpec(_Model):
    """Who takes part in an edition: a committee, the forum, the council, the executive; named by kind of authority."""

    names: Mapping[AuthorityKind, Wording]


class EditionSpec(_Model):
    """A kind of edition: first, addition, change, correction.

    `title` stands behind the plan's line on every form, with ``{number}`` and ``{year}``; `clauses` are those of the
    regulation that the announcement cites, filled in beforehand and free to change; `steps` are the bodies that it passes,
    in order; `has_reasons` whether every row needs a reason.
    """

    name: Wording
    title: Wording = NOTHING
    clauses: Mapping[AuthorityKind, Wording] = {}
    steps: Mapping[AuthorityKind, tuple[str, ...]] = {}
    has_reasons: bool = False


class FormSet(_Model):
    """A generation's forms. `suits` are the ids of the plan templates made for it; `years` replaces the plan's own.

    `substance` are, by kind of row, the fields whose change is one of substance and not a mere correction.
    """

    id: Name
    version: int = Field(ge=1)
    name: Wording
    description: Wording = NOTHING
    suits: tuple[str, ...] = ()
    years: YearsSpec | None = None
    levels: Mapping[Name, LevelSpec]
    alignment: Mapping[str, AlignmentSpec] = {}
    forms: Mapping[Name, OfficialForm] = Field(min_length=1)
    bodies: Mapping[str, BodySpec] = {}
    editions: Mapping[EditionKind, EditionSpec] = {}
    substance: Mapping[str, tuple[str, ...]] = {}
    text: str = Field(default="", repr=False, exclude=True)
