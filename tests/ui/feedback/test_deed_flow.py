"""Forms that are interrupted keep what was typed in them, and none stands for something that is gone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from success_desktop.services import deciding, feedback
from success_desktop.services.editing import set_text
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from success_desktop.ui.qt_catalog import speak
from tests.ui.acting import type_text
from tests.ui.feedback.reviews import projects_of, remark_id

REASON = "มีอยู่ในแผนอื่นแล้ว"


def begin(panel: FeedbackPanel, deed: str, name: str) -> None:
    """Choose a card, and open the form of something to do with it."""
    panel.show_remark(remark_id(name))
    panel.flow.begin(deed, panel.feedback.read.remarks[remark_id(name)])


def test_what_was_typed_is_there_again_after_a_look_at_another_item(panel, reviewed):
    begin(panel, "decline", "data")
    type_text(panel.flow.form.text, REASON)
    panel.show_node(projects_of(reviewed.plan)[1])
    assert panel.flow.form.isHidden()
    begin(panel, "decline", "data")
    assert panel.flow.form.text.plain_text() == REASON
    panel.show_node(projects_of(reviewed.plan)[1])
    begin(panel, "decline", "data")
    assert panel.flow.form.text.plain_text() == REASON


def test_another_deed_or_remark_does_not_get_what_was_typed_for_this_one(panel):
    begin(panel, "decline", "data")
    type_text(panel.flow.form.text, REASON)
    begin(panel, "reply", "data")
    assert panel.flow.form.text.plain_text() == ""
    begin(panel, "decline", "first wording")
    assert panel.flow.form.text.plain_text() == ""


def test_what_was_typed_outlives_another_language(panel, application):
    begin(panel, "decline", "data")
    type_text(panel.flow.form.text, REASON)
    speak("en")
    assert panel.flow.form.isHidden()
    begin(panel, "decline", "data")
    assert panel.flow.form.text.plain_text() == REASON
    speak("th")


def test_a_form_that_was_given_up_begins_anew(panel):
    begin(panel, "decline", "data")
    type_text(panel.flow.form.text, REASON)
    QTest.keyClick(panel.flow.form, Qt.Key.Key_Escape)
    begin(panel, "decline", "data")
    assert panel.flow.form.text.plain_text() == ""


def test_what_was_handed_in_is_not_offered_again(panel):
    begin(panel, "reply", "data")
    type_text(panel.flow.form.text, REASON)
    panel.show_remark(remark_id("first wording"))
    begin(panel, "reply", "data")
    panel.flow.form.confirm.click()
    begin(panel, "reply", "data")
    assert panel.flow.form.text.plain_text() == ""


def test_a_wording_is_there_again_unless_the_passage_reads_otherwise_by_now(panel, reviewed):
    first = projects_of(reviewed.plan)[0]
    begin(panel, "partly", "data")
    type_text(panel.flow.form.wording, " และลุ่มน้ำ")
    worded = panel.flow.form.wording.plain_text()
    panel.show_remark(remark_id("first wording"))
    begin(panel, "partly", "data")
    assert panel.flow.form.wording.plain_text() == worded
    panel.show_remark(remark_id("first wording"))
    set_text(reviewed, (first, "objective", "th"), "วัตถุประสงค์ใหม่")
    begin(panel, "partly", "data")
    assert panel.flow.form.wording.plain_text() == "วัตถุประสงค์ใหม่"


def test_closing_the_plan_puts_the_forms_away_even_where_nobody_sees_them(panel, bridge, reviewed):
    begin(panel, "decline", "data")
    type_text(panel.flow.form.text, REASON)
    panel.hide()
    bridge.release()
    assert panel.flow.form.isHidden()
    bridge.hold(reviewed)
    panel.show()
    begin(panel, "decline", "data")
    assert panel.flow.form.text.plain_text() == ""


def test_a_clash_that_was_settled_elsewhere_is_put_away(panel, reviewed):
    begin(panel, "accept", "first wording")
    assert panel.flow.clash_form.isVisible()
    deciding.decline(reviewed, remark_id("second wording"), REASON)
    assert panel.flow.clash_form.isHidden()
    assert panel.cards.isVisible()


def test_a_clash_stays_while_something_else_is_decided(panel, reviewed):
    begin(panel, "accept", "first wording")
    feedback.reply(reviewed, remark_id("name"), REASON)
    assert panel.flow.clash_form.isVisible()


def test_a_clash_of_remarks_that_are_gone_is_put_away(panel, bridge):
    begin(panel, "accept", "first wording")
    bridge.undo()
    assert not panel.feedback.read.remarks
    assert panel.flow.clash_form.isHidden()
