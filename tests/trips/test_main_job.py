"""A planner's main job: project rows come in, are corrected, and leave as documents for the council."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from success_desktop import cli
from success_desktop.domain.amounts import format_baht
from success_desktop.services.library import open_plan
from tests.documents.p02_workbooks import project, save_workbook, total

GROUPS = ("1. ยุทธศาสตร์ด้านการบริหารจัดการน้ำ", "1.1 กลยุทธ์ป้องกันน้ำท่วม", "(1) แผนงานอุตสาหกรรมและการโยธา")
LONG = "\n".join(f"{number}. ขุดลอกคูคลองช่วงที่ {number} ยาว {number * 120:,} เมตร" for number in range(1, 25))
REAL_YEARS = {"2566": 114193820, "2567": 93408820, "2568": 112066720, "2569": 106455920, "2570": 94955920}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    rows = [
        project(1, "ขุดลอกคลองสายหลัก", "10,500,000.00", None, " 1,632,820 "),
        project(2, "ติดตั้งเครื่องสูบน้ำ", "๕๐๐๐๐๐", "-", None, "1.2 ล้าน"),
        project(3, "สำรวจแนวคลอง", "ประมาณสองแสน", 96000),
    ]
    rows[0][3] = LONG
    sums = total("รวมงบประมาณ", 11000000, 96000, 1632820, 1200000, 99)
    return save_workbook(tmp_path / "แบบ ผ.02.xlsx", {"ผ.02": (GROUPS, [*rows, sums])})


def run(*words: str | Path) -> None:
    assert cli.main([str(word) for word in words]) == 0


def answer(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Any:
    capsys.readouterr()
    run(*words, "--json")
    return json.loads(capsys.readouterr().out)


def branch(tree: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    below = [found for child in tree["children"] for found in branch(child, kind)]
    return [tree, *below] if tree["kind"] == kind else below


def cell_texts(path: Path) -> list[str]:
    tables = Document(str(path)).tables
    return ["\n".join(one.text for one in cell.paragraphs) for table in tables for cell in table._cells]


@pytest.mark.parametrize("template", ["success-strategic-plan", "ldp-2566-strategy", "ldp-2571-issue"])
def test_a_form_from_excel_leaves_as_word_to_the_baht(
    tmp_path: Path, workbook: Path, template: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, target = tmp_path / "แผนเมือง.success", tmp_path / "แผนเมือง.docx"
    run("new", plan, "--template", template)
    told = answer(capsys, "import", plan, workbook)
    assert (told["projects"], told["totals"]["total"]) == (3, 13928820)
    assert [cell["text"] for cell in told["refused"]] == ["ประมาณสองแสน"]
    assert [wrong["year"] for wrong in told["wrong_totals"]] == [2570]

    tree = answer(capsys, "show", plan)
    survey = next(one for one in branch(tree, "project") if one["fields"]["name"]["th"] == "สำรวจแนวคลอง")
    assert "ประมาณสองแสน" in survey["fields"]["note"]["th"]
    run("set", plan, survey["id"], "budget:2566", "2 แสน")
    run("set", plan, survey["id"], "name", "Survey of the canal line", "--language", "en")
    totals = answer(capsys, "show", plan)["totals"]
    assert totals == {
        "2566": 11200000, "2567": 96000, "2568": 1632820, "2569": 1200000, "total": 14128820,
    }  # fmt: skip

    run("export", plan, target)
    texts = cell_texts(target)
    assert LONG in texts
    for baht in (11200000, 10500000, 1632820):
        assert format_baht(Decimal(baht)) in " ".join(texts)
    assert not any("ค.ศ." in text for text in texts)


def test_real_rows_come_in_whole_and_leave_whole(
    tmp_path: Path, shared_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, target = tmp_path / "นครสวรรค์.success", tmp_path / "นครสวรรค์.docx"
    run("new", plan, "--template", "ldp-2566-strategy")
    told = answer(capsys, "import", plan, shared_data / "p02_rows_nakhonsawan.csv")
    assert told["projects"] == 125
    tree = answer(capsys, "show", plan)
    assert tree["totals"] == {**REAL_YEARS, "total": 521081200}
    assert len(branch(tree, "project")) == 125
    run("export", plan, target)
    printed = " ".join(cell_texts(target))
    for one in branch(tree, "project"):
        assert one["fields"]["name"]["th"] in printed
    for baht in REAL_YEARS.values():
        assert format_baht(Decimal(baht)) in printed


def test_the_command_does_the_job_in_a_process_of_its_own(tmp_path: Path) -> None:
    plan = tmp_path / "ตัวอย่าง ก.success"
    program = [sys.executable, "-X", "utf8", "-m", "success_desktop", "--interface", "en"]
    made = subprocess.run(
        [*program, "new", plan, "--sample"], capture_output=True, encoding="utf-8", check=True
    )
    assert str(plan) in made.stdout
    again = subprocess.run(
        [*program, "new", plan, "--sample"], capture_output=True, encoding="utf-8", check=False
    )
    assert again.returncode == 1
    assert "exists already" in again.stderr
    shown = subprocess.run(
        [*program, "show", plan, "--json"], capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(shown.stdout)["totals"]["total"] > 0


def test_an_import_is_one_step_of_undo(tmp_path: Path, workbook: Path) -> None:
    plan = tmp_path / "แผนเมือง.success"
    run("new", plan)
    before = open_plan(plan, "สมหญิง")
    untouched = before.plan
    before.close()
    run("import", plan, workbook)
    editor = open_plan(plan, "สมหญิง")
    assert editor.undo_label == "Import projects"
    editor.undo()
    assert editor.plan == untouched
    editor.redo()
    assert len(editor.plan.nodes) > len(untouched.nodes) + 3
    editor.close()
