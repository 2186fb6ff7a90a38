"""The list of cards: however many there are, only those in sight are worded and set."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from success_desktop.ui.compare.card_layout import GAP, Style, frame_of
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.card_mouse import CardMouse
from success_desktop.ui.compare.card_stack import CardStack
from success_desktop.ui.compare.card_writer import CardWriter
from success_desktop.ui.compare.reading import Reading
from success_desktop.ui.compare.step_keys import steps_of
from success_desktop.ui.theme import tokens

_Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_STEP = 48
_CORNER = 6.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS_ON = {_Cursor.MoveDown: 1, _Cursor.MoveNext: 1, _Cursor.MoveUp: -1, _Cursor.MovePrevious: -1}


class CardList(QListView):
    """Shows the differences of a CardModel as cards below each other. It is one of Qt's lists for screen readers only.

    `part_pressed(part)` tells that a part of the current card was clicked: "name" (or Enter was pressed) or "restore".
    """

    part_pressed = Signal(str)

    def __init__(self, model: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card_list")
        self._cards = model
        self._reading: Reading = "edits"
        self._is_settling = False
        self.stack = CardStack(model)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.mouse = CardMouse(self)
        self.mouse.part_pressed.connect(self.part_pressed)
        self.doubleClicked.connect(lambda: self.part_pressed.emit("name"))

    def show_cards(self, writer: CardWriter | None, *, can_restore: bool) -> None:
        """Show other differences. The current card and what is in sight stay by what they are about."""
        first = self.stack.rows_between(self.verticalOffset(), self.verticalOffset())
        top = first[0] if first else 0
        offset = self.stack.rect(top).top() - self.verticalOffset() if first else 0
        seen, current = self._cards.places_from(top), self._cards.places_from(self.currentIndex().row())
        self.stack.can_restore = can_restore
        self._cards.show(writer)
        self.choose(self._cards.first_left(current), is_seen=False)
        row = self._cards.first_left(seen)
        if row > 0 and self.stack.style is not None:
            self.stack.layout(row)  # what comes before it must not push it away
        self._move_to(self.stack.rect(row).top() - offset if row > 0 else 0)

    def read_as(self, reading: Reading) -> None:
        """Show the old texts, the new ones, or both."""
        self._reading = reading
        self.updateGeometries()

    def choose(self, row: int, *, is_seen: bool = True) -> None:
        """Make the card of a row the current one, and bring it into sight unless told otherwise; -1 for none."""
        index = self._cards.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if is_seen and index.isValid():
            self.scrollTo(index)

    def visualRect(self, index: _Index) -> QRect:
        """Where the card of an index is on the screen."""
        if not index.isValid():
            return QRect()
        return self.stack.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card at a point of the screen; invalid between cards."""
        y = point.y() + self.verticalOffset()
        rows = self.stack.rows_between(y, y)
        index = self._cards.index(rows[0]) if rows else QModelIndex()
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a card into sight: wholly, or from its top where it is higher than the list."""
        if not index.isValid() or self.stack.style is None:
            return
        self.stack.layout(index.row())
        rect, top, room = self.stack.rect(index.row()), self.verticalOffset(), self.viewport().height()
        if rect.top() < top or rect.height() > room or hint == _Hint.PositionAtTop:
            is_long = rect.height() > room and top <= rect.top() < top + room // 2
            self._move_to(top if is_long and hint != _Hint.PositionAtTop else rect.top())
        elif rect.bottom() > top + room:
            self._move_to(rect.bottom() + 1 - room)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The card that a key leads to. A card longer than the list is read to its end first."""
        row, last, room = self.currentIndex().row(), self._cards.rowCount() - 1, self.viewport().height()
        if last < 0:
            return QModelIndex()
        if action in (_Cursor.MoveHome, _Cursor.MoveEnd):
            return self._cards.index(0 if action == _Cursor.MoveHome else last)
        if action in (_Cursor.MovePageDown, _Cursor.MovePageUp):
            way = room if action == _Cursor.MovePageDown else -room
            y = self.stack.rect(max(row, 0)).top() + way
            return self._cards.index(self.stack.rows_between(y, y)[0])
        ahead = _ROWS_ON.get(action, 0)
        rect = self.visualRect(self.currentIndex())
        if rect.height() > room and ((ahead > 0 and rect.bottom() > room) or (ahead < 0 and rect.top() < 0)):
            self._move_to(self.verticalOffset() + ahead * room // 2)
            return self.currentIndex()
        return self._cards.index(max(0, min(row + ahead, last)))

    def verticalOffset(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the card that was pressed."""
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def reset(self) -> None:
        """The cards are others: set them anew."""
        super().reset()
        self.stack.style = None
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Fit the cards to the width of the list; the first in sight stays the first."""
        style = Style(self.font(), self.viewport().width() - GAP // 2, self._reading)
        top = self.verticalOffset()
        if style != self.stack.style:
            rows = self.stack.rows_between(top, top)
            self.stack.begin(style)
            top = self.stack.rect(rows[0]).top() if rows and rows[0] < self._cards.rowCount() else 0
        self._move_to(top)
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        """Set only what is in sight, where a list of Qt's would ask every row for its size."""
        QAbstractItemView.doItemsLayout(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another part of the list is in sight."""
        if not self._is_settling:
            self._move_to(self.verticalOffset())
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, inks = self.verticalOffset(), tokens()
        for row in self.stack.rows_between(top + event.rect().top(), top + event.rect().bottom()):
            layout, is_current = self.stack.layout(row), row == self.currentIndex().row()
            rect = self.visualRect(self._cards.index(row))
            width = inks.focus_edge if is_current and self.hasFocus() else inks.edge
            painter.setPen(QPen(QColor(inks.accent if is_current else inks.border), width))
            painter.setBrush(QColor(inks.card))
            painter.drawRoundedRect(frame_of(rect), _CORNER, _CORNER)
            layout.draw(painter, rect.topLeft(), self.mouse.part_in(row))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the card is about; the keys of steps are for the view around the list."""
        if steps_of(event):
            event.ignore()
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self.part_pressed.emit("name")
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set all cards anew in other colours or another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.stack.style = None
            self.updateGeometries()

    def _move_to(self, top: int) -> None:
        """Scroll so that what is at `top` comes first, with everything in sight set."""
        if self._is_settling or self.stack.style is None:
            return
        self._is_settling = True
        room, bar = self.viewport().height(), self.verticalScrollBar()
        if top > self.stack.total() - room:
            self.stack.fill(top, room)
        top = self.stack.settle(max(0, min(top, self.stack.total() - room)), room)
        bar.setRange(0, max(self.stack.total() - room, 0))
        bar.setPageStep(room)
        bar.setValue(top)
        self._is_settling = False
        self.viewport().update()
