"""How cells and heads of the grid are painted: fonts and colours made once for a scheme, text drawn as cheaply as can be."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from success_desktop.ui.schemes import Tokens
from success_desktop.ui.theme import GRID, tokens

ROW_HEIGHT = 28
HEAD_HEIGHT = 28
PADDING = GRID
_BADGE_HEIGHT = 20
_TOO_NARROW = "#"
_Align = Qt.AlignmentFlag


class Inks:
    """The colours of the scheme in use and the fonts of a widget, ready to paint with."""

    def __init__(self, font: QFont) -> None:
        self._scheme: Tokens | None = None
        self._colours: dict[str, QColor] = {}
        self.use_font(font)

    def use_font(self, font: QFont) -> None:
        """Take the widget's font; another language or scale has come."""
        self.plain = QFont(font)
        self.bold = QFont(font)
        self.bold.setBold(True)
        self.slanted = QFont(font)
        self.slanted.setItalic(True)
        self.plain_metrics, self.bold_metrics = QFontMetrics(self.plain), QFontMetrics(self.bold)

    def __getitem__(self, token: str) -> QColor:
        """The colour of a token in the scheme in use now. Raises AttributeError for a token that there is not."""
        scheme = tokens()
        if scheme is not self._scheme:
            self._scheme, self._colours = scheme, {}
        colour = self._colours.get(token)
        if colour is None:
            colour = self._colours[token] = QColor(getattr(scheme, token))
        return colour


def draw_text(painter: QPainter, inks: Inks, rect: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    """One line of text within a cell, cut off with an ellipsis. The pen and the font are the painter's."""
    room = rect.adjusted(PADDING, 0, -PADDING, 0)
    metrics = inks.bold_metrics if painter.font().bold() else inks.plain_metrics
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(alignment) | int(Qt.TextFlag.TextSingleLine), shown)


def draw_number(painter: QPainter, inks: Inks, rect: QRect, text: str) -> None:
    """A figure at the right edge of a cell's first line: whole, or number signs where there is no room. Never cut off."""
    room = QRect(rect.left() + 2, rect.top(), rect.width() - PADDING - 2, min(rect.height(), ROW_HEIGHT))
    metrics = inks.bold_metrics if painter.font().bold() else inks.plain_metrics
    if metrics.horizontalAdvance(text) > room.width():
        text = _TOO_NARROW * max(1, room.width() // max(1, metrics.horizontalAdvance(_TOO_NARROW)))
    painter.drawText(room, int(_Align.AlignRight | _Align.AlignVCenter), text)


def draw_wrapped(painter: QPainter, rect: QRect, text: str) -> None:
    """A whole text in as many lines as it takes, from the top of its cell."""
    room = rect.adjusted(PADDING, 3, -PADDING, -2)
    painter.drawText(room, int(_Align.AlignLeft | _Align.AlignTop) | int(Qt.TextFlag.TextWordWrap), text)


def wrapped_height(inks: Inks, width: int, text: str) -> int:
    """The height in pixels that a text takes in a cell `width` pixels wide."""
    room = QRect(0, 0, max(width - 2 * PADDING, GRID), 100_000)
    return inks.plain_metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() + 6


def draw_badge(painter: QPainter, inks: Inks, rect: QRect, text: str, tone: str) -> None:
    """A text on a rounded ground: "red" or "amber"."""
    room = rect.adjusted(PADDING - 2, 0, -PADDING, 0)
    wanted = inks.plain_metrics.horizontalAdvance(text) + 2 * PADDING
    badge = QRect(
        room.left(), rect.center().y() - _BADGE_HEIGHT // 2 + 1, min(wanted, room.width()), _BADGE_HEIGHT
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks[tone])
    painter.drawRoundedRect(badge, _BADGE_HEIGHT / 2, _BADGE_HEIGHT / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(inks[f"{tone}_ink"])
    draw_text(painter, inks, badge, text, _Align.AlignLeft | _Align.AlignVCenter)


def draw_frame(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A frame of two pixels just inside a cell: the current one, or one whose entry was refused."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
