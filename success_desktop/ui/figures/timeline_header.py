"""The head of the timeline: the names' column, and fiscal years over quarters (or months) above the bars."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from success_desktop.domain.calendar import year_text
from success_desktop.domain.calendar_dates import month_text
from success_desktop.i18n import Language, translate
from success_desktop.ui.figures.timeline_axis import Tick, TimeAxis
from success_desktop.ui.figures.timeline_model import TIME_COLUMN
from success_desktop.ui.theme import GRID, tokens

LINE_HEIGHT = 26
_CENTERED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


def tick_names(tick: Tick, language: Language) -> tuple[str, ...]:
    """What a stretch of the axis may be called, the longest first: the first one that fits is written."""
    if tick.unit == "year":
        year = year_text(tick.number, language)
        return (translate("Fiscal year {year}", language).format(year=year), year, year[-2:])
    if tick.unit == "quarter":
        return (
            translate("Quarter {number}", language).format(number=tick.number),
            translate("Q{number}", language).format(number=tick.number),
            str(tick.number),
        )
    return (month_text(tick.number, language), month_text(tick.number, language, is_short=True))


class TimelineHeader(QHeaderView):
    """Paints the axis into the section of the bars; it stays where it is while the rows are scrolled."""

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._axis = axis
        self.language: Language = "th"
        self.today_on: date | None = None
        self.setSectionsClickable(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(12 * GRID)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), 2 * LINE_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the name of the first column, or the axis."""
        super().paintSection(painter, rect, section)
        if section != TIME_COLUMN:
            return
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(tokens().header))
        painter.translate(rect.topLeft())
        self._paint_line(painter, "year", 0)
        self._paint_line(painter, self._axis.lower_unit, LINE_HEIGHT)
        self._paint_today(painter)
        painter.restore()

    def event(self, event: QEvent) -> bool:
        """Repaint in the colours of another scheme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
        return super().event(event)

    def _paint_today(self, painter: QPainter) -> None:
        """Paint a mark above the line of today."""
        if self.today_on is not None and self._axis.holds(self.today_on):
            x = self._axis.x_of(self.today_on)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().deleted))
            top = 2 * LINE_HEIGHT - 7.0
            painter.drawPolygon(QPolygonF([QPointF(x - 6, top), QPointF(x + 6, top), QPointF(x, top + 7)]))

    def _paint_line(self, painter: QPainter, unit: str, top: int) -> None:
        font = QFont(self.font())
        font.setBold(unit == "year")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for tick in self._axis.ticks("year" if unit == "year" else self._axis.lower_unit):
            seen = QRectF(max(tick.left, 0.0), top, 0.0, LINE_HEIGHT)
            seen.setRight(min(tick.right, float(self._axis.width)))
            painter.setPen(QColor(tokens().border))
            painter.drawLine(seen.topRight(), seen.bottomRight())
            painter.drawLine(seen.bottomLeft(), seen.bottomRight())
            fitting = (
                name
                for name in tick_names(tick, self.language)
                if metrics.horizontalAdvance(name) + 4 <= seen.width()
            )
            painter.setPen(QColor(tokens().text if unit == "year" else tokens().secondary))
            painter.drawText(seen, _CENTERED, next(fitting, ""))
