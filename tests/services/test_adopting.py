"""Adopting an edition freezes the plan, its forms and the places of its rows."""

from datetime import date

import pytest

from success_desktop.domain.office import read_office
from success_desktop.errors import UserError
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.editing import remove_node
from success_desktop.services.edition_rows import read_amendment
from success_desktop.services.editions import begin_edition, note_row, route_row
from success_desktop.services.revisions import list_revisions
from tests.editions import CANAL, LAMP, PUMP, ROAD, SCHOOL, TRAINING, add, delete, pay, row_id, write
from tests.services.towns import FIRST_PAGE, adopt_first, begin_with_reasons, edition_of, note_of


def test_a_revision_bears_the_name_of_the_edition(town):
    edition_id = begin_edition(town, "first")
    revision = adopt_edition(town)
    edition = edition_of(town, edition_id)
    assert (revision.label, revision.message) == ("แผนฉบับแรก", "ประกาศใช้: แผนฉบับแรก")
    assert edition.revision_id == revision.id == list_revisions(town)[-1].id
    assert edition.adopted_on == date(2026, 11, 22)
    assert not revision.is_replaceable


def test_the_day_may_be_given(town):
    edition_id = begin_edition(town, "first")
    adopt_edition(town, edition_id, date(2026, 10, 1))
    assert edition_of(town, edition_id).adopted_on == date(2026, 10, 1)


def test_each_row_has_its_form_its_page_and_its_number_within_its_programme(town):
    places = edition_of(town, adopt_first(town)).places
    numbers = {
        name: (places[row_id(town.plan, name)].form, places[row_id(town.plan, name)].number)
        for name in (ROAD, CANAL, LAMP, TRAINING, SCHOOL, PUMP)
    }
    assert numbers == {
        ROAD: ("p02", "1"),
        CANAL: ("p02", "2"),
        LAMP: ("p02", "3"),
        TRAINING: ("p02", "1"),
        SCHOOL: ("p02", "1"),
        PUMP: ("p03", "1"),
    }
    pages = [place.page for place in places.values()]
    assert min(pages) == FIRST_PAGE + 1
    assert pages == sorted(pages)
    assert places[row_id(town.plan, PUMP)].page > places[row_id(town.plan, ROAD)].page


def test_an_amending_edition_has_places_for_its_own_rows_only(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    lamp = row_id(town.plan, LAMP)
    delete(town, LAMP)
    edition_id = begin_with_reasons(town, "change")
    adopt_edition(town, edition_id, first_page=7)
    edition = edition_of(town, edition_id)
    assert edition.places.keys() == {row_id(town.plan, ROAD)}
    assert lamp not in edition.places
    assert edition.places[row_id(town.plan, ROAD)].page == 8


def test_adopting_is_one_step_of_undo_and_can_be_done_again(town):
    edition_id = begin_edition(town, "first")
    before = town.plan
    adopt_edition(town, edition_id)
    town.undo()
    assert town.plan == before
    assert not edition_of(town, edition_id).is_adopted
    adopt_edition(town, edition_id)
    assert edition_of(town, edition_id).is_adopted


def test_an_edition_is_adopted_once(town):
    first_id = adopt_first(town)
    with pytest.raises(UserError, match="ประกาศใช้แล้ว"):
        adopt_edition(town, first_id)


def test_what_is_missing_is_named_and_nothing_is_kept(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    edition_id = begin_edition(town, "change")
    kept = len(list_revisions(town))
    with pytest.raises(UserError, match=ROAD):
        adopt_edition(town, edition_id)
    assert len(list_revisions(town)) == kept
    assert not edition_of(town, edition_id).is_adopted


def test_of_many_missing_things_the_first_are_named_and_the_rest_counted(town):
    adopt_first(town)
    for number in range(7):
        add(town, f"โครงการเพิ่ม {number}", "แผนงานการศึกษา", {2570: 5})
    edition_id = begin_edition(town, "addition")
    with pytest.raises(UserError, match="และอีก 2 รายการ"):
        adopt_edition(town, edition_id)


def test_an_empty_plan_cannot_be_adopted(town):
    for name in ("ด้านโครงสร้างพื้นฐานและน้ำ", "ด้านคน"):
        remove_node(town, row_id(town.plan, name))
    delete(town, PUMP)
    begin_edition(town, "first")
    with pytest.raises(UserError, match="ยังไม่มีโครงการ"):
        adopt_edition(town)


def test_rows_that_wait_are_recorded_with_the_kind_they_wait_for(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    write(town, CANAL, "objective", "เพื่อป้องกันน้ำทวม")
    pay(town, TRAINING, {2566: None, 2567: 100_000})
    edition_id = begin_edition(town, "correction")
    road, canal, training = (row_id(town.plan, name) for name in (ROAD, CANAL, TRAINING))
    route_row(town, edition_id, canal, "change", "ขอพิจารณาก่อน")
    note_row(town, edition_id, training, {"th": "ปรับปีงบประมาณ"})
    adopt_edition(town, edition_id)
    assert (note_of(town, edition_id, road).routed, note_of(town, edition_id, road).routing_reason) == (
        "change",
        "",
    )
    assert (note_of(town, edition_id, canal).routed, note_of(town, edition_id, canal).routing_reason) == (
        "change",
        "ขอพิจารณาก่อน",
    )
    assert note_of(town, edition_id, training).routed == ""


def test_an_edition_amends_the_one_that_was_adopted_last_even_if_that_was_after_it_began(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    write(town, SCHOOL, "kpi", "ร้อยละ 80")
    change_id = begin_with_reasons(town, "change")
    correction_id = begin_with_reasons(town, "correction")
    adopt_edition(town, correction_id)
    adopt_edition(town, change_id)
    assert edition_of(town, change_id).base_id == correction_id
    assert [row.row_id for row in read_amendment(town, change_id).here] == [row_id(town.plan, ROAD)]
    assert [edition.id for edition in read_office(town.plan).adopted][1:] == [correction_id, change_id]
    assert read_amendment(town, begin_edition(town, "addition")).rows == ()


def test_why_a_row_was_put_into_an_edition_stays_with_it_though_another_edition_was_told(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    told = begin_edition(town, "change")
    correction = begin_edition(town, "correction")
    route_row(town, told, row_id(town.plan, ROAD), "correction", "พิมพ์ยอดเงินผิด")
    adopt_edition(town, correction)
    note = note_of(town, correction, row_id(town.plan, ROAD))
    assert (note.routed, note.routing_reason) == ("correction", "พิมพ์ยอดเงินผิด")
    assert [row.row_id for row in read_amendment(town, correction).here] == [row_id(town.plan, ROAD)]
