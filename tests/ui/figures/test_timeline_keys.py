"""The timeline by keyboard and wheel."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from success_desktop.services import editing
from tests.ui.figures.timelines import (
    MAP_DAYS,
    application,
    bridge,
    clock,
    editor,
    node,
    plan_path,
    view,
)

__all__ = ["application", "bridge", "clock", "editor", "node", "plan_path", "view"]

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT, PLAIN = (
    Modifier.ControlModifier,
    Modifier.ShiftModifier,
    Modifier.AltModifier,
    Modifier.NoModifier,
)


@pytest.fixture
def on_map(view, node):
    """The timeline with “map” as the current row."""
    view.board.go_to(node("โครงการmap"))
    return view


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        ((Key.Key_Right, ALT), (date(2026, 11, 1), date(2027, 4, 30))),
        ((Key.Key_Left, ALT), (date(2026, 9, 1), date(2027, 2, 28))),
        ((Key.Key_Right, SHIFT), (MAP_DAYS[0], date(2027, 4, 30))),
        ((Key.Key_Left, SHIFT), (MAP_DAYS[0], date(2027, 2, 28))),
        ((Key.Key_Right, CTRL | SHIFT), (date(2026, 11, 1), MAP_DAYS[1])),
        ((Key.Key_Left, CTRL | SHIFT), (date(2026, 9, 1), MAP_DAYS[1])),
    ],
)
def test_arrows_with_alt_shift_or_both_change_dates_by_a_month(on_map, node, qtbot, keys, days):
    qtbot.keyClick(on_map.tree, *keys)
    project = on_map.bridge.editor.plan.nodes[node("โครงการmap")]
    assert (project.day("start_on"), project.day("end_on")) == days


def test_up_and_down_go_from_row_to_row(on_map, node, qtbot):
    qtbot.keyClick(on_map.tree, Key.Key_Up)
    assert on_map.tree.node_id() != node("โครงการmap")
    qtbot.keyClick(on_map.tree, Key.Key_Down)
    assert on_map.tree.node_id() == node("โครงการmap")


def test_left_and_right_scroll_time_and_the_row_stays(on_map, node, qtbot):
    on_map.tools.zooms.button("months").click()
    before = on_map.tree.axis.offset
    qtbot.keyClick(on_map.tree, Key.Key_Right)
    assert on_map.tree.axis.offset > before
    qtbot.keyClick(on_map.tree, Key.Key_Left)
    assert on_map.tree.axis.offset == pytest.approx(before)
    assert on_map.tree.node_id() == node("โครงการmap")


def test_space_opens_and_closes_a_row(view, node, qtbot):
    view.board.go_to(node("ฟื้นสายคลอง"))
    index = view.board.model.index_of(node("ฟื้นสายคลอง"))
    qtbot.keyClick(view.tree, Key.Key_Space)
    assert not view.tree.isExpanded(index)
    qtbot.keyClick(view.tree, Key.Key_Space)
    assert view.tree.isExpanded(index)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_asks_for_the_page(on_map, node, qtbot, key):
    asked: list[str] = []
    on_map.node_requested.connect(asked.append)
    qtbot.keyClick(on_map.tree, key)
    assert asked == [node("โครงการmap")]


def test_plus_and_minus_zoom_under_the_thai_layout_too(on_map, qtbot):
    qtbot.keyClick(on_map.tree, Key.Key_Plus, SHIFT)
    assert not on_map.tree.axis.is_fitted
    qtbot.keyClick(on_map.tree, Key.Key_Minus)
    assert on_map.tree.axis.is_fitted
    for letter, is_fitted in (("ช", False), ("ข", True)):
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), PLAIN, letter)
        QApplication.sendEvent(on_map.tree, event)
        assert on_map.tree.axis.is_fitted is is_fitted


def test_without_a_row_the_keys_do_nothing(view, editor, qtbot):
    asked: list[str] = []
    view.node_requested.connect(asked.append)
    view.tree.setCurrentIndex(view.board.model.index(-1, 0))
    before = editor.plan
    qtbot.keyClick(view.tree, Key.Key_Return)
    qtbot.keyClick(view.tree, Key.Key_Right, ALT)
    assert asked == []
    assert editor.plan is before


def test_a_head_and_a_row_without_dates_do_not_move(view, editor, node, qtbot):
    before = editor.plan
    for name in ("น้ำ", "โครงการheat"):
        view.board.go_to(node(name))
        qtbot.keyClick(view.tree, Key.Key_Right, ALT)
    assert editor.plan is before


def test_dates_the_wrong_way_round_are_refused_as_a_whole_and_mended_by_an_end(
    view, bridge, editor, node, qtbot
):
    map_id = node("โครงการmap")
    editing.set_part(editor, (map_id, "end_on", ""), date(2026, 1, 31))
    refusals: list[object] = []
    bridge.refused.connect(refusals.append)
    view.board.go_to(map_id)
    qtbot.keyClick(view.tree, Key.Key_Right, ALT)
    assert len(refusals) == 1
    qtbot.keyClick(view.tree, Key.Key_Right, SHIFT)
    assert editor.plan.nodes[map_id].day("end_on") == date(2026, 10, 31)


def test_the_timeline_claims_its_keys_from_the_window_and_no_others(view):
    def is_claimed(key, modifiers):
        question = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        question.ignore()
        QApplication.sendEvent(view.tree, question)
        return question.isAccepted()

    assert is_claimed(Key.Key_Right, ALT)
    assert is_claimed(Key.Key_Left, CTRL | SHIFT)
    assert not is_claimed(Key.Key_Right, ALT | SHIFT)
    assert not is_claimed(Key.Key_S, CTRL)


def turn(view, modifiers, sideways=0, upwards=120):
    """Turn the wheel over the middle of time."""
    place = QPointF(view.tree.time_rect().center())
    event = QWheelEvent(
        place,
        QPointF(view.tree.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(sideways, upwards),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.tree.viewport(), event)


def test_ctrl_and_the_wheel_draw_time_out_where_the_mouse_is(view):
    x = view.tree.time_rect().width() / 2
    before = view.tree.axis.day_at(x)
    turn(view, CTRL)
    assert not view.tree.axis.is_fitted
    assert abs((view.tree.axis.day_at(x) - before).days) <= 2


def test_shift_or_a_sideways_wheel_scrolls_time_and_the_plain_wheel_scrolls_rows(view):
    view.tools.zooms.button("months").click()
    view.resize(1100, 260)
    axis = view.tree.axis
    axis.scroll_to(500)
    turn(view, SHIFT)
    assert axis.offset == pytest.approx(380)
    turn(view, PLAIN, -120, 0)
    assert axis.offset == pytest.approx(500)
    turn(view, PLAIN, 0, -120)
    assert axis.offset == pytest.approx(500)
    assert view.tree.verticalScrollBar().value() > 0
