"""The review menu: what makes no sense without a single remark waits until there is one."""

import pytest

from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.services.deciding import decline
from success_desktop.services.feedback import remove_round
from success_desktop.ui.review.ready_verb import ReasonDialog
from tests.services.reviews import hold_meeting, project_of, remark
from tests.ui.acting import answer

WAITING = ("review_next", "review_previous", "review_matrix", "review_reply")
ALWAYS = ("review_send", "review_receive", "review_show", "review_meeting", "review_form")
FIRST = remark("a", "").id


@pytest.fixture
def table(window):
    return window.actions_table


def enabled(table, names):
    return [name for name in names if table[name].isEnabled()]


def bring_in_remark(desk):
    editor = desk.bridge.editor
    hold_meeting(editor, remark("a", "ควรระบุพื้นที่", project_of(editor.plan)))
    return editor


def test_without_a_plan_and_without_feedback_there_is_nothing_to_go_through(desk, table, plan_path):
    assert enabled(table, (*WAITING, *ALWAYS)) == []
    desk.files.open_plan(plan_path)
    assert enabled(table, (*WAITING, *ALWAYS)) == list(ALWAYS)


def test_the_first_remark_wakes_the_rows_and_undo_sends_them_to_sleep(open_desk, table):
    editor = bring_in_remark(open_desk)
    assert enabled(table, WAITING) == list(WAITING)
    editor.undo()
    assert enabled(table, WAITING) == []
    editor.redo()
    assert enabled(table, WAITING) == list(WAITING)


def test_the_last_round_taken_away_leaves_nothing_to_go_through(open_desk, table):
    editor = bring_in_remark(open_desk)
    (round_id,) = editor.plan.children[FEEDBACK_ID]
    remove_round(editor, round_id)
    assert enabled(table, WAITING) == []


def test_the_row_that_marks_a_plan_as_ready_is_a_switch(open_desk, table):
    ready = table["review_ready"]
    assert ready in table.menus["review"].actions()
    assert not ready.isChecked()
    ready.trigger()
    assert open_desk.review.is_ready()
    assert ready.isChecked()
    ready.trigger()
    assert not open_desk.review.is_ready()
    assert not ready.isChecked()


def test_a_plan_is_not_ready_any_more_when_something_new_is_said(open_desk, table):
    table["review_ready"].trigger()
    editor = bring_in_remark(open_desk)
    assert not table["review_ready"].isChecked()
    decline(editor, FIRST, "คงเดิม")
    table.menus["review"].aboutToShow.emit()
    assert table["review_ready"].isChecked()


def test_thinking_better_of_it_leaves_the_switch_off(open_desk, table):
    bring_in_remark(open_desk)
    answer(lambda dialog: dialog.reject(), ReasonDialog)
    table["review_ready"].trigger()
    assert not open_desk.review.is_ready()
    assert not table["review_ready"].isChecked()
