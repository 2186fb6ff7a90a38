"""A form filled with a plan: its rows, in printed order, with numbers and groups, from any of the plan templates."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.domain.edits import MoveNode, apply, place_among
from success_desktop.domain.forms.resolved import FormOptions
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from tests.form_plans import (
    CITY_PLAN,
    FORM_SETS,
    ISSUE_PLAN,
    NEW_FORMS,
    OLD_FORMS,
    STRATEGY_PLAN,
    TEMPLATES,
    filled,
    form_set,
    names_in,
    plan_of,
    project,
    strategy_plan,
    thing,
)
from tests.plans import named
from tests.services.imports import result


def test_each_row_stands_in_the_list_that_it_says_and_in_that_of_the_authority_s_own_if_it_says_nothing() -> (
    None
):
    plan = strategy_plan()
    assert names_in(filled(plan, "p02"), plan) == ["วัคซีน", "สมุนไพร", "สนามกีฬา", "ท่อ", "ไม่มีเงิน"]
    assert names_in(filled(plan, "p02-1"), plan) == ["อสม."]
    assert names_in(filled(plan, "p02-2"), plan) == ["เขื่อน"]
    assert names_in(filled(plan, "p03"), plan) == ["เครื่องสูบน้ำ"]


def test_numbers_begin_anew_in_every_innermost_group() -> None:
    assert [row.number for row in filled(strategy_plan(), "p02").rows] == ["1", "1", "1", "1", "2"]
    assert [row.number for row in filled(strategy_plan(), "p02", NEW_FORMS).rows] == ["1", "2", "3", "1", "2"]


def test_a_form_without_levels_numbers_all_its_rows() -> None:
    items = tuple(thing("equipment", f"ชิ้นที่ {number}") for number in range(3))
    plan = plan_of(STRATEGY_PLAN, Seed(kind="equipment_list", children=items))
    assert [row.number for row in filled(plan, "p03").rows] == ["1", "2", "3"]


def test_money_of_a_row_is_added_up_over_its_sources() -> None:
    mixed = thing("project", "ผสม", budget={2566: {"ordinance": 100, "loan": 50}, 2568: {"loan": 7}})
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", mixed))
    form = filled(plan, "p02", NEW_FORMS)
    assert list(form.budgets.values()) == [{2566: Decimal(150), 2568: Decimal(7)}]


def test_money_that_is_not_by_year_is_not_added_up() -> None:
    own = form_set().forms["p02"].model_copy(update={"money": ("kpi", "of_no_template", "budget")})
    chosen = form_set().model_copy(update={"forms": {"p02": own}})
    plan = strategy_plan()
    assert resolve_form(chosen, "p02", plan).budgets == filled(plan, "p02").budgets


@pytest.mark.parametrize("name", FORM_SETS)
@pytest.mark.parametrize("of", TEMPLATES)
def test_a_plan_of_any_template_fills_every_form(of: str, name: str) -> None:
    plan = _plan_with_one_project(of)
    for form in form_set(name).forms:
        found = filled(plan, form, name, FormOptions(fiscal_year_be=2566))
        assert len(found.rows) == (form in ("p01", "p02", "pd02", "alignment"))


def _plan_with_one_project(of: str) -> Plan:
    row = project("ขุดลอก", {2566: 10}, programme="agriculture")
    if of == STRATEGY_PLAN:
        return plan_of(of, thing("strategy", "น้ำ", thing("tactic", "กัน", thing("programme", "เกษตร", row))))
    if of == ISSUE_PLAN:
        return plan_of(of, thing("development_issue", "น้ำ", row))
    return plan_of(of, thing("strategic_issue", "น้ำ", thing("goal", "ไม่ท่วม", thing("approach", "กัน", row))))


def test_only_the_rows_asked_for_stand_in_the_book_of_an_edition() -> None:
    plan = strategy_plan()
    asked = FormOptions(is_amended=True, row_ids=frozenset((named(plan, "ท่อ"), named(plan, "เขื่อน"))))
    form = filled(plan, "p02", options=asked)
    assert names_in(form, plan) == ["ท่อ"]
    assert form.rows[0].groups[0].number == "2"
    assert form.columns[-1].show == "reason"


def test_the_levels_that_end_with_a_sum_fall_outwards_where_the_plan_lacks_them() -> None:
    assert filled(strategy_plan(), "p02").subtotals == ("programme",)
    without = plan_of(
        CITY_PLAN, thing("strategic_issue", "น้ำ", thing("goal", "ก", thing("approach", "ข", project("ค"))))
    )
    assert filled(without, "p02").subtotals == ("tactic",)
    assert filled(plan_of(CITY_PLAN), "p02").subtotals == ()


def operating_plan() -> Plan:
    """A plan for 2566 with work before, in and after the fiscal year, with and without money."""
    rows = (
        project("มีเงินปีนี้", {2566: 10}),
        project("มีเงินปีหน้า", {2567: 10}),
        project("มีวันที่", start_on="2022-11-20", end_on="2023-01-03"),
        project(
            "กิจกรรม", {2566: 5}, thing("action_item", "ประชุม", start_on="2023-09-30", end_on="2023-10-05")
        ),
        project("ศูนย์บาท", {2566: 0}),
        project("เริ่มอย่างเดียว", start_on="2023-08-01"),
    )
    return plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", *rows))


def test_pd02_has_the_rows_with_money_or_work_in_the_fiscal_year_and_their_months() -> None:
    plan = operating_plan()
    form = filled(plan, "pd02", OLD_FORMS)
    assert names_in(form, plan) == ["มีเงินปีนี้", "มีวันที่", "กิจกรรม", "เริ่มอย่างเดียว"]
    months = {plan.nodes[node_id].text("name", "th"): sorted(found) for node_id, found in form.months.items()}
    assert months == {
        "มีวันที่": [date(2022, 11, 1), date(2022, 12, 1), date(2023, 1, 1)],
        "กิจกรรม": [date(2023, 9, 1)],
        "เริ่มอย่างเดียว": [date(2023, 8, 1), date(2023, 9, 1)],
    }
    assert form.fiscal_year_be == 2566


def test_pd02_of_another_year_has_other_rows() -> None:
    plan = operating_plan()
    form = filled(plan, "pd02", OLD_FORMS, FormOptions(fiscal_year_be=2567))
    assert names_in(form, plan) == ["มีเงินปีหน้า", "กิจกรรม"]


def test_a_plan_of_an_older_template_lists_all_its_projects_as_the_authority_s_own() -> None:
    plan = _plan_with_one_project(ISSUE_PLAN)
    kind = plan.template.kinds["project"]
    newer = ("listing", "proposed_by", "coordinated_with")
    fields = {name: spec for name, spec in kind.fields.items() if name not in newer}
    kinds = {**plan.template.kinds, "project": kind.model_copy(update={"fields": fields})}
    older = replace(plan, template=plan.template.model_copy(update={"kinds": kinds}))
    assert len(filled(older, "p02", NEW_FORMS).rows) == 1
    assert filled(older, "p02-1", NEW_FORMS).rows == ()
    assert filled(older, "p02-2", NEW_FORMS).columns[-1].fields == ()


def test_an_unknown_form_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        filled(strategy_plan(), "p99")


def test_the_order_of_rows_follows_the_plan_when_it_is_rearranged() -> None:
    plan = strategy_plan()
    water, health = named(plan, "น้ำ"), named(plan, "ยุทธศาสตร์ด้านสุขภาพ")
    old, new = plan.nodes[water].position, place_among(plan, plan.root_id, health, water)
    moved = apply(plan, [MoveNode(water, plan.root_id, old, plan.root_id, new)])
    form = filled(moved, "p02")
    assert names_in(form, moved)[0] == "ท่อ"
    assert [group.number for group in form.rows[0].groups] == ["1", "1.1", "(1)"]


@pytest.mark.parametrize("name", FORM_SETS)
@pytest.mark.parametrize("of", TEMPLATES)
def test_the_real_rows_stand_in_each_generation_of_forms_to_the_baht(
    shared_data: Path, of: str, name: str
) -> None:
    plan = result(plan_of(of), shared_data / "p02_rows_nakhonsawan.csv")
    form = filled(plan, "p02", name)
    assert len(form.rows) == 125
    assert sum(sum(budget.values()) for budget in form.budgets.values()) == Decimal(521_081_200)
    keys = [row.groups[-1].key for row in form.rows]
    runs = [key for place, key in enumerate(keys) if place == 0 or keys[place - 1] != key]
    assert len(runs) == len(set(runs))
