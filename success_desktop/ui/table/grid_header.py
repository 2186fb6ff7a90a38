"""The head of the grid: one line, or two where fiscal years stand below a common head; a press sorts."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPolygon
from PySide6.QtWidgets import QHeaderView, QWidget

from success_desktop.services.tabulating import GridColumn
from success_desktop.ui.table.grid_model import GridModel
from success_desktop.ui.table.grid_paint import HEAD_HEIGHT, PADDING, Inks, draw_text
from success_desktop.ui.theme import GRID

_LEAST_WIDTH = 5 * GRID
_ARROW = 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight | _MIDDLE, Qt.AlignmentFlag.AlignLeft | _MIDDLE
_CENTRE = Qt.AlignmentFlag.AlignHCenter | _MIDDLE


class GridHeader(QHeaderView):
    """Paints the heads of a GridModel's columns. `sorted_by` is the key of the column sorted by ("" for none)."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._inks = Inks(self.font())
        self.sorted_by = ""
        self.is_descending = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST_WIDTH)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_sorting(self, key: str, is_descending: bool) -> None:
        """Mark the column that the rows are sorted by; "" for none."""
        self.sorted_by, self.is_descending = key, is_descending
        self.viewport().update()

    def is_double(self) -> bool:
        """Whether any column has a common head above it."""
        return any(column.group for column in self._model.columns)

    def sizeHint(self) -> QSize:
        """Two lines where there are common heads."""
        self._inks.use_font(self.font())
        return QSize(super().sizeHint().width(), (2 if self.is_double() else 1) * HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a head; of a common head the stretch above this column."""
        column = self._model.columns[section]
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._inks["header"])
        painter.setFont(self._inks.bold)
        lower = rect
        if column.group:
            lower = rect.adjusted(0, rect.height() // 2, 0, 0)
            upper = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
            self._paint_group(painter, section, upper)
            self._paint_borders(painter, lower)
        else:
            self._paint_borders(painter, rect)
        line = QRect(lower.left(), lower.top() if column.group else rect.top(), lower.width(), HEAD_HEIGHT)
        self._paint_head(painter, line, column)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, column: GridColumn) -> None:
        painter.setPen(self._inks["text"])
        if column.key != self.sorted_by:
            draw_text(painter, self._inks, rect, column.head, _RIGHT if column.is_number else _LEFT)
            return
        room = rect.adjusted(0, 0, -2 * GRID, 0)
        draw_text(painter, self._inks, room, column.head, _RIGHT if column.is_number else _LEFT)
        middle, right = rect.center().y() + 1, rect.right() - PADDING
        base, tip = (middle - 2, middle + 3) if self.is_descending else (middle + 3, middle - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks["accent"])
        corners = [QPoint(right - 2 * _ARROW, base), QPoint(right, base), QPoint(right - _ARROW, tip)]
        painter.drawPolygon(QPolygon(corners))

    def _paint_group(self, painter: QPainter, section: int, rect: QRect) -> None:
        """The common head, centred over all its columns; only what lies above this one is seen."""
        members = self._members(section)
        left = self.sectionViewportPosition(members[0])
        width = sum(self.sectionSize(member) for member in members)
        shift = rect.left() - self.sectionViewportPosition(section)
        painter.setPen(self._inks["text"])
        whole = QRect(left + shift, rect.top(), width, rect.height())
        draw_text(painter, self._inks, whole, self._model.columns[section].group, _CENTRE)
        painter.setPen(self._inks["divider"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section == members[-1]:
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _members(self, section: int) -> list[int]:
        """The columns under the same common head, side by side."""
        columns = self._model.columns
        first = last = section
        while first > 0 and columns[first - 1].group == columns[section].group:
            first -= 1
        while last + 1 < len(columns) and columns[last + 1].group == columns[section].group:
            last += 1
        return list(range(first, last + 1))

    def _paint_borders(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self._inks["divider"])
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
