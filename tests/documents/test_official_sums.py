"""What the official forms carry: long texts whole, sums to the baht, and no field lost between the generations."""

import pytest

from success_desktop.documents.outline_blocks import TotalRow
from success_desktop.documents.outline_passages import list_rows
from success_desktop.domain.edits import Edit, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from tests.documents.official_plans import (
    ISSUE_TEMPLATE,
    STRATEGY_TEMPLATE,
    YEARS_2566,
    YEARS_2571,
    form,
    group,
    one_strategy,
    plan_2566,
    plan_2571,
    project,
)
from tests.documents.outline_reading import find_totals, read_cells, read_total
from tests.plans import counted_ids, template


def test_a_long_cell_leaves_whole():
    """The longest target of a real plan has 2,426 characters in 24 lines."""
    lines = [
        f"{number}. ถนนเลียบคลองช่วงที่ {number} " + "ผิวจราจร คสล. หนา 0.15 ม. " * 4 for number in range(1, 25)
    ]
    target = "\n".join(line.strip() for line in lines)
    assert len(target) > 2_400
    table = form(plan_2566(one_strategy(project("ถนน", {2568: 77_000_000}, target={"th": target}))))
    (row,) = list_rows(table)
    assert [(phrase.text, phrase.mark) for phrase in row.cells[3]] == [(target, "")]


def test_sums_of_ten_digits_are_printed_in_full():
    plan = plan_2566(one_strategy(*(project(name, {2566: 737_613_000}) for name in "กข")))
    assert read_total(find_totals(form(plan))[0])[1] == "1,475,226,000"


def big_budget(number: int, years: tuple[int, ...]) -> dict[int, int]:
    """A budget for the project with this number: in one year only, in some, in all, or in none, as in real plans."""
    chosen = {0: years[:1], 1: years, 2: years[1:4], 3: ()}[number % 4]
    return {year: 10_000 * number + year - 2500 for year in chosen}


def sums_of(numbers: range, years: tuple[int, ...]) -> tuple[list[str], list[str], int]:
    """What must be printed for these projects: the sums by year, the projects with money by year, the sum of all."""
    budgets = [big_budget(number, years) for number in numbers]
    held = [[budget[year] for budget in budgets if year in budget] for year in years]
    return (
        [f"{sum(amounts):,}" if amounts else "-" for amounts in held],
        [str(len(amounts)) if amounts else "-" for amounts in held],
        sum(map(sum, held)),
    )


def test_a_hundred_and_twenty_projects_add_up_below_each_programme_and_below_all():
    numbers = iter(range(120))
    strategies = tuple(
        group("strategy", f"ยุทธศาสตร์ {one}", *(
            group("tactic", f"กลยุทธ์ {two}", *(
                group("programme", f"แผนงาน {three}", *(
                    project(f"โครงการ {number}", big_budget(number, YEARS_2566))
                    for number in (next(numbers) for _ in range(10))
                ))
                for three in range(3)
            ))
            for two in range(2)
        ))
        for one in range(2)
    )  # fmt: skip
    table = form(plan_2566(*strategies))
    printed = [read_total(row) for row in find_totals(table)]
    assert len(list(list_rows(table))) == 120
    for place in range(12):
        sums, counts, overall = sums_of(range(place * 10, place * 10 + 10), YEARS_2566)
        assert printed[2 * place] == ["รวมงบประมาณ", *sums, f"รวม 5 ปี {overall:,} บาท"]
        assert printed[2 * place + 1] == ["รวมจำนวนโครงการ (10 โครงการ)", *counts, ""]
    sums, counts, overall = sums_of(range(120), YEARS_2566)
    assert printed[24:] == [
        ["รวมงบประมาณทั้งสิ้น", *sums, f"รวม 5 ปี {overall:,} บาท"],
        ["รวมจำนวนโครงการ (120 โครงการ)", *counts, ""],
    ]


def test_a_hundred_and_twenty_projects_add_up_below_each_development_issue():
    issues = (
        group(
            "development_issue",
            f"ประเด็น {place}",
            *(
                project(f"โครงการ {number}", big_budget(number, YEARS_2571))
                for number in range(place * 40, place * 40 + 40)
            ),
        )
        for place in range(3)
    )
    *subtotals, grand = find_totals(form(plan_2571(*issues)))
    for place, row in enumerate(subtotals):
        sums, _counts, overall = sums_of(range(place * 40, place * 40 + 40), YEARS_2571)
        assert read_total(row) == ["รวม 40 โครงการ", *sums, f"รวม 5 ปี {overall:,} บาท"]
    sums, _counts, overall = sums_of(range(120), YEARS_2571)
    assert grand.is_grand
    assert read_total(grand) == [
        "รวมงบประมาณทั้งสิ้น (120 โครงการ)", *sums, f"รวม 5 ปี {overall:,} บาท",
    ]  # fmt: skip


def test_a_year_without_money_is_blank_in_a_row_a_dash_in_a_sum_and_nought_stays_nought():
    table = form(plan_2566(one_strategy(project("ก", {2567: 0}), project("ข", {2568: 500}))))
    assert [row[4:9] for row in read_cells(table)] == [["", "0", "", "", ""], ["", "", "500", "", ""]]
    sums, counts = (read_total(row) for row in find_totals(table)[:2])
    assert sums[1:6] == ["-", "0", "500", "-", "-"]
    assert counts[1:6] == ["-", "1", "1", "-", "-"]


def test_every_line_of_sums_fills_the_width_of_the_table():
    for make, years in ((plan_2566, YEARS_2566), (plan_2571, YEARS_2571)):
        children = (
            one_strategy(project("ก", {years[0]: 1}))
            if make is plan_2566
            else group("development_issue", "น้ำ", project("ก", {years[0]: 1}))
        )
        table = form(make(children))
        totals = [row for row in table.rows if isinstance(row, TotalRow)]
        assert {sum(span for _phrases, span in row.cells) for row in totals} == {len(table.columns)}
        assert {row.cells[0][1] for row in totals} == {4}  # the label spans the columns before the money


def full_project() -> Seed:
    """A project with something in every text that any form prints."""
    fields = ("objective", "target", "kpi", "expected_result", "place", "reason", "note")
    return project("ขุดคลอง", {2571: 500}, **{field: {"th": f"ข้อความ {field}"} for field in fields})


def moved(plan: Plan, name: str) -> Plan:
    """The projects of a plan, value for value, in a new plan of another template."""
    parents = {
        "ldp-2566-strategy": ("strategy", "tactic", "programme"),
        "ldp-2571-issue": ("development_issue",),
        "success-strategic-plan": ("strategic_issue", "goal", "approach"),
    }
    values: list[Edit] = []
    seed = Seed(kind="project")
    for kind in reversed(parents[name]):
        seed = group(kind, "กลุ่ม", seed)
    base = template(name)
    new = apply(Plan(base, {}, {}), sow_plan(base, Seed(kind="plan", children=(seed,)), counted_ids()))
    old = next(node for node in plan.walk() if node.kind == "project")
    target = next(node for node in new.walk() if node.kind == "project")
    for field in old.fields:
        values.extend(SetValue(target.id, field, part, None, atom) for part, atom in old.parts(field).items())
    return apply(new, values)


@pytest.mark.parametrize("name", [STRATEGY_TEMPLATE, ISSUE_TEMPLATE, "success-strategic-plan"])
def test_a_project_keeps_every_field_in_every_template(name):
    """The form of 2571 does not print the indicator, but a plan of its template keeps it."""
    plan = plan_2571(group("development_issue", "น้ำ", full_project()))
    before, after = (
        next(node for node in one.walk() if node.kind == "project") for one in (plan, moved(plan, name))
    )
    assert after.fields == before.fields
    assert set(after.fields) <= set(template(name).kind("project").fields)


def test_an_indicator_kept_under_the_form_of_2571_is_printed_again_by_that_of_2566():
    plan = plan_2571(group("development_issue", "น้ำ", full_project()))
    hidden, shown = form(plan), form(moved(plan, STRATEGY_TEMPLATE))
    assert not any("ข้อความ kpi" in cell for row in read_cells(hidden) for cell in row)
    assert [cell for row in read_cells(shown) for cell in row if "kpi" in cell] == ["ข้อความ kpi"]
