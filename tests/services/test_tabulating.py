"""What columns a grid has."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import ColumnSpec, FormSpec, Wording
from success_desktop.services.library import new_sample
from success_desktop.services.tabulating import (
    FINDINGS,
    AmountReader,
    GridColumn,
    list_columns,
    list_forms,
    list_years,
    number_of_frozen,
    parent_for_new,
    read_amount,
    sum_wording,
    usual_form,
)
from tests.plans import named, small_plan, template


@pytest.fixture
def plan() -> Plan:
    return small_plan()


def columns(plan: Plan, form: str = "projects", language="th") -> dict[str, GridColumn]:
    return {column.key: column for column in list_columns(plan, form, language)}


def with_form(plan: Plan, name: str, form: FormSpec) -> Plan:
    """The plan under a template with one more form."""
    changed = plan.template.model_copy(update={"forms": {**plan.template.forms, name: form}})
    return Plan(changed, plan.nodes, plan.children, plan.root_id)


def form_of(rows: str, *columns: ColumnSpec) -> FormSpec:
    return FormSpec(name=Wording(th="แบบ", en="Form"), rows=rows, columns=columns)


def column_of(show: str, **more: str) -> ColumnSpec:
    return ColumnSpec.model_validate({"show": show, "head": {"th": "หัว", "en": "Head"}, "width": 10, **more})


def test_number_and_name_come_first_and_stay_in_sight(plan):
    listed = list_columns(plan, "projects", "th")
    assert [column.key for column in listed[:2]] == ["number", "name"]
    assert number_of_frozen(listed) == 2


def test_the_heads_are_those_of_the_form_in_the_language_asked_for(plan):
    assert columns(plan)["name"].head == "โครงการ"
    assert columns(plan, language="en")["name"].head == "Project"
    assert columns(plan, language="en")["lead_agencies"].head == "Lead agency"


def test_years_stand_side_by_side_below_a_common_head(plan):
    years = [column for column in columns(plan).values() if column.show == "year"]
    assert [column.key for column in years] == [f"budget:{year}" for year in range(2568, 2573)]
    assert {column.group for column in years} == {"งบประมาณ (บาท)"}
    assert [column.head for column in years] == ["2568", "2569", "2570", "2571", "2572"]


def test_years_are_those_of_the_common_era_in_english(plan):
    assert columns(plan, language="en")["budget:2568"].head == "2025"
    assert columns(plan, language="en")["budget:2568"].year_be == 2568


def test_a_total_follows_the_years_of_money(plan):
    keys = list(columns(plan))
    assert keys[keys.index("budget:2572") + 1] == "budget:total"
    assert columns(plan)["budget:total"].head == "รวม"


def test_years_outside_the_plan_with_a_value_have_a_column(plan):
    later = apply(plan, [SetValue(named(plan, "Project heat"), "budget", "2580:codi", None, Decimal(1))])
    assert "budget:2580" in columns(later)
    assert "budget:2580" not in columns(plan)


def test_the_years_follow_the_plan(plan):
    longer = apply(plan, [SetValue(plan.root_id, "last_year", "", Decimal(2572), Decimal(2574))])
    assert "budget:2574" in columns(longer)


def test_every_field_of_the_kind_is_offered_once(plan):
    keys = [column.key for column in list_columns(plan, "projects", "th")]
    fields = {column.field for column in columns(plan).values()}
    assert set(plan.template.kind("project").fields) <= fields
    assert len(keys) == len(set(keys))


def test_beside_a_budget_long_texts_are_offered_and_not_shown(plan):
    listed = columns(plan)
    assert not listed["objective"].is_usual
    assert not listed["status"].is_usual
    assert listed["lead_agencies"].is_usual
    assert listed[FINDINGS].is_usual


def test_without_a_budget_all_columns_of_the_form_are_shown(plan):
    listed = columns(plan, "indicators")
    assert all(listed[key].is_usual for key in ("name", "unit", "baseline", "target:2568", "verification"))
    assert not listed[FINDINGS].is_usual


def test_yearly_numbers_have_no_total(plan):
    assert "target:total" not in columns(plan, "indicators")


def test_a_form_with_the_total_alone_offers_the_years_besides(plan):
    listed = columns(plan, "project_list")
    assert listed["budget:total"].is_usual
    assert listed["budget:total"].head == "งบประมาณรวม"
    assert not listed["budget:2568"].is_usual


def test_a_kind_that_is_not_numbered_has_no_number(plan):
    assert "number" not in columns(plan, "agencies")
    assert number_of_frozen(list_columns(plan, "agencies", "th")) == 1


def test_a_numbered_kind_offers_its_number_in_a_form_without_one(plan):
    bare = with_form(plan, "bare", form_of("project", column_of("field", field="name")))
    assert not columns(bare, "bare")["number"].is_usual


def test_names_of_children_and_ancestors_are_columns(plan):
    form = form_of(
        "project", column_of("children", child="indicator"), column_of("ancestor", ancestor="goal")
    )
    listed = columns(with_form(plan, "family", form), "family")
    assert listed["children:indicator"].show == "children"
    assert listed["ancestor:goal"].kind == "goal"
    assert not listed["ancestor:goal"].is_editable


def test_a_head_without_a_unit_stands_alone(plan):
    form = form_of("project", column_of("years", field="budget"))
    assert columns(with_form(plan, "plain", form), "plain")["budget:2568"].group == "หัว"


@pytest.mark.parametrize(
    ("key", "is_number", "is_sum", "is_editable"),
    [
        ("number", False, False, False),
        ("name", False, False, True),
        ("budget:2568", True, True, True),
        ("budget:total", True, True, False),
        ("status", False, False, True),
        (FINDINGS, False, False, False),
    ],
)
def test_a_column_knows_what_stands_in_it(plan, key, is_number, is_sum, is_editable):
    column = columns(plan)[key]
    assert (column.is_number, column.is_sum, column.is_editable) == (is_number, is_sum, is_editable)


def test_a_title_says_both_heads(plan):
    assert columns(plan)["budget:2568"].title == "งบประมาณ (บาท) 2568"
    assert columns(plan)["name"].title == "โครงการ"


def test_the_usual_form_is_that_of_projects_with_most_columns(plan):
    assert usual_form(plan) == "projects"
    assert list_forms(plan, "")[0] == "projects"


def test_a_template_without_forms_has_none(plan):
    bare = Plan(plan.template.model_copy(update={"forms": {}}), plan.nodes, plan.children, plan.root_id)
    assert usual_form(bare) == ""
    assert list_forms(bare, "") == []


def test_forms_are_those_that_have_rows_below_the_node(plan):
    goal = named(plan, "Safe canal communities")
    assert list_forms(plan, goal) == ["projects", "indicators", "project_list"]


def test_where_projects_may_be_made_their_form_is_offered(plan):
    empty = apply(plan, [AddNode("new", "strategic_issue", plan.root_id, "zz")])
    assert list_forms(empty, "new") == ["projects"]


def test_in_a_register_the_form_of_the_register_is_offered(plan):
    register = plan.nodes[named(plan, "Engineering Division")].parent_id
    assert list_forms(plan, register or "") == ["agencies"]


def test_a_first_row_goes_to_the_first_node_that_may_hold_it(plan):
    assert parent_for_new(plan, "", "project") == named(plan, "Restore the canals")
    assert parent_for_new(plan, named(plan, "Engineering Division"), "project") is None


def test_the_sum_is_worded_as_the_form_words_it():
    forms = template().forms
    assert sum_wording(forms["projects"]).en == "Total of {count} projects"
    official = template("ldp-2566-strategy").forms["p02"]
    assert "{count}" in sum_wording(official).th
    sums = {"subtotal": Wording(th="รวม", en="Sum"), "grand_total": Wording(th="ทั้งสิ้น", en="In all")}
    bare = form_of("project").model_copy(update=sums)
    assert sum_wording(bare).en == "Sum"


def test_amounts_are_read_by_column_over_all_sources(plan):
    amounts = AmountReader(list_columns(plan, "projects", "th")).read(
        plan.nodes[named(plan, "Project dredge")]
    )
    assert amounts == {
        "budget:2568": Decimal(500000),
        "budget:2569": Decimal(1700000),
        "budget:total": Decimal(2200000),
    }


def test_a_total_counts_years_that_have_no_column(plan):
    total = tuple(column for column in list_columns(plan, "projects", "th") if column.key == "budget:total")
    dredge = plan.nodes[named(plan, "Project dredge")]
    assert AmountReader(total).read(dredge) == {"budget:total": Decimal(2200000)}


def test_rows_without_money_have_no_amounts(plan):
    reader = AmountReader(list_columns(plan, "projects", "th"))
    assert reader.read(plan.nodes[named(plan, "Project heat")]) == {}


def test_a_single_amount_is_read_under_its_column(plan):
    column = GridColumn("price", "field", "ราคา", field="price", type="money")
    node = plan.nodes[named(plan, "Project heat")]._replace(fields={"price": {":": Decimal(7)}})
    assert read_amount(column, node) == Decimal(7)
    assert read_amount(column, plan.nodes[named(plan, "Project heat")]) is None


def test_the_column_of_findings_is_a_usual_one_where_there_are_any(plan, tmp_path):
    assert columns(plan)[FINDINGS].is_usual
    sample = new_sample(tmp_path / "ตัวอย่าง.success", "ผู้วางแผน")
    assert not columns(sample.plan)[FINDINGS].is_usual
    sample.close(publish=False)


def test_budgets_are_of_the_plans_years_and_of_those_that_hold_money(plan):
    assert list_years(plan, "project") == [2568, 2569, 2570, 2571, 2572]
    late = apply(plan, [SetValue(named(plan, "Project map"), "budget", "2575:codi", None, Decimal(1))])
    assert list_years(late, "project") == [2568, 2569, 2570, 2571, 2572, 2575]
    assert list_years(late, "indicator") == []
