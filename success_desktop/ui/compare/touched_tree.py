"""The tree beside the cards: which nodes differ and in what way, by signs and numbers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from success_desktop.ui.compare.card_writer import CardWriter
from success_desktop.ui.compare.signs import SIGN_SIZE, paint_sign
from success_desktop.ui.compare.step_keys import steps_of
from success_desktop.ui.compare.touched_model import TouchedModel, TouchedRole
from success_desktop.ui.theme import GRID, tokens

_ROW_HEIGHT = 28
_MOST_OPENED = 400
_INDENT = 14
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class TouchedTree(QTreeView):
    """Shows the touched nodes. `node_chosen(id)` tells that somebody chose one."""

    node_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("touched_tree")
        self._is_following = False
        self._toggled: dict[str, bool] = {}
        self.nodes = TouchedModel(self)
        self.setModel(self.nodes)
        self.setItemDelegate(TouchedDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.expanded.connect(lambda index: self._toggle(index, is_open=True))
        self.collapsed.connect(lambda index: self._toggle(index, is_open=False))

    def show_nodes(self, writer: CardWriter | None) -> None:
        """Show other differences; what somebody opened or closed stays so, and the current node the current one."""
        chosen, scrolled = self.nodes.node_id(self.currentIndex()), self.verticalScrollBar().value()
        self._is_following = True
        self.nodes.show(writer)
        if self.nodes.count() <= _MOST_OPENED:
            self.expandAll()
        else:
            self.expandToDepth(1)
        for node_id, is_open in self._toggled.items():
            self.setExpanded(self.nodes.index_of(node_id), is_open)
        self.follow(chosen)
        self.verticalScrollBar().setValue(scrolled)
        self._is_following = False

    def follow(self, node_id: str) -> None:
        """Make a node the current one without telling anybody."""
        index = self.nodes.index_of(node_id)
        if index.isValid():
            was_following, self._is_following = self._is_following, True
            self.setCurrentIndex(index)
            self._is_following = was_following

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell that another node was chosen."""
        super().currentChanged(current, previous)
        if not self._is_following and current.isValid():
            self.node_chosen.emit(self.nodes.node_id(current))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button asks what can be done with a line; it chooses none."""
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of steps are for the view around the tree."""
        if steps_of(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex, *, is_open: bool) -> None:
        """Remember what somebody opens or closes, beyond what is open by itself."""
        if not self._is_following:
            self._toggled[self.nodes.node_id(index)] = is_open


class TouchedDelegate(QStyledItemDelegate):
    """Paints a line: sign, name, and how many fields differ."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line. Nodes that only stand above a difference are in the secondary colour."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        sign, count, inks = str(index.data(TouchedRole.SIGN)), index.data(TouchedRole.COUNT), tokens()
        room = option.rect.adjusted(2, 0, -GRID, 0)
        painter.save()
        if sign not in ("same", "edited"):
            paint_sign(painter, QRect(room.left(), room.top(), SIGN_SIZE, room.height()), sign)
            room.setLeft(room.left() + SIGN_SIZE + 6)
        if count:
            painter.setPen(QColor(inks.secondary))
            painter.drawText(room, int(_LINE | Qt.AlignmentFlag.AlignRight), f"{count:,}")
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(f"{count:,}") - GRID)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.setPen(
            QColor(inks.secondary) if sign == "same" and not is_chosen else option.palette.color(role)
        )
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_LINE | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every line is equally high."""
        return QSize(10 * GRID, _ROW_HEIGHT)
