"""What may have become of a row that is gone."""

from success_desktop.domain.edition_differences import list_edition_rows
from success_desktop.domain.edition_whereabouts import Whereabouts
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.plan import Plan
from tests.editions import (
    CANAL,
    LAMP,
    ROAD,
    SCHOOL,
    TRAINING,
    changed,
    form_set,
    paid,
    row_id,
    town_plan,
    with_project,
    without,
)

PLAN = town_plan()


def gone_row(new: Plan, name: str, old: Plan = PLAN) -> EditionRow:
    rows = list_edition_rows(old, new, form_set())
    return next(row for row in rows if row.row_id == row_id(old, name))


def test_a_row_whose_name_another_one_bears_is_proposed_as_its_duplicate() -> None:
    twins = with_project(PLAN, f"{LAMP} ", "แผนงานการศึกษา", {2570: 1})
    row = gone_row(without(twins, LAMP), LAMP, twins)

    assert row.proposed_deed == "duplicate"
    assert row.proposed_other_id == row_id(twins, f"{LAMP} ")


def test_a_duplicate_is_a_guess_until_somebody_records_it() -> None:
    twins = with_project(PLAN, f"{LAMP} ", "แผนงานการศึกษา", {})

    assert gone_row(without(twins, LAMP), LAMP, twins).deed == ""


def test_a_row_whose_money_went_to_one_other_row_is_proposed_as_merged_into_it() -> None:
    row = gone_row(paid(without(PLAN, LAMP), SCHOOL, {2568: 300_000}), LAMP)

    assert (row.proposed_deed, row.proposed_other_id) == ("merged", row_id(PLAN, SCHOOL))


def test_money_that_grew_in_two_rows_alike_tells_nothing() -> None:
    new = paid(paid(without(PLAN, LAMP), SCHOOL, {2568: 300_000}), CANAL, {2568: 300_000})

    assert gone_row(new, LAMP).proposed_deed == ""


def test_money_that_grew_in_another_year_tells_nothing() -> None:
    assert gone_row(paid(without(PLAN, LAMP), SCHOOL, {2570: 300_000}), LAMP).proposed_deed == ""


def test_a_row_without_money_and_name_is_looked_for_in_vain() -> None:
    nameless = changed(paid(PLAN, LAMP, {2568: None}), LAMP, "name", "th", None)
    lamp = nameless.nodes[row_id(PLAN, LAMP)]
    rows = (row_id(PLAN, ROAD), row_id(PLAN, TRAINING), lamp.id)

    assert Whereabouts(nameless, nameless, rows).find(lamp) == ("", "")


def test_a_money_of_nought_is_no_trace() -> None:
    poor = paid(PLAN, LAMP, {2568: 0})
    touched = changed(without(poor, LAMP), SCHOOL, "kpi", "th", "ร้อยละ 100")

    assert gone_row(touched, LAMP, poor).proposed_deed == ""
