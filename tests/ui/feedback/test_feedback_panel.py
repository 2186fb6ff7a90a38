"""The panel beside the text: what it lists, where it leads, what it says when there is nothing."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from success_desktop.services import deciding, editing
from success_desktop.services.reviewing import begin_review
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from success_desktop.ui.feedback.remark_filter import DECIDED
from success_desktop.ui.feedback.rounds_page import RoundsPage
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.qt_catalog import speak
from tests.ui.feedback.reviews import FIRST, MEETING, projects_of, remark_id

NAMES = (
    "data",
    "first wording",
    "second wording",
    "name",
    "strike",
    "nowhere",
    "proud",
    "results",
    "improve",
)
BY_ID = {remark_id(name): name for name in NAMES}


TAB = Qt.FocusPolicy.TabFocus


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name)


def listed(panel: FeedbackPanel) -> list[str]:
    return [BY_ID[one] for one in panel.model.ids]


def current(panel: FeedbackPanel) -> str:
    return BY_ID.get(panel.cards.current_id, "")


def test_it_lists_what_is_said_about_what_is_chosen_and_counts_all(panel, reviewed):
    assert listed(panel) == ["first wording", "second wording", "data"]
    words = [button.words() for button in panel.body.filter.scopes.values()]
    assert words == ["รายการนี้ 3", "ทั้งแผน 9", "ไม่มีตำแหน่ง 1"]
    panel.show_node(projects_of(reviewed.plan)[1])
    assert listed(panel) == ["name"]


def test_the_whole_plan_is_listed_in_its_order_under_the_names_of_its_items(panel):
    panel.body.filter.scopes["plan"].click()
    assert len(listed(panel)) == 9
    headings = [panel.model.card(row).heading for row in range(9)]
    assert headings[0] == "แผนทั้งฉบับ"
    assert headings[3].endswith("โครงการdredge")
    assert headings[4] == headings[5] == ""
    panel.show_node("")
    assert len(listed(panel)) == 9


def test_the_line_below_leads_to_what_has_no_place(panel):
    assert panel.body.unplaced.isVisible()
    panel.body.unplaced.click()
    assert listed(panel) == ["nowhere"]
    assert not panel.body.unplaced.isVisible()


def test_a_filter_narrows_and_is_taken_away_again(panel):
    filters = panel.body.filter
    filters.scopes["plan"].click()
    filters.more.click()
    assert filters.details.isVisible()
    filters.author.setCurrentIndex(filters.author.findData(FIRST))
    assert listed(panel) == ["first wording", "data"]
    filters.text.setText("ไม่มีใครว่า")
    QTest.qWait(300)
    assert listed(panel) == []
    assert panel.body.nothing.isVisible()
    panel.body.nothing.way.click()
    assert len(listed(panel)) == 9
    assert panel.cards.isVisible()


def test_rounds_that_are_offered_stay_chosen_when_more_come_in(panel, reviewed):
    filters = panel.body.filter
    filters.scopes["plan"].click()
    filters.round.setCurrentIndex(filters.round.findData(MEETING.id))
    assert listed(panel) == ["proud", "results", "improve"]
    deciding.defer(reviewed, remark_id("proud"), "ปีหน้า")
    assert filters.round.currentData() == MEETING.id
    assert listed(panel) == ["proud", "results", "improve"]


def test_a_node_without_remarks_says_so_and_leads_to_the_whole_plan(panel, reviewed):
    panel.show_node(projects_of(reviewed.plan)[3])
    assert panel.body.nothing.sentence.text() == "ไม่มีข้อเสนอแนะในรายการนี้"
    panel.body.nothing.way.click()
    assert len(listed(panel)) == 9


def test_an_empty_panel_says_what_belongs_there_and_offers_it(qtbot, application, editor):
    bridge = PlanBridge()
    bridge.hold(editor)
    panel = FeedbackPanel(bridge)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.body.nothing.sentence.text().startswith("ความเห็นของผู้ทรงคุณวุฒิ")
    assert not panel.body.filter.isVisible()
    for button, what in ((panel.body.nothing.way, "receive"), (panel.body.nothing.meeting, "meeting")):
        with qtbot.waitSignal(panel.way_out_requested, timeout=500) as told:
            button.click()
        assert told.args == [what]
    panel.step(1)
    panel.show_remark("f-none")
    assert panel.cards.current_id == ""


def test_steps_lead_through_all_open_remarks_wherever_they_are(panel):
    seen = []
    for _step in range(9):
        panel.step(1)
        seen.append(current(panel))
    assert seen[0] == "second wording"
    assert sorted(seen) == sorted(NAMES)
    panel.step(-1)
    assert current(panel) == seen[-2]


def test_a_step_to_another_item_lists_what_is_said_about_that_and_the_page_goes_there(panel, reviewed, qtbot):
    panel.show_remark(remark_id("data"))
    with qtbot.waitSignal(panel.remark_wanted, timeout=500) as told:
        panel.step(1)
    assert told.args == [remark_id("name")]
    assert listed(panel) == ["name"]


def test_where_the_panel_leads_itself_its_list_stays(panel, reviewed):
    panel.show_node(reviewed.plan.root_id)
    before = listed(panel)
    panel.remark_wanted.connect(lambda _id: panel.show_node(projects_of(reviewed.plan)[0]))
    panel.cards.choose(2)
    assert listed(panel) == before


def test_a_decision_taken_back_brings_its_remark_into_sight_again(panel, bridge, reviewed):
    panel.body.filter.ask_for("plan", "open")
    deciding.decline(reviewed, remark_id("name"), "ไม่ตรงประเด็น")
    panel.cards.choose(0)
    bridge.undo()
    assert current(panel) == "name"
    bridge.redo()
    assert current(panel) == "name"
    assert "name" in listed(panel)
    panel.body.filter.ask_for("plan", DECIDED)
    assert listed(panel) == ["name"]


def test_what_is_edited_in_the_plan_is_read_anew_when_it_has_rested(panel, reviewed, qtbot):
    editing.set_text(reviewed, (projects_of(reviewed.plan)[0], "objective", "th"), "อย่างอื่นทั้งหมด")
    row = panel.model.row_of(remark_id("data"))
    qtbot.waitUntil(lambda: "ข้อความที่อ้างถึงไม่มีในแผนแล้ว" in panel.model.card(row).notices, timeout=2_000)


def test_a_panel_that_nobody_sees_does_nothing_and_catches_up(panel, reviewed):
    panel.hide()
    before = list(panel.model.ids)
    panel.show_node(projects_of(reviewed.plan)[1])
    deciding.defer(reviewed, remark_id("data"), "ปีหน้า")
    assert panel.model.ids == before
    panel.show()
    assert listed(panel) == ["name"]


def test_the_rounds_are_told_with_what_came_in(panel):
    panel.body.filter.rounds.click()
    page = panel.findChild(RoundsPage)
    assert page.isVisible()
    told = page.text.toPlainText()
    assert "ประชุม 9 มี.ค. 2569" in told
    assert "ร่าง-แก้แล้ว.docx" in told
    assert "Zoom" in told
    page.back.click()
    assert panel.cards.isVisible()


def test_it_speaks_the_language_of_the_interface(panel, application):
    speak("en")
    assert panel.body.filter.scopes["here"].words() == "This item 3"
    assert panel.model.card(2).place == "Objective (Thai)"
    speak("th")
    assert panel.body.filter.scopes["here"].words() == "รายการนี้ 3"


def test_everything_that_can_be_acted_on_has_a_name(panel):
    panel.body.filter.more.click()
    acted_on = [one for one in panel.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & TAB]
    assert len(acted_on) > 12
    assert [one for one in acted_on if not name_of(one)] == []


def test_the_plan_that_is_closed_takes_its_cards_along(panel, bridge):
    bridge.release().close(publish=False)
    assert panel.model.rowCount() == 0


def test_in_a_reviewers_own_copy_nothing_can_be_decided(panel, reviewed):
    begin_review(reviewed, "ผู้ทรงคุณวุฒิ ค")
    panel.refresh()
    panel.cards.choose(0)
    assert not panel.body.foot.isVisible()
    panel.body.foot.menu_requested.emit(QPoint(0, 0))
    assert panel.findChildren(QMenu) == []


def test_tab_leads_from_the_cards_to_the_buttons_of_the_current_one(panel, qtbot):
    panel.activateWindow()
    qtbot.waitActive(panel)
    panel.cards.setFocus()
    QTest.keyClick(panel.cards, Qt.Key.Key_Tab)
    assert panel.body.foot.isAncestorOf(panel.focusWidget())
