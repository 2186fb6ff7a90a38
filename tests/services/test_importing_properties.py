"""Whatever shape a workbook has, its projects come in whole, its sums are checked, and Word shows the same money again."""

import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.totals import total_of_branch
from success_desktop.services.export import ExportOptions, export_word
from success_desktop.services.importing import ImportOptions, ImportPreview
from tests.documents.p02_workbooks import project, total
from tests.documents.read_back import ReturnedFile
from tests.plans import template
from tests.services.drawn_workbooks import SHEET_SUM, DrawnSheet, Sum, drawn_sheets, save_sheets
from tests.services.imports import look, plan_of, workbook

FORMS = {"success-strategic-plan": "projects", "ldp-2566-strategy": "p02", "ldp-2571-issue": "p02"}
FEW = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
ERROR_BAHT = Decimal(7)

ByYear = Mapping[int, Decimal]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the files of every example; each takes the place of the one before."""
    return tmp_path_factory.mktemp("drawn")


def new_plan(name: str = "success-strategic-plan") -> Plan:
    return plan_of(template(name))


def preview_of(folder: Path, sheets: list[DrawnSheet], plan: Plan | None = None) -> ImportPreview:
    assume(any(True for sheet in sheets for _project in sheet.projects()))
    return look(save_sheets(folder / "แผนพัฒนา.xlsx", sheets), plan or new_plan())


@FEW
@given(sheets=drawn_sheets())
def test_every_project_comes_in_once_with_its_money_and_its_groups(folder, sheets):
    preview = preview_of(folder, sheets)
    wanted = [
        (f"แผ่น {number}", project.name, project.by_year, groups)
        for number, sheet in enumerate(sheets, start=1)
        for project, groups in sheet.projects()
    ]
    assert [(row.sheet, row.name, row.by_year, row.groups) for row in preview.rows] == wanted
    assert preview.refused == ()
    assert preview.warnings.left_out == ()
    assert preview.warnings.duplicates == ()


@FEW
@given(sheets=drawn_sheets())
def test_right_sums_are_passed_over_in_silence(folder, sheets):
    assert preview_of(folder, sheets).warnings.wrong_totals == ()


@FEW
@given(sheets=drawn_sheets(has_satang=False), data=st.data())
def test_a_sum_that_is_wrong_is_told_with_the_right_one(folder, sheets, data):
    places = [
        (sheet, place)
        for sheet in sheets
        for place, item in enumerate(sheet.items)
        if isinstance(item, Sum) and item.by_year and item.label != SHEET_SUM
    ]
    assume(places)
    sheet, place = data.draw(st.sampled_from(places))
    right = sheet.items[place]
    year = data.draw(st.sampled_from(sorted(right.by_year)))
    sheet.items[place] = dataclasses.replace(right, error_baht=ERROR_BAHT, year_be=year)
    (wrong,) = preview_of(folder, sheets).warnings.wrong_totals
    assert (wrong.label, wrong.year_be) == (right.label, year)
    assert (wrong.typed_baht, wrong.computed_baht) == (right.by_year[year] + ERROR_BAHT, right.by_year[year])


def test_a_wrong_sum_of_everything_is_held_against_everything(tmp_path):
    """Also where all money is in one year, so that no other year tells which rows the sum is of."""
    rows = (
        project(1, "ก", 100),
        total("รวม", 100),
        project(2, "ข", 200),
        total("รวม", 200),
        total("รวมทั้งสิ้น", 290),
    )
    (wrong,) = look(workbook(tmp_path / "a.xlsx", *rows)).warnings.wrong_totals
    assert (wrong.label, wrong.typed_baht, wrong.computed_baht) == (SHEET_SUM, Decimal(290), Decimal(300))


def test_a_sum_that_fits_no_rows_at_all_is_held_against_the_nearest(tmp_path):
    rows = (project(1, "ก", 100), "    1.2 กลยุทธ์ ลดขยะ", project(2, "ข", 500), total("รวม", 510))
    (wrong,) = look(workbook(tmp_path / "a.xlsx", *rows)).warnings.wrong_totals
    assert (wrong.typed_baht, wrong.computed_baht) == (Decimal(510), Decimal(500))


@FEW
@given(sheets=drawn_sheets())
def test_the_plan_holds_the_money_of_the_file_and_no_other(folder, sheets):
    plan = new_plan()
    preview = preview_of(folder, sheets, plan)
    after = apply(plan, preview.edits)
    projects = [project for sheet in sheets for project, _groups in sheet.projects()]
    totals = total_of_branch(after, after.root_id)
    assert totals.total_baht == preview.totals.total_baht == sum(project.baht for project in projects)
    assert {node.text("name", "th") for node in after.walk() if node.kind == "project"} == {
        project.name for project in projects
    }


@FEW
@given(sheets=drawn_sheets())
def test_the_same_workbook_brings_nothing_the_second_time(folder, sheets):
    plan = new_plan()
    first = preview_of(folder, sheets, plan)
    after = apply(plan, first.edits)
    second = preview_of(folder, sheets, after)
    assert second.edits == ()
    assert all(row.is_skipped for row in second.rows)


def shown_in_word(plan: Plan, path: Path, options: ExportOptions) -> dict[str, dict[int, Decimal]]:
    """The projects that an exported file shows in its form of projects: baht by fiscal year (B.E.), by name."""
    export_word(plan, path, options)
    file = ReturnedFile(path)
    shown: dict[str, dict[int, Decimal]] = {}
    for row in file.rows:
        if row.form == FORMS[plan.template.id]:
            cells = dict(zip(row.sources, file.cells_of(row.name), strict=True))
            shown[cells["name"]] = {
                int(source.partition(":")[2]): Decimal(text.replace(",", ""))
                for source, text in cells.items()
                if source.startswith("budget:") and text
            }
    return shown


@settings(FEW, max_examples=6)
@given(sheets=drawn_sheets(), name=st.sampled_from(sorted(FORMS)))
def test_what_came_from_excel_stands_in_word_with_the_same_money(folder, sheets, name):
    plan = new_plan(name)
    after = apply(plan, preview_of(folder, sheets, plan).edits)
    wanted = {project.name: project.by_year for sheet in sheets for project, _groups in sheet.projects()}
    assert shown_in_word(after, folder / "แผน.docx", ExportOptions()) == wanted


@pytest.mark.parametrize("name", FORMS)
def test_the_real_rows_stand_in_word_to_the_baht(shared_data, tmp_path, name):
    plan = new_plan(name)
    path = shared_data / "p02_rows_nakhonsawan.csv"
    preview = look(path, plan, ImportOptions())
    after = apply(plan, preview.edits)
    file = tmp_path / "แผน.docx"
    export_word(after, file)
    rows = [row for row in ReturnedFile(file).rows if row.form == FORMS[name]]
    assert len(rows) == len(preview.rows) == 125
    assert sum(
        (
            Decimal(text.text.replace(",", ""))
            for row in rows
            for source, cell in zip(row.sources, row.cells, strict=True)
            if source.startswith("budget:")
            for text in cell
        ),
        Decimal(0),
    ) == Decimal(521_081_200)
