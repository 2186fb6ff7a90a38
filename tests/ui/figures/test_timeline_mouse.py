"""Dragging bars: by an end, as a whole, given up, and at the edges."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtWidgets import QToolTip

from success_desktop.services import editing, scheduling
from success_desktop.ui.figures.timeline_mouse import part_at
from tests.ui.figures.timelines import (
    LEFT,
    MAP_DAYS,
    NONE,
    application,
    bar_point,
    bridge,
    clock,
    drag,
    editor,
    let_go,
    node,
    plan_path,
    pull,
    send_mouse,
    view,
)

__all__ = ["application", "bridge", "clock", "editor", "node", "plan_path", "view"]


@pytest.fixture
def days(editor, node):
    """The dates of “map” as the plan has them now."""

    def read():
        project = editor.plan.nodes[node("โครงการmap")]
        return project.day("start_on"), project.day("end_on")

    return read


@pytest.fixture
def by_months(view, node):
    """The timeline drawn out so that “map” is well in sight; the pixels of a month."""
    view.board.go_to(node("โครงการmap"))
    view.tools.zooms.button("quarters").click()
    return round(30.4 * view.tree.axis.pixels_a_day)


def test_dragging_the_end_changes_the_end_by_whole_months(view, node, days, by_months):
    drag(view, bar_point(view, node("โครงการmap"), 1.0), by_months)
    assert days() == (MAP_DAYS[0], date(2027, 4, 30))


def test_dragging_the_start_changes_the_start(view, node, days, by_months):
    drag(view, bar_point(view, node("โครงการmap"), 0.0), 2 * by_months)
    assert days() == (date(2026, 12, 1), MAP_DAYS[1])


def test_dragging_the_middle_moves_the_whole_in_one_step_of_undo(view, editor, node, days, by_months):
    drag(view, bar_point(view, node("โครงการmap"), 0.5), -by_months)
    assert days() == (date(2026, 9, 1), date(2027, 2, 28))
    editor.undo()
    assert days() == MAP_DAYS


def test_drawn_out_far_enough_days_can_be_aimed_at(view, node, days, by_months):
    axis = view.tree.axis
    axis.zoom_by(8, axis.width / 2)
    axis.center_on(MAP_DAYS[1])
    view.tree.show_axis()
    assert axis.snaps_to_days
    drag(view, bar_point(view, node("โครงการmap"), 1.0), round(5 * axis.pixels_a_day))
    assert days() == (MAP_DAYS[0], date(2027, 4, 5))


def test_while_dragging_the_row_shows_the_new_dates_and_the_plan_keeps_the_old(
    view, editor, node, days, by_months
):
    before = editor.plan
    point = pull(view, bar_point(view, node("โครงการmap"), 1.0), by_months)
    shown = view.tree.bars.bar(node("โครงการmap"))
    assert shown.span.end_on == date(2027, 4, 30)
    assert editor.plan is before
    assert QToolTip.text() == "1 ต.ค. 69 – 30 เม.ย. 70"
    view.tree.viewport().grab()
    let_go(view, point)
    assert days()[1] == date(2027, 4, 30)


def test_escape_gives_the_drag_up(view, editor, node, qtbot, by_months):
    before = editor.plan
    point = pull(view, bar_point(view, node("โครงการmap"), 1.0), by_months)
    qtbot.keyClick(view.tree, Qt.Key.Key_Escape)
    assert view.tree.bars.bar(node("โครงการmap")).span[:2] == MAP_DAYS
    let_go(view, point)
    assert editor.plan is before


def test_a_trembling_hand_changes_nothing(view, editor, node, by_months):
    before = editor.plan
    drag(view, bar_point(view, node("โครงการmap"), 0.5), 2)
    drag(view, bar_point(view, node("โครงการmap"), 0.5), 12)
    assert editor.plan is before


def test_the_end_stops_at_the_month_of_the_start(view, node, days, by_months):
    drag(view, bar_point(view, node("โครงการmap"), 1.0), -12 * by_months)
    assert days() == (MAP_DAYS[0], date(2026, 10, 31))


def test_dragging_hatched_money_gives_dates(view, editor, node):
    drag(view, bar_point(view, node("โครงการgauge"), 1.0), round(30.4 * view.tree.axis.pixels_a_day))
    gauge = editor.plan.nodes[node("โครงการgauge")]
    assert (gauge.day("start_on"), gauge.day("end_on")) == (date(2024, 10, 1), date(2025, 10, 31))


def test_an_open_end_stays_open_when_the_start_is_dragged(view, editor, node):
    drag(view, bar_point(view, node("โครงการdredge"), 0.0), round(61 * view.tree.axis.pixels_a_day))
    dredge = editor.plan.nodes[node("โครงการdredge")]
    assert (dredge.day("start_on"), dredge.day("end_on")) == (date(2024, 12, 1), None)


@pytest.mark.parametrize("name", ["น้ำ", "ฟื้นสายคลอง"])
def test_heads_cannot_be_dragged(view, editor, node, name):
    before = editor.plan
    drag(view, bar_point(view, node(name), 0.5), 100)
    assert editor.plan is before


def test_dates_the_wrong_way_round_cannot_be_dragged(view, editor, node):
    for field, day in (("start_on", MAP_DAYS[1]), ("end_on", MAP_DAYS[0])):
        editing.set_part(editor, (node("โครงการmap"), field, ""), day)
    before = editor.plan
    drag(view, bar_point(view, node("โครงการmap"), 0.5), 100)
    assert editor.plan is before


def test_beyond_the_edges_time_scrolls_along(view, node, days, by_months):
    axis = view.tree.axis
    axis.center_on(MAP_DAYS[1])
    view.tree.show_axis()
    before = axis.offset
    start = bar_point(view, node("โครงการmap"), 1.0)
    send_mouse(view, QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    far = QPoint(view.tree.time_rect().right() + 40, start.y())
    for _step in range(4):
        send_mouse(view, QEvent.Type.MouseMove, far, NONE, LEFT)
    assert axis.offset > before
    near = QPoint(view.tree.time_rect().left() - 40, start.y())
    for _step in range(8):
        send_mouse(view, QEvent.Type.MouseMove, near, NONE, LEFT)
    assert axis.offset < before
    let_go(view, near)
    assert days() == (MAP_DAYS[0], date(2026, 10, 31))


def test_the_mouse_shows_what_it_could_do(view, node):
    def shape_at(point):
        send_mouse(view, QEvent.Type.MouseMove, point, NONE, NONE)
        return view.tree.viewport().cursor().shape()

    map_id = node("โครงการmap")
    assert shape_at(bar_point(view, map_id, 0.0)) == Qt.CursorShape.SizeHorCursor
    assert shape_at(bar_point(view, map_id, 0.5)) == Qt.CursorShape.OpenHandCursor
    heat = view.tree.visualRect(view.board.model.index_of(node("โครงการheat"), 1))
    assert shape_at(QPoint(heat.left() + 20, heat.center().y())) == Qt.CursorShape.PointingHandCursor
    assert shape_at(QPoint(10, heat.center().y())) == Qt.CursorShape.ArrowCursor


def test_the_right_button_does_not_drag(view, editor, node):
    before = editor.plan
    start = bar_point(view, node("โครงการmap"), 0.5)
    right = Qt.MouseButton.RightButton
    send_mouse(view, QEvent.Type.MouseButtonPress, start, right, right)
    send_mouse(view, QEvent.Type.MouseMove, start + QPoint(100, 0), NONE, right)
    send_mouse(view, QEvent.Type.MouseButtonRelease, start + QPoint(100, 0), right, NONE)
    assert editor.plan is before


def test_a_plan_closed_in_the_middle_of_a_drag_leaves_nothing(view, bridge, node, by_months):
    point = pull(view, bar_point(view, node("โครงการmap"), 1.0), by_months)
    bridge.release()
    assert view.tree.bars.preview is None
    let_go(view, point)


def test_a_project_removed_in_the_middle_of_its_drag_is_let_go(view, editor, node, by_months):
    point = pull(view, bar_point(view, node("โครงการmap"), 1.0), by_months)
    editing.remove_node(editor, node("โครงการmap"))
    after = editor.plan
    let_go(view, point)
    assert editor.plan is after


def test_the_ends_of_a_bar_are_a_few_pixels_and_a_tiny_bar_still_has_a_middle():
    bar = QRectF(100, 10, 60, 20)
    assert part_at(bar, QPoint(101, 20)) == "start"
    assert part_at(bar, QPoint(159, 20)) == "end"
    assert part_at(bar, QPoint(130, 20)) == "whole"
    assert part_at(bar, QPoint(90, 20)) is None
    assert part_at(bar, QPoint(130, 45)) is None
    tiny = QRectF(100, 10, 12, 20)
    assert part_at(tiny, QPoint(106, 20)) == "whole"


def test_dates_are_not_asked_for_twice(view, editor, node, by_months):
    told = []
    view.tree.span_requested.connect(lambda *asked: told.append(asked))
    scheduling.set_span(editor, node("โครงการmap"), MAP_DAYS)
    drag(view, bar_point(view, node("โครงการmap"), 1.0), by_months)
    assert len(told) == 1
