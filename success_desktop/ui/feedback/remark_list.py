"""The list of remarks: however many there are, only those in sight are worded and set; the current one has its buttons."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from success_desktop.ui.compare.row_list import Index, RowList
from success_desktop.ui.compare.row_stack import RowStack
from success_desktop.ui.feedback.remark_foot import RemarkFoot
from success_desktop.ui.feedback.remark_layout import RemarkLayout, RemarkStyle
from success_desktop.ui.feedback.remark_model import RemarkModel, Writer

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_DRAGGED = QSize(280, 96)
"""Pixels of the picture that hangs on the mouse while a card is dragged."""


class RemarkStack(RowStack[RemarkStyle, RemarkLayout]):
    """Remarks below each other; the one at `current` is set whole, with `foot_height(width)` pixels for its buttons."""

    def __init__(self, model: RemarkModel, foot_height: Callable[[int], int]) -> None:
        super().__init__(model.rowCount)
        self._model = model
        self._foot_height = foot_height
        self.current = -1

    def state_of(self, row: int) -> Hashable:
        """The current one is set otherwise than the rest."""
        return row == self.current

    def lay_out(self, row: int, style: RemarkStyle) -> RemarkLayout:
        """Set one card."""
        is_current = row == self.current
        card = self._model.card(row)
        bare = RemarkLayout(card, style, 0, is_current=is_current)
        if not is_current:
            return bare
        return RemarkLayout(card, style, self._foot_height(bare.foot.width()), is_current=True)


class RemarkList(RowList):
    """Shows the remarks of a RemarkModel. `foot` are the buttons, which stand on the current card unless it `is_read_only`.

    `chosen` tells that another card is the current one, `opened` that its place in the plan is wanted (Enter, double click),
    `menu_requested(point on the screen)` that everything that can be done with it is.
    """

    chosen = Signal()
    opened = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, model: RemarkModel, foot: RemarkFoot, parent: QWidget | None = None) -> None:
        self.remarks = model
        self.foot = foot
        self.is_read_only = False
        self.stack = RemarkStack(model, lambda width: 0 if self.is_read_only else foot.heightForWidth(width))
        super().__init__(model, self.stack, parent)
        self.setObjectName("remark_list")
        self.setDragEnabled(True)
        foot.setParent(self.viewport())
        foot.hide()
        self.doubleClicked.connect(self.opened)

    @property
    def current_id(self) -> str:
        """The remark of the current card; "" for none."""
        return self.remarks.remark_id(self.currentIndex().row())

    def show_remarks(self, ids: Sequence[str], write: Writer, aim_id: str = "") -> None:
        """List other remarks; `aim_id` is to be the current one, else the one that is stays so, else the first is.

        What is in sight stays where it is as far as it is still listed.
        """
        top = self.verticalOffset()
        rows = self.stack.rows_between(top, top)
        seen = [*self.remarks.ids[rows[0] :], *reversed(self.remarks.ids[: rows[0]])] if rows else []
        offset = self.stack.rect(rows[0]).top() - top if rows else 0
        before_id = self.current_id
        self.stack.current = -1
        self.remarks.show(ids, write)
        row = next((place for one in seen if (place := self.remarks.row_of(one)) >= 0), 0)
        if row > 0 and self.is_laid_out():
            self.stack.layout(row)  # what comes before it must not push it away
        self.move_to(self.stack.rect(row).top() - offset if row > 0 else 0)
        wanted = (self.remarks.row_of(one) for one in (aim_id, before_id))
        current = next((one for one in wanted if one >= 0), 0 if ids else -1)
        self.choose(current, is_seen=bool(aim_id))

    def show_current(self) -> None:
        """Bring the current card into sight."""
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: QModelIndex | Index, previous: QModelIndex | Index) -> None:
        """The card that has become the current one opens where it is; the one before closes."""
        super().currentChanged(current, previous)
        self._open_current()
        self.chosen.emit()

    def fit(self, width: int) -> bool:
        """Have the cards set in this width and font; whether all are set anew."""
        style = RemarkStyle(self.font(), width)
        is_other = style != self.stack.style
        if is_other:
            self.stack.begin(style)
        return is_other

    def forget_layout(self) -> None:
        """Have all cards set anew."""
        self.stack.style = None

    def is_laid_out(self) -> bool:
        """Whether the cards have a width yet."""
        return self.stack.style is not None

    def paint_row(self, painter: QPainter, row: int, rect: QRect) -> None:
        """Paint a card."""
        is_current = row == self.currentIndex().row()
        self.stack.layout(row).draw(painter, rect.topLeft(), is_current=is_current, has_focus=self.hasFocus())

    def move_to(self, top: int) -> None:
        """Scroll; the buttons go along with their card."""
        super().move_to(top)
        self._place_foot()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the remark is about."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer everything that can be done with the card under the mouse, or with the current one."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if is_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            here = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(event.globalPos() if is_mouse else here)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the card to a field of the page."""
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.remarks.mimeData([index]))
        drag.setPixmap(self.picture_of(index))
        drag.setHotSpot(QPoint(12, 12))
        drag.exec(Qt.DropAction.LinkAction)

    def _open_current(self) -> None:
        row = self.currentIndex().row()
        if not self.is_laid_out():
            return
        before, self.stack.current = self.stack.current, row
        if row >= 0:
            self.foot.offer(is_open=self.remarks.card(row).is_open)
        offset = self.stack.rect(row).top() - self.verticalOffset() if row >= 0 else 0
        for one in (before, row):
            if 0 <= one < self.remarks.rowCount():
                self.stack.layout(one)
        self.move_to(self.stack.rect(row).top() - offset if row >= 0 else self.verticalOffset())

    def _place_foot(self) -> None:
        row = self.currentIndex().row()
        is_there = row >= 0 and self.is_laid_out() and row == self.stack.current and not self.is_read_only
        self.foot.setVisible(is_there)
        if is_there:
            corner = self.visualRect(self.currentIndex()).topLeft()
            self.foot.setGeometry(self.stack.layout(row).foot.translated(corner))

    def picture_of(self, index: QModelIndex) -> QPixmap:
        """What hangs on the mouse while a card is dragged."""
        rect = self.visualRect(index)
        size = rect.size().boundedTo(_MOST_DRAGGED)
        return self.viewport().grab(QRect(rect.topLeft(), size))
