"""The mouse over the cards: names and ways back are underlined under it, and tell when they are pressed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from success_desktop.ui.compare.card_list import CardList

_HEAD = 36
"""Pixels from the top of a card that its head takes."""
_NOWHERE = (-1, "")


class CardMouse(QObject):
    """Watches the mouse over a list of cards. `part_pressed(part)` tells that a part of the current card was clicked."""

    part_pressed = Signal(str)

    def __init__(self, cards: "CardList") -> None:
        super().__init__(cards)
        self._cards = cards
        self._hovered = _NOWHERE
        cards.viewport().setMouseTracking(True)
        cards.viewport().installEventFilter(self)

    def part_in(self, row: int) -> str:
        """What the mouse is over in the card of a row: "name", "restore" or nothing ("")."""
        return self._hovered[1] if self._hovered[0] == row else ""

    def explanation(self, point: QPoint) -> str:
        """The whole head of a card, of which the list may have no room for all."""
        index = self._cards.indexAt(point)
        if not index.isValid() or point.y() > self._cards.visualRect(index).top() + _HEAD:
            return ""
        card = self._cards.stack.layout(index.row()).card
        return f"{card.name} · {card.head()}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse; nothing is kept from the list but what explains a card's head."""
        if event.type() == QEvent.Type.Leave:
            self._hover(_NOWHERE)
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.explanation(event.pos()), self._cards)
            return True
        elif isinstance(event, QMouseEvent):
            here = self._part_at(event.position().toPoint())
            if event.type() == QEvent.Type.MouseMove:
                self._hover(here)
            is_click = (
                event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
            )
            if is_click and here[1] and here[0] == self._cards.currentIndex().row():
                self.part_pressed.emit(here[1])
        return False

    def _part_at(self, point: QPoint) -> tuple[int, str]:
        index = self._cards.indexAt(point)
        if not index.isValid():
            return _NOWHERE
        corner = self._cards.visualRect(index).topLeft()
        return index.row(), self._cards.stack.layout(index.row()).part_at(point - corner)

    def _hover(self, here: tuple[int, str]) -> None:
        if here != self._hovered:
            self._hovered = here
            self._cards.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if here[1] else Qt.CursorShape.ArrowCursor
            )
            self._cards.viewport().update()
