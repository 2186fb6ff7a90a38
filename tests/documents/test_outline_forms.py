"""Forms filled in: columns, rows, groups and sums."""

from decimal import Decimal

import pytest

from success_desktop.documents.outline import build_outline
from success_desktop.documents.outline_blocks import (
    GroupRow,
    PartHeading,
    TotalRow,
)
from success_desktop.documents.outline_passages import list_rows
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.schema import Seed
from success_desktop.domain.totals import total_of_branch
from success_desktop.i18n import translate
from tests.documents.outline_reading import find_blocks, find_table, find_totals, read_cells, read_total
from tests.documents.word_plans import branch, issue_plan, plan_of, project, root, sample_plan, strategy_plan
from tests.plans import template


def test_every_project_is_in_the_schedule_once():
    plan = sample_plan()
    anchors = [row.anchor.node_id for row in list_rows(find_table(build_outline(plan), "projects"))]
    assert anchors == [node.id for node in plan.walk() if node.kind == "project"]


def test_sums_below_groups_and_table_equal_the_plans_totals_to_the_baht():
    plan = sample_plan()
    *subtotals, grand = find_totals(find_table(build_outline(plan), "projects"))
    issues = [node.id for node in plan.walk() if node.kind == "strategic_issue"]
    for row, node_id in zip([*subtotals, grand], [*issues, plan.root_id], strict=True):
        totals = total_of_branch(plan, node_id)
        printed = read_total(row)[1:6]
        assert printed == [format_baht(totals.by_year.get(year)) for year in plan.years()]
        assert format_baht(totals.total_baht) in read_total(row)[-1]
    assert grand.is_grand


def test_a_blank_year_is_blank_in_a_row_and_a_dash_in_a_sum():
    outline = build_outline(
        plan_of(root(branch(project("ขุดคลอง", {2568: {"ordinance": 500, "loan": 0.25}}))))
    )
    table = find_table(outline, "projects")
    assert read_cells(table)[0][4:9] == ["500.25", "", "", "", ""]
    assert read_total(find_totals(table)[0])[1:6] == ["500.25", "-", "-", "-", "-"]


def test_nought_is_printed_as_nought():
    outline = build_outline(plan_of(root(branch(project("ขุดคลอง", {2568: {"ordinance": 0}})))))
    assert read_cells(find_table(outline, "projects"))[0][4] == "0"


def test_money_outside_the_years_of_the_plan_gets_a_column_of_its_own():
    outline = build_outline(
        plan_of(root(branch(project("ขุดคลอง", {2567: {"ordinance": 7}, 2575: {"ordinance": 9}}))))
    )
    table = find_table(outline, "projects")
    assert [column.source for column in table.columns][4:11] == [
        f"budget:{year}" for year in (2567, 2568, 2569, 2570, 2571, 2572, 2575)
    ]
    assert read_cells(table)[0][4:11] == ["7", "", "", "", "", "", "9"]
    assert table.head[0][4].span == 7


def test_groups_stand_above_their_rows_and_only_where_they_change():
    plan = plan_of(root(branch(project("ก"), project("ข")), branch(project("ค"), issue="ไฟ")))
    rows = find_table(build_outline(plan), "projects").rows
    groups = [(row.level, row.lines[0].value.text) for row in rows if isinstance(row, GroupRow)]
    one_branch = [(1, "คลองปลอดภัย"), (2, "ฟื้นสายคลอง")]
    assert groups == [(0, "น้ำ"), *one_branch, (0, "ไฟ"), *one_branch]
    assert isinstance(rows[5], TotalRow)


def test_the_2566_form_has_its_columns_stamp_alignment_and_counts():
    outline = build_outline(strategy_plan())
    section = next(one for one in outline.sections if one.stamp)
    table = find_table(outline, "p02")
    assert [phrase.text for phrase in section.stamp] == ["แบบ ผ.02"]
    assert section.orientation == "landscape"
    assert [title.text for title in table.titles][1:] == [
        "แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570)",
        "เทศบาลเมืองทดสอบ จังหวัดทดสอบ",
    ]
    assert [cell.phrases[0].text for cell in table.head[0]] == [
        "ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย (ผลผลิตของโครงการ)", "งบประมาณ (บาท)",
        "ตัวชี้วัด (KPI)", "ผลที่คาดว่าจะได้รับ", "หน่วยงานที่รับผิดชอบหลัก",
    ]  # fmt: skip
    lines = [row.lines[0] for row in table.rows if isinstance(row, GroupRow)]
    assert [line.label.phrase.text[:2] for line in lines[:5]] == ["ก.", "ข.", "ค.", "ง.", "จ."]
    assert lines[0].value.text == "ยุทธศาสตร์ที่ 5 การเติบโตบนคุณภาพชีวิต"
    assert lines[7].label.phrase.text == "(1)"
    counted = [read_total(row) for row in find_totals(table)]
    assert counted[3][:2] == ["รวมจำนวนโครงการ (2 โครงการ)", "1"]
    assert counted[-1][:3] == ["รวมจำนวนโครงการ (4 โครงการ)", "2", "1"]


def test_project_numbers_begin_anew_in_every_programme():
    assert [row[0] for row in read_cells(find_table(build_outline(strategy_plan()), "p02"))] == [
        "1",
        "1",
        "2",
        "1",
    ]


def test_the_2571_form_has_no_indicator_and_counts_per_issue():
    outline = build_outline(issue_plan())
    table = find_table(outline, "p02")
    assert "kpi" not in [column.source for column in table.columns]
    subtotal, grand = find_totals(table)
    assert read_total(subtotal)[:3] == ["รวม 2 โครงการ", "500", "700"]
    assert read_total(grand)[0] == "รวมงบประมาณทั้งสิ้น (2 โครงการ)"
    assert read_cells(find_table(outline, "p03"))[0][1] == "เครื่องสูบน้ำ"


def test_a_form_without_rows_says_so():
    table = find_table(build_outline(strategy_plan()), "p03")
    (row,) = table.rows
    assert isinstance(row, GroupRow)
    assert row.lines[0].value.text == translate("Nothing to list", "th")


def test_indicators_of_projects_are_printed_under_their_project():
    indicator = Seed(
        kind="indicator",
        fields={"name": {"th": "ครัวเรือน"}, "baseline": 1840, "target": {2568: Decimal("12.5")}},
    )
    dredge = Seed(kind="project", fields={"name": {"th": "ขุดคลอง"}}, children=(indicator,))
    table = find_table(build_outline(plan_of(root(branch(dredge)))), "indicators")
    group, row = table.rows
    assert isinstance(group, GroupRow)
    assert group.lines[0].value.text == "ขุดคลอง"
    assert read_cells(table)[0][:5] == ["ครัวเรือน", "", "1,840", "12.5", ""]
    assert row == next(list_rows(table))


def test_a_form_that_turns_the_paper_gets_pages_of_its_own():
    implementation = Seed(kind="section", fields={"part": "implementation", "name": {"th": "การขับเคลื่อน"}})
    base = strategy_plan()
    outline = build_outline(base)
    kinds = [(section.orientation, [phrase.text for phrase in section.stamp]) for section in outline.sections]
    assert kinds[2:4] == [("landscape", ["แบบ ผ.02"]), ("landscape", ["แบบ ผ.03"])]
    with_text = build_outline(plan_of(root(implementation), "ldp-2571-issue"))
    assert [section.orientation for section in with_text.sections][2:5] == [
        "portrait",
        "landscape",
        "landscape",
    ]


@pytest.mark.parametrize("name", ["ldp-2566-strategy", "ldp-2571-issue"])
def test_projects_and_agencies_have_the_same_fields_in_every_template(name):
    for kind in ("project", "agency", "indicator", "person", "term"):
        assert template(name).kind(kind).fields == template().kind(kind).fields


@pytest.mark.parametrize("name", ["ldp-2566-strategy", "ldp-2571-issue"])
def test_what_a_new_plan_begins_with_can_be_printed(name):
    plan = plan_of(Seed(kind="plan", children=template(name).start), name)
    titles = [block.titles[0].text for block in find_blocks(build_outline(plan), PartHeading)]
    assert len(titles) == 5
