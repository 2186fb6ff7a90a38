"""The command line on official forms, as scripts and servers use it."""

import json
from pathlib import Path
from typing import Any

import pytest

from success_desktop import cli
from success_desktop.documents.tables_in import read_table
from tests.form_plans import NEW_FORMS, OLD_FORMS


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sample plan."""
    path = tmp_path / "ตัวอย่าง.success"
    run("new", str(path), "--sample")
    capsys.readouterr()
    return path


def run(*words: str) -> int:
    return cli.main(["--interface", "en", *words])


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    run(*words, "--json")
    return json.loads(capsys.readouterr().out)


def test_the_form_sets_are_listed_with_what_each_does_not_print(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("forms", "list", str(sample)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"* {OLD_FORMS}  Forms of local development plans (2023–2027)"
    assert any(line.split()[:3] == ["p02-2", "Form", "ผ.02/2"] for line in lines)
    assert any(line.startswith("        Project, Supporting agencies: ") for line in lines)
    assert any(line.startswith(f"  {NEW_FORMS}") for line in lines)


def test_scripts_get_the_nodes_that_are_not_printed(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = told(capsys, "forms", "list", str(sample))
    assert [(one["id"], one["is_used"], one["is_own"]) for one in (old, new)] == [
        (OLD_FORMS, True, False),
        (NEW_FORMS, False, False),
    ]
    fields = {(one["kind"], one["field"]): one for one in new["unprinted"]}
    kpi = fields["project", "kpi"]
    assert kpi["count"] == len(kpi["nodes"]) > 10
    assert kpi["label"] == {"th": "ตัวชี้วัด (KPI)", "en": "Indicator (KPI)"}
    assert ("project", "kpi") not in {(one["kind"], one["field"]) for one in old["unprinted"]}
    assert new["forms"]["p01"]["th"] == "บัญชีสรุปโครงการพัฒนา"


def test_another_form_set_is_used_and_stays_chosen(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forms", "use", str(sample), NEW_FORMS) == 0
    assert "Forms of local development plans (2028–2032)" in capsys.readouterr().out
    assert told(capsys, "forms", "list", str(sample))[0]["id"] == NEW_FORMS
    assert told(capsys, "forms", "use", str(sample), OLD_FORMS) == {"id": OLD_FORMS, "is_own": False}


def test_a_copy_is_saved_changed_and_used(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "ของเรา.yaml"
    assert run("forms", "save", str(sample), str(copy)) == 0
    text = copy.read_text(encoding="utf-8").replace(
        "# years: {first_be: 2566, count: 5}", "years: {first_be: 2568, count: 1}"
    )
    copy.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert told(capsys, "forms", "use", str(sample), str(copy)) == {"id": OLD_FORMS, "is_own": True}
    own, *shelf = told(capsys, "forms", "list", str(sample))
    assert (own["is_own"], [one["id"] for one in shelf]) == (True, [OLD_FORMS, NEW_FORMS])
    assert [one["years"] for one in own["unprinted"] if one["years"]] == [[2569, 2570, 2571, 2572]]
    assert run("forms", "list", str(sample)) == 0
    assert "Budget (baht) 2026 2027 2028 2029:" in capsys.readouterr().out


def test_any_form_set_can_be_saved(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ใหม่.yaml"
    assert run("forms", "save", str(sample), str(copy), "--set", NEW_FORMS) == 0
    assert f"id: {NEW_FORMS}" in copy.read_text(encoding="utf-8")


def test_a_bad_form_set_is_refused_with_its_line(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "ผิด.yaml"
    bad.write_text("id: x\nversion: none\n", encoding="utf-8")
    assert run("forms", "use", str(sample), str(bad)) != 0
    assert "line 2" in capsys.readouterr().err
    assert told(capsys, "forms", "list", str(sample))[0]["id"] == OLD_FORMS


def test_a_typed_summary_is_checked(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = tmp_path / "ผ01.csv"
    typed.write_text("ยุทธศาสตร์,ปี 2568,ปี 2569\nรวมทั้งสิ้น,1,2\n", encoding="utf-8")
    assert run("forms", "check", str(sample), str(typed)) == 1
    assert "1 baht is typed" in capsys.readouterr().out
    data = told(capsys, "forms", "check", str(sample), str(typed))
    rows = [f"รวมทั้งสิ้น,{data['disagreements'][0]['computed']},{data['disagreements'][1]['computed']}"]
    typed.write_text("\n".join(["ยุทธศาสตร์,ปี 2568,ปี 2569", *rows]), encoding="utf-8")
    assert run("forms", "check", str(sample), str(typed)) == 0
    assert capsys.readouterr().out.strip() == "All 2 figures agree with the plan."


def test_a_set_that_prints_everything_has_nothing_to_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ว่าง.success"
    run("new", str(path), "--template", "ldp-2571-issue")
    assert run("forms", "list", str(path)) == 0
    assert "printed in none" not in capsys.readouterr().out


def test_an_unknown_form_set_is_refused_with_those_there_are(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ("forms", "use", str(sample), "ldp-1999"),
        ("forms", "save", str(sample), "x.yaml", "--set", "y"),
    ):
        assert run(*words) != 0
        assert f"{OLD_FORMS}, {NEW_FORMS}" in capsys.readouterr().err


def test_checking_changes_nothing_in_the_plan_s_file(sample: Path, tmp_path: Path) -> None:
    typed = tmp_path / "ผ01.csv"
    typed.write_text("ยุทธศาสตร์,ปี 2568,ปี 2569\nรวมทั้งสิ้น,1,2\n", encoding="utf-8")
    before = sample.read_bytes()
    run("forms", "check", str(sample), str(typed))
    run("forms", "list", str(sample))
    run("forms", "save", str(sample), str(tmp_path / "สำเนา.yaml"))
    assert sample.read_bytes() == before


def test_what_is_no_typed_summary_is_refused(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "รายชื่อ.csv"
    other.write_text("ชื่อ,ที่อยู่\nก,ข\n", encoding="utf-8")
    assert run("forms", "check", str(sample), str(other)) != 0
    assert "holds no table of sums by year" in capsys.readouterr().err


def test_the_chosen_form_set_is_what_is_printed(sample: Path, tmp_path: Path) -> None:
    """The indicators stand in the older form and not in the newer one."""
    heads = []
    for form_set in (OLD_FORMS, NEW_FORMS):
        out = tmp_path / f"{form_set}.xlsx"
        run("forms", "use", str(sample), form_set)
        assert run("export", str(sample), str(out), "--form", "p02") == 0
        cells = {str(cell) for sheet in read_table(out) for row in sheet.rows for cell in row.cells}
        heads.append("ตัวชี้วัด (KPI)" in cells)
    assert heads == [True, False]
