"""Marking the plan ready for the council: at once, with a reason, or not."""

import pytest

from success_desktop.services.deciding import decline
from success_desktop.services.readiness import read_readiness
from success_desktop.ui.desk import Desk
from success_desktop.ui.review.ready_verb import ReasonDialog
from tests.services.reviews import hold_meeting, project_of, remark
from tests.ui.acting import answer


@pytest.fixture
def reviewed_desk(open_desk: Desk) -> Desk:
    """The sample plan with an open remark."""
    editor = open_desk.bridge.editor
    assert editor is not None
    hold_meeting(editor, remark("a", "ควรระบุพื้นที่", project_of(editor.plan)))
    return open_desk


def test_a_plan_without_open_remarks_is_ready_at_once_and_undo_takes_it_back(reviewed_desk):
    decline(reviewed_desk.bridge.editor, remark("a", "").id, "คงเดิม")
    reviewed_desk.review.mark_ready()
    assert read_readiness(reviewed_desk.bridge.editor.plan).is_ready
    (undo,) = reviewed_desk.frame.message_bar.link_buttons()
    undo.click()
    assert not read_readiness(reviewed_desk.bridge.editor.plan).is_ready


def test_open_remarks_need_a_reason_which_is_kept(reviewed_desk):
    def give_reason(dialog: ReasonDialog) -> None:
        assert not dialog.deed.isEnabled()
        dialog.reason.setText("  ")
        assert not dialog.deed.isEnabled()
        dialog.reason.setText("ประชุมสภาวันพรุ่งนี้")
        dialog.deed.click()

    answer(give_reason, ReasonDialog)
    reviewed_desk.review.mark_ready()
    readiness = read_readiness(reviewed_desk.bridge.editor.plan)
    assert (readiness.is_overridden, readiness.reason) == (True, "ประชุมสภาวันพรุ่งนี้")


def test_thinking_better_of_it_marks_nothing(reviewed_desk):
    before = reviewed_desk.bridge.editor.plan
    answer(lambda dialog: dialog.reject(), ReasonDialog)
    reviewed_desk.review.mark_ready()
    assert reviewed_desk.bridge.editor.plan is before


def test_a_plan_that_is_ready_can_be_taken_back(open_desk):
    open_desk.review.mark_ready()
    assert read_readiness(open_desk.bridge.editor.plan).is_ready
    open_desk.review.mark_ready()
    assert not read_readiness(open_desk.bridge.editor.plan).is_marked
