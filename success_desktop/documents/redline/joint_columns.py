"""Columns that fit the tables of two documents alike, so that a row that stays is the same XML in both."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from success_desktop.documents.outline_blocks import (
    Column,
    DataRow,
    HeadCell,
    Outline,
    Table,
    TableRow,
    TotalRow,
)
from success_desktop.documents.outline_passages import list_rows, list_tables
from success_desktop.documents.word_columns import CELL_PADDING, figures_width, least_widths
from success_desktop.documents.word_layout import fit_table

_Fitted = tuple[tuple[int, ...], tuple[int, ...]]

_STEP = "."
_MOST_TAKEN = 0.15
"""The share of the columns of text that may go to figures that are replaced."""


class _Look(NamedTuple):
    """What tables must have in common to be set alike."""

    form: str
    columns: tuple[Column, ...]
    head: tuple[tuple[HeadCell, ...], ...]


class JointColumns:
    """Fits the columns of tables of one form to the rows of all of them, in the old document and in the new one.

    Columns whose figures (amounts, numbers of rows) are replaced are as wide as the old and the new ones side by side, as
    long as the texts keep most of their room: Word would break the two, which no space parts, in the middle of a figure.
    """

    def __init__(self, old: Outline, new: Outline) -> None:
        self._rows: dict[_Look, list[TableRow]] = {}
        self._replaced: dict[_Look, dict[int, str]] = {}
        self._fitted: dict[tuple[int, float, _Look], _Fitted] = {}
        for outline in (old, new):
            for table in list_tables(outline):
                self._rows.setdefault(_look_of(table), []).extend(table.rows)
        for look, was, now in (*_pair_rows(old, new), *_pair_sums(old, new)):
            self._note_replaced(look, was, now)

    def fit(self, table: Table, width: int, points: float) -> _Fitted:
        """The widths of `table`'s columns in `width` (twips) at `points`, and how narrow its amounts are set (percents)."""
        look = _look_of(table)
        key = (width, points, look)
        if key not in self._fitted:
            joint = replace(table, rows=tuple(self._rows[look]))
            widths, percents = fit_table(joint, width, points)
            needs = {
                place: math.ceil(figures_width(text, points)) + CELL_PADDING
                for place, text in self._replaced.get(look, {}).items()
            }
            spare = _spare_of_texts(joint, widths, points) if needs else {}
            self._fitted[key] = _widen(widths, needs, spare), percents
        return self._fitted[key]

    def _note_replaced(self, look: _Look, was: TableRow, now: TableRow) -> None:
        """Remember for each column of figures the longest pair of old and new ones."""
        if was == now:
            return
        longest = self._replaced.setdefault(look, {})
        before = _figures(was, look.columns)
        for place, text in _figures(now, look.columns).items():
            if before.get(place, text) != text:
                longest[place] = max(longest.get(place, ""), _side_by_side(before[place], text), key=len)


def _look_of(table: Table) -> _Look:
    return _Look(table.form, table.columns, table.head)


def _pair_rows(old: Outline, new: Outline) -> Iterator[tuple[_Look, TableRow, TableRow]]:
    """The rows of nodes that stand in tables set alike in both documents."""
    known = {
        row.anchor.name: (_look_of(table), row) for table in list_tables(old) for row in list_rows(table)
    }
    for table in list_tables(new):
        look = _look_of(table)
        for row in list_rows(table):
            old_look, was = known.get(row.anchor.name, (None, row))
            if old_look == look:
                yield look, was, row


def _pair_sums(old: Outline, new: Outline) -> Iterator[tuple[_Look, TableRow, TableRow]]:
    """The sums of tables set alike, in their order, where both documents have as many."""
    before, after = _list_sums(old), _list_sums(new)
    for look, sums in after.items():
        known = before.get(look, [])
        if len(known) == len(sums):
            yield from ((look, was, now) for was, now in zip(known, sums, strict=True))


def _list_sums(outline: Outline) -> dict[_Look, list[TotalRow]]:
    sums: dict[_Look, list[TotalRow]] = {}
    for table in list_tables(outline):
        sums.setdefault(_look_of(table), []).extend(row for row in table.rows if isinstance(row, TotalRow))
    return sums


def _figures(row: TableRow, columns: tuple[Column, ...]) -> dict[int, str]:
    """The amounts of a row and its number, such as 1.1.3, by the places of their columns."""
    figures: dict[int, str] = {}
    place = 0
    cells = ((cell, 1) for cell in row.cells) if isinstance(row, DataRow) else ()
    for phrases, span in row.cells if isinstance(row, TotalRow) else cells:
        if phrases and span == 1 and _holds_figures(columns[place], phrases[0].text):
            figures[place] = phrases[0].text
        place += span
    return figures


def _holds_figures(column: Column, text: str) -> bool:
    return column.align == "number" or (column.align == "centre" and text.replace(_STEP, "").isdigit())


def _side_by_side(was: str, now: str) -> str:
    """The old and the new figures as the redline shows them; of the number of a row only the last step may differ."""
    before, _step, _last = was.rpartition(_STEP)
    above, _step, last = now.rpartition(_STEP)
    return was + (last if above and above == before else now)


def _spare_of_texts(table: Table, widths: tuple[int, ...], points: float) -> dict[int, int]:
    """What each column of text can do without (twips): a share of its width, as long as no word is cut."""
    return {
        place: max(min(int(width * _MOST_TAKEN), int(width - need)), 0)
        for place, (column, width, need) in enumerate(
            zip(table.columns, widths, least_widths(table, points), strict=True)
        )
        if column.align == "text"
    }


def _widen(widths: tuple[int, ...], needs: Mapping[int, int], spare: Mapping[int, int]) -> tuple[int, ...]:
    """Give columns what they need, the least wanting first, out of what others can spare; the rest stay as they are."""
    wider = list(widths)
    room = sum(spare.values())
    taken = 0
    for place in sorted(needs, key=lambda place: needs[place] - widths[place]):
        missing = needs[place] - widths[place]
        if 0 < missing <= room - taken:
            wider[place] += missing
            taken += missing
    for place, width in spare.items():
        share = -(-taken * width // room) if room else 0
        wider[place] -= share
        taken, room = taken - share, room - width
    return tuple(wider)
