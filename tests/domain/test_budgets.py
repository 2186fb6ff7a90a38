"""Budgets add up to the baht, and every figure is the sum of the rows that the filter behind it finds."""

from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.domain.budgets import (
    budget_kinds,
    find_scope,
    responsible_field,
    sum_budgets,
)
from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import UNCHOSEN, RowFilter, list_rows
from success_desktop.domain.totals import total_of_branch
from success_desktop.services.library import new_sample
from tests.plans import named, small_plan, template

KIND = "project"


@pytest.fixture
def plan() -> Plan:
    """The small plan: 2,590,000 baht in three projects, and a fourth without any."""
    return small_plan()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The shipped sample plan."""
    path: Path = tmp_path_factory.mktemp("sample") / "เมืองตัวอย่าง.success"
    editor = new_sample(path, "ผู้วางแผน")
    plan = editor.plan
    editor.close(publish=False)
    return plan


def sum_of_rows(plan: Plan, wanted: RowFilter, *, year_be: int | None = None, source: str = "") -> Decimal:
    """The money of the rows that a filter finds: all of it, or that of one year or one source of funds."""
    return sum(
        (
            baht
            for node_id in list_rows(plan, KIND, wanted)
            for (year, fund), baht in plan.nodes[node_id].yearly_money("budget").items()
            if year_be in (None, year) and source in ("", fund)
        ),
        Decimal(0),
    )


def test_branches_years_and_sources_add_up_to_the_total(sample: Plan) -> None:
    budgets = sum_budgets(sample, sample.root_id, KIND)
    total = total_of_branch(sample, sample.root_id)
    assert budgets.by_year == total.by_year
    assert budgets.total_baht == total.total_baht
    assert sum(budgets.by_source.values()) == total.total_baht
    assert sum(sum(by_year.values()) for by_year in budgets.by_branch.values()) == total.total_baht
    assert len(budgets.rows) == sum(budgets.by_status.values()) == 49


def test_the_rows_of_a_year_and_of_a_branch_in_a_year_sum_to_its_bar(sample: Plan) -> None:
    budgets = sum_budgets(sample, sample.root_id, KIND)
    for year_be, baht in budgets.by_year.items():
        assert sum_of_rows(sample, RowFilter(year_be=year_be), year_be=year_be) == baht
    for branch_id, by_year in budgets.by_branch.items():
        for year_be, baht in by_year.items():
            wanted = RowFilter(under_id=branch_id, year_be=year_be)
            assert sum_of_rows(sample, wanted, year_be=year_be) == baht


def test_the_rows_of_an_agency_sum_to_its_bar(sample: Plan) -> None:
    role = responsible_field(sample.template.kind(KIND))
    budgets = sum_budgets(sample, sample.root_id, KIND)
    assert role == "lead_agencies"
    assert UNCHOSEN not in budgets.by_agency
    for agency_id, baht in budgets.by_agency.items():
        assert sum_of_rows(sample, RowFilter(agency_id=agency_id, role=role)) == baht


def test_the_rows_of_a_source_of_funds_sum_to_its_bar(sample: Plan) -> None:
    for source, baht in sum_budgets(sample, sample.root_id, KIND).by_source.items():
        assert sum_of_rows(sample, RowFilter(source=source), source=source) == baht


def test_the_rows_in_a_status_are_as_many_as_its_number(sample: Plan, plan: Plan) -> None:
    for one in (sample, plan):
        for status, count in sum_budgets(one, one.root_id, KIND).by_status.items():
            assert len(list_rows(one, KIND, RowFilter(status=status))) == count


def test_a_budget_with_two_agencies_counts_in_full_for_each(plan: Plan) -> None:
    budgets = sum_budgets(plan, plan.root_id, KIND)
    engineering, health = named(plan, "Engineering Division"), named(plan, "Public Health Division")
    assert budgets.by_agency[engineering] == Decimal(2_440_000)
    assert budgets.by_agency[health] == Decimal(240_000)
    assert budgets.shared == [named(plan, "Project gauge")]


def test_money_that_nobody_answers_for_is_a_figure_of_its_own(plan: Plan) -> None:
    budgets = sum_budgets(plan, plan.root_id, KIND)
    assert budgets.by_agency[UNCHOSEN] == Decimal(150_000)
    wanted = RowFilter(agency_id=UNCHOSEN, role="lead_agencies")
    assert sum_of_rows(plan, wanted) == Decimal(150_000)
    assert named(plan, "Project heat") in list_rows(plan, KIND, wanted)


def test_the_branches_are_the_children_of_what_is_chosen_in_their_order(plan: Plan) -> None:
    goal = named(plan, "Safe canal communities")
    budgets = sum_budgets(plan, goal, KIND)
    with_money = [node.id for node in plan.children_of(goal) if total_of_branch(plan, node.id).total_baht]
    assert list(budgets.by_branch) == with_money
    assert len(with_money) == 2


def test_a_project_is_its_own_branch(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    budgets = sum_budgets(plan, dredge, KIND)
    assert budgets.by_branch == {dredge: {2568: Decimal(500_000), 2569: Decimal(1_700_000)}}


def test_nought_is_no_bar_and_blank_is_none_either(plan: Plan) -> None:
    heat = named(plan, "Project heat")
    free = apply(plan, [SetValue(heat, "budget", "2570:loan", None, Decimal(0))])
    for one in (plan, free):
        budgets = sum_budgets(one, heat, KIND)
        assert (budgets.by_branch, budgets.by_source, budgets.by_agency) == ({}, {}, {})
        assert budgets.rows == [heat]
        assert budgets.total_baht == 0


def test_money_outside_the_years_of_the_plan_is_not_lost(plan: Plan) -> None:
    late = apply(plan, [SetValue(named(plan, "Project heat"), "budget", "2580:loan", None, Decimal(7))])
    assert sum_budgets(late, late.root_id, KIND).by_year[2580] == Decimal(7)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("success-strategic-plan", ("project",)),
        ("ldp-2566-strategy", ("project", "equipment")),
        ("ldp-2571-issue", ("project", "equipment")),
    ],
)
def test_the_template_tells_which_kinds_have_budgets(name: str, kinds: tuple[str, ...]) -> None:
    assert budget_kinds(template(name)) == kinds
    assert {responsible_field(template(name).kind(kind)) for kind in kinds} == {"lead_agencies"}


def test_a_kind_without_references_has_nobody_responsible() -> None:
    assert responsible_field(template().kind("vision")) == ""


def test_sections_may_nest_without_end_and_hold_no_project() -> None:
    assert template().kinds_below("section") == {"section"}
    below = template().kinds_below("strategic_issue")
    assert {"goal", "approach", "project", "action_item"} <= below
    assert "agency" not in below


@pytest.mark.parametrize(
    ("chosen", "scope"),
    [
        ("Water", "Water"),
        ("Safe canal communities", "Safe canal communities"),
        ("Project dredge", "Project dredge"),
        ("Households flooded over 3 days", "Safe canal communities"),
        ("Engineering Division", "Test town plan 2025–2029"),
    ],
)
def test_what_has_no_room_for_budgets_shows_the_nearest_above_that_has(
    plan: Plan, chosen: str, scope: str
) -> None:
    scope_id, kind = find_scope(plan, named(plan, chosen))
    assert kind == KIND
    assert scope in (plan.nodes[scope_id].text("name", "en"), plan.nodes[scope_id].text("title", "en"))


def test_without_a_choice_or_with_one_that_is_gone_the_whole_plan_is_meant(plan: Plan) -> None:
    assert find_scope(plan, "") == (plan.root_id, KIND)
    assert find_scope(plan, "gone") == (plan.root_id, KIND)


def test_the_equipment_list_has_budgets_of_its_own_kind() -> None:
    base = template("ldp-2571-issue")
    empty = Plan(base, {}, {})
    plan = apply(
        empty,
        [
            AddNode("root", "plan", None, "V"),
            AddNode("list", "equipment_list", "root", "V"),
            AddNode("pump", "equipment", "list", "V"),
            SetValue("pump", "budget", "2571:loan", None, Decimal(9)),
        ],
    )
    assert find_scope(plan, "root") == ("root", "project")
    assert find_scope(plan, "list") == ("list", "equipment")
    assert sum_budgets(plan, "list", "equipment").total_baht == Decimal(9)


def test_a_template_without_budgets_is_told(plan: Plan) -> None:
    spec = plan.template.kind(KIND)
    fields = {name: one for name, one in spec.fields.items() if one.type != "yearly_money"}
    kinds = {**plan.template.kinds, KIND: spec.model_copy(update={"fields": fields})}
    poor = Plan(plan.template.model_copy(update={"kinds": kinds}), plan.nodes, plan.children, plan.root_id)
    assert budget_kinds(poor.template) == ()
    with pytest.raises(ValueError, match="has a budget"):
        find_scope(poor, poor.root_id)
