"""The line below the grid that sums it up: how many rows, and the baht of each year."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from success_desktop.domain.amounts import format_baht
from success_desktop.ui.table.grid_paint import ROW_HEIGHT, Inks, draw_number, draw_text
from success_desktop.ui.table.grid_view import GridView

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TotalsRow(QWidget):
    """Paints sums below the columns of a grid, wherever these are scrolled to."""

    def __init__(self, view: GridView) -> None:
        super().__init__()
        self._view = view
        self._inks = Inks(self.font())
        self.label = ""
        self.sums: Mapping[str, Decimal] = {}
        self.setFixedHeight(ROW_HEIGHT)
        view.shifted.connect(self.update)

    def show_sums(self, label: str, sums: Mapping[str, Decimal]) -> None:
        """Show `label` below the name and baht below the columns, by their keys."""
        self.label, self.sums = label, sums
        heads = {column.key: column.title for column in self._view.grid.columns}
        pieces = [f"{heads[key]} {format_baht(baht)}" for key, baht in sums.items() if key in heads]
        self.setAccessibleName(", ".join((label, *pieces)))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(ROW_HEIGHT, ROW_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Paint in another font or scheme."""
        if event.type() == QEvent.Type.FontChange:
            self._inks.use_font(self.font())
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns, the frozen ones over the others."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._inks["header"])
        painter.setFont(self._inks.bold)
        view = self._view
        for place in range(view.frozen.count, len(view.grid.columns)):
            self._paint_cell(painter, place, view.columnViewportPosition(place) + view.frameWidth())
        left = view.frameWidth()
        painter.fillRect(QRect(0, 0, left + view.frozen.width_wanted(), self.height()), self._inks["header"])
        for place in range(min(view.frozen.count, len(view.grid.columns))):
            self._paint_cell(painter, place, left)
            left += view.columnWidth(place)
        painter.setPen(self._inks["divider"])
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())

    def _paint_cell(self, painter: QPainter, place: int, left: int) -> None:
        view = self._view
        column = view.grid.columns[place]
        rect = QRect(left, 0, view.columnWidth(place), self.height())
        painter.setPen(self._inks["text"])
        if place == view.frozen.count - 1:
            draw_text(painter, self._inks, rect, self.label, _LEFT)
        elif column.key in self.sums:
            draw_number(painter, self._inks, rect, format_baht(self.sums[column.key]))
        painter.setPen(self._inks["divider"])
        painter.drawLine(rect.topRight(), rect.bottomRight())
