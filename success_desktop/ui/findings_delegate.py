"""How the findings are painted: topics with their numbers, and under them what is wrong over the name of the node."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from success_desktop.ui.findings import Count
from success_desktop.ui.findings_model import DETAIL_ROLE, SEVERITY_ROLE
from success_desktop.ui.theme import GRID, tokens
from success_desktop.ui.tree.badges import paint_badges

_HEIGHT = 54
_LINE = 24
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


class FindingsDelegate(QStyledItemDelegate):
    """Paints the lines of the panel, all equally high."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        ink, faint = option.palette.color(role), QColor(tokens().secondary)
        room = option.rect.adjusted(4, 0, -GRID, 0)
        painter.save()
        if index.parent().isValid():
            line = QRect(room.left(), room.center().y() - _LINE + 1, room.width(), _LINE)
            _write(painter, (line, _MIDDLE), ink, str(index.data()))
            _write(painter, (line.translated(0, _LINE - 2), _MIDDLE), faint, str(index.data(DETAIL_ROLE)))
        else:
            self._paint_topic(painter, room, ink, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines of text."""
        return QSize(20 * GRID, _HEIGHT)

    def _paint_topic(
        self, painter: QPainter, room: QRect, ink: QColor, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        is_translation = index.data(SEVERITY_ROLE) == "translation"
        number = str(index.data(DETAIL_ROLE))
        if is_translation:
            taken = paint_badges(painter, room, Count(translations=int(number.replace(",", ""))))
        else:
            taken = paint_badges(painter, room, Count(findings=1))
            room = room.adjusted(0, 0, -taken, 0)
            _write(painter, (room, _RIGHT), ink, number)
            taken = painter.fontMetrics().horizontalAdvance(number) + GRID
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        _write(painter, (room.adjusted(0, 0, -taken, 0), _MIDDLE), ink, str(index.data()))


def _write(painter: QPainter, place: tuple[QRect, int], ink: QColor, text: str) -> None:
    """Write one line, cut off where the room ends."""
    room, alignment = place
    painter.setPen(ink)
    painter.drawText(
        room, alignment, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    )
