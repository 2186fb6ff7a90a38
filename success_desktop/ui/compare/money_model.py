"""The steps of the money as a tree of two levels: steps, and the edits that caused each; below them the total."""

from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from success_desktop.domain.money_groups import Key
from success_desktop.domain.money_steps import MoneyStep
from success_desktop.ui.compare.money_rows import MoneyRows, Row

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_STEP = 0
"""The internal id of steps; causes carry the place of their step, counted from 1."""

AMOUNT_COLUMNS = (1, 2, 3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MoneyModel(QAbstractItemModel):
    """Lists steps and causes. Words are made when a line is first shown, and kept: there may be thousands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: MoneyRows | None = None
        self._steps: tuple[MoneyStep, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._worded: dict[tuple[int, int], Row] = {}
        self._bold = QFont(QApplication.font())
        self._bold.setBold(True)

    def show(self, rows: MoneyRows | None) -> None:
        """Show other steps; None for none at all."""
        self.beginResetModel()
        self._rows = rows
        self._steps = rows.waterfall.steps if rows is not None else ()
        self._heads = rows.heads() if rows is not None else ()
        self._worded = {}
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """What a line says; None for no line."""
        if self._rows is None or not index.isValid():
            return None
        place = index.internalId(), index.row()
        if place not in self._worded:
            self._worded[place] = self._word(self._rows, *place)
        return self._worded[place]

    def key(self, row: int) -> Key | None:
        """The group that a top line is about; None for the total, and where there is no line."""
        return self._steps[row].key if 0 <= row < len(self._steps) else None

    def split_rows(self) -> list[int]:
        """The top lines that have others below them."""
        return [row for row, step in enumerate(self._steps) if len(step.causes) > 1]

    def row_of(self, key: Key) -> int:
        """The top line about a group; -1 when there is none."""
        return next((row for row, step in enumerate(self._steps) if step.key == key), -1)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a cell."""
        if not 0 <= row < self.rowCount(parent) or not 0 <= column < len(self._heads):
            return _NOWHERE
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _STEP)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: Index) -> QModelIndex: ...

    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        """The line of a cause's step; without an index, the object that owns the model."""
        if index is None:
            return super().parent()
        if not index.isValid() or index.internalId() == _STEP:
            return _NOWHERE
        return self.createIndex(index.internalId() - 1, 0, _STEP)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are: steps and the total, or the causes of one step where it has several."""
        if not parent.isValid():
            return len(self._steps) + 1 if self._rows is not None else 0
        if parent.internalId() != _STEP or parent.column() or parent.row() == len(self._steps):
            return 0
        count = len(self._steps[parent.row()].causes)
        return count if count > 1 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many columns as there are heads."""
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """What stands above the columns."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._heads):
            return None
        if role == _Role.TextAlignmentRole:
            return _RIGHT if section in AMOUNT_COLUMNS else _LEFT
        return self._heads[section] if role == _Role.DisplayRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """What a cell says, by role."""
        row = self.row(index)
        if row is None:
            return None
        if role == _Role.DisplayRole:
            return row.cells[index.column()]
        if role == _Role.ToolTipRole:
            is_last = index.column() == len(row.cells) - 1
            return row.stamp if is_last and row.stamp else row.cells[index.column()]
        if role == _Role.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == _Role.TextAlignmentRole:
            return _RIGHT if index.column() in AMOUNT_COLUMNS else _LEFT
        is_total = index.internalId() == _STEP and index.row() == len(self._steps)
        return self._bold if role == _Role.FontRole and is_total else None

    def _word(self, rows: MoneyRows, above: int, place: int) -> Row:
        if above != _STEP:
            return rows.cause(self._steps[above - 1].causes[place])
        return rows.step(self._steps[place]) if place < len(self._steps) else rows.total()

    def _spoken(self, row: Row, column: int) -> str:
        """A cell for those who do not see its column; the first one speaks for the whole line."""
        cells = zip(self._heads, row.cells, strict=True)
        if column:
            return f"{self._heads[column]}: {row.cells[column]}"
        return ", ".join(f"{head}: {cell}" for head, cell in cells if cell)
