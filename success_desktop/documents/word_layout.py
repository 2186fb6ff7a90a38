"""A rough layout of the pages, made before writing: column widths that hold their figures, and on which page headings fall.

Word lays the pages out itself; the page numbers estimated here fill the contents until someone updates them.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from success_desktop.documents.outline_blocks import (
    Block,
    DataRow,
    GroupRow,
    Heading,
    Outline,
    Paragraph,
    PartHeading,
    Passage,
    Phrase,
    Phrases,
    Picture,
    SideBySide,
    Table,
    TableRow,
    Titled,
    TotalRow,
)
from success_desktop.documents.outline_heads import place_head
from success_desktop.documents.sheets import Page, sheet_of
from success_desktop.documents.word_columns import CELL_PADDING, fit_columns, narrow_columns
from success_desktop.documents.word_fonts import line_height
from success_desktop.documents.word_pictures import png_height_mm
from success_desktop.documents.word_styles import BODY_POINTS, SMALL_TABLE_POINTS, TABLE_POINTS
from success_desktop.documents.word_xml import split_paragraphs

_LETTER_EM = 0.285
"""The average advance of a character of text, marks included, in TH Sarabun, as a share of the font's size."""
_BOLD_WIDTH = 1.04
_LOST_LETTERS = 3.5
"""What the end of a line leaves empty on average, because words are not broken."""
_ROW_EDGES = 3
"""Points that the lines and the empty edges of a row take."""
_AFTER_TABLE = 7.5
_HEADER_POINTS = 28.4 + 15
_FOOTER_POINTS = 22.7 + 30
"""Points from the edge of the paper to the inner edge of the lines that repeat on every page."""
HEAD_LEADING = 1.35
"""Lines of a head in its own size. Its height is said, since a cell that fills both rows does not make them taller."""
TALLEST_UNBROKEN_ROW = 8
"""Lines up to which a row may not be broken over two pages."""
_MOST_KEPT_LINES = 12
"""Lines of type that lines above a group may fill to be kept together whatever their level."""
_MOST_ORDINARY_COLUMNS = 5
_FIRST_LINE_LETTERS = 15
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How a table is set: its columns' widths in twips, whether in small type, the lines of its head and of each row.

    `percents` is how narrow the amounts of a column are set so that they fit; 100 is their natural width.
    """

    widths: tuple[int, ...]
    percents: tuple[int, ...]
    is_small: bool
    head_lines: int
    row_lines: tuple[int, ...]

    @property
    def points(self) -> float:
        """The size of its type."""
        return SMALL_TABLE_POINTS if self.is_small else TABLE_POINTS


@dataclass(slots=True)
class Layout:
    """What is known before writing: the tables in their order, and for each heading (parts included) its page from 1."""

    tables: list[TableLayout] = field(default_factory=list)
    heading_pages: list[int] = field(default_factory=list)


Fit = Callable[[Table, int, float], tuple[tuple[int, ...], tuple[int, ...]]]
"""Fits the columns of a table into a width (twips) at a size (points): the widths, and the percents of `TableLayout`."""


def fit_table(table: Table, width: int, points: float) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Columns as wide as the table itself needs them."""
    widths = fit_columns(table, width, points)
    return widths, narrow_columns(table, widths, points)


def table_points(table: Table) -> float:
    """The size of a table's type: a smaller one where it has many columns."""
    return SMALL_TABLE_POINTS if len(table.columns) > _MOST_ORDINARY_COLUMNS else TABLE_POINTS


def lay_out(outline: Outline, fit: Fit = fit_table) -> Layout:
    """Lay out the sections of an outline; the cover and the contents are not counted."""
    layout = Layout()
    page = outline.first_page - 1
    for section in outline.sections:
        sheet = sheet_of(section.orientation, section.margins, outline.paper)
        flow = _Flow(sheet, page + 1, len(section.stamp), layout.heading_pages)
        for block in section.blocks:
            _lay_out_block(block, flow, layout, fit)
        flow.add(0)
        page = flow.page
    return layout


class _Flow:
    """Fills the pages of a section from the top, in points, and notes on which page each heading falls."""

    def __init__(self, sheet: Page, page: int, stamp_lines: int, heading_pages: list[int]) -> None:
        self.sheet = sheet
        self.page = page
        header = _HEADER_POINTS + stamp_lines * line_height(TABLE_POINTS)
        self._height = (
            sheet.height / 20 - max(header, sheet.top / 20) - max(_FOOTER_POINTS, sheet.bottom / 20)
        )
        self._used = 0.0
        self._kept = 0.0
        self._heading_pages = heading_pages
        self._waiting_headings = 0

    def keep(self, points: float, headings: int = 0) -> None:
        """Something that high stands on the page of whatever comes next."""
        self._kept += points
        self._waiting_headings += headings

    def add(self, points: float, first: float | None = None, repeated: float = 0) -> None:
        """Place something that high, of which at least `first` (all, when None) must be on the page where it begins.

        `repeated` stands again at the top of every page after.
        """
        beginning = self._kept + (points if first is None else first)
        if self._used and self._used + beginning > self._height:
            self.page += 1
            self._used = repeated if not self._kept else 0.0
        self._heading_pages.extend([self.page] * self._waiting_headings)
        self._used += self._kept + points
        self._kept, self._waiting_headings = 0.0, 0
        while self._used > self._height > repeated:
            self.page += 1
            self._used += repeated - self._height


def _lay_out_block(block: Block, flow: _Flow, layout: Layout, fit: Fit) -> None:
    if isinstance(block, PartHeading):
        flow.keep(line_height(22) + 14 + (len(block.titles) - 1) * (line_height(18) + 14), headings=1)
    elif isinstance(block, Heading):
        _lay_out_heading(block, flow)
    elif isinstance(block, Passage):
        if block.label.phrase.text and not block.is_inline:
            flow.keep(line_height(BODY_POINTS) + 4)
        _lay_out_text(block.value, flow, indent=0 if block.is_inline else _FIRST_LINE_LETTERS)
    elif isinstance(block, SideBySide):
        room = _letters_of(flow.sheet.text_width // 2 - CELL_PADDING, TABLE_POINTS)
        for pair in block.pairs:
            flow.add(line_height(TABLE_POINTS) + _ROW_EDGES)
            lines = max(_lines(side.value.text, room) for side in pair)
            flow.add(lines * line_height(TABLE_POINTS) + _ROW_EDGES, first=line_height(TABLE_POINTS))
        flow.add(_AFTER_TABLE)
    elif isinstance(block, Table):
        _lay_out_table(block, flow, layout, fit)
    else:
        _lay_out_letter(block, flow)


def _lay_out_heading(heading: Heading, flow: _Flow) -> None:
    first, *others = heading.lines
    points, edges = {2: (18, 18), 3: (17, 13)}.get(heading.level, (16, 10))
    flow.keep(_heading_lines(first, flow, points) * line_height(points) + edges, headings=1)
    for line in others:
        flow.keep(_heading_lines(line, flow, 15) * line_height(15) + 4)


def _heading_lines(line: Titled, flow: _Flow, points: float) -> int:
    room = _letters_of(flow.sheet.text_width, points * _BOLD_WIDTH)
    return _lines(f"{line.label.phrase.text}  {line.value.text}", room)


def _lay_out_text(phrase: Phrase, flow: _Flow, indent: int) -> None:
    """Paragraphs of the body. Two lines of each stay together at the foot of a page."""
    room, height = _letters_of(flow.sheet.text_width, BODY_POINTS), line_height(BODY_POINTS)
    for paragraph in split_paragraphs(phrase.text):
        lines = _lines(paragraph, room, indent)
        flow.add(lines * height + 4 if paragraph else line_height(4), first=min(lines, 2) * height)


def _lay_out_letter(block: Paragraph | Picture, flow: _Flow) -> None:
    if isinstance(block, Picture):
        flow.add(png_height_mm(block.png, block.width_mm) * _POINTS_PER_MM)
    else:
        text = "".join(run.text for run in block.runs)
        _lay_out_text(Phrase(text, ""), flow, indent=_FIRST_LINE_LETTERS if block.style == "body" else 0)


def _lay_out_table(table: Table, flow: _Flow, layout: Layout, fit: Fit) -> None:
    points = table_points(table)
    is_small = points == SMALL_TABLE_POINTS
    height = line_height(points)
    widths, percents = fit(table, flow.sheet.text_width, points)
    rooms = {
        place: _letters_of(widths[place] - CELL_PADDING, points)
        for place, column in enumerate(table.columns)
        if column.align != "number"
    }
    row_lines = tuple(_row_lines(row, rooms, _letters_of(sum(widths), points)) for row in table.rows)
    head_lines = _head_lines(table, widths, points)
    layout.tables.append(TableLayout(widths, percents, is_small, head_lines, row_lines))
    head = head_lines * points * HEAD_LEADING
    flow.keep(len(table.titles) * (line_height(BODY_POINTS) + 2))
    flow.keep(len(table.caption) * (line_height(TABLE_POINTS + 1) + 8) + head)
    for row, following, lines in zip(table.rows, (*table.rows[1:], None), row_lines, strict=True):
        if is_kept_with(row, following):
            flow.keep(lines * height + _ROW_EDGES)
        else:
            first = height if lines > TALLEST_UNBROKEN_ROW else None
            flow.add(lines * height + _ROW_EDGES, first, head)
    flow.add(_AFTER_TABLE)


def list_kept(rows: Sequence[TableRow], row_lines: Sequence[int]) -> list[bool]:
    """For each row of a table whether Word is to keep it on the page of the next; `row_lines` is how high each one is.

    The last row of a group stays with the sums below it. Lines above a group that fill much of a page together may part
    between two of one level: Word would otherwise leave the titles above them alone on a page.
    """
    kept = [
        isinstance(following, TotalRow) or is_kept_with(row, following)
        for row, following in zip(rows, (*rows[1:], None), strict=True)
    ]
    levels = [row.level if isinstance(row, GroupRow) else None for row in rows]
    for is_above, run in groupby(range(len(rows)), key=lambda place: levels[place] is not None):
        places = list(run)
        if is_above and sum(row_lines[place] for place in places) > _MOST_KEPT_LINES:
            for place, below in pairwise(places):
                kept[place] = kept[place] and levels[place] != levels[below]
    return kept


def is_kept_with(row: TableRow, following: TableRow | None) -> bool:
    """Whether a row must be on the page of the next: lines above a group with its first row, any row with its note."""
    if following is None:
        return False
    is_above_group = isinstance(row, GroupRow) and not row.is_note
    return is_above_group or (isinstance(following, GroupRow) and following.is_note)


def _head_lines(table: Table, widths: tuple[int, ...], points: float) -> int:
    """The lines of a head, of all its rows together."""
    rows = len(table.head)
    by_row, whole = [1] * rows, 1
    for cell, row, place, span, depth in place_head(table):
        room = _letters_of(sum(widths[place : place + span]) - CELL_PADDING, points * _BOLD_WIDTH)
        lines = _cell_lines(cell.phrases, room)
        if depth == 1:
            by_row[row] = max(by_row[row], lines)
        else:
            whole = max(whole, lines + sum(by_row[:row]))
    return max(whole, sum(by_row))


def _row_lines(row: TableRow, rooms: dict[int, float], whole_room: float) -> int:
    if isinstance(row, DataRow):
        return max([_cell_lines(row.cells[place], room) for place, room in rooms.items()], default=1)
    if isinstance(row, GroupRow):
        return sum(
            _lines(f"{line.label.phrase.text}  {line.value.text}", whole_room / _BOLD_WIDTH)
            for line in row.lines
        )
    return max(len(phrases) for phrases, _span in row.cells)


def _cell_lines(phrases: Phrases, room: float) -> int:
    return sum([_lines(phrase.text, room) for phrase in phrases]) if phrases else 1


def _letters_of(width: float, points: float) -> float:
    """The letters for which a line of `width` twips has room."""
    return max(width / (20 * points * _LETTER_EM), _LOST_LETTERS + 1)


def _lines(text: str, room: float, indent: int = 0) -> int:
    """The lines that a text takes where each has `room` letters, `indent` fewer in the first of a paragraph."""
    if "\n" in text:
        return sum(_lines(paragraph, room, indent) for paragraph in split_paragraphs(text))
    return max(math.ceil((len(text) + indent - _LOST_LETTERS) / (room - _LOST_LETTERS)), 1)
