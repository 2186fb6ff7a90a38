"""The command line, as scripts and servers use it."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from success_desktop import __main__, app, cli
from success_desktop.commands import COMMANDS
from success_desktop.services.editing import set_text
from success_desktop.services.library import list_forgotten, open_plan

ROWS = "ที่,โครงการ,งบประมาณ 2568 (บาท),หน่วยงานรับผิดชอบหลัก\n1,ขุดลอกคลอง,500000,กองช่าง\n2,ขยายคลอง,มาก,กองช่าง\n"


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "ตัวอย่าง.success"
    assert cli.main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert cli.main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def project_in(branch: dict[str, Any]) -> dict[str, Any]:
    """The first project of a branch as "show --json" tells it; {} when there is none."""
    if branch["kind"] == "project":
        return branch
    return next((found for child in branch["children"] if (found := project_in(child))), {})


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("command", [[], *([command.name] for command in COMMANDS)], ids=" ".join)
def test_every_command_helps_in_both_languages(
    capsys: pytest.CaptureFixture[str], command: list[str], language: str
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--interface", language, *command, "--help"])
    assert end.value.code == 0
    out = capsys.readouterr().out
    thai_letters = sum("\u0e01" <= letter <= "\u0e4e" for letter in out.replace("เมืองตัวอย่าง", ""))
    assert (thai_letters > 20) == (language == "th")


def test_a_plan_is_made_shown_and_changed(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = told(capsys, "show", str(sample))
    project = project_in(tree)
    assert tree["kind"] == "plan"
    assert set(project["fields"]["name"]) == {"th", "en"}
    assert cli.main(["set", str(sample), project["id"], "name", "Canal", "--language", "en"]) == 0
    assert "Canal" in capsys.readouterr().out
    answer = told(capsys, "set", str(sample), project["id"], "budget:2572:codi", "1.2 ล้าน")
    assert answer["value"]["2572"]["codi"] == 1200000
    again = project_in(told(capsys, "show", str(sample)))
    assert again["fields"]["name"] == {**project["fields"]["name"], "en": "Canal"}
    assert again["totals"]["total"] > project["totals"]["total"]


def test_the_tree_is_listed_for_people(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--interface", "en", "show", str(sample)]) == 0
    assert "1.1.1 " in capsys.readouterr().out


def test_rows_come_in_and_what_is_refused_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, rows = tmp_path / "ใหม่.success", tmp_path / "โครงการ.csv"
    rows.write_text(ROWS, encoding="utf-8")
    assert cli.main(["new", str(plan), "--template", "success-strategic-plan"]) == 0
    capsys.readouterr()
    tried = told(capsys, "import", str(plan), str(rows), "--dry-run")
    assert (tried["projects"], tried["totals"]["total"], tried["refused"][0]["text"]) == (2, 500000, "มาก")
    assert told(capsys, "show", str(plan))["totals"] == {"total": 0}
    assert cli.main(["import", str(plan), str(rows), "--under", "plan"]) == 0
    assert "ขุดลอกคลอง" not in capsys.readouterr().err
    assert told(capsys, "show", str(plan))["totals"] == {"2568": 500000, "total": 500000}


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_a_word_file_is_made_in_each_language(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    target = tmp_path / f"แผน {language}.docx"
    assert cli.main(["export", str(sample), str(target), "--language", language]) == 0
    text = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert ("ยุทธศาสตร์" in text, "Sample Town" in text) == (language != "en", language != "th")
    assert str(target) in capsys.readouterr().out


def test_a_kept_revision_is_listed_and_exported(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = told(capsys, "commit", str(sample), "-m", "ก่อนประชุม", "--label", "ร่างที่ 3")
    title = project_in(told(capsys, "show", str(sample)))
    assert cli.main(["set", str(sample), title["id"], "name", "ชื่อหลังประชุม"]) == 0
    capsys.readouterr()
    assert told(capsys, "log", str(sample)) == [kept]
    before, now = tmp_path / "ก่อน.docx", tmp_path / "หลัง.docx"
    assert cli.main(["export", str(sample), str(before), "--revision", "ร่างที่ 3"]) == 0
    assert cli.main(["export", str(sample), str(now)]) == 0

    def cells(path: Path) -> set[str]:
        return {cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells}

    assert title["fields"]["name"]["th"] in cells(before)
    assert "ชื่อหลังประชุม" not in cells(before)
    assert "ชื่อหลังประชุม" in cells(now)


def test_a_file_is_proved_whole_or_told_to_be_damaged(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check-file", str(sample)]) == 0
    capsys.readouterr()
    assert told(capsys, "check-file", str(sample))["is_sound"]
    content = bytearray(sample.read_bytes())
    content[8192:16384] = b"\x55" * 8192
    sample.write_bytes(content)
    assert cli.main(["check-file", str(sample)]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["show", "nowhere.success"],
        ["new", "PLAN", "--template", "atlantis"],
        ["set", "PLAN", "1.1.1", "colour", "red"],
        ["set", "PLAN", "9.9.9", "name", "x"],
        ["import", "PLAN", "nowhere.xlsx"],
        ["export", "PLAN", "nowhere/out.docx"],
        ["export", "PLAN", "out.docx", "--revision", "999"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_told_with_advice_and_exit_code_one(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    target = tmp_path / "other.success" if words[0] == "new" else sample
    before = sample.read_bytes()
    places = {"PLAN": str(target)}
    code = cli.main([places.get(word, str(tmp_path / word) if "nowhere" in word else word) for word in words])
    said = capsys.readouterr()
    assert code == 1
    assert "Traceback" not in said.err
    assert any("\u0e01" <= letter <= "\u0e4e" for letter in said.err)
    assert sample.read_bytes() == before


def test_a_command_that_cannot_be_understood_ends_with_exit_code_two(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["export", "plan.success"])
    assert end.value.code == 2
    assert capsys.readouterr().err


def test_the_environment_chooses_the_language_of_messages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUCCESS_LANGUAGE", "en")
    assert cli.main(["show", "nowhere.success"]) == 1
    assert not any("\u0e01" <= letter <= "\u0e4e" for letter in capsys.readouterr().err)


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path | None, str | None, bool]] = []

    def open_window(path: Path | None, language: str | None, *, is_for_review: bool) -> int:
        asked.append((path, language, is_for_review))
        return 0

    monkeypatch.setattr(app, "run_window", open_window)
    monkeypatch.setattr("sys.argv", ["success-desktop", "แผน.success"])
    assert __main__.main() == 0
    assert cli.main([]) == 0
    assert cli.main(["--interface", "en"]) == 0
    assert cli.main(["แผน.success", "--review"]) == 0
    plan = Path("แผน.success")
    assert asked == [(plan, "th", False), (None, "th", False), (None, "en", False), (plan, "th", True)]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out.startswith("0.")


def test_a_picture_of_the_window_is_made(sample: Path, tmp_path: Path) -> None:
    picture = tmp_path / "หน้าต่าง.png"
    assert cli.main(["screenshot", str(sample), str(picture)]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_read_only_plan_is_told_before_the_work_and_stays_readable(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.chmod(stat.S_IRUSR)
    before = told(capsys, "show", str(sample))
    assert cli.main(["set", str(sample), "plan", "title", "ไม่ควรเข้า"]) == 1
    assert cli.main(["commit", str(sample), "-m", "ไม่ควรเข้า"]) == 1
    assert told(capsys, "show", str(sample)) == before
    sample.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert told(capsys, "show", str(sample)) == before
    assert told(capsys, "log", str(sample)) == []


def test_looking_at_a_plan_leaves_its_file_and_its_unsaved_work_alone(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = open_plan(sample, "สมหญิง")
    set_text(editor, (editor.plan.root_id, "title", "th"), "ยังไม่บันทึก")
    editor.close(publish=False)
    before = sample.read_bytes()
    assert told(capsys, "show", str(sample))["fields"]["title"]["th"] == "ยังไม่บันทึก"
    assert told(capsys, "log", str(sample)) == []
    assert sample.read_bytes() == before
    assert [left.path for left in list_forgotten()] == [sample]


def test_an_export_never_takes_the_place_of_a_plan(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sample.read_bytes()
    assert cli.main(["export", str(sample), str(sample)]) == 1
    assert ".docx" in capsys.readouterr().err
    assert sample.read_bytes() == before
    assert list_forgotten() == []


def test_a_revision_that_went_out_stays_whatever_goes_out_later(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for title in ("ฉบับวันจันทร์", "ฉบับวันอังคาร"):
        assert cli.main(["set", str(sample), "plan", "title", title]) == 0
        assert cli.main(["export", str(sample), str(tmp_path / "แผน.docx")]) == 0
    capsys.readouterr()
    assert len(told(capsys, "log", str(sample))) == 2


def test_the_language_of_messages_may_be_written_with_an_equals_sign(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["--interface=en", "show", "nowhere.success"]) == 1
    assert "does not exist" in capsys.readouterr().err


def test_answers_into_a_file_are_utf8_on_a_thai_windows_too(sample: Path) -> None:
    for encoding in ("cp874", "ascii"):
        answer = subprocess.run(
            [sys.executable, "-m", "success_desktop", "show", str(sample), "--json"],
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
        )
        assert "เมืองตัวอย่าง" in json.loads(answer.stdout.decode())["fields"]["title"]["th"]


@pytest.mark.parametrize(
    ("words", "in_english", "in_thai"),
    [
        (["export", "a.success"], "OUT is missing", "ยังไม่ได้ระบุ OUT"),
        (["show", "a.success", "--loud"], "--loud means nothing here", "ไม่รู้จัก --loud"),
        (
            ["export", "a", "b", "--language", "fr"],
            "choose from 'th', 'en', 'both'",
            "เลือกจาก 'th', 'en', 'both'",
        ),
        (["export", "a", "b", "--revision"], "--revision needs a value", "--revision ต้องมีค่าตามหลัง"),
        (["set", "a", "b", "c", "d", "--=x"], "ambiguous option", "ambiguous option"),
    ],
)
def test_what_is_wrong_with_a_command_is_said_in_the_language_chosen(
    capsys: pytest.CaptureFixture[str], words: list[str], in_english: str, in_thai: str
) -> None:
    for language, expected in (("en", in_english), ("th", in_thai)):
        with pytest.raises(SystemExit) as end:
            cli.main(["--interface", language, *words])
        assert end.value.code == 2
        said = capsys.readouterr().err
        assert expected in said
        assert said.startswith("Usage: success-desktop" if language == "en" else "วิธีใช้: success-desktop")


def test_thai_help_is_thai_from_its_first_word_to_its_last(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--interface", "th", "import", "--help"])
    said = capsys.readouterr().out
    assert said.startswith("วิธีใช้: success-desktop import")
    assert not {"usage:", "options:", "positional arguments:"} & set(said.lower().splitlines())
