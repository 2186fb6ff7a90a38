"""How a row of the timeline looks: number and name, and the bar in its place with words on or beside it."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from success_desktop.domain.timespans import Span
from success_desktop.ui.figures.timeline_axis import TimeAxis
from success_desktop.ui.figures.timeline_model import TIME_COLUMN, TimelineModel
from success_desktop.ui.figures.timeline_paint import (
    SIGN_SIZE,
    look_of,
    paint_bar,
    paint_fault,
    paint_head,
    paint_money,
)
from success_desktop.ui.figures.timeline_rows import TimelineRows
from success_desktop.ui.figures.timeline_words import Bar, bar_label, days_text
from success_desktop.ui.theme import GRID, tokens

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 32
BAR_HEIGHT = 20
_GAP = 6.0
_SHORTEST = 4.0
_NUMBER_GAP = 7
_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class Preview(NamedTuple):
    """What a row would be while its bar is being dragged."""

    node_id: str
    span: Span


def bar_rect(axis: TimeAxis, span: Span, row: QRect) -> QRectF:
    """Where the bar of a span lies in the time cell `row`: as far as the axis holds it, never too narrow to be seen."""
    days = (span.first_on - axis.first_on).days, (span.last_on - axis.first_on).days + 1
    left, right = (min(max(day, 0), axis.days) * axis.pixels_a_day for day in days)
    top = row.top() + (row.height() - BAR_HEIGHT) / 2
    return QRectF(row.left() - axis.offset + left, top, max(_SHORTEST, right - left), BAR_HEIGHT)


def label_rect(bar: QRectF, cell: QRectF, width: float) -> tuple[QRectF, bool]:
    """Where words of a width go: on what is seen of the bar, else behind it, else before it, else wherever there is room.

    Also tells whether that is on the bar.
    """
    seen = bar.intersected(cell)
    inside = seen.adjusted(2 * SIGN_SIZE, 0, -_GAP / 2, 0)
    if width <= inside.width():
        return inside, True
    behind = QRectF(seen.right() + _GAP, cell.top(), cell.right() - seen.right() - _GAP, cell.height())
    if width <= behind.width():
        return behind, False
    if width <= seen.left() - _GAP - cell.left():
        return QRectF(seen.left() - _GAP - width, cell.top(), width, cell.height()), False
    return (inside, True) if inside.width() > behind.width() else (behind, False)


class TimelineDelegate(QStyledItemDelegate):
    """Paints both columns. `preview` stands in for the row whose bar is being dragged."""

    def __init__(self, axis: TimeAxis, model: TimelineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.axis = axis
        self.model = model
        self.preview: Preview | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(10 * GRID, ROW_HEIGHT)

    def bar(self, node_id: str) -> Bar | None:
        """The bar of a row as it is shown now; None when the row has gone."""
        rows = self.model.rows
        if rows is None or node_id not in rows.plan.nodes:
            return None
        bar = rows.bar(node_id)
        if self.preview is not None and self.preview.node_id == node_id:
            return bar._replace(span=self.preview.span)
        return bar

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rows, node_id = self.model.rows, self.model.node_id(index)
        bar = self.bar(node_id)
        if rows is None or bar is None:
            return
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(option.rect)
        painter.setFont(option.font)
        if index.column() == TIME_COLUMN:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_time(painter, option.rect, rows, bar)
        else:
            self._paint_name(
                painter, option.rect.adjusted(4, 0, -GRID, 0), rows, bar, option.palette.color(role)
            )
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRect, rows: TimelineRows, bar: Bar, ink: QColor) -> None:
        number, caption = rows.numbers.get(bar.node_id, ""), rows.caption(bar.node_id)
        painter.setPen(QColor(tokens().secondary))
        if number:
            painter.drawText(rect, _TEXT, number)
            rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(number) + _NUMBER_GAP)
        is_own = not (caption.is_borrowed or caption.is_placeholder)
        font = QFont(painter.font())
        font.setItalic(not is_own)
        font.setBold(not bar.has_dates)
        painter.setFont(font)
        if is_own:
            painter.setPen(ink)
        text = painter.fontMetrics().elidedText(caption.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _TEXT, text)

    def _paint_time(self, painter: QPainter, cell: QRect, rows: TimelineRows, bar: Bar) -> None:
        is_dragged = self.preview is not None and self.preview.node_id == bar.node_id
        label = bar_label(rows.plan, bar, rows.language, with_days=self.axis.snaps_to_days)
        if bar.span is None:
            painter.setPen(QColor(tokens().secondary))
            painter.drawText(cell.adjusted(GRID, 0, 0, 0), _TEXT, label)
            return
        rect = bar_rect(self.axis, bar.span, cell)
        if is_dragged:
            label = days_text(bar.span, rows.language)
        if rect.right() < cell.left() or rect.left() > cell.right():
            self._paint_way(painter, cell, is_left=rect.right() < cell.left())
            return
        self._paint_bar(painter, rect, bar)
        place, is_inside = label_rect(
            rect, QRectF(cell), QFontMetricsF(painter.font()).horizontalAdvance(label)
        )
        painter.setPen(QColor(self._ink(bar, is_inside=is_inside)))
        metrics = QFontMetricsF(painter.font())
        if bar.span.basis == "money" and is_inside:
            painter.fillRect(
                QRectF(
                    place.left() - 3, rect.top() + 2, metrics.horizontalAdvance(label) + 6, BAR_HEIGHT - 4
                ),
                QColor(tokens().card),
            )
        painter.drawText(
            place, _TEXT, metrics.elidedText(label, Qt.TextElideMode.ElideRight, max(place.width(), 0.0))
        )

    def _paint_bar(self, painter: QPainter, rect: QRectF, bar: Bar) -> None:
        if bar.is_head:
            paint_head(painter, rect)
            return
        if bar.span is not None and bar.span.basis == "money":
            paint_money(painter, rect)
        else:
            paint_bar(painter, rect, look_of(bar.status))
        if bar.is_faulty:
            paint_fault(painter, rect)

    def _ink(self, bar: Bar, *, is_inside: bool) -> str:
        if bar.span is not None and bar.span.basis == "money":
            return tokens().secondary
        if is_inside:
            return look_of(bar.status).ink
        return tokens().red_ink if bar.is_faulty else tokens().text

    def _paint_way(self, painter: QPainter, cell: QRect, *, is_left: bool) -> None:
        """Paint a small triangle on the side where the bar lies out of sight."""
        x, step = (cell.left() + 4.0, 7.0) if is_left else (cell.right() - 4.0, -7.0)
        y = cell.center().y() + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().secondary))
        painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + step, y - 5), QPointF(x + step, y + 5)]))
