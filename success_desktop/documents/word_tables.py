"""Tables in Word: fixed widths, heads that repeat on every page, rows written as text one after the other."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from operator import attrgetter

from success_desktop.documents.outline_blocks import (
    BAR,
    Column,
    DataRow,
    GroupRow,
    Phrases,
    SideBySide,
    Table,
    TableRow,
    Titled,
    TotalRow,
)
from success_desktop.documents.outline_heads import PlacedHead, place_head
from success_desktop.documents.word_columns import narrowing
from success_desktop.documents.word_layout import (
    HEAD_LEADING,
    TALLEST_UNBROKEN_ROW,
    TableLayout,
    list_kept,
)
from success_desktop.documents.word_xml import (
    Marker,
    escape,
    run_style,
    split_paragraphs,
    write_paragraph,
    write_run,
    write_value,
    write_width,
)

_HEAD_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E6EEED"/>'
_GROUP_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F4F7F7"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_MERGE_START, _MERGE_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_LINE_BREAK = "<w:r><w:br/></w:r>"
_GROUP_INDENT = 200
_CLOSING = "</w:t></w:r></w:p></w:tc>"
_PLAIN = ("", (), False)
"""Mark, pieces and weight of a phrase that is one run of ordinary type."""
_PARAGRAPH_STYLE = re.compile("<w:pStyle [^>]*/>")
_place = attrgetter("place")


class TableWriter:
    """Writes one table of the outline, piece by piece, so that thousands of rows never lie in memory as XML."""

    def __init__(self, table: Table, layout: TableLayout, marker: Marker) -> None:
        self._table = table
        self._widths = layout.widths
        self._row_lines = layout.row_lines
        self._head_height = round(layout.head_lines * layout.points * HEAD_LEADING * 20)
        self._marker = marker
        self._suffix = "Small" if layout.is_small else ""
        self._points = layout.points
        height = f'<w:trHeight w:val="{table.row_height}" w:hRule="atLeast"/>' if table.row_height else ""
        self._whole_row = f"<w:trPr><w:cantSplit/>{height}</w:trPr>"
        self._tall_row = f"<w:trPr>{height}</w:trPr>" if height else ""
        self._percents = layout.percents
        self._styles = [self._cell_style(column) for column in table.columns]
        self._openings = [
            {language: self._open_cell(place, language, percent) for language in ("", "th", "en")}
            for place, percent in enumerate(layout.percents)
        ]

    def write(self) -> Iterator[str]:
        """The table's XML in pieces: beginning with its head, then row after row, then its end."""
        yield open_table(self._widths)
        yield self._head()
        rows = self._table.rows
        for row, is_kept, lines in zip(rows, list_kept(rows, self._row_lines), self._row_lines, strict=True):
            written = self._row(row, lines, is_kept=is_kept)
            yield written if isinstance(row, GroupRow) or not is_kept else _keep(written)
        yield "</w:tbl>"

    def _cell_style(self, column: Column) -> str:
        """The paragraph style of a column's cells; "" where each phrase brings that of its language."""
        align = {"centre": "CellCentre", "number": "CellNumber", "text": ""}[column.align]
        return f"{align}{self._suffix}" if align else ""

    def _head(self) -> str:
        placed = place_head(self._table)
        return "".join(
            self._head_row(
                number, sorted((one for one in placed if one.row <= number < one.row + one.depth), key=_place)
            )
            for number in range(len(self._table.head))
        )

    def _head_row(self, number: int, cells: Iterable[PlacedHead]) -> str:
        """A row of the head: its own cells, and those that reach down into it from above."""
        row = []
        for cell, top, place, span, depth in cells:
            merge = "" if depth == 1 else _MERGE_START if top == number else _MERGE_ON
            row.append(
                write_cell(
                    sum(self._widths[place : place + span]),
                    self._head_paragraphs(cell.phrases if top == number else ()),
                    span=span,
                    properties=merge + _HEAD_SHADE + _MIDDLE,
                )
            )
        height = f'<w:trHeight w:val="{self._head_height // len(self._table.head)}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{''.join(row)}</w:tr>"

    def _head_paragraphs(self, phrases: Phrases) -> str:
        if not phrases:
            return write_paragraph(f"HeadThai{self._suffix}", "")
        return "".join(
            write_value(phrase, f"{'HeadEnglish' if phrase.language == 'en' else 'HeadThai'}{self._suffix}")
            for phrase in phrases
        )

    def _row(self, row: TableRow, lines: int, *, is_kept: bool) -> str:
        if isinstance(row, DataRow):
            return self._data_row(row, lines)
        return self._group_row(row, is_kept=is_kept) if isinstance(row, GroupRow) else self._total_row(row)

    def _data_row(self, row: DataRow, lines: int) -> str:
        """A row of values. It may break over two pages only when it is tall."""
        whole = self._tall_row if lines > TALLEST_UNBROKEN_ROW else self._whole_row
        first, *others = row.cells
        cells = [self._cell(place, phrases) for place, phrases in enumerate(others, start=1)]
        return f"<w:tr>{whole}{self._first_cell(first, row.anchor.name)}{''.join(cells)}</w:tr>"

    def _cell(self, place: int, phrases: Phrases) -> str:
        """A cell; most hold one phrase that is one run of text, and are written in one go."""
        if len(phrases) == 1:
            (phrase,) = phrases
            if phrase.text == BAR:
                return write_cell(
                    self._widths[place], write_value(phrase, f"CellBar{self._suffix}"), properties=_MIDDLE
                )
            if phrase[2:] == _PLAIN and phrase.text.isprintable():
                return f"{self._openings[place][phrase.language]}{escape(phrase.text)}{_CLOSING}"
        percent = self._percents[place]
        paragraphs = self._cell_paragraphs(self._styles[place], phrases, percent=percent)
        return f"{self._bare_cell(place)}{paragraphs}</w:tc>"

    def _bare_cell(self, place: int) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{self._widths[place]}" w:type="dxa"/></w:tcPr>'

    def _first_cell(self, phrases: Phrases, anchor: str) -> str:
        """The cell with the row's bookmark, which surrounds the row's number or stands before a value."""
        style = self._styles[0]
        if self._table.columns[0].source == "number":
            text = "".join(write_run(phrase.text, run_style(phrase)) for phrase in phrases)
            return f"{self._bare_cell(0)}{write_paragraph(style, self._marker.mark(anchor, text))}</w:tc>"
        lead = self._marker.mark(anchor, "")
        return f"{self._bare_cell(0)}{self._cell_paragraphs(style, phrases, lead)}</w:tc>"

    def _open_cell(self, place: int, language: str, percent: int) -> str:
        """The XML of a cell before the text of its only run, for texts of a language ("" for what has none)."""
        style = self._styles[place] or self._language_style(language)
        return (
            f'{self._bare_cell(place)}<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f'<w:r>{write_width(percent)}<w:t xml:space="preserve">'
        )

    def _cell_paragraphs(self, style: str, phrases: Phrases, lead: str = "", percent: int = 100) -> str:
        if not phrases:
            return write_paragraph(style or f"CellThai{self._suffix}", lead)
        return "".join(
            write_value(phrase, style or self._language_style(phrase.language), before, percent)
            for phrase, before in zip(phrases, chain((lead,), repeat("")), strict=False)
        )

    def _language_style(self, language: str) -> str:
        return f"{'CellEnglish' if language == 'en' else 'CellThai'}{self._suffix}"

    def _group_row(self, row: GroupRow, *, is_kept: bool) -> str:
        """A line above a group, on the page of the group's first row; a page may end below a note."""
        loose = "" if is_kept else '<w:keepNext w:val="0"/>'
        indent = f'<w:ind w:left="{row.level * _GROUP_INDENT}" w:firstLine="0"/>' if row.level else ""
        paragraphs = "".join(self._group_line(line, loose + indent) for line in row.lines)
        cell = write_cell(
            sum(self._widths), paragraphs, span=len(self._widths), properties=_GROUP_SHADE + _MIDDLE
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"

    def _group_line(self, line: Titled, indent: str) -> str:
        style = f"{'GroupEnglish' if line.label.phrase.language == 'en' else 'GroupThai'}{self._suffix}"
        return write_paragraph(style, write_titled(line, self._marker), indent)

    def _total_row(self, row: TotalRow) -> str:
        """A row of sums, all set as narrow as the one that needs it most."""
        placed = list(self._place_totals(row))
        percent = min(
            [
                narrowing("".join(phrase.text for phrase in phrases), width, self._points)
                for phrases, _, width, is_sum in placed
                if is_sum
            ],
            default=100,
        )
        properties = (_HEAD_SHADE if row.is_grand else _GROUP_SHADE) + _MIDDLE
        cells = [
            write_cell(
                width,
                self._sum(phrases, percent) if is_sum else self._total_text(phrases),
                span=span,
                properties=properties,
            )
            for phrases, span, width, is_sum in placed
        ]
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _place_totals(self, row: TotalRow) -> Iterator[tuple[Phrases, int, int, bool]]:
        """The row's cells: their phrases, the columns they span, their width, and whether they hold a sum."""
        place = 0
        for phrases, span in row.cells:
            is_sum = self._table.columns[place].align == "number" and span == 1
            yield phrases, span, sum(self._widths[place : place + span]), is_sum
            place += span

    def _sum(self, phrases: Phrases, percent: int) -> str:
        runs = (write_run(phrase.text, percent=percent) for phrase in phrases)
        return write_paragraph(f"TotalNumber{self._suffix}", "".join(runs))

    def _total_text(self, phrases: Phrases) -> str:
        style = f"TotalText{self._suffix}"
        return "".join(write_value(phrase, style) for phrase in phrases) or write_paragraph(style, "")


def _keep(row: str) -> str:
    """A row whose paragraphs are all on the page of the next row: one above its note or its sums."""
    return _PARAGRAPH_STYLE.sub(r"\g<0><w:keepNext/>", row)


def open_table(widths: tuple[int, ...]) -> str:
    """The beginning of a table of fixed widths (twips)."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def write_cell(width: int, paragraphs: str, *, span: int = 1, properties: str = "") -> str:
    """A cell of `width` twips; `properties` follow the span in their order: vMerge, shd, vAlign."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{properties}</w:tcPr>{paragraphs}</w:tc>'
    )


def write_titled(line: Titled, marker: Marker) -> str:
    """A label and the value behind it, two spaces between them, as runs; lines of the value part by breaks."""
    label = marker.label(line.label)
    run_style = "Substitute" if line.value.mark else ""
    text = f"{line.value.mark} {line.value.text}" if line.value.mark else line.value.text
    gap = write_run("  ") if line.label.phrase.text and text else ""
    return label + gap + _LINE_BREAK.join(write_run(piece, run_style) for piece in split_paragraphs(text))


def write_side_by_side(block: SideBySide, width: int, marker: Marker) -> str:
    """Fields in two columns: a row of labels over a row of values for each field."""
    widths = (width // 2, width - width // 2)
    rows = []
    for pair in block.pairs:
        labels = "".join(
            write_cell(
                widths[side],
                write_paragraph("HeadThai" if side == 0 else "HeadEnglish", marker.label(titled.label)),
                properties=_GROUP_SHADE,
            )
            for side, titled in enumerate(pair)
        )
        values = "".join(
            write_cell(widths[side], write_value(titled.value, "CellThai" if side == 0 else "CellEnglish"))
            for side, titled in enumerate(pair)
        )
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{labels}</w:tr><w:tr>{values}</w:tr>")
    return f"{open_table(widths)}{''.join(rows)}</w:tbl>"
