"""The command line on a plan's history, as scripts and servers use it."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from success_desktop import cli
from success_desktop.services.describing import find_node
from success_desktop.services.editing import remove_node
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.library import list_forgotten, open_plan

NEW_NAME = "ขุดลอกคลองสายหลักตลอดแนว"
LABEL = "ร่างที่ 3 หลังประชุม 12 ก.พ. 2567"


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sample plan with a revision, then another name for its first project and more money, and another revision."""
    path = tmp_path / "ตัวอย่าง.success"
    run("new", str(path), "--sample")
    run("commit", str(path), "-m", "ก่อนประชุม", "--author", "สมหญิง")
    project_id = project_in(path, capsys)["id"]
    run("set", str(path), project_id, "name", NEW_NAME)
    run("set", str(path), project_id, "budget:2568:ordinance", "990000")
    run("commit", str(path), "-m", "ตามมติที่ประชุม", "--label", LABEL)
    capsys.readouterr()
    return path


def run(*words: str) -> int:
    return cli.main(["--interface", "en", *words])


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert run(*words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(*words) == 0
    return capsys.readouterr().out


def project_in(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The first project of a plan, as "show --json" tells it."""
    capsys.readouterr()
    waiting = [told(capsys, "show", str(path))]
    while (branch := waiting.pop(0))["kind"] != "project":
        waiting[:0] = branch["children"]
    found: dict[str, Any] = branch
    return found


def name_of(capsys: pytest.CaptureFixture[str], path: Path) -> str:
    """The Thai name of the first project."""
    return str(project_in(path, capsys)["fields"]["name"]["th"])


def test_a_revision_is_kept_with_its_message_label_and_author(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = told(capsys, "commit", str(sample), "--message", "สาม", "--label", "ร่างที่ 4", "--author", "สมชาย")
    assert (kept["number"], kept["message"], kept["label"], kept["author"]) == (3, "สาม", "ร่างที่ 4", "สมชาย")
    assert kept["is_automatic"] is False
    assert said(capsys, "commit", str(sample), "-m", "สี่") == "Kept revision 4: สี่\n"


def test_a_name_given_twice_stands_for_the_newest_and_the_older_one_is_told(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told_of = said(capsys, "commit", str(sample), "-m", "อีกครั้ง", "--label", LABEL)
    assert "Older revisions have this name, too: 2." in told_of
    assert told(capsys, "diff", str(sample), LABEL)["old"]["revision"]["number"] == 3


def test_a_log_without_revisions_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ใหม่.success"
    run("new", str(path))
    capsys.readouterr()
    assert said(capsys, "log", str(path)) == "No revision of this plan has been kept yet.\n"
    assert told(capsys, "log", str(path)) == []


def test_a_revision_wants_a_message(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run("commit", str(sample))
    assert end.value.code == 2
    assert "-m/--message is missing" in capsys.readouterr().err


def test_the_log_lists_every_revision_oldest_first(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = told(capsys, "log", str(sample))
    assert [one["number"] for one in kept] == [1, 2]
    assert kept[1]["parent_id"] == kept[0]["id"]
    lines = said(capsys, "log", str(sample)).splitlines()
    assert "สมหญิง  ก่อนประชุม" in lines[0]
    assert f"{LABEL} · ตามมติที่ประชุม" in lines[1]


def test_the_log_says_why_the_program_kept_a_revision(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "โครงการ.csv"
    rows.write_text("ที่,โครงการ,งบประมาณ 2568 (บาท)\n1,ขยายคลอง,500\n", encoding="utf-8")
    run("set", str(sample), "plan", "title", "ก่อนนำเข้า")
    assert run("import", str(sample), str(rows), "--under", "plan") == 0
    capsys.readouterr()
    kept = told(capsys, "log", str(sample))[-1]
    assert (kept["occasion"], kept["is_automatic"], kept["number"]) == ("import", True, 3)
    line = said(capsys, "log", str(sample)).splitlines()[-1]
    assert rows.name in line
    assert "Automatic: " in line


def test_the_log_names_the_occasion_where_there_is_no_message(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:

    run("set", str(sample), "plan", "title", "อื่น")
    editor = open_plan(sample, "สมชาย")
    keep_automatically(editor, "closing")
    editor.close()
    capsys.readouterr()
    assert "On closing the plan" in said(capsys, "log", str(sample)).splitlines()[-1]


@pytest.mark.parametrize("names", [("1", "2"), ("1", LABEL), ("1", "now"), ("1",)], ids=" ".join)
def test_two_points_are_compared(
    sample: Path, capsys: pytest.CaptureFixture[str], names: tuple[str, ...]
) -> None:
    compared = told(capsys, "diff", str(sample), *names)
    assert compared["counts"]["fields"] == 2
    (difference,) = compared["differences"]
    assert {field["field"] for field in difference["fields"]} == {"name", "budget"}
    lines = said(capsys, "diff", str(sample), *names)
    assert "{+" in lines
    assert "990,000" in lines


def test_a_point_that_is_none_is_told(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", str(sample), "1", "9") == 1
    assert "no revision “9”" in capsys.readouterr().err


def test_the_money_between_two_points_is_told(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told_money = told(capsys, "diff", str(sample), "1", "2", "--money")
    steps = told_money["by"]["project"]
    assert told_money["end_baht"] - told_money["start_baht"] == sum(step["baht"] for step in steps) != 0
    assert "By strategy" in said(capsys, "diff", str(sample), "1", "2", "--money")


def test_a_redline_is_made(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "แก้ไข.docx"
    assert str(target) in said(capsys, "diff", str(sample), "1", "2", "-o", str(target))
    with zipfile.ZipFile(target) as package:
        body = package.read("word/document.xml").decode()
    assert "<w:ins " in body
    assert "<w:del " in body
    assert len(told(capsys, "log", str(sample))) == 2
    again = told(capsys, "diff", str(sample), "1", "2", "--output", str(target))
    assert (again["path"], again["counts"]["fields"]) == (str(target), 2)


def test_a_redline_with_the_present_keeps_what_it_shows(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("set", str(sample), "plan", "title", "หลังประชุม")
    said(capsys, "diff", str(sample), "1", "-o", str(tmp_path / "แก้ไข.docx"))
    assert told(capsys, "log", str(sample))[-1]["occasion"] == "export"
    assert list_forgotten() == []


def test_a_redline_that_comes_to_nothing_keeps_nothing(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("set", str(sample), "plan", "title", "หลังประชุม")
    before = sample.read_bytes()
    assert run("diff", str(sample), "1", "-o", str(tmp_path / "ไม่มี" / "แก้ไข.docx")) == 1
    assert run("diff", str(sample), "1", "-o", str(sample)) == 1
    assert sample.read_bytes() == before
    assert list_forgotten() == []


def test_a_node_is_restored_and_later_work_elsewhere_stays(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("set", str(sample), "plan", "title", "ยังอยู่")
    project_id = project_in(sample, capsys)["id"]
    tried = told(capsys, "restore", str(sample), "1", "--node", project_id, "--dry-run")
    assert len(tried["differences"]) == 1
    assert name_of(capsys, sample) == NEW_NAME
    tried_in_words = said(capsys, "restore", str(sample), "1", "--node", project_id, "--dry-run")
    assert tried_in_words.startswith("This would be restored from ก่อนประชุม; nothing has been done yet:\n")
    done = said(capsys, "restore", str(sample), "1", "--node", project_id)
    assert done.startswith("Restored from ก่อนประชุม:\nThe plan as it was before is revision 3.\n")
    assert "990,000" in done
    assert name_of(capsys, sample) != NEW_NAME
    assert told(capsys, "show", str(sample))["fields"]["title"]["th"] == "ยังอยู่"
    assert [one["occasion"] for one in told(capsys, "log", str(sample))] == ["", "", "restore"]


def test_links_that_cannot_come_back_are_told(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    editor = open_plan(sample, "สมหญิง")
    project = find_node(editor.plan, NEW_NAME)
    agency_id = project.links("lead_agencies")[0]
    remove_node(editor, project.id)
    remove_node(editor, agency_id)
    editor.close()
    told_in_lines = said(capsys, "restore", str(sample), "2", "--node", NEW_NAME)
    assert "Links that cannot come back" in told_in_lines


def test_a_field_alone_is_restored(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    field = ("--node", project_in(sample, capsys)["id"], "--field", "budget:2568:ordinance")
    done = told(capsys, "restore", str(sample), "1", *field)
    assert [field["field"] for field in done["differences"][0]["fields"]] == ["budget"]
    assert name_of(capsys, sample) == NEW_NAME


def test_the_whole_plan_is_restored(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "restore", str(sample), "1")
    assert told(capsys, "diff", str(sample), "1")["differences"] == []


def test_a_node_that_has_gone_is_named_as_it_was_called_then(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:

    editor = open_plan(sample, "สมหญิง")
    remove_node(editor, find_node(editor.plan, NEW_NAME).id)
    editor.close()
    assert name_of(capsys, sample) != NEW_NAME
    restored = told(capsys, "restore", str(sample), "2", "--node", NEW_NAME, "--branch")
    assert restored["counts"]["added"] > 0
    assert name_of(capsys, sample) == NEW_NAME


def test_a_field_of_nothing_is_refused(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--field", "name"], ["--branch"]):
        assert run("restore", str(sample), "1", *words) == 1
        assert "--node" in capsys.readouterr().err
    assert run("restore", str(sample), "1", "--node", NEW_NAME, "--field", "nonsense") == 1
    assert "has no field “nonsense”" in capsys.readouterr().err
    assert run("restore", str(sample), "1", "--node", "ไม่มีชื่อนี้") == 1
    assert "nothing called" in capsys.readouterr().err


def test_a_history_is_proved_unbroken_or_the_damaged_revision_named(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "verify", str(sample)) == "The history is unbroken: 2 revisions.\n"
    assert told(capsys, "verify", str(sample)) == {"path": str(sample), "is_sound": True, "damages": []}
    with closing(sqlite3.connect(sample, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER revision_stays")
        connection.execute("UPDATE revision SET message = 'ปลอม' WHERE ordinal = 1")
    assert run("verify", str(sample)) == 1
    assert "Revision 1 “ปลอม” is damaged." in capsys.readouterr().out
    assert run("verify", str(sample), "--json") == 1
    (damage,) = json.loads(capsys.readouterr().out)["damages"]
    assert damage["revision"]["number"] == 1
    assert "was altered" in damage["what"]
