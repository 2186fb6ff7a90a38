"""The command line on a reviewer's own file: it comes in once, whatever is done twice."""

import json
from pathlib import Path
from typing import Any

import pytest

from success_desktop import cli
from success_desktop.services import reviewing
from success_desktop.services.library import new_sample
from success_desktop.services.review_copies import open_for_review
from success_desktop.services.review_files import write_review
from success_desktop.services.reviewing import NewRemark


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "แผน.success"
    new_sample(path, "ผู้วางแผน").close()
    return path


@pytest.fixture
def review_file(plan: Path, tmp_path: Path) -> Path:
    """Two remarks of a reviewer on a copy of the plan."""
    editor = open_for_review(plan, tmp_path / "สำเนา.success", "ดร. สมศรี")
    for text in ("ชัดเจนดี", "เพิ่มตัวชี้วัด"):
        reviewing.remark(editor, NewRemark(text=text))
    write_review(editor, tmp_path / "ดร. สมศรี.review")
    editor.close()
    return tmp_path / "ดร. สมศรี.review"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert cli.main(["--interface", "en", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_review_file_is_looked_at_then_brought_in_once(
    plan: Path, review_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("review", "import", str(plan), str(review_file))
    assert told(capsys, *words, "--dry-run")["new"] == 2
    assert told(capsys, *words)["new"] == 2
    assert (told(capsys, *words)["new"], told(capsys, *words)["known"]) == (0, 2)
    assert len(told(capsys, "review", "list", str(plan))) == 2


def test_what_came_in_is_said_in_words(
    plan: Path, review_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--interface", "en", "review", "import", str(plan), str(review_file)]) == 0
    assert capsys.readouterr().out == "Remarks of ดร. สมศรี: 2 new, 0 amended, 0 known already.\n"
