"""A button whose words may be longer than its place: it shortens them with “…” and tells the whole in its tip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

_LEAST_LETTERS = 4


class ElidedButton(QPushButton):
    """Wants to be as wide as all of its words, can be a few letters wide, and is named after all of them."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def words(self) -> str:
        """All of the words."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words. An & is an & here: there are no mnemonics."""
        self._words = words
        self.setAccessibleName(words)
        self._shorten()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The size with all of the words."""
        return self._size_for(QFontMetrics(self.font()).horizontalAdvance(self._words))

    def minimumSizeHint(self) -> QSize:
        """The size with a few letters."""
        metrics = QFontMetrics(self.font())
        least = min(metrics.horizontalAdvance(self._words), _LEAST_LETTERS * metrics.averageCharWidth())
        return self._size_for(least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the room there is."""
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        """Shorten anew when the font or the look is another one."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._shorten()

    def _shorten(self) -> None:
        button = self._option()
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, button, self).width()
        icon = 0 if self.icon().isNull() else self.iconSize().width() + 4
        metrics = QFontMetrics(self.font())
        short = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room - icon + 1)
        self.setText(short.replace("&", "&&"))
        self.setToolTip(self._words if short != self._words else "")

    def _size_for(self, width: int) -> QSize:
        button = self._option()
        icon = 0 if self.icon().isNull() else self.iconSize().width() + 4
        size = QSize(
            width + icon, max(QFontMetrics(self.font()).height(), self.iconSize().height() if icon else 0)
        )
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, button, size, self)

    def _option(self) -> QStyleOptionButton:
        button = QStyleOptionButton()
        self.initStyleOption(button)
        return button
