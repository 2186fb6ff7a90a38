"""The grid on the screen: cells to move through, select and type into like a spreadsheet's, the first columns frozen."""

from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from success_desktop.services.tabulating import number_of_frozen
from success_desktop.ui.table.cell_editors import LineCell
from success_desktop.ui.table.frozen_columns import FrozenColumns, furnish_table
from success_desktop.ui.table.grid_delegate import GridDelegate, asks_for_row
from success_desktop.ui.table.grid_model import Block, GridModel

Index = QModelIndex | QPersistentModelIndex
Wish = Literal["open", "clear", "add", "copy", "paste", "cut", "forget"]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_STANDARD: dict[QKeySequence.StandardKey, Wish] = {
    QKeySequence.StandardKey.Copy: "copy",
    QKeySequence.StandardKey.Paste: "paste",
    QKeySequence.StandardKey.Cut: "cut",
}


class GridView(QTableView):
    """Shows a GridModel.

    Typing replaces what a cell holds; F2, Enter or a double click edit it. Signals: `wished(wish)` asks for what the keys
    stand for (Wish) at the current cell; `untypable()` tells that somebody wanted to type where nothing can be typed;
    `menu_requested(point)` asks for the menu of the current cell, at a point of the screen; `went()` that another cell is
    current; `shifted()` that columns moved or got another width.
    """

    wished = Signal(str)
    untypable = Signal()
    menu_requested = Signal(QPoint)
    went = Signal()
    shifted = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.head, self.delegate = furnish_table(self, model)
        self.frozen = FrozenColumns(model, self)
        for half in (self, self.frozen):
            half.doubleClicked.connect(self._on_double_clicked)
            half.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            half.customContextMenuRequested.connect(self._on_menu_requested)
        for delegate in (self.delegate, self.frozen.delegate):
            delegate.finished.connect(self._on_finished)
            delegate.add_requested.connect(lambda: self.wished.emit("add"))
        self.horizontalScrollBar().valueChanged.connect(self.shifted)
        self.head.sectionResized.connect(self.shifted)
        self.selectionModel().currentChanged.connect(self.went)
        model.modelReset.connect(self.freeze_columns)

    def freeze_columns(self) -> None:
        """Lay the frozen columns over the grid anew: there are other columns now."""
        height = self.head.sizeHint().height()
        self.head.setFixedHeight(height)
        self.updateGeometries()
        self.frozen.freeze(number_of_frozen(self.grid.columns))

    def select_cell(self, row: int, column: int) -> None:
        """Make a cell the current one, and bring it into sight."""
        index = self.grid.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def go_to_row(self, row: int) -> None:
        """Make a row the current one, in the column that is current; nothing happens where there is no such row."""
        index = self.currentIndex()
        if row >= 0 and index.row() != row:
            self.select_cell(row, max(index.column(), 0))

    def selected_cells(self) -> list[QModelIndex]:
        """The cells selected, row by row; the current one where there is no selection."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted(
            (index for index in chosen if index.isValid()), key=lambda one: (one.row(), one.column())
        )

    def selected_block(self) -> Block | None:
        """The smallest rectangle around the cells selected; None where there are none."""
        cells = self.selected_cells()
        if not cells:
            return None
        columns = [index.column() for index in cells]
        return Block(cells[0].row(), min(columns), cells[-1].row(), max(columns))

    def begin(self, index: Index, typed: str | None = None) -> None:
        """Open the editor of a cell, with `typed` in the place of what it holds; `untypable` where there is none."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            if index.isValid():
                self.untypable.emit()
            return
        half: FrozenColumns | GridView = self.frozen if index.column() < self.frozen.count else self
        self.scrollTo(index)
        half.delegate.typed = typed
        half.edit(QModelIndex(self.grid.index(index.row(), index.column())))
        editor = half.delegate.editor
        if typed is not None and isinstance(editor, LineCell):
            editor.end(False)  # Qt has selected what was typed: the next letter would replace it

    def open_editor(self) -> GridDelegate | None:
        """The delegate whose editor is open; None when nothing is being typed."""
        halves = (self.delegate, self.frozen.delegate)
        return next((delegate for delegate in halves if delegate.editor is not None), None)

    def typed(self) -> str | None:
        """What stands in the editor that is open; None when nothing is being typed."""
        delegate = self.open_editor()
        return delegate.editor.entered() if delegate is not None and delegate.editor is not None else None

    def commit(self) -> None:
        """Hand in what is being typed."""
        delegate = self.open_editor()
        if delegate is not None:
            delegate.finish()

    # --- keys ----------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep copy, cut and paste, Delete, Insert and F2 for the cells; the window's actions may know them too."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self._wish(event) or event.key() == Qt.Key.Key_F2)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Treat the keys of a spreadsheet; let Qt have those that move and select."""
        index, wish = self.currentIndex(), self._wish(event)
        if wish is not None:
            self.wished.emit(wish)
        elif event.key() in _ENTER or event.key() == Qt.Key.Key_F2:
            self.begin(index)
        elif event.text().isprintable() and event.text() and not event.modifiers() & (_CTRL | _ALT):
            self.begin(index, event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell and leaves the grid at its ends."""
        index, grid = self.currentIndex(), self.grid
        ends = (grid.rowCount() - 1, grid.columnCount() - 1) if next else (0, 0)
        if index.isValid() and (index.row(), index.column()) != ends:
            return super().focusNextPrevChild(next)
        return QWidget.focusNextPrevChild(self, next)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Typing by an input method begins to edit too; an event without letters types nothing."""
        if not event.commitString() and not event.preeditString():
            super().inputMethodEvent(event)
            return
        self.begin(self.currentIndex(), "")
        delegate = self.open_editor()
        if delegate is not None and delegate.editor is not None:
            QApplication.sendEvent(delegate.editor, event)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight from under the frozen columns; those themselves never scroll sideways."""
        bar = self.horizontalScrollBar()
        before, width = bar.value(), self.frozen.width_wanted()
        super().scrollTo(index, hint)
        if index.column() < self.frozen.count:
            bar.setValue(before)
        elif self.visualRect(index).left() < width:
            bar.setValue(bar.value() + self.visualRect(index).left() - width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frozen columns as high as the grid."""
        super().resizeEvent(event)
        self.frozen.fit()
        self.shifted.emit()

    def _wish(self, event: QKeyEvent) -> Wish | None:
        """What a key asks for, beyond moving and typing; None when it is one of those."""
        standard = next((wish for key, wish in _STANDARD.items() if event.matches(key)), None)
        if standard is not None:
            return standard
        key, index = event.key(), self.currentIndex()
        if asks_for_row(event):
            return "add"
        if key in _ENTER and index.isValid() and not event.modifiers() & _CTRL:
            return "open" if self.grid.columns[index.column()].show == "number" else None
        if key == Qt.Key.Key_Escape:
            return "forget" if self.grid.refused_at(index) is not None else None
        known: dict[int, Wish] = {
            Qt.Key.Key_Delete: "clear",
            Qt.Key.Key_Backspace: "clear",
            Qt.Key.Key_Insert: "add",
        }
        return known.get(key) if not event.modifiers() & (_CTRL | _ALT) else None

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.grid.columns[index.column()].show == "number":
            self.wished.emit("open")
        else:
            self.begin(index)

    def _on_menu_requested(self, point: QPoint) -> None:
        half = self.sender()
        assert isinstance(half, QTableView)
        if half.indexAt(point).isValid() and self.currentIndex().isValid():
            self.menu_requested.emit(half.viewport().mapToGlobal(point))

    def _on_finished(self, rows: int, columns: int) -> None:
        """Go on from a cell that was handed in; stay where the entry was refused."""
        index = self.currentIndex()
        if self.grid.refused_at(index) is None and (rows or columns):
            self.select_cell(index.row() + rows, index.column() + columns)
        self.went.emit()
