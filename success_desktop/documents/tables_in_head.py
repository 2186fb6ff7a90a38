"""Finding the head of a project table, of one to three rows, and the columns that it names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from success_desktop.documents.tables_in_cells import Cell, Sheet, SheetRow, cell_text
from success_desktop.documents.tables_in_names import NAME, TOTAL, ColumnNames, budget_year

_TALLEST_HEAD = 3
_FEWEST_FIELDS = 3
_FEWEST_OWN_FIELDS = 2
_LONGEST_HEAD = 120

# What may stand in rows under a head that name nothing: the unit, the numbers of the columns.
_UNDER_HEAD = re.compile(r"\(?(?:หน่วย\s*:?\s*)?\(?(?:บาท|baht)\)?|\(\d{1,2}\)|\(?[๐-๙]{1,2}\)", re.IGNORECASE)
_OTHER_LANGUAGE = ((":en", ":th"), (":th", ":en"))
_LATIN_HEAD = re.compile(r"[\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column: its place (A is 0), the head that names it and its field (tables_in_names; "" for none)."""

    index: int
    text: str
    field: str


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a table: the numbers of its first and last row, and its columns from left to right."""

    first_row: int
    last_row: int
    columns: tuple[ColumnHead, ...]


def find_heads(
    sheet: Sheet, names: ColumnNames, mapping: Mapping[int, str] | None = None
) -> tuple[TableHead, ...]:
    """Every head of a table of projects in a sheet, from top to bottom; pages and groups often repeat it.

    A head names the projects and two fields more. `mapping` (column from 0 -> field) overrules what heads say; with it, a
    head must itself name two fields.
    """
    finder = _HeadFinder(sheet.rows, names, mapping or {})
    heads: list[TableHead] = []
    for place, row in enumerate(sheet.rows):
        if heads and row.number <= heads[-1].last_row:
            continue
        head = finder.best_head(place) if finder.can_begin(row) else None
        if head is not None:
            heads.append(_extend(head, sheet.rows[place + 1 :]))
    return tuple(heads)


class _HeadFinder:
    """Looks for heads in rows."""

    def __init__(self, rows: Sequence[SheetRow], names: ColumnNames, mapping: Mapping[int, str]) -> None:
        self._rows = rows
        self._names = names
        self._mapping = mapping
        self._has_name_mapped = any(map(_is_name, mapping.values()))

    def can_begin(self, row: SheetRow) -> bool:
        """Whether a row names the projects; any field, where the column of the projects is given by hand."""
        fields = filter(None, map(self._names.field_of, _short_texts(row.cells)))
        return any(fields) if self._has_name_mapped else any(map(_is_name, fields))

    def best_head(self, place: int) -> TableHead | None:
        """The head around a row: the fewest neighbouring rows that together name most fields."""
        best: tuple[int, TableHead | None] = (_FEWEST_FIELDS - 1, None)
        for window in self._windows(place):
            named = _name_columns(window, self._names)
            columns = _overrule(named, self._mapping)
            score = _count_fields(columns)
            is_head = (
                any(_is_name(column.field) for column in columns)
                and _count_fields(named) >= _FEWEST_OWN_FIELDS
            )
            if is_head and score > best[0]:
                best = score, TableHead(window[0].number, window[-1].number, columns)
        return best[1]

    def _windows(self, place: int) -> Iterator[Sequence[SheetRow]]:
        """Stretches of rows without a blank one between that hold the row at `place`, short ones first."""
        for height in range(1, _TALLEST_HEAD + 1):
            for start in range(place, max(place - height, -1), -1):
                window = self._rows[start : start + height]
                if len(window) == height and window[-1].number - window[0].number < height:
                    yield window


def _name_columns(window: Sequence[SheetRow], names: ColumnNames) -> tuple[ColumnHead, ...]:
    grid = _fill_spans([[cell_text(cell) for cell in row.cells] for row in window])
    columns: list[ColumnHead] = []
    for index in range(max(len(texts) for texts in grid)):
        pieces = [texts[index] for texts in grid if index < len(texts) and texts[index]]
        text = "\n".join(dict.fromkeys(pieces))
        if text:
            field = _field_of(pieces, names) if len(text) <= _LONGEST_HEAD else ""
            columns.append(ColumnHead(index, text, field))
    return _name_languages(list(_settle_rivals(columns)))


def _field_of(pieces: Sequence[str], names: ColumnNames) -> str:
    """The field of a head in pieces from top to bottom; the lowest may name it alone, but for a year or a sum."""
    if field := names.field_of("\n".join(dict.fromkeys(pieces))):
        return field
    lowest = names.field_of(pieces[-1])
    return "" if lowest == TOTAL or budget_year(lowest) is not None else lowest


def _fill_spans(grid: list[list[str]]) -> list[list[str]]:
    """Repeat a head that spans several columns (งบประมาณ over the years) over each blank cell that has a head below."""
    for upper, lower in pairwise(grid):
        upper.extend([""] * (len(lower) - len(upper)))
        for index in range(1, len(lower)):
            if not upper[index] and lower[index]:
                upper[index] = upper[index - 1]
    return grid


def _settle_rivals(columns: list[ColumnHead]) -> Iterator[ColumnHead]:
    """One column a field: beside a Thai head, an English one holds the English wording; further ones hold nothing."""
    thai_fields = {column.field for column in columns if not _LATIN_HEAD.fullmatch(column.text)}
    taken: set[str] = set()
    for column in columns:
        field = column.field
        if field in thai_fields and ":" not in field and _LATIN_HEAD.fullmatch(column.text):
            field = f"{field}:en"
        yield replace(column, field="" if field in taken else field)
        taken.add(field)


def _name_languages(columns: Sequence[ColumnHead]) -> tuple[ColumnHead, ...]:
    """Beside a column of one language the plain column of the same field is of the other."""
    fields = {column.field for column in columns}
    others = {
        f"{field[:-3]}": other for field in fields for tail, other in _OTHER_LANGUAGE if field.endswith(tail)
    }
    return tuple(
        replace(column, field=f"{column.field}{others[column.field]}")
        if column.field in others and f"{column.field}{others[column.field]}" not in fields
        else column
        for column in columns
    )


def _extend(head: TableHead, rows_below: Sequence[SheetRow]) -> TableHead:
    """The head with the rows right below it that hold units or the numbers of the columns."""
    last_row = head.last_row
    for row in rows_below:
        texts = [text for text in map(cell_text, row.cells) if text]
        if row.number <= last_row:
            continue
        if row.number > last_row + 1 or not (all(map(_UNDER_HEAD.fullmatch, texts)) or _is_counting(texts)):
            break
        last_row = row.number
    return replace(head, last_row=last_row)


def _is_counting(texts: Sequence[str]) -> bool:
    """Whether a row numbers the columns: 1, 2, 3, 4 and on."""
    return len(texts) > _FEWEST_FIELDS and [*texts] == [str(number) for number in range(1, len(texts) + 1)]


def _overrule(named: Sequence[ColumnHead], mapping: Mapping[int, str]) -> tuple[ColumnHead, ...]:
    """The columns, some mapped by hand; these push out others of the same fields, and may have no head at all."""
    given = set(mapping.values())
    columns = {
        column.index: replace(column, field="") if column.field in given else column for column in named
    }
    for index, field in mapping.items():
        columns[index] = ColumnHead(index, columns[index].text if index in columns else "", field)
    return tuple(columns[index] for index in sorted(columns))


def _is_name(field: str) -> bool:
    return field.partition(":")[0] == NAME


def _count_fields(columns: Sequence[ColumnHead]) -> int:
    return len({column.field for column in columns if column.field})


def _short_texts(cells: Sequence[Cell]) -> Iterator[str]:
    return (cell for cell in cells if isinstance(cell, str) and 0 < len(cell) <= _LONGEST_HEAD)
