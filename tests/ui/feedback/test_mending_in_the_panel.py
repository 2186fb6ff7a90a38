"""Mending what was done before: our replies, the edits tied to a remark, its place in the list."""

import pytest
from PySide6.QtCore import Qt, QUrl

from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.services.editing import set_text
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from tests.ui.feedback.reviews import MEETING, projects_of, remark_id
from tests.ui.feedback.test_deciding_in_the_panel import choose, press, remark


def fill(panel: FeedbackPanel, text: str) -> None:
    """Write into the open form, and confirm it."""
    panel.flow.form.text.setPlainText(text)
    panel.flow.form.confirm.click()


@pytest.fixture
def answered(panel: FeedbackPanel) -> FeedbackPanel:
    """The panel with our reply to a remark."""
    choose(panel, "data")
    press(panel, "reply")
    fill(panel, "ขอบคุณครับ")
    return panel


def test_our_last_reply_is_worded_anew(answered):
    press(answered, "mend_reply")
    assert answered.flow.form.text.toPlainText() == "ขอบคุณครับ"
    fill(answered, "ขอบคุณมากครับ")
    assert [reply.text for reply in remark(answered, "data").replies][-1] == "ขอบคุณมากครับ"


def test_left_blank_our_reply_goes_and_the_reviewers_stays(answered):
    press(answered, "mend_reply")
    fill(answered, " ")
    assert [reply.is_ours for reply in remark(answered, "data").replies] == [False]


def test_without_a_reply_of_ours_there_is_none_to_mend(panel):
    choose(panel, "data")
    panel.flow.begin("mend_reply", remark(panel, "data"))
    assert panel.flow.form.isHidden()


def test_edits_tied_by_mistake_are_untied(panel, reviewed):
    set_text(reviewed, (projects_of(reviewed.plan)[0], "place", "th"), "ริมคลองทุกแห่ง")
    choose(panel, "data")
    for deed, count in (("attach", 1), ("detach", 0)):
        press(panel, deed)
        panel.flow.form.ticks.item(0).setCheckState(Qt.CheckState.Checked)
        panel.flow.form.confirm.click()
        assert len(remark(panel, "data").answers) == count


def test_points_go_up_and_down_their_list(panel):
    choose(panel, "improve")
    press(panel, "up")
    assert remark(panel, "improve").number == "1.1"
    press(panel, "down")
    assert remark(panel, "improve").number == "1.2"


def test_a_point_typed_here_is_removed_and_undo_brings_it_back(panel):
    choose(panel, "improve")
    press(panel, "remove")
    assert remark_id("improve") not in panel.feedback.read.remarks
    panel.bridge.undo()
    assert remark_id("improve") in panel.feedback.read.remarks


def test_what_came_in_a_file_cannot_be_removed(panel, reviewed):
    reviewed.edit("source", set_feedback(reviewed.plan, remark_id("data"), {"source": "comment|1"}))
    panel.flow.begin("remove", remark(panel, "data"))
    assert remark_id("data") in panel.feedback.read.remarks


def test_a_round_that_came_in_by_mistake_goes_until_something_in_it_is_answered(panel):
    panel.body.filter.rounds.click()
    rounds = panel.body.rounds
    assert rounds.text.toPlainText().count("ลบรอบนี้") == 3
    rounds.text.anchorClicked.emit(QUrl(f"round:{MEETING.id}"))
    assert MEETING.id not in [item.id for item in panel.feedback.read.rounds]
    panel.bridge.undo()
    assert MEETING.id in [item.id for item in panel.feedback.read.rounds]
    choose(panel, "improve")
    press(panel, "accept")
    panel.body.filter.rounds.click()
    assert rounds.text.toPlainText().count("ลบรอบนี้") == 2
