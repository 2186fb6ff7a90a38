"""The interface's icons: line drawings in ``resources/icons``, coloured by the theme and sharp on every screen."""

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from success_desktop.paths import resource_path
from success_desktop.ui.theme import ICON_SIZE, LIGHT

_SCALES = (1, 2)


@functools.cache
def draw_icon(name: str, colour: str = LIGHT.secondary) -> QIcon:
    """The icon called `name` in a colour (``#RRGGBB``); paler where its action is disabled.

    Raises FileNotFoundError when there is none of that name: icons ship with the program.
    """
    drawing = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, LIGHT.disabled)):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", shade).encode()))
        for scale in _SCALES:
            icon.addPixmap(_paint(renderer, ICON_SIZE * scale, scale), mode)
    return icon


def _paint(renderer: QSvgRenderer, pixels: int, scale: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
