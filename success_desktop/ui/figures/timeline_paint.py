"""How the timeline is painted: the grid of time, and bars with signs, so that colour never says it alone."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from success_desktop.ui.figures.timeline_axis import TimeAxis
from success_desktop.ui.schemes import Tokens
from success_desktop.ui.theme import tokens

Sign = Literal["ring", "play", "check", "cross", "arrow", "none"]
SIGN_SIZE = 10.0
_STROKE = 1.8
_CORNER = 4.0


class Look(NamedTuple):
    """The colours of a bar (``#RRGGBB``): its ground, its edge, what is written on it; and its sign."""

    fill: str
    edge: str
    ink: str
    sign: Sign


def look_of(status: str) -> Look:
    """How bars of a status look in the scheme in use; a status that is blank or unknown is plain."""
    return _looks(tokens()).get(status) or Look(tokens().header, tokens().secondary, tokens().text, "none")


def _looks(scheme: Tokens) -> Mapping[str, Look]:
    return {
        "not_started": Look(scheme.card, scheme.accent, scheme.text, "ring"),
        "in_progress": Look(scheme.accent, scheme.accent, scheme.accent_ink, "play"),
        "completed": Look(scheme.green, scheme.green_ink, scheme.green_ink, "check"),
        "not_carried_out": Look(scheme.red, scheme.red_ink, scheme.red_ink, "cross"),
        "carried_over": Look(scheme.amber, scheme.amber_ink, scheme.amber_ink, "arrow"),
    }


def paint_bar(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paint a bar with its sign, where that has room."""
    painter.setPen(QPen(QColor(look.edge), 1.2))
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(rect, _CORNER, _CORNER)
    if rect.width() >= 2 * SIGN_SIZE:
        paint_sign(painter, QPointF(rect.left() + SIGN_SIZE, rect.center().y()), look)


def paint_money(painter: QPainter, rect: QRectF) -> None:
    """Paint the hatched bar of what has money but no dates."""
    painter.setPen(QPen(QColor(tokens().secondary), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QBrush(QColor(tokens().secondary), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(rect, _CORNER, _CORNER)


def paint_head(painter: QPainter, rect: QRectF) -> None:
    """Paint the quiet clamp of a head over the bars below it."""
    top, middle = rect.top() + rect.height() * 0.3, rect.top() + rect.height() * 0.52
    bottom = rect.top() + rect.height() * 0.8
    foot = min(6.0, rect.width() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().secondary))
    corners = (
        (rect.left(), top),
        (rect.right(), top),
        (rect.right(), bottom),
        (rect.right() - foot, middle),
        (rect.left() + foot, middle),
        (rect.left(), bottom),
    )
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def paint_fault(painter: QPainter, rect: QRectF) -> None:
    """Paint the edge of a bar whose dates need somebody's eye."""
    painter.setPen(QPen(QColor(tokens().red_ink), 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), _CORNER, _CORNER)


def paint_sign(painter: QPainter, center: QPointF, look: Look) -> None:
    """Paint the sign of a status around a point."""
    reach = SIGN_SIZE / 2 - 1
    painter.setPen(QPen(QColor(look.ink), _STROKE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.sign == "ring":
        painter.drawEllipse(center, reach, reach)
    elif look.sign == "play":
        painter.setBrush(QColor(look.ink))
    for stroke in _STROKES.get(look.sign, ()):
        painter.drawPolyline([center + QPointF(x, y) * reach for x, y in stroke])


_STROKES: Mapping[Sign, tuple[tuple[tuple[float, float], ...], ...]] = {
    "play": (((-0.7, -0.9), (0.9, 0.0), (-0.7, 0.9), (-0.7, -0.9)),),
    "check": (((-1.0, 0.1), (-0.3, 0.8), (1.0, -0.8)),),
    "cross": (((-0.8, -0.8), (0.8, 0.8)), ((-0.8, 0.8), (0.8, -0.8))),
    "arrow": (((-1.0, 0.0), (1.0, 0.0)), ((0.2, -0.8), (1.0, 0.0), (0.2, 0.8))),
}


def paint_grid(painter: QPainter, axis: TimeAxis, time: QRect, plan_days: tuple[date, date] | None) -> None:
    """Shade the years outside the plan in the column `time`, and paint a line where a quarter (month) or a year ends."""
    if not axis.years:
        return
    painter.setClipRect(time)
    for tick in axis.ticks("year"):
        if plan_days is not None and not plan_days[0] <= tick.first_on <= plan_days[1]:
            painter.fillRect(
                QRectF(time.left() + tick.left, 0, tick.right - tick.left, time.height()),
                QColor(tokens().ground),
            )
    for unit, colour in ((axis.lower_unit, tokens().divider), ("year", tokens().border)):
        painter.setPen(QPen(QColor(colour), 1))
        for tick in axis.ticks("year" if unit == "year" else axis.lower_unit):
            x = round(time.left() + tick.right) - 1
            painter.drawLine(x, 0, x, time.height())


def paint_today(painter: QPainter, axis: TimeAxis, time: QRect, today_on: date | None) -> None:
    """Paint the line of a day behind the rows, unless it lies beyond the axis."""
    if today_on is None or not axis.holds(today_on):
        return
    painter.setClipRect(time)
    painter.setPen(QPen(QColor(tokens().deleted), 1.5, Qt.PenStyle.DashLine))
    x = time.left() + axis.x_of(today_on)
    painter.drawLine(QPointF(x, 0), QPointF(x, time.height()))
