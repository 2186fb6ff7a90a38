"""The interface's icons: line drawings in ``resources/icons`` in the colours of the scheme in use, sharp on every screen."""

import functools

from PySide6.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from success_desktop.ui.icon_files import read_drawing
from success_desktop.ui.theme import tokens

_MOST_PIXMAPS = 512


class LineIcon(QIconEngine):
    """Draws one icon when it is painted, so that it follows the scheme; paler where its action is disabled.

    `ink` is the name of a token ("secondary", "accent") or a fixed colour as ``#RRGGBB``.
    """

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon into `rect`."""
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(rect.size() * scale, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of `size` pixels."""
        return _draw(self._name, self._colour(mode), min(size.width(), size.height()))

    def clone(self) -> QIconEngine:
        """Another engine of the same icon."""
        return LineIcon(self._name, self._ink)

    def _colour(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            return tokens().disabled
        return self._ink if self._ink.startswith("#") else str(getattr(tokens(), self._ink))


class IconLabel(QLabel):
    """A picture beside words: an icon that follows the scheme. Screen readers pass it over."""

    def __init__(self, name: str, ink: str, pixels: int) -> None:
        super().__init__()
        self._icon, self._pixels = draw_icon(name, ink), pixels
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when the scheme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        self.setPixmap(self._icon.pixmap(QSize(self._pixels, self._pixels), self.devicePixelRatioF()))


def draw_icon(name: str, ink: str = "secondary") -> QIcon:
    """The icon called `name`. `ink` is the name of a token, which the icon follows, or a fixed colour as ``#RRGGBB``.

    Raises FileNotFoundError when there is no icon of that name, AttributeError when there is no such token.
    """
    read_drawing(name, ink if ink.startswith("#") else str(getattr(tokens(), ink)))
    return QIcon(LineIcon(name, ink))


@functools.lru_cache(_MOST_PIXMAPS)
def _draw(name: str, colour: str, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(read_drawing(name, colour).encode()))
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap
