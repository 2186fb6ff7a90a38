"""The table of an outline as an Excel workbook: a sheet that prints across A4, its head frozen and on every page."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from success_desktop.documents.outline_blocks import (
    DataRow,
    GroupRow,
    Outline,
    Phrase,
    Phrases,
    Table,
    Titled,
)
from success_desktop.documents.word_xml import drop_forbidden, split_paragraphs
from success_desktop.domain.compare_text import Piece
from success_desktop.domain.thai_words import word_breaks

_POINTS = 14
_WIDTH = 190
"""The width of all columns together, in Excel's unit (about one digit of the usual font)."""
_LEAST_WIDTH = 6.0
_A4 = 9
_MADE_AT = datetime(1980, 1, 1, tzinfo=UTC)
"""What the file says of its making, as every entry of its zip does: equal content makes equal bytes."""
_MOST_CHARACTERS = 32_767
"""What Excel takes in a cell."""
_MOST_LINES = 20
"""Lines of text that fit the highest row Excel knows (409 points)."""
_LETTERS_PER_UNIT = 1.15
_LONGEST_WORD = 40
_LONGEST_SHEET_NAME = 31


class Span(NamedTuple):
    """A stretch of a cell's text in one look."""

    text: str
    look: str


class _Looks:
    """The formats of one workbook."""

    def __init__(self, workbook: Any, font: str) -> None:
        base = {"font_name": font, "font_size": _POINTS}
        cell = {**base, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#8A979E"}
        self._made = {
            "title": workbook.add_format({**base, "bold": True, "align": "center", "font_size": _POINTS + 2}),
            "head": workbook.add_format(
                {**cell, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E6EEED"}
            ),
            "group": workbook.add_format({**cell, "bold": True, "bg_color": "#F4F7F7"}),
            "text": workbook.add_format(cell),
            "centre": workbook.add_format({**cell, "align": "center"}),
            "number": workbook.add_format({**cell, "align": "right"}),
            "same": workbook.add_format(base),
            "deleted": workbook.add_format({**base, "font_strikeout": True, "font_color": "#8A2A1B"}),
            "inserted": workbook.add_format({**base, "underline": 1, "font_color": "#1B4F8A"}),
            "mark": workbook.add_format({**base, "italic": True, "font_color": "#5B4A00"}),
        }

    def __getitem__(self, name: str) -> Any:
        return self._made[name]


def write_matrix_workbook(outline: Outline, path: Path, font: str) -> None:
    """Write the outline's table to `path`, which is overwritten. The same outline and font make the same bytes.

    Raises OSError when the disk does.
    """
    made = BytesIO()
    workbook = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties(
        {
            "title": drop_forbidden(outline.title.text)[:255],
            "keywords": outline.seal.payload if outline.seal else "",
            "created": _MADE_AT.replace(tzinfo=None),
        }
    )
    table = next(
        block for section in outline.sections for block in section.blocks if isinstance(block, Table)
    )
    _SheetWriter(workbook, table, font).write(outline)
    workbook.close()
    path.write_bytes(made.getvalue())


class _SheetWriter:
    """Writes one table into the only sheet of a workbook."""

    def __init__(self, workbook: Any, table: Table, font: str) -> None:
        self._table = table
        self._looks = _Looks(workbook, font)
        self._sheet = workbook.add_worksheet(table.titles[0].text[:_LONGEST_SHEET_NAME])
        shares = sum(column.share for column in table.columns)
        self._widths = [max(_LEAST_WIDTH, column.share * _WIDTH / shares) for column in table.columns]
        self._last = len(table.columns) - 1
        self._row = 0

    def write(self, outline: Outline) -> None:
        """The titles, the head, the rows; then how the sheet is looked at and printed."""
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, width)
        for title in self._table.titles:
            self._across(title.text, "title")
        self._head()
        for row in self._table.rows:
            if isinstance(row, GroupRow):
                self._across("\n".join(map(_line, row.lines)), "group", lines=len(row.lines))
            elif isinstance(row, DataRow):
                self._data(row)
        self._set_up(outline)

    def _across(self, text: str, look: str, lines: int = 1) -> None:
        """A line over the whole width."""
        self._sheet.merge_range(self._row, 0, self._row, self._last, drop_forbidden(text), self._looks[look])
        self._sheet.set_row(self._row, lines * (_POINTS + 8))
        self._row += 1

    def _head(self) -> None:
        for place, cell in enumerate(self._table.head[0]):
            self._sheet.write_string(
                self._row, place, "\n".join(phrase.text for phrase in cell.phrases), self._looks["head"]
            )
        self._head_row = self._row
        self._row += 1

    def _data(self, row: DataRow) -> None:
        """A row; one too high for Excel goes on in the next."""
        columns = [
            list(_split(_spans(phrases), self._widths[place])) for place, phrases in enumerate(row.cells)
        ]
        for part in range(max(1, *map(len, columns))):
            for place, parts in enumerate(columns):
                self._cell(place, parts[part] if part < len(parts) else [])
            self._row += 1

    def _cell(self, place: int, spans: list[Span]) -> None:
        look = self._looks[self._table.columns[place].align]
        if not spans:
            self._sheet.write_blank(self._row, place, None, look)
        elif len(spans) == 1 and spans[0].look == "same":
            self._sheet.write_string(self._row, place, spans[0].text, look)
        else:
            # Excel takes a rich text of two stretches and more: an only one has an empty-looking second behind it.
            stretches = spans if len(spans) > 1 else [*spans, Span(" ", "same")]
            pieces = [piece for span in stretches for piece in (self._looks[span.look], span.text)]
            self._sheet.write_rich_string(self._row, place, *pieces, look)

    def _set_up(self, outline: Outline) -> None:
        sheet = self._sheet
        sheet.freeze_panes(self._head_row + 1, 2)
        sheet.autofilter(self._head_row, 0, max(self._row - 1, self._head_row), self._last)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.repeat_rows(self._head_row)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, max(self._row - 1, self._head_row), self._last)
        owner = drop_forbidden(outline.owner.text).replace("&", "&&")[:150]
        sheet.set_footer(f"&L{owner}&R{outline.page_word.text} &P/&N")


def _line(line: Titled) -> str:
    return "  ".join(filter(None, (line.label.phrase.text, line.value.text)))


def _spans(phrases: Phrases) -> list[Span]:
    """A cell's phrases as one text, a line end between them."""
    spans: list[Span] = []
    for phrase in phrases:
        spans.extend(_phrase_spans(phrase, is_first=not spans))
    return [span for span in _merged(spans) if span.text]


def _phrase_spans(phrase: Phrase, *, is_first: bool) -> Iterator[Span]:
    if not is_first:
        yield Span("\n", "same")
    if phrase.mark:
        yield Span(f"{phrase.mark} ", "mark")
    for kind, text in phrase.pieces or (Piece("same", phrase.text),):
        clean = "\n".join(split_paragraphs(drop_forbidden(text)))
        yield Span(clean, "mark" if phrase.mark else kind)


def _merged(spans: list[Span]) -> list[Span]:
    """Neighbours of one look made one."""
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].look == span.look:
            merged[-1] = Span(merged[-1].text + span.text, span.look)
        elif span.text:
            merged.append(span)
    return merged


def _split(spans: list[Span], width: float) -> Iterator[list[Span]]:
    """A cell's text in parts that each fit into the highest row; cut at line ends and blanks where there are any."""
    room = int(width * _LETTERS_PER_UNIT * _MOST_LINES)
    part: list[Span] = []
    used = 0
    for span in spans:
        text = span.text
        while (weight := _weight(text, width)) + used > room:
            cut = _cut_at(text, room - used, width)
            if cut:
                part.append(Span(text[:cut], span.look))
            yield part
            part, used, text = [], 0, text[cut:]
        part.append(Span(text, span.look))
        used += weight
    if part:
        yield part


def _weight(text: str, width: float) -> int:
    """The letters that a text takes, a line's end counted as the rest of its line."""
    line = int(width * _LETTERS_PER_UNIT)
    return len(text) + text.count("\n") * (line // 2)


def _cut_at(text: str, room: int, width: float) -> int:
    """Where to cut a text that must give way after `room` letters: behind a line's end, else between two words."""
    end = min(len(text), max(room, 0), _MOST_CHARACTERS)
    while end and _weight(text[:end], width) > room:
        end -= max(1, end // 20)
    if (place := text.rfind("\n", end // 2, end)) > 0:
        return place + 1
    return (
        max((border for border in word_breaks(text[: end + _LONGEST_WORD]) if border <= end), default=0)
        or end
    )
