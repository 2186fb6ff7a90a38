"""What an edition amends: its own rows, the rows that wait, and the plan as each edition adopts it."""

import pytest

from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.office import RowNote, read_office
from success_desktop.errors import UserError
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.edition_rows import (
    base_of,
    form_set_of_edition,
    list_lacking,
    plan_of_edition,
    read_amendment,
)
from success_desktop.services.editions import begin_edition, note_row, record_deed, route_row, set_edition
from tests.editions import CANAL, LAMP, ROAD, SCHOOL, TRAINING, add, delete, form_set, pay, row_id, write
from tests.services.towns import (
    adopt,
    adopt_first,
    adopt_with_reasons,
    begin_with_reasons,
    edition_of,
    note_of,
)


def ids(town, *names):
    return [row_id(town.plan, name) for name in names]


def test_a_first_edition_takes_every_row_and_asks_for_no_reason(town):
    begin_edition(town, "first")
    amendment = read_amendment(town)
    assert len(amendment.rows) == len(amendment.here) == 6
    assert amendment.elsewhere == ()
    assert (amendment.base, amendment.lacks, list_lacking(town)) == (None, [], [])
    assert amendment.plan is amendment.present is town.plan


def test_rows_of_another_kind_wait_and_are_as_they_were_adopted(town):
    adopt_first(town)
    before = town.plan
    pay(town, ROAD, {2567: 900_000})
    pay(town, TRAINING, {2566: None, 2567: 100_000})
    add(town, "โครงการใหม่", "แผนงานการศึกษา", {2570: 5})
    begin_edition(town, "change")
    amendment = read_amendment(town)
    assert [row.row_id for row in amendment.here] == ids(town, ROAD)
    assert {row.routed for row in amendment.elsewhere} == {"correction", "addition"}
    assert set(compare_plans(before, amendment.plan).differences) == set(ids(town, ROAD))
    assert amendment.present is town.plan


def test_reasons_and_clause_that_are_missing_are_listed(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    edition_id = begin_edition(town, "change")
    set_edition(town, edition_id, {"clause": ""})
    assert [(lack.row_id, lack.field) for lack in list_lacking(town)] == [
        ("", "clause"),
        (ids(town, ROAD)[0], "reason"),
    ]


def test_nothing_is_missing_of_what_is_adopted(town):
    assert list_lacking(town, adopt_first(town)) == []


def test_editions_of_different_kinds_are_adopted_one_after_the_other(town):
    first_id = adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    write(town, SCHOOL, "kpi", "ร้อยละ 80")
    correction_id = adopt(town, "correction")
    change_id = adopt(town, "change")
    first, corrected, changed = (
        plan_of_edition(town, edition_of(town, one)) for one in (first_id, correction_id, change_id)
    )
    road, school = ids(town, ROAD)[0], corrected.nodes[row_id(first, SCHOOL)]
    assert set(compare_plans(first, corrected).differences) == {school.id}
    assert set(compare_plans(corrected, changed).differences) == {road}
    assert changed.nodes[road] == town.plan.nodes[road]


def test_a_row_that_waits_may_be_amended_further_before_its_own_edition(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    write(town, SCHOOL, "kpi", "ร้อยละ 80")
    correction_id = adopt(town, "correction")
    pay(town, ROAD, {2567: 950_000})
    change_id = adopt(town, "change")
    road = ids(town, ROAD)[0]
    budgets = [
        plan_of_edition(town, edition_of(town, one)).nodes[road].yearly_money("budget")[2567, "ordinance"]
        for one in (correction_id, change_id)
    ]
    assert budgets == [500_000, 950_000]


def test_a_row_assigned_by_hand_keeps_its_kind_in_the_editions_that_follow(town):
    adopt_first(town)
    write(town, SCHOOL, "kpi", "ร้อยละ 80")
    write(town, CANAL, "objective", "เพื่อป้องกันน้ำทวม")
    edition_id = begin_edition(town, "correction")
    canal = ids(town, CANAL)[0]
    route_row(town, edition_id, canal, "change", "คณะกรรมการขอพิจารณา")
    change_id = begin_edition(town, "change")
    (row,) = read_amendment(town, change_id).here
    assert row.note == RowNote(
        id=note_of(town, edition_id, canal).id,
        row_id=canal,
        routed="change",
        routing_reason="คณะกรรมการขอพิจารณา",
    )
    note_row(town, change_id, canal, {"th": "จำเป็น"})
    assert read_amendment(town, change_id).here[0].reason == {"th": "จำเป็น"}
    adopt_with_reasons(town, edition_id)
    (row,) = read_amendment(town, change_id).here
    assert (row.row_id, row.routed, row.is_overridden) == (canal, "change", True)


def test_a_kind_chosen_here_goes_before_one_chosen_elsewhere(town):
    adopt_first(town)
    write(town, CANAL, "objective", "เพื่อป้องกันน้ำทวม")
    canal = ids(town, CANAL)[0]
    route_row(town, begin_edition(town, "correction"), canal, "change", "ก")
    change_id = begin_edition(town, "change")
    route_row(town, change_id, canal, "correction", "ข")
    assert read_amendment(town, change_id).here == ()


def test_what_an_adopted_edition_amended_is_read_again_with_its_reasons(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    write(town, CANAL, "objective", "เพื่อเลี้ยงปลา")
    write(town, SCHOOL, "kpi", "ร้อยละ 80")
    edition_id = begin_with_reasons(town, "change", "ราคาสูงขึ้น")
    route_row(town, edition_id, row_id(town.plan, SCHOOL), "change", "ขอรวมไว้ฉบับเดียว")
    note_row(town, edition_id, row_id(town.plan, SCHOOL), {"th": "พิมพ์ผิด"})
    adopt_edition(town, edition_id)
    pay(town, LAMP, {2568: 1})
    amendment = read_amendment(town, edition_id)
    assert {row.row_id for row in amendment.here} == set(ids(town, ROAD, CANAL, SCHOOL))
    assert amendment.elsewhere == ()
    assert {row.reason["th"] for row in amendment.here} == {"ราคาสูงขึ้น", "พิมพ์ผิด"}
    assert list_lacking(town, edition_id) == []


def test_a_correction_without_notes_is_read_again_whole(town):
    adopt_first(town)
    pay(town, TRAINING, {2566: None, 2567: 100_000})
    edition_id = adopt(town, "correction")
    assert [row.row_id for row in read_amendment(town, edition_id).here] == ids(town, TRAINING)


def test_a_row_gone_while_others_wait_is_gone_in_its_own_edition_alone(town):
    first_id = adopt_first(town)
    lamp = ids(town, LAMP)[0]
    delete(town, LAMP)
    pay(town, TRAINING, {2566: None, 2567: 100_000})
    correction_id = adopt(town, "correction")
    change_id = adopt(town, "change")
    held = [
        lamp in plan_of_edition(town, edition_of(town, one)).nodes
        for one in (first_id, correction_id, change_id)
    ]
    assert held == [True, True, False]


def test_a_recorded_deed_travels_with_its_edition(town):
    adopt_first(town)
    lamp, road = ids(town, LAMP, ROAD)
    edition_id = begin_edition(town, "correction")
    record_deed(town, edition_id, lamp, "duplicate", road)
    adopt_with_reasons(town, edition_id)
    (row,) = read_amendment(town, edition_id).here
    assert (row.nature, row.deed, row.other_id) == ("same", "duplicate", road)


def test_the_plan_of_an_edition_in_preparation_is_as_it_would_be_adopted(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    edition_id = begin_edition(town, "correction")
    plan = plan_of_edition(town, edition_of(town, edition_id))
    assert plan.nodes[ids(town, ROAD)[0]].yearly_money("budget")[2567, "ordinance"] == 500_000


def test_an_amending_edition_has_none_to_amend_once_the_first_is_undone(town):
    adopt_first(town)
    edition_id = begin_edition(town, "change")
    edition = edition_of(town, edition_id)
    town.undo()
    town.undo()
    with pytest.raises(UserError, match="ยังไม่เคยประกาศใช้"):
        base_of(read_office(town.plan), edition)


def test_an_adopted_edition_keeps_its_forms(town):
    first = edition_of(town, adopt_first(town))
    assert form_set_of_edition(town.plan, first) == form_set()
    assert first.form_set_text == form_set().text
