"""What is filled in and not printed is reported, never lost unseen."""

import pytest

from success_desktop.domain.forms.form_set import FormColumn
from success_desktop.domain.forms.resolved import FormOptions
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.forms.unprinted import UnprintedField, list_unprinted, list_unprinted_of_set
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import YearsSpec
from tests.form_plans import (
    FORM_SETS,
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
from tests.plans import named, small_plan


def told(found: tuple[UnprintedField, ...]) -> dict[str, int]:
    """Kind and field with how many nodes have it filled."""
    return {f"{one.kind}.{one.field}": one.count for one in found}


def unprinted(
    plan: Plan, form: str, name: str = OLD_FORMS, options: FormOptions | None = None
) -> dict[str, int]:
    return told(list_unprinted(filled(plan, form, name, options), plan))


def test_switching_to_the_newer_forms_reports_the_indicators_and_levels_that_they_do_not_print() -> None:
    plan = strategy_plan()
    assert unprinted(plan, "p02") == {}
    assert unprinted(plan, "p02", NEW_FORMS) == {
        "strategy.national_strategy": 1,
        "tactic.name": 3,
        "programme.name": 4,
        "project.kpi": 1,
        "project.alignment": 1,
    }


def test_the_nodes_are_named_in_the_order_of_the_plan() -> None:
    plan = strategy_plan()
    found = {one.field: one for one in list_unprinted(filled(plan, "p02", NEW_FORMS), plan)}
    assert found["kpi"].node_ids == (named(plan, "วัคซีน"),)
    assert found["kpi"].label.th == "ตัวชี้วัด (KPI)"
    assert found["name"].node_ids[0] == named(plan, "แผนงานสาธารณสุข")


def test_a_field_counts_for_the_rows_of_the_form_only() -> None:
    assert unprinted(strategy_plan(), "p02-2", NEW_FORMS) == {"tactic.name": 1, "programme.name": 1}


def test_the_list_of_communities_prints_both_the_community_and_the_agency() -> None:
    row = project("ก", listing="community", proposed_by="ชุมชน", coordinated_with="อบจ.", place="หมู่ 1")
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", row))
    assert unprinted(plan, "p02-1", NEW_FORMS) == {"project.place": 1, "project.coordinated_with": 1}


def test_what_chooses_the_list_is_no_loss() -> None:
    assert "project.listing" not in unprinted(strategy_plan(), "p02-1")


def test_a_second_filled_field_of_a_column_that_prints_the_first_is_reported() -> None:
    form = form_set().forms["p02"]
    column = FormColumn.model_validate(
        {"show": "fields", "fields": ["note", "place"], "head": {"th": "ก", "en": "a"}, "width": 9}
    )
    chosen = form_set().model_copy(
        update={"forms": {"p02": form.model_copy(update={"columns": (*form.columns, column)})}}
    )
    rows = (project("ก", note="หมายเหตุ", place="หมู่ 1"), project("ข", place="หมู่ 2"))
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", *rows))
    found = list_unprinted(resolve_form(chosen, "p02", plan), plan)
    assert told(found) == {"project.place": 1}
    assert found[0].node_ids == (named(plan, "ก"),)


def test_the_reason_is_printed_in_amended_editions_only() -> None:
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", reason="จำเป็น")))
    assert unprinted(plan, "p02", NEW_FORMS) == {"project.reason": 1}
    assert unprinted(plan, "p02", NEW_FORMS, FormOptions(is_amended=True)) == {}


def test_a_programme_that_makes_a_group_is_printed_there() -> None:
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", programme="agriculture")))
    assert unprinted(plan, "p02") == {}
    assert unprinted(plan, "p02", NEW_FORMS) == {"project.programme": 1}


def test_what_lies_below_a_row_is_reported_unless_the_form_prints_it() -> None:
    work = thing("action_item", "ประชุม", start_on="2022-11-01", status="completed")
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", {2566: 1}, work)))
    assert unprinted(plan, "p02", NEW_FORMS) == {
        "action_item.name": 1,
        "action_item.start_on": 1,
        "action_item.status": 1,
    }
    assert unprinted(plan, "pd02", NEW_FORMS) == {"action_item.status": 1}


def test_money_of_years_without_a_column_is_reported_with_the_years() -> None:
    plan = plan_of(
        ISSUE_PLAN,
        thing("development_issue", "น้ำ", project("ก", {2566: 1, 2569: 0}), project("ข", {2567: 5, 2570: 3})),
    )
    own = form_set(NEW_FORMS).model_copy(update={"years": YearsSpec(first_be=2566, count=1)})
    found = list_unprinted(resolve_form(own, "p02", plan), plan)
    assert [(one.field, one.years_be, one.count) for one in found] == [("budget", (2567, 2570), 1)]
    assert list_unprinted(filled(plan, "p02", NEW_FORMS), plan) == ()


def test_a_form_that_prints_no_money_reports_the_whole_budget() -> None:
    form = form_set().forms["p02"]
    names = tuple(column for column in form.columns if column.show == "fields")
    own = form_set().model_copy(update={"forms": {"p02": form.model_copy(update={"columns": names})}})
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", {2566: 1}), project("ข")))
    assert told(list_unprinted(resolve_form(own, "p02", plan), plan)) == {"project.budget": 1}


def test_of_a_whole_set_only_what_none_of_its_forms_prints_is_reported() -> None:
    row = project("ก", {2566: 1}, place="หมู่ 1", note="จด", reason="จำเป็น", supporting_agencies=["กองคลัง"])
    plan = plan_of(
        ISSUE_PLAN,
        thing("development_issue", "น้ำ", row, rationale={"th": "เพราะ"}),
        thing("agency", "กองคลัง"),
    )
    assert told(list_unprinted_of_set(form_set(NEW_FORMS), plan)) == {
        "development_issue.rationale": 1,
        "project.supporting_agencies": 1,
        "project.note": 1,
    }


def test_a_year_that_one_form_of_a_set_shows_is_shown() -> None:
    plan = plan_of(
        STRATEGY_PLAN,
        thing("strategy", "น้ำ", thing("tactic", "ก", thing("programme", "ข", project("ค", {2566: 1})))),
    )
    assert list_unprinted_of_set(form_set(), plan) == ()


@pytest.mark.parametrize("name", FORM_SETS)
def test_nothing_that_is_filled_and_not_printed_goes_unreported(name: str) -> None:
    """Every filled field of every project is either in a column of ผ.02, a group of it, or in the report."""
    plan = small_plan()
    form = filled(plan, "p02", name)
    reported = {(one.field, node_id) for one in list_unprinted(form, plan) for node_id in one.node_ids}
    shown = {field for column in form.columns for field in column.fields} | {"budget", "programme"}
    for row in form.rows:
        node = plan.nodes[row.node_id]
        for field in node.fields:
            assert (field in shown) != ((field, node.id) in reported), field


def test_a_form_may_print_the_names_of_one_kind_of_children_alone() -> None:
    form = form_set().forms["p02"]
    column = FormColumn.model_validate(
        {
            "show": "fields",
            "fields": ["name"],
            "is_stacked": True,
            "children": "action_item",
            "head": {"th": "ก", "en": "a"},
            "width": 9,
        }
    )
    chosen = form_set().model_copy(
        update={"forms": {"p02": form.model_copy(update={"columns": (column, *form.columns)})}}
    )
    work = thing("action_item", "ประชุม", start_on="2022-11-01")
    plan = plan_of(
        ISSUE_PLAN, thing("development_issue", "น้ำ", project("ก", None, work, thing("indicator", "ระดับน้ำ")))
    )
    found = told(list_unprinted(resolve_form(chosen, "p02", plan), plan))
    assert found == {"indicator.name": 1, "action_item.start_on": 1}
    assert list(found) == ["indicator.name", "action_item.start_on"]
