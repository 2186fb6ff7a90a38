"""The strip above the timeline: what is asked for, in the words and days that people type."""

from datetime import date

import pytest

from success_desktop.i18n import use_language
from success_desktop.services.timeline import EVERYTHING, Wanted, read_milestones
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.revisions.filter_strip import FilterStrip
from tests.ui.acting import type_text
from tests.ui.revisions.drafts import clock, draft, editor, plan_path, reword

__all__ = ["clock", "draft", "editor", "plan_path", "reword"]


@pytest.fixture
def strip(application, qtbot, draft) -> FilterStrip:
    strip = FilterStrip()
    qtbot.addWidget(strip)
    strip.offer(read_milestones(draft))
    strip.show()
    return strip


def test_at_first_everything_is_asked_for(strip):
    assert strip.asked().is_everything
    assert strip.asked().wanted == EVERYTHING


def test_the_details_stand_behind_a_button(strip):
    assert not strip.author.isVisible()
    strip.more.click()
    assert strip.author.isVisible()


def test_people_are_offered_by_name(strip):
    assert [strip.author.itemText(row) for row in range(strip.author.count())] == ["ทุกคน", "วิชัย", "สมหญิง"]
    strip.author.setCurrentIndex(1)
    assert strip.asked().wanted == Wanted(author="วิชัย")


def test_meetings_are_the_revisions_with_a_name_newest_first(strip, draft):
    assert [strip.meeting.itemText(row) for row in range(strip.meeting.count())] == [
        "ทุกช่วง",
        "ร่างที่ 3 หลังประชุม",
        "ร่างที่ 2",
        "ร่างที่ 1",
    ]
    strip.meeting.setCurrentIndex(1)
    newest = read_milestones(draft)[-1].revision
    assert newest is not None
    assert strip.asked().wanted.until_id == newest.id


@pytest.mark.parametrize("typed", ["12 ก.พ. 2567", "12/2/2567", "2024-02-12", "๑๒ กุมภาพันธ์ ๒๕๖๗"])
def test_days_are_read_as_people_type_them(strip, typed):
    strip.more.click()
    type_text(strip.first, typed)
    assert strip.asked().wanted.first_on == date(2024, 2, 12)
    assert strip.first.property("state") == ""


def test_a_day_that_cannot_be_read_narrows_nothing_and_says_so(strip):
    strip.more.click()
    type_text(strip.last, "เมื่อวาน")
    assert strip.asked().is_everything
    assert strip.last.property("state") == "refused"
    assert "เมื่อวาน" in strip.last.toolTip()


def test_the_boxes_narrow_too(strip):
    strip.more.click()
    strip.named_only.click()
    assert strip.asked().wanted == Wanted(is_named_only=True)
    strip.chosen_only.click()
    assert strip.asked().is_chosen_only


def test_typing_is_told_once_it_rests_a_choice_at_once(qtbot, strip):
    told = []
    strip.narrowed.connect(lambda: told.append(strip.text.text()))
    type_text(strip.text, "มติ")
    assert told == []
    qtbot.waitUntil(lambda: told == ["มติ"])
    strip.named_only.setChecked(True)
    assert told == ["มติ", "มติ"]


def test_everything_is_one_click_away_again(qtbot, strip):
    strip.more.click()
    type_text(strip.text, "มติ")
    strip.author.setCurrentIndex(1)
    strip.meeting.setCurrentIndex(1)
    strip.chosen_only.click()
    with qtbot.waitSignal(strip.narrowed):
        strip.reset.click()
    assert strip.asked().is_everything


def test_what_is_asked_for_stays_when_there_is_more_to_offer(strip, draft):
    strip.author.setCurrentIndex(2)
    strip.offer(read_milestones(draft))
    assert strip.author.currentText() == "สมหญิง"
    strip.offer([])
    assert strip.asked().is_everything


def test_it_speaks_english_too(application, strip):
    speak("en")
    application.settle(0)
    assert (strip.more.text(), strip.author.itemText(0), strip.meeting.itemText(0)) == (
        "Filter",
        "Everybody",
        "The whole time",
    )
    speak("th")
    use_language("th")
