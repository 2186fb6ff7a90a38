"""“What did strategy 2 say before the meeting of 12 February, and who edited it?” Answered, and only that taken back."""

import json
from pathlib import Path
from typing import Any

import pytest

from success_desktop import cli
from success_desktop.domain.plan import Node, Plan
from success_desktop.services.editing import set_text
from success_desktop.services.library import open_plan

BEFORE = "ก่อนประชุม 12 ก.พ. 2567"
OLD, NEW = "พัฒนาแหล่งน้ำเพื่อการเกษตร", "พัฒนาแหล่งน้ำและป่าต้นน้ำเพื่อการเกษตร"


def run(*words: str | Path) -> None:
    assert cli.main([str(word) for word in words]) == 0


def strategies(plan: Plan) -> list[Node]:
    return [node for node in plan.children_of(plan.root_id) if node.kind == "strategic_issue"]


def reword(path: Path, author: str, number: int, text: str) -> None:
    """Somebody opens the plan, rewords a strategy, and closes it."""
    editor = open_plan(path, author)
    set_text(editor, (strategies(editor.plan)[number - 1].id, "name", "th"), text)
    editor.close()


@pytest.fixture
def plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Strategies 1 and 2 are reworded after the meeting, by two people."""
    path = tmp_path / "แผนเมือง.success"
    run("new", path, "--sample")
    reword(path, "สมหญิง", 2, OLD)
    run("commit", path, "-m", "เสนอที่ประชุม", "--label", BEFORE)
    reword(path, "วิชัย", 1, "น้ำเพื่อชีวิต")
    reword(path, "มาลี", 2, NEW)
    capsys.readouterr()
    return path


def answer(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Any:
    capsys.readouterr()
    run(*words, "--json")
    return json.loads(capsys.readouterr().out)


def test_what_it_said_and_who_edited_it_stands_in_one_line(plan: Path, capsys: pytest.CaptureFixture[str]):
    run("diff", plan, BEFORE)
    lines = capsys.readouterr().out.splitlines()
    place = next(place for place, line in enumerate(lines) if line.startswith("~ 2 "))
    told = lines[place + 1]
    assert "พัฒนาแหล่งน้ำ{+และป่าต้นน้ำ+}เพื่อการเกษตร" in told
    assert " — มาลี " in told
    assert "วิชัย" not in told


def test_restoring_it_keeps_the_present_first_and_leaves_later_work_alone(
    plan: Path, capsys: pytest.CaptureFixture[str]
):
    (second,) = (
        told for told in answer(capsys, "diff", plan, BEFORE)["differences"] if told["number"] == "2"
    )
    run("restore", plan, BEFORE, "--node", second["id"])
    editor = open_plan(plan, "สมหญิง")
    assert [node.text("name", "th") for node in strategies(editor.plan)[:2]] == ["น้ำเพื่อชีวิต", OLD]
    editor.close()
    kept = answer(capsys, "log", plan)[-1]
    assert kept["occasion"] == "restore"
    (difference,) = answer(capsys, "diff", plan, kept["id"])["differences"]
    (part,) = difference["fields"][0]["parts"]
    assert (difference["number"], part["old"], part["new"]) == ("2", NEW, OLD)
