"""The forms ผ.02 and ผ.03 as local authorities know them, of both generations: written out here, line by line."""

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import GroupRow, Heading, Outline, Table
from success_desktop.domain.schema import Seed
from tests.documents.official_plans import (
    YEARS_2566,
    YEARS_2571,
    equipment,
    form,
    group,
    one_strategy,
    plan_2566,
    plan_2571,
    project,
)
from tests.documents.outline_reading import find_blocks, find_totals, read_cells, read_total

HEADS_P02_2566 = [
    "ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย (ผลผลิตของโครงการ)", "งบประมาณ (บาท)",
    "ตัวชี้วัด (KPI)", "ผลที่คาดว่าจะได้รับ", "หน่วยงานที่รับผิดชอบหลัก",
]  # fmt: skip
HEADS_P02_2571 = [
    "ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย (ผลผลิตของโครงการ)", "งบประมาณ (บาท)",
    "ผลที่คาดว่าจะได้รับ", "หน่วยงานรับผิดชอบหลัก",
]  # fmt: skip
HEADS_P03 = [
    "ที่", "ครุภัณฑ์", "แผนงาน", "หมวด", "ประเภท", "เป้าหมาย (ผลผลิตของครุภัณฑ์)", "งบประมาณ (บาท)",
    "หน่วยงานรับผิดชอบหลัก",
]  # fmt: skip
ALIGNMENT_2566 = {
    "national_strategy": "ก. ยุทธศาสตร์ชาติ 20 ปี",
    "national_plan_13": "ข. แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13",
    "sdg": "ค. Sustainable Development Goals (SDGs)",
    "provincial_strategy": "ง. ยุทธศาสตร์จังหวัด",
    "authorities_strategy": "จ. ยุทธศาสตร์การพัฒนาของ อปท. ในเขตจังหวัด",
}


def head_texts(table: Table) -> list[str]:
    return ["|".join(phrase.text for phrase in cell.phrases) for cell in table.head[0]]


def year_heads(table: Table) -> list[str]:
    return [phrase.text for cell in table.head[1] for phrase in cell.phrases]


def lines_of(table: Table) -> list[tuple[int, str]]:
    """The lines above groups as they are read: their level, their label and what follows it."""
    return [
        (row.level, "  ".join(text for text in (line.label.phrase.text, line.value.text) if text))
        for row in table.rows
        if isinstance(row, GroupRow)
        for line in row.lines
    ]


def stamp_over(outline: Outline, name: str) -> tuple[str, list[str]]:
    section = next(
        one
        for one in outline.sections
        if any(isinstance(block, Table) and block.form == name for block in one.blocks)
    )
    return section.orientation, [phrase.text for phrase in section.stamp]


def test_the_form_p02_of_2566_has_twelve_columns_under_the_official_heads():
    table = form(plan_2566(one_strategy(project("ขุดคลอง", {2566: 1}))))
    assert head_texts(table) == HEADS_P02_2566
    assert year_heads(table) == [str(year) for year in YEARS_2566]
    assert [column.source for column in table.columns] == [
        "number", "name", "objective", "target",
        *(f"budget:{year}" for year in YEARS_2566),
        "kpi", "expected_result", "lead_agencies",
    ]  # fmt: skip
    assert [cell.span for cell in table.head[0]] == [1, 1, 1, 1, 5, 1, 1, 1]
    assert [cell.reaches_down for cell in table.head[0]] == [
        True, True, True, True, False, True, True, True
    ]  # fmt: skip


def test_the_form_p02_of_2571_has_eleven_columns_and_no_indicator():
    table = form(plan_2571(group("development_issue", "น้ำ", project("ขุดคลอง", {2571: 1}))))
    assert head_texts(table) == HEADS_P02_2571
    assert year_heads(table) == [str(year) for year in YEARS_2571]
    assert len(table.columns) == 11
    assert not any("ตัวชี้วัด" in head for head in head_texts(table))


@pytest.mark.parametrize(("make", "years"), [(plan_2566, YEARS_2566), (plan_2571, YEARS_2571)])
def test_the_form_p03_lists_equipment_by_programme_category_and_type(make, years):
    pump = equipment(
        "เครื่องสูบน้ำ",
        {years[0]: 90000},
        programme="housing_community",
        category={"th": "ค่าครุภัณฑ์"},
        equipment_type={"th": "ครุภัณฑ์การเกษตร"},
        target={"th": "2 เครื่อง"},
    )
    table = form(make(Seed(kind="equipment_list", children=(pump,))), "p03")
    assert head_texts(table) == HEADS_P03
    assert read_cells(table) == [
        ["1", "เครื่องสูบน้ำ", "แผนงานเคหะและชุมชน", "ค่าครุภัณฑ์", "ครุภัณฑ์การเกษตร", "2 เครื่อง", "90,000",
         "", "", "", "", ""]
    ]  # fmt: skip
    assert [read_total(row) for row in find_totals(table)] == [
        ["รวมงบประมาณ", "90,000", "-", "-", "-", "-", "รวม 5 ปี 90,000 บาท"],
        ["รวมจำนวนครุภัณฑ์ (1 รายการ)", "1", "-", "-", "-", "-", ""],
    ]


def test_the_official_titles_stand_above_the_form_of_2566():
    plan = plan_2566(one_strategy(project("ก", {})), edition={"th": "เพิ่มเติม ครั้งที่ 2/2566"})
    assert [title.text for title in form(plan).titles] == [
        "รายละเอียดโครงการพัฒนา",
        "แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570) เพิ่มเติม ครั้งที่ 2/2566",
        "เทศบาลเมืองตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง",
    ]
    assert form(plan, "p03").titles[0].text == "บัญชีครุภัณฑ์"


def test_the_official_titles_stand_above_the_form_of_2571():
    plan = plan_2571(group("development_issue", "น้ำ", project("ก", {})), edition={"th": "ฉบับแก้ไข"})
    assert [title.text for title in form(plan).titles] == [
        "บัญชีรายละเอียดโครงการพัฒนาท้องถิ่น",
        "แผนพัฒนาท้องถิ่น (พ.ศ. 2571–2575) ฉบับแก้ไข",
        "เทศบาลเมืองตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง",
    ]


@pytest.mark.parametrize("make", [plan_2566, plan_2571])
def test_forms_lie_across_under_their_stamp_and_have_no_heading_of_their_own(make):
    outline = build_outline(make())
    assert stamp_over(outline, "p02") == ("landscape", ["แบบ ผ.02"])
    assert stamp_over(outline, "p03") == ("landscape", ["แบบ ผ.03"])
    headings = {line.value.text for block in find_blocks(outline, Heading) for line in block.lines}
    assert not {"รายละเอียดโครงการพัฒนา", "บัญชีครุภัณฑ์"} & headings


def test_the_alignment_lines_stand_above_each_strategy_in_the_frozen_order():
    aligned = {field: {"th": f"ข้อความของ {label[:2]}"} for field, label in ALIGNMENT_2566.items()}
    plan = plan_2566(one_strategy(project("ก", {}), **aligned), one_strategy(project("ข", {})))
    first, second = lines_of(form(plan))[:8], lines_of(form(plan))[8:]
    labels = list(ALIGNMENT_2566.values())
    assert first == [
        *((0, f"{label}  ข้อความของ {label[:2]}") for label in labels),
        (0, "ยุทธศาสตร์ที่ 1  ด้านน้ำ"),
        (1, "กลยุทธ์ที่ 1.1  กันท่วม"),
        (2, "(1)  แผนงานเคหะและชุมชน"),
    ]
    assert second[:6] == [*((0, label) for label in labels), (0, "ยุทธศาสตร์ที่ 2  ด้านน้ำ")]


def test_alignment_lines_come_once_for_a_strategy_whatever_its_programmes():
    programmes = [group("programme", name, project("ก", {})) for name in ("แผนงานการศึกษา", "แผนงานสาธารณสุข")]
    tactics = [group("tactic", name, *programmes) for name in ("กลยุทธ์ ก", "กลยุทธ์ ข")]
    lines = [text for _level, text in lines_of(form(plan_2566(group("strategy", "ด้านสังคม", *tactics))))]
    assert [line for line in lines if line.startswith("ก. ")] == ["ก. ยุทธศาสตร์ชาติ 20 ปี"]
    assert [line for line in lines if line.startswith("(")] == [
        "(1)  แผนงานการศึกษา", "(2)  แผนงานสาธารณสุข", "(1)  แผนงานการศึกษา", "(2)  แผนงานสาธารณสุข",
    ]  # fmt: skip


def test_the_form_of_2571_groups_by_development_issue_alone():
    issues = (group("development_issue", name, project("ก", {})) for name in ("เศรษฐกิจ", "สิ่งแวดล้อม"))
    lines = lines_of(form(plan_2571(*issues)))
    assert [level for level, _text in lines] == [0, 0]
    assert [text.rpartition("  ")[2] for _level, text in lines] == ["เศรษฐกิจ", "สิ่งแวดล้อม"]
    assert all(text.startswith("ประเด็นการพัฒนา") for _level, text in lines)


def test_the_same_form_in_english_names_years_of_the_common_era():
    plan = plan_2566(one_strategy(project("ขุดคลอง", {2566: 1})))
    table = form(plan, options=OutlineOptions("en"))
    assert year_heads(table) == ["2023", "2024", "2025", "2026", "2027"]
    assert table.titles[1].text == "Local development plan (2023–2027)"
    assert head_texts(table)[4] == "Budget (baht)"
