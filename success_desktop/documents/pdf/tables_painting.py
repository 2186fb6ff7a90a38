"""Drawing a table straight on the page: shades and lines first, then each cell's text under its tag."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.pdf.tables_cells import Cell, Lines
from success_desktop.documents.pdf.tables_head import Head
from success_desktop.documents.pdf.tables_rows import Row
from success_desktop.documents.pdf.tables_setting import CELL_SIDE, TableSetting
from success_desktop.documents.pdf.tags import ARTIFACT, END, Element

_DARK_SHADE = ".902 .933 .929 rg"
_LIGHT_SHADE = ".957 .969 .969 rg"
_RULE = ".541 .592 .620 RG .5 w"
_INK, _QUIET, _BAR = "0 g", ".247 .290 .322 rg", ".247 .290 .322 rg"
_SHADES = {"group": _LIGHT_SHADE, "total": _LIGHT_SHADE, "grand": _DARK_SHADE}
_BAR_HEIGHT = 0.7
"""The thickness of a bar as a share of the size of type."""
_ASCENT, _OWN_HEIGHT = 1.068, 1.3
"""Of the program's own font, as shares of its size."""
_LANGUAGE_OF = attrgetter("language")
_ROW = -1
"""The key of a row's own element among those of its cells."""


Point = tuple[float, float]


class TablePainter:
    """Draws the pieces of one table. Its head is tagged where it stands first; said again, it is no part of the text."""

    def __init__(self, setting: TableSetting) -> None:
        self._setting = setting
        self._table: Element | None = None
        self._repeated: tuple[Point | None, str] = (None, "")
        size = setting.size
        self._to_baseline = (setting.leading - _OWN_HEIGHT * size) / 2 + _ASCENT * size

    def draw(self, pen: Pen, head: Head | None, rows: Sequence[Row], at: Point) -> None:
        """Draw a piece whose upper left corner is `at` (x, y)."""
        x, top = at
        self._draw_ground(pen, head, rows, at)
        is_begun = self._table is not None
        if not is_begun:
            self._table = pen.tags.element("Table")
        if head:
            draw_head = self._repeat_head if is_begun else self._draw_head
            draw_head(pen, head, at)
        below = top - (head.height if head else 0)
        for row in rows:
            self._draw_row(pen, row, x, below)
            below -= row.height

    def _draw_ground(self, pen: Pen, head: Head | None, rows: Sequence[Row], at: Point) -> None:
        """All that is not text, in one artifact."""
        x, top = at
        code = pen.book.code
        code.append(f"{ARTIFACT} q")
        lines: list[str] = []
        if head:
            lines.extend(self._head_boxes(head, x, top))
            code.extend((_DARK_SHADE, *lines, "f"))
            top -= head.height
        code.extend(self._shades(rows, x, top))
        code.append(_RULE)
        code.extend(lines)
        code.extend(self._rules(rows, x, top))
        code.append("S")
        code.extend(self._bars(rows, x, top))
        code.append(f"Q {END}")

    def _head_boxes(self, head: Head, x: float, top: float) -> Iterator[str]:
        for row, cell in head.cells:
            down, height = head.span(row, cell.depth)
            left, right = self._sides(cell, x)
            yield f"{left:.2f} {top - down - height:.2f} {right - left:.2f} {height:.2f} re"

    def _shades(self, rows: Sequence[Row], x: float, top: float) -> Iterator[str]:
        """The ground of groups and sums."""
        width = self._setting.edges[-1]
        for row in rows:
            top -= row.height
            if row.kind in _SHADES:
                yield f"{_SHADES[row.kind]} {x:.2f} {top:.2f} {width:.2f} {row.height:.2f} re f"

    def _bars(self, rows: Sequence[Row], x: float, top: float) -> Iterator[str]:
        """The bars, over the lines between their cells."""
        for row in rows:
            for cell in row.cells:
                if cell.is_bar and cell.lines:
                    yield self._bar(cell, x, top - row.height / 2)
            top -= row.height

    def _bar(self, cell: Cell, x: float, middle: float) -> str:
        height = self._setting.size * _BAR_HEIGHT
        left, right = self._sides(cell, x)
        return f"{_BAR} {left:.2f} {middle - height / 2:.2f} {right - left:.2f} {height:.2f} re f"

    def _rules(self, rows: Sequence[Row], x: float, top: float) -> Iterator[str]:
        """Lines below every row, and beside its cells: one for all rows below each other that are parted alike."""
        left, right = x, x + self._setting.edges[-1]
        yield f"{left:.2f} {top:.2f} m {right:.2f} {top:.2f} l"
        parting: tuple[float, ...] = ()
        begun = bottom = top
        for row in rows:
            edges = self._parting(row)
            if edges != parting:
                yield from _stand(parting, x, begun, bottom)
                parting, begun = edges, bottom
            bottom -= row.height
            yield f"{left:.2f} {bottom:.2f} m {right:.2f} {bottom:.2f} l"
        yield from _stand(parting, x, begun, bottom)

    def _parting(self, row: Row) -> tuple[float, ...]:
        """Where lines stand between the cells of a row."""
        if row.kind == "data":
            return self._setting.edges
        return (*(self._setting.edges[cell.place] for cell in row.cells), self._setting.edges[-1])

    def _sides(self, cell: Cell, x: float) -> tuple[float, float]:
        edges = self._setting.edges
        return x + edges[cell.place], x + edges[cell.place + cell.span]

    def _draw_head(self, pen: Pen, head: Head, at: Point) -> None:
        x, top = at
        rows: dict[int, Element] = {}
        for row, cell in head.cells:
            if row not in rows:
                rows[row] = pen.tags.element("TR", self._table)
            element = pen.tags.element("TH", rows[row], _describe("/Column", cell))
            self._draw_cell(pen, cell, element, x, top - head.down(row, cell))

    def _repeat_head(self, pen: Pen, head: Head, at: Point) -> None:
        """Draw the head as an artifact. Nearly always it stands where it stood on the page before: then it is the same."""
        code = pen.book.code
        if self._repeated[0] == at:
            code.append(self._repeated[1])
            return
        x, top = at
        begun = len(code)
        pen.tags.begin_artifact()
        for row, cell in head.cells:
            self._draw_lines(pen, cell, cell.lines, x, top - head.down(row, cell))
        pen.tags.end()
        self._repeated = at, "\n".join(code[begun:])

    def _draw_row(self, pen: Pen, row: Row, x: float, top: float) -> None:
        tags = row.tags
        if not tags:
            tags[_ROW] = pen.tags.element("TR", self._table)
        for cell in row.cells:
            element = tags.get(cell.place)
            if element is None:
                role = "TH" if cell.is_head else "TD"
                scope = "" if role == "TD" else "/Column" if row.kind == "group" else "/Row"
                element = tags[cell.place] = pen.tags.element(role, tags[_ROW], _describe(scope, cell))
            if cell.lines:
                above = (row.height - cell.height) / 2 if cell.is_middle else row.above
                self._draw_cell(pen, cell, element, x, top - above)

    def _draw_cell(self, pen: Pen, cell: Cell, element: Element, x: float, top: float) -> None:
        """Draw a cell's text from `top` down, under its tag; what is in another language has a tag of its own in it."""
        for language, group in groupby(cell.lines, _LANGUAGE_OF):
            lines = list(group)
            owner = pen.tags.element("Span", element, language=language) if language else element
            pen.tags.begin(owner)
            self._draw_lines(pen, cell, lines, x, top)
            pen.tags.end()
            top -= sum([line.height for line in lines])

    def _draw_lines(self, pen: Pen, cell: Cell, lines: Lines, x: float, top: float) -> None:
        """Draw lines of a cell from `top` down. The sign that stands for a bar is there, but not seen."""
        code = pen.book.code
        left = x + self._setting.edges[cell.place] + CELL_SIDE + cell.indent
        room = (self._setting.room(cell.place, cell.span) - cell.indent) / cell.scale
        opening, closing = _frame(cell, left)
        if opening:
            code.append(opening)
        was_quiet = False
        top -= self._to_baseline
        for line, height, _language, is_quiet in lines:
            if is_quiet != was_quiet:
                code.append(_QUIET if is_quiet else _INK)
                was_quiet = is_quiet
            if line is not None:
                pen.text.draw_line(line, left, top, room, cell.align)
            top -= height
        if was_quiet:
            code.append(_INK)
        if closing:
            code.append(closing)


def _frame(cell: Cell, left: float) -> tuple[str, str]:
    """The operators before and after a cell's lines: unseen below a bar, as narrow as its amounts are from `left` on."""
    if cell.is_bar:
        return "3 Tr", "0 Tr"
    if cell.scale != 1:
        return f"q {cell.scale:.4f} 0 0 1 {left * (1 - cell.scale):.2f} 0 cm", "Q"
    return "", ""


def _describe(scope: str, cell: Cell) -> str:
    """The attributes of a cell's tag: what it is the head of, and how many columns and rows it fills."""
    if not scope and cell.span == cell.depth == 1:
        return ""
    parts = ["/O /Table"]
    if scope:
        parts.append(f"/Scope {scope}")
    if cell.span > 1:
        parts.append(f"/ColSpan {cell.span}")
    if cell.depth > 1:
        parts.append(f"/RowSpan {cell.depth}")
    return " ".join(parts)


def _stand(edges: tuple[float, ...], x: float, top: float, bottom: float) -> Iterator[str]:
    """Lines from `top` to `bottom` at each of the edges."""
    for edge in edges:
        yield f"{x + edge:.2f} {top:.2f} m {x + edge:.2f} {bottom:.2f} l"
