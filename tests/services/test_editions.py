"""Preparing an edition: begin, fill in, assign rows, give reasons, announce, give up. Each is one step of undo."""

from datetime import date

import pytest

from success_desktop.domain.edition_words import edition_name
from success_desktop.domain.office import read_office
from success_desktop.domain.office_edits import set_office
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.edition_rows import find_edition, read_amendment
from success_desktop.services.editions import (
    announce_edition,
    begin_edition,
    note_row,
    propose_number,
    propose_year,
    record_deed,
    remove_edition,
    route_row,
    set_edition,
    usual_clause,
)
from tests.editions import CANAL, LAMP, ROAD, form_set, pay, row_id, write
from tests.services.towns import adopt, adopt_first, edition_of, note_of


def test_a_first_edition_has_its_clause_and_no_number(town):
    edition = edition_of(town, begin_edition(town, "first"))
    assert (edition.kind, edition.number, edition.year_be) == ("first", 0, 0)
    assert edition.clause == "ข้อ 17 (4)"
    assert edition.base_id == ""
    assert not edition.is_adopted


def test_beginning_is_one_step_of_undo(town):
    before = town.plan
    begin_edition(town, "first")
    town.undo()
    assert town.plan == before


def test_an_amending_edition_is_numbered_in_the_year_of_today_and_amends_the_last_one(town):
    first_id = adopt_first(town)
    edition = edition_of(town, begin_edition(town, "change"))
    assert edition_name(edition, "th") == "เปลี่ยนแปลง ครั้งที่ 1/2569"
    assert (edition.clause, edition.base_id) == ("ข้อ 22/1", first_id)


def test_numbers_go_on_within_a_year_and_a_kind(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 1})
    adopt(town, "change")
    office = read_office(town.plan)
    assert propose_number(office, "change", 2569) == 2
    assert propose_number(office, "change", 2570) == 1
    assert propose_number(office, "correction", 2569) == 1


def test_a_number_and_a_year_may_be_given(town):
    adopt_first(town)
    edition = edition_of(town, begin_edition(town, "change", 2, 2567))
    assert edition_name(edition, "th") == "เปลี่ยนแปลง ครั้งที่ 2/2567"


def test_the_year_is_that_of_the_calendar(town, clock):
    clock.at = clock.at.replace(month=12, day=31, hour=12)
    assert propose_year(town) == 2569


def test_the_clause_goes_by_the_kind_of_authority_and_is_blank_where_the_forms_name_none(town):
    town.edit("kind", set_office(town.plan, {"authority": "obt"}))
    assert edition_of(town, begin_edition(town, "first")).clause
    silent = form_set().model_copy(update={"editions": {}})
    assert usual_clause(silent, "first", "obt") == ""
    clauseless = form_set().editions["change"].model_copy(update={"clauses": {}})
    assert usual_clause(silent.model_copy(update={"editions": {"change": clauseless}}), "change", "obt") == ""


def test_nothing_can_be_amended_before_a_first_edition(town):
    with pytest.raises(UserError, match="ยังไม่เคยประกาศใช้"):
        begin_edition(town, "change")


def test_a_plan_has_one_first_edition(town):
    adopt_first(town)
    with pytest.raises(UserError, match="ประกาศใช้แล้ว"):
        begin_edition(town, "first")


def test_one_edition_of_each_kind_is_prepared_at_a_time(town):
    begin_edition(town, "first")
    with pytest.raises(UserError, match="กำลังจัดทำอยู่แล้ว"):
        begin_edition(town, "first")
    remove_edition(town, "")
    adopt_first(town)
    begin_edition(town, "change")
    assert begin_edition(town, "correction")


def test_number_year_clause_and_reasons_can_be_edited(town):
    adopt_first(town)
    edition_id = begin_edition(town, "change")
    values: dict[str, FieldValue] = {
        "number": 3,
        "year_be": 2570,
        "clause": "ข้อ 22/2",
        "reasons": {"th": "นโยบายรัฐบาล"},
    }
    set_edition(town, edition_id, values)
    edition = edition_of(town, edition_id)
    assert (edition.number, edition.year_be, edition.clause) == (3, 2570, "ข้อ 22/2")
    assert edition.reasons == {"th": "นโยบายรัฐบาล"}
    town.undo()
    assert edition_of(town, edition_id).number == 1


def test_what_adopting_writes_cannot_be_edited_by_hand(town):
    edition_id = begin_edition(town, "first")
    with pytest.raises(KeyError, match="revision_id"):
        set_edition(town, edition_id, {"revision_id": "r1"})


def test_a_row_goes_to_another_kind_of_edition_with_a_reason(town):
    adopt_first(town)
    write(town, CANAL, "objective", "เพื่อเลี้ยงปลา")
    edition_id = begin_edition(town, "correction")
    assert read_amendment(town, edition_id).here == ()
    route_row(town, edition_id, row_id(town.plan, CANAL), "correction", " พิมพ์ตกทั้งบรรทัด ")
    (row,) = read_amendment(town, edition_id).here
    assert (row.proposed, row.routed, row.is_overridden) == ("change", "correction", True)
    assert note_of(town, edition_id, row.row_id).routing_reason == "พิมพ์ตกทั้งบรรทัด"
    town.undo()
    assert read_amendment(town, edition_id).here == ()


def test_a_row_goes_back_to_what_the_rule_says(town):
    adopt_first(town)
    write(town, CANAL, "objective", "เพื่อเลี้ยงปลา")
    edition_id = begin_edition(town, "correction")
    route_row(town, edition_id, row_id(town.plan, CANAL), "correction", "พิมพ์ตก")
    route_row(town, edition_id, row_id(town.plan, CANAL), "")
    (row,) = read_amendment(town, edition_id).elsewhere
    assert (row.routed, note_of(town, edition_id, row.row_id).routing_reason) == ("change", "")


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_row_goes_nowhere_without_a_reason(town, reason):
    adopt_first(town)
    edition_id = begin_edition(town, "correction")
    with pytest.raises(UserError, match="ต้องมีเหตุผล"):
        route_row(town, edition_id, row_id(town.plan, CANAL), "correction", reason)


def test_the_reason_for_a_row_is_one_step_of_undo(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 1})
    edition_id = begin_edition(town, "change")
    note_row(town, edition_id, row_id(town.plan, ROAD), {"th": " ราคาลดลง "})
    assert read_amendment(town, edition_id).here[0].reason == {"th": "ราคาลดลง"}
    town.undo()
    assert read_amendment(town, edition_id).here[0].reason == {}


def test_a_deed_is_recorded_and_taken_back(town):
    adopt_first(town)
    edition_id = begin_edition(town, "change")
    lamp, road = row_id(town.plan, LAMP), row_id(town.plan, ROAD)
    record_deed(town, edition_id, lamp, "duplicate", road)
    (row,) = read_amendment(town, edition_id).rows
    assert (row.nature, row.deed, row.other_id) == ("same", "duplicate", road)
    record_deed(town, edition_id, lamp, "", road)
    assert read_amendment(town, edition_id).rows == ()
    assert note_of(town, edition_id, lamp).other_id == ""


def test_a_row_is_no_duplicate_of_itself(town):
    adopt_first(town)
    edition_id = begin_edition(town, "change")
    lamp = row_id(town.plan, LAMP)
    with pytest.raises(UserError, match="กับตัวเองไม่ได้"):
        record_deed(town, edition_id, lamp, "merged", lamp)


def test_an_adopted_edition_stays_as_it_is(town):
    first_id = adopt_first(town)
    lamp = row_id(town.plan, LAMP)
    for verb in (
        lambda: set_edition(town, first_id, {"clause": "ข้อ 1"}),
        lambda: note_row(town, first_id, lamp, {"th": "x"}),
        lambda: route_row(town, first_id, lamp, "change", "x"),
        lambda: record_deed(town, first_id, lamp, "coordination"),
        lambda: remove_edition(town, first_id),
    ):
        with pytest.raises(UserError, match="แก้ไม่ได้"):
            verb()


def test_an_adopted_edition_is_announced_on_a_day(town):
    first_id = adopt_first(town)
    announce_edition(town, first_id)
    assert edition_of(town, first_id).announced_on == date(2026, 11, 22)
    announce_edition(town, first_id, date(2026, 12, 1))
    assert edition_of(town, first_id).announced_on == date(2026, 12, 1)


def test_nothing_is_announced_before_it_is_adopted(town):
    edition_id = begin_edition(town, "first")
    with pytest.raises(UserError, match="ยังไม่ได้ประกาศใช้"):
        announce_edition(town, edition_id)
    remove_edition(town, edition_id)
    first_id = adopt_first(town)
    with pytest.raises(UserError, match="ต้องไม่ก่อน"):
        announce_edition(town, first_id, date(2026, 11, 21))


def test_an_edition_given_up_goes_with_its_notes_and_comes_back_with_undo(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 1})
    edition_id = begin_edition(town, "change")
    note_row(town, edition_id, row_id(town.plan, ROAD), {"th": "จำเป็น"})
    before = town.plan
    remove_edition(town, edition_id)
    assert [edition.kind for edition in read_office(town.plan).editions] == ["first"]
    town.undo()
    assert town.plan == before


def test_an_edition_nobody_knows_is_refused(town):
    with pytest.raises(UserError, match="ไม่มีฉบับดังกล่าว"):
        find_edition(town.plan, "o-unknown")
    with pytest.raises(UserError, match="ยังไม่มีฉบับที่กำลังจัดทำ"):
        find_edition(town.plan, "")


def test_numbers_and_pages_are_counted_from_one(town):
    edition_id = begin_edition(town, "first")
    with pytest.raises(UserError):
        adopt_edition(town, edition_id, first_page=0)
    adopt_edition(town, edition_id)
    with pytest.raises(UserError):
        begin_edition(town, "change", -1)
    change_id = begin_edition(town, "change")
    with pytest.raises(UserError):
        set_edition(town, change_id, {"number": -2})
    assert edition_of(town, change_id).number == 1
