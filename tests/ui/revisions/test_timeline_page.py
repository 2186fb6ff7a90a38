"""The timeline shows the present and every revision as a card, and says which two are chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from success_desktop.domain.moments import Moment
from success_desktop.services.revisions import list_revisions
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.revisions.timeline_page import TimelinePage
from tests.ui.acting import type_text
from tests.ui.revisions.drafts import (
    DRAFT_1,
    DRAFT_2,
    DRAFT_3,
    PRESENT_ROW,
    bridge,
    cards,
    click,
    clock,
    draft,
    editor,
    names,
    node,
    panel,
    plan_path,
    reword,
    timeline,
    titles,
)

__all__ = ["bridge", "clock", "draft", "editor", "node", "panel", "plan_path", "reword", "timeline"]


def test_the_present_stands_on_top_and_the_newest_revision_below_it(timeline):
    assert titles(timeline) == [
        "ปัจจุบัน",
        "ร่างที่ 3 หลังประชุม",
        "อัตโนมัติ ก่อนนำเข้า ร่าง.docx",
        "ร่างที่ 2",
        "ร่างที่ 1",
    ]


def test_each_card_tells_when_who_and_what(draft, timeline):
    present, draft_3, before_import, draft_2, draft_1 = cards(timeline)
    assert present.lines[-1] == "แก้ 1 ช่อง จากร่างที่ 3 หลังประชุม"
    assert draft_3.lines[-1] == "ลบ 1 โครงการ"
    when = Moment(list_revisions(draft)[1].at.astimezone()).spoken("th")
    assert draft_2.lines == ("ตามมติคณะทำงาน", f"{when} · สมหญิง", "แก้ 1 ช่อง")
    assert draft_1.lines[-1] == "ฉบับตั้งต้น"
    assert before_import.is_quiet
    assert not draft_3.is_quiet


def test_one_alone_is_compared_with_the_present(qtbot, timeline):
    with qtbot.waitSignal(timeline.pair_chosen) as told:
        click(qtbot, timeline, DRAFT_2)
    assert names(told.args) == ["ร่างที่ 2", "present"]


def test_the_present_alone_is_compared_with_what_a_person_kept_last(qtbot, timeline):
    with qtbot.waitSignal(timeline.pair_chosen) as told:
        click(qtbot, timeline, PRESENT_ROW)
    assert names(told.args) == ["ร่างที่ 3 หลังประชุม", "present"]


@pytest.mark.parametrize(("first", "second"), [(DRAFT_3, DRAFT_1), (DRAFT_1, DRAFT_3)])
def test_two_are_compared_the_older_one_first(qtbot, timeline, first, second):
    click(qtbot, timeline, first)
    with qtbot.waitSignal(timeline.pair_chosen) as told:
        click(qtbot, timeline, second, Qt.KeyboardModifier.ControlModifier)
    assert names(told.args) == ["ร่างที่ 1", "ร่างที่ 3 หลังประชุม"]
    assert [card.side for card in cards(timeline)] == ["", "หลัง", "", "", "ก่อน"]


def test_a_third_takes_the_place_of_the_second(qtbot, timeline):
    click(qtbot, timeline, DRAFT_3)
    for row in (DRAFT_2, DRAFT_1):
        click(qtbot, timeline, row, Qt.KeyboardModifier.ControlModifier)
    assert names(timeline.pair()) == ["ร่างที่ 1", "ร่างที่ 3 หลังประชุม"]


def test_a_second_click_with_ctrl_lets_go_of_a_card(qtbot, timeline):
    click(qtbot, timeline, DRAFT_3)
    for _time in range(2):
        click(qtbot, timeline, DRAFT_1, Qt.KeyboardModifier.ControlModifier)
    assert names(timeline.pair()) == ["ร่างที่ 3 หลังประชุม", "present"]


def test_two_are_chosen_with_the_keyboard_alone(qtbot, timeline):
    timeline.list.setFocus()
    click(qtbot, timeline, PRESENT_ROW)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Down)
    assert names(timeline.pair()) == ["ร่างที่ 3 หลังประชุม", "present"]
    for _time in range(2):
        qtbot.keyClick(timeline.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(timeline.list, Qt.Key.Key_Space)
    assert names(timeline.pair()) == ["ร่างที่ 2", "ร่างที่ 3 หลังประชุม"]
    qtbot.keyClick(timeline.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert names(timeline.pair()) == ["ร่างที่ 1", "ร่างที่ 3 หลังประชุม"]
    with qtbot.waitSignal(timeline.wanted) as told:
        qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    assert (told.args[0], names(told.args[1])) == ("compare", ["ร่างที่ 1", "ร่างที่ 3 หลังประชุม"])


def test_walking_through_the_list_compares_only_where_one_stops(qtbot, timeline):
    timeline.list.setFocus()
    told = []
    timeline.pair_chosen.connect(lambda old, new: told.append(names((old, new))))
    click(qtbot, timeline, DRAFT_3)
    for _time in range(3):
        qtbot.keyClick(timeline.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [["ร่างที่ 1", "present"]]


def test_a_double_click_asks_for_the_comparison(qtbot, timeline):
    click(qtbot, timeline, DRAFT_2)
    place = timeline.list.visualRect(timeline.model.index(DRAFT_2)).center()
    with qtbot.waitSignal(timeline.wanted) as told:
        qtbot.mouseDClick(timeline.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args[0] == "compare"


def test_the_buttons_do_what_can_be_done_with_the_pair(qtbot, timeline):
    assert not timeline.compare.isEnabled()
    assert not timeline.restore.isEnabled()
    click(qtbot, timeline, DRAFT_2)
    for button, deed in ((timeline.compare, "compare"), (timeline.restore, "restore")):
        with qtbot.waitSignal(timeline.wanted) as told:
            button.click()
        assert (told.args[0], names(told.args[1])) == (deed, ["ร่างที่ 2", "present"])
    assert timeline.restore.toolTip().startswith("นำเนื้อหาของฉบับนี้กลับมา")
    click(qtbot, timeline, DRAFT_1, Qt.KeyboardModifier.ControlModifier)
    assert timeline.compare.isEnabled()
    assert not timeline.restore.isEnabled()
    assert timeline.restore.toolTip() == "เลือกฉบับเดียวที่จะกู้คืน"


def test_the_present_can_be_kept_from_here(qtbot, timeline):
    with qtbot.waitSignal(timeline.keep_requested):
        timeline.keep.click()


def menu_of(timeline, row, reason=QContextMenuEvent.Reason.Mouse) -> QMenu | None:
    place = timeline.list.visualRect(timeline.model.index(row)).center()
    timeline.list.setCurrentIndex(timeline.model.index(row))
    viewport = timeline.list.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(place)))
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_of_a_card_says_what_can_be_done_with_it(qtbot, timeline, reason):
    told = []
    timeline.wanted.connect(lambda deed, pair: told.append((deed, *names(pair))))
    menu = menu_of(timeline, DRAFT_3, reason)
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    menu.close()
    assert told == [
        ("compare", "ร่างที่ 3 หลังประชุม", "present"),
        ("compare", "", "ร่างที่ 3 หลังประชุม"),
        ("restore", "ร่างที่ 3 หลังประชุม", "present"),
        ("export", "ร่างที่ 3 หลังประชุม", "present"),
        ("redline", "ร่างที่ 3 หลังประชุม", "present"),
    ]


def test_the_first_revision_has_none_before_it(timeline):
    menu = menu_of(timeline, DRAFT_1)
    assert menu is not None
    assert "เปรียบเทียบกับฉบับก่อนหน้า" not in [action.text() for action in menu.actions()]
    menu.close()


def test_the_present_has_no_menu(timeline):
    assert menu_of(timeline, PRESENT_ROW) is None


def test_a_right_click_chooses_nothing(qtbot, timeline):
    click(qtbot, timeline, DRAFT_1)
    place = timeline.list.visualRect(timeline.model.index(DRAFT_3)).center()
    qtbot.mouseClick(timeline.list.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert names(timeline.pair()) == ["ร่างที่ 1", "present"]


def test_beside_the_cards_there_is_nothing_to_choose(qtbot, timeline):
    timeline.strip.text.setText("ร่างที่ 1")
    qtbot.waitUntil(lambda: timeline.model.rowCount() == 2)
    below = QPoint(20, timeline.list.viewport().height() - 4)
    qtbot.mouseClick(timeline.list.viewport(), Qt.MouseButton.LeftButton, pos=below)
    qtbot.mouseDClick(timeline.list.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert timeline.pair() is None
    timeline.list.setCurrentIndex(timeline.list.rootIndex())
    qtbot.keyClick(timeline.list, Qt.Key.Key_Return)
    assert timeline.pair() is None


def test_it_finds_revisions_by_text(qtbot, timeline):
    type_text(timeline.strip.text, "มติ")
    qtbot.waitUntil(lambda: titles(timeline) == ["ปัจจุบัน", "ร่างที่ 2"])
    assert timeline.hint.text() == "1 จาก 4 ฉบับ"
    timeline.strip.reset.click()
    assert len(titles(timeline)) == 5


def test_it_follows_the_outline_when_only_what_is_chosen_counts(timeline, node, panel):
    panel.show_node(node("Project gauge"))
    timeline.strip.chosen_only.click()
    assert titles(timeline) == ["ปัจจุบัน", "อัตโนมัติ ก่อนนำเข้า ร่าง.docx"]
    panel.show_node(node("Project dredge"))
    assert titles(timeline) == ["ปัจจุบัน", "ร่างที่ 2"]
    panel.show_node(node("Restore the canals"))
    assert titles(timeline) == ["ปัจจุบัน", "อัตโนมัติ ก่อนนำเข้า ร่าง.docx", "ร่างที่ 2"]
    panel.show_node("")
    assert titles(timeline) == ["ปัจจุบัน"]


def test_a_plan_without_revisions_says_what_they_are_for(bridge, application, qtbot):
    page = TimelinePage(bridge)
    qtbot.addWidget(page)
    page.show()
    assert page.hint.text().startswith("ยังไม่มีฉบับที่เก็บไว้")
    assert cards(page)[PRESENT_ROW].lines[-1] == "ยังไม่มีการแก้ไข"
    page.list.choose(page.model.key(0))
    assert page.pair() is None


def test_it_speaks_english_too(application, timeline):
    speak("en")
    application.settle(0)
    assert titles(timeline)[:3] == ["Present", "ร่างที่ 3 หลังประชุม", "Automatic: ก่อนนำเข้า ร่าง.docx"]
    assert cards(timeline)[DRAFT_3].lines[-1] == "1 project deleted"
    assert timeline.compare.text() == "Compare"
    speak("th")
