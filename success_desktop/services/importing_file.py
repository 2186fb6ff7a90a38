"""Reading a file of projects with the eyes of one plan: which sheets and columns count, and what the rows hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from success_desktop.documents.tables_in import read_table
from success_desktop.documents.tables_in_cells import Sheet, column_letter
from success_desktop.documents.tables_in_names import LEVELS, ColumnNames
from success_desktop.documents.tables_in_rows import ProjectLine, ProjectTable, TotalLine, read_projects
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FormSpec
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language
from success_desktop.services.importing_checks import SumChecker, check_row_total
from success_desktop.services.importing_preview import (
    ColumnPreview,
    ImportOptions,
    LeftOutLine,
    SheetPreview,
    SkippedSheet,
    WrongTotal,
)
from success_desktop.services.importing_values import ProjectDraft, ValueReader


@dataclass(slots=True)
class FileContent:
    """What the tables hold."""

    drafts: list[ProjectDraft] = field(default_factory=list)
    wrong_totals: list[WrongTotal] = field(default_factory=list)
    left_out: list[LeftOutLine] = field(default_factory=list)

    def levels(self) -> list[str]:
        """The levels of groups that occur, from the highest to the lowest."""
        present = {group.level for draft in self.drafts for group in draft.groups}
        return [level for level in LEVELS if level in present]


def check_mapping(mapping: Mapping[int, str], values: ValueReader) -> None:
    """Raise UserError when a column is mapped by hand to a field that projects have not."""
    for column_field in mapping.values():
        if column_field and not values.can_use(column_field):
            raise UserError(
                N_("Projects of this plan have no field “{field}”."),
                advice=N_("Choose another field for the column, or leave the column out."),
                field=column_field,
            )


def column_names(plan: Plan, form: FormSpec) -> ColumnNames:
    """The names of columns, with those that the plan's template gives its fields."""
    fields = plan.template.kind(form.rows).fields
    names = [(spec.label.spoken(language), name) for name, spec in fields.items() for language in LANGUAGES]
    names += [
        (column.head.spoken(language), column.field)
        for column in form.columns
        if column.show == "field"
        for language in LANGUAGES
    ]
    return ColumnNames(
        (head, name) for head, name in names if fields[name].type in ("text", "choice", "reference")
    )


def read_tables(
    path: Path, options: ImportOptions, names: ColumnNames
) -> tuple[list[ProjectTable], tuple[SkippedSheet, ...]]:
    """The tables of projects in a file, and the sheets that are not read.

    Raises UserError when the file cannot be read, lacks the sheet asked for or holds no list of projects.
    """
    sheets = read_table(path)
    if options.sheet is not None and options.sheet not in {sheet.name for sheet in sheets}:
        raise UserError(
            N_("“{name}” has no sheet called “{sheet}”."),
            advice=N_("It has these: {sheets}"),
            name=path.name,
            sheet=options.sheet,
            sheets=", ".join(sheet.name for sheet in sheets),
        )
    tables: list[ProjectTable] = []
    skipped: list[SkippedSheet] = []
    for sheet in sheets:
        reason = _reason_to_skip(sheet, options.sheet)
        table = None if reason else read_projects(sheet, names, options.mapping)
        if table is not None:
            tables.append(table)
        else:
            skipped.append(SkippedSheet(sheet.name, reason or UserError(N_("It has no list of projects."))))
    if not tables:
        raise UserError(
            N_("No list of projects was found in “{name}”."),
            advice=N_(
                "Its head needs a column “โครงการ” and two more, such as “วัตถุประสงค์” and “งบประมาณ 2568”."
            ),
            name=path.name,
        )
    return tables, tuple(skipped)


def _reason_to_skip(sheet: Sheet, wanted: str | None) -> UserError | None:
    if wanted is not None:
        return None if sheet.name == wanted else UserError(N_("Another sheet was chosen."))
    return UserError(N_("The sheet is hidden.")) if sheet.is_hidden else None


def read_content(tables: Sequence[ProjectTable], values: ValueReader, language: Language) -> FileContent:
    """The projects of all tables, their typed sums held against them."""
    content = FileContent()
    checker = SumChecker()
    for table in tables:
        checker.start_sheet()
        for line in table.lines:
            if isinstance(line, ProjectLine):
                draft = values.read(table.sheet, line)
                checker.add(draft)
                content.drafts.append(draft)
                content.wrong_totals.extend(check_row_total(draft, language))
            elif isinstance(line, TotalLine):
                content.wrong_totals.extend(checker.check(table.sheet, line))
            else:
                content.left_out.append(LeftOutLine(table.sheet, line.row, line.text))
    return content


def preview_sheet(table: ProjectTable, values: ValueReader) -> SheetPreview:
    """A sheet that is read. Where heads differ, the first that names a column counts."""
    head = table.heads[0]
    columns = {column.index: column for other in reversed(table.heads) for column in other.columns}
    return SheetPreview(
        name=table.sheet,
        head_rows=(head.first_row, head.last_row),
        columns=tuple(
            ColumnPreview(
                index, column_letter(index), column.text, column.field, values.can_use(column.field)
            )
            for index, column in sorted(columns.items())
        ),
        project_count=sum(isinstance(line, ProjectLine) for line in table.lines),
    )
