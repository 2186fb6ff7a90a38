"""The timeline in the window: what it shows, where it goes, and how it follows the plan."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QMenu

from success_desktop.i18n import _
from success_desktop.services import editing, scheduling
from success_desktop.ui.figures.timeline_model import NAME_COLUMN, TIME_COLUMN
from tests.ui.acting import accessible_parts
from tests.ui.figures.timelines import (
    MAP_DAYS,
    application,
    bar_point,
    bridge,
    clock,
    editor,
    node,
    plan_path,
    shown_names,
    view,
)

__all__ = ["application", "bridge", "clock", "editor", "node", "plan_path", "view"]


def nameless(kind: str) -> str:
    """What stands for a name that is not there yet."""
    return _("({kind} without a name)").format(kind=kind)


# --- rows -----------------------------------------------------------------------------------------------------


def test_projects_stand_below_their_heads_and_registers_and_indicators_are_left_out(view):
    assert shown_names(view) == [
        "1 น้ำ",
        "1.1 ชุมชนริมคลองปลอดภัย",
        "ฟื้นสายคลอง",
        "1.1.1 โครงการdredge",
        "1.1.2 โครงการgauge",
        nameless("แนวทางการพัฒนา"),
        "1.1.3 โครงการmap",
        "1.2 " + nameless("เป้าประสงค์"),
        nameless("แนวทางการพัฒนา"),
        "1.2.1 โครงการheat",
    ]


def test_a_group_chosen_in_the_outline_narrows_the_view_and_a_button_widens_it(view, node):
    view.show_node(node("ฟื้นสายคลอง"))
    assert shown_names(view) == ["1.1.1 โครงการdredge", "1.1.2 โครงการgauge"]
    assert view.tools.scope.text() == "ฟื้นสายคลอง"
    assert view.tools.whole_plan.isVisible()
    view.tools.whole_plan.click()
    assert len(shown_names(view)) == 10
    assert view.tools.scope.text() == _("The whole plan")
    assert not view.tools.whole_plan.isVisible()


def test_a_project_chosen_in_the_outline_becomes_the_current_row_where_it_is_in_sight(view, node):
    view.show_node(node("ฟื้นสายคลอง"))
    view.show_node(node("โครงการgauge"))
    assert view.tree.node_id() == node("โครงการgauge")
    assert len(shown_names(view)) == 2
    view.show_node(node("โครงการmap"))
    assert view.tree.node_id() == node("โครงการmap")
    assert len(shown_names(view)) == 10


def test_what_has_no_place_in_time_shows_the_whole_plan(view, node, editor):
    view.show_node(node("ฟื้นสายคลอง"))
    view.show_node(node("กองช่าง"))
    assert len(shown_names(view)) == 10
    view.show_node(node("ฟื้นสายคลอง"))
    view.show_node(editor.plan.root_id)
    assert len(shown_names(view)) == 10


def test_the_head_counts_what_has_dates_and_what_has_none(view, editor, node):
    with_two = "{} · {}".format(_("{count} with dates").format(count=2), _("{count} without").format(count=2))
    assert view.tools.counts.text() == with_two
    scheduling.set_span(editor, node("โครงการheat"), MAP_DAYS)
    scheduling.set_span(editor, node("โครงการgauge"), MAP_DAYS)
    assert view.tools.counts.text() == _("{count} with dates").format(count=4)


def test_a_plan_without_projects_says_what_belongs_there(view, editor, node):
    editing.remove_node(editor, node("น้ำ"))
    assert view.board.currentWidget() is view.board.empty
    assert _("There is no project here yet.") in view.board.empty.text()
    editor.undo()
    assert view.board.currentWidget() is not view.board.empty


# --- going on from here ---------------------------------------------------------------------------------------


def test_a_click_chooses_and_goes_nowhere_a_double_click_asks_for_the_page(view, node, qtbot):
    asked: list[str] = []
    view.node_requested.connect(asked.append)
    point = bar_point(view, node("โครงการmap"), 0.5)
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.tree.node_id() == node("โครงการmap")
    assert asked == []
    qtbot.mouseDClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked == [node("โครงการmap")]


def test_the_outline_can_follow_the_rows_that_a_person_goes_to(view, node, qtbot):
    told: list[str] = []
    assert view.tree.currentIndex().isValid()
    view.node_chosen.connect(told.append)
    view.node_chosen.connect(view.show_node)
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=bar_point(view, node("น้ำ"), 0.5))
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    assert told == [node("น้ำ"), node("ชุมชนริมคลองปลอดภัย")]
    assert len(shown_names(view)) == 10
    view.show_node(node("โครงการmap"))
    view.show_node(node("ฟื้นสายคลอง"))
    assert len(told) == 2


def test_a_group_chosen_again_in_the_outline_narrows_the_view_again(view, node, qtbot):
    goal = node("ชุมชนริมคลองปลอดภัย")
    view.show_node(goal)
    view.show_node(node("ฟื้นสายคลอง"))
    view.show_node(goal)
    assert len(shown_names(view)) == 5
    view.hide()
    view.show()
    assert len(shown_names(view)) == 5


def test_a_click_on_no_dates_yet_asks_for_the_page_where_they_can_be_typed(view, node, qtbot):
    asked: list[tuple[str, str]] = []
    view.field_requested.connect(lambda *place: asked.append(place))
    cell = view.tree.visualRect(view.board.model.index_of(node("โครงการheat")).siblingAtColumn(TIME_COLUMN))
    point = cell.center()
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked == []
    point.setX(cell.left() + 20)
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked == [(node("โครงการheat"), "start_on")]


def test_the_menu_moves_and_dates_what_it_can(view, editor, node):
    def entries(name: str) -> dict[str, QAction]:
        view.board.go_to(node(name))
        rect = view.tree.visualRect(view.tree.currentIndex())
        view.tree.customContextMenuRequested.emit(rect.center())
        menu = view.findChildren(QMenu)[-1]
        return {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}

    gauge = entries("โครงการgauge")
    assert gauge[_("Take the dates from the years of the money")].isEnabled()
    gauge[_("Take the dates from the years of the money")].trigger()
    assert editor.plan.nodes[node("โครงการgauge")].day("end_on") == date(2025, 9, 30)
    entries("โครงการgauge")[_("End a month later")].trigger()
    assert editor.plan.nodes[node("โครงการgauge")].day("end_on") == date(2025, 10, 31)
    heat = entries("โครงการheat")
    assert not heat[_("A month later")].isEnabled()
    assert heat[_("Open on the page")].isEnabled()
    asked: list[tuple[str, str]] = []
    view.field_requested.connect(lambda *place: asked.append(place))
    heat[_("Type the dates on the page")].trigger()
    assert asked == [(node("โครงการheat"), "start_on")]
    assert not entries("น้ำ")[_("Type the dates on the page")].isEnabled()


def test_no_row_has_no_menu(view):
    point = view.tree.viewport().rect().bottomRight()
    view.tree.customContextMenuRequested.emit(point)
    assert not any(menu.isVisible() for menu in view.findChildren(QMenu))


# --- tools ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zoom", ["years", "quarters", "months", "all"])
def test_the_buttons_draw_time_out_around_the_current_bar(view, node, zoom):
    view.board.go_to(node("โครงการmap"))
    view.tools.zooms.button(zoom).click()
    assert view.tree.axis.zoom == zoom
    assert view.tools.zooms.button(zoom).isChecked()
    assert 0 <= view.tree.axis.x_of(date(2027, 1, 1)) <= view.tree.axis.width


def test_plus_and_minus_draw_time_out_and_push_it_together(view):
    view.tools.nearer.click()
    assert view.tree.axis.zoom is None
    assert not any(view.tools.zooms.button(zoom).isChecked() for zoom in ("years", "quarters", "months"))
    view.tools.farther.click()
    assert view.tools.zooms.button("all").isChecked()


def test_today_is_brought_into_the_middle(view, clock):
    view.tools.zooms.button("months").click()
    view.tree.axis.scroll_to(0)
    view.tools.today.click()
    today_on = clock().astimezone().date()
    assert view.tree.axis.x_of(today_on) == pytest.approx(view.tree.axis.width / 2, abs=4)


def test_the_scroll_bar_is_there_when_there_is_something_to_scroll(view):
    bar = view.board.findChildren(type(view.tree.verticalScrollBar()))
    time_bar = next(
        known for known in bar if known.parent() is not view.tree and known.objectName() == "time"
    )
    assert not time_bar.isVisible()
    view.tools.zooms.button("months").click()
    assert time_bar.isVisible()
    time_bar.setValue(200)
    assert view.tree.axis.offset == 200


# --- for those who do not see it ------------------------------------------------------------------------------


def test_a_screen_reader_finds_names_and_dates(view):
    names = {part.text(QAccessible.Text.Name) for part in accessible_parts(view.tree)}
    assert "1.1.3 โครงการmap" in names
    assert any("1 ตุลาคม 2569" in name and "31 มีนาคม 2570" in name for name in names)


def test_everything_to_press_has_a_name(view):
    for button in (view.tools.nearer, view.tools.farther, view.tools.today, view.tools.whole_plan):
        assert button.accessibleName() or button.text()
    header = view.board.model
    assert header.headerData(NAME_COLUMN, Qt.Orientation.Horizontal) == _("Project or action item")
    assert header.headerData(TIME_COLUMN, Qt.Orientation.Horizontal) == _("Time")
    assert header.headerData(0, Qt.Orientation.Vertical) is None
