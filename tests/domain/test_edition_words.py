"""Editions and their rows in words."""

from dataclasses import replace
from datetime import date

import pytest

from success_desktop.domain.edition_differences import list_edition_rows
from success_desktop.domain.edition_words import (
    FieldTexts,
    deed_sentence,
    edition_name,
    field_texts,
    other_name,
    row_name,
    rule_sentence,
)
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import Edition, EditionKind
from success_desktop.domain.plan import Plan
from tests.editions import (
    CANAL,
    LAMP,
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
    without,
)

PLAN = town_plan()


def row_of(new: Plan, name: str) -> EditionRow:
    return next(row for row in list_edition_rows(PLAN, new, form_set()) if row.row_id == row_id(PLAN, name))


def told(new: Plan, name: str, field: str) -> FieldTexts:
    return field_texts(PLAN, new, row_of(new, name), field, "th")


def test_an_edition_goes_by_its_kind_number_and_year() -> None:
    edition = Edition(id="o-1", kind="change", number=2, year_be=2567)

    assert edition_name(edition, "th") == "เปลี่ยนแปลง ครั้งที่ 2/2567"
    assert edition_name(edition, "en") == "Change No. 2/2024"


@pytest.mark.parametrize(
    ("kind", "name"), [("addition", "เพิ่มเติม ครั้งที่ 1/2568"), ("correction", "แก้ไข ครั้งที่ 1/2568")]
)
def test_each_kind_has_its_word(kind: EditionKind, name: str) -> None:
    assert edition_name(replace(Edition(id="o-1", number=1, year_be=2568), kind=kind), "th") == name


def test_a_first_edition_and_one_without_a_number_go_by_their_kind_alone() -> None:
    assert edition_name(Edition(id="o-1", kind="first"), "th") == "แผนฉบับแรก"
    assert edition_name(Edition(id="o-1", kind="change"), "th") == "เปลี่ยนแปลง"


def test_a_row_goes_by_its_name_in_whatever_language_it_has_one() -> None:
    nameless = changed(PLAN, LAMP, "name", "th", None)

    assert row_name(PLAN, row_id(PLAN, LAMP), "en") == LAMP
    assert row_name(nameless, row_id(PLAN, LAMP), "th") == "โครงการ"


def test_the_rule_names_the_fields_that_decided() -> None:
    new = changed(PLAN, CANAL, "objective", "th", "เพื่อเลี้ยงปลา")
    row = row_of(new, CANAL)

    assert rule_sentence(new, row, "th") == "สาระสำคัญเปลี่ยนไป: วัตถุประสงค์"
    assert rule_sentence(new, row, "en") == "The substance is altered: Objective."


def test_money_is_told_year_by_year() -> None:
    change = told(paid(PLAN, TRAINING, {2566: None, 2567: 100_000}), TRAINING, "budget")

    assert change.label == "งบประมาณ (บาท)"
    assert change.old == "2566: 50,000\n2567: 50,000\n2568: 50,000"
    assert change.new == "2567: 100,000\n2568: 50,000"


def test_links_are_told_by_name_and_a_blank_one_by_nothing() -> None:
    linked = changed(PLAN, CANAL, "lead_agencies", row_id(PLAN, "กองช่าง"), "V")

    assert told(linked, CANAL, "lead_agencies") == FieldTexts("หน่วยงานรับผิดชอบหลัก", "", "กองช่าง")


def test_a_text_is_told_in_the_language_that_it_has() -> None:
    change = field_texts(PLAN, PLAN, replace_row(ROAD), "kpi", "en")

    assert change == FieldTexts("Indicator (KPI)", *["ร้อยละ 80 ของประชาชนพึงพอใจ"] * 2)


def test_an_option_is_told_by_its_name() -> None:
    chosen = changed(PLAN, LAMP, "status", "", "in_progress")
    change = field_texts(PLAN, chosen, replace_row(LAMP), "status", "th")

    assert (change.old, change.new) == ("", "อยู่ระหว่างดำเนินการ")


def test_children_are_told_by_their_names() -> None:
    new = with_action(PLAN, LAMP, "สำรวจเสาไฟ")
    change = field_texts(PLAN, new, replace_row(LAMP), "children:action_item", "th")

    assert change == FieldTexts("กิจกรรม", "", "สำรวจเสาไฟ")


def test_a_row_that_is_gone_says_nothing_now() -> None:
    new = without(PLAN, LAMP)
    change = field_texts(PLAN, new, row_of(new, LAMP), "name", "th")

    assert change == FieldTexts("ชื่อโครงการ", LAMP, "")


def test_deeds_name_what_they_refer_to_where_they_refer_to_something() -> None:
    assert deed_sentence("merged", ROAD, "th") == f"รวมกับ {ROAD}"
    assert deed_sentence("duplicate", "", "th") == "ซ้ำกับรายการอื่น"
    assert deed_sentence("coordination", "", "th") == "ส่งไปประสานแผน (ผ.02/2)"
    assert deed_sentence("", ROAD, "th") == ""


def test_a_deed_s_other_end_goes_by_its_name_whether_node_option_or_unknown() -> None:
    new = moved(PLAN, LAMP, "แผนงานการศึกษา")
    row = row_of(new, LAMP)

    assert other_name(row, "th", new) == "แผนงานการศึกษา"
    assert other_name(replace(row, proposed_other_id="education"), "th", new) == "แผนงานการศึกษา"
    assert other_name(replace(row, proposed_other_id="01jgone"), "th", new) == ""
    assert other_name(replace(row, proposed_other_id=""), "th", new) == ""


def replace_row(name: str) -> EditionRow:
    return EditionRow(row_id(PLAN, name), "project", "edited", "p02", (), "detail")


def test_a_field_of_days_is_told_as_dates() -> None:
    dated = changed(PLAN, SCHOOL, "start_on", "", date(2025, 10, 1))

    assert field_texts(PLAN, dated, replace_row(SCHOOL), "start_on", "th").new == "1 ต.ค. 2568"
