"""The tables of an outline as an Excel workbook: a sheet for each form, with real numbers, ready to print."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from success_desktop.documents.excel_cells import FormLooks, join_phrases, read_figure
from success_desktop.documents.excel_widths import TALLEST_ROW, fit_widths, row_points
from success_desktop.documents.outline_blocks import (
    BAR,
    DataRow,
    GroupRow,
    Outline,
    Paper,
    Phrase,
    Phrases,
    Section,
    Table,
    TableRow,
    TotalRow,
)
from success_desktop.documents.outline_heads import place_head
from success_desktop.documents.word_fonts import DEFAULT_FONT
from success_desktop.documents.word_xml import drop_forbidden

_MADE_AT = datetime(1980, 1, 1, tzinfo=UTC)
"""What the file says of its making, as every entry of its zip does: equal content makes equal bytes."""
_PAPERS: Mapping[Paper, int] = {"A4": 9, "F4": 14, "A3": 8}
"""Excel's numbers for sheets; 14 is Folio, which F4 is called there."""
_LONGEST_PROPERTY = 255
_LONGEST_SHEET_NAME = 31
_LONGEST_MARGIN = 254
"""Characters of a line at head or foot, its instructions counted."""
_ROOMS = (120, 60, 40, 24, 12, 0)
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_SIDE_INCHES = 8 / 25.4
_TOP_INCHES = 0.75


def write_excel(outline: Outline, path: Path, font: str = DEFAULT_FONT) -> None:
    """Write the tables of `outline` to `path`, which is overwritten. The same outline and font make the same bytes.

    What is no table is left out. Raises OSError when the disk does.
    """
    made = BytesIO()
    workbook = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties(
        {
            "title": drop_forbidden(outline.title.text)[:_LONGEST_PROPERTY],
            "keywords": outline.seal.payload[:_LONGEST_PROPERTY] if outline.seal else "",
            "created": _MADE_AT.replace(tzinfo=None),
        }
    )
    looks = FormLooks(workbook, font, has_thai_digits=outline.has_thai_digits)
    names: set[str] = set()
    for section in outline.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                name = _name_sheet(section, block, names)
                names.add(name.casefold())
                sheet = workbook.add_worksheet(name)
                if len(names) == 1 and outline.first_page > 1:
                    sheet.set_start_page(outline.first_page)
                _SheetWriter(sheet, block, looks).write(outline, section, font)
    if not names:
        workbook.add_worksheet()
    workbook.close()
    path.write_bytes(made.getvalue())


def _name_sheet(section: Section, table: Table, taken: set[str]) -> str:
    """A form's stamp, else its title; what is used already gets a number behind it."""
    phrase = next(iter((*section.stamp, *table.titles, *table.caption)), Phrase(table.form, ""))
    clean = " ".join(_FORBIDDEN_IN_NAMES.sub("-", drop_forbidden(phrase.text)).split())[:_LONGEST_SHEET_NAME]
    name, number = clean or table.form, 1
    while name.casefold() in taken:
        number += 1
        tail = f" ({number})"
        name = clean[: _LONGEST_SHEET_NAME - len(tail)] + tail
    return name


class _SheetWriter:
    """Writes one table into one sheet."""

    def __init__(self, sheet: Any, table: Table, looks: FormLooks) -> None:
        self._sheet = sheet
        self._table = table
        self._looks = looks
        self._widths = fit_widths(table)
        self._last = len(table.columns) - 1
        self._row = 0

    def write(self, outline: Outline, section: Section, font: str) -> None:
        """The titles, the head, the rows; then how the sheet is looked at and printed."""
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, width)
        for title in (*self._table.titles, *self._table.caption):
            self._across(title.text, "title")
        head = self._row
        self._head()
        for row in self._table.rows:
            self._write_row(row)
        self._set_up(section, outline.paper, head)
        self._set_margins(outline, section, font)

    def _write_row(self, row: TableRow) -> None:
        if isinstance(row, DataRow):
            self._data(row)
        elif isinstance(row, GroupRow):
            self._across("\n".join(_group_lines(row)), "group")
        else:
            self._total(row)

    def _across(self, text: str, look: str) -> None:
        """A text over the whole width."""
        self._fill(0, self._last + 1, drop_forbidden(text), self._looks[look])
        lines = row_points([(text, sum(self._widths))])
        self._sheet.set_row(self._row, min(lines, TALLEST_ROW))
        self._row += 1

    def _fill(self, place: int, span: int, value: str | float | None, look: Any, depth: int = 1) -> None:
        """A cell over `span` columns and `depth` rows, which begins in the present row."""
        if span * depth > 1:
            last_row, last_place = self._row + depth - 1, place + span - 1
            self._sheet.merge_range(self._row, place, last_row, last_place, "", look)
        if value is None or value == "":
            self._sheet.write_blank(self._row, place, None, look)
        elif isinstance(value, str):
            self._sheet.write_string(self._row, place, value, look)
        else:
            self._sheet.write_number(self._row, place, value, look)

    def _head(self) -> None:
        top = self._row
        for cell, row, place, span, depth in place_head(self._table):
            self._row = top + row
            self._fill(place, span, join_phrases(cell.phrases), self._looks["head"], depth)
        self._row = top + len(self._table.head)

    def _data(self, row: DataRow) -> None:
        """A row of values; one that is higher than Excel's highest goes over several rows, its cells merged."""
        texts = [join_phrases(phrases) for phrases in row.cells]
        points = row_points(list(zip(texts, self._widths, strict=True)))
        depth = max(1, -(-round(points) // TALLEST_ROW))
        for place, (phrases, text) in enumerate(zip(row.cells, texts, strict=True)):
            value, look = self._value(place, phrases, text)
            self._fill(place, 1, value, look, depth)
        if depth > 1:
            for offset in range(depth):
                self._sheet.set_row(self._row + offset, -(-points // depth))
        self._row += depth

    def _value(self, place: int, phrases: Phrases, text: str) -> tuple[str | float | None, Any]:
        """What goes into a cell of a row, and its look: numbers as numbers, a bar as a filled cell."""
        column = self._table.columns[place]
        is_bold = any(phrase.is_bold for phrase in phrases)
        if text == BAR:
            return text, self._looks["bar"]
        figure = read_figure(text) if column.align == "number" or column.source == "number" else None
        if figure is not None:
            return float(figure), self._looks.number(column.align, text, is_bold=is_bold)
        return text, self._looks.text(column.align, is_bold=is_bold)

    def _total(self, row: TotalRow) -> None:
        """A row of sums: figures as numbers in their columns, texts merged over theirs."""
        ground = "grand" if row.is_grand else "total"
        place = 0
        for phrases, span in row.cells:
            text = join_phrases(phrases)
            is_number = span == 1 and self._table.columns[place].align == "number"
            figure = read_figure(text) if is_number else None
            if figure is not None:
                self._fill(place, 1, float(figure), self._looks.sum(ground, text))
            else:
                self._fill(place, span, text, self._looks[f"{ground} {'right' if is_number else 'text'}"])
            place += span
        self._row += 1

    def _set_up(self, section: Section, paper: Paper, head: int) -> None:
        """How the sheet is looked at, and how it is printed: its head again on every page, as wide as the paper."""
        sheet, body = self._sheet, head + len(self._table.head)
        sheet.freeze_panes(body, min(2, self._last))
        sheet.set_paper(_PAPERS[paper])
        if section.orientation == "landscape":
            sheet.set_landscape()
        sheet.set_margins(left=_SIDE_INCHES, right=_SIDE_INCHES, top=_TOP_INCHES, bottom=_TOP_INCHES)
        sheet.repeat_rows(head, body - 1)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.print_area(0, 0, max(self._row - 1, head), self._last)

    def _set_margins(self, outline: Outline, section: Section, font: str) -> None:
        """The stamp above; below the seal, the plan's name and the page's number."""
        self._sheet.set_header(_shorten(lambda room: _write_head(outline, section, font, room)))
        self._sheet.set_footer(_shorten(lambda room: _write_foot(outline, font, room)))


def _write_head(outline: Outline, section: Section, font: str, room: int) -> str:
    stamp = "\n".join(_in_margin(phrase, room) for phrase in section.stamp)
    watermark = " ".join(_in_margin(phrase, room) for phrase in outline.watermark)
    style = f'&"{font},Bold"&14 '
    return (f"&C{style}{watermark}" if watermark else "") + f"&R{style}{stamp}"


def _write_foot(outline: Outline, font: str, room: int) -> str:
    """The seal, which names the plan, else the plan's title; and the page's number."""
    style = f'&"{font},Regular"&12 '
    if outline.seal is None:
        name = f"&C{style}{_in_margin(outline.title, room)}"
    else:
        words = "".join(_in_margin(phrase, room) for phrase in outline.seal.words[:1])
        name = f"&L{style}{words}\n{outline.seal.code}"
    return f"{name}&R{style}{_in_margin(outline.page_word, room)} &P"


def _shorten(write: Callable[[int], str]) -> str:
    """A line at head or foot whose texts are cut to so many characters that Excel takes it."""
    return next((line for room in _ROOMS if len(line := write(room)) <= _LONGEST_MARGIN), "")


def _in_margin(phrase: Phrase, room: int) -> str:
    """A phrase as the lines at head and foot take it: on one line, its ampersands doubled, at most `room` characters."""
    return " ".join(drop_forbidden(phrase.text).split())[:room].replace("&", "&&")


def _group_lines(row: GroupRow) -> Iterator[str]:
    for line in row.lines:
        yield "  ".join(filter(None, (line.label.phrase.text, line.value.mark, line.value.text)))
