"""The table of a page: as high as its rows, edited cell by cell with the keyboard like a spreadsheet."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from success_desktop.ui.page.sheet_clipboard import clear_cells, clipboard_deed
from success_desktop.ui.page.sheet_model import BOLD_ROLE, REFUSED_ROLE, SUM_ROLE, SheetModel
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID, tokens

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 30
_PADDING = 3 * GRID
_LEAST_NUMBER_WIDTH = 7 * GRID
_LEAST_TEXT_WIDTH = 14 * GRID
_MOST_WIDTH = 22 * GRID
_TYPED = "0" * 14
"""So much can be typed into a cell, however narrow it is, and still be seen whole ("1.25 ล้านบาท")."""


class SheetDelegate(QStyledItemDelegate):
    """Paints the cells: sums bold on a tinted ground, refused entries framed in red."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bold = QFont(parent.font())
        self._bold.setBold(True)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Make sums bold."""
        super().initStyleOption(option, index)
        if index.data(BOLD_ROLE):
            self._bold.setPointSizeF(option.font.pointSizeF())
            self._bold.setFamily(option.font.family())
            option.font = self._bold

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell with its ground and, when its entry was refused, a frame."""
        is_refused = bool(index.data(REFUSED_ROLE))
        if is_refused or index.data(SUM_ROLE):
            painter.fillRect(option.rect, QColor(tokens().red if is_refused else tokens().header))
        super().paint(painter, option, index)
        if is_refused:
            painter.save()
            painter.setPen(QPen(QColor(tokens().red_ink), 1.5))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in that looks like the cell."""
        line = ThaiLineEdit(parent)
        line.setProperty("role", "cell")
        line.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The line covers the cell; a narrow one's neighbours too, to its left as numbers grow."""
        cell = QRect(option.rect)
        width = max(cell.width(), QFontMetrics(editor.font()).horizontalAdvance(_TYPED) + _PADDING)
        cell.setLeft(cell.right() + 1 - width)
        if cell.left() < 0:
            cell.moveLeft(min(0, option.rect.left()))
        editor.setGeometry(cell)


class SheetView(QTableView):
    """A table without scroll bars of its own. Delete clears a cell; Tab behind the last cell leaves the table.

    `opened(id)` tells that a cell was pressed which leads to a node.
    """

    opened = Signal(str)

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self.sheet_model = model
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(self))
        self.setProperty("role", "sheet")
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(_LEAST_NUMBER_WIDTH // 2)
        self.clicked.connect(self._on_clicked)

    def fit(self) -> None:
        """Make columns as wide as what they hold, the first one of words as wide as there is room, all rows seen."""
        sheet, header = self.sheet_model.sheet, self.horizontalHeader()
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        mode = QHeaderView.ResizeMode
        words = [column for column, head in enumerate(sheet.heads) if not head.is_number]
        for column, head in enumerate(sheet.heads):
            texts = [
                head.text,
                *(self.sheet_model.index(row, column).data() for row in range(len(sheet.rows))),
            ]
            width = max(metrics.horizontalAdvance(text) for text in texts) + _PADDING
            is_stretched = column == words[0] if words else True
            header.setSectionResizeMode(column, mode.Stretch if is_stretched else mode.Fixed)
            if not is_stretched:
                least = _LEAST_NUMBER_WIDTH if head.text else _PADDING
                header.resizeSection(column, min(max(width, least), _MOST_WIDTH))
        self.ensurePolished()
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme of colours may draw wider edges."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_height()

    def sizeHint(self) -> QSize:
        """As high as `fit` has made it; the page gives the width."""
        return QSize(_LEAST_TEXT_WIDTH, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Keep copy, paste and F2 for the cells; the window's actions may know them too."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (clipboard_deed(event) or event.key() == Qt.Key.Key_F2)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears the cells selected; Enter edits one or follows where it leads; Escape lets go of a refused entry."""
        index, deed = self.currentIndex(), clipboard_deed(event)
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif deed is not None:
            deed(self, self.sheet_model)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            clear_cells(self, self.sheet_model)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._enter(index)
        elif event.key() == Qt.Key.Key_Escape and index.data(REFUSED_ROLE):
            self.sheet_model.forget_refused(index)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell and leaves the table at its ends."""
        model, index = self.sheet_model, self.currentIndex()
        ends = (model.rowCount() - 1, model.columnCount() - 1) if next else (0, 0)
        if index.isValid() and (index.row(), index.column()) != ends:
            return super().focusNextPrevChild(next)
        return QWidget.focusNextPrevChild(self, next)

    def commit(self) -> None:
        """Hand in what is being typed into a cell."""
        editor = self.viewport().findChild(QLineEdit)
        if self.state() == QAbstractItemView.State.EditingState and isinstance(editor, QLineEdit):
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _fit_height(self) -> None:
        frame = self.height() - self.contentsRect().height()
        rows = self.verticalHeader().length()
        self.setFixedHeight(self.horizontalHeader().height() + rows + frame)

    def _enter(self, index: QModelIndex) -> None:
        if self.sheet_model.cell(index).place is not None:
            self.edit(index)
        else:
            self._on_clicked(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        node_id = self.sheet_model.cell(index).opens
        if node_id:
            self.opened.emit(node_id)
