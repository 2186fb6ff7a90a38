"""The signs of what became of a node: a plus, a minus, an arrow or a pencil, each on a ground of its own."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from success_desktop.i18n import N_, _
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.theme import tokens

Sign = Literal["added", "removed", "moved", "renamed", "edited", "same"]

SIGN_SIZE = 20
_ICON_SIZE = 14


class _Look(NamedTuple):
    icon: str
    ground: str
    ink: str
    words: str


_LOOKS: Mapping[str, _Look] = {
    "added": _Look("plus", "green", "green_ink", N_("added")),
    "removed": _Look("minus", "red", "red_ink", N_("deleted")),
    "moved": _Look("arrow-right", "amber", "amber_ink", N_("moved")),
    "renamed": _Look("pencil", "amber", "amber_ink", N_("renamed")),
}


def sign_words(sign: str) -> str:
    """What a sign says to those who do not see it; "" for none."""
    look = _LOOKS.get(sign)
    return _(look.words) if look is not None else ""


def paint_sign(painter: QPainter, room: QRect, sign: str) -> None:
    """Paint a sign in the middle of a room; nothing for a node that is only edited or the same."""
    look = _LOOKS.get(sign)
    if look is None:
        return
    inks = tokens()
    ground, ink = (QColor(getattr(inks, name)) for name in (look.ground, look.ink))
    square = QRectF(0, 0, SIGN_SIZE, SIGN_SIZE)
    square.moveCenter(QRectF(room).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, inks.tint_edge) if inks.tint_edge else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(square, 5, 5)
    icon = QRect(0, 0, _ICON_SIZE, _ICON_SIZE)
    icon.moveCenter(square.center().toPoint())
    draw_icon(look.icon, look.ink).paint(painter, icon)
    painter.restore()
