"""The tree of the outline: what is chosen and open, the keys, and dragging."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QTreeView, QWidget

from success_desktop.ui.tree.delegate import OutlineDelegate
from success_desktop.ui.tree.dropping import DropGuide
from success_desktop.ui.tree.model import OutlineModel, dragged_node_id

OUTLINE_KEYS = (
    "Ins",
    "Ctrl+Return",
    "Ctrl+Enter",
    "Del",
    *(f"Alt+Shift+{way}" for way in ("Up", "Down", "Left", "Right")),
)
"""The keys that the outline understands by itself, where no action of the window has them."""


class OutlineTree(QTreeView):
    """A tree view over the outline's model. Keys that a window's actions have not taken are told by `key_pressed`.

    `move_requested(Target)` asks for a node to go where it was dragged. `left_forwards` tells that Tab was pressed behind a
    name just typed: the way leads on to the page, not to another name.
    """

    node_selected = Signal(str)
    move_requested = Signal(object)
    left_forwards = Signal()
    key_pressed = Signal(str)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline_tree")
        self.outline = model
        self._is_silent = False
        self.setModel(model)
        self.setItemDelegate(OutlineDelegate(self))
        self._set_up_looks()
        self._set_up_dragging()
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _set_up_looks(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _set_up_dragging(self) -> None:
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.guide = DropGuide(self, self.outline)

    def node_id(self) -> str:
        """The node chosen; "" when there is none."""
        chosen = self.selectionModel().selectedIndexes()
        return self.outline.node_id(chosen[0]) if chosen and chosen[0].isValid() else ""

    def choose(self, node_id: str) -> bool:
        """Choose a node, open what is above it and bring it into view; whether it is there to be chosen."""
        index = self.outline.index_of(node_id)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()
        return index.isValid()

    def open_node_ids(self) -> set[str]:
        """The nodes whose children are shown."""
        indexes = self.outline.persistentIndexList()
        return {
            self.outline.node_id(index) for index in indexes if index.isValid() and self.isExpanded(index)
        }

    def open_nodes(self, node_ids: Iterable[str]) -> None:
        """Show the children of these nodes."""
        for node_id in node_ids:
            index = self.outline.index_of(node_id)
            if index.isValid():
                self.setExpanded(index, True)

    def change_rows(self, change: Callable[[], None]) -> None:
        """Let `change` rearrange the rows; the place scrolled to stays, and no choice is announced that nobody made."""
        here = self.verticalScrollBar().value()
        self._is_silent = True
        change()
        self._is_silent = False
        self.verticalScrollBar().setValue(here)

    def commit(self) -> None:
        """Hand in the name that is being typed; its field stays open."""
        field = self.viewport().findChild(QLineEdit)
        if isinstance(field, QLineEdit) and field.isModified():
            field.setModified(False)
            self.commitData(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of keys with a meaning for the plan; leave the others to Qt."""
        keys = QKeySequence(event.keyCombination()).toString()
        if keys in OUTLINE_KEYS:
            self.key_pressed.emit(keys)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """End typing a name; Tab leaves the outline."""
        ends = QAbstractItemDelegate.EndEditHint
        is_tab = hint in (ends.EditNextItem, ends.EditPreviousItem)
        super().closeEditor(editor, ends.NoHint if is_tab else hint)
        if hint == ends.EditNextItem:
            self.left_forwards.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let nodes in, whether or not they can lie where they come in."""
        event.setAccepted(bool(dragged_node_id(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the node would land; the mouse says so where it cannot."""
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(self.guide.follow(dragged_node_id(event.mimeData()), event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget where the node would have landed."""
        self.guide.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move that was shown."""
        self.guide.follow(dragged_node_id(event.mimeData()), event.position().toPoint())
        drop = self.guide.drop
        self.guide.leave()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(drop is not None)
        if drop is not None:
            self.move_requested.emit(drop.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and over them where a dragged node would land."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self.guide.paint(painter)

    def _on_selection_changed(self) -> None:
        node_id = self.node_id()
        if node_id and not self._is_silent:
            self.node_selected.emit(node_id)
