"""Dragging a card onto the page: the field under the mouse is framed, and letting go ties the remark to it."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from success_desktop.domain.values import SINGLE_MONEY
from success_desktop.ui.feedback.remark_model import dragged_remark_id
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.part import PagePart
from success_desktop.ui.page.sheet_parts import SheetPart
from success_desktop.ui.page.text_field import TextField
from success_desktop.ui.theme import tokens

_CORNER = 6.0


class Target(NamedTuple):
    """Where a remark would land: a part of a field, and where that is on the page (pixels of the page)."""

    place: tuple[str, str, str]
    frame: QRect


class PageDrops(QObject):
    """Takes the drags of remarks over a page. `dropped(remark id, (node id, field, part))` tells that one was let go."""

    dropped = Signal(str, object)

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        self._frame = DropFrame(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def target_at(self, point: QPoint) -> Target | None:
        """What a remark that is let go at a point of the page would be tied to; None for nothing."""
        widget: QWidget | None = self._page.childAt(point)
        while widget is not None and not isinstance(widget, PagePart):
            widget = widget.parentWidget()
        form = self._page.form
        if widget is None or form is None:
            return None
        field = next((name for name, part in form.fields.items() if part is widget), "")
        return self._target_in(widget, field, point)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a drag of a remark; all other events are the page's."""
        if isinstance(event, QDragLeaveEvent):
            self._frame.hide()
            return False
        if not isinstance(event, (QDropEvent, QDragMoveEvent)):
            return False
        remark_id = dragged_remark_id(event.mimeData())
        if not remark_id:
            return False
        target = self.target_at(event.position().toPoint())
        if event.type() == QEvent.Type.Drop:
            self._frame.hide()
            if target is not None:
                event.acceptProposedAction()
                self.dropped.emit(remark_id, target.place)
            return True
        self._frame.show_at(target.frame if target is not None else QRect())
        is_entering = isinstance(event, QDragEnterEvent)  # is taken anywhere, else no move would follow
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(is_entering or target is not None)
        return True

    def _target_in(self, part: PagePart, field: str, point: QPoint) -> Target | None:
        page, node_id = self._page, part.node_id
        if isinstance(part, TextField):
            frames = {language: _frame_of(edit, page) for language, edit in part.edits.items()}
            near = min(frames, key=lambda one: abs(frames[one].center().x() - point.x()))
            return Target((node_id, field, near), frames[near])
        if isinstance(part, SheetPart):
            view = part.view
            index = view.indexAt(view.viewport().mapFrom(page, point))
            place = part.model.cell(index).place if index.isValid() else None
            corner = view.viewport().mapTo(page, view.visualRect(index).topLeft())
            return Target(place, QRect(corner, view.visualRect(index).size())) if place is not None else None
        if not field:
            return None
        is_money = page.context.plan.kind_of(node_id).fields[field].type == "money"
        return Target((node_id, field, SINGLE_MONEY if is_money else ""), _frame_of(part, page))


class DropFrame(QWidget):
    """A frame over the page that shows where a remark would land."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, frame: QRect) -> None:
        """Stand around a place of the page; nowhere for an empty one."""
        self.setVisible(not frame.isEmpty())
        if not frame.isEmpty():
            self.setGeometry(frame.adjusted(-2, -2, 2, 2))
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame over a veil of the colour of what is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().accent), 2))
        veil = QColor(tokens().selection)
        veil.setAlpha(90)
        painter.setBrush(veil)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        painter.end()


def _frame_of(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
