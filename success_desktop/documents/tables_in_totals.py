"""Reading typed summaries (ผ.01) off spreadsheets: for each line how many projects and how much money, year by year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from success_desktop.documents.tables_in_cells import Sheet, SheetRow, cell_text
from success_desktop.documents.tables_in_names import head_key
from success_desktop.domain.amounts import parse_baht
from success_desktop.domain.calendar import parse_year
from success_desktop.domain.forms.typed_totals import TypedFigure, TypedLine, What
from success_desktop.errors import UserError

_LONGEST_HEAD = 60
_YEAR = re.compile(r"(?:งบประมาณ|ปี|พศ|fy|year)*(25\d\d|20\d\d)(?!\d)")
"""A head that names a year; 2,020,000 baht in a line is none."""

_ALL = re.compile(r"รวม|total|all")
_COUNT = re.compile(r"จำนวน|projects?$|number")
_BAHT = re.compile(r"งบ|บาท|เงิน|baht|budget|amount")


@dataclass(frozen=True, slots=True)
class TypedSummary:
    """A typed summary: the sheet, its lines from top to bottom, and cells that hold no figure, as (row, text)."""

    sheet: str
    lines: tuple[TypedLine, ...]
    unread: tuple[tuple[int, str], ...]


def read_typed_summary(sheets: Iterable[Sheet]) -> TypedSummary | None:
    """The longest typed summary of a file; None when no sheet that is shown has a head of years over counts and baht."""
    found = (_read(sheet) for sheet in sheets if not sheet.is_hidden)
    return max((summary for summary in found if summary.lines), key=lambda one: len(one.lines), default=None)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a column holds: counts or baht, of one fiscal year (Buddhist Era) or, for None, over all."""

    year_be: int | None
    what: What


@dataclass(slots=True)
class _Reading:
    """A sheet as far as it has been read. `places` are the columns of the head last met."""

    places: dict[int, _Place] = field(default_factory=dict)
    lines: list[TypedLine] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)
    last_head_row: int = 0

    def take(self, row: SheetRow) -> None:
        """Read a row below a head. A row without a label says nothing."""
        if not self.places or row.number <= self.last_head_row:
            return
        label = " ".join(filter(None, map(cell_text, row.cells[: min(self.places)])))
        if not label or label.isdecimal():
            return
        texts = {index: cell_text(cell) for index, cell in enumerate(row.cells) if index in self.places}
        is_blank = not any(texts.values())
        figures: dict[int | None, dict[What, Decimal | None]] = {}
        for index, place in self.places.items():
            amount = None if is_blank else self._amount(row.number, texts.get(index, ""))
            figures.setdefault(place.year_be, {})[place.what] = amount
        pairs = {year_be: TypedFigure(**found) for year_be, found in figures.items()}
        by_year = {year_be: pair for year_be, pair in pairs.items() if year_be is not None}
        self.lines.append(TypedLine(row.number, label, by_year, pairs.get(None, TypedFigure())))

    def _amount(self, row: int, text: str) -> Decimal | None:
        """A figure; nought for a blank, None for what is no figure."""
        try:
            return parse_baht(text) or Decimal(0)
        except UserError:
            self.unread.append((row, text))
            return None


def _read(sheet: Sheet) -> TypedSummary:
    reading = _Reading()
    for place, row in enumerate(sheet.rows):
        below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
        places, height = _read_head(row, below)
        if places:
            reading.places, reading.last_head_row = places, row.number + height
        reading.take(row)
    return TypedSummary(sheet.name, tuple(reading.lines), tuple(reading.unread))


def _read_head(row: SheetRow, below: SheetRow | None) -> tuple[dict[int, _Place], int]:
    """The columns that a row names as the head of a summary, and how many rows more the head has; none when it is none.

    The years may stand over pairs of columns, or in the same cell as what the column holds.
    """
    own = _head_keys(row)
    years = dict(_spread_years(own))
    lower = _head_keys(below) if below is not None and below.number == row.number + 1 else {}
    kinds = {index: what for index in lower if (what := _what(lower[index]))}
    if len(set(filter(None, years.values()))) < (1 if kinds or any(map(_what, own.values())) else 2):
        return {}, 0
    if kinds:
        spread = dict(_spread_years(own, max(kinds)))
        return {index: _Place(spread[index], what) for index, what in kinds.items() if index in spread}, 1
    return {
        index: _Place(year, _what(own[index]) or "baht") for index, year in years.items() if index in own
    }, 0


def _head_keys(row: SheetRow) -> dict[int, str]:
    texts = ((index, cell_text(cell)) for index, cell in enumerate(row.cells))
    return {index: head_key(text) for index, text in texts if text and len(text) <= _LONGEST_HEAD}


def _spread_years(keys: dict[int, str], last: int = -1) -> Iterator[tuple[int, int | None]]:
    """The year of each column from the first that names one on; a head over several columns counts for all of them."""
    current: int | None = None
    is_within = False
    for index in range(max((last, *keys)) + 1 if keys else 0):
        if key := keys.get(index, ""):
            year = _YEAR.match(key)
            current = parse_year(year[1]) if year else None
            is_within = bool(year) or (is_within and bool(_ALL.match(key)))
        if is_within:
            yield index, current


def _what(key: str) -> What | None:
    if _COUNT.search(key):
        return "count"
    return "baht" if _BAHT.search(key) else None
