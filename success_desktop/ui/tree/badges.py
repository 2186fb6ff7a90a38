"""The badges at the right of a line of the outline: how much is found wanting there and below, in a shape and in words."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from success_desktop.i18n import _
from success_desktop.ui.findings import Count
from success_desktop.ui.theme import GRID, tokens

_HEIGHT = 20
_GAP = 3


def paint_badges(painter: QPainter, rect: QRect, count: Count) -> int:
    """Paint a red chip with "!" for findings, amber ones with the numbers of open remarks and of texts in one language only.

    That of the remarks is a speech bubble.

    Returns the width that they take at the right end of `rect`, in pixels.
    """
    colours = tokens()
    taken = 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if count.findings:
        taken += _paint_chip(painter, rect, "!", (colours.red, colours.red_ink))
    for number, is_bubble in ((count.remarks, True), (count.translations, False)):
        if number:
            room, text = rect.adjusted(0, 0, -taken, 0), "99+" if number > 99 else str(number)
            taken += _paint_chip(painter, room, text, (colours.amber, colours.amber_ink), is_bubble=is_bubble)
    painter.restore()
    return taken


def badge_words(count: Count) -> str:
    """What the badges say to those who do not see them; "" when there are none."""
    words = []
    if count.remarks:
        words.append(_("{count} open remarks").format(count=f"{count.remarks:,}"))
    if count.findings:
        words.append(_("{count} findings").format(count=f"{count.findings:,}"))
    if count.translations:
        words.append(_("{count} texts in one language only").format(count=f"{count.translations:,}"))
    return ", ".join(words)


def _paint_chip(
    painter: QPainter, room: QRect, text: str, colours: tuple[str, str], *, is_bubble: bool = False
) -> int:
    """Paint one chip at the right end of the room; returns the width that it takes with the gap before it."""
    width = max(_HEIGHT, painter.fontMetrics().horizontalAdvance(text) + 2 * GRID - 4)
    chip = QRect(room.right() - width + 1, room.center().y() - _HEIGHT // 2 + 1, width, _HEIGHT)
    ground, ink = (QColor(colour) for colour in colours)
    painter.setBrush(ground)
    painter.setPen(ink if ground == QColor(tokens().pane) else Qt.PenStyle.NoPen)
    painter.drawPath(_shape(chip, is_bubble=is_bubble))
    painter.setPen(ink)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
    return width + _GAP


def _shape(chip: QRect, *, is_bubble: bool) -> QPainterPath:
    """A chip with round ends; a bubble has a tail at its lower left besides."""
    body, rect = QPainterPath(), QRectF(chip)
    body.addRoundedRect(rect, _HEIGHT / 2, _HEIGHT / 2)
    if not is_bubble:
        return body
    tail, foot = QPainterPath(), rect.bottom() + 2
    tail.addPolygon(
        QPolygonF(
            [
                QPointF(rect.left() + 1, foot),
                QPointF(rect.left() + 2, rect.center().y()),
                QPointF(rect.left() + 10, rect.bottom() - 1),
            ]
        )
    )
    tail.closeSubpath()
    return body.united(tail)
