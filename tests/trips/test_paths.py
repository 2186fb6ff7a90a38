"""Names of files and folders as Thai offices give them: Thai, with spaces and signs, and very long."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from success_desktop.errors import UserError
from success_desktop.services.checking import check_plan_file
from success_desktop.services.editing import set_text
from success_desktop.services.export import export_word
from success_desktop.services.library import PLAN_SUFFIX, list_forgotten, new_plan, open_plan
from success_desktop.ui.dialogs.new_plan import file_name
from tests.plans import template

ROOT = Path(__file__).resolve().parents[2]
ROWS = "ที่,โครงการ,งบประมาณ 2568 (บาท)\n1,ขุดลอกคลอง,500000\n2,ขยายคลอง,1.2 ล้าน\n"


def program(home: Path, *words: object) -> str:
    """What one command answers, in a process of its own that belongs to the person with that home."""
    done = subprocess.run(
        [sys.executable, "-m", "success_desktop", *map(str, words)],
        env={**os.environ, "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home), "PYTHONUTF8": "0"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("folder", ["เอกสาร ของ สมหญิง", "แผน 50% (ร่าง) #1 & สำเนา?"], ids=["thai", "signs"])
def test_a_thai_person_in_a_thai_folder_does_the_whole_job(tmp_path: Path, folder: str) -> None:
    if os.name == "nt" and "?" in folder:
        pytest.skip("Windows knows no such names")
    home, place = tmp_path / "ผู้ใช้ สมหญิง", tmp_path / folder
    home.mkdir()
    place.mkdir()
    plan, rows, target = place / "แผน เมือง.success", place / "แบบ ผ.02.csv", place / "แผน เมือง.docx"
    rows.write_text(ROWS, encoding="utf-8-sig")
    assert str(plan) in program(home, "new", plan)
    assert json.loads(program(home, "import", plan, rows, "--json"))["totals"]["total"] == 1_700_000
    assert str(target) in program(home, "export", plan, target)
    assert json.loads(program(home, "check-file", plan, "--json"))["is_sound"]
    cells = {cell.text for table in Document(str(target)).tables for cell in table._cells}
    assert "ขุดลอกคลอง" in cells
    assert sorted(place.iterdir()) == sorted((plan, rows, target))


def long_path(folder: Path, length: int, name: str) -> Path:
    """A path of so many characters that ends in a name, through folders that are made."""
    missing = length - len(str(folder / name))
    assert missing > 1
    while missing > 60:
        folder /= "โฟลเดอร์" * 5
        missing = length - len(str(folder / name))
    folder /= "ก" * (missing - 1)
    folder.mkdir(parents=True)
    return folder / name


def test_a_path_of_240_characters_is_a_path_like_any_other(tmp_path: Path) -> None:
    path = long_path(tmp_path, 240, "แผน.success")
    assert len(str(path)) == 240
    editor = new_plan(path, template(), "สมหญิง")
    set_text(editor, (editor.plan.root_id, "title", "th"), "แผนในโฟลเดอร์ลึก")
    export_word(editor.plan, path.with_suffix(".docx"))
    editor.close()
    assert check_plan_file(path).is_sound
    again = open_plan(path, "สมหญิง")
    assert again.plan.root.text("title", "th") == "แผนในโฟลเดอร์ลึก"
    again.file.publish_as(path.with_name("แผน2.success"))
    again.close()
    assert sorted(entry.name for entry in path.parent.iterdir()) == [
        "แผน.docx",
        "แผน.success",
        "แผน2.success",
    ]


def test_the_longest_title_makes_a_file_that_can_be_saved_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / f"{file_name('แผนยุทธศาสตร์' * 20)}{PLAN_SUFFIX}"
    editor = new_plan(path, template(), "สมหญิง")
    for edition in ("ร่างที่ 1", "ร่างที่ 2"):
        set_text(editor, (editor.plan.root_id, "edition", "th"), edition)
        editor.file.publish()
    export_word(editor.plan, path.with_suffix(".docx"))
    editor.close()
    assert check_plan_file(path).is_sound


def test_a_name_that_no_disk_takes_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / f"{'ก' * 300}{PLAN_SUFFIX}"
    with pytest.raises(UserError) as refusal:
        new_plan(path, template(), "สมหญิง")
    assert refusal.value.remedy("th")
    with pytest.raises(UserError) as refusal:
        open_plan(path, "สมหญิง")
    assert refusal.value.remedy("en")
    editor = new_plan(tmp_path / "แผน.success", template(), "สมหญิง")
    with pytest.raises(UserError) as refusal:
        export_word(editor.plan, path.with_suffix(".docx"))
    assert refusal.value.remedy("th")
    editor.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["แผน.success"]
    assert list_forgotten() == []
