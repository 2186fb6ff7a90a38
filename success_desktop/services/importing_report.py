"""Telling what an import brings: as data for scripts, as sentences for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar import year_text
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services.describing import plain_number
from success_desktop.services.importing_preview import LEVEL_NAMES, ImportPreview, RefusedCell, WrongTotal

_LEVEL_NAMES = {
    "strategy": N_("Group: strategy"),
    "goal": N_("Group: goal"),
    "tactic": N_("Group: tactic"),
    "approach": N_("Group: approach"),
    "programme": N_("Group: programme"),
}


def describe_preview(preview: ImportPreview) -> dict[str, Any]:
    """An import as plain data that JSON can hold; years are Buddhist, money is baht."""
    warnings = preview.warnings
    return {
        "file": preview.file_name,
        "sheets": [
            {
                "name": sheet.name,
                "projects": sheet.project_count,
                "columns": {column.letter: column.field for column in sheet.columns if column.is_used},
            }
            for sheet in preview.sheets
        ],
        "skipped_sheets": [
            {"name": sheet.name, "reason": sheet.reason.sentence()} for sheet in preview.skipped_sheets
        ],
        "projects": len([row for row in preview.rows if not row.is_skipped]),
        "known_already": [row.name for row in preview.rows if row.is_skipped],
        "groups": [{"id": node.node_id, "kind": node.kind, "name": node.name} for node in preview.groups],
        "agencies": [{"id": node.node_id, "name": node.name} for node in preview.agencies],
        "totals": {
            **{str(year_be): plain_number(baht) for year_be, baht in preview.totals.by_year.items()},
            "total": plain_number(preview.totals.total_baht),
        },
        "refused": [_describe_refused(cell) for cell in preview.refused],
        "duplicates": [
            {"name": one.name, "rows": [list(row) for row in one.rows]} for one in warnings.duplicates
        ],
        "wrong_totals": [_describe_wrong_total(wrong) for wrong in warnings.wrong_totals],
        "years_outside": list(warnings.years_outside),
        "left_out": [{"sheet": line.sheet, "row": line.row, "text": line.text} for line in warnings.left_out],
        "new_years": list(preview.new_years or ()),
        "unplaced_levels": list(warnings.unplaced_levels),
        "columns_left_out": [
            {"sheet": sheet, "head": column.head} for sheet, column in preview.unmapped_columns
        ],
    }


def _describe_refused(cell: RefusedCell) -> dict[str, Any]:
    return {
        "sheet": cell.sheet,
        "row": cell.row,
        "column": cell.column,
        "text": cell.text,
        "reason": cell.reason.sentence(),
    }


def _describe_wrong_total(wrong: WrongTotal) -> dict[str, Any]:
    return {
        "sheet": wrong.sheet,
        "row": wrong.row,
        "label": wrong.label,
        "year": wrong.year_be,
        "typed": plain_number(wrong.typed_baht),
        "computed": plain_number(wrong.computed_baht),
    }


def report_preview(preview: ImportPreview) -> list[str]:
    """An import as lines in the interface's language: what comes in, then everything a person should look at."""
    warnings = [f"{where}: {what}" if where else what for where, what in list_warnings(preview)]
    return [*_what_comes_in(preview), *warnings]


def list_warnings(preview: ImportPreview) -> list[tuple[str, str]]:
    """What a person should know before accepting: where it is in the file ("" for all of it), and what it is."""
    return [
        *_cell_warnings(preview),
        *_sum_warnings(preview.warnings.wrong_totals),
        *_row_warnings(preview),
        *_whole_file_warnings(preview),
    ]


def _what_comes_in(preview: ImportPreview) -> Iterator[str]:
    language = interface_language()
    coming = len([row for row in preview.rows if not row.is_skipped])
    yield _("{file}: {count} projects, {total} baht").format(
        file=preview.file_name, count=coming, total=format_baht(preview.totals.total_baht)
    )
    for year_be, baht in preview.totals.by_year.items():
        yield f"  {year_text(year_be, language)}  {format_baht(baht):>16}"
    yield _("New groups: {groups}; new agencies: {agencies}").format(
        groups=len(preview.groups), agencies=len(preview.agencies)
    )


def _cell_warnings(preview: ImportPreview) -> Iterator[tuple[str, str]]:
    for cell in preview.refused:
        reason = cell.reason.sentence()
        quoted = "" if cell.text in reason else f" “{cell.text}”"
        yield f"{cell.sheet} {cell.column}{cell.row}", reason + quoted
    for sheet, column in preview.unmapped_columns:
        yield f"{sheet} {column.letter}", _("The column “{head}” is left out.").format(head=column.head)


def _sum_warnings(wrong_totals: Sequence[WrongTotal]) -> Iterator[tuple[str, str]]:
    for wrong in wrong_totals:
        year = year_text(wrong.year_be, interface_language()) if wrong.year_be else _("all years")
        what = _("“{label}”, {year}: the file says {typed}, the rows add up to {computed}.")
        typed, computed = format_baht(wrong.typed_baht), format_baht(wrong.computed_baht)
        yield (
            f"{wrong.sheet} {wrong.row}",
            what.format(label=wrong.label, year=year, typed=typed, computed=computed),
        )


def _row_warnings(preview: ImportPreview) -> Iterator[tuple[str, str]]:
    for duplicate in preview.warnings.duplicates:
        places = ", ".join(f"{sheet} {row}" for sheet, row in duplicate.rows)
        yield places, _("The name “{name}” occurs more than once.").format(name=duplicate.name)
    for row in preview.rows:
        if row.is_skipped:
            what = _("The plan has this project already; it is left out: “{name}”")
            yield f"{row.sheet} {row.row}", what.format(name=row.name)
    for line in preview.warnings.left_out:
        what = _("This row is no project and is left out: “{text}”")
        yield f"{line.sheet} {line.row}", what.format(text=line.text)


def _whole_file_warnings(preview: ImportPreview) -> Iterator[tuple[str, str]]:
    language = interface_language()
    for skipped in preview.skipped_sheets:
        yield skipped.name, skipped.reason.sentence()
    if preview.new_years:
        first, last = (year_text(year_be, language) for year_be in preview.new_years)
        yield "", _("The plan will run from {first} to {last}.").format(first=first, last=last)
    if preview.warnings.years_outside:
        years = ", ".join(year_text(year_be, language) for year_be in preview.warnings.years_outside)
        yield "", _("Budgets of years outside the plan are kept: {years}").format(years=years)
    for level in preview.warnings.unplaced_levels:
        yield "", _("The plan has no level for these groups: {level}").format(level=_(LEVEL_NAMES[level]))
