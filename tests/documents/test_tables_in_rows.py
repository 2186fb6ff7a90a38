"""The form ผ.02 as real workbooks have it: heads, groups, sums, texts that go on, and what is none of these."""

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.tables_in import read_table
from success_desktop.documents.tables_in_cells import Cell, Sheet, SheetRow
from success_desktop.documents.tables_in_head import find_heads
from success_desktop.documents.tables_in_names import ColumnNames
from success_desktop.documents.tables_in_rows import (
    OtherLine,
    ProjectLine,
    ProjectTable,
    TotalLine,
    read_projects,
)
from tests.documents.p02_workbooks import project, save_workbook, write_head, write_row, write_sheet

FIELDS = [
    "number", "name", "objective", "target",
    "budget:2566", "budget:2567", "budget:2568", "budget:2569", "budget:2570",
    "kpi", "expected_result", "lead_agencies",
]  # fmt: skip


def sheet_of(*rows: list[Cell]) -> Sheet:
    return Sheet("ผ.02", tuple(SheetRow(number, row) for number, row in enumerate(rows, start=1) if any(row)))


def table_of(*rows: list[Cell], mapping: dict[int, str] | None = None) -> ProjectTable:
    table = read_projects(sheet_of(*rows), ColumnNames(), mapping)
    assert table is not None
    return table


def heads_of(*rows: list[Cell], mapping: dict[int, str] | None = None):
    return find_heads(sheet_of(*rows), ColumnNames(), mapping)


def fields_of(*rows: list[Cell], mapping: dict[int, str] | None = None) -> list[str]:
    (head,) = heads_of(*rows, mapping=mapping)
    return [column.field for column in head.columns]


def names_of(table: ProjectTable) -> list[object]:
    return [line.cells[1][0][1] for line in table.lines if isinstance(line, ProjectLine)]


def test_the_merged_head_of_three_rows_is_found_below_titles(tmp_path):
    path = save_workbook(
        tmp_path / "a.xlsx", {"ผ.02": (["(1) แผนงานเคหะและชุมชน"], [project(1, "ขุดลอกคลอง", 5)])}
    )
    (head,) = find_heads(read_table(path)[0], ColumnNames())
    assert [column.field for column in head.columns] == FIELDS
    assert head.last_row == head.first_row + 2


def test_a_head_in_one_row_is_found():
    assert fields_of(["โครงการ", "เป้าหมาย", "งบประมาณ 2566 (บาท)"], ["ก", "ข", 5]) == [
        "name",
        "target",
        "budget:2566",
    ]


def test_a_head_cut_over_two_rows_is_put_together():
    upper: list[Cell] = ["โครงการ", "เป้าหมาย", "งบประมาณ", "", "ตัวชี้วัด", "ผลที่คาดว่า", "หน่วยงาน"]
    lower: list[Cell] = ["", "(ผลผลิตของโครงการ)", "2566 (บาท)", "2567 (บาท)", "(KPI)", "จะได้รับ", "รับผิดชอบหลัก"]
    assert fields_of(upper, lower) == [
        "name", "target", "budget:2566", "budget:2567", "kpi", "expected_result", "lead_agencies",
    ]  # fmt: skip


def test_years_under_another_head_than_the_budget_are_not_money():
    upper: list[Cell] = ["โครงการ", "เป้าหมาย", "งบประมาณ", "", "เทศบัญญัติ", ""]
    assert fields_of(upper, ["", "", 2566.0, 2567.0, 2566.0, 2567.0]) == [
        "name", "target", "budget:2566", "budget:2567", "", "",
    ]  # fmt: skip


def test_a_head_that_stands_low_beside_taller_ones_is_read_alone():
    upper: list[Cell] = ["โครงการ", "เป้าหมาย", "งบประมาณ", "หน่วยงาน", ""]
    assert fields_of(upper, ["", "", "2566", "", "หมายเหตุ"]) == [
        "name", "target", "budget:2566", "lead_agencies", "note",
    ]  # fmt: skip


def test_a_head_repeated_in_unmerged_cells_reads_once():
    upper: list[Cell] = ["โครงการ", "เป้าหมาย", "งบประมาณ", "งบประมาณ"]
    assert fields_of(upper, ["โครงการ", "เป้าหมาย", "2566", "2567"]) == [
        "name",
        "target",
        "budget:2566",
        "budget:2567",
    ]


def test_rows_of_units_and_column_numbers_belong_to_the_head():
    head: list[Cell] = ["ที่", "โครงการ", "เป้าหมาย", "2566"]
    rows: tuple[list[Cell], ...] = (["", "", "", "(บาท)"], ["(1)", "(2)", "(3)", "(4)"], [1.0, 2.0, 3.0, 4.0])
    for below in rows:
        assert heads_of(head, below, [1.0, "ก", "ข", 5.0])[0].last_row == 2
    assert heads_of(head, [1.0, "ก", "ข", 5.0])[0].last_row == 1
    assert heads_of(head, [""], ["", "", "", "(บาท)"])[0].last_row == 1


def test_a_head_needs_the_projects_and_two_fields_more():
    assert heads_of(["โครงการ", "เป้าหมาย"]) == ()
    assert heads_of(["ยุทธศาสตร์", "2566", "2567", "2568"]) == ()
    assert heads_of(["ที่", "แผนงาน", "หมวด", "เป้าหมาย", "2566"]) == ()


def test_a_head_is_not_stretched_over_blank_rows():
    (head,) = heads_of(["ชื่อ"], [""], ["โครงการ", "เป้าหมาย", "หมายเหตุ"], [""], ["ก", "ข"])
    assert (head.first_row, head.last_row) == (3, 3)


def test_an_english_column_beside_a_thai_one_holds_the_english_wording():
    assert fields_of(["Project", "โครงการ", "Objective", "หมายเหตุ", "โครงการ"]) == [
        "name:en", "name:th", "objective", "note", "",
    ]  # fmt: skip
    assert fields_of(["Project", "Project (Thai)", "Objective", "Objective (English)", "Target"]) == [
        "name:en", "name:th", "objective:th", "objective:en", "target",
    ]  # fmt: skip
    assert fields_of(["โครงการ", "โครงการ (ไทย)", "โครงการ (อังกฤษ)", "เป้าหมาย"]) == [
        "name", "name:th", "name:en", "target",
    ]  # fmt: skip


def test_a_mapping_by_hand_overrules_the_heads():
    head: list[Cell] = ["โครงการ", "เป้าหมาย", "จุดดำเนินการ", "หมายเหตุ"]
    assert fields_of(head, mapping={2: "place", 3: ""}) == ["name", "target", "place", ""]
    assert fields_of(head, mapping={2: "target", 5: "kpi"}) == ["name", "", "target", "note", "kpi"]


def test_a_mapping_by_hand_may_say_which_column_names_the_projects():
    head: list[Cell] = ["ที่", "งาน", "เป้าหมาย", "2566"]
    assert heads_of(head) == ()
    (found,) = heads_of(["งานทั้งหมด", "ปีนี้"], head, [1.0, "ก", "ข", 5.0], mapping={1: "name"})
    assert (found.first_row, [column.field for column in found.columns]) == (
        2,
        ["number", "name", "target", "budget:2566"],
    )


def test_long_text_is_no_head():
    assert heads_of(["โครงการ", "เป้าหมาย", "หมายเหตุ" + " " * 200 + "ก"]) == ()


def test_groups_above_and_between_rows_hold_for_what_follows(tmp_path):
    rows = [
        project(1, "ก"),
        "(2) แผนงานการศึกษา",
        project(1, "ข"),
        "    1.2 กลยุทธ์ ลดขยะ",
        project(1, "ค"),
        "2. ยุทธศาสตร์ด้านคน",
        project(1, "ง"),
    ]
    above = ["1. ยุทธศาสตร์ด้านน้ำ", "    1.1 กลยุทธ์ กันท่วม", "    (1) แผนงานเคหะและชุมชน"]
    table = read_projects(
        read_table(save_workbook(tmp_path / "a.xlsx", {"ผ.02": (above, rows)}))[0], ColumnNames()
    )
    assert table is not None
    groups = [[group.name for group in line.groups] for line in table.lines if isinstance(line, ProjectLine)]
    assert groups == [
        ["ยุทธศาสตร์ด้านน้ำ", "กันท่วม", "แผนงานเคหะและชุมชน"],
        ["ยุทธศาสตร์ด้านน้ำ", "กันท่วม", "แผนงานการศึกษา"],
        ["ยุทธศาสตร์ด้านน้ำ", "ลดขยะ"],
        ["ยุทธศาสตร์ด้านคน"],
    ]


def test_columns_of_groups_hold_until_they_change():
    table = table_of(
        ["ยุทธศาสตร์", "โครงการ", "แผนงาน", "2566"],
        ["น้ำ", "ก", "เคหะ", 1.0],
        ["", "ข", "", 2.0],
        ["คน", "ค", "", 3.0],
    )
    assert [
        [group.name for group in line.groups] for line in table.lines if isinstance(line, ProjectLine)
    ] == [
        ["น้ำ", "เคหะ"],
        ["น้ำ", "เคหะ"],
        ["คน"],
    ]


def test_pages_repeat_titles_and_head_without_leaving_a_trace(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    above = ["1. ยุทธศาสตร์ด้านน้ำ", "(1) แผนงานเคหะและชุมชน"]
    write_sheet(sheet, above, [project(1, "ก", 1)])
    for line in ("รายละเอียดโครงการพัฒนา", "ก. ยุทธศาสตร์ชาติ 20 ปี (ต่อ)", *above):
        write_row(sheet, [line])
    write_head(sheet, sheet.max_row + 1)
    write_row(sheet, project(2, "ข", 1))
    book.save(tmp_path / "a.xlsx")
    table = read_projects(read_table(tmp_path / "a.xlsx")[0], ColumnNames())
    assert table is not None
    assert names_of(table) == ["ก", "ข"]
    assert len(table.heads) == len(table.lines) == 2
    assert {line.groups for line in table.lines if isinstance(line, ProjectLine)} == {
        (("strategy", "ยุทธศาสตร์ด้านน้ำ"), ("programme", "แผนงานเคหะและชุมชน"))
    }


@pytest.mark.parametrize(
    "label",
    ["รวม", "รวมงบประมาณ", "รวมทั้งสิ้น", "รวม 5 ปี", "รวมแผนงานการศึกษา", "ยอดรวม", "Total", "รวม 12 โครงการ"],
)
def test_sums_are_told_from_projects(label):
    head: list[Cell] = ["ที่", "โครงการ", "เป้าหมาย", "2566", "2567", "รวม"]
    table = table_of(
        head, [1.0, "ก", "ข", 5.0], ["", label, "-", 5.0, "", 5.0], [label, "3 โครงการ", "", 5.0]
    )
    assert [type(line) for line in table.lines] == [ProjectLine, TotalLine, TotalLine]
    line = table.lines[1]
    assert isinstance(line, TotalLine)
    assert (line.label, line.by_year, line.total) == (label, {2566: 5.0}, 5.0)


def test_sums_carried_over_and_counts_of_projects_are_no_sums_of_money():
    head: list[Cell] = ["ที่", "โครงการ", "เป้าหมาย", "2566"]
    assert table_of(head, ["รวมจำนวนโครงการ", "", "", 3.0], ["ยอดยกไป", "", "", 5.0]).lines == ()


def test_any_text_in_the_column_of_numbers_that_begins_with_the_word_for_sum_labels_one():
    head: list[Cell] = ["ที่", "โครงการ", "เป้าหมาย", "2566"]
    (line,) = table_of(head, ["รวมตลอดห้าปี", "", "", 5.0]).lines
    assert isinstance(line, TotalLine)


def test_a_project_may_begin_with_the_word_for_sum():
    head: list[Cell] = ["ที่", "โครงการ", "เป้าหมาย", "2566"]
    rows: list[list[Cell]] = [
        [1.0, "รวมพลังคนริมคลอง", "1 ครั้ง", 5.0],
        ["", "รวมโครงการย่อย 3 แห่ง", "3 แห่ง", 5.0],
    ]
    assert names_of(table_of(head, *rows)) == ["รวมพลังคนริมคลอง", "รวมโครงการย่อย 3 แห่ง"]


def test_text_that_goes_on_in_the_next_row_belongs_to_the_project_above():
    head: list[Cell] = ["ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย", "2566"]
    table = table_of(head, [1.0, "ก", "1. กัน", "", 5.0], ["", "", "2. แก้", "3 แห่ง"], ["", "", "3. ฟื้น"])
    (line,) = table.lines
    assert isinstance(line, ProjectLine)
    assert line.cells[2] == [(2, "1. กัน"), (3, "2. แก้"), (4, "3. ฟื้น")]
    assert line.cells[3] == [(3, "3 แห่ง")]


def test_what_is_no_project_is_kept_apart_and_bare_numbers_are_passed_over():
    head: list[Cell] = ["ที่", "โครงการ", "วัตถุประสงค์", "2566"]
    table = table_of(
        head,
        ["", "", "ลอยอยู่"],
        [1.0, "ก", "ข", 5.0],
        [2.0],
        ["", "", "", 9.0],
        ["", "หมายเหตุ: ร่าง"],
        ["ลงชื่อ นายก"],
    )
    assert [(line.row, line.text) for line in table.lines if isinstance(line, OtherLine)] == [
        (2, "ลอยอยู่"),
        (5, "9"),
        (6, "หมายเหตุ: ร่าง"),
    ]


def test_a_lone_name_is_a_project_where_rows_have_no_numbers():
    assert table_of(["โครงการ", "เป้าหมาย", "2566"], ["ก"], ["ข", "ค"]).lines[0].row == 2


def test_a_sheet_without_a_list_of_projects_is_none(tmp_path):
    assert read_projects(sheet_of(["ที่", "ครุภัณฑ์", "2566"]), ColumnNames()) is None


CELLS = st.one_of(
    st.sampled_from(
        ["", "ที่", "โครงการ", "เป้าหมาย", "2566", "รวม", "(1) แผนงานการศึกษา", "1. ยุทธศาสตร์น้ำ", "ก"]
    ),
    st.text(max_size=6),
    st.floats(),
    st.booleans(),
    st.dates(),
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_no_cells_whatever_upset_the_reader_or_get_lost(rows):
    sheet = Sheet("ก", tuple(SheetRow(number, row) for number, row in enumerate(rows, start=1) if any(row)))
    table = read_projects(sheet, ColumnNames())
    if table is not None:
        numbers = [line.row for line in table.lines]
        assert numbers == sorted(set(numbers))
