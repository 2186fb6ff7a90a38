"""How a hit looks in its row: the words around it plain, what goes struck out in red, what comes underlined in green."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from success_desktop.ui.finding.hit_list import HitRole, Snippet
from success_desktop.ui.theme import GRID, tokens
from success_desktop.ui.word_places import units

ROW_HEIGHT = 30
_MOST_WIDTH = 4_000
_MARK_SHARE = 0.7
"""The marked part ends within this share of its cell."""


class SnippetDelegate(QStyledItemDelegate):
    """Paints a Snippet in one line, shortened at both ends where it does not fit."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        snippet = index.data(HitRole.SNIPPET)
        if not isinstance(snippet, Snippet):
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        rect = option.rect.adjusted(GRID, 0, -GRID // 2, 0)
        layout = lay_out(shorten(snippet, option.font, rect.width()), option.font)
        painter.save()
        painter.setPen(option.palette.color(role))
        painter.setClipRect(rect)
        top = rect.top() + (rect.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(rect.left(), top))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally high."""
        return QSize(10 * GRID, ROW_HEIGHT)


def lay_out(snippet: Snippet, font: QFont) -> QTextLayout:
    """One line of text with its middle marked."""
    text = "".join(snippet[:3])
    layout = QTextLayout(text)
    layout.setFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    marked = QTextLayout.FormatRange()
    marked.start = units(snippet.before)
    marked.length = units(snippet.marked)
    marked.format = _look(snippet)
    layout.setFormats([marked])
    layout.beginLayout()
    layout.createLine().setLineWidth(_MOST_WIDTH)
    layout.endLayout()
    return layout


def shorten(snippet: Snippet, font: QFont, width: int) -> Snippet:
    """As much of a text as a cell of that width (pixels) has room for; its marked part is seen before anything else."""
    metrics = QFontMetricsF(font)
    ahead = _MARK_SHARE * width - metrics.horizontalAdvance(snippet.marked)
    before = metrics.elidedText(snippet.before, Qt.TextElideMode.ElideLeft, max(0.0, ahead))
    behind = width - metrics.horizontalAdvance(before + snippet.marked)
    after = metrics.elidedText(snippet.after, Qt.TextElideMode.ElideRight, max(0.0, behind))
    return snippet._replace(before=before, after=after)


def _look(snippet: Snippet) -> QTextCharFormat:
    colours, look = tokens(), QTextCharFormat()
    look.setForeground(QColor(colours.inserted if snippet.is_new else colours.deleted))
    look.setBackground(QColor(colours.green if snippet.is_new else colours.red))
    look.setFontUnderline(snippet.is_new)
    look.setFontStrikeOut(not snippet.is_new)
    return look
