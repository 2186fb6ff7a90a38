"""How one line of the outline looks: number, name and, where a translation is missing, a dot."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID, LIGHT
from success_desktop.ui.tree.captions import Caption
from success_desktop.ui.tree.model import OutlineRole

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
_DOT_RADIUS = 3.0
_NUMBER_GAP = 7
_ALIGNMENT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class OutlineDelegate(QStyledItemDelegate):
    """Paints the lines and makes the field in which a node is renamed.

    Numbers, borrowed names and placeholders are in the secondary colour, the latter two slanted besides.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._secondary = QColor(LIGHT.secondary)
        self._dot = QColor(LIGHT.amber_ink)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect = option.rect.adjusted(4, 0, -GRID, 0)
        painter.save()
        if index.data(OutlineRole.IS_UNTRANSLATED):
            self._paint_dot(painter, rect)
            rect.setRight(rect.right() - 2 * GRID)
        rect.setLeft(rect.left() + self._paint_number(painter, rect, str(index.data(OutlineRole.NUMBER))))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        self._paint_name(painter, rect, index.data(OutlineRole.CAPTION), option.palette.color(role))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every line is equally high, with room for marks above and below."""
        return QSize(10 * GRID, max(ROW_HEIGHT, QFontMetrics(option.font).height()))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field for another name; it shows the borrowed name as a hint."""
        field = ThaiLineEdit(parent)
        field.setPlaceholderText(index.data(OutlineRole.CAPTION).text)
        field.setProperty("role", "inline")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The field covers the line."""
        editor.setGeometry(option.rect)

    def _paint_dot(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dot)
        painter.drawEllipse(
            QPointF(rect.right() - _DOT_RADIUS, rect.center().y() + 0.5), _DOT_RADIUS, _DOT_RADIUS
        )

    def _paint_number(self, painter: QPainter, rect: QRect, number: str) -> int:
        """Paint the number; returns the width that it takes, in pixels."""
        if not number:
            return 0
        painter.setPen(self._secondary)
        painter.drawText(rect, _ALIGNMENT, number)
        return painter.fontMetrics().horizontalAdvance(number) + _NUMBER_GAP

    def _paint_name(self, painter: QPainter, rect: QRect, caption: Caption, ink: QColor) -> None:
        is_own = not (caption.is_borrowed or caption.is_placeholder)
        if not is_own:
            slanted = QFont(painter.font())
            slanted.setItalic(True)
            painter.setFont(slanted)
        painter.setPen(ink if is_own else self._secondary)
        text = painter.fontMetrics().elidedText(caption.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _ALIGNMENT, text)
