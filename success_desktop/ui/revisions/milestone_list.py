"""The list of cards: one or two of them are chosen, with the mouse or the keyboard."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from success_desktop.ui.revisions.milestone_delegate import MilestoneDelegate
from success_desktop.ui.revisions.milestone_model import MilestoneModel

_Flag = QItemSelectionModel.SelectionFlag
_Modifier = Qt.KeyboardModifier
_SECOND = _Modifier.ControlModifier | _Modifier.ShiftModifier
_MOST_CHOSEN = 2


class MilestoneList(QListView):
    """A click or an arrow key chooses one card; with Ctrl or Shift, or with Space, a second one beside it.

    `chosen_changed` tells that others are chosen, `opened` that what is chosen is wanted now (Enter, double click),
    `menu_requested(row, point on the screen)` asks what can be done with one.
    """

    chosen_changed = Signal()
    opened = Signal()
    menu_requested = Signal(int, QPoint)

    def __init__(self, milestones: MilestoneModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._milestones = milestones
        self._chosen: list[str] = []
        self.setObjectName("milestone_list")
        self.setModel(milestones)
        self.setItemDelegate(MilestoneDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        milestones.modelReset.connect(self._show_chosen)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the cards chosen, newest first: none, one or two."""
        return tuple(sorted(self._chosen, key=self._milestones.row_of))

    def choose(self, *keys: str) -> None:
        """Choose these cards and nothing else."""
        fresh = list(dict.fromkeys(keys))[-_MOST_CHOSEN:]
        if fresh == self._chosen:
            return
        self._chosen = fresh
        self._show_chosen()
        self.chosen_changed.emit()

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Qt chooses nothing itself: at most two are chosen here."""
        return _Flag.NoUpdate

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card under the mouse."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._choose_row(index.row(), is_second=bool(event.modifiers() & _SECOND))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is chosen."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses a second card, Enter opens what is chosen; Qt has the arrows, and what they reach is chosen."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space and row >= 0:
            self._choose_row(row, is_second=True)
        else:
            super().keyPressEvent(event)
            self._follow(row, event.modifiers())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a card: the one under the mouse, or the one with the keyboard."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if is_mouse else self.currentIndex()
        if index.isValid():
            point = event.globalPos() if is_mouse else self._middle_of(index)
            self.menu_requested.emit(index.row(), point)

    def _middle_of(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def _follow(self, row_before: int, modifiers: Qt.KeyboardModifier) -> None:
        row = self.currentIndex().row()
        if row not in (row_before, -1) and not modifiers & _Modifier.ControlModifier:
            self._choose_row(row, is_second=bool(modifiers & _Modifier.ShiftModifier))

    def _choose_row(self, row: int, *, is_second: bool) -> None:
        key = self._milestones.key(row)
        if not is_second:
            self.choose(key)
        elif key in self._chosen:
            self.choose(*(other for other in self._chosen if other != key))
        else:
            self.choose(*self._chosen[:1], key)

    def _show_chosen(self) -> None:
        """Mark in the list what is chosen; what is not there any more is not chosen either."""
        rows = {key: self._milestones.row_of(key) for key in self._chosen}
        self._chosen = [key for key, row in rows.items() if row >= 0]
        self.selectionModel().clearSelection()
        for key in self._chosen:
            self.selectionModel().select(self._milestones.index(rows[key]), _Flag.Select)
        if self._chosen and not self.currentIndex().isValid():
            self.setCurrentIndex(self._milestones.index(rows[self._chosen[0]]))
