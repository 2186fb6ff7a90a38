"""A plan as plain data."""

import json
from decimal import Decimal

import pytest

from success_desktop.errors import UserError
from success_desktop.services.describing import describe_plan, find_node, list_lines, plain_number
from success_desktop.services.editing import add_node
from success_desktop.services.entering import enter_field
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import TITLE, named, small_plan


def test_the_tree_is_told_whole_with_numbers_fields_and_totals() -> None:
    told = describe_plan(small_plan())
    assert (told["kind"], told["number"], told["fields"]["title"]) == ("plan", "", TITLE)
    assert told["totals"] == {"2568": 740000, "2569": 1700000, "2570": 150000, "total": 2590000}
    issue = told["children"][0]
    project = issue["children"][0]["children"][1]["children"][0]
    assert (project["kind"], project["number"]) == ("project", "1.1.1")
    assert project["fields"]["budget"]["2569"] == {"ordinance": 500000, "pao_grant": 1200000}
    assert project["fields"]["start_on"] == "2024-10-01"
    indicator = issue["children"][0]["children"][0]
    assert indicator["fields"]["target"] == {"2568": 150, "2572": 40}
    assert indicator["fields"]["baseline"] == 184
    assert json.loads(json.dumps(told)) == told


def test_references_are_told_as_ids_one_or_many(editor: PlanEditor) -> None:
    plan = editor.plan
    dredge = named(plan, "Project dredge")
    assert describe_plan(plan, dredge)["fields"]["lead_agencies"] == [named(plan, "Engineering Division")]
    people = add_node(editor, plan.root_id, "people_register")
    person = add_node(editor, people, "person")
    enter_field(editor, (person, "agency"), "กองช่าง", "th")
    assert describe_plan(editor.plan, person)["fields"]["agency"] == named(plan, "Engineering Division")
    with pytest.raises(UserError):
        enter_field(editor, (person, "agency"), "กองช่าง, กองสาธารณสุข", "th")


def test_fields_that_the_template_does_not_know_are_told_too() -> None:
    plan = small_plan()
    root = plan.root._replace(fields={**plan.root.fields, "motto": {"th": "น้ำคือชีวิต"}})
    strange = type(plan)(plan.template, {**plan.nodes, root.id: root}, plan.children, plan.root_id)
    assert describe_plan(strange)["fields"]["motto"] == {"th": "น้ำคือชีวิต"}
    stranger = root._replace(kind="unheard_of")
    strangest = type(plan)(plan.template, {**plan.nodes, root.id: stranger}, plan.children, plan.root_id)
    assert describe_plan(strangest)["fields"]["title"] == TITLE


def test_satang_are_told_as_a_fraction() -> None:
    assert plain_number(Decimal("2.50")) == 2.5
    assert isinstance(plain_number(Decimal("2.00")), int)


def test_the_tree_is_listed_for_a_terminal() -> None:
    lines = list_lines(small_plan(), "en")
    assert lines[0].startswith("Test town plan 2025–2029 (2,590,000) [id-")
    assert any(line.strip().startswith("1.1.1 Project dredge (2,200,000)") for line in lines)
    assert any("Register of agencies" in line for line in lines)


def test_a_node_is_found_or_the_person_is_told_why_not() -> None:
    plan = small_plan()
    assert find_node(plan, "1.1.2").text("name", "en") == "Project gauge"
    with pytest.raises(UserError, match=r"1\.9"):
        find_node(plan, "1.9")
    twin = plan.nodes[named(plan, "Project gauge")]._replace(
        fields=plan.nodes[named(plan, "Project dredge")].fields
    )
    twins = type(plan)(plan.template, {**plan.nodes, twin.id: twin}, plan.children, plan.root_id)
    with pytest.raises(UserError) as refusal:
        find_node(twins, "Project dredge")
    assert twin.id in refusal.value.remedy()
