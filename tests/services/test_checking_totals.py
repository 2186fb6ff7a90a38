"""A typed ผ.01 is checked from the file to the sentence."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.services.checking_totals import TotalsReport, check_typed_summary
from tests.form_plans import NEW_FORMS, STRATEGY_PLAN, filled, form_set, plan_of, strategy_plan
from tests.services.imports import result

SUM = "รวม"


def typed_rows(plan: Plan) -> list[list[str]]:
    """ผ.01 of a plan as somebody would type it, all figures right."""
    form = filled(plan, "p01")
    rows = [["ยุทธศาสตร์"], [""]]
    for year in form.years:
        rows[0] += [f"ปี {year}", ""]
    rows[0] += ["รวม 5 ปี", ""]
    rows[1] += ["จำนวนโครงการ", "งบประมาณ (บาท)"] * 6
    for line in form.summary:
        figures = [*line.by_year.values(), line.all_years] if line.role != "group" else []
        name = f"{line.group.label.th} {line.group.texts['th']}" if line.group else "รวมทั้งสิ้น"
        cells = [text for one in figures for text in (str(one.count), f"{one.baht:,.2f}")]
        rows.append([SUM if line.role == "subtotal" else name, *cells])
    return rows


def save(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def check(tmp_path: Path, plan: Plan, rows: list[list[str]]) -> TotalsReport:
    return check_typed_summary(plan, save(tmp_path / "ผ01.csv", rows))


def test_a_right_summary_is_said_to_be_right(tmp_path: Path) -> None:
    plan = strategy_plan()
    report = check(tmp_path, plan, typed_rows(plan))
    assert report.is_right
    assert report.sentences("en") == ["All 84 figures agree with the plan."]
    assert report.as_data() == {
        "file": "ผ01.csv",
        "sheet": "ผ01",
        "agreeing": 84,
        "disagreements": [],
        "unknown": [],
        "missing": [],
        "unread": [],
    }


def test_the_strategy_that_was_really_printed_wrong_is_named_with_both_sums(
    shared_data: Path, tmp_path: Path
) -> None:
    plan = result(plan_of(STRATEGY_PLAN), shared_data / "p02_rows_nakhonsawan.csv")
    rows = typed_rows(plan)
    wrong = [place for place, row in enumerate(rows) if row[0] == SUM][1]
    rows[wrong][-2:] = ["129", "93,590,000"]
    report = check(tmp_path, plan, rows)
    name = "รวม 2 ยุทธศาสตร์เทศบาลนครนครสวรรค์ด้านสวัสดิการสังคมและชุมชน"
    assert report.sentences("en") == [
        f"Row {wrong + 1}, “{name}”, all years: 129 projects is typed, but the plan’s rows are 162 projects.",
        f"Row {wrong + 1}, “{name}”, all years: 93,590,000 baht is typed, "
        "but the plan’s rows add up to 121,000,000 baht.",
    ]
    assert not report.is_right
    assert report.as_data()["disagreements"][1] == {
        "row": wrong + 1,
        "label": name,
        "year": None,
        "what": "baht",
        "typed": 93_590_000,
        "computed": 121_000_000,
    }


def test_every_kind_of_finding_is_told(tmp_path: Path) -> None:
    plan = strategy_plan()
    rows = [row for row in typed_rows(plan) if "การเกษตร" not in row[0]]
    rows[2:2] = [["แผนงานอวกาศ", "1", "1.25"]]
    rows[-1][2] = "150.50"
    rows[-1][1] = "สอง"
    report = check(tmp_path, plan, rows)
    assert report.sentences("en") == [
        f"Row {len(rows)}, “รวมทั้งสิ้น”, 2023: 150.50 baht is typed, but the plan’s rows add up to 150 baht.",
        "Row 3: the plan has nothing called “แผนงานอวกาศ”.",
        "“(2) แผนงานการเกษตร” of the plan is missing in the table.",
        f"Row {len(rows)}: “สอง” is no figure, and was not compared.",
    ]
    data = report.as_data()
    assert data["disagreements"][0]["typed"] == 150.5
    assert data["disagreements"][0]["year"] == 2566
    assert data["unknown"] == [{"row": 3, "label": "แผนงานอวกาศ"}]
    assert data["missing"][0]["name"] == "(2) แผนงานการเกษตร"
    assert data["unread"] == [{"row": len(rows), "text": "สอง"}]


def test_another_form_set_may_be_meant(tmp_path: Path) -> None:
    plan = strategy_plan()
    path = save(
        tmp_path / "ผ01.csv",
        [["ประเด็น", "ปี 2566", "ปี 2567"], ["น้ำ", "0", "0"], ["1. ยุทธศาสตร์ด้านสุขภาพ", "150", "200"]],
    )
    assert check_typed_summary(plan, path, form_set(NEW_FORMS)).is_right


def test_a_file_without_a_summary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ผ01\.csv"):
        check(tmp_path, strategy_plan(), [["ชื่อ", "ที่อยู่"], ["ก", "ข"]])


def test_a_form_set_without_a_summary_form_has_nothing_to_check_against(tmp_path: Path) -> None:
    forms = {"p02": form_set().forms["p02"]}
    own = form_set().model_copy(update={"forms": forms})
    path = save(tmp_path / "ผ01.csv", typed_rows(strategy_plan()))
    with pytest.raises(UserError) as refusal:
        check_typed_summary(strategy_plan(), path, own)
    assert "has no summary form" in refusal.value.sentence("en")
    assert form_set().name.th in refusal.value.sentence("th")
    assert resolve_form(own, "p02", strategy_plan()).rows


def test_an_excel_file_is_checked_as_a_text_table_is(tmp_path: Path) -> None:
    plan = strategy_plan()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in typed_rows(plan):
        sheet.append(row)
    book.save(tmp_path / "ผ01.xlsx")
    assert check_typed_summary(plan, tmp_path / "ผ01.xlsx").is_right


def test_a_report_is_worded_in_thai_too(tmp_path: Path) -> None:
    plan = strategy_plan()
    rows = typed_rows(plan)
    rows[-1][2] = "151"
    (sentence,) = check(tmp_path, plan, rows).sentences("th")
    assert "2566" in sentence
    assert "151" in sentence
    assert "150" in sentence
