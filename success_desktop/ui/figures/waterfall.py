"""The waterfall: the old total, a step for whatever added to it or took from it, the new total."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from success_desktop.ui.figures.figure_button import FigureGroup
from success_desktop.ui.figures.waterfall_bar import LINE, ROOM_BELOW, BarButton
from success_desktop.ui.figures.waterfall_bars import Bar, PlacedBar, Scale, place_bars, scale_of
from success_desktop.ui.theme import GRID, tokens

_HEIGHT = 236
_WIDEST_BAR, _NARROWEST_SLOT, _WIDEST_SLOT = 60, 96, 136
_MOST_STEPS = 10
_LEAST_BAR = 3


class WaterfallChart(FigureGroup):
    """Draws the bars to one scale, as many as there is room for.

    `bar_chosen(places)` tells which steps a bar that was pressed stands for; a total stands for none, an empty tuple.
    `folded` tells that other bars are drawn, maybe on another scale, as when there is more room than before.
    """

    bar_chosen = Signal(object)
    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(_HEIGHT)
        self.placed: list[PlacedBar] = []
        self._start: Bar | None = None
        self._end: Bar | None = None
        self._steps: tuple[Bar, ...] = ()
        self._scale = Scale(Decimal(0), Decimal(0), is_broken=False)
        self._most = 0

    @property
    def is_broken(self) -> bool:
        """Whether the scale does not begin at nought, which the bars of the totals show."""
        return self._scale.is_broken

    def show_bars(self, start: Bar, steps: Sequence[Bar], end: Bar) -> None:
        """Show another way from a total to a total."""
        self._start, self._steps, self._end = start, tuple(steps), end
        self._fold()

    def sizeHint(self) -> QSize:
        """Wide enough for the two totals and four steps."""
        return QSize(6 * _NARROWEST_SLOT, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many steps as there is room for now."""
        if self._most != self._room():
            self._fold()
        self._place_columns()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the lines that lead from one bar to the next."""
        painter = QPainter(self)
        painter.setPen(QColor(tokens().field_border))
        ground = self._level(self._scale.low_baht)
        slot = self._slot()
        painter.drawLine(0, ground, slot * len(self.placed), ground)
        painter.setPen(QPen(QColor(tokens().secondary), tokens().edge, Qt.PenStyle.DotLine))
        for place, one in enumerate(self.placed[:-1]):
            level = self._level(one.to_baht)
            middle = slot * place + slot // 2
            painter.drawLine(QPoint(middle, level), QPoint(middle + slot, level))

    def _fold(self) -> None:
        """Decide which steps are drawn, and make their columns."""
        self._most = self._room()
        if self._start is None or self._end is None:
            return
        self.placed = place_bars(self._start, self._steps, self._end, self._most)
        self._scale = scale_of(self.placed)
        buttons = [BarButton(one, self) for one in self.placed]
        for button in buttons:
            button.clicked.connect(
                lambda _checked=False, places=button.placed.places: self.bar_chosen.emit(places)
            )
        self.set_columns([[button] for button in buttons])
        self._place_columns()
        self.update()
        self.folded.emit()

    def _room(self) -> int:
        """How many steps can be drawn."""
        return max(1, min(_MOST_STEPS, self.width() // _NARROWEST_SLOT - 2))

    def _slot(self) -> int:
        """The width of a column."""
        return min(_WIDEST_SLOT, self.width() // max(1, len(self.placed)))

    def _level(self, baht: Decimal) -> int:
        """How far down an amount lies, in pixels."""
        ground = self.height() - ROOM_BELOW
        return ground - round(self._scale.share(baht) * (ground - LINE - GRID))

    def _place_columns(self) -> None:
        slot = self._slot()
        width = min(_WIDEST_BAR, slot - 2 * GRID)
        for place, (column, one) in enumerate(zip(self.columns, self.placed, strict=True)):
            (button,) = column
            button.setGeometry(slot * place, 0, slot, self.height())
            foot = self._scale.low_baht if one.is_total else one.from_baht
            top, bottom = sorted((self._level(foot), self._level(one.to_baht)))
            assert isinstance(button, BarButton)
            button.show_shape(
                QRect((slot - width) // 2, top, width, max(_LEAST_BAR, bottom - top)),
                is_cut=one.is_total and self._scale.is_broken,
            )
