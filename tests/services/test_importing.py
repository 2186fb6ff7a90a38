"""Spreadsheets of projects come into a plan: whole, once, where they belong, and with everything doubtful named."""

import csv
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.edits import apply
from success_desktop.domain.totals import total_of_branch
from success_desktop.errors import UserError
from success_desktop.services.importing import ImportOptions, accept_import, preview_import
from success_desktop.services.plan_editor import PlanEditor
from tests.documents.p02_workbooks import Row, Value, project, save_workbook, total
from tests.plans import counted_ids, small_plan
from tests.services.imports import ABOVE, empty_plan, look, node_named, path_of, result, save_csv, workbook

REAL_BY_YEAR = {2566: 114193820, 2567: 93408820, 2568: 112066720, 2569: 106455920, 2570: 94955920}


def real_rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "p02_rows_nakhonsawan.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def as_form(path: Path, rows: list[dict[str, str]]) -> Path:
    """The real rows in the shape of the real workbook: one sheet for each tactic and programme, amounts as text."""
    columns = [*rows[0]][7:19]
    sheets: dict[str, tuple[list[str], list[Row]]] = {}
    for row in rows:
        name = f"{row['กลยุทธ์ที่']} {row['แผนงาน'][:20]}"
        above = [
            f"{row['ยุทธศาสตร์ที่']}. {row['ยุทธศาสตร์']}",
            f"    {row['กลยุทธ์ที่']} กลยุทธ์ {row['กลยุทธ์']}",
            f"    (1) {row['แผนงาน']}",
        ]
        cells: list[Value] = [row[column] or None for column in columns]
        cells[4:9] = [f"{int(text):,}" if isinstance(text, str) else None for text in cells[4:9]]
        sheets.setdefault(name, (above, []))[1].append(cells)
    for _above, body in sheets.values():
        sums = [
            sum(int(str(row[place]).replace(",", "")) for row in body if row[place]) for place in range(4, 9)
        ]
        body.append(total("รวมงบประมาณ", *sums))
    return save_workbook(path, sheets)


@pytest.mark.parametrize("shape", ["csv", "form"])
def test_the_real_rows_come_in_whole(shared_data, tmp_path, shape):
    rows = real_rows(shared_data)
    path = (
        shared_data / "p02_rows_nakhonsawan.csv" if shape == "csv" else as_form(tmp_path / "ผ02.xlsx", rows)
    )
    plan = empty_plan()
    preview = look(path, plan)
    assert preview.totals.by_year == REAL_BY_YEAR
    assert preview.totals.total_baht == 521_081_200
    assert not preview.warnings.wrong_totals
    assert not preview.warnings.left_out
    after = apply(plan, preview.edits)
    assert total_of_branch(after, after.root_id).by_year == REAL_BY_YEAR
    projects = [node for node in after.walk() if node.kind == "project"]
    imported = sorted(
        (
            *(node.text(field, "th") for field in ("name", "objective", "target", "kpi", "expected_result")),
            *(
                "".join(after.nodes[agency].text("name", "th").split())
                for agency in node.links("lead_agencies")
            ),
            *path_of(after, node),
        )
        for node in projects
    )
    heads = ["โครงการ", "วัตถุประสงค์", "เป้าหมาย (ผลผลิตของโครงการ)", "ตัวชี้วัด (KPI)", "ผลที่คาดว่าจะได้รับ"]
    groups, agency = ["ยุทธศาสตร์", "กลยุทธ์", "แผนงาน"], "หน่วยงานที่รับผิดชอบหลัก"
    assert imported == sorted(
        (*(row[head] for head in heads), "".join(row[agency].split()), *(row[group] for group in groups))
        for row in rows
    )
    assert all(node.word("programme") for node in projects)


def test_importing_the_same_file_again_changes_nothing(shared_data):
    path = shared_data / "p02_rows_nakhonsawan.csv"
    plan = result(empty_plan(), path)
    again = look(path, plan)
    assert again.edits == ()
    assert all(row.is_skipped for row in again.rows)
    assert again.totals.total_baht == 0
    forced = result(plan, path, ImportOptions(has_duplicates_allowed=True))
    assert total_of_branch(forced, forced.root_id).total_baht == 2 * 521_081_200


def test_accepting_is_one_step_of_undo(editor: PlanEditor, tmp_path):
    before = editor.plan
    preview = look(workbook(tmp_path / "a.xlsx", project(1, "ขุดลอก", 100000)), before)
    accept_import(editor, preview)
    assert node_named(editor.plan, "ขุดลอก").yearly_money("budget") == {(2566, "unspecified"): 100000}
    assert editor.undo_label == "Import projects"
    editor.undo()
    assert editor.plan.nodes == before.nodes


def test_accepting_an_import_that_brings_nothing_leaves_no_step(editor: PlanEditor, tmp_path):
    path = workbook(tmp_path / "a.xlsx", project(1, "ขุดลอก", 100000))
    accept_import(editor, look(path, editor.plan))
    accept_import(editor, look(path, editor.plan))
    editor.undo()
    assert editor.undo_label is None


def test_looking_changes_nothing_and_two_looks_are_alike(tmp_path):
    path, plan = workbook(tmp_path / "a.xlsx", project(1, "ขุดลอก", 100000)), empty_plan()
    first, second = (preview_import(plan, path, ImportOptions(), counted_ids()).edits for _look in range(2))
    assert first == second
    assert plan == empty_plan()


def test_every_visible_list_is_read_and_the_other_sheets_are_named(tmp_path):
    path = save_workbook(
        tmp_path / "a.xlsx",
        {"1.1": (ABOVE, [project(1, "ก", 5)]), "1.2": (ABOVE, [project(1, "ข", 6), project(2, "ค")])},
    )
    book = openpyxl.load_workbook(path)
    book.create_sheet("สรุป")["A1"] = "สรุป"
    book.copy_worksheet(book["1.1"]).sheet_state = "hidden"
    book.save(path)
    preview = look(path)
    assert [(sheet.name, sheet.project_count) for sheet in preview.sheets] == [("1.1", 1), ("1.2", 2)]
    assert [(sheet.name, sheet.reason.sentence("en")) for sheet in preview.skipped_sheets] == [
        ("สรุป", "It has no list of projects."),
        ("1.1 Copy", "The sheet is hidden."),
    ]
    chosen = look(path, options=ImportOptions(sheet="1.1 Copy"))
    assert [row.sheet for row in chosen.rows] == ["1.1 Copy"]
    assert {sheet.reason.sentence("en") for sheet in chosen.skipped_sheets} == {"Another sheet was chosen."}


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path):
    path = workbook(tmp_path / "a.xlsx", project(1, "ก"))
    with pytest.raises(UserError) as caught:
        look(path, options=ImportOptions(sheet="ผ.03"))
    assert caught.value.sentence("en") == "“a.xlsx” has no sheet called “ผ.03”."
    assert "ผ.02" in caught.value.remedy("en")


def test_a_file_without_a_list_of_projects_is_refused_with_what_a_list_needs(tmp_path):
    with pytest.raises(UserError) as caught:
        look(save_csv(tmp_path / "a.csv", "ชื่อ,สกุล", "ก,ข"))
    assert caught.value.sentence("en") == "No list of projects was found in “a.csv”."
    assert "โครงการ" in caught.value.remedy("en")


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)
AMOUNTS = st.one_of(
    st.none(),
    st.integers(0, 10**9),
    st.floats(),
    TEXTS,
    st.sampled_from(["-", "1,200,000", "1.2 ล้าน", "๕๐๐", "รวม", "#REF!", "-5"]),
)
ROWS = st.lists(
    st.tuples(st.sampled_from(["1", "", "x"]), TEXTS, TEXTS, AMOUNTS, AMOUNTS),
    max_size=8,
)


@given(rows=ROWS)
def test_whatever_stands_in_the_cells_what_comes_in_is_what_was_accepted(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("fuzz") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("ที่", "โครงการ", "เป้าหมาย", "2568", "2569"), *rows])
    plan = small_plan()
    preview = look(path, plan)
    before = total_of_branch(plan, plan.root_id).total_baht
    after = apply(plan, preview.edits)
    assert total_of_branch(after, after.root_id).total_baht - before == preview.totals.total_baht
    assert preview.totals.total_baht == sum((row.total_baht for row in preview.rows), Decimal(0))
    notes = [node.text("note", "th") for node in after.walk() if node.kind == "project"]
    assert all(any(cell.text in note for note in notes) for cell in preview.refused)
