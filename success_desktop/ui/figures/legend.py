"""The words to a chart's colours: a patch with the branch's letter, and its name."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from success_desktop.ui.figures.figure_button import Figure, FigureButton, FigureGroup
from success_desktop.ui.figures.year_chart import ink_on, series_colour
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.theme import GRID, tokens

_HEIGHT = 26
_PATCH = 20
_WIDEST = 280
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Key(NamedTuple):
    """One entry: the colour's place, the letter, the name of the branch."""

    place: int
    mark: str
    name: str
    figure: Figure


class KeyButton(FigureButton):
    """One entry of the legend."""

    def __init__(self, key: Key, parent: QWidget) -> None:
        super().__init__(key.figure, parent)
        self.key = key

    def sizeHint(self) -> QSize:
        """As wide as its words, up to a limit."""
        words = self.fontMetrics().horizontalAdvance(self.key.name)
        return QSize(min(_WIDEST, _PATCH + 2 * GRID + words), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint patch, letter and name."""
        painter = QPainter(self)
        fill = series_colour(self.key.place)
        patch = QRect(2, (self.height() - _PATCH) // 2, _PATCH, _PATCH)
        painter.fillRect(patch, fill)
        painter.setPen(ink_on(fill))
        painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, self.key.mark)
        room = self.rect().adjusted(_PATCH + GRID, 0, -2, 0)
        painter.setPen(QColor(tokens().accent if self.underMouse() else tokens().text))
        name = painter.fontMetrics().elidedText(self.key.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, name)
        self.paint_ring(painter)


class Legend(FigureGroup):
    """The entries, like words in lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, GRID, QMargins(0, 0, 0, 0))

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show other entries."""
        while self._flow.count():
            self._flow.takeAt(0)
        buttons = [KeyButton(key, self) for key in keys]
        for button in buttons:
            self._flow.addWidget(button)
        self.set_columns([[button] for button in buttons])
