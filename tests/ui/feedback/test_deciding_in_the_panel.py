"""Deciding: each button and form does what it says, as one step of undo, and the panel goes on to the next remark."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from success_desktop.domain.feedback import Remark, read_feedback
from success_desktop.services.deciding import defer
from success_desktop.services.editing import set_text
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from success_desktop.ui.feedback.field_choices import list_field_choices
from tests.ui.acting import type_text
from tests.ui.feedback.reviews import OBJECTIVE, projects_of, remark_id


def remark(panel: FeedbackPanel, name: str) -> Remark:
    return panel.feedback.read.remarks[remark_id(name)]


def choose(panel: FeedbackPanel, name: str) -> None:
    panel.show_remark(remark_id(name))


def press(panel: FeedbackPanel, deed: str) -> None:
    """Press a button of the current card, or take the same from its menu."""
    button = panel.body.foot.buttons.get(deed)
    if button is not None and button.isVisible():
        button.click()
        return
    panel.body.foot.more.click()
    menu = next(one for one in panel.findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.objectName() == deed)
    menu.hide()
    action.trigger()


def take(menu: QMenu, name: str, words: str) -> None:
    """Take something from a menu inside another."""
    inside = next(one for one in menu.findChildren(QMenu) if one.title() == name)
    next(action for action in inside.actions() if action.text() == words).trigger()


def test_accepting_a_comment_goes_on_to_the_next_one(panel):
    choose(panel, "data")
    press(panel, "accept")
    assert remark(panel, "data").disposition == "accepted"
    assert panel.cards.current_id == remark_id("first wording")


def test_behind_the_last_remark_on_an_item_the_next_item_follows(panel):
    choose(panel, "name")
    press(panel, "accept")
    assert panel.cards.current_id == remark_id("strike")


def test_behind_the_last_open_remark_of_all_the_panel_stays(panel, reviewed):
    for name in (
        "data",
        "first wording",
        "second wording",
        "strike",
        "nowhere",
        "proud",
        "results",
        "improve",
    ):
        defer(reviewed, remark_id(name), "ปีหน้า")
    choose(panel, "name")
    press(panel, "accept")
    assert panel.cards.current_id == remark_id("name")
    assert panel.feedback.read.open_count == 0


def test_accepting_a_wording_writes_it_into_the_plan_in_one_step(panel, reviewed):
    second = projects_of(reviewed.plan)[1]
    choose(panel, "name")
    press(panel, "accept")
    assert reviewed.plan.nodes[second].text("name", "th") == "โครงการgauge ระยะที่ 2"
    panel.bridge.undo()
    assert reviewed.plan.nodes[second].text("name", "th") == "โครงการgauge"
    assert remark(panel, "name").is_open
    assert panel.cards.current_id == remark_id("name")


def test_declining_asks_for_a_reason_first_and_takes_nothing_without_one(panel, qtbot):
    choose(panel, "data")
    press(panel, "decline")
    assert panel.flow.form.isVisible()
    with qtbot.waitSignal(panel.bridge.refused, timeout=500):
        panel.flow.form.confirm.click()
    assert remark(panel, "data").is_open
    assert panel.flow.form.isVisible()
    type_text(panel.flow.form.text, "ไม่มีงบประมาณ")
    panel.flow.form.confirm.click()
    assert remark(panel, "data").disposition == "declined"
    assert remark(panel, "data").response == {"th": "ไม่มีงบประมาณ"}
    assert panel.flow.form.isHidden()
    assert panel.cards.current_id == remark_id("first wording")


def test_accepting_in_part_takes_the_wording_that_is_typed(panel, reviewed):
    choose(panel, "name")
    press(panel, "partly")
    form = panel.flow.form
    assert form.wording.plain_text() == "โครงการgauge ระยะที่ 2"
    form.wording.setPlainText("โครงการgauge ระยะสอง")
    form.confirm.click()
    second = projects_of(reviewed.plan)[1]
    assert reviewed.plan.nodes[second].text("name", "th") == "โครงการgauge ระยะสอง"
    assert remark(panel, "name").disposition == "partly"


def test_accepting_a_comment_in_part_offers_the_text_as_it_reads(panel):
    choose(panel, "data")
    press(panel, "partly")
    assert panel.flow.form.wording.plain_text() == OBJECTIVE
    choose(panel, "strike")
    press(panel, "partly")
    assert panel.flow.form.wording.isHidden()


@pytest.mark.parametrize(("deed", "disposition"), [("defer", "deferred"), ("out_of_scope", "out_of_scope")])
def test_other_decisions_come_from_the_menu(panel, deed, disposition):
    choose(panel, "data")
    press(panel, deed)
    type_text(panel.flow.form.text, "เสนอในปีถัดไป")
    panel.flow.form.confirm.click()
    assert remark(panel, "data").disposition == disposition


def test_a_duplicate_names_what_it_repeats(panel):
    choose(panel, "second wording")
    press(panel, "duplicate")
    form = panel.flow.form
    assert form.pick.itemData(0) in (remark_id("data"), remark_id("first wording"))
    form.pick.setCurrentIndex(form.pick.findData(remark_id("first wording")))
    form.confirm.click()
    assert remark(panel, "second wording").duplicate_of == remark_id("first wording")


def test_what_is_decided_can_be_decided_anew_and_its_response_worded(panel):
    choose(panel, "data")
    press(panel, "accept")
    choose(panel, "data")
    press(panel, "respond")
    type_text(panel.flow.form.text, "ปรับแล้ว")
    panel.flow.form.confirm.click()
    assert remark(panel, "data").response == {"th": "ปรับแล้ว"}
    assert panel.cards.current_id == remark_id("data")
    press(panel, "reopen")
    assert remark(panel, "data").is_open


def test_a_reply_goes_into_the_thread_and_an_assignment_onto_the_card(panel):
    choose(panel, "data")
    press(panel, "reply")
    type_text(panel.flow.form.text, "ขอบคุณครับ")
    panel.flow.form.confirm.click()
    assert remark(panel, "data").replies[-1].text == "ขอบคุณครับ"
    press(panel, "assign")
    assert panel.flow.form.pick.findData("กองช่าง") >= 0
    panel.flow.form.pick.setEditText("กองช่าง")
    panel.flow.form.confirm.click()
    assert remark(panel, "data").assignee == "กองช่าง"


def test_edits_made_by_hand_are_tied_to_the_remark_that_they_answer(panel, reviewed):
    set_text(reviewed, (projects_of(reviewed.plan)[0], "place", "th"), "ริมคลองทุกแห่ง")
    choose(panel, "data")
    press(panel, "attach")
    ticks = panel.flow.form.ticks
    assert ticks.count() >= 1
    ticks.item(0).setCheckState(Qt.CheckState.Checked)
    panel.flow.form.confirm.click()
    assert len(remark(panel, "data").answers) == 1


def test_a_remark_is_split_at_the_cursor_and_merged_again(panel):
    choose(panel, "improve")
    press(panel, "split")
    edit = panel.flow.form.text
    cursor = edit.textCursor()
    cursor.setPosition(len("สิ่งที่ต้อง"))
    edit.setTextCursor(cursor)
    before = len(panel.feedback.read.remarks)
    panel.flow.form.confirm.click()
    assert remark(panel, "improve").text["th"] == "สิ่งที่ต้อง"
    assert len(panel.feedback.read.remarks) == before + 1
    choose(panel, "improve")
    press(panel, "merge")
    assert panel.flow.form.pick.count() == before
    panel.flow.form.pick.setCurrentIndex(panel.flow.form.pick.findData(remark_id("results")))
    panel.flow.form.confirm.click()
    assert remark_id("improve") not in panel.feedback.read.remarks or not remark(panel, "improve").is_open


def test_points_become_sub_points_and_back(panel):
    choose(panel, "improve")
    press(panel, "indent")
    assert remark(panel, "improve").number == "1.1.1"
    press(panel, "outdent")
    assert remark(panel, "improve").number == "1.2"


def test_kind_and_weight_come_from_the_menu(panel):
    choose(panel, "name")
    menu = QMenu(panel)
    panel.flow.fill_menu(menu, remark(panel, "name"), [])
    take(menu, "ประเภท", "ข้อสังเกต")
    take(menu, "ระดับ", "ต้องทำ")
    assert (remark(panel, "name").nature, remark(panel, "name").weight) == ("observation", "major")


def test_a_remark_without_a_place_is_placed_from_the_menu(panel, reviewed):
    choose(panel, "nowhere")
    menu = QMenu(panel)
    fields = list_field_choices(reviewed.plan, projects_of(reviewed.plan)[0], "th")
    panel.flow.fill_menu(menu, remark(panel, "nowhere"), fields)
    take(menu, "วางตำแหน่งที่", "วัตถุประสงค์ (ไทย)")
    anchor = remark(panel, "nowhere").anchor
    assert anchor.place == (projects_of(reviewed.plan)[0], "objective", "th")


def test_clashing_wordings_are_shown_together_and_decided_once(panel, reviewed):
    choose(panel, "first wording")
    press(panel, "accept")
    form = panel.flow.clash_form
    assert form.isVisible()
    assert not panel.body.filter.isVisible()
    names = [button.text() for button in form.choices()]
    assert names == ["ผู้ทรงคุณวุฒิ ก", "ผู้ทรงคุณวุฒิ ข", "ตามข้อความปัจจุบัน"]
    form.choices()[1].click()
    assert form.text.plain_text() == f"{OBJECTIVE} ทั้งเมือง"
    form.confirm.click()
    first = projects_of(reviewed.plan)[0]
    assert reviewed.plan.nodes[first].text("objective", "th") == f"{OBJECTIVE} ทั้งเมือง"
    assert not remark(panel, "first wording").is_open
    assert remark(panel, "second wording").disposition == "accepted"
    assert form.isHidden()
    assert panel.body.filter.isVisible()
    assert panel.cards.current_id == remark_id("data")
    panel.bridge.undo()
    assert remark(panel, "first wording").is_open
    assert remark(panel, "second wording").is_open


def test_a_clash_put_away_decides_nothing(panel):
    choose(panel, "first wording")
    press(panel, "accept")
    QTest.keyClick(panel.flow.clash_form, Qt.Key.Key_Escape)
    assert panel.flow.clash_form.isHidden()
    assert panel.cards.isVisible()
    assert remark(panel, "first wording").is_open


def test_another_card_puts_the_form_away(panel):
    choose(panel, "data")
    press(panel, "reply")
    panel.cards.choose(0)
    assert panel.flow.form.isHidden()


def test_typing_that_is_under_way_is_handed_in_before_a_decision(panel, qtbot):
    choose(panel, "data")
    with qtbot.waitSignal(panel.bridge.leaving, timeout=500):
        press(panel, "accept")


def test_without_a_card_no_deed_and_no_menu(panel, reviewed):
    panel.show_node(projects_of(reviewed.plan)[3])
    panel.body.foot.deed_requested.emit("accept")
    panel.body.foot.menu_requested.emit(QPoint(0, 0))
    assert read_feedback(reviewed.plan).open_count == 9


def test_enter_on_a_button_presses_it_and_does_not_open_the_place(panel, qtbot):
    choose(panel, "data")
    button = panel.body.foot.buttons["accept"]
    button.setFocus()
    with qtbot.assertNotEmitted(panel.remark_opened):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert remark(panel, "data").disposition == "accepted"
