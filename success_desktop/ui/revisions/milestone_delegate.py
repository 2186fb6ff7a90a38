"""How a milestone is painted: a card with its name, when and by whom it was kept, and what was touched."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from success_desktop.ui.revisions.milestone_model import CARD_ROLE, LINES_ROLE, Card
from success_desktop.ui.theme import GRID, tokens

_LINE = 22
_GAP = GRID
_PADDING = GRID
_RADIUS = 6.0
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class MilestoneDelegate(QStyledItemDelegate):
    """A chosen card is tinted, has a sign and a darker edge; the one with the keyboard has a ring."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(1, 1, -1, 1 - _GAP)
        _paint_box(painter, box, option.state)
        inside = box.adjusted(_PADDING + 2, _PADDING - 2, -_PADDING, 0)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        line = QRect(inside.left(), inside.top(), inside.width(), _LINE)
        _paint_title(painter, line, card, is_chosen)
        faint = QColor(tokens().selection_ink if is_chosen else tokens().secondary)
        painter.setFont(option.font)
        for text in card.lines:
            line.translate(0, _LINE)
            _write(painter, line, text, faint)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the lines of the card; as wide as the list."""
        lines = index.data(LINES_ROLE)
        count = lines if isinstance(lines, int) else 1
        return QSize(20 * GRID, count * _LINE + 2 * _PADDING - 2 + _GAP)


def _paint_box(painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
    colours = tokens()
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
    is_under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
    edge = colours.accent if is_chosen or has_keyboard else colours.border
    ground = colours.selection if is_chosen else colours.hover if is_under_mouse else colours.card
    width = colours.focus_edge if has_keyboard else colours.edge
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _paint_title(painter: QPainter, line: QRect, card: Card, is_chosen: bool) -> None:
    """The name, and at the right end the sign of a card that is compared."""
    colours = tokens()
    bold = QFont(painter.font())
    bold.setBold(True)
    painter.setFont(bold)
    room = QRect(line)
    if card.side:
        width = QFontMetrics(bold).horizontalAdvance(card.side) + 2 * GRID
        chip = QRect(line.right() - width + 1, line.top() + 1, width, line.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(chip), chip.height() / 2, chip.height() / 2)
        painter.setPen(QColor(colours.accent_ink))
        painter.drawText(chip, _CENTRE, card.side)
        room.setRight(chip.left() - GRID // 2)
    bold.setBold(not card.is_quiet)
    painter.setFont(bold)
    quiet = colours.secondary if card.is_quiet else colours.text
    _write(painter, room, card.title, QColor(colours.selection_ink if is_chosen else quiet))


def _write(painter: QPainter, line: QRect, text: str, ink: QColor) -> None:
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, _LEFT, shown)
