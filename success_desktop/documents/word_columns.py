"""The widths of a table's columns and figures: sums of ten digits fit, and what they do not need goes to the texts."""

import re
import unicodedata
from collections.abc import Iterable

from success_desktop.documents.outline_blocks import DataRow, Phrases, Table, TotalRow
from success_desktop.documents.outline_heads import list_head_texts
from success_desktop.documents.pdf.breaks import cut

CELL_PADDING = 150
"""Twips of a column that hold no text."""

_FIGURE_EM = 0.39
_THAI_FIGURE_EM = 0.5
_SIGN_EM = 0.2
"""Advances of bold figures and of commas and points in TH Sarabun, and a little more, as shares of the font's size."""
_LETTER_EM = 0.4
"""A generous advance of the letters of a word that may not be broken."""
_NARROWEST_PERCENT = 80
"""Columns are wide enough for their sums set this narrow; single amounts need no narrowing."""
_LEAST_WIDTH = 540
_LONGEST_WORD = 15
_ROOM_AROUND_FIGURES = 1.2
_YEAR_MARK = ":"
_THAI_FIGURES = frozenset("๐๑๒๓๔๕๖๗๘๙")
_UNBROKEN = re.compile(r"[!-~–]{3,}")
_UNBROKEN_WORD = re.compile(r"[!-.0-~–]{3,}")


def figures_width(text: str, points: float) -> float:
    """The twips that an amount takes in bold type of `points`."""
    ems = sum(
        _SIGN_EM if sign in ",." else _FIGURE_EM if sign.isascii() else _THAI_FIGURE_EM for sign in text
    )
    return ems * points * 20


def narrowing(text: str, width: int, points: float) -> int:
    """The percentage of their natural width, at most 100, at which the figures of `text` fit a column of `width` twips."""
    natural = figures_width(text, points)
    room = max(width - CELL_PADDING, 0)
    return 100 if natural <= room else max(int(100 * room / natural), 1)


def narrow_columns(table: Table, widths: tuple[int, ...], points: float) -> tuple[int, ...]:
    """For each column the percentage of its natural width at which its longest amount fits; 100 for columns of text."""
    rows = [row.cells for row in table.rows if isinstance(row, DataRow)]
    percents = []
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        amounts = [cells[place][0].text for cells in rows if cells[place]] if column.align == "number" else []
        percents.append(narrowing(max(amounts, key=len, default=""), width, points))
    return tuple(percents)


def fit_columns(table: Table, width: int, points: float) -> tuple[int, ...]:
    """Widths in twips that fill `width`: the form's shares, bent so that no figure and no Latin word is cut."""
    needs = least_widths(table, points)
    if sum(needs) >= width:
        return _rounded([need * width / sum(needs) for need in needs], width)
    wished = _wished_widths(table, needs, width)
    excess = sum(wished) - width
    spare = [wish - need for wish, need in zip(wished, needs, strict=True)]
    total_spare = sum(spare) or 1
    return _rounded(
        [wish - excess * room / total_spare for wish, room in zip(wished, spare, strict=True)], width
    )


def _wished_widths(table: Table, needs: list[float], width: int) -> list[float]:
    """The form's shares of `width`, except that columns of years take little more than they need and leave it to text."""
    shares = [column.share for column in table.columns]
    whole = sum(shares)
    wished = [share * width / whole for share in shares]
    texts = [place for place, column in enumerate(table.columns) if column.align == "text"]
    years = [place for place, column in enumerate(table.columns) if _YEAR_MARK in column.source]
    for place in years if texts else ():
        wished[place] = min(wished[place], needs[place] * _ROOM_AROUND_FIGURES)
    left = width - sum(wished)
    for place in texts:
        wished[place] += left * shares[place] / sum(shares[text] for text in texts)
    return [max(wish, need) for wish, need in zip(wished, needs, strict=True)]


def _rounded(widths: list[float], total: int) -> tuple[int, ...]:
    """Whole twips; the widest column takes what rounding leaves."""
    whole = [int(width) for width in widths]
    whole[whole.index(max(whole))] += total - sum(whole)
    return tuple(whole)


def least_widths(table: Table, points: float) -> list[float]:
    """What each column needs for what may not be broken; columns of one field, in different years, need the same."""
    heads = _head_words(table)
    sums = _by_column(row.cells for row in table.rows if isinstance(row, TotalRow))
    needs = []
    for place, (column, texts) in enumerate(zip(table.columns, _column_texts(table), strict=True)):
        letters = 0
        if column.align == "number":
            amount, total = max(texts, key=len, default=""), max(sums.get(place, [""]), key=len)
            narrow = figures_width(total, points) * _NARROWEST_PERCENT / 100
            need = max(figures_width(amount, points), narrow)
        else:
            pattern = _UNBROKEN if column.align == "centre" else _UNBROKEN_WORD
            need, letters = 0.0, _longest_word(texts, pattern)
        ems = max(heads.get(place, 0.0), letters * _LETTER_EM)
        needs.append(max(need, ems * points * 20))
    fields = [column.source.partition(_YEAR_MARK)[0] for column in table.columns]
    widest = {
        field: max(need for need, of in zip(needs, fields, strict=True) if of == field) for field in fields
    }
    return [max(_LEAST_WIDTH, widest[field] + CELL_PADDING) for field in fields]


def _head_words(table: Table) -> dict[int, float]:
    """The width of what no line may part in the head above each column alone, as shares of the font's size."""
    widest: dict[int, float] = {}
    for place, text in list_head_texts(table):
        for unit in cut(text):
            ems = min(_width_of_word(unit.strip()), _LONGEST_WORD * _LETTER_EM)
            widest[place] = max(widest.get(place, 0.0), ems)
    return widest


def _width_of_word(word: str) -> float:
    """A generous width in bold type; marks above and below take none."""
    return sum(
        _THAI_FIGURE_EM if letter in _THAI_FIGURES else _LETTER_EM
        for letter in word
        if unicodedata.category(letter) != "Mn"
    )


def _longest_word(texts: Iterable[str], pattern: re.Pattern[str]) -> int:
    """The letters of the longest stretch that may not be broken."""
    return min(max(map(len, pattern.findall("\n".join(texts))), default=0), _LONGEST_WORD)


def _column_texts(table: Table) -> list[list[str]]:
    """What stands in the rows of each column."""
    columns = zip(*(row.cells for row in table.rows if isinstance(row, DataRow)), strict=True)
    texts = [[phrase.text for phrases in column for phrase in phrases] for column in columns]
    return texts or [[] for _column in table.columns]


def _by_column(rows: Iterable[Iterable[tuple[Phrases, int]]]) -> dict[int, list[str]]:
    """What stands in single columns of rows whose cells may span several; by the column's place."""
    texts: dict[int, list[str]] = {}
    for cells in rows:
        place = 0
        for phrases, span in cells:
            if span == 1:
                texts.setdefault(place, []).extend(phrase.text for phrase in phrases)
            place += span
    return texts
