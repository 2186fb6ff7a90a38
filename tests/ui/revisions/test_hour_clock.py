"""After an hour's work the plan is kept by itself, and only then."""

import pytest

from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.ui.revisions.hour_clock import HOUR_MS, HourClock
from tests.services.conftest import START
from tests.ui.revisions.drafts import bridge, clock, editor, plan_path, reword

__all__ = ["bridge", "clock", "editor", "plan_path", "reword"]


@pytest.fixture
def hour_clock(bridge) -> HourClock:
    return HourClock(bridge, bridge)


def ring(hour_clock: HourClock) -> None:
    hour_clock.timer.timeout.emit()


def test_nothing_runs_until_somebody_edits(hour_clock, reword):
    assert not hour_clock.timer.isActive()
    reword("Project dredge", "ลดน้ำท่วม")
    assert hour_clock.timer.isActive()
    assert hour_clock.timer.interval() == HOUR_MS == 3_600_000


def test_an_hour_counts_from_the_first_edit(hour_clock, reword):
    reword("Project dredge", "ลดน้ำท่วม")
    begun = hour_clock.timer.timerId()
    reword("Project dredge", "ลดน้ำแล้ง")
    assert hour_clock.timer.timerId() == begun


def test_after_an_hour_a_revision_is_kept(qtbot, bridge, editor, hour_clock, reword):
    reword("Project dredge", "ลดน้ำท่วม")
    with qtbot.waitSignal(bridge.revised):
        ring(hour_clock)
    (kept,) = list_revisions(editor)
    assert (kept.occasion, kept.author, kept.at) == ("hour", "สมหญิง", START)
    assert not hour_clock.timer.isActive()


def test_the_next_hour_takes_the_place_of_this_one(editor, hour_clock, reword):
    for text in ("ลดน้ำท่วม", "ลดน้ำแล้ง"):
        reword("Project dredge", text)
        ring(hour_clock)
    assert [kept.occasion for kept in list_revisions(editor)] == ["hour"]


def test_what_is_kept_already_is_not_kept_again(editor, hour_clock, reword):
    reword("Project dredge", "ลดน้ำท่วม")
    take_revision(editor, "", "ร่างที่ 1")
    ring(hour_clock)
    assert [kept.label for kept in list_revisions(editor)] == ["ร่างที่ 1"]


def test_a_revision_kept_meanwhile_begins_the_hour_anew(bridge, hour_clock, reword):
    reword("Project dredge", "ลดน้ำท่วม")
    bridge.revised.emit()
    assert not hour_clock.timer.isActive()


def test_it_stops_with_the_plan(bridge, hour_clock, reword):
    reword("Project dredge", "ลดน้ำท่วม")
    bridge.release()
    assert not hour_clock.timer.isActive()
    ring(hour_clock)
