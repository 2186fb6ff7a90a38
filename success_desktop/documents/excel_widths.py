"""How wide the columns of a form's sheet are, and how high its rows: figures are never cut, texts get the rest."""

import math
import unicodedata
from collections.abc import Iterable, Iterator

from success_desktop.documents.excel_cells import join_phrases
from success_desktop.documents.outline_blocks import DataRow, Table, TotalRow
from success_desktop.documents.outline_heads import list_head_texts
from success_desktop.domain.thai_words import words

LINE_POINTS = 22.0
"""The height of a line of a sheet."""

TALLEST_ROW = 400
"""Points; Excel knows rows up to 409."""

_WIDTH = 190.0
"""All columns together, in Excel's unit: about a digit of its usual font."""
_LEAST_WIDTH = 5.0
_FIGURE = 1.12
_LETTER = 0.95
_EDGES = 1.6
_LETTERS_PER_UNIT = 1.1
"""Letters of a text, marks not counted, that a unit holds: few, so that rows are rather too high than too low."""


def fit_widths(table: Table) -> tuple[float, ...]:
    """The width of each column: what its longest figure and the longest word of its head need, then the form's shares."""
    needs = [_LEAST_WIDTH] * len(table.columns)
    for place, letters in _needs(table):
        needs[place] = max(needs[place], letters + _EDGES)
    figures = [column.align != "text" for column in table.columns]
    room = _WIDTH - sum(need for need, is_figure in zip(needs, figures, strict=True) if is_figure)
    shares = sum(column.share for column in table.columns if column.align == "text") or 1.0
    return tuple(
        need if is_figure else max(need, room * column.share / shares)
        for column, need, is_figure in zip(table.columns, needs, figures, strict=True)
    )


def _needs(table: Table) -> Iterator[tuple[int, float]]:
    """Columns, and what they need for something that may not be cut."""
    for place, text in list_head_texts(table):
        yield place, max((count_letters(word) for word in words(text)), default=0) * _LETTER
    for place, text in _figures(table):
        yield place, len(text) * _FIGURE


def _figures(table: Table) -> Iterator[tuple[int, str]]:
    """The texts in columns of numbers, and in sums."""
    for row in table.rows:
        if isinstance(row, DataRow):
            yield from (
                (place, join_phrases(phrases))
                for place, phrases in enumerate(row.cells)
                if phrases and table.columns[place].align != "text"
            )
        elif isinstance(row, TotalRow):
            place = 0
            for phrases, span in row.cells:
                if span == 1 and table.columns[place].align == "number":
                    yield place, join_phrases(phrases)
                place += span


def row_points(cells: Iterable[tuple[str, float]]) -> float:
    """The height of a row of texts in columns of the widths given, in points."""
    lines = (
        sum(
            math.ceil(max(count_letters(paragraph), 1) / (width * _LETTERS_PER_UNIT))
            for paragraph in text.split("\n")
        )
        for text, width in cells
    )
    return max(lines, default=1) * LINE_POINTS


def count_letters(text: str) -> int:
    """The letters of a text that take room: not the marks above and below others."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
