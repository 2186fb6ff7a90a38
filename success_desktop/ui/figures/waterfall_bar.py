"""One column of a waterfall: its number, its bar, and what it is called."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextLayout,
)
from PySide6.QtWidgets import QWidget

from success_desktop.ui.figures.figure_button import FigureButton
from success_desktop.ui.figures.waterfall_bars import PlacedBar
from success_desktop.ui.theme import GRID, tokens

LINE = 22
HEAD_LINES = 2
ROOM_BELOW = (HEAD_LINES + 1) * LINE + GRID // 2
"""Pixels below the ground: the name in two lines, and the note."""

_BREAK = 14
"""Pixels above the ground at which a total is cut through, where the scale does not begin at nought."""

_TOOTH = 6
_MORE_SHARE, _LESS_SHARE = 0.5, 0.3
_CENTRE = Qt.AlignmentFlag.AlignCenter


class BarButton(FigureButton):
    """One column: the number, the bar, and the words below. `shape` is the bar within the column."""

    def __init__(self, placed: PlacedBar, parent: QWidget) -> None:
        super().__init__(placed.bar.figure, parent)
        self.placed = placed
        self.shape = QRect()
        self.is_cut = False

    def show_shape(self, shape: QRect, *, is_cut: bool) -> None:
        """Show a bar of another size; `is_cut` tells that it does not begin at nought."""
        self.shape, self.is_cut = shape, is_cut
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the column."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens().hover))
        if self.placed.is_total:
            painter.fillRect(self.shape, QColor(tokens().accent))
            if self.is_cut:
                self._cut(painter)
        else:
            self._paint_step(painter)
        self._write(painter)
        self.paint_ring(painter)

    def _paint_step(self, painter: QPainter) -> None:
        """A lighter bar than a total's; what takes away is hatched, too."""
        is_less = self.placed.bar.baht < 0
        ink = QColor(tokens().deleted if is_less else tokens().accent)
        fill = QColor(ink)
        fill.setAlphaF(_LESS_SHARE if is_less else _MORE_SHARE)
        painter.fillRect(self.shape, fill)
        if is_less:
            painter.fillRect(self.shape, QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(ink, tokens().edge))
        painter.drawRect(self.shape.adjusted(0, 0, -1, -1))

    def _cut(self, painter: QPainter) -> None:
        """The visible break of the scale: a zigzag in the colour of the card through the bar."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens().card), 4)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        middle = self.shape.bottom() - _BREAK
        left, right = self.shape.left() - _TOOTH, self.shape.right() + _TOOTH
        teeth = [
            QPointF(left + place * _TOOTH, middle + (3 if place % 2 else -3))
            for place in range((right - left) // _TOOTH + 2)
        ]
        painter.drawPolyline(QPolygonF(teeth))
        painter.restore()

    def _write(self, painter: QPainter) -> None:
        font, bar, colours = self.font(), self.placed.bar, tokens()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRect(0, self.shape.top() - LINE, self.width(), LINE), _CENTRE, bar.text)
        painter.setFont(self.font())
        top, room = self.height() - (HEAD_LINES + 1) * LINE, self.width() - GRID // 2
        heads = wrap_lines(bar.head, self.font(), room, HEAD_LINES)
        for place, line in enumerate(heads):
            painter.drawText(QRect(0, top + place * LINE, self.width(), LINE), _CENTRE, line)
        painter.setPen(QColor(colours.secondary))
        note = painter.fontMetrics().elidedText(bar.note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(0, top + len(heads) * LINE, self.width(), LINE), _CENTRE, note)


def wrap_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text in at most so many lines of so many pixels, broken between words (of Thai, too); the last one elided."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) + 1 == most:
            rest = QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            lines.append(rest)
            break
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines
