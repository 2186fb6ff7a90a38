"""Whether the first row of a pasted block names its columns, and which column of the grid each of them goes to."""

from collections.abc import Sequence

from success_desktop.documents.tables_in_names import ColumnNames, head_key
from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES
from success_desktop.services.pasting_preview import PasteGrid
from success_desktop.services.tabulating import GridColumn

_LEAST_NAMED = 2


def find_heads(plan: Plan, grid: PasteGrid, row: Sequence[str]) -> tuple[int | None, ...] | None:
    """The grid's column (the first is 0) for each cell of a row of heads, None for a head that the grid has no column for.

    None when the row does not look like heads: fewer than two of them, or fewer than half, are names of the grid's columns.
    A column alone must be named by more than figures: 2568 may be an amount.
    """
    by_key = _columns_by_key(plan, grid)
    names = ColumnNames()
    found = [_find_column(grid, by_key, names, cell) for cell in row]
    filled = [cell for cell in row if cell.strip()]
    known = [column for column in found if column is not None]
    is_alone = len(row) == 1 and not head_key(row[0]).isdecimal()
    if len(known) < (1 if is_alone else _LEAST_NAMED) or 2 * len(known) < len(filled):
        return None
    return _without_repeats(found)


def _columns_by_key(plan: Plan, grid: PasteGrid) -> dict[str, int]:
    """The grid's columns by all that people may call them: full heads before short ones, the first of equals."""
    by_key: dict[str, int] = {}
    for names in (_titles, _heads):
        for index, column in enumerate(grid.columns):
            for name in names(plan, grid.kind, column):
                by_key.setdefault(head_key(name), index)
    by_key.pop("", None)
    return by_key


def _titles(_plan: Plan, _kind: str, column: GridColumn) -> list[str]:
    return [column.title, column.key]


def _heads(plan: Plan, kind: str, column: GridColumn) -> list[str]:
    if column.show != "field":
        return [column.head]
    label = plan.template.field(kind, column.field).label
    return [column.head, column.field, *(label.spoken(language) for language in LANGUAGES)]


def _find_column(grid: PasteGrid, by_key: dict[str, int], names: ColumnNames, cell: str) -> int | None:
    """The column that a head names: by the grid's own names, else by what officers call the columns of their forms."""
    if (index := by_key.get(head_key(cell))) is not None:
        return index
    field, _colon, rest = names.field_of(cell).partition(":")
    if not field:
        return None
    for index, column in enumerate(grid.columns):
        if field == column.show and not rest:
            return index
        if field == column.field and rest in _tails(column, grid):
            return index
    return None


def _tails(column: GridColumn, grid: PasteGrid) -> tuple[str, ...]:
    """What may stand behind the field in the name of a column: its year; nothing, or the language of its text."""
    if column.year_be is not None:
        return (str(column.year_be),)
    return ("", grid.language) if column.type == "text" else ("",)


def _without_repeats(found: Sequence[int | None]) -> tuple[int | None, ...]:
    """Of two heads for one column the first counts."""
    return tuple(None if column in found[:place] else column for place, column in enumerate(found))
