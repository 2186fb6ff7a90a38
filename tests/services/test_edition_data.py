"""Editions as data for scripts and as lines for a terminal."""

import json
from datetime import date

import pytest

from success_desktop.domain.office import read_office
from success_desktop.errors import UserError
from success_desktop.services.edition_data import (
    describe_edition,
    describe_rows,
    edition_lines,
    find_named_edition,
    find_row_id,
    noted_lines,
    require_row,
    row_lines,
)
from success_desktop.services.edition_rows import read_amendment
from success_desktop.services.editions import (
    announce_edition,
    begin_edition,
    note_row,
    route_row,
    set_edition,
)
from tests.editions import CANAL, LAMP, ROAD, SCHOOL, add, delete, move, pay, row_id, write
from tests.services.towns import adopt, adopt_first, edition_of


@pytest.fixture
def amended(town):
    """The town adopted once, then a road with more money, a lamp gone, a slip mended, a row moved and one added."""
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    delete(town, LAMP)
    write(town, CANAL, "objective", "เพื่อป้องกันน้ำทวม")
    move(town, SCHOOL, "แผนงานเคหะและชุมชน")
    add(town, "โครงการใหม่", "แผนงานการศึกษา", {2570: 5})
    begin_edition(town, "change")
    return town


def test_an_edition_is_found_by_its_id_or_any_of_its_names(amended):
    edition = read_office(amended.plan).open_edition
    assert edition is not None
    for name in (
        edition.id,
        "เปลี่ยนแปลง ครั้งที่ 1/2569",
        "เปลี่ยนแปลงครั้งที่1/2569",
        "change 1/2569",
        "เปลี่ยนแปลง 1/2569",
        "เปลี่ยนแปลง",
        "change",
        "Change No. 1/2026",
    ):
        assert find_named_edition(amended.plan, name).id == edition.id
    assert find_named_edition(amended.plan, "first").kind == "first"


def test_an_unknown_edition_is_refused(amended):
    with pytest.raises(UserError, match="correction 9/2569"):
        find_named_edition(amended.plan, "correction 9/2569")


def test_a_row_is_found_by_id_or_name_even_one_that_is_gone(amended):
    amendment = read_amendment(amended)
    gone = next(row.row_id for row in amendment.rows if row.nature == "removed")
    assert find_row_id(amendment, LAMP) == find_row_id(amendment, gone) == gone
    assert find_row_id(amendment, ROAD) == row_id(amended.plan, ROAD)
    assert find_row_id(amendment, "แผนงานการศึกษา") == row_id(amended.plan, "แผนงานการศึกษา")
    with pytest.raises(UserError, match="ไม่มีชื่อนี้"):
        find_row_id(amendment, "ไม่มีชื่อนี้")


def test_a_row_of_a_first_edition_is_found_too(town):
    begin_edition(town, "first")
    assert find_row_id(read_amendment(town), ROAD) == row_id(town.plan, ROAD)


def test_an_edition_is_described_with_its_days_and_places(town):
    edition_id = adopt_first(town)
    told = describe_edition(edition_of(town, edition_id))
    json.dumps(told)
    assert (told["kind"], told["number"], told["year_be"], told["is_adopted"]) == ("first", None, None, True)
    assert (told["adopted_on"], told["announced_on"]) == ("2026-11-22", None)
    assert told["name"] == {"th": "แผนฉบับแรก", "en": "First edition"}
    assert told["places"][row_id(town.plan, ROAD)] == {"form": "p02", "page": 101, "number": "1"}


def test_rows_are_described_with_rule_route_old_and_new(amended):
    told = describe_rows(read_amendment(amended))
    json.dumps(told)
    rows = {row["name"]["th"]: row for row in told["rows"]}
    road = rows[ROAD]
    assert (road["nature"], road["rule"], road["proposed"], road["routed"]) == (
        "edited",
        "total",
        "change",
        "change",
    )
    assert road["fields"][0]["th"]["old"] == "2566: 1,500,000\n2567: 500,000"
    assert road["fields"][0]["en"]["new"] == "2023: 1,500,000\n2024: 900,000"
    assert rows[LAMP]["nature"] == "removed"
    assert (rows[SCHOOL]["deed"], rows[SCHOOL]["other_id"]) == (
        "programme",
        row_id(amended.plan, "แผนงานเคหะและชุมชน"),
    )
    assert {lack["row_id"] for lack in told["lacking"]} == {rows[name]["id"] for name in (ROAD, LAMP, SCHOOL)}
    assert rows["โครงการใหม่"]["routed"] == "addition"


def test_nothing_is_lacking_of_an_adopted_edition(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    edition_id = adopt(town, "change")
    assert describe_rows(read_amendment(town, edition_id))["lacking"] == []


def test_lines_tell_rows_rules_waiting_ones_and_what_is_missing(amended):
    edition_id = read_amendment(amended).edition.id
    canal, road = (row_id(amended.plan, name) for name in (CANAL, ROAD))
    route_row(amended, edition_id, canal, "change", "ขอพิจารณา")
    note_row(amended, edition_id, road, {"th": "ราคา\nสูงขึ้น"})
    lines = row_lines(read_amendment(amended), "th")
    assert lines[0].startswith("เปลี่ยนแปลง ครั้งที่ 1/2569 · ข้อ 22/1 · กำลังจัดทำ")
    assert f"รายการที่แก้: {ROAD} → เปลี่ยนแปลง  [{road}]" in lines
    assert "    งบประมาณรวมทุกปีไม่เท่าเดิม" in lines
    assert "    งบประมาณ (บาท): 2566: 1,500,000 | 2567: 500,000 → 2566: 1,500,000 | 2567: 900,000" in lines
    assert "    เหตุผล: ราคา | สูงขึ้น" in lines
    assert "    กำหนดเอง: ขอพิจารณา" in lines
    assert "    ย้ายไปแผนงานอื่น · แผนงานเคหะและชุมชน" in lines
    assert "รายการเหล่านี้รอฉบับประเภทอื่น:" in lines
    assert lines.index("รายการเหล่านี้รอฉบับประเภทอื่น:") < next(
        place for place, line in enumerate(lines) if line.startswith("รายการใหม่: โครงการใหม่")
    )
    assert f"  ยังไม่ได้ใส่เหตุผลและความจำเป็น: {LAMP}" in lines


def test_a_guess_is_told_as_not_recorded_yet(town):
    add(town, f"{LAMP}  ", "แผนงานการศึกษา", {})
    adopt_first(town)
    delete(town, LAMP)
    begin_edition(town, "change")
    other = f"    ซ้ำกับรายการอื่น · {LAMP} · ยังไม่ได้บันทึก"
    assert other in row_lines(read_amendment(town), "th")


def test_a_first_edition_is_told_by_how_many_rows_it_has(town):
    assert edition_lines(read_office(town.plan), "th") == ["ยังไม่มีฉบับใด"]
    edition_id = begin_edition(town, "first")
    set_edition(town, edition_id, {"clause": ""})
    assert row_lines(read_amendment(town), "th")[1:] == [
        "6 รายการ",
        "สิ่งที่ยังขาดก่อนประกาศใช้:",
        "  ยังไม่ได้ใส่ข้อของระเบียบที่ประกาศอ้างถึง",
    ]


def test_adopted_editions_are_listed_with_their_days(town):
    edition_id = adopt_first(town)
    assert edition_lines(read_office(town.plan), "th") == [
        f"แผนฉบับแรก · ข้อ 17 (4) · ประกาศใช้ 22 พ.ย. 2569  [{edition_id}]"
    ]
    assert row_lines(read_amendment(town, edition_id), "th")[1:] == ["6 รายการ"]


def test_a_row_that_waits_alone_leaves_nothing_to_wait_for_in_its_own_edition(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    begin_edition(town, "change")
    assert not any("รอฉบับ" in line for line in row_lines(read_amendment(town), "th"))


def test_only_a_row_of_a_form_is_one_that_can_be_noted(amended):
    amendment = read_amendment(amended)
    gone = next(row.row_id for row in amendment.rows if row.nature == "removed")
    require_row(amendment, gone)
    require_row(amendment, row_id(amended.plan, ROAD))
    with pytest.raises(UserError):
        require_row(amendment, row_id(amended.plan, "ด้านคน"))


def test_a_kind_alone_is_the_newest_edition_of_that_kind(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    adopt(town, "change")
    newest = begin_edition(town, "change")
    assert find_named_edition(town.plan, "เปลี่ยนแปลง").id == newest
    assert find_named_edition(town.plan, "change 1/2569").id != newest


def test_the_answer_to_a_note_is_that_row_with_what_is_missing_of_it(amended):
    amendment = read_amendment(amended)
    lines = noted_lines(amendment, row_id(amended.plan, ROAD), "th")
    assert lines[0].startswith(f"รายการที่แก้: {ROAD} → เปลี่ยนแปลง")
    assert lines[-1] == f"    ยังไม่ได้ใส่เหตุผลและความจำเป็น: {ROAD}"
    assert LAMP not in "".join(lines)


def test_an_announced_edition_is_listed_with_both_days(town):
    edition_id = adopt_first(town)
    announce_edition(town, edition_id, date(2026, 12, 1))
    assert "อนุมัติ 22 พ.ย. 2569 ประกาศใช้ 1 ธ.ค. 2569" in edition_lines(read_office(town.plan), "th")[0]
