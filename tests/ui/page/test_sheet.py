"""The small tables of a page as data."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import SetValue, apply
from success_desktop.services.editing import set_part
from success_desktop.ui.page.sheet import budget_sheet, children_sheet, has_yearly_values, yearly_sheet
from tests.plans import named, small_plan


@pytest.fixture
def plan():
    return small_plan()


def texts(sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def test_a_budget_has_a_row_for_every_source_and_sums_right_and_below(plan):
    sheet = budget_sheet(plan, (named(plan, "โครงการdredge"), "budget"), (), "th")
    assert [head.text for head in sheet.heads][1:-1] == ["2568", "2569", "2570", "2571", "2572"]
    assert texts(sheet)[:-1] == [
        ["เทศบัญญัติงบประมาณรายจ่าย", "500,000", "500,000", "", "", "", "1,000,000"],
        ["เงินอุดหนุนจาก อบจ.", "", "1,200,000", "", "", "", "1,200,000"],
    ]
    assert texts(sheet)[-1][1:] == ["500,000", "1,700,000", "-", "-", "-", "2,200,000"]
    assert sheet.sums == 1


def test_sums_and_names_cannot_be_edited_and_sums_are_bold(plan):
    sheet = budget_sheet(plan, (named(plan, "โครงการdredge"), "budget"), (), "th")
    for row in sheet.rows:
        assert row[0].place is None
        assert row[-1].place is None
        assert row[-1].is_bold
    assert all(cell.place is None and cell.is_bold for cell in sheet.rows[-1])


def test_an_empty_budget_offers_one_blank_row(plan):
    sheet = budget_sheet(plan, (named(plan, "โครงการheat"), "budget"), (), "th")
    assert texts(sheet)[0] == ["เทศบัญญัติงบประมาณรายจ่าย", "", "", "", "", "", ""]
    assert texts(sheet)[1][1:] == ["-"] * 6


def test_a_source_that_was_added_has_a_row_without_money(plan):
    sheet = budget_sheet(plan, (named(plan, "โครงการmap"), "budget"), ("loan",), "en")
    assert [row[0] for row in texts(sheet)[:-1]] == ["Budget ordinance", "Loan"]


def test_money_outside_the_years_of_the_plan_gets_its_own_column(editor):
    project = named(editor.plan, "โครงการmap")
    set_part(editor, (project, "budget", "2575:codi"), Decimal(10))
    sheet = budget_sheet(editor.plan, (project, "budget"), (), "en")
    assert [head.text for head in sheet.heads][1:-1] == ["2025", "2026", "2027", "2028", "2029", "2032"]
    assert texts(sheet)[-1][-1] == "150,010"


def test_a_source_unknown_to_the_template_is_shown_by_its_code(plan):
    project = named(plan, "โครงการmap")
    changed = apply(plan, [SetValue(project, "budget", "2568:lottery", None, Decimal(1))])
    assert "lottery" in [row[0] for row in texts(budget_sheet(changed, (project, "budget"), (), "th"))]


def test_nought_is_shown_and_blank_is_not(plan):
    project = named(plan, "โครงการheat")
    changed = apply(plan, [SetValue(project, "budget", "2568:ordinance", None, Decimal(0))])
    assert texts(budget_sheet(changed, (project, "budget"), (), "th"))[-1][1:] == [
        "0",
        "-",
        "-",
        "-",
        "-",
        "0",
    ]


def test_yearly_values_stand_in_one_row(plan):
    sheet = yearly_sheet(plan, named(plan, "ครัวเรือนที่น้ำท่วมเกิน 3 วัน"), "target", "th")
    assert texts(sheet) == [["150", "", "", "", "40"]]
    assert sheet.rows[0][0].place == (named(plan, "ครัวเรือนที่น้ำท่วมเกิน 3 วัน"), "target", "2568")


def test_indicators_are_rows_with_unit_baseline_and_years(plan):
    sheet = children_sheet(plan, named(plan, "ชุมชนริมคลองปลอดภัย"), "indicator", "th")
    assert [head.text for head in sheet.heads[:3]] == ["ตัวชี้วัด", "หน่วยนับ", "ค่าฐาน"]
    assert texts(sheet) == [["ครัวเรือนที่น้ำท่วมเกิน 3 วัน", "ครัวเรือน", "184", "150", "", "", "", "40", "›"]]
    assert sheet.rows[0][-1].opens == named(plan, "ครัวเรือนที่น้ำท่วมเกิน 3 วัน")
    assert sheet.rows[0][0].place == (named(plan, "ครัวเรือนที่น้ำท่วมเกิน 3 วัน"), "name", "th")


def test_indicators_in_english_show_the_english_texts(plan):
    sheet = children_sheet(plan, named(plan, "ชุมชนริมคลองปลอดภัย"), "indicator", "en")
    assert texts(sheet)[0][:2] == ["Households flooded over 3 days", "households"]
    assert sheet.heads[3].text == "2025"


def test_only_kinds_with_yearly_values_are_tables(plan):
    kinds = plan.template.kinds
    assert {kind for kind, spec in kinds.items() if has_yearly_values(spec)} == {"indicator"}
