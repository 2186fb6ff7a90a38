"""The chart of budgets by fiscal year: a column for each year, in slices for each branch of the plan, from zero upwards."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from success_desktop.ui.figures.figure_button import Figure, FigureButton, FigureGroup
from success_desktop.ui.theme import GRID, tokens

_HEIGHT = 264
_LINE = 26
_WIDEST = 88
_LEAST_SLICE = 3
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Slice(NamedTuple):
    """One branch's money in one year: the place of its colour, the letter that stands for the branch, the number on it."""

    place: int
    mark: str
    text: str
    baht: Decimal
    figure: Figure


class Column(NamedTuple):
    """One year: what stands below and above it, and its slices from the bottom up."""

    head: str
    text: str
    total: Figure
    slices: tuple[Slice, ...]


def series_colour(place: int) -> QColor:
    """The colour of a chart's series, by its place; the last serves for all beyond."""
    series = tokens().series
    return QColor(series[min(place, len(series) - 1)])


def ink_on(fill: QColor) -> QColor:
    """What to write with on a filled bar: the darker or the lighter of the card's two colours."""
    inks = (QColor(tokens().card), QColor(tokens().text))
    return max(inks, key=lambda ink: contrast(ink, fill))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class SliceButton(FigureButton):
    """A slice of a column, with its letter and its number where there is room."""

    def __init__(self, one: Slice, parent: QWidget) -> None:
        super().__init__(one.figure, parent)
        self.slice = one

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slice, parted from the one below by a line of the card's colour."""
        painter = QPainter(self)
        fill = series_colour(self.slice.place)
        painter.fillRect(self.rect(), QColor(tokens().card))
        painter.fillRect(self.rect().adjusted(0, 0, 0, -1), fill.lighter(115) if self.underMouse() else fill)
        room = self.rect().adjusted(5, 0, -5, -1)
        metrics = painter.fontMetrics()
        if room.height() >= metrics.ascent():
            painter.setPen(ink_on(fill))
            self._write(painter, room)
        self.paint_ring(painter)

    def _write(self, painter: QPainter, room: QRect) -> None:
        metrics = painter.fontMetrics()
        needed = metrics.horizontalAdvance(f"{self.slice.mark} {self.slice.text}")
        if needed > room.width():
            painter.drawText(room, _CENTRE, self.slice.mark)
            return
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.slice.mark)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.slice.text)


class NumberButton(FigureButton):
    """The sum above a column."""

    def __init__(self, text: str, figure: Figure, parent: QWidget) -> None:
        super().__init__(figure, parent)
        self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number, underlined under the mouse like a link."""
        painter = QPainter(self)
        font = self.font()
        font.setBold(True)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        painter.drawText(self.rect(), _CENTRE, self.text())
        self.paint_ring(painter)


class YearChart(FigureGroup):
    """Draws the columns to one scale. Every number and every slice can be asked for the rows behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_HEIGHT)
        self._columns: tuple[Column, ...] = ()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other years or other sums."""
        self._columns = tuple(columns)
        self.set_columns([self._buttons(column) for column in columns])
        self._place_buttons()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a number above each column."""
        return QSize(max(1, len(self._columns)) * _WIDEST, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width."""
        self._place_buttons()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line at zero and the years below it."""
        painter = QPainter(self)
        floor = self.height() - _LINE
        painter.setPen(QColor(tokens().field_border))
        painter.drawLine(0, floor, self.width(), floor)
        painter.setPen(QColor(tokens().text))
        for place, column in enumerate(self._columns):
            left, width = self._slot(place)
            painter.drawText(QRect(left, floor, width, _LINE), _CENTRE, column.head)

    def _buttons(self, column: Column) -> list[FigureButton]:
        """The figures of a column from the top down, as the arrows lead through them."""
        total = NumberButton(column.text, column.total, self)
        return [total, *(SliceButton(one, self) for one in reversed(column.slices))]

    def _slot(self, place: int) -> tuple[int, int]:
        """Where the room of a column begins, and its width."""
        count = len(self._columns)
        left, right = self.width() * place // count, self.width() * (place + 1) // count
        return left, right - left

    def _place_buttons(self) -> None:
        most = max((_sum(column) for column in self._columns), default=Decimal(0))
        floor = self.height() - _LINE
        room = floor - _LINE
        for place, (column, buttons) in enumerate(zip(self._columns, self.columns, strict=True)):
            left, slot = self._slot(place)
            width = min(_WIDEST, slot - GRID)
            bottom, stacked = floor, Decimal(0)
            for one, button in zip(column.slices, reversed(buttons), strict=False):
                stacked += one.baht
                top = min(floor - int(stacked * room / most), bottom - _LEAST_SLICE)
                button.setGeometry(left + (slot - width) // 2, top, width, bottom - top)
                bottom = top
            buttons[0].setGeometry(left, bottom - _LINE, slot, _LINE)


def _sum(column: Column) -> Decimal:
    return sum((one.baht for one in column.slices), Decimal(0))
