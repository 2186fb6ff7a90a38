"""Figures one below the other: names with numbers, and bars between them where amounts are to be compared."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from success_desktop.ui.figures.figure_button import Figure, FigureButton, FigureGroup
from success_desktop.ui.theme import GRID, tokens

LINE_HEIGHT = 30
_NAME_SHARE = 0.46
_LEAST_BAR = 2
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Line(NamedTuple):
    """A name and a number; `share` is the length of the bar between them (0 to 1 of the longest), None for no bar."""

    name: str
    text: str
    figure: Figure
    share: float | None = None


class LineButton(FigureButton):
    """One line."""

    def __init__(self, line: Line, number_width: int, parent: QWidget) -> None:
        super().__init__(line.figure, parent)
        self.line = line
        self._number_width = number_width
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line of text with room around it."""
        return QSize(24 * GRID, LINE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, bar and number, and the line that parts it from the next."""
        painter, colours = QPainter(self), tokens()
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.hover))
        painter.setPen(QColor(colours.divider))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        room = self.rect().adjusted(GRID, 0, -GRID, -1)
        number = QRect(room.right() - self._number_width + 1, room.top(), self._number_width, room.height())
        name = QRect(room.left(), room.top(), self._name_width(room), room.height())
        painter.setPen(QColor(colours.text))
        elided = painter.fontMetrics().elidedText(self.line.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, _LEFT, elided)
        painter.drawText(number, _RIGHT, self.line.text)
        if self.line.share is not None:
            left = name.right() + GRID
            longest = number.left() - GRID - left
            length = max(_LEAST_BAR, int(longest * self.line.share))
            painter.fillRect(
                QRect(left, room.top() + 7, length, room.height() - 14), QColor(colours.series[0])
            )
        self.paint_ring(painter)

    def _name_width(self, room: QRect) -> int:
        if self.line.share is not None:
            return int(room.width() * _NAME_SHARE)
        return room.width() - self._number_width - GRID


class FigureLines(FigureGroup):
    """Lines that can be asked for what is behind them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        width = max((self.fontMetrics().horizontalAdvance(line.text) for line in lines), default=0)
        buttons = [LineButton(line, width, self) for line in lines]
        for button in buttons:
            self._layout.addWidget(button)
        self.set_columns([buttons])
