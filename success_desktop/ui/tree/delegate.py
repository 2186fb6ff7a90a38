"""How one line of the outline looks: number, name and, where something is wanting, badges."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from success_desktop.i18n import _
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID, tokens
from success_desktop.ui.tree.badges import paint_badges
from success_desktop.ui.tree.captions import Caption
from success_desktop.ui.tree.model import OutlineRole

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
_NUMBER_GAP = 7
_ALIGNMENT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class OutlineDelegate(QStyledItemDelegate):
    """Paints the lines and makes the field in which a node is renamed.

    Numbers, borrowed names and placeholders are in the secondary colour, the latter two slanted besides.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect = option.rect.adjusted(4, 0, -GRID, 0)
        painter.save()
        rect.setRight(rect.right() - paint_badges(painter, rect, index.data(OutlineRole.COUNT)))
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
        field.setAccessibleName(_("Name"))
        field.setProperty("role", "inline")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The field covers the line."""
        editor.setGeometry(option.rect)

    def _paint_number(self, painter: QPainter, rect: QRect, number: str) -> int:
        """Paint the number; returns the width that it takes, in pixels."""
        if not number:
            return 0
        painter.setPen(QColor(tokens().secondary))
        painter.drawText(rect, _ALIGNMENT, number)
        return painter.fontMetrics().horizontalAdvance(number) + _NUMBER_GAP

    def _paint_name(self, painter: QPainter, rect: QRect, caption: Caption, ink: QColor) -> None:
        is_own = not (caption.is_borrowed or caption.is_placeholder)
        if not is_own:
            slanted = QFont(painter.font())
            slanted.setItalic(True)
            painter.setFont(slanted)
        painter.setPen(ink if is_own else QColor(tokens().secondary))
        text = painter.fontMetrics().elidedText(caption.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _ALIGNMENT, text)
