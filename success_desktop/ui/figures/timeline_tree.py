"""The tree of the timeline: names on the left stay in place, time on the right scrolls and is drawn out by itself."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from success_desktop.domain.timespans import SpanPart, move_span
from success_desktop.ui.figures.timeline_axis import TimeAxis
from success_desktop.ui.figures.timeline_bars import TimelineDelegate
from success_desktop.ui.figures.timeline_header import TimelineHeader
from success_desktop.ui.figures.timeline_model import NAME_COLUMN, TIME_COLUMN, TimelineModel
from success_desktop.ui.figures.timeline_mouse import TimelineMouse
from success_desktop.ui.figures.timeline_paint import paint_grid, paint_today
from success_desktop.ui.thai_keyboard import latin_key
from success_desktop.ui.theme import GRID

NAME_SHARE = 0.34
_LEAST_NAME, _MOST_NAME = 27 * GRID, 48 * GRID
_WHEEL_STEP = 120.0
_KEY_SCROLL = 1 / 8
"""The share of the width in sight by which an arrow key scrolls time."""


class TimelineTree(QTreeView):
    """Shows a `TimelineModel`. `axis_changed` tells that another stretch of time is in sight.

    `open_requested(node id)` asks for a node's page, `dates_requested(node id)` for a place to type its dates,
    `span_requested(node id, Span)` for other dates.
    """

    open_requested = Signal(str)
    dates_requested = Signal(str)
    span_requested = Signal(str, object)
    axis_changed = Signal()

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_tree")
        self.outline = model
        self.axis = TimeAxis()
        self.bars = TimelineDelegate(self.axis, model, self)
        self.mouse = TimelineMouse(self, self.bars, self.show_axis)
        self.plan_days: tuple[date, date] | None = None
        self.setModel(model)
        self.setItemDelegate(self.bars)
        self.time_header = TimelineHeader(self.axis, self)
        self.setHeader(self.time_header)
        self._name_width = _LEAST_NAME
        self.time_header.resizeSection(NAME_COLUMN, self._name_width)
        self.time_header.sectionResized.connect(self._on_section_resized)
        self._set_up()

    def _set_up(self) -> None:
        self.setUniformRowHeights(True)
        self.setIndentation(2 * GRID)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def time_rect(self) -> QRect:
        """The column of the bars, in the viewport."""
        left = self.time_header.sectionViewportPosition(TIME_COLUMN)
        return QRect(left, 0, self.time_header.sectionSize(TIME_COLUMN), self.viewport().height())

    def show_axis(self) -> None:
        """Paint what of the axis is in sight now."""
        self.viewport().update()
        self.time_header.viewport().update()
        self.axis_changed.emit()

    def scroll_axis_by(self, share: float) -> None:
        """Scroll the time by a share of the width in sight (negative: back)."""
        self.axis.scroll_to(self.axis.offset + share * self.axis.width)
        self.show_axis()

    def zoom_axis(self, steps: float, x: float | None = None) -> None:
        """Draw the axis out (negative: together) around `x`, the middle by default."""
        self.axis.zoom_by(steps, self.axis.width / 2 if x is None else x)
        self.show_axis()

    def node_id(self) -> str:
        """The node of the current row; "" when there is none."""
        index = self.currentIndex()
        return self.outline.node_id(index) if index.isValid() else ""

    def toggle_row(self) -> None:
        """Show or hide what is below the current row."""
        index = self.currentIndex().siblingAtColumn(NAME_COLUMN)
        self.setExpanded(index, not self.isExpanded(index))

    def open_row(self) -> None:
        """Ask for the page of the current row."""
        if self.node_id():
            self.open_requested.emit(self.node_id())

    def move_row(self, part: SpanPart, months: int) -> None:
        """Ask for the dates of the current row to go some months later, or one of its ends alone."""
        bar = self.bars.bar(self.node_id()) if self.node_id() else None
        if bar is not None and bar.span is not None and not bar.is_head:
            self.span_requested.emit(bar.node_id, move_span(bar.span, part, months))

    def cancel_drag(self) -> None:
        """Put the bar being dragged back."""
        self.mouse.cancel()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grid of time and the line of today behind the rows."""
        with QPainter(self.viewport()) as painter:
            paint_grid(painter, self.axis, self.time_rect(), self.plan_days)
            paint_today(painter, self.axis, self.time_rect(), self.time_header.today_on)
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the timeline from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _key_deed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of the timeline does; leave the others to Qt."""
        deed = _key_deed(event)
        if deed is not None:
            deed(self)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl draws the axis out, Shift and a sideways wheel scroll it; else the rows are scrolled."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_axis(turned.y() / _WHEEL_STEP, event.position().x() - self.time_rect().left())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            self.scroll_axis_by(-(turned.x() or turned.y()) / self.axis.width)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row, and take hold of its bar."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.mouse.press(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the bar that is held."""
        if not self.mouse.move(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the bar: ask for its new dates. A click on the words “no dates yet” asks for a place to type them."""
        point = event.position().toPoint()
        was_dragging = self.mouse.drag is not None
        drag = self.mouse.release()
        super().mouseReleaseEvent(event)
        if drag is not None:
            self.span_requested.emit(drag.grip.node_id, drag.span)
        elif (
            not was_dragging and event.button() == Qt.MouseButton.LeftButton and self.mouse.dateless_at(point)
        ):
            self.dates_requested.emit(self.mouse.dateless_at(point))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the axis the width that is there, and the names their share unless somebody has given them another."""
        super().resizeEvent(event)
        share = round(NAME_SHARE * self.viewport().width())
        if self.time_header.sectionSize(NAME_COLUMN) == self._name_width:
            self._name_width = min(max(share, _LEAST_NAME), _MOST_NAME)
            self.time_header.resizeSection(NAME_COLUMN, self._name_width)
        self._on_section_resized()

    def _on_section_resized(self) -> None:
        self.axis.set_width(self.time_header.sectionSize(TIME_COLUMN))
        self.show_axis()


_DEEDS: Mapping[str, Callable[[TimelineTree], None]] = {
    "Left": lambda tree: tree.scroll_axis_by(-_KEY_SCROLL),
    "Right": lambda tree: tree.scroll_axis_by(_KEY_SCROLL),
    "Space": lambda tree: tree.toggle_row(),
    "+": lambda tree: tree.zoom_axis(1),
    "=": lambda tree: tree.zoom_axis(1),
    "-": lambda tree: tree.zoom_axis(-1),
    "Return": lambda tree: tree.open_row(),
    "Enter": lambda tree: tree.open_row(),
    "Esc": lambda tree: tree.cancel_drag(),
    "Alt+Left": lambda tree: tree.move_row("whole", -1),
    "Alt+Right": lambda tree: tree.move_row("whole", 1),
    "Shift+Left": lambda tree: tree.move_row("end", -1),
    "Shift+Right": lambda tree: tree.move_row("end", 1),
    "Ctrl+Shift+Left": lambda tree: tree.move_row("start", -1),
    "Ctrl+Shift+Right": lambda tree: tree.move_row("start", 1),
}
"""What each key does; the others are Qt's."""


def _key_deed(event: QKeyEvent) -> Callable[[TimelineTree], None] | None:
    """What a key press does in the timeline, under the Thai layout too; None for keys that are Qt's own business."""
    key = latin_key(event.key()) or event.key()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return _DEEDS.get(QKeySequence(modifiers.value | key).toString())
