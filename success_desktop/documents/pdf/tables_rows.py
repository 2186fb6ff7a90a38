"""The rows of a table: set as cells of lines, and cut where a page ends."""

from dataclasses import dataclass, field, replace
from typing import Literal

from success_desktop.documents.outline_blocks import (
    BAR,
    DataRow,
    GroupRow,
    Phrases,
    Table,
    TableRow,
    TotalRow,
)
from success_desktop.documents.pdf.boxes import Place
from success_desktop.documents.pdf.tables_cells import Cell, Lines, LineSetter
from success_desktop.documents.pdf.tables_setting import CELL_EDGE, NARROWEST_AMOUNT, TableSetting, scale_sums
from success_desktop.documents.pdf.tags import Element
from success_desktop.documents.pdf.text import Align
from success_desktop.documents.word_layout import TALLEST_UNBROKEN_ROW

Kind = Literal["data", "group", "total", "grand"]

_GROUP_INDENT = 10.0
_BETWEEN_GROUP_AND_EDGE = 1.0
"""Points that lines above groups, and sums, have more around them."""
_HAIR = 0.01
"""Points by which sums of lengths may be off."""


@dataclass(slots=True)
class Row:
    """A row as it will stand on a page, or the part of it that does.

    `above` are points between its upper edge and its text. Its parts share `tags`: the elements that its cells are tagged
    with, by the cells' places (the row itself: -1), so that a cell that goes on over a page is one cell.
    """

    kind: Kind
    cells: list[Cell]
    height: float
    above: float = CELL_EDGE
    is_breakable: bool = False
    places: tuple[Place, ...] = ()
    tags: dict[int, Element] = field(default_factory=dict)

    def split(self, room: float, least_lines: int, *, is_least: bool = False) -> "tuple[Row, Row] | None":
        """What of the row fits into `room` points, and the rest; None where either part would have too few lines.

        With `is_least` the first part has as few lines as it may, whatever the room.
        """
        edges = 2 * self.above
        least = least_lines * max([line.height for cell in self.cells for line in cell.lines], default=0)
        most = max([cell.height for cell in self.cells]) - least
        space = min(least if is_least else room - edges, most) + _HAIR
        if not 0 < least <= space:
            return None
        counts = [_count_lines(cell.lines, space) for cell in self.cells]
        cells = zip(self.cells, counts, strict=True)
        begun = [replace(cell, lines=cell.lines[:count]) for cell, count in cells]
        rest = [_rest(cell, count) for cell, count in zip(self.cells, counts, strict=True)]
        return (
            replace(self, cells=begun, height=max([cell.height for cell in begun]) + edges),
            replace(self, cells=rest, height=max([cell.height for cell in rest]) + edges, places=()),
        )


def _rest(cell: Cell, count: int) -> Cell:
    """A cell without its first lines; a blank line does not begin a page."""
    while count < len(cell.lines) and cell.lines[count].line is None:
        count += 1
    return replace(cell, lines=cell.lines[count:])


def _count_lines(lines: Lines, space: float) -> int:
    """How many of the lines `space` points hold."""
    for number, line in enumerate(lines):
        space -= line.height
        if space < 0:
            return number
    return len(lines)


class RowSetter:
    """Sets the rows of one table."""

    def __init__(self, table: Table, setting: TableSetting) -> None:
        self._table = table
        self._setting = setting
        self._lines = LineSetter(setting)
        self._rooms = [setting.room(place) for place in range(setting.columns)]
        self._aligns = tuple(_ALIGNS[column.align] for column in table.columns)

    def set_row(self, row: TableRow) -> Row:
        """The row as cells of lines."""
        if isinstance(row, DataRow):
            return self._set_data(row)
        return self._set_group(row) if isinstance(row, GroupRow) else self._set_total(row)

    def _set_data(self, row: DataRow) -> Row:
        cells = [self._set_cell(place, phrases) for place, phrases in enumerate(row.cells)]
        height = max([cell.height for cell in cells], default=0) or self._setting.leading
        return Row(
            "data",
            cells,
            max(height + 2 * CELL_EDGE, self._setting.least_height),
            is_breakable=max([len(cell.lines) for cell in cells], default=0) > TALLEST_UNBROKEN_ROW,
            places=(Place(row.anchor.name, row.anchor.node_id, 0),),
        )

    def _set_cell(self, place: int, phrases: Phrases) -> Cell:
        align = self._aligns[place]
        if align == "right":
            return self._set_amount(place, phrases)
        is_bar = len(phrases) == 1 and phrases[0].text == BAR
        lines = self._lines.set_texts(phrases, self._rooms[place]) if phrases else []
        return Cell(place, 1, lines, "centre" if is_bar else align, is_bar=is_bar)

    def _set_amount(self, place: int, phrases: Phrases) -> Cell:
        """An amount on one line, as narrow as its column's are; a text too long for that is broken."""
        lines = self._lines.set_unbroken(phrases)
        width = max([line.line.width for line in lines if line.line], default=0.0)
        scale = min(self._setting.share(width, place), self._setting.scales[place])
        if scale < NARROWEST_AMOUNT:
            lines, scale = self._lines.set_texts(phrases, self._rooms[place]), 1.0
        return Cell(place, 1, lines, "right", scale)

    def _set_group(self, row: GroupRow) -> Row:
        indent = row.level * _GROUP_INDENT
        room = self._setting.room(0, self._setting.columns) - indent
        lines = [line for titled in row.lines for line in self._lines.set_titled(titled, room)]
        cell = Cell(0, self._setting.columns, lines, indent=indent, is_head=True)
        above = CELL_EDGE + _BETWEEN_GROUP_AND_EDGE
        anchors = (anchor for titled in row.lines for anchor in titled.label.anchors)
        places = tuple(Place(anchor.name, "", 0) for anchor in anchors)
        return Row("group", [cell], cell.height + 2 * above, above, places=places)

    def _set_total(self, row: TotalRow) -> Row:
        scale = scale_sums(self._setting, self._table, row)
        cells, place = [], 0
        for phrases, span in row.cells:
            if span == 1 and self._aligns[place] == "right":
                lines = self._lines.set_unbroken(phrases, is_bold=True)
                cells.append(Cell(place, span, lines, "right", scale, is_middle=True))
            else:
                lines = self._lines.set_texts(phrases, self._setting.room(place, span), is_bold=True)
                cells.append(Cell(place, span, lines, is_middle=True, is_head=place == 0))
            place += span
        above = CELL_EDGE + _BETWEEN_GROUP_AND_EDGE
        height = max([cell.height for cell in cells]) + 2 * above
        return Row("grand" if row.is_grand else "total", cells, height, above)


_ALIGNS: dict[str, Align] = {"text": "left", "centre": "centre", "number": "right"}
