"""The grid with everything around it: filters above, the sums and a line of words below."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from success_desktop.domain.amounts import format_baht
from success_desktop.i18n import _
from success_desktop.services.tabulating import NAME
from success_desktop.ui.table.column_memory import ColumnMemory
from success_desktop.ui.table.empty_grid import EmptyGrid
from success_desktop.ui.table.filter_bar import FilterBar
from success_desktop.ui.table.grid_foot import GridFoot
from success_desktop.ui.table.grid_model import GridModel
from success_desktop.ui.table.grid_paint import PADDING, ROW_HEIGHT, wrapped_height
from success_desktop.ui.table.grid_view import GridView
from success_desktop.ui.table.totals_row import TotalsRow
from success_desktop.ui.theme import GRID

_MARGINS = (16, 14, 16, 8)
_MOST_LINES = 14
_FEW_ROWS = 200
_EDGE = 2  # border of the card, and a pixel to spare
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX
_LEAST_NAME_WIDTH = 25 * GRID


class GridStage(QWidget):
    """Lays the table out: the grid is as high as its rows and no higher than there is room.

    `clear_requested` asks to let all rows through again.
    """

    clear_requested = Signal()

    def __init__(self, model: GridModel, memory: ColumnMemory) -> None:
        super().__init__()
        self._model = model
        self._memory = memory
        self._form = ""
        self._is_fitting = False
        self._tall: set[int] = set()
        self.filters = FilterBar()
        self.view = GridView(model)
        self.totals = TotalsRow(self.view)
        self.foot = GridFoot()
        self.empty = EmptyGrid()
        self.count = QLabel()
        self.clear = QPushButton()
        self.stack = QStackedWidget()
        self._card = QFrame()
        self._outer = QVBoxLayout(self)
        self._lay_out()
        self.clear.clicked.connect(self.clear_requested)
        self.empty.clear_requested.connect(self.clear_requested)
        self.view.head.sectionResized.connect(self._on_dragged)
        self.view.verticalScrollBar().valueChanged.connect(self._wrap_visible)
        model.dataChanged.connect(self._wrap_visible)
        model.modelReset.connect(self._tall.clear)
        model.layoutChanged.connect(self._on_reordered)

    def fit_columns(self, form: str) -> None:
        """Give the columns of a form their widths: those remembered, else those that sums, numbers and contents want."""
        self._form = form
        self._is_fitting = True
        whole = {key: format_baht(baht) for key, baht in self.totals.sums.items()}
        whole["number"] = self._model.cells.longest_number()
        metrics = self.view.delegate.inks.bold_metrics
        for place, column in enumerate(self._model.columns):
            width = self._memory.width(form, column)
            if column.key in whole and not self._memory.is_dragged(form, column):
                width = max(width, metrics.horizontalAdvance(whole[column.key]) + 2 * PADDING)
            self.view.setColumnWidth(place, width)
        self._is_fitting = False
        self._stretch_name()
        self.view.freeze_columns()

    def fit_rows(self) -> None:
        """Make the grid as high as its rows, where these need less than there is."""
        view = self.view
        rows = len(self._model.rows)
        is_wrapped = self._model.cells.is_wrapped
        height = _NO_LIMIT
        if not is_wrapped and rows < _FEW_ROWS:
            is_wide = view.head.length() > self.width() - _MARGINS[0] - _MARGINS[2] - 2
            bar = view.horizontalScrollBar().sizeHint().height() if is_wide else 0
            height = (
                view.head.height() + view.verticalHeader().length() + bar + self.totals.height() + 2 * _EDGE
            )
        self._card.setMaximumHeight(height)
        self._wrap_visible()

    def show_count(self, shown: int, everything: int, is_narrowed: bool) -> None:
        """Say how many rows of how many are shown, when a filter hides some."""
        words = _("{shown} of {all} shown").format(shown=f"{shown:,}", all=f"{everything:,}")
        self.count.setText(f"{words} ·")
        self.clear.setText(_("Clear the filters"))
        for widget in (self.count, self.clear):
            widget.setVisible(is_narrowed)

    def show_grid(self, is_there: bool) -> None:
        """Show the grid, or what is said in its place."""
        self.stack.setCurrentIndex(0 if is_there else 1)
        self.foot.setVisible(is_there)

    def add_pane(self, pane: QWidget) -> None:
        """Put a pane below the grid, and below what is said in its place."""
        self._outer.addWidget(pane)

    def wrap(self, is_wrapped: bool) -> None:
        """Show whole texts in as many lines as they take, or one line each."""
        self._model.cells.is_wrapped = is_wrapped
        self._flatten()
        self._model.repaint_rows(0, len(self._model.rows) - 1)
        self.fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what room is left."""
        super().resizeEvent(event)
        self._stretch_name()
        self.fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Paint in another scheme."""
        if event.type() == QEvent.Type.PaletteChange:
            for widget in (self.view.viewport(), self.view.frozen.viewport(), self.totals):
                widget.update()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        counted = QHBoxLayout()
        counted.setSpacing(4)
        self.count.setProperty("role", "strong")
        self.clear.setProperty("role", "link")
        for widget in (self.count, self.clear):
            counted.addWidget(widget)
        counted.addStretch(1)
        card = self._card
        card.setProperty("role", "grid_card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.totals)
        grid = QWidget()
        column = QVBoxLayout(grid)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(card)
        column.addWidget(self.foot)
        column.addStretch(1)
        column.setStretchFactor(card, 1000)
        self.stack.addWidget(grid)
        self.stack.addWidget(self.empty)
        outer = self._outer
        outer.setContentsMargins(*_MARGINS)
        outer.setSpacing(GRID)
        outer.addWidget(self.filters)
        outer.addLayout(counted)
        outer.addWidget(self.stack, 1)

    def _stretch_name(self) -> None:
        """Let the name have the room that no other column wants, unless somebody has dragged it."""
        place = self._model.column_of(NAME)
        if place < 0 or self._memory.is_dragged(self._form, self._model.columns[place]):
            return
        self._is_fitting = True
        others = sum(
            self.view.columnWidth(other) for other in range(len(self._model.columns)) if other != place
        )
        bar = self.view.verticalScrollBar().sizeHint().width()
        room = self.width() - _MARGINS[0] - _MARGINS[2] - 2 - bar - others
        usual = self._memory.width(self._form, self._model.columns[place])
        self.view.setColumnWidth(place, max(room, usual if room < _LEAST_NAME_WIDTH else room))
        self._is_fitting = False

    def _on_dragged(self, place: int, _old: int, width: int) -> None:
        if not self._is_fitting and self._form and place < len(self._model.columns):
            self._memory.keep_width(self._form, self._model.columns[place], width)

    def _wrap_visible(self) -> None:
        """Give the rows in sight the height of their texts; those out of sight get it when they come into sight."""
        if not self._model.cells.is_wrapped or not self._model.rows:
            return
        view = self.view
        texts = [
            (place, view.columnWidth(place))
            for place, column in enumerate(self._model.columns)
            if not column.is_number and column.show != "findings"
        ]
        inks = view.delegate.inks
        most = _MOST_LINES * inks.plain_metrics.lineSpacing()
        row, top = max(view.rowAt(0), 0), 0
        while row < len(self._model.rows) and top < view.viewport().height():
            heights = (
                wrapped_height(inks, width, self._model.cells.text(row, place)) for place, width in texts
            )
            height = min(max(heights, default=0), most)
            view.setRowHeight(row, max(height, ROW_HEIGHT))
            self._tall.add(row)
            top += view.rowHeight(row)
            row += 1

    def _flatten(self) -> None:
        """Make rows that were wrapped one line high again."""
        for row in self._tall:
            self.view.setRowHeight(row, ROW_HEIGHT)
        self._tall.clear()

    def _on_reordered(self) -> None:
        """Other rows stand where rows were wrapped."""
        self._flatten()
        self._wrap_visible()
