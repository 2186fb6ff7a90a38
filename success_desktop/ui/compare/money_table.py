"""The table of the money: steps, their causes and the total, in columns that fit the width there is."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from success_desktop.domain.money_groups import Key
from success_desktop.ui.compare.money_model import AMOUNT_COLUMNS, MoneyModel
from success_desktop.ui.theme import GRID

_NAME, _CAUSE, _STAMP = 0, 4, 5
_LEAST_WIDTHS = {_NAME: 200, _CAUSE: 220}
_STAMP_WIDTH = 184
_Flag = QItemSelectionModel.SelectionFlag


class Sight(NamedTuple):
    """What somebody looks at: the steps laid open and those closed, the current one, how far down the table is scrolled."""

    opened: frozenset[Key | None] = frozenset()
    closed: frozenset[Key | None] = frozenset()
    current: Key | None = None
    scrolled: int = 0


class MoneyTable(QTreeView):
    """Shows a MoneyModel. Amounts are as wide as they need be; names and causes share what is left, down to a limit."""

    def __init__(self, model: MoneyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = model
        self.setProperty("role", "steps")
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        model.modelReset.connect(self._fit_columns)

    def mark_rows(self, rows: Sequence[int]) -> None:
        """Mark top lines and bring the first of them into sight; the current line is then that one."""
        selection = self.selectionModel()
        selection.clearSelection()
        for row in rows:
            selection.select(self.steps.index(row, 0), _Flag.Select | _Flag.Rows)
        first = self.steps.index(rows[0], 0)
        selection.setCurrentIndex(first, _Flag.NoUpdate)
        self.scrollTo(first)

    def sight(self) -> Sight:
        """What is looked at now."""
        keys: dict[bool, set[Key | None]] = {True: set(), False: set()}
        for row in self.steps.split_rows():
            keys[self.isExpanded(self.steps.index(row, 0))].add(self.steps.key(row))
        current = self.currentIndex()
        top = current.parent() if current.parent().isValid() else current
        scrolled = self.verticalScrollBar().value()
        return Sight(frozenset(keys[True]), frozenset(keys[False]), self.steps.key(top.row()), scrolled)

    def look_at(self, sight: Sight, *, is_open: bool) -> None:
        """Look at the same again, as far as it is still there; `is_open` tells what steps are that were not there before."""
        for row in self.steps.split_rows():
            key = self.steps.key(row)
            if key in sight.opened or (is_open and key not in sight.closed):
                self.expand(self.steps.index(row, 0))
        if sight.current is not None:
            self.setCurrentIndex(self.steps.index(self.steps.row_of(sight.current), 0))
        self.verticalScrollBar().setValue(sight.scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        if not self.steps.columnCount():
            return
        widths = {column: self._amount_width(column) for column in AMOUNT_COLUMNS}
        widths[_STAMP] = _STAMP_WIDTH
        share = (self.viewport().width() - sum(widths.values())) // len(_LEAST_WIDTHS)
        widths |= {column: max(least, share) for column, least in _LEAST_WIDTHS.items()}
        for column, width in widths.items():
            self.header().resizeSection(column, width)

    def _amount_width(self, column: int) -> int:
        """The width of the head of a column or of its total, which no other amount exceeds by more than a sign."""
        metrics = self.header().fontMetrics()
        total = self.steps.row(self.steps.index(self.steps.rowCount() - 1, 0))
        texts = (
            str(self.steps.headerData(column, Qt.Orientation.Horizontal)),
            f"{total.cells[column] if total else ''}0",
        )
        return max(map(metrics.horizontalAdvance, texts)) + 3 * GRID
