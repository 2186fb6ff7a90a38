"""The grid as an item model: which rows and columns are shown, what their cells say, and what is typed into them.

What is promised to whoever copies from the grid or pastes into it:

- `columns` are the columns shown, in their order on the screen; `rows` the ids of the nodes shown, in theirs;
- `place_of(index)` is where a cell's value lies (node id, field, part), for `services.entering.read_value`; None where
  nothing can be typed: a number, a sum, a year whose money comes from several sources;
- the EditRole of an index is the text that its editor begins with, which `read_value` understands again; the DisplayRole
  is what is seen;
- the places follow the plan: after an edit they may be others (money of another source), so ask again.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.domain.reviewing import reviewed_round
from success_desktop.services.entering import Place
from success_desktop.services.tabulating import GridColumn
from success_desktop.services.tabulating_cells import CellReader
from success_desktop.ui.page.part import PageContext, Refused
from success_desktop.ui.table.grid_cells import GridCells

Index = QModelIndex | QPersistentModelIndex
REFUSED_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2
"""How a cell is painted: "" as text, "strong" for totals, "faint" for numbers and borrowed names, "red"/"amber": badges."""

_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight | _MIDDLE, Qt.AlignmentFlag.AlignLeft | _MIDDLE


class Block(NamedTuple):
    """A rectangle of cells: its first and last row, its first and last column, all of them within."""

    top: int
    left: int
    bottom: int
    right: int


class GridModel(QAbstractTableModel):
    """Shows rows and columns; work is done once for a row that is seen, none in `data`."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.cells = GridCells(context)
        self._row_of: dict[str, int] = {}
        self._readers: dict[int, Callable[[int, int], object]] = {
            _ROLE.DisplayRole: self.cells.text,
            _ROLE.EditRole: self.cells.text_to_edit,
            _ROLE.TextAlignmentRole: lambda _row, column: _RIGHT if self.columns[column].is_number else _LEFT,
            _ROLE.ToolTipRole: self.cells.tip,
            _ROLE.AccessibleTextRole: self.cells.spoken,
            _ROLE.AccessibleDescriptionRole: self.cells.tip,
            REFUSED_ROLE: lambda row, column: self.cells.refused(row, column) is not None,
            TONE_ROLE: self.cells.tone,
        }

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """The columns shown."""
        return self.cells.columns

    @property
    def rows(self) -> list[str]:
        """The nodes shown, by id; not to be altered."""
        return self.cells.rows

    def show(self, columns: Sequence[GridColumn], rows: Sequence[str], reader: CellReader | None) -> None:
        """Show other rows or columns; all cells are read anew."""
        self.beginResetModel()
        self.cells.show(tuple(columns), list(rows), reader)
        self._count_rows()
        self.endResetModel()

    def order(self, rows: Sequence[str]) -> None:
        """Show the same rows in another order; the selection goes with them."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        nodes = [self.rows[index.row()] for index in old]
        self.cells.rows = list(rows)
        self._count_rows()
        fresh = [
            self.index(self._row_of[node_id], index.column())
            for node_id, index in zip(nodes, old, strict=True)
        ]
        self.changePersistentIndexList(old, fresh)
        self.layoutChanged.emit()

    def refresh(self, reader: CellReader, node_ids: Iterable[str] | None) -> None:
        """Show rows as they are now in the plan of `reader`: those of `node_ids`, or all (None)."""
        known = None if node_ids is None else [node_id for node_id in node_ids if node_id in self._row_of]
        self.cells.forget(reader, known)
        if known is None:
            self.repaint_rows(0, len(self.rows) - 1)
        for node_id in known or ():
            self.repaint_rows(self._row_of[node_id], self._row_of[node_id])

    def repaint_rows(self, first: int, last: int) -> None:
        """Tell that rows may look different: an entry was refused or mended, lines are wrapped now."""
        if self.columns and 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def row_of(self, node_id: str) -> int:
        """The row that shows a node; -1 when none does."""
        return self._row_of.get(node_id, -1)

    def node_id_of(self, index: Index) -> str:
        """The node in whose row an index is; "" for none."""
        return self.rows[index.row()] if index.isValid() else ""

    def column_of(self, key: str) -> int:
        """The place of the column with that key; -1 when it is not shown."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)

    def place_of(self, index: Index) -> Place | None:
        """Where the value of a cell lies; None where nothing can be typed."""
        return self.cells.place(index.row(), index.column()) if index.isValid() else None

    def refused_at(self, index: Index) -> Refused | None:
        """What was typed into a cell and could not be read; None when all is well there."""
        return self.cells.refused(index.row(), index.column()) if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == _ROLE.DisplayRole:
            return self.columns[section].head
        return self.columns[section].title if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole) else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a cell shows, by role."""
        reader = self._readers.get(role)
        return reader(index.row(), index.column()) if reader is not None and index.isValid() else None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Hand in what was typed into a cell; False when nothing came of it, as when its node has left the plan."""
        is_there = self.node_id_of(index) in self.context.plan.nodes
        place = self.place_of(index) if is_there else None
        if place is None or role != _ROLE.EditRole or value == self.data(index, _ROLE.EditRole):
            return False
        return self.context.enter(place, str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with a place can be edited, unless the plan is a copy for review."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_type = self.place_of(index) is not None and not reviewed_round(self.context.plan)
        return flags | Qt.ItemFlag.ItemIsEditable if can_type else flags

    def _count_rows(self) -> None:
        self._row_of = {node_id: row for row, node_id in enumerate(self.rows)}
