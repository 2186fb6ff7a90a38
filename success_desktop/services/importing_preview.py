"""What is asked of an import, and what it would do, for a person to look at before it happens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from success_desktop.domain.edits import Edit
from success_desktop.domain.totals import Totals
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language

LEVEL_NAMES: Mapping[str, str] = {
    "strategy": N_("Strategy"),
    "goal": N_("Goal"),
    "tactic": N_("Tactic"),
    "approach": N_("Approach"),
    "programme": N_("Programme"),
}
"""The levels of groups that a file can have (documents.tables_in_names), as catalogue entries."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a file is read. `form` is the template's form that gives the levels, where it has several of projects.

    `under`: id of the node that everything goes below (None: the plan). `sheet`: the only sheet to read (None: every
    visible one with a list of projects). `mapping`: column (A is 0) -> field as in `ColumnPreview`, "" to leave one out.
    `language`: of texts whose head names none. `has_duplicates_allowed` brings in what the plan has already;
    `has_unmapped_in_note` keeps columns without a field in the project's note.
    """

    form: str = "p02"
    under: str | None = None
    sheet: str | None = None
    mapping: Mapping[int, str] | None = None
    language: Language = "th"
    has_duplicates_allowed: bool = False
    has_unmapped_in_note: bool = False


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """A column of the file: its place (A is 0) and letter, its head, and the field it goes to ("" for none).

    `is_used` is False for a column that is left out because the plan has no field for it.
    """

    index: int
    letter: str
    head: str
    field: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """A sheet that is read: the first and last row of its (first) head, its columns, and how many projects it holds."""

    name: str
    head_rows: tuple[int, int]
    columns: tuple[ColumnPreview, ...]
    project_count: int


@dataclass(frozen=True, slots=True)
class SkippedSheet:
    """A sheet that is not read, and why."""

    name: str
    reason: UserError


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A project of the file. `is_skipped`: the plan has it already, so it does not come in; `node_id` is "" then.

    `groups` are its groups' names as the file gives them; `by_year` its money by fiscal year (Buddhist Era), baht.
    """

    sheet: str
    row: int
    node_id: str
    name: str
    groups: tuple[str, ...]
    by_year: Mapping[int, Decimal]
    is_skipped: bool

    @property
    def total_baht(self) -> Decimal:
        """Its money over all years."""
        return sum(self.by_year.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class NewNode:
    """A node that the import adds beside the projects: a group, an agency, the register of agencies."""

    node_id: str
    kind: str
    name: str
    parent_id: str


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell that no field can hold: its field stays blank, its text goes into the project's note."""

    sheet: str
    row: int
    column: str
    text: str
    reason: UserError


@dataclass(frozen=True, slots=True)
class DuplicateName:
    """One project name in several places: rows of the file (sheet, row) and projects of the plan (ids)."""

    name: str
    rows: tuple[tuple[str, int], ...]
    existing_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrongTotal:
    """A sum that somebody typed and that is not the sum of the rows. `year_be` is None for a sum over all years.

    `label` is what stands before it: "รวมทั้งสิ้น", or the name of the project for the sum at the end of its row.
    """

    sheet: str
    row: int
    label: str
    year_be: int | None
    typed_baht: Decimal
    computed_baht: Decimal

    @property
    def difference_baht(self) -> Decimal:
        """What was typed less what the rows add up to."""
        return self.typed_baht - self.computed_baht


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """A row below the head that is no project, no group and no sum, and does not come in."""

    sheet: str
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class ImportWarnings:
    """What a person should know about the file before accepting it.

    `years_outside`: fiscal years (Buddhist Era) with money that the plan does not cover; the money is kept.
    `unplaced_levels`: levels of groups in the file (documents.tables_in_names) that the plan has no place for.
    """

    duplicates: tuple[DuplicateName, ...] = ()
    wrong_totals: tuple[WrongTotal, ...] = ()
    years_outside: tuple[int, ...] = ()
    left_out: tuple[LeftOutLine, ...] = ()
    unplaced_levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A whole import, ready to be accepted: `edits` make it in one step on the plan that it was made for.

    `new_years` are the first and last fiscal year (Buddhist Era) that the plan gets, None when it keeps its own.
    """

    file_name: str
    sheets: tuple[SheetPreview, ...]
    skipped_sheets: tuple[SkippedSheet, ...]
    rows: tuple[ImportedRow, ...]
    groups: tuple[NewNode, ...]
    agencies: tuple[NewNode, ...]
    refused: tuple[RefusedCell, ...]
    warnings: ImportWarnings
    new_years: tuple[int, int] | None
    edits: tuple[Edit, ...] = field(repr=False)

    @property
    def unmapped_columns(self) -> tuple[tuple[str, ColumnPreview], ...]:
        """The columns that are left out, each with the name of its sheet."""
        return tuple(
            (sheet.name, column) for sheet in self.sheets for column in sheet.columns if not column.is_used
        )

    @property
    def totals(self) -> Totals:
        """The money of the rows that come in."""
        by_year: dict[int, Decimal] = {}
        for row in self.rows:
            for year_be, baht in () if row.is_skipped else row.by_year.items():
                by_year[year_be] = by_year.get(year_be, Decimal(0)) + baht
        return Totals(dict(sorted(by_year.items())), sum(by_year.values(), Decimal(0)))
