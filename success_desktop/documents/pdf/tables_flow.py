"""Which rows of a table stand on a page: as many as fit, those that belong together on one, tall ones cut."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from success_desktop.documents.outline_blocks import TableRow, TotalRow
from success_desktop.documents.pdf.tables_rows import Row, RowSetter
from success_desktop.documents.word_layout import is_kept_with

_LEAST_LINES = 2
"""Lines of a row cut in two that stand on either page."""
_HAIR = 0.01
"""Points by which sums of lengths may be off."""


class RowFlow:
    """Gives out the rows of one table, set when they are reached; `blocks` are those that belong together."""

    def __init__(self, blocks: Iterator[list[Row]]) -> None:
        self._blocks = blocks
        self._block = next(self._blocks, [])

    @property
    def is_done(self) -> bool:
        """Whether no row is left."""
        return not self._block

    @property
    def least(self) -> float:
        """The height of the next rows that may not stand on two pages, in points."""
        least = 0.0
        for row in self._block:
            parts = row.split(0, _LEAST_LINES, is_least=True) if row.is_breakable else None
            if parts:
                return least + parts[0].height
            least += row.height
        return least

    def take(self, room: float) -> list[Row]:
        """The next rows that fit into `room` points; none when those that belong together do not."""
        rows: list[Row] = []
        while self._block:
            height = _height(self._block)
            if height > room + _HAIR:
                begun, self._block = _cut_block(self._block, room)
                return rows + begun
            rows += self._block
            room -= height
            self._block = next(self._blocks, [])
        return rows

    def take_forced(self, room: float) -> list[Row]:
        """The next rows, on an empty page that is too low for those that belong together; one line at least."""
        rows: list[Row] = []
        while self._block and self._block[0].height <= room + _HAIR:
            row = self._block.pop(0)
            rows.append(row)
            room -= row.height
        if self._block:
            may_part = self._block[0].is_breakable or not rows
            parts = self._block[0].split(room, 1, is_least=not rows) if may_part else None
            if parts:
                rows.append(parts[0])
                self._block[0] = parts[1]
            elif not rows:
                rows.append(self._block.pop(0))
                room -= rows[0].height
        if self._block:
            return rows
        self._block = next(self._blocks, [])
        return rows + self.take(room)


def _cut_block(block: list[Row], room: float) -> tuple[list[Row], list[Row]]:
    """Rows that belong together, cut where one of them may be: what fits into `room` points, and the rest."""
    for place, row in enumerate(block):
        parts = row.split(room, _LEAST_LINES) if row.is_breakable else None
        if parts:
            return [*block[:place], parts[0]], [parts[1], *block[place + 1 :]]
        room -= row.height
    return [], block


def set_blocks(rows: Sequence[TableRow], setter: RowSetter) -> Iterator[list[Row]]:
    """The rows, those together that must stand on one page: lines above a group with its first row, sums with the last."""
    block: list[Row] = []
    for row, following in zip_longest(rows, rows[1:]):
        block.append(setter.set_row(row))
        if not (isinstance(following, TotalRow) or is_kept_with(row, following)):
            yield block
            block = []


def _height(rows: Sequence[Row]) -> float:
    return sum([row.height for row in rows])
