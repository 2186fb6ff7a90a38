"""The timeline in the whole window, with the sample plan."""

import pytest
from PySide6.QtCore import Qt

from success_desktop.ui.desk import Desk
from success_desktop.ui.figures.timeline_view import TimelineView
from tests.ui.figures.timelines import bar_point, drag


@pytest.fixture
def timeline(open_desk: Desk, project_id: str, qtbot) -> TimelineView:
    """The timeline of the sample plan, with its first project chosen."""
    open_desk.workspace.show_view("timeline")
    view = open_desk.workspace.view("timeline")
    assert isinstance(view, TimelineView)
    qtbot.waitUntil(view.isVisible)
    return view


@pytest.fixture
def second_id(open_desk: Desk, project_id: str) -> str:
    """The project behind the first."""
    assert open_desk.bridge.editor is not None
    plan = open_desk.bridge.editor.plan
    return next(node.id for node in plan.walk() if node.kind == "project" and node.id != project_id)


def test_the_project_chosen_in_the_outline_is_the_current_row(timeline, project_id):
    assert timeline.tree.node_id() == project_id
    assert timeline.board.scope_id == timeline.bridge.editor.plan.root_id


def test_a_click_lets_the_outline_follow_and_stays_in_the_timeline(timeline, open_desk, second_id, qtbot):
    point = bar_point(timeline, second_id, 0.5)
    qtbot.mouseClick(timeline.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert open_desk.workspace.node_id() == second_id
    assert open_desk.workspace.view_id == "timeline"
    assert timeline.tree.hasFocus()


def test_enter_opens_the_page(timeline, open_desk, project_id, qtbot):
    timeline.tree.setFocus()
    qtbot.keyClick(timeline.tree, Qt.Key.Key_Return)
    assert open_desk.workspace.view_id == "page"
    assert open_desk.workspace.node_id() == project_id


def test_a_drag_and_its_undo_stay_in_the_timeline(timeline, open_desk, second_id):
    before = open_desk.bridge.editor.plan.nodes[second_id].day("end_on")
    drag(timeline, bar_point(timeline, second_id, 1.0), 60)
    assert open_desk.bridge.editor.plan.nodes[second_id].day("end_on") > before
    open_desk.steps.undo()
    assert open_desk.bridge.editor.plan.nodes[second_id].day("end_on") == before
    assert open_desk.workspace.view_id == "timeline"
    assert timeline.tree.node_id() == second_id


def test_every_project_and_action_item_of_the_sample_has_dates(timeline):
    assert timeline.board.rows is not None
    root_id = timeline.board.rows.plan.root_id
    spans = timeline.board.rows.spans
    assert all(spans[node_id].basis == "dates" for node_id in timeline.board.rows.dated_ids(root_id))


def test_no_dates_yet_leads_to_the_field_where_they_are_typed(timeline, open_desk, second_id):
    timeline.tree.dates_requested.emit(second_id)
    page = open_desk.workspace.page
    assert open_desk.workspace.view_id == "page"
    assert page.current_node_id() == second_id
    assert page.form.fields["start_on"].isAncestorOf(page.window().focusWidget())
