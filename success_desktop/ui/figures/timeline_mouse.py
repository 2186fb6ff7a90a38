"""What the mouse does on the bars of the timeline: it takes one by an end or as a whole, drags it and lets it go.

The plan keeps its dates until then, and the shape of the mouse shows what it could do.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication, QToolTip, QTreeView

from success_desktop.domain.timespans import Span, SpanPart, move_span_days, snap_span
from success_desktop.ui.figures.timeline_axis import TimeAxis
from success_desktop.ui.figures.timeline_bars import Preview, TimelineDelegate, bar_rect
from success_desktop.ui.figures.timeline_model import TIME_COLUMN
from success_desktop.ui.figures.timeline_words import days_text
from success_desktop.ui.theme import GRID

_END_REACH = 6.0
_SLOW_SCROLL = 12.0


class Grip(NamedTuple):
    """What of which bar the mouse can take hold of: the node, the part of its span, and the span."""

    node_id: str
    part: SpanPart
    span: Span

    @property
    def cursor(self) -> Qt.CursorShape:
        """The shape of the mouse that says so."""
        return Qt.CursorShape.OpenHandCursor if self.part == "whole" else Qt.CursorShape.SizeHorCursor


def part_at(rect: QRectF, point: QPoint) -> SpanPart | None:
    """The part of a bar under a point: an end within a few pixels, else all of it; None beside it."""
    reach = min(_END_REACH, max(2.0, rect.width() / 4))
    if not rect.adjusted(-_END_REACH / 2, -2, _END_REACH / 2, 2).contains(point):
        return None
    if point.x() <= rect.left() + reach:
        return "start"
    return "end" if point.x() >= rect.right() - reach else "whole"


class BarDrag:
    """One drag from taking hold to letting go. `span` is where the bar is now; days and months are snapped to by zoom.

    Positions are pixels in the cell of the axis; scrolling on the way is allowed for.
    """

    def __init__(self, axis: TimeAxis, grip: Grip, x: float) -> None:
        self._axis = axis
        self._from = x + axis.offset
        self.grip = grip
        self.span = grip.span

    def move_to(self, x: float) -> Span:
        """Follow the mouse, scrolling the axis at its ends; returns where the bar is then."""
        if x < 0:
            self._axis.scroll_to(self._axis.offset - _SLOW_SCROLL)
        elif x > self._axis.width:
            self._axis.scroll_to(self._axis.offset + _SLOW_SCROLL)
        days = (
            min(max(x, 0.0), float(self._axis.width)) + self._axis.offset - self._from
        ) / self._axis.pixels_a_day
        if self._axis.snaps_to_days:
            self.span = move_span_days(self.grip.span, self.grip.part, round(days))
        else:
            self.span = snap_span(self.grip.span, self.grip.part, days)
        return self.span

    @property
    def has_moved(self) -> bool:
        """Whether letting go now would change a date."""
        return self.span[:2] != self.grip.span[:2]


class TimelineMouse:
    """Follows the mouse over the viewport of a timeline's tree and calls `repaint` while a bar is dragged.

    Points are the viewport's.
    """

    def __init__(self, tree: QTreeView, bars: TimelineDelegate, repaint: Callable[[], None]) -> None:
        self._tree = tree
        self._bars = bars
        self._repaint = repaint
        self._pressed: tuple[QPoint, Grip] | None = None
        self.drag: BarDrag | None = None

    def grip_at(self, point: QPoint) -> Grip | None:
        """The part of a bar under a point; None where no dates can be dragged."""
        tree = self._tree
        index = tree.indexAt(point)
        bar = self._bars.bar(self._bars.model.node_id(index)) if index.column() == TIME_COLUMN else None
        if bar is None or bar.span is None or bar.is_head or bar.span.is_reversed:
            return None
        part = part_at(bar_rect(self._bars.axis, bar.span, tree.visualRect(index)), point)
        return Grip(bar.node_id, part, bar.span) if part is not None else None

    def dateless_at(self, point: QPoint) -> str:
        """The node under a point whose row says that it has no dates yet; "" elsewhere."""
        tree = self._tree
        index = tree.indexAt(point)
        bar = self._bars.bar(self._bars.model.node_id(index)) if index.column() == TIME_COLUMN else None
        if bar is None or bar.span is not None or not bar.has_dates:
            return ""
        words = tree.fontMetrics().horizontalAdvance(str(index.data()))
        return bar.node_id if point.x() <= tree.visualRect(index).left() + 2 * GRID + words else ""

    def press(self, point: QPoint) -> None:
        """Take hold of what is under the mouse; it moves once the mouse has gone far enough to mean it."""
        grip = self.grip_at(point)
        self._pressed = (point, grip) if grip is not None else None

    def move(self, point: QPoint) -> bool:
        """Drag what is held; whether anything is."""
        if self._pressed is None:
            self._show_shape(point)
            return False
        start, grip = self._pressed
        left = self._tree.header().sectionViewportPosition(TIME_COLUMN)
        if self.drag is None:
            if (point - start).manhattanLength() < QApplication.startDragDistance():
                return True
            self.drag = BarDrag(self._bars.axis, grip, start.x() - left)
        self._bars.preview = Preview(grip.node_id, self.drag.move_to(point.x() - left))
        self._tell_dates(point)
        self._repaint()
        return True

    def release(self) -> BarDrag | None:
        """Let go: the drag that has changed dates, if one has."""
        drag = self.drag
        self.cancel()
        return drag if drag is not None and drag.has_moved else None

    def cancel(self) -> None:
        """Put the bar back to where it was taken."""
        if self.drag is not None:
            QToolTip.hideText()
        self._pressed, self.drag, self._bars.preview = None, None, None
        self._tree.viewport().update()

    def _tell_dates(self, point: QPoint) -> None:
        """Say the new dates beside the mouse: the words on a long bar may be far from it."""
        rows, preview = self._bars.model.rows, self._bars.preview
        if rows is not None and preview is not None:
            place = self._tree.viewport().mapToGlobal(point)
            QToolTip.showText(place, days_text(preview.span, rows.language), self._tree.viewport())

    def _show_shape(self, point: QPoint) -> None:
        grip = self.grip_at(point)
        viewport = self._tree.viewport()
        if grip is not None:
            viewport.setCursor(grip.cursor)
        elif self.dateless_at(point):
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            viewport.unsetCursor()
