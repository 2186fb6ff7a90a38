"""The lines ก to จ: what a group, else its rows, say of the plans above."""

from success_desktop.domain.forms.alignment import align
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from tests.form_plans import (
    CITY_PLAN,
    ISSUE_PLAN,
    STRATEGY_PLAN,
    filled,
    form_set,
    plan_of,
    project,
    strategy_plan,
    thing,
)
from tests.plans import named

ITEMS = Seed(
    kind="alignment_register",
    children=(
        thing("alignment_item", "เป้าหมายที่ 6", level="sdg"),
        thing("alignment_item", "เป้าหมายที่ 13", level="sdg"),
        thing("alignment_item", "หมุดหมายที่ 11", level="national_plan_13"),
    ),
)


def said(plan: Plan, form: str = "p02") -> list[list[str]]:
    """The Thai texts of the lines above each outermost group of a form."""
    groups = {row.groups[0].key: row.groups[0] for row in filled(plan, form).rows}
    return [[line.texts.get("th", "") for line in group.alignment] for group in groups.values()]


def test_five_lines_stand_above_each_strategy_blank_ones_too() -> None:
    health, water = said(strategy_plan())
    assert health == ["ด้านความมั่นคง", "", "", "", ""]
    assert water == ["", "", "เป้าหมายที่ 6", "", ""]


def test_a_line_names_the_field_that_it_comes_from() -> None:
    plan = strategy_plan()
    group = filled(plan, "p02").rows[0].groups[0]
    first, second = group.alignment[:2]
    assert (first.node_id, first.field) == (group.node_id, "national_strategy")
    assert first.label.th == "ก. ยุทธศาสตร์ชาติ 20 ปี"
    assert (second.node_id, second.field) == ("", "alignment")
    assert filled(plan, "p02").rows[0].groups[1].alignment == ()


def test_a_group_that_refers_to_objectives_needs_no_words_of_its_own() -> None:
    issue = thing(
        "strategic_issue",
        "น้ำ",
        thing("goal", "ก", thing("approach", "ข", project("ค", alignment=["หมุดหมายที่ 11"]))),
        alignment=["เป้าหมายที่ 13", "เป้าหมายที่ 6"],
    )
    plan = plan_of(CITY_PLAN, issue, ITEMS)
    assert said(plan) == [["", "หมุดหมายที่ 11", "เป้าหมายที่ 13\nเป้าหมายที่ 6", "", ""]]


def test_what_several_rows_refer_to_is_said_once() -> None:
    rows = (project("ก", alignment=["เป้าหมายที่ 6"]), project("ข", alignment=["เป้าหมายที่ 13", "เป้าหมายที่ 6"]))
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", *rows), ITEMS)
    assert said(plan)[0][2] == "เป้าหมายที่ 6\nเป้าหมายที่ 13"


def test_only_rows_of_the_form_count() -> None:
    rows = (
        project("ก", alignment=["เป้าหมายที่ 6"]),
        project("ข", listing="community", alignment=["เป้าหมายที่ 13"]),
    )
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", *rows), ITEMS)
    assert said(plan, "p02-1")[0][2] == "เป้าหมายที่ 13"


def test_a_spec_that_asks_for_no_level_or_no_reference_finds_nothing() -> None:
    plan = plan_of(
        ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", alignment=["เป้าหมายที่ 6"])), ITEMS
    )
    rows = [plan.nodes[named(plan, "ก")]]
    spec = form_set().alignment["sdg"]
    specs = {
        "sdg": spec,
        "no level": spec.model_copy(update={"item_level": ""}),
        "no reference": spec.model_copy(update={"reference": "kpi"}),
        "no field": spec.model_copy(update={"reference": "of_no_template"}),
    }
    assert [dict(line.texts) for line in align(plan, specs, "", rows).values()] == [
        {"th": "เป้าหมายที่ 6"},
        {},
        {},
        {},
    ]


def test_forms_without_alignment_have_no_lines() -> None:
    plan = plan_of(STRATEGY_PLAN)
    assert said(plan) == []
    assert said(strategy_plan(), "pd02") == [[]]


def test_a_line_does_not_say_the_name_of_the_plan_above_twice() -> None:
    rows = (thing("alignment_item", "Sustainable Development Goals (SDGs) เป้าหมายที่ 2", level="sdg"),)
    issue = thing("development_issue", "น้ำ", project("ก", alignment=[str(rows[0].key)]))
    plan = plan_of(ISSUE_PLAN, issue, Seed(kind="alignment_register", children=rows))
    first, _second, third, *_rest = filled(plan, "p02").rows[0].groups[0].alignment
    assert (first.label.th, first.label.en) == ("ก. ยุทธศาสตร์ชาติ 20 ปี", "A. 20-year National Strategy")
    assert third.label.th == "ค."
