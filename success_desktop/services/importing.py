"""Bringing the projects of a spreadsheet into a plan: look first (`preview_import`), then accept, in one step of undo.

Rows keep their text character for character. Nothing is lost silently: what no field can hold is named in the preview. A
project that the plan has already (same name and same yearly sums in the same group) does not come in a second time.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from success_desktop.documents.tables_in_names import budget_year
from success_desktop.documents.tables_in_rows import ProjectTable
from success_desktop.domain.edits import Edit, set_value
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, Language
from success_desktop.services.importing_checks import KnownProjects
from success_desktop.services.importing_file import (
    FileContent,
    check_mapping,
    column_names,
    preview_sheet,
    read_content,
    read_tables,
)
from success_desktop.services.importing_groups import GroupFinder, kinds_below, lay_levels, project_form
from success_desktop.services.importing_nodes import Agencies, NewBranches
from success_desktop.services.importing_preview import (
    ImportedRow,
    ImportOptions,
    ImportPreview,
    ImportWarnings,
)
from success_desktop.services.importing_values import ProjectDraft, ValueReader

__all__ = ["Editor", "ImportOptions", "ImportPreview", "accept_import", "preview_import"]


class Editor(Protocol):
    """What accepting needs of a plan's editor."""

    def edit(self, label: str, edits: Sequence[Edit], initiator: object | None = None) -> None:
        """Apply edits as one step of undo."""


def accept_import(editor: Editor, preview: ImportPreview, initiator: object | None = None) -> None:
    """Do what the preview shows, as one step of undo; nothing when it brings nothing.

    Raises UserError when the plan has changed since so that the preview does not fit any more.
    """
    if preview.edits:
        editor.edit(N_("Import projects"), preview.edits, initiator)


def preview_import(
    plan: Plan, path: Path, options: ImportOptions, make_id: Callable[[], str]
) -> ImportPreview:
    """What importing the projects of a file into `plan` would do. The plan stays as it is.

    `make_id` gives the ids of new nodes. Raises UserError when the file cannot be read, has no list of projects or not the
    sheet asked for, or when projects cannot go where `options` send them.
    """
    form = project_form(plan.template, options.form)
    values = ValueReader(plan, form.rows, options.language, has_unmapped_in_note=options.has_unmapped_in_note)
    check_mapping(options.mapping or {}, values)
    kinds = kinds_below(plan, top_id := options.under or plan.root_id, form)
    tables, skipped = read_tables(path, options, column_names(plan, form))
    content = read_content(tables, values, options.language)
    laid = lay_levels(plan.template, kinds, content.levels())
    unplaced = _keep_unplaced(content, laid, options.language)
    branches = NewBranches(plan, options.language, make_id)
    groups = GroupFinder(branches, (top_id, path.stem), kinds, laid)
    known = KnownProjects(plan, form.rows)
    rows = _Sower(branches, groups, values.budget_field, form.rows).sow_all(content.drafts, known, options)
    new_years = _new_years(plan, tables)
    warnings = ImportWarnings(
        duplicates=tuple(known.duplicates(content.drafts, options.language)),
        wrong_totals=tuple(content.wrong_totals),
        years_outside=_years_outside(plan, rows, new_years),
        left_out=tuple(content.left_out),
        unplaced_levels=unplaced,
    )
    return ImportPreview(
        file_name=path.name,
        sheets=tuple(preview_sheet(table, values) for table in tables),
        skipped_sheets=skipped,
        rows=rows,
        groups=branches.nodes_of(kinds),
        agencies=branches.nodes_of(("agency",)),
        refused=tuple(cell for draft in content.drafts for cell in draft.refused),
        warnings=warnings,
        new_years=new_years,
        edits=(*_year_edits(plan, new_years), *branches.edits()),
    )


def _keep_unplaced(content: FileContent, laid: Sequence[str], language: Language) -> tuple[str, ...]:
    """Keep the groups that the plan has no level for in the notes of their projects; the levels they are of."""
    unplaced = tuple(level for level in content.levels() if level not in laid)
    for draft in content.drafts:
        draft.keep_groups(unplaced, language)
    return unplaced


class _Sower:
    """Makes drafts into new nodes."""

    def __init__(self, branches: NewBranches, groups: GroupFinder, budget_field: str, kind: str) -> None:
        self._branches = branches
        self._groups = groups
        self._budget_field = budget_field
        self._kind = kind
        self._agencies = Agencies(branches, "agency")

    def sow_all(
        self, drafts: Sequence[ProjectDraft], known: KnownProjects, options: ImportOptions
    ) -> tuple[ImportedRow, ...]:
        """Add every project that the plan has not yet; all of them where `options` allow duplicates."""
        rows: list[ImportedRow] = []
        for draft in drafts:
            is_known = not options.has_duplicates_allowed and known.take(
                self._groups.find(draft.groups), draft
            )
            node_id = "" if is_known else self._sow(draft)
            names = tuple(group.name for group in draft.groups)
            name = draft.name(options.language)
            rows.append(ImportedRow(draft.sheet, draft.row, node_id, name, names, draft.by_year, is_known))
        return tuple(rows)

    def _sow(self, draft: ProjectDraft) -> str:
        """Add a project, with the groups and agencies that it needs; its id."""
        fields = draft.fields(self._budget_field)
        for name, text in draft.agencies.items():
            ids = self._agencies.ids_of(text)
            fields[name] = dict(zip(ids, spread_positions(len(ids)), strict=True))
        return self._branches.add(self._kind, self._groups.find_or_add(draft.groups), fields)


def _new_years(plan: Plan, tables: Sequence[ProjectTable]) -> tuple[int, int] | None:
    """The years for a plan that has no money yet: those of the file."""
    if {"first_year", "last_year"} - plan.template.kind(plan.root.kind).fields.keys():
        return None
    if any(_has_money(plan, node_id) for node_id in plan.nodes):
        return None
    years = set(_file_years(tables))
    return (min(years), max(years)) if years else None


def _has_money(plan: Plan, node_id: str) -> bool:
    node = plan.nodes[node_id]
    specs = plan.kind_of(node_id).fields
    return any(specs[name].type == "yearly_money" for name in node.fields)


def _file_years(tables: Sequence[ProjectTable]) -> Iterator[int]:
    for table in tables:
        for head in table.heads:
            for column in head.columns:
                if (year_be := budget_year(column.field)) is not None:
                    yield year_be


def _year_edits(plan: Plan, new_years: tuple[int, int] | None) -> Iterator[Edit]:
    for name, year_be in zip(("first_year", "last_year"), new_years or (), strict=False):
        yield from set_value(plan, plan.root_id, name, "", Decimal(year_be))


def _years_outside(
    plan: Plan, rows: Sequence[ImportedRow], new_years: tuple[int, int] | None
) -> tuple[int, ...]:
    """The years with money that comes in but that the plan does not cover."""
    covered = plan.years() if new_years is None else range(new_years[0], new_years[1] + 1)
    years = {year_be for row in rows if not row.is_skipped for year_be in row.by_year}
    return tuple(sorted(years.difference(covered)))
