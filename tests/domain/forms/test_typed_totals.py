"""Typed sums are compared with what the rows add up to, line by line."""

from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.domain.forms.resolved import SummaryLine
from success_desktop.domain.forms.typed_totals import (
    TotalsCheck,
    TypedFigure,
    TypedLine,
    check_typed_totals,
)
from success_desktop.domain.plan import Plan
from tests.form_plans import (
    CITY_PLAN,
    ISSUE_PLAN,
    NEW_FORMS,
    OLD_FORMS,
    STRATEGY_PLAN,
    filled,
    plan_of,
    project,
    strategy_plan,
    thing,
)
from tests.services.imports import result


def typed(line: SummaryLine, row: int) -> TypedLine:
    """A line of a right summary as somebody would type it."""
    if line.group is None:
        label = "รวมทั้งสิ้น"
    elif line.role == "subtotal":
        label = "รวม"
    else:
        label = f"{line.group.label.th} {line.group.texts['th']}"
    pairs = {year: TypedFigure(Decimal(one.count), one.baht) for year, one in line.by_year.items()}
    if line.role == "group":
        return TypedLine(row, label, {}, TypedFigure())
    return TypedLine(row, label, pairs, TypedFigure(Decimal(line.all_years.count), line.all_years.baht))


def right_lines(plan: Plan, name: str = OLD_FORMS) -> list[TypedLine]:
    return [typed(line, row) for row, line in enumerate(filled(plan, "p01", name).summary, 3)]


def check(plan: Plan, *lines: TypedLine, name: str = OLD_FORMS) -> TotalsCheck:
    return check_typed_totals(filled(plan, "p01", name), lines)


def line(label: str, row: int = 1, baht: int | None = None, count: int | None = None) -> TypedLine:
    """A line with figures of 2566 alone."""
    pair = TypedFigure(None if count is None else Decimal(count), None if baht is None else Decimal(baht))
    return TypedLine(row, label, {} if pair == TypedFigure() else {2566: pair})


@pytest.mark.parametrize("name", [OLD_FORMS, NEW_FORMS])
def test_a_summary_typed_right_agrees_in_every_figure(name: str) -> None:
    plan = strategy_plan()
    lines = right_lines(plan, name)
    found = check(plan, *lines, name=name)
    assert (found.disagreements, found.unknown, found.missing) == ((), (), ())
    assert found.agreeing == 12 * sum(one.has_figures for one in lines)


def test_each_wrong_figure_is_named_with_what_is_right() -> None:
    plan = strategy_plan()
    wrong = line("(1) แผนงานการเกษตร", row=9, baht=8, count=1)
    (baht, count) = sorted(check(plan, wrong).disagreements, key=lambda one: one.what)
    assert (baht.row, baht.label, baht.year_be, baht.what) == (9, "(1) แผนงานการเกษตร", 2566, "baht")
    assert (baht.typed, baht.computed) == (Decimal(8), Decimal(0))
    assert (count.typed, count.computed) == (Decimal(1), Decimal(0))


def test_the_real_sum_that_left_a_year_out_is_found(shared_data: Path) -> None:
    plan = result(plan_of(STRATEGY_PLAN), shared_data / "p02_rows_nakhonsawan.csv")
    lines = right_lines(plan)
    sums = [place for place, one in enumerate(lines) if one.label == "รวม"]
    as_printed = TypedFigure(Decimal(129), Decimal(93_590_000))
    old = lines[sums[1]]
    lines[sums[1]] = TypedLine(old.row, old.label, old.by_year, as_printed)
    found = check(plan, *lines)
    assert [(one.what, one.year_be, one.typed, one.computed) for one in found.disagreements] == [
        ("count", None, Decimal(129), Decimal(162)),
        ("baht", None, Decimal(93_590_000), Decimal(121_000_000)),
    ]
    assert "สวัสดิการสังคม" in found.disagreements[0].label


@pytest.mark.parametrize(
    "label",
    [
        "(2) แผนงานการเกษตร",
        "แผนงานการเกษตร",
        "- การเกษตร",
        "1.1.2 แผนงาน การเกษตร",
        "แผนงานที่ 2 การเกษตร",
        "Budget programme: การเกษตร",
    ],
)
def test_numbering_and_the_words_of_a_level_do_not_hide_a_name(label: str) -> None:
    found = check(strategy_plan(), line(label, baht=0))
    assert (found.agreeing, found.unknown) == (1, ())


def test_one_name_under_two_tactics_is_that_of_the_tactic_it_stands_below() -> None:
    plan = strategy_plan()
    first = [line("1.1 กลยุทธ์ ป้องกันโรค"), line("แผนงานสาธารณสุข", baht=150)]
    second = [line("1.2 กลยุทธ์ ออกกำลังกาย"), line("แผนงานสาธารณสุข", baht=0)]
    assert check(plan, *first, *second).disagreements == ()
    assert check(plan, *second, *first).disagreements == ()
    assert len(check(plan, second[0], first[1]).disagreements) == 1


def test_without_tactics_the_same_name_means_the_next_of_them() -> None:
    plan = strategy_plan()
    found = check(plan, line("แผนงานสาธารณสุข", baht=150), line("แผนงานสาธารณสุข", baht=0))
    assert (found.disagreements, found.agreeing) == ((), 2)


@pytest.mark.parametrize("label", ["รวมทั้งสิ้น", "รวมทั้งหมด 3 แผนงาน", "Grand total"])
def test_the_total_is_that_of_the_whole_form(label: str) -> None:
    plan = strategy_plan()
    assert check(plan, line("น้ำ"), line(label, baht=150)).disagreements == ()
    assert check(plan, line(label, baht=151)).disagreements[0].computed == Decimal(150)


def test_a_sum_is_that_of_the_strategy_it_closes() -> None:
    plan = strategy_plan()
    assert check(plan, line("แผนงานการเกษตร", baht=0), line("รวม", baht=150)).disagreements == ()
    assert check(plan, line("2. น้ำ"), line("รวม", baht=0)).disagreements == ()
    assert check(plan, line("รวมยุทธศาสตร์ด้านสุขภาพ", baht=150)).disagreements == ()


def test_a_sum_before_any_group_is_that_of_the_whole() -> None:
    assert check(strategy_plan(), line("รวม", baht=150)).disagreements == ()


def test_a_sum_without_levels_that_end_with_one_is_that_of_the_outermost_group() -> None:
    plan = plan_of(
        ISSUE_PLAN,
        thing("development_issue", "น้ำ", project("ก", {2566: 4})),
        thing("development_issue", "ป่า", project("ข", {2566: 5})),
    )
    found = check(plan, line("ป่า", baht=5), line("รวม", baht=5), line("Total", baht=4), name=NEW_FORMS)
    assert [(one.label, one.computed) for one in found.disagreements] == [("Total 2 ป่า", Decimal(5))]


def test_lines_with_figures_that_the_plan_does_not_know_are_listed_headings_are_not() -> None:
    strange = line("แผนงานอวกาศ", baht=1)
    found = check(strategy_plan(), line("ยุทธศาสตร์อวกาศ"), strange)
    assert found.unknown == (strange,)
    assert found.disagreements == ()


def test_groups_with_money_that_no_line_names_are_missing() -> None:
    found = check(strategy_plan(), line("1. ยุทธศาสตร์ด้านสุขภาพ"), line("แผนงานสาธารณสุข", baht=150))
    assert [group.texts["th"] for group in found.missing] == [
        "แผนงานการเกษตร",
        "แผนงานสาธารณสุข",
        "น้ำ",
        "เคหะและชุมชน",
    ]


def test_a_level_that_the_summary_leaves_out_is_not_missing() -> None:
    found = check(strategy_plan(), line("ยุทธศาสตร์ด้านสุขภาพ", baht=150), line("น้ำ", baht=0))
    assert (found.missing, found.agreeing) == ((), 2)


def test_a_group_without_money_may_be_left_out() -> None:
    plan = plan_of(
        ISSUE_PLAN,
        thing("development_issue", "น้ำ", project("ก", {2566: 4})),
        thing("development_issue", "ป่า", project("ข")),
    )
    assert check(plan, line("น้ำ", baht=4), name=NEW_FORMS).missing == ()


def test_figures_of_years_that_the_plan_does_not_have_must_be_nought() -> None:
    plan = strategy_plan()
    for baht, count in ((0, 0), (5, 1)):
        late = TypedLine(1, "น้ำ", {2599: TypedFigure(None, Decimal(baht))})
        assert len(check(plan, late).disagreements) == count


def test_the_words_of_levels_alone_are_no_name() -> None:
    plan = plan_of(
        CITY_PLAN,
        thing("strategic_issue", "น้ำ", thing("goal", "ก", thing("approach", "ข", project("ค", {2566: 1})))),
    )
    lonely = line("1.1 กลยุทธ์", baht=3)
    assert check(plan, lonely).unknown == (lonely,)
