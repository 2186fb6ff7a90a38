"""The axis of the timeline: days, pixels, zoom and scrolling."""

from datetime import date
from itertools import pairwise

import pytest

from success_desktop.ui.figures.timeline_axis import PIXELS_A_DAY, WIDEST_DAY, TimeAxis

YEARS = range(2568, 2573)


@pytest.fixture
def axis() -> TimeAxis:
    axis = TimeAxis()
    axis.set_width(800)
    axis.set_years(YEARS)
    return axis


def test_at_first_all_years_fit_into_the_width(axis):
    assert axis.zoom == "all"
    assert axis.x_of(date(2024, 10, 1)) == 0
    assert axis.x_of(date(2029, 9, 30)) == pytest.approx(800, abs=1)
    assert axis.reach == 0


def test_a_wider_window_shows_all_years_wider(axis):
    axis.set_width(1600)
    assert axis.x_of(date(2029, 9, 30)) == pytest.approx(1600, abs=1)


def test_before_it_has_a_width_nothing_breaks():
    axis = TimeAxis()
    assert not axis.holds(date(2026, 1, 1))
    assert list(axis.ticks("quarter")) == []
    axis.set_years([2568])
    assert axis.day_at(0) == date(2024, 10, 1)


@pytest.mark.parametrize("zoom", ["years", "quarters", "months"])
def test_a_step_of_zoom_keeps_the_day_asked_for_in_the_middle(axis, zoom):
    axis.zoom_to(zoom, date(2027, 4, 1))
    assert axis.zoom == zoom
    assert axis.pixels_a_day == PIXELS_A_DAY[zoom]
    assert axis.x_of(date(2027, 4, 1)) == pytest.approx(400, abs=PIXELS_A_DAY[zoom])
    axis.zoom_to("all")
    assert axis.zoom == "all"
    assert axis.offset == 0


def test_the_wheel_keeps_the_day_under_the_mouse(axis):
    for _turn in range(6):
        before = axis.day_at(300)
        axis.zoom_by(1, 300)
        assert abs((axis.day_at(300) - before).days) <= 1
    assert axis.zoom is None


def test_the_wheel_ends_at_wide_days_and_at_all_years(axis):
    axis.zoom_by(100, 0)
    assert axis.pixels_a_day == WIDEST_DAY
    axis.zoom_by(-100, 0)
    assert axis.zoom == "all"
    assert axis.reach == 0


def test_scrolling_stops_at_the_ends(axis):
    axis.zoom_to("months")
    axis.scroll_to(-50)
    assert axis.offset == 0
    axis.scroll_to(10**6)
    assert axis.offset == axis.reach
    assert axis.day_at(799) >= date(2029, 9, 29)
    assert axis.day_at(10**6) == date(2029, 9, 30)


def test_more_years_leave_in_sight_what_was_in_sight(axis):
    axis.zoom_to("quarters", date(2027, 4, 1))
    before = axis.x_of(date(2027, 4, 1))
    axis.set_years(range(2566, 2575))
    assert axis.x_of(date(2027, 4, 1)) == pytest.approx(before, abs=2)


def test_years_and_quarters_follow_each_other_without_gaps(axis):
    years = list(axis.ticks("year"))
    assert [tick.number for tick in years] == list(YEARS)
    quarters = list(axis.ticks("quarter"))
    assert [tick.number for tick in quarters[:5]] == [1, 2, 3, 4, 1]
    assert len(quarters) == 20
    for before, after in pairwise(quarters):
        assert before.right == pytest.approx(after.left)


def test_only_what_is_in_sight_is_counted(axis):
    axis.zoom_to("months", date(2027, 4, 1))
    months = list(axis.ticks("month"))
    assert 9 <= len(months) <= 12
    assert all(tick.right > 0 and tick.left < 800 for tick in months)
    assert date(2027, 4, 1) in [tick.first_on for tick in months]


def test_narrow_months_give_way_to_quarters_and_wide_days_can_be_aimed_at(axis):
    assert axis.lower_unit == "quarter"
    axis.zoom_to("months")
    assert axis.lower_unit == "month"
    assert not axis.snaps_to_days
    axis.zoom_by(4, 0)
    assert axis.snaps_to_days


def test_days_beyond_the_years_are_not_on_it(axis):
    assert axis.holds(date(2024, 10, 1))
    assert axis.holds(date(2029, 9, 30))
    assert not axis.holds(date(2024, 9, 30))
    assert not axis.holds(date(2029, 10, 1))
