"""Heads of columns and lines of groups, in the many ways in which they are written."""

import pytest

from success_desktop.documents.tables_in_groups import (
    GroupLine,
    group_key,
    is_alignment,
    level_of,
    read_groups,
)
from success_desktop.documents.tables_in_names import ColumnNames, budget_field, budget_year, head_key


@pytest.mark.parametrize(
    "head",
    [
        "2566",
        "๒๕๖๖",
        "งบประมาณ 2566 (บาท)",
        "งบประมาณ\n2566\n(บาท)",
        "งบประมาณ (บาท) พ.ศ. 2566",
        "งบประมาณและที่มา 2566",
        "ปี 2566",
        "ปี 66",
        "ปีงบประมาณ พ.ศ. ๒๕๖๖",
        "2023",
        "FY2023",
        "Budget 2023 (baht)",
        "Fiscal year 2566 BE",
    ],
)
def test_a_year_of_money_is_known_however_it_is_written(head):
    assert ColumnNames().field_of(head) == "budget:2566"


@pytest.mark.parametrize(
    "head", ["66", "9999", "1066", "งบประมาณ 2566 (พันบาท)", "เทศบัญญัติ 2566", "งบประมาณ", ""]
)
def test_money_whose_year_or_unit_is_in_doubt_is_not_guessed(head):
    assert ColumnNames().field_of(head) == ""


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("ที่", "number"),
        ("#", "number"),
        ("No.", "number"),
        ("โครงการ", "name"),
        ("โครงการ / กิจกรรม", "name"),
        ("Project name", "name"),
        ("Project (English)", "name:en"),
        ("ชื่อโครงการ (ภาษาอังกฤษ)", "name:en"),
        ("ชื่อโครงการ (ไทย)", "name:th"),
        ("Objective (Thai)", "objective:th"),
        ("เป้าหมาย\n(ผลผลิตของโครงการ)", "target"),
        ("เป้าหมาย (ผลผลิตของโครงการ) (บาท)", "target"),
        ("ตัวชี้วัด (KPI)", "kpi"),
        ("ผลที่คาดว่าจะได้รับ", "expected_result"),
        ("ผลที่คาดว่า\nจะได้รับ", "expected_result"),
        ("หน่วยงานที่รับผิดชอบหลัก", "lead_agencies"),
        ("หน่วยงาน รับผิดชอบหลัก", "lead_agencies"),
        ("สถานที่ดําเนินการ", "place"),
        ("เหตุผลความจำเป็น", "reason"),
        ("หมายเหตุ", "note"),
        ("แหล่งงบประมาณ", "source"),
        ("รวม", "total"),
        ("รวม 5 ปี (บาท)", "total"),
        ("งบประมาณรวม", "total"),
        ("ยุทธศาสตร์", "strategy"),
        ("กลยุทธ์", "tactic"),
        ("แผนงาน", "programme"),
        ("ยุทธศาสตร์ที่", ""),
        ("รหัสแถว", ""),
    ],
)
def test_a_column_is_known_by_any_of_its_usual_heads(head, field):
    assert ColumnNames().field_of(head) == field


def test_sara_am_in_two_pieces_is_the_same_letter():
    assert head_key("ลําดับ") == head_key("ลำดับ")
    assert ColumnNames().field_of("ลําดับ") == "number"


def test_the_names_of_a_template_go_before_the_usual_ones():
    names = ColumnNames([("ผลผลิต", "expected_result"), ("จุดดำเนินการ", "place")])
    assert names.field_of("ผลผลิต") == "expected_result"
    assert names.field_of("จุด ดำเนินการ") == "place"


def test_the_field_of_a_year_tells_its_year():
    assert budget_year(budget_field(2568)) == 2568
    assert budget_year("name") is None
    assert budget_year("budget:th") is None


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("1. ยุทธศาสตร์เทศบาลด้านสาธารณสุข", ("strategy", "ยุทธศาสตร์เทศบาลด้านสาธารณสุข")),
        ("ยุทธศาสตร์ที่ ๑ : ด้านน้ำ", ("strategy", "ด้านน้ำ")),
        ("1) ยุทธศาสตร์ที่ 1 ด้านน้ำ", ("strategy", "ด้านน้ำ")),
        ("ยุทธศาสตร์ ด้านน้ำ", ("strategy", "ยุทธศาสตร์ ด้านน้ำ")),
        ("ประเด็นการพัฒนา(ท้องถิ่น): น้ำ", ("strategy", "น้ำ")),
        ("ประเด็นยุทธศาสตร์ 2 น้ำ", ("strategy", "น้ำ")),
        ("    1.1 กลยุทธ์ ส่งเสริมสุขภาพ", ("tactic", "ส่งเสริมสุขภาพ")),
        ("1.1 กลยุทธ์ส่งเสริมสุขภาพ", ("tactic", "กลยุทธ์ส่งเสริมสุขภาพ")),
        ("กลยุทธ์ 3Rs ลดขยะ", ("tactic", "3Rs ลดขยะ")),
        ("    (1) แผนงานสาธารณสุข", ("programme", "แผนงานสาธารณสุข")),
        ("แผนงาน: สาธารณสุข", ("programme", "สาธารณสุข")),
        ("เป้าประสงค์ที่ 1.1 ชุมชน  ปลอดภัย", ("goal", "ชุมชน ปลอดภัย")),
        ("แนวทางการพัฒนา 1.1.1 ฟื้นคลอง", ("approach", "ฟื้นคลอง")),
        ("Strategic issue 1: Water", ("strategy", "Water")),
    ],
)
def test_a_group_line_gives_its_level_and_its_whole_name(line, group):
    assert read_groups(line) == (group,)


def test_one_cell_may_name_several_groups_line_by_line():
    text = "1. ยุทธศาสตร์เมืองน่าอยู่\n1.1 กลยุทธ์ ลดขยะ\nและน้ำเสีย\n\n(1) แผนงานเคหะและชุมชน"
    assert read_groups(text) == (
        GroupLine("strategy", "ยุทธศาสตร์เมืองน่าอยู่"),
        GroupLine("tactic", "ลดขยะ และน้ำเสีย"),
        GroupLine("programme", "แผนงานเคหะและชุมชน"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "แผนพัฒนาท้องถิ่น (พ.ศ.2566 - 2570)",
        "เทศบาลเมืองตัวอย่าง\nแผนงานการศึกษา",
        "กลยุทธ์ที่ 1.1",
        "ก. ยุทธศาสตร์ชาติ 20 ปี ยุทธศาสตร์ที่ 5",
        "จ. ยุทธศาสตร์การพัฒนาของ อปท. ในเขตจังหวัดที่ 1",
        "ยุทธศาสตร์จังหวัดที่ 4",
    ],
)
def test_titles_and_the_plans_above_are_no_groups(line):
    assert read_groups(line) == ()


def test_the_lines_that_tie_a_table_to_higher_plans_are_known():
    assert is_alignment("ค. Sustainable Development Goals (SDGs) เป้าหมายที่ 13")
    assert not is_alignment("แผนงานการศึกษา")


@pytest.mark.parametrize(
    ("level", "one", "other"),
    [
        ("tactic", "1.1 กลยุทธ์ส่งเสริม สุขภาพ", "ส่งเสริมสุขภาพ"),
        ("strategy", "ยุทธศาสตร์ที่ 2 ด้านนํ้า", "ด้านน้ำ"),
        ("programme", "แผนงานการศาสนาวัฒนธรรม", "แผนงานการศาสนา วัฒนธรรม"),
        ("", "ชื่อ แฟ้ม", "ชื่อแฟ้ม"),
        ("programme", "แผนงาน", "แผนงาน "),
    ],
)
def test_group_names_compare_without_numbers_spaces_and_labels(level, one, other):
    assert group_key(level, one) == group_key(level, other) != ""


def test_the_words_of_a_template_have_levels():
    assert [level_of(word) for word in ("ประเด็นยุทธศาสตร์", "เป้าประสงค์", "แนวทางการพัฒนา", "แผน")] == [
        "strategy",
        "goal",
        "approach",
        "",
    ]
