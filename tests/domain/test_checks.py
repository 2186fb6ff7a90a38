"""The checks find what a plan lacks, and nothing that it does not lack."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.domain.checks import RULES, Checker, Finding
from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.values import Atom
from success_desktop.services.library import new_sample
from tests.findings import check_node, check_plan
from tests.plans import named, small_plan, template


@pytest.fixture
def plan() -> Plan:
    """The small plan, whose first project lacks a few things."""
    return small_plan()


def with_value(plan: Plan, node_id: str, place: tuple[str, str], new: Atom | None) -> Plan:
    """The plan with one part of one field set."""
    old = plan.nodes[node_id].parts(place[0]).get(place[1])
    return apply(plan, [SetValue(node_id, *place, old, new)])


def rules_at(plan: Plan, node_id: str, field: str) -> set[str]:
    """The rules that find something at a field."""
    return {found.rule for found in check_node(plan, plan.nodes[node_id]) if found.field == field}


def test_the_shipped_sample_has_nothing_to_check(tmp_path: Path) -> None:
    editor = new_sample(tmp_path / "เมืองตัวอย่าง.success", "ผู้วางแผน")
    assert check_plan(editor.plan) == []
    editor.close(publish=False)


def test_an_expected_field_that_is_blank_is_found_until_it_is_filled(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    assert rules_at(plan, dredge, "objective") == {"empty"}
    filled = with_value(plan, dredge, ("objective", "th"), "ลดน้ำท่วม")
    assert rules_at(filled, dredge, "objective") == {"untranslated"}
    both = with_value(filled, dredge, ("objective", "en"), "Fewer floods")
    assert rules_at(both, dredge, "objective") == set()


def test_fields_that_a_finished_plan_can_do_without_are_not_asked_for(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    expected = {field for field, spec in template().kind("project").fields.items() if spec.is_expected}
    found = {one.field for one in check_node(plan, plan.nodes[dredge])}
    assert found <= expected
    assert "note" not in expected


def test_an_agency_that_answers_for_a_project_is_asked_for_and_a_budget_too(plan: Plan) -> None:
    heat = named(plan, "Project heat")
    assert rules_at(plan, heat, "lead_agencies") == {"empty"}
    assert rules_at(plan, heat, "budget") == {"empty"}
    agency = named(plan, "Engineering Division")
    assert rules_at(with_value(plan, heat, ("lead_agencies", agency), "V"), heat, "lead_agencies") == set()


def test_a_budget_of_nought_is_a_budget(plan: Plan) -> None:
    heat = named(plan, "Project heat")
    free = with_value(plan, heat, ("budget", "2568:ordinance"), Decimal(0))
    assert rules_at(free, heat, "budget") == set()


def test_what_goes_by_the_name_of_its_kind_is_not_written_yet_rather_than_nameless(plan: Plan) -> None:
    goal = next(node for node in plan.walk() if node.kind == "goal" and not node.text("name", "th"))
    assert rules_at(plan, goal.id, "name") == {"unwritten"}


@pytest.mark.parametrize(("year_be", "found"), [(2567, True), (2568, False), (2572, False), (2573, True)])
def test_money_is_found_outside_the_years_of_the_plan_only(plan: Plan, year_be: int, found: bool) -> None:
    dredge = named(plan, "Project dredge")
    moved = with_value(plan, dredge, ("budget", f"{year_be}:loan"), Decimal(5))
    assert ("outside_years" in rules_at(moved, dredge, "budget")) is found


def test_nought_outside_the_years_harms_nobody(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    assert rules_at(with_value(plan, dredge, ("budget", "2560:loan"), Decimal(0)), dredge, "budget") == set()


def test_a_longer_plan_takes_its_money_in(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    late = with_value(plan, dredge, ("budget", "2573:loan"), Decimal(5))
    longer = with_value(late, plan.root_id, ("last_year", ""), Decimal(2573))
    assert rules_at(longer, dredge, "budget") == set()


@pytest.mark.parametrize(
    ("end", "found"), [(date(2024, 9, 30), True), (date(2024, 10, 1), False), (date(2025, 1, 1), False)]
)
def test_an_end_before_the_start_is_found_and_one_day_of_work_is_not(
    plan: Plan, end: date, found: bool
) -> None:
    dredge = named(plan, "Project dredge")
    ended = with_value(plan, dredge, ("end_on", ""), end)
    assert ("end_before_start" in rules_at(ended, dredge, "end_on")) is found


def test_an_end_without_a_start_says_nothing(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    assert rules_at(with_value(plan, gauge, ("end_on", ""), date(2020, 1, 1)), gauge, "end_on") == set()


def test_years_are_compared_as_days_are(plan: Plan) -> None:
    back = with_value(plan, plan.root_id, ("last_year", ""), Decimal(2560))
    assert rules_at(back, plan.root_id, "last_year") == {"end_before_start"}
    assert rules_at(plan, plan.root_id, "last_year") == set()


@pytest.mark.parametrize("missing", ["th", "en"])
def test_a_text_in_one_language_is_found_whichever_it_is(plan: Plan, missing: str) -> None:
    agency = named(plan, "Engineering Division")
    assert rules_at(with_value(plan, agency, ("name", missing), None), agency, "name") == {"untranslated"}


def test_two_siblings_of_one_name_are_both_found(plan: Plan) -> None:
    dredge, gauge = named(plan, "Project dredge"), named(plan, "Project gauge")
    twins = with_value(plan, gauge, ("name", "th"), "  โครงการdredge ")
    assert "same_name" in rules_at(twins, dredge, "name")
    assert "same_name" in rules_at(twins, gauge, "name")


def test_the_thai_name_decides_and_english_where_there_is_none(plan: Plan) -> None:
    dredge, gauge = named(plan, "Project dredge"), named(plan, "Project gauge")
    alike = with_value(plan, gauge, ("name", "en"), "Project dredge")
    assert "same_name" not in rules_at(alike, gauge, "name")
    for node_id in (dredge, gauge):
        alike = with_value(alike, node_id, ("name", "th"), None)
    assert "same_name" in rules_at(alike, gauge, "name")


def test_one_name_may_stand_under_two_parents_and_for_two_kinds(plan: Plan) -> None:
    dredge, heat = named(plan, "Project dredge"), named(plan, "Project heat")
    cousins = with_value(plan, heat, ("name", "th"), "โครงการdredge")
    assert "same_name" not in rules_at(cousins, dredge, "name")
    approach = plan.nodes[dredge].parent_id
    act = apply(plan, [AddNode("act", "action_item", approach, "z")])
    act = with_value(act, "act", ("name", "th"), "โครงการdredge")
    assert "same_name" not in rules_at(act, dredge, "name")


def test_nameless_siblings_are_not_namesakes(plan: Plan) -> None:
    approach = plan.nodes[named(plan, "Project dredge")].parent_id
    blank = apply(plan, [AddNode(name, "project", approach, "z") for name in ("one", "two")])
    assert "same_name" not in rules_at(blank, "one", "name")


def test_a_register_without_any_field_is_never_found(plan: Plan) -> None:
    register = next(node for node in plan.walk() if node.kind == "agency_register")
    assert check_node(plan, register) == ()


def test_the_whole_plan_is_the_sum_of_its_nodes_in_printed_order(plan: Plan) -> None:
    one_by_one = [found for node in plan.walk() for found in check_node(plan, node)]
    assert check_plan(plan) == one_by_one
    checker = Checker(plan)
    backwards = [found for node in reversed(list(plan.walk())) for found in checker.check(node)]
    assert sorted(backwards) == sorted(one_by_one)


def test_a_template_that_expects_nothing_finds_no_holes(plan: Plan) -> None:
    kinds = {
        name: spec.model_copy(
            update={
                "fields": {
                    key: one.model_copy(update={"is_expected": False}) for key, one in spec.fields.items()
                }
            }
        )
        for name, spec in plan.template.kinds.items()
    }
    modest = replace(plan, template=plan.template.model_copy(update={"kinds": kinds}))
    assert not {found.rule for found in check_plan(modest)} & {"empty", "unwritten"}


def test_every_finding_names_a_rule_and_a_field_of_its_kind(plan: Plan) -> None:
    for found in check_plan(plan):
        assert isinstance(found, Finding)
        assert found.rule in RULES
        assert found.field in plan.kind_of(found.node_id).fields


@pytest.mark.parametrize("name", ["success-strategic-plan", "ldp-2566-strategy", "ldp-2571-issue"])
def test_every_shipped_template_says_what_a_finished_plan_needs(name: str) -> None:
    for kind in ("project", "agency"):
        expected = {field for field, spec in template(name).kind(kind).fields.items() if spec.is_expected}
        assert "name" in expected, (name, kind)
    assert template(name).field("project", "end_on").not_before == "start_on"


def test_texts_in_one_language_are_told_in_the_order_of_the_template(plan: Plan) -> None:
    node_id = named(plan, "Project heat")
    fields = [field for field, spec in plan.kind_of(node_id).fields.items() if spec.type == "text"]
    for field in fields:
        plan = with_value(plan, node_id, (field, "th"), "ข้อความ")
        plan = with_value(plan, node_id, (field, "en"), None)
    found = check_node(plan, plan.nodes[node_id])
    assert [one.field for one in found if one.rule == "untranslated"] == fields
