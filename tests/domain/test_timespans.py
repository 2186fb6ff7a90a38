"""When things happen."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.calendar import fiscal_quarter_of, fiscal_year_of
from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.plan import Plan
from success_desktop.domain.timespans import (
    Span,
    SpanPart,
    count_by_basis,
    has_dates,
    is_outside,
    kinds_in_time,
    money_years,
    months_later,
    move_span,
    move_span_days,
    nearest_month_start,
    plan_days,
    quarters_of_year,
    snap_span,
    span_of_node,
    spans_of_plan,
    years_around,
)
from tests.plans import named, small_plan

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def dated(plan: Plan, name: str, start_on: date | None, end_on: date | None) -> Plan:
    """The plan with other dates for a project."""
    node_id = named(plan, name)
    for field, day in (("start_on", start_on), ("end_on", end_on)):
        plan = apply(plan, set_value(plan, node_id, field, "", day))
    return plan


def span(plan: Plan, name: str) -> Span | None:
    return span_of_node(plan.template, plan.nodes[named(plan, name)])


# --- which nodes, which span ----------------------------------------------------------------------------------


def test_projects_and_action_items_have_dates_and_all_above_them_take_part_in_time() -> None:
    template = small_plan().template
    assert [name for name, kind in template.kinds.items() if has_dates(kind)] == ["project", "action_item"]
    above = {"plan", "strategic_issue", "goal", "approach"}
    assert kinds_in_time(template) == {"project", "action_item"} | above


def test_both_dates_make_the_span() -> None:
    plan = dated(small_plan(), "Project map", date(2027, 1, 15), date(2027, 6, 30))
    assert span(plan, "Project map") == Span(date(2027, 1, 15), date(2027, 6, 30), "dates")


def test_without_dates_the_years_of_the_money_stand_in() -> None:
    assert span(small_plan(), "Project gauge") == Span(date(2024, 10, 1), date(2025, 9, 30), "money")
    assert span(small_plan(), "Project map") == Span(date(2026, 10, 1), date(2027, 9, 30), "money")


def test_without_dates_and_money_there_is_no_span() -> None:
    plan = small_plan()
    assert span(plan, "Project heat") is None
    plan = apply(plan, set_value(plan, named(plan, "Project heat"), "budget", "2569:codi", Decimal(0)))
    assert span(plan, "Project heat") is None


def test_a_start_alone_lasts_as_long_as_the_money_or_to_the_end_of_its_year() -> None:
    assert span(small_plan(), "Project dredge") == Span(date(2024, 10, 1), date(2026, 9, 30), "start")
    plan = dated(small_plan(), "Project heat", date(2027, 2, 1), None)
    assert span(plan, "Project heat") == Span(date(2027, 2, 1), date(2027, 9, 30), "start")
    late = dated(small_plan(), "Project gauge", date(2028, 11, 1), None)
    assert span(late, "Project gauge") == Span(date(2028, 11, 1), date(2029, 9, 30), "start")


def test_an_end_alone_begins_with_the_money_or_with_its_year() -> None:
    plan = dated(small_plan(), "Project gauge", None, date(2026, 5, 31))
    assert span(plan, "Project gauge") == Span(date(2024, 10, 1), date(2026, 5, 31), "end")
    plan = dated(small_plan(), "Project heat", None, date(2027, 2, 28))
    assert span(plan, "Project heat") == Span(date(2026, 10, 1), date(2027, 2, 28), "end")


def test_money_years_are_those_with_more_than_nought() -> None:
    plan = small_plan()
    dredge = plan.nodes[named(plan, "Project dredge")]
    assert money_years(plan.template, dredge) == (2568, 2569)
    assert money_years(plan.template, dredge._replace(kind="unheard_of")) == ()


def test_heads_span_everything_below_them() -> None:
    plan = dated(small_plan(), "Project map", date(2027, 1, 15), date(2029, 3, 31))
    spans = spans_of_plan(plan)
    issue = named(plan, "Water")
    assert spans[issue] == spans[plan.root_id] == Span(date(2024, 10, 1), date(2029, 3, 31), "below")
    assert spans[named(plan, "Project map")].basis == "dates"
    heat = named(plan, "Project heat")
    assert not {heat, plan.nodes[heat].parent_id} & set(spans)
    assert all(plan.nodes[node_id].kind != "indicator" for node_id in spans)


def test_a_project_without_dates_spans_its_action_items() -> None:
    plan = small_plan()
    heat = plan.nodes[named(plan, "Project heat")]
    item = plan.nodes[named(plan, "Project map")]._replace(id="item", kind="action_item", parent_id=heat.id)
    nodes = {**plan.nodes, "item": item}
    plan = Plan(plan.template, nodes, {**plan.children, heat.id: ("item",)}, plan.root_id)
    plan = apply(plan, set_value(plan, "item", "end_on", "", date(2027, 4, 30)))
    assert spans_of_plan(plan)[heat.id] == Span(date(2026, 10, 1), date(2027, 4, 30), "below")


# --- what is wrong with a span --------------------------------------------------------------------------------


def test_a_span_that_ends_before_it_starts_says_so_and_still_has_two_ends() -> None:
    slip = Span(date(2026, 5, 1), date(2025, 5, 1))
    assert slip.is_reversed
    assert (slip.first_on, slip.last_on) == (date(2025, 5, 1), date(2026, 5, 1))
    assert not Span(date(2026, 5, 1), date(2026, 5, 1)).is_reversed
    assert spans_of_plan(dated(small_plan(), "Project map", *slip[:2]))[named(small_plan(), "Water")][:2] == (
        date(2024, 10, 1),
        date(2026, 9, 30),
    )


def test_days_before_and_behind_the_plan_are_outside() -> None:
    days = plan_days(small_plan())
    assert days == (date(2024, 10, 1), date(2029, 9, 30))
    assert not is_outside(Span(*days), days)
    assert is_outside(Span(date(2024, 9, 30), days[1]), days)
    assert is_outside(Span(days[0], date(2029, 10, 1)), days)


def test_the_years_shown_hold_all_spans_but_no_slip_of_the_key() -> None:
    plan = small_plan()
    assert years_around(plan, [], 5) == tuple(range(2568, 2573))
    spans = [Span(date(2023, 12, 1), date(2025, 1, 1)), Span(date(2025, 1, 1), date(2030, 1, 1))]
    assert years_around(plan, spans, 5) == tuple(range(2567, 2574))
    slips = [Span(date(1925, 1, 1), date(2125, 1, 1))]
    assert years_around(plan, slips, 5) == tuple(range(2563, 2578))


def test_months_are_counted_as_the_calendar_has_them() -> None:
    assert Span(date(2026, 5, 5), date(2026, 5, 20)).months == 1
    assert Span(date(2026, 5, 31), date(2026, 6, 1)).months == 2
    assert Span(date(2026, 10, 1), date(2025, 10, 1)).months == 13


def test_nodes_with_and_without_a_date_are_counted() -> None:
    spans = spans_of_plan(small_plan())
    names = ("Project dredge", "Project gauge", "Project heat", "Project map")
    assert count_by_basis(spans, [named(small_plan(), name) for name in names]) == (1, 3)


# --- the calendar ---------------------------------------------------------------------------------------------


def test_the_fiscal_year_has_four_quarters_from_october() -> None:
    assert quarters_of_year(2568) == (
        (date(2024, 10, 1), date(2024, 12, 31)),
        (date(2025, 1, 1), date(2025, 3, 31)),
        (date(2025, 4, 1), date(2025, 6, 30)),
        (date(2025, 7, 1), date(2025, 9, 30)),
    )


@given(DAYS)
def test_every_day_lies_in_the_quarter_that_is_named_for_it(day: date) -> None:
    quarters = quarters_of_year(fiscal_year_of(day))
    start_on, end_on = quarters[fiscal_quarter_of(day) - 1]
    assert start_on <= day <= end_on


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 9, 30), 1, date(2026, 10, 30)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 1), 13, date(2028, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_there_is(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_the_last_of_a_month_goes_to_the_last_of_another() -> None:
    assert months_later(date(2026, 9, 30), 1, keeps_month_end=True) == date(2026, 10, 31)
    assert months_later(date(2026, 9, 29), 1, keeps_month_end=True) == date(2026, 10, 29)


@given(DAYS, st.integers(-50, 50))
def test_later_by_months_and_back_is_in_the_same_month(day: date, months: int) -> None:
    back = months_later(months_later(day, months), -months)
    assert (back.year, back.month) == (day.year, day.month)


def test_the_nearest_first_of_a_month() -> None:
    assert nearest_month_start(date(2026, 5, 10)) == date(2026, 5, 1)
    assert nearest_month_start(date(2026, 12, 20)) == date(2027, 1, 1)


# --- moving ---------------------------------------------------------------------------------------------------

SPRING = Span(date(2026, 3, 1), date(2026, 5, 31))


def test_a_span_moves_whole_or_by_one_end() -> None:
    assert move_span(SPRING, "whole", 1) == Span(date(2026, 4, 1), date(2026, 6, 30))
    assert move_span(SPRING, "start", -2) == Span(date(2026, 1, 1), date(2026, 5, 31))
    assert move_span(SPRING, "end", 1) == Span(date(2026, 3, 1), date(2026, 6, 30))
    assert move_span_days(SPRING, "whole", 3) == Span(date(2026, 3, 4), date(2026, 6, 3))
    assert move_span_days(SPRING, "end", -1) == Span(date(2026, 3, 1), date(2026, 5, 30))
    assert move_span_days(SPRING, "start", 1) == Span(date(2026, 3, 2), date(2026, 5, 31))


def test_an_end_never_passes_the_other() -> None:
    assert move_span(SPRING, "start", 6) == Span(date(2026, 5, 1), date(2026, 5, 31))
    assert move_span_days(SPRING, "end", -200) == Span(date(2026, 3, 1), date(2026, 3, 31))


def test_snapping_goes_by_whole_months() -> None:
    ragged = Span(date(2026, 3, 10), date(2026, 5, 20))
    assert snap_span(ragged, "start", 2) == Span(date(2026, 3, 1), date(2026, 5, 20))
    assert snap_span(ragged, "end", 2) == Span(date(2026, 3, 10), date(2026, 5, 31))
    assert snap_span(ragged, "end", -200) == Span(date(2026, 3, 10), date(2026, 3, 31))
    assert snap_span(ragged, "whole", 40) == Span(date(2026, 4, 10), date(2026, 6, 20))
    assert snap_span(ragged, "whole", 10) == ragged


def test_a_day_that_nobody_gave_stays_open_unless_it_is_moved_itself() -> None:
    open_end = SPRING._replace(basis="start")
    assert move_span(open_end, "whole", 1).known_days == (date(2026, 4, 1), None)
    assert snap_span(open_end, "start", -30).known_days == (date(2026, 2, 1), None)
    assert move_span(open_end, "end", 1).known_days == (date(2026, 3, 1), date(2026, 6, 30))
    open_start = SPRING._replace(basis="end")
    assert move_span(open_start, "whole", 1).known_days == (None, date(2026, 6, 30))
    assert move_span(open_start, "start", 1).known_days == (date(2026, 4, 1), date(2026, 5, 31))
    money = SPRING._replace(basis="money")
    assert move_span(money, "whole", 0).known_days == (date(2026, 3, 1), date(2026, 5, 31))


PARTS: tuple[SpanPart, ...] = ("start", "end", "whole")


@given(DAYS, st.integers(0, 900), st.sampled_from(PARTS), st.floats(-2000, 2000))
def test_whatever_is_dragged_starts_before_it_ends(
    day: date, length: int, part: SpanPart, days: float
) -> None:
    before = Span(day, date.fromordinal(day.toordinal() + length))
    assert not snap_span(before, part, days).is_reversed
    assert not move_span_days(before, part, round(days)).is_reversed
