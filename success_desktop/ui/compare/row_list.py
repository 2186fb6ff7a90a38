"""A list of painted rows of any height: however many there are, only those in sight are worded and set."""

from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from success_desktop.ui.compare.row_stack import GAP, Laid

Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_STEP = 48
_ROWS_ON = {_Cursor.MoveDown: 1, _Cursor.MoveNext: 1, _Cursor.MoveUp: -1, _Cursor.MovePrevious: -1}


class Stack(Protocol):
    """Where the rows of a list stand, as `RowStack` keeps it."""

    def layout(self, row: int) -> Laid:
        """A row, set now if it has not been."""

    def rect(self, row: int) -> QRect:
        """Where a row stands."""

    def total(self) -> int:
        """The height of all rows."""

    def fill(self, top: int, room: int) -> None:
        """Set what a window shows."""

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows in sight between two heights."""

    def settle(self, top: int, room: int) -> int:
        """Set what is in sight; returns where the window's top is then."""


class RowList(QListView):
    """Shows the rows of a model below each other, one of them current. It is one of Qt's lists for screen readers only."""

    def __init__(self, model: QAbstractItemModel, rows: Stack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._is_settling = False
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)

    # --- what a subclass says --------------------------------------------------------------------------------

    def fit(self, width: int) -> bool:
        """Have the stack set its rows `width` pixels wide, if it does not yet; whether all are set anew."""
        raise NotImplementedError

    def forget_layout(self) -> None:
        """Have all rows set anew: they say something else, or in other colours."""
        raise NotImplementedError

    def is_laid_out(self) -> bool:
        """Whether the stack knows how to set its rows."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, row: int, rect: QRect) -> None:
        """Paint a row into its place on the screen."""
        raise NotImplementedError

    # --- where the rows are ----------------------------------------------------------------------------------

    def choose(self, row: int, *, is_seen: bool = True) -> None:
        """Make a row the current one, and bring it into sight unless told otherwise; -1 for none."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if is_seen and index.isValid():
            self.scrollTo(index)

    def visualRect(self, index: Index) -> QRect:
        """Where the row of an index is on the screen."""
        if not index.isValid():
            return QRect()
        return self._rows.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the screen; invalid between rows."""
        y = point.y() + self.verticalOffset()
        rows = self._rows.rows_between(y, y)
        index = self.model().index(rows[0], 0) if rows else QModelIndex()
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a row into sight: wholly, or from its top where it is higher than the list."""
        if not index.isValid() or not self.is_laid_out():
            return
        self._rows.layout(index.row())
        rect, top, room = self._rows.rect(index.row()), self.verticalOffset(), self.viewport().height()
        if rect.top() < top or rect.height() > room or hint == _Hint.PositionAtTop:
            is_long = rect.height() > room and top <= rect.top() < top + room // 2
            self.move_to(top if is_long and hint != _Hint.PositionAtTop else rect.top())
        elif rect.bottom() > top + room:
            self.move_to(rect.bottom() + 1 - room)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The row that a key leads to. A row longer than the list is read to its end first."""
        row, last, room = self.currentIndex().row(), self.model().rowCount() - 1, self.viewport().height()
        if last < 0:
            return QModelIndex()
        if action in (_Cursor.MoveHome, _Cursor.MoveEnd):
            return self.model().index(0 if action == _Cursor.MoveHome else last, 0)
        if action in (_Cursor.MovePageDown, _Cursor.MovePageUp):
            way = room if action == _Cursor.MovePageDown else -room
            y = self._rows.rect(max(row, 0)).top() + way
            return self.model().index(self._rows.rows_between(y, y)[0], 0)
        ahead = _ROWS_ON.get(action, 0)
        rect = self.visualRect(self.currentIndex())
        if rect.height() > room and ((ahead > 0 and rect.bottom() > room) or (ahead < 0 and rect.top() < 0)):
            self.move_to(self.verticalOffset() + ahead * room // 2)
            return self.currentIndex()
        return self.model().index(max(0, min(row + ahead, last)), 0)

    def verticalOffset(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the row that was pressed."""
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def move_to(self, top: int) -> None:
        """Scroll so that what is at `top` comes first, with everything in sight set."""
        if self._is_settling or not self.is_laid_out():
            return
        self._is_settling = True
        rows, room, bar = self._rows, self.viewport().height(), self.verticalScrollBar()
        if top > rows.total() - room:
            rows.fill(top, room)
        top = rows.settle(max(0, min(top, rows.total() - room)), room)
        bar.setRange(0, max(rows.total() - room, 0))
        bar.setPageStep(room)
        bar.setValue(top)
        self._is_settling = False
        self.viewport().update()

    # --- what Qt asks ----------------------------------------------------------------------------------------

    def reset(self) -> None:
        """The rows are others: set them anew."""
        super().reset()
        self.forget_layout()
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Fit the rows to the width of the list; the first in sight stays the first."""
        top = self.verticalOffset()
        rows = self._rows.rows_between(top, top)
        if self.fit(self.viewport().width() - GAP // 2):
            top = self._rows.rect(rows[0]).top() if rows and rows[0] < self.model().rowCount() else 0
        self.move_to(top)
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        """Set only what is in sight, where a list of Qt's would ask every row for its size."""
        QAbstractItemView.doItemsLayout(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another part of the list is in sight."""
        if not self._is_settling:
            self.move_to(self.verticalOffset())
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.verticalOffset()
        for row in self._rows.rows_between(top + event.rect().top(), top + event.rect().bottom()):
            self.paint_row(painter, row, self.visualRect(self.model().index(row, 0)))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Set all rows anew in other colours or another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.forget_layout()
            self.updateGeometries()
