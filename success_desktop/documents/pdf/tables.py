"""Tables that go on over pages: the head stands on each of them, and rows that belong together stay together.

Rows are set as the pages reach them and let go once they are drawn: a table of thousands of rows needs little memory.
"""

from collections.abc import Iterator, Sequence

from success_desktop.documents.outline_blocks import DocumentLanguage, Table
from success_desktop.documents.pdf.boxes import Place
from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.pdf.tables_flow import RowFlow, set_blocks
from success_desktop.documents.pdf.tables_head import Head, set_head
from success_desktop.documents.pdf.tables_painting import TablePainter
from success_desktop.documents.pdf.tables_rows import Row, RowSetter
from success_desktop.documents.pdf.tables_setting import CELL_EDGE, TableSetting, set_table


class TablePiece:
    """The rows of a table that stand on one page, below its head (None: the page is too low for it)."""

    def __init__(self, painter: TablePainter, head: Head | None, rows: Sequence[Row]) -> None:
        self._painter = painter
        self._head = head
        self._rows = rows

    @property
    def height(self) -> float:
        """Of the head and the rows."""
        return (self._head.height if self._head else 0.0) + sum([row.height for row in self._rows])

    @property
    def places(self) -> list[Place]:
        """The anchors of the rows that begin here."""
        down = self._head.height if self._head else 0.0
        places: list[Place] = []
        for row in self._rows:
            places.extend(place._replace(down=down) for place in row.places)
            down += row.height
        return places

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its left edge at `x` and its upper edge at `top`."""
        self._painter.draw(pen, self._head, self._rows, (x, top))


class RowBox:
    """Rows under a head, or without one, on their way down the pages. `blocks` are the rows that belong together."""

    is_kept = False

    def __init__(self, setting: TableSetting, head: Head | None, blocks: Iterator[list[Row]]) -> None:
        self._one_line = setting.leading + 2 * CELL_EDGE
        self._head = head
        self._head_height = head.height if head else 0.0
        self._painter = TablePainter(setting)
        self._flow = RowFlow(blocks)
        self._is_begun = head is None

    @property
    def least(self) -> float:
        """The height of the head and of the rows that must stand below it."""
        return self._head_height + self._flow.least

    @property
    def is_done(self) -> bool:
        """Whether the head and all rows have been taken."""
        return self._is_begun and self._flow.is_done

    def take(self, room: float, *, is_fresh: bool) -> TablePiece | None:
        """The head and the rows that fit below it into `room` points; None when none does.

        On a page too low for the head and a line the head is left out.
        """
        below = room - self._head_height
        rows = self._flow.take(below)
        if not (rows or is_fresh or (self._flow.is_done and below >= 0)):
            return None
        self._is_begun = True
        if rows or self._flow.is_done:
            return TablePiece(self._painter, self._head, rows)
        if below >= self._one_line:
            return TablePiece(self._painter, self._head, self._flow.take_forced(below))
        return TablePiece(self._painter, None, self._flow.take_forced(room))


class TableBox(RowBox):
    """A table of the outline, `width` points wide, without the titles and the caption above it."""

    def __init__(self, table: Table, width: float, language: DocumentLanguage) -> None:
        setting = set_table(table, width, language)
        super().__init__(setting, set_head(table, setting), set_blocks(table.rows, RowSetter(table, setting)))
