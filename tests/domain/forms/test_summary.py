"""ผ.01: what the rows of every group add up to, and how many hold money."""

from decimal import Decimal
from pathlib import Path

from success_desktop.domain.forms.resolved import Figure, ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.forms.summary import add_figures, figures_of_groups
from tests.form_plans import (
    CITY_PLAN,
    ISSUE_PLAN,
    NEW_FORMS,
    OLD_FORMS,
    STRATEGY_PLAN,
    filled,
    form_set,
    plan_of,
    project,
    strategy_plan,
    thing,
)
from tests.services.imports import result


def told(form: ResolvedForm) -> list[tuple[str, str, int, int]]:
    """Each line: what it is, its name, and over all years how many and how much."""
    return [
        (
            line.role,
            line.group.texts["th"] if line.group else "",
            line.all_years.count,
            int(line.all_years.baht),
        )
        for line in form.summary
    ]


def test_every_level_has_its_lines_with_sums_of_strategies_and_the_whole() -> None:
    assert told(filled(strategy_plan(), "p01")) == [
        ("group", "ยุทธศาสตร์ด้านสุขภาพ", 0, 0),
        ("group", "ป้องกันโรค", 0, 0),
        ("figures", "แผนงานสาธารณสุข", 3, 350),
        ("figures", "แผนงานการเกษตร", 1, 7),
        ("group", "ออกกำลังกาย", 0, 0),
        ("figures", "แผนงานสาธารณสุข", 1, 1_000),
        ("subtotal", "ยุทธศาสตร์ด้านสุขภาพ", 5, 1_357),
        ("group", "น้ำ", 0, 0),
        ("group", "ระบายน้ำ", 0, 0),
        ("figures", "เคหะและชุมชน", 1, 30),
        ("subtotal", "น้ำ", 1, 30),
        ("total", "", 6, 1_387),
    ]


def test_the_years_stand_apart() -> None:
    figures = filled(strategy_plan(), "p01").summary[2]
    assert figures.by_year == {
        2566: Figure(2, Decimal(150)),
        2567: Figure(1, Decimal(200)),
        2568: Figure(),
        2569: Figure(),
        2570: Figure(),
    }


def test_projects_for_coordination_are_not_summed() -> None:
    assert filled(strategy_plan(), "p01").summary[-1].all_years.baht == 1_387


def test_the_newer_forms_sum_by_development_issue() -> None:
    assert told(filled(strategy_plan(), "p01", NEW_FORMS)) == [
        ("figures", "ยุทธศาสตร์ด้านสุขภาพ", 5, 1_357),
        ("figures", "น้ำ", 1, 30),
        ("total", "", 6, 1_387),
    ]


def test_without_programmes_the_next_level_outwards_has_the_figures() -> None:
    issue = thing(
        "strategic_issue", "น้ำ", thing("goal", "เป้า", thing("approach", "ทาง", project("ก", {2566: 9})))
    )
    assert told(filled(plan_of(CITY_PLAN, issue), "p01")) == [
        ("group", "น้ำ", 0, 0),
        ("figures", "ทาง", 1, 9),
        ("subtotal", "น้ำ", 1, 9),
        ("total", "", 1, 9),
    ]


def test_an_empty_plan_has_an_empty_summary() -> None:
    assert filled(plan_of(STRATEGY_PLAN), "p01").summary == ()


def test_rows_without_any_level_have_their_total_alone() -> None:
    own = form_set().forms["p01"].model_copy(update={"levels": ("tactic",), "subtotals": ()})
    chosen = form_set().model_copy(update={"forms": {"p01": own}})
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", {2566: 9})))
    assert told(resolve_form(chosen, "p01", plan)) == [("total", "", 1, 9)]


def test_a_nought_is_no_money_and_no_row_counts_for_it() -> None:
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", {2566: 0, 2567: 5})))
    total = filled(plan, "p01", NEW_FORMS).summary[-1]
    assert [total.by_year[year].count for year in (2566, 2567)] == [0, 1]
    assert total.all_years.count == 1


def test_over_all_years_a_form_may_count_rows_once() -> None:
    own = form_set().forms["p01"].model_copy(update={"years_counted": False})
    chosen = form_set().model_copy(update={"forms": {"p01": own}})
    assert resolve_form(chosen, "p01", strategy_plan()).summary[-1].all_years.count == 6
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", {2566: 1, 2567: 5})))
    assert resolve_form(chosen, "p01", plan).summary[-1].all_years.count == 1
    assert filled(plan, "p01").summary[-1].all_years.count == 2


def test_the_figures_of_every_group_are_those_of_its_rows() -> None:
    form = filled(strategy_plan(), "p02")
    for key, (group, figures) in figures_of_groups(form).items():
        rows = [row for row in form.rows if row.groups[group.depth].key == key]
        assert figures == add_figures(form, rows)
    assert len(figures_of_groups(form)) == 2 + 3 + 4


def test_the_real_strategy_that_was_printed_wrong_adds_up_right(shared_data: Path) -> None:
    """It was printed as 129 projects and 93,590,000 baht: the last year had been left out."""
    plan = result(plan_of(STRATEGY_PLAN), shared_data / "p02_rows_nakhonsawan.csv")
    sums = [line for line in filled(plan, "p01").summary if line.role == "subtotal"]
    wrong = sums[1]
    assert wrong.all_years == Figure(162, Decimal(121_000_000))
    first_four = [wrong.by_year[year] for year in (2566, 2567, 2568, 2569)]
    assert sum(figure.count for figure in first_four) == 129
    assert sum(figure.baht for figure in first_four) == Decimal(93_590_000)
    assert filled(plan, "p01").summary[-1].all_years.baht == Decimal(521_081_200)


def test_both_generations_add_up_to_the_same_whatever_the_template(shared_data: Path) -> None:
    for of in (STRATEGY_PLAN, ISSUE_PLAN, CITY_PLAN):
        plan = result(plan_of(of), shared_data / "p02_rows_nakhonsawan.csv")
        totals = [filled(plan, "p01", name).summary[-1] for name in (OLD_FORMS, NEW_FORMS)]
        assert totals[0] == totals[1]
        assert totals[0].all_years == Figure(470, Decimal(521_081_200))


def test_sums_of_the_innermost_lines_are_the_total_in_every_year() -> None:
    for name in (OLD_FORMS, NEW_FORMS):
        lines = filled(strategy_plan(), "p01", name).summary
        figures = [line for line in lines if line.role == "figures"]
        for year, total in lines[-1].by_year.items():
            assert sum(line.by_year[year].baht for line in figures) == total.baht
            assert sum(line.by_year[year].count for line in figures) == total.count
