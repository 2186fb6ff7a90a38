"""What a story is made of: paragraphs and tables, in whatever wrappers, each paragraph with the place it stands in."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from success_desktop.documents.returned.inline import InlineReader
from success_desktop.documents.returned.manuscript import Draft, Manuscript, Where
from success_desktop.documents.returned.points_in import PointReader
from success_desktop.documents.returned.returned_file import Cell, CellPlace, Marks, Row, Spot, Table
from success_desktop.documents.returned.stamps import Holder, StampBook
from success_desktop.documents.returned.word_names import (
    CELL,
    CELL_PROPERTIES,
    CELL_TRACKED,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    ROW_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    SECTION_PROPERTIES,
    TABLE,
    TEXT,
    TRACKED,
    UNTEXTED,
    VALUE,
    M,
    W,
)

_STYLE = f"{W}pStyle"
_CONTENT = frozenset((RUN, f"{M}oMath", f"{M}oMathPara"))
"""What stands in paragraphs, and in files of some programs beside them."""
_MERGED, _SPAN, _SKIPPED = f"{W}vMerge", f"{W}gridSpan", f"{W}gridBefore"
_HEAD = f"{W}tblHeader"
_ON = (None, "1", "true", "on")


_Flow = list[int | None]
"""The numbers of the paragraphs of one container in order, each of which may run into the next; None for a table."""


class _Look(NamedTuple):
    """What the properties of a cell say of it: how many grid columns it covers, whether it continues the one above."""

    span: int
    goes_on: bool
    marks: Marks


_PLAIN_CELL = _Look(1, False, ())


class BlockReader:
    """Reads stories into a manuscript. `line_turns`: see InlineReader.

    `embedded_count`: how many documents of another kind are put in, which stay unread (altChunk).
    """

    def __init__(self, manuscript: Manuscript, stamps: StampBook, line_turns: frozenset[str]) -> None:
        self._manuscript = manuscript
        self._stamps = stamps
        self._points = PointReader(manuscript, stamps)
        self._inline = InlineReader(self._points, stamps, line_turns, self._read_box)
        self.embedded_count = 0

    def read(self, holder: etree._Element, where: Where) -> None:
        """Read the blocks in `holder`, a story or a note of one."""
        self._inline.begin_story()
        self._read_blocks(holder, where, [])

    def _read_box(self, box: etree._Element, host: Draft, marks: Marks) -> None:
        where = host.where._replace(place=None, box=Spot(host.number, host.length), marks=marks)
        self._read_blocks(box, where, [])

    def _read_blocks(self, holder: Iterable[etree._Element], where: Where, flow: _Flow) -> None:
        for child in holder:
            name = child.tag
            if name == PARAGRAPH:
                self._read_paragraph(child, where, flow)
            elif name == TABLE:
                self._read_table(child, where, flow)
            elif name in TRACKED:
                self._read_blocks(child, self._tracked(where, child), flow)
            elif name in _CONTENT:
                self._read_loose(child, where, flow)
            elif name == f"{W}altChunk":
                self.embedded_count += 1
            elif name not in UNTEXTED and not self._points.place(child, None):
                self._read_blocks(child, where, flow)

    def _tracked(self, where: Where, element: etree._Element) -> Where:
        """A tracked element around whole blocks."""
        stamp = self._stamps.make(element, TRACKED[element.tag])
        return where._replace(marks=(*where.marks, stamp))

    def _read_loose(self, element: etree._Element, where: Where, flow: _Flow) -> None:
        """A run or an equation outside paragraphs: a paragraph of its own."""
        draft = self._begin(where, flow)
        self._inline.read_loose(element, draft, where.marks)
        self._manuscript.end_paragraph(draft)

    def _begin(self, where: Where, flow: _Flow) -> Draft:
        draft = self._manuscript.begin_paragraph(where, flow[-1] if flow else None)
        flow.append(draft.number)
        return draft

    def _read_paragraph(self, paragraph: etree._Element, where: Where, flow: _Flow) -> None:
        plain = _read_plainly(paragraph)
        if plain is not None and self._is_plain_place():
            follows = flow[-1] if flow else None
            flow.append(self._manuscript.add_plain(where, where.place, follows, plain))
            return
        draft = self._begin(where, flow)
        for properties in paragraph.iterchildren(PARAGRAPH_PROPERTIES):
            self._read_properties(properties, draft)
        self._inline.read(paragraph, draft, where.marks)
        self._manuscript.end_paragraph(draft)

    def _read_properties(self, properties: etree._Element, draft: Draft) -> None:
        for child in properties:
            name = child.tag
            if name == _STYLE:
                draft.style = child.get(VALUE, "")
            elif name == RUN_PROPERTIES:
                draft.marks += self._list_stamps(child, "mark_")
            elif name == SECTION_PROPERTIES:
                draft.ends_section = True

    def _list_stamps(self, properties: etree._Element, holder: Holder) -> Marks:
        tracked = [child for child in properties if child.tag in TRACKED]
        return tuple([self._stamps.make(child, TRACKED[child.tag], holder) for child in tracked])

    def _read_table(self, table: etree._Element, where: Where, flow: _Flow) -> None:
        number = len(self._manuscript.tables)
        self._manuscript.tables.append(None)
        rows: list[Row] = []
        self._read_rows(table, where, number, rows)
        follows = flow[-1] if flow else None
        self._manuscript.tables[number] = Table(number, where.story, tuple(rows), where.place, follows)
        flow.append(None)

    def _read_rows(self, holder: etree._Element, where: Where, table: int, rows: list[Row]) -> None:
        for child in holder:
            name = child.tag
            if name == ROW:
                rows.append(self._read_row(child, where, table, len(rows)))
            elif name in TRACKED:
                self._read_rows(child, self._tracked(where, child), table, rows)
            elif name not in UNTEXTED and not self._points.place(child, None):
                self._read_rows(child, where, table, rows)

    def _read_row(self, row: etree._Element, where: Where, table: int, number: int) -> Row:
        marks, is_head, column = where.marks, False, 0
        for properties in row.iterchildren(ROW_PROPERTIES):
            marks += self._list_stamps(properties, "row_")
            for child in properties:
                if child.tag == _HEAD:
                    is_head = child.get(VALUE) in _ON
                elif child.tag == _SKIPPED:
                    column = _whole(child, 0)
        cells: list[Cell] = []
        self._read_cells(row, where._replace(place=CellPlace(table, number, column)), cells)
        return Row(table, number, tuple(cells), marks, is_head)

    def _read_cells(self, holder: etree._Element, where: Where, cells: list[Cell]) -> None:
        """Read the cells in `holder`. `where.place` tells the table, the row, and the column of the row's first cell."""
        for child in holder:
            name = child.tag
            if name == CELL:
                cells.append(self._read_cell(child, where, cells))
            elif name in TRACKED:
                self._read_cells(child, self._tracked(where, child), cells)
            elif name not in UNTEXTED and not self._points.place(child, None):
                self._read_cells(child, where, cells)

    def _read_cell(self, cell: etree._Element, where: Where, before: list[Cell]) -> Cell:
        place, marks = where.place, where.marks
        assert place is not None, "a cell outside tables"
        column = before[-1].column + before[-1].span if before else place.cell
        here = CellPlace(place.table, place.row, len(before))
        children = list(cell)
        look = _PLAIN_CELL
        if children and children[0].tag == CELL_PROPERTIES:
            look = self._read_look(children.pop(0))
        numbers = self._read_plain_cell(children, where, here) or self._read_full_cell(children, where, here)
        return Cell(column, look.span, numbers, marks + look.marks, look.goes_on)

    def _read_plain_cell(
        self, blocks: list[etree._Element], where: Where, here: CellPlace
    ) -> tuple[int, ...]:
        """The number of the only paragraph of a cell, when it holds plain text; () and nothing is read else."""
        if len(blocks) != 1 or blocks[0].tag != PARAGRAPH or not self._is_plain_place():
            return ()
        plain = _read_plainly(blocks[0])
        return () if plain is None else (self._manuscript.add_plain(where, here, None, plain),)

    def _read_full_cell(self, blocks: list[etree._Element], where: Where, here: CellPlace) -> tuple[int, ...]:
        """The numbers of the paragraphs of a cell."""
        flow: _Flow = []
        self._read_blocks(blocks, where._replace(place=here), flow)
        return tuple([number for number in flow if number is not None])

    def _is_plain_place(self) -> bool:
        """Whether what follows is text, and no label or range is waiting for it."""
        return self._inline.is_in_text and not self._manuscript.is_waiting

    def _read_look(self, properties: etree._Element) -> _Look:
        span, goes_on = 1, False
        marks: Marks = ()
        for child in properties:
            name = child.tag
            if name == _SPAN:
                span = _whole(child, 1)
            elif name == _MERGED:
                goes_on = child.get(VALUE, "continue") != "restart"
            elif name in CELL_TRACKED:
                marks += (self._stamps.make(child, CELL_TRACKED[name], "cell_"),)
        return _Look(span, goes_on, marks) if span > 1 or goes_on or marks else _PLAIN_CELL


def _read_plainly(paragraph: etree._Element) -> tuple[str, str] | None:
    """The style and the text of a paragraph that holds runs of plain text and nothing else; None for any other.

    Nine of ten paragraphs are of that sort: they are read at a third of the price.
    """
    style, texts = "", []
    for child in paragraph:
        name = child.tag
        if name == RUN:
            for piece in child:
                if piece.tag == TEXT:
                    texts.append(piece.text or "")
                elif piece.tag != RUN_PROPERTIES:
                    return None
        elif name == PARAGRAPH_PROPERTIES:
            known = _read_plain_style(child)
            if known is None:
                return None
            style = known
        else:
            return None
    return style, "".join(texts).replace("\n", " ")


def _read_plain_style(properties: etree._Element) -> str | None:
    """The style of a paragraph whose properties say nothing else that matters here; None when they do."""
    style = ""
    for child in properties:
        name = child.tag
        if name == _STYLE:
            style = child.get(VALUE, "")
        elif name == SECTION_PROPERTIES or (
            name == RUN_PROPERTIES and any(one.tag in TRACKED for one in child)
        ):
            return None
    return style


def _whole(element: etree._Element, default: int) -> int:
    """A whole number that is the value of an element; `default` where it is none."""
    value = element.get(VALUE, "")
    return int(value) if value.isascii() and value.isdigit() else default
