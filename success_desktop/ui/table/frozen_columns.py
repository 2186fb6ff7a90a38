"""The first columns of the grid, laid over it so that they stay in sight while it is scrolled sideways."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from success_desktop.ui.table.grid_delegate import GridDelegate
from success_desktop.ui.table.grid_header import GridHeader
from success_desktop.ui.table.grid_model import GridModel
from success_desktop.ui.table.grid_paint import ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex


def furnish_table(table: QTableView, model: GridModel) -> tuple[GridHeader, GridDelegate]:
    """What both halves of the grid have in common: model, head, delegate, the way they scroll and select."""
    table.setModel(model)
    header, delegate = GridHeader(model, table), GridDelegate(table)
    table.setHorizontalHeader(header)
    table.setItemDelegate(delegate)
    table.setProperty("role", "grid")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setCornerButtonEnabled(False)
    table.setWordWrap(False)
    table.setMouseTracking(False)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    return header, delegate


class FrozenColumns(QTableView):
    """Shows the first `count` columns of the grid `owner`, follows its rows, and leaves the keyboard to it."""

    def __init__(self, model: GridModel, owner: QTableView) -> None:
        super().__init__(owner)
        self._owner = owner
        self.count = 0
        self.head, self.delegate = furnish_table(self, model)
        self.setSelectionModel(owner.selectionModel())
        self.setFocusProxy(owner)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setProperty("half", "frozen")
        bars = owner.verticalScrollBar(), self.verticalScrollBar()
        bars[0].valueChanged.connect(bars[1].setValue)
        bars[1].valueChanged.connect(bars[0].setValue)
        bars[1].rangeChanged.connect(lambda: bars[1].setValue(bars[0].value()))
        owner.horizontalHeader().sectionResized.connect(self._on_column_resized)
        self.head.sectionResized.connect(self._on_own_column_resized)
        owner.verticalHeader().sectionResized.connect(lambda row, _old, new: self.setRowHeight(row, new))

    def freeze(self, count: int) -> None:
        """Show the first `count` columns and no others, as wide as they are in the owner."""
        self.count = count
        for column in range(self._owner.horizontalHeader().count()):
            self.setColumnHidden(column, column >= count)
            if column < count:
                self.setColumnWidth(column, self._owner.columnWidth(column))
        self.fit()
        self.updateGeometries()

    def width_wanted(self) -> int:
        """The width of the frozen columns, in pixels."""
        return sum(self._owner.columnWidth(column) for column in range(self.count))

    def fit(self) -> None:
        """Lie over the owner's first columns, its head included."""
        header = cast(GridHeader, self._owner.horizontalHeader())
        self.head.setFixedHeight(header.height())
        frame = self._owner.frameWidth()
        height = self._owner.viewport().height() + header.height()
        self.setGeometry(frame, frame, self.width_wanted(), height)
        self.setVisible(self.count > 0)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Leave scrolling to the owner: a column that is not shown here must not move these."""
        if index.column() < self.count:
            super().scrollTo(index, hint)

    def _on_column_resized(self, column: int, _old: int, new: int) -> None:
        if column < self.count and self.columnWidth(column) != new:
            self.setColumnWidth(column, new)
        if column < self.count:
            self.fit()

    def _on_own_column_resized(self, column: int, _old: int, new: int) -> None:
        if column < self.count and self._owner.columnWidth(column) != new and new > 0:
            self._owner.setColumnWidth(column, new)
