"""What the timeline says."""

from datetime import date

import pytest

from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.timespans import Span, span_of_node, spans_of_plan
from success_desktop.i18n import _
from success_desktop.ui.figures.timeline_words import (
    bar_label,
    days_text,
    make_bar,
    months_text,
    spoken_row,
    tooltip_of,
)
from tests.plans import named, small_plan


def with_dates(name, start_on, end_on):
    """The small plan with dates for a project, and that project's bar."""
    plan = small_plan()
    node_id = named(plan, name)
    for field, day in (("start_on", start_on), ("end_on", end_on)):
        plan = apply(plan, set_value(plan, node_id, field, "", day))
    return plan, bar_of(plan, node_id)


def bar_of(plan, node_id):
    return make_bar(plan, plan.nodes[node_id], spans_of_plan(plan).get(node_id))


@pytest.mark.parametrize(
    ("start_on", "end_on", "thai", "english"),
    [
        (date(2024, 10, 1), date(2025, 9, 30), "ต.ค. 67 – ก.ย. 68", "Oct 2024 – Sep 2025"),
        (date(2025, 1, 1), date(2025, 3, 31), "ม.ค. – มี.ค. 68", "Jan – Mar 2025"),
        (date(2025, 1, 5), date(2025, 1, 20), "ม.ค. 68", "Jan 2025"),
    ],
)
def test_months_are_told_once(start_on, end_on, thai, english):
    span = Span(start_on, end_on)
    assert (months_text(span, "th"), months_text(span, "en")) == (thai, english)


def test_days_are_told_in_the_era_of_the_language():
    span = Span(date(2024, 10, 1), date(2025, 9, 30))
    assert days_text(span, "th") == "1 ต.ค. 67 – 30 ก.ย. 68"
    assert days_text(span, "en") == "1 Oct 2024 – 30 Sep 2025"


def test_a_bar_bears_its_months_or_its_days():
    plan, bar = with_dates("Project map", date(2027, 1, 1), date(2027, 3, 31))
    assert bar_label(plan, bar, "th", with_days=False) == "ม.ค. – มี.ค. 70"
    assert bar_label(plan, bar, "th", with_days=True) == "1 ม.ค. 70 – 31 มี.ค. 70"


def test_money_without_dates_is_told_by_its_years():
    plan = small_plan()
    bar = bar_of(plan, named(plan, "Project map"))
    assert bar_label(plan, bar, "en", with_days=False) == "No dates · money in 2027"
    plan = apply(plan, set_value(plan, bar.node_id, "budget", "2572:codi", plan.root.number("first_year")))
    assert "2570–2572" in bar_label(plan, bar_of(plan, bar.node_id), "th", with_days=False)


def test_an_open_end_is_told():
    plan, bar = with_dates("Project map", date(2027, 1, 15), None)
    assert bar_label(plan, bar, "en", with_days=False) == "From Jan 2027 · no end yet"
    assert bar_label(plan, bar, "en", with_days=True) == "From 15 Jan 2027 · no end yet"
    plan, bar = with_dates("Project map", None, date(2027, 1, 15))
    assert bar_label(plan, bar, "en", with_days=False) == "Until Jan 2027 · no start yet"
    assert bar_label(plan, bar, "en", with_days=True) == "Until 15 Jan 2027 · no start yet"


def test_nothing_known_is_told_for_a_project_and_not_for_a_head():
    plan = small_plan()
    heat = named(plan, "Project heat")
    assert bar_label(plan, bar_of(plan, heat), "en", with_days=False) == "No dates yet"
    assert spoken_row(plan, bar_of(plan, heat), "en") == "No dates yet"
    approach = bar_of(plan, plan.nodes[heat].parent_id)
    assert bar_label(plan, approach, "en", with_days=False) == ""
    assert bar_label(plan, bar_of(plan, named(plan, "Water")), "en", with_days=False) == ""


def test_dates_to_be_checked_say_why():
    plan, slip = with_dates("Project map", date(2027, 3, 1), date(2027, 1, 1))
    assert slip.is_faulty
    assert bar_label(plan, slip, "en", with_days=False).endswith("ends before it starts")
    plan, late = with_dates("Project map", date(2027, 3, 1), date(2031, 1, 1))
    assert bar_label(plan, late, "en", with_days=False).endswith("outside the plan’s years")
    assert spoken_row(plan, late, "en") == "1 March 2027 to 1 January 2031, outside the plan’s years"


def test_heads_are_never_blamed():
    plan, _bar = with_dates("Project map", date(2027, 3, 1), date(2031, 1, 1))
    head = bar_of(plan, named(plan, "Water"))
    assert head.is_outside
    assert not head.is_faulty


def test_a_row_is_spoken_with_days_and_status():
    plan = small_plan()
    dredge = bar_of(plan, named(plan, "Project dredge"))
    assert spoken_row(plan, dredge, "en") == "From 1 Oct 2024 · no end yet, In progress"
    issue = bar_of(plan, named(plan, "Water"))
    assert spoken_row(plan, issue, "en") == "1 October 2024 to 30 September 2027"


def test_the_tooltip_tells_name_dates_duration_status_budget_and_agencies():
    plan, bar = with_dates("Project dredge", date(2024, 10, 1), date(2026, 3, 31))
    assert tooltip_of(plan, bar, "en").splitlines() == [
        "Project: Project dredge",
        "1 Oct 2024 – 31 Mar 2026 · 18 months",
        "In progress",
        "Budget 2,200,000 baht",
        "Engineering Division",
    ]


def test_the_tooltip_of_a_head_sums_what_is_below():
    plan = small_plan()
    lines = tooltip_of(plan, bar_of(plan, named(plan, "Water")), "en").splitlines()
    assert "Budget 2,590,000 baht" in lines
    assert lines[0] == "Strategic issue: Water"


def test_the_tooltip_of_what_has_no_money_leaves_it_out():
    plan = small_plan()
    heat = named(plan, "Project heat")
    assert tooltip_of(plan, bar_of(plan, heat), "th").splitlines()[1:] == [_("No dates yet")]
    assert span_of_node(plan.template, plan.nodes[heat]) is None
