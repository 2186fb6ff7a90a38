"""Which rows differ from the adopted plan, and to which kind of edition the rules assign them."""

from decimal import Decimal

import pytest

from success_desktop.domain.edition_differences import list_edition_rows
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import RowNote
from success_desktop.domain.plan import Plan
from tests.editions import (
    CANAL,
    LAMP,
    PUMP,
    ROAD,
    SCHOOL,
    TRAINING,
    changed,
    form_set,
    moved,
    paid,
    row_id,
    town_plan,
    with_action,
    with_project,
    without,
)

PLAN = town_plan()


def rows_between(old: Plan, new: Plan, *notes: RowNote) -> list[EditionRow]:
    return list(list_edition_rows(old, new, form_set(), notes))


def only_row(new: Plan, *notes: RowNote) -> EditionRow:
    (row,) = rows_between(PLAN, new, *notes)
    return row


def test_a_plan_that_was_not_touched_has_no_row_to_amend() -> None:
    assert rows_between(PLAN, PLAN) == []


def test_a_new_row_is_an_addition() -> None:
    row = only_row(with_project(PLAN, "โครงการใหม่", "แผนงานการศึกษา", {2568: 100_000}))

    assert (row.nature, row.rule, row.routed, row.form) == ("added", "added", "addition", "p02")
    assert row.fields == ("name", "budget")


def test_a_new_row_brings_the_reason_that_it_gives_itself() -> None:
    new = with_project(PLAN, "โครงการใหม่", "แผนงานการศึกษา", {})

    assert only_row(changed(new, "โครงการใหม่", "reason", "th", "ประชาคมขอมา")).reason == {"th": "ประชาคมขอมา"}


def test_a_slip_of_the_pen_in_an_objective_is_a_correction() -> None:
    row = only_row(changed(PLAN, CANAL, "objective", "th", "เพื่อป้องกันน้ำทวม"))

    assert (row.nature, row.rule, row.routed) == ("edited", "wording", "correction")
    assert row.rule_fields == row.fields == ("objective",)


def test_another_objective_is_a_change() -> None:
    row = only_row(changed(PLAN, CANAL, "objective", "th", "เพื่อกักเก็บน้ำไว้ใช้ในฤดูแล้งและเลี้ยงปลา"))

    assert (row.rule, row.routed, row.rule_fields) == ("substance", "change", ("objective",))


def test_a_word_added_to_a_name_is_a_correction_and_a_word_replaced_a_change() -> None:
    longer = changed(PLAN, ROAD, "name", "th", ROAD + " หมู่บ้าน")
    other = changed(PLAN, ROAD, "name", "th", ROAD.replace("ถนน", "สะพาน"))

    assert only_row(longer).routed == "correction"
    assert only_row(other).routed == "change"


def test_a_word_added_to_an_objective_is_a_change_since_only_spelling_is_tolerated_there() -> None:
    old = "เพื่อให้ประชาชนมีถนนที่ได้มาตรฐานใช้สัญจรไปมา"

    assert only_row(changed(PLAN, ROAD, "objective", "th", old + " สะดวก")).routed == "change"


def test_money_moved_between_years_with_the_same_total_is_a_correction() -> None:
    row = only_row(paid(PLAN, TRAINING, {2566: None, 2567: 100_000}))

    assert (row.rule, row.routed, row.fields) == ("years", "correction", ("budget",))


def test_another_total_budget_is_a_change() -> None:
    row = only_row(paid(PLAN, TRAINING, {2566: 60_000}))

    assert (row.rule, row.routed) == ("total", "change")


def test_money_from_another_source_in_the_same_year_is_nothing_that_a_form_prints() -> None:
    other = changed(PLAN, LAMP, "budget", "2568:reserves", Decimal(300_000))

    assert rows_between(PLAN, changed(other, LAMP, "budget", "2568:ordinance", None)) == []


def test_a_field_that_no_form_prints_amends_nothing() -> None:
    assert rows_between(PLAN, changed(PLAN, ROAD, "status", "", "in_progress")) == []


def test_another_expected_result_is_a_correction_of_wording_or_of_a_detail() -> None:
    started = changed(PLAN, CANAL, "expected_result", "th", "น้ำไม่ท่วม")
    (from_blank,) = rows_between(PLAN, started)
    (from_slip,) = rows_between(started, changed(started, CANAL, "expected_result", "th", "นํ้าไม่ท่วม "))

    assert (from_blank.rule, from_blank.routed) == ("detail", "correction")
    assert (from_slip.rule, from_slip.routed) == ("wording", "correction")


def test_a_correction_beside_a_change_makes_the_whole_row_a_change() -> None:
    new = changed(paid(PLAN, ROAD, {2567: 900_000}), ROAD, "kpi", "th", "ร้อยละ 90 ของประชาชนพึงพอใจ")
    row = only_row(new)

    assert (row.rule, row.routed) == ("total", "change")
    assert row.fields == ("budget", "kpi")
    assert row.rule_fields == ("budget",)


def test_years_moved_beside_a_slip_are_a_correction_of_details() -> None:
    new = changed(paid(PLAN, TRAINING, {2566: None, 2567: 100_000}), TRAINING, "name", "th", TRAINING + " ")

    assert (only_row(new).rule, only_row(new).routed) == ("detail", "correction")


def test_an_english_wording_follows_the_thai_one_and_changes_nothing_of_substance() -> None:
    english = changed(PLAN, CANAL, "objective", "en", "To keep floods away")
    (row,) = rows_between(english, changed(english, CANAL, "objective", "en", "To store water for farmers"))

    assert row.routed == "correction"


def test_an_agency_under_another_name_corrects_the_rows_that_it_leads() -> None:
    row = only_row(changed(PLAN, "กองช่าง", "name", "th", "สำนักช่าง"))

    assert row.row_id == row_id(PLAN, ROAD)
    assert (row.fields, row.routed, row.rule) == (("lead_agencies",), "correction", "wording")


def test_another_agency_is_a_correction_of_a_detail() -> None:
    agency_id = row_id(PLAN, "กองช่าง")

    assert only_row(changed(PLAN, CANAL, "lead_agencies", agency_id, "V")).rule == "detail"


def test_a_role_given_to_an_agency_is_nothing_that_a_row_prints() -> None:
    assert rows_between(PLAN, changed(PLAN, "กองช่าง", "role", "th", "ก่อสร้าง")) == []


def test_a_row_handed_over_for_coordination_is_a_change_and_shows_it() -> None:
    row = only_row(changed(PLAN, ROAD, "listing", "", "coordination"))

    assert (row.nature, row.rule, row.routed) == ("moved", "coordination", "change")
    assert (row.form, row.deed, row.other_id) == ("p02-2", "coordination", "")


def test_a_row_that_goes_to_another_list_is_a_change() -> None:
    row = only_row(changed(PLAN, ROAD, "listing", "", "community"))

    assert (row.nature, row.rule, row.routed, row.deed) == ("moved", "form", "change", "")


def test_a_row_moved_to_another_programme_is_a_change_and_names_the_programme() -> None:
    row = only_row(moved(PLAN, LAMP, "แผนงานการศึกษา"))

    assert (row.nature, row.rule, row.routed) == ("moved", "group", "change")
    assert (row.deed, row.other_id) == ("programme", row_id(PLAN, "แผนงานการศึกษา"))


def test_a_row_moved_and_altered_in_substance_is_told_by_its_substance() -> None:
    row = only_row(paid(moved(PLAN, LAMP, "แผนงานการศึกษา"), LAMP, {2568: 1}))

    assert (row.nature, row.rule, row.deed) == ("moved", "total", "programme")


def test_a_row_moved_and_misspelt_is_told_by_its_move() -> None:
    row = only_row(changed(moved(PLAN, LAMP, "แผนงานการศึกษา"), LAMP, "name", "th", LAMP + "ฯ"))

    assert (row.nature, row.rule, row.routed, row.fields) == ("moved", "group", "change", ("name",))


def test_a_row_that_is_gone_is_a_change() -> None:
    row = only_row(without(PLAN, LAMP))

    assert (row.nature, row.rule, row.routed) == ("removed", "removed", "change")
    assert (row.form, row.fields, row.proposed_deed) == ("p02", (), "")


def test_equipment_is_amended_as_projects_are() -> None:
    row = only_row(paid(PLAN, PUMP, {2566: 95_000}))

    assert (row.kind, row.form, row.routed) == ("equipment", "p03", "change")


def test_a_row_left_as_it_was_is_listed_once_a_deed_is_recorded_of_it() -> None:
    note = RowNote(id="o-1", row_id=row_id(PLAN, LAMP), deed="duplicate", other_id=row_id(PLAN, ROAD))
    row = only_row(PLAN, note)

    assert (row.nature, row.rule, row.routed, row.deed) == ("same", "recorded", "correction", "duplicate")


def test_a_mere_reason_does_not_list_a_row_that_does_not_differ() -> None:
    note = RowNote(id="o-1", row_id=row_id(PLAN, LAMP), reason={"th": "เพราะ"})

    assert rows_between(PLAN, PLAN, note) == []


def test_the_row_s_own_reason_counts_when_it_is_new() -> None:
    told = changed(PLAN, LAMP, "reason", "th", "ราคาสูงขึ้น")
    (fresh,) = rows_between(PLAN, paid(told, LAMP, {2568: 1}))
    (stale,) = rows_between(told, paid(told, LAMP, {2568: 1}))

    assert fresh.reason == {"th": "ราคาสูงขึ้น"}
    assert stale.reason == {}


def test_rows_stand_in_the_order_of_the_forms_and_those_gone_where_they_stood() -> None:
    new = without(without(PLAN, CANAL), ROAD)
    new = paid(paid(paid(new, PUMP, {2566: 1}), SCHOOL, {2569: 1}), LAMP, {2568: 1})

    names = [row.row_id for row in rows_between(PLAN, new)]

    assert names == [row_id(PLAN, name) for name in (ROAD, CANAL, LAMP, SCHOOL, PUMP)]


@pytest.mark.parametrize("name", ["ldp-2566", "ldp-2571"])
def test_either_generation_of_forms_finds_the_same_rows(name: str) -> None:
    new = with_project(paid(PLAN, ROAD, {2567: 1}), "โครงการใหม่", "แผนงานการศึกษา", {})
    rows = list_edition_rows(PLAN, new, form_set(name))

    assert [(row.nature, row.routed) for row in rows] == [("edited", "change"), ("added", "addition")]


def test_names_of_children_count_where_a_form_prints_them() -> None:
    set_with_actions = form_set().model_copy(
        update={
            "forms": {
                name: form.model_copy(
                    update={
                        "columns": tuple(
                            column.model_copy(update={"is_stacked": True, "children": "action_item"})
                            if column.fields == ("target",)
                            else column
                            for column in form.columns
                        )
                    }
                )
                for name, form in form_set().forms.items()
            }
        }
    )
    child = with_action(PLAN, LAMP, "สำรวจเสาไฟ")
    (row,) = list_edition_rows(PLAN, child, set_with_actions)

    assert (row.fields, row.rule, row.routed) == (("children:action_item",), "detail", "correction")
    assert rows_between(PLAN, child) == []


def test_another_target_is_a_correction_as_announcements_have_it():
    row = only_row(changed(PLAN, ROAD, "target", "th", "ถนนกว้าง 6 เมตร ยาว 900 เมตร"))

    assert (row.rule, row.routed) == ("detail", "correction")
