"""Dragging a node through the outline: where it would land, the line that shows it, and the tree giving way meanwhile."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTreeView

from success_desktop.ui.theme import tokens
from success_desktop.ui.tree.model import OutlineModel
from success_desktop.ui.tree.moves import Target, gap_targets, is_possible

SPRING_MS = 700
"""How long the mouse rests on a closed branch before it opens."""

_SCROLL_MS = 30
_SCROLL_MARGIN = 28
_KNOB = 3.5


class Drop(NamedTuple):
    """Where a node would land. `y` is the height of the line between two rows; `row` the row it would go into, else empty.

    `depth` is the level it would get, 0 at the top; both are pixels and places of the viewport.
    """

    target: Target
    depth: int
    y: int
    row: QRect


class DropGuide(QObject):
    """Follows a drag over the viewport of the outline. `drop` is where the node would land now; None for nowhere."""

    def __init__(self, tree: QTreeView, model: OutlineModel) -> None:
        super().__init__(tree)
        self._tree = tree
        self._model = model
        self._node_id = ""
        self._point = QPoint()
        self._hovered = ""
        self._spring = QTimer(self, interval=SPRING_MS, singleShot=True)
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._spring.timeout.connect(self._on_spring)
        self._scroll.timeout.connect(self._on_scroll)
        self.drop: Drop | None = None

    def follow(self, node_id: str, point: QPoint) -> bool:
        """Show where a node would land if it were let go at `point`; whether it would land at all."""
        self._node_id, self._point = node_id, point
        hovered = self._model.node_id(self._tree.indexAt(point))
        if hovered != self._hovered:
            self._hovered = hovered
            self._spring.start()
        if self._scroll_step():
            self._scroll.start()
        self._look_again()
        return self.drop is not None

    def leave(self) -> None:
        """The drag is over, or elsewhere."""
        self._spring.stop()
        self._scroll.stop()
        self._hovered, self.drop = "", None
        self._tree.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the line at the level that the node would get, and a frame around what it would lie under."""
        if self.drop is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().accent), 2))
        parent = self._tree.visualRect(self._model.index_of(self.drop.target.parent_id))
        if self.drop.row.isEmpty():
            left = float(self._left(self.drop.depth))
            y = float(self.drop.y)
            painter.drawLine(QPointF(left + _KNOB, y), QPointF(self._tree.viewport().width() - 4.0, y))
            painter.setBrush(QColor(tokens().card))
            painter.drawEllipse(QPointF(left, y), _KNOB, _KNOB)
            painter.setPen(QPen(QColor(tokens().accent), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if parent.isValid():
            painter.drawRoundedRect(QRectF(parent).adjusted(1, 1, -2, -1), 4, 4)

    def _look_again(self) -> None:
        self.drop = self._find_drop()
        self._tree.viewport().update()

    def _find_drop(self) -> Drop | None:
        """On the row in its middle, between two rows at its edges; the other one where that is not possible."""
        index = self._tree.indexAt(self._point)
        if self._model.rows is None:
            return None
        if not index.isValid():
            last = self._last_row()
            return self._find_gap(last, QModelIndex(), self._tree.visualRect(last).bottom() + 1)
        row = self._tree.visualRect(index)
        share = (self._point.y() - row.top()) / max(1, row.height())
        if share < 1 / 2:
            gap = self._find_gap(self._tree.indexAbove(index), index, row.top())
        else:
            gap = self._find_gap(index, self._tree.indexBelow(index), row.bottom() + 1)
        inside = self._find_inside(index, row)
        return inside or gap if 1 / 3 <= share <= 2 / 3 else gap or inside

    def _find_inside(self, index: QModelIndex, row: QRect) -> Drop | None:
        rows = self._model.rows
        target = Target(self._node_id, self._model.node_id(index))
        if rows is None or not is_possible(rows.plan, target):
            return None
        return Drop(target, len(rows.plan.ancestors(target.parent_id)), row.bottom() + 1, row)

    def _find_gap(self, above: QModelIndex, below: QModelIndex, y: int) -> Drop | None:
        """Between two rows: where several levels are possible, the one nearest to the mouse."""
        rows = self._model.rows
        if rows is None:
            return None
        above_id = self._model.node_id(above) if above.isValid() else ""
        below_id = self._model.node_id(below) if below.isValid() else ""
        drops = [
            Drop(target, len(rows.plan.ancestors(target.parent_id)), y, QRect())
            for target in gap_targets(rows.plan, self._node_id, (above_id, below_id))
        ]
        return min(drops, key=lambda drop: abs(self._left(drop.depth) - self._point.x()), default=None)

    def _left(self, depth: int) -> int:
        """Where rows of a level begin."""
        return self._tree.indentation() * (depth + 1)

    def _last_row(self) -> QModelIndex:
        """The last row that is not hidden in a closed branch."""
        index = self._model.index(self._model.rowCount() - 1, 0)
        while index.isValid() and self._tree.isExpanded(index) and self._model.rowCount(index):
            index = self._model.index(self._model.rowCount(index) - 1, 0, index)
        return index

    def _scroll_step(self) -> int:
        """How far to scroll while the mouse is where it is: 0 away from the upper and the lower edge."""
        height = self._tree.viewport().height()
        if self._point.y() < _SCROLL_MARGIN:
            return self._point.y() - _SCROLL_MARGIN
        return max(0, self._point.y() - height + _SCROLL_MARGIN)

    def _on_scroll(self) -> None:
        step = self._scroll_step()
        bar = self._tree.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step)
        if bar.value() == before:
            self._scroll.stop()
        else:
            self._look_again()

    def _on_spring(self) -> None:
        index = self._model.index_of(self._hovered)
        if index.isValid() and self._hovered != self._node_id:
            self._tree.expand(index)
            self._look_again()
