"""The list of cards: however many there are, only those in sight are worded and set."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from success_desktop.ui.compare.card_layout import Style, frame_of
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.card_mouse import CardMouse
from success_desktop.ui.compare.card_stack import CardStack
from success_desktop.ui.compare.card_writer import CardWriter
from success_desktop.ui.compare.reading import Reading
from success_desktop.ui.compare.row_list import RowList
from success_desktop.ui.compare.step_keys import steps_of
from success_desktop.ui.theme import tokens

_CORNER = 6.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardList(RowList):
    """Shows the differences of a CardModel as cards below each other.

    `part_pressed(part)` tells that a part of the current card was clicked: "name" (or Enter was pressed) or "restore".
    """

    part_pressed = Signal(str)

    def __init__(self, model: CardModel, parent: QWidget | None = None) -> None:
        self._cards = model
        self._reading: Reading = "edits"
        self.stack = CardStack(model)
        super().__init__(model, self.stack, parent)
        self.setObjectName("card_list")
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
        self.move_to(self.stack.rect(row).top() - offset if row > 0 else 0)

    def read_as(self, reading: Reading) -> None:
        """Show the old texts, the new ones, or both."""
        self._reading = reading
        self.updateGeometries()

    def fit(self, width: int) -> bool:
        """Have the cards set in this width, font and reading; whether all are set anew."""
        style = Style(self.font(), width, self._reading)
        is_other = style != self.stack.style
        if is_other:
            self.stack.begin(style)
        return is_other

    def forget_layout(self) -> None:
        """Have all cards set anew."""
        self.stack.style = None

    def is_laid_out(self) -> bool:
        """Whether the cards have a width yet."""
        return self.stack.style is not None

    def paint_row(self, painter: QPainter, row: int, rect: QRect) -> None:
        """Paint a card; the current one has an edge of its own."""
        inks, is_current = tokens(), row == self.currentIndex().row()
        width = inks.focus_edge if is_current and self.hasFocus() else inks.edge
        painter.setPen(QPen(QColor(inks.accent if is_current else inks.border), width))
        painter.setBrush(QColor(inks.card))
        painter.drawRoundedRect(frame_of(rect), _CORNER, _CORNER)
        self.stack.layout(row).draw(painter, rect.topLeft(), self.mouse.part_in(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the card is about; the keys of steps are for the view around the list."""
        if steps_of(event):
            event.ignore()
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self.part_pressed.emit("name")
        else:
            super().keyPressEvent(event)
