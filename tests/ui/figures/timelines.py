"""A timeline of the small plan, with the mouse and the keys of a person."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from success_desktop.domain.timespans import Span
from success_desktop.services import scheduling
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.application import Application
from success_desktop.ui.figures.timeline_bars import bar_rect
from success_desktop.ui.figures.timeline_model import TIME_COLUMN
from success_desktop.ui.figures.timeline_view import TimelineView
from success_desktop.ui.plan_bridge import PlanBridge
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path

__all__ = ["application", "bridge", "clock", "editor", "node", "plan_path", "view"]

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
MAP_DAYS = (date(2026, 10, 1), date(2027, 3, 31))


@pytest.fixture
def application(qapp: QApplication) -> Iterator[Application]:
    """The program's look and words."""
    application = Application("th")
    yield application
    application.leave()


@pytest.fixture
def bridge(application: Application, editor: PlanEditor) -> PlanBridge:
    """The small plan, in which “map” has dates (Oct 2026 to Mar 2027) and “gauge” has money alone."""
    scheduling.set_span(editor, named(editor.plan, "Project map"), MAP_DAYS)
    held = PlanBridge()
    held.hold(editor)
    return held


@pytest.fixture
def view(qtbot, bridge: PlanBridge) -> Iterator[TimelineView]:
    """The timeline, shown and with the focus in its rows."""
    view = TimelineView(bridge)
    qtbot.addWidget(view)
    view.resize(1100, 640)
    view.show()
    view.activateWindow()
    view.tree.setFocus()
    qtbot.waitUntil(view.tree.hasFocus)
    yield view
    bridge.release()


@pytest.fixture
def node(editor: PlanEditor):
    """Finds the id of a node by its name."""
    return lambda name: named(editor.plan, name)


def shown_names(view: TimelineView) -> list[str]:
    """The names in sight, from top to bottom."""
    names, index = [], view.board.model.index(0, 0, view.tree.rootIndex())
    while index.isValid():
        names.append(index.data())
        index = view.tree.indexBelow(index)
    return names


def span_of(view: TimelineView, node_id: str) -> Span:
    """The span that a row shows."""
    assert view.board.rows is not None
    return view.board.rows.spans[node_id]


def bar_point(view: TimelineView, node_id: str, share: float) -> QPoint:
    """A point on a bar: 0 at its start, 1 at its end."""
    index = view.board.model.index_of(node_id).siblingAtColumn(TIME_COLUMN)
    rect = bar_rect(view.tree.axis, span_of(view, node_id), view.tree.visualRect(index))
    return QPoint(round(rect.left() + 1 + share * (rect.width() - 2)), round(rect.center().y()))


def send_mouse(
    view: TimelineView, kind: QEvent.Type, point: QPoint, button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    """Let the mouse do something at a point of the rows."""
    place = view.tree.viewport().mapToGlobal(point)
    event = QMouseEvent(kind, QPointF(point), QPointF(place), button, held, PLAIN)
    QApplication.sendEvent(view.tree.viewport(), event)


def pull(view: TimelineView, start: QPoint, way: int) -> QPoint:
    """Press at a point and go `way` pixels to the right, in steps, without letting go; where that is."""
    send_mouse(view, QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    end = start + QPoint(way, 0)
    for point in (start + QPoint(way // 2, 0), end):
        send_mouse(view, QEvent.Type.MouseMove, point, NONE, LEFT)
    return end


def let_go(view: TimelineView, point: QPoint) -> None:
    """Release the button."""
    send_mouse(view, QEvent.Type.MouseButtonRelease, point, LEFT, NONE)


def drag(view: TimelineView, start: QPoint, way: int) -> None:
    """Drag what is at a point `way` pixels to the right."""
    let_go(view, pull(view, start, way))
