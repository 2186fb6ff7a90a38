"""The head of a table: cells over several columns and down several rows, set once and drawn on every page."""

from dataclasses import dataclass

from success_desktop.documents.outline_blocks import Table
from success_desktop.documents.outline_heads import PlacedHead, place_head
from success_desktop.documents.pdf.tables_cells import Cell, LineSetter
from success_desktop.documents.pdf.tables_setting import CELL_EDGE, TableSetting


@dataclass(frozen=True, slots=True)
class Head:
    """The cells of a head, row by row, and how high each of its rows is (points)."""

    cells: tuple[tuple[int, Cell], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """What the head takes of each page."""
        return sum(self.heights)

    def span(self, row: int, depth: int) -> tuple[float, float]:
        """How far below the head's top a cell begins, and how high it is."""
        return sum(self.heights[:row]), sum(self.heights[row : row + depth])

    def down(self, row: int, cell: Cell) -> float:
        """How far below the head's top the text of a cell begins: it stands in the middle of the cell."""
        begun, height = self.span(row, cell.depth)
        return begun + (height - cell.height) / 2


def set_head(table: Table, setting: TableSetting) -> Head:
    """Set a table's head: each of its rows as high as the cells in it want."""
    setter = LineSetter(setting)
    placed = place_head(table)
    cells = tuple((at.row, _set_cell(at, setter, setting)) for at in placed)
    heights = [setting.leading + 2 * CELL_EDGE] * len(table.head)
    for row, cell in sorted(cells, key=lambda numbered: numbered[1].depth):
        missing = cell.height + 2 * CELL_EDGE - sum(heights[row : row + cell.depth])
        for number in range(row, row + cell.depth):
            heights[number] += max(missing, 0) / cell.depth
    return Head(cells, tuple(heights))


def _set_cell(at: PlacedHead, setter: LineSetter, setting: TableSetting) -> Cell:
    lines = setter.set_texts(at.cell.phrases, setting.room(at.place, at.span), is_bold=True)
    return Cell(at.place, at.span, lines, "centre", is_middle=True, is_head=True, depth=at.depth)
