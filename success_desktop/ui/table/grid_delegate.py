"""How cells of the grid are painted and edited."""

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from success_desktop.domain.schema import FieldSpec
from success_desktop.ui.page.candidates import list_candidates
from success_desktop.ui.table.cell_editors import CellEditor, ChoiceCell, LineCell, NamesCell, TextCell
from success_desktop.ui.table.grid_model import REFUSED_ROLE, TONE_ROLE, GridModel
from success_desktop.ui.table.grid_paint import (
    Inks,
    draw_badge,
    draw_frame,
    draw_number,
    draw_text,
    draw_wrapped,
)
from success_desktop.ui.theme import GRID

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TEXT_LINES, _MOST_TEXT_LINES = 3, 9
_LEAST_TEXT_WIDTH = 40 * GRID
_KEYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Where the keys go that hand a cell in: rows down, columns to the right."""


def asks_for_row(event: QKeyEvent) -> bool:
    """Whether a key is Ctrl+Enter, which adds a row as it adds an item everywhere in the window."""
    wanted = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (
        event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and wanted == Qt.KeyboardModifier.ControlModifier
    )


class GridDelegate(QStyledItemDelegate):
    """Paints cells and makes their editors.

    `finished(rows, columns)` tells where to go after an entry was handed in, `add_requested` that a row is wanted behind the
    one typed in.
    """

    finished = Signal(int, int)
    add_requested = Signal()

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.inks = Inks(parent.font())
        self.editor: CellEditor | None = None
        self.typed: str | None = None
        self._model = cast(GridModel, parent.model())

    # --- painting ------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell: ground, text, and a frame when it is the current one or its entry was refused."""
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_refused = bool(index.data(REFUSED_ROLE))
        rect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if is_refused or is_chosen:
            painter.fillRect(rect, self.inks["red" if is_refused else "selection"])
        text = str(index.data() or "")
        if text:
            self._paint_text(painter, rect, (text, str(index.data(TONE_ROLE))), index.column())
        if is_refused:
            draw_frame(painter, rect, self.inks["red_ink"])
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_frame(painter, rect, self.inks["accent"])
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, shown: tuple[str, str], column: int) -> None:
        text, tone = shown
        if tone in ("red", "amber"):
            painter.setFont(self.inks.plain)
            draw_badge(painter, self.inks, rect, text, tone)
            return
        is_number = self._model.columns[column].is_number
        faint = self.inks.plain if column == 0 else self.inks.slanted
        painter.setFont({"strong": self.inks.bold, "faint": faint}.get(tone, self.inks.plain))
        painter.setPen(self.inks["secondary" if tone == "faint" else "text"])
        if is_number:
            draw_number(painter, self.inks, rect, text)
        elif self._model.cells.is_wrapped:
            draw_wrapped(painter, rect, text)
        else:
            draw_text(painter, self.inks, rect, text, _LEFT)

    # --- editing -------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor for the field of a cell."""
        column = self._model.columns[index.column()]
        kind = self._model.context.plan.nodes[self._model.rows[index.row()]].kind
        spec = self._model.context.plan.template.field(kind, column.field)
        editor = self._make_editor(parent, spec)
        if isinstance(editor, LineCell) and column.is_number:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setAutoFillBackground(True)
        self.editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell holds, or with what was typed in its place. Later changes leave the typing alone."""
        if self.editor is editor and self.editor.property("is_begun") is None:
            editor.setProperty("is_begun", True)
            self.editor.begin(str(index.data(Qt.ItemDataRole.EditRole)), self.typed)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand in what was typed."""
        if self.editor is editor:
            model.setData(cast(QModelIndex, index), self.editor.entered())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor covers the cell; several lines take the room that they need, within the table."""
        rect = QRect(option.rect)
        if isinstance(editor, TextCell):
            room = cast(QAbstractItemView, self.parent()).viewport().rect()
            rect.setWidth(max(rect.width(), min(_LEAST_TEXT_WIDTH, room.right() - rect.left() + 1)))
            line = self.inks.plain_metrics.lineSpacing()
            editor.document().setTextWidth(rect.width() - 2 * GRID)
            wanted = int(editor.document().size().height()) + GRID
            rect.setHeight(max(rect.height(), min(max(wanted, _TEXT_LINES * line), _MOST_TEXT_LINES * line)))
            rect.moveBottom(min(rect.bottom(), max(room.bottom(), option.rect.bottom())))
            rect.setTop(max(rect.top(), min(room.top(), option.rect.top())))  # in sight, with few rows too
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let go of an editor that is done."""
        if self.editor is editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab hand in what was typed and go on; Ctrl+Enter asks for another row; Escape drops it."""
        if isinstance(event, QKeyEvent) and asks_for_row(event):
            if event.type() == QEvent.Type.KeyPress:
                self.add_requested.emit()
            event.accept()
            return True
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QWidget)
        ):
            step = _KEYS.get(event.key())
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and step[0]
                self.finish(-step[0] if is_back else step[0], step[1])
                return True
            if step is not None:
                return False
        return super().eventFilter(editor, event)

    def finish(self, rows: int = 0, columns: int = 0) -> None:
        """Hand in what is being typed, close the editor and go on by so many rows and columns."""
        editor = self.editor
        if editor is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.finished.emit(rows, columns)

    def _make_editor(self, parent: QWidget, spec: FieldSpec) -> CellEditor:
        context = self._model.context
        if spec.type == "text":
            text = TextCell(parent)
            context.text_edit_made.emit(text)
            return text
        if spec.type == "choice":
            return ChoiceCell(parent, spec, context.language)
        if spec.type == "reference":
            return NamesCell(parent, list_candidates(context.plan, spec.kinds, context.language))
        return LineCell(parent)
