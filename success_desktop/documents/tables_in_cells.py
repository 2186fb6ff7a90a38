"""Cells of a spreadsheet as they were read, and their text as a person sees it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from success_desktop.domain.calendar import BUDDHIST_OFFSET, FIRST_YEAR_BE
from success_desktop.domain.thai_typed import plain_text

Cell = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds. Blank is ""; numbers of Excel files are float; an Excel error such as #REF! is text."""


class SheetRow(NamedTuple):
    """One row that is not blank: its number as the spreadsheet shows it (from 1), and its cells from column A on."""

    number: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or a whole text file, without its blank rows."""

    name: str
    rows: tuple[SheetRow, ...]
    is_hidden: bool = False


def cell_text(cell: Cell) -> str:
    """The text of a cell without outer white space; lines end with a newline, days are written as day/month/year B.E.

    Control characters, which no document can print, are left out.
    """
    if isinstance(cell, str):
        return plain_text(cell).strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, date):
        return _day_text(cell)
    return str(cell)


def column_letter(index: int) -> str:
    """The name of a column: A for 0, AA for 26."""
    letters = ""
    left = index + 1
    while left:
        left, place = divmod(left - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _number_text(number: float) -> str:
    """A number with no exponent and, when it is whole, no decimal point. Not-a-number stays what it is called."""
    text = repr(number)
    if "e" in text:
        text = format(Decimal(text), "f")
    return text.removesuffix(".0")


def _day_text(day: date) -> str:
    """A day in the Buddhist Era. People also type Buddhist years into date cells: a year that can be one is one."""
    year_be = day.year if day.year >= FIRST_YEAR_BE else day.year + BUDDHIST_OFFSET
    return f"{day.day}/{day.month}/{year_be}"
