"""Files in the places where people really keep them: open twice, read-only, full, far away, pulled out."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from success_desktop import cli
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES
from success_desktop.services.checking import check_plan_file
from success_desktop.services.editing import set_text
from success_desktop.services.export import export_word
from success_desktop.services.library import (
    list_forgotten,
    new_plan,
    new_sample,
    open_plan,
    take_up,
)
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store.open_mark import mark_path
from tests.plans import template
from tests.trips.doomed import session

ROOT = Path(__file__).resolve().parents[2]
MINE = "งานของฉัน ก่อนประชุม 12 ก.พ. 2567"
ROWS = "ที่,โครงการ,งบประมาณ 2568 (บาท)\n1,ขุดลอกคลอง,500000\n2,ขยายคลอง,1.2 ล้าน\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A published plan file in a folder of its own."""
    folder = tmp_path / "แฟลชไดรฟ์"
    folder.mkdir()
    new_plan(folder / "แผนเมือง.success", template(), "สมหญิง").close()
    return folder / "แผนเมือง.success"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def write_title(editor: PlanEditor, text: str = MINE) -> None:
    set_text(editor, (editor.plan.root_id, "title", "th"), text)


def title(path: Path) -> str:
    """The title that is found when the plan is opened, unsaved work taken up; the file stays as it is."""
    editor = open_plan(path, "ผู้อ่าน")
    try:
        return editor.plan.root.text("title", "th")
    finally:
        editor.close(publish=False)


def assert_clear(error: UserError, path: Path) -> None:
    """A person is told which file it is about and what to do, in both languages."""
    for language in LANGUAGES:
        assert str(path) in error.sentence(language) or path.name in error.sentence(language)
        assert error.remedy(language)
    assert any("\u0e01" <= letter <= "\u0e4e" for letter in error.remedy("th"))


def fill(disk: Path, spare_bytes: int) -> Path:
    """Leave so many bytes on a disk."""
    filler = disk / "filler"
    filler.write_bytes(b"x" * max(0, shutil.disk_usage(disk).free - spare_bytes))
    return filler


# --- opened twice -------------------------------------------------------------------------------------------


def test_a_plan_open_in_another_window_is_told_and_nobody_loses_an_edit(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with session("hold", path) as other:
        with pytest.raises(UserError) as refusal:
            open_plan(path, "สมชาย")
        assert_clear(refusal.value, path)
        assert cli.main(["set", str(path), "plan", "title", "ของสมชาย"]) == 1
        assert refusal.value.sentence() in capsys.readouterr().err
        assert list_forgotten() == []
        other.send("close")
        assert other.recv() == 0
    editor = open_plan(path, "สมชาย")
    assert editor.plan.root.text("edition", "th") == "ร่างที่ 7"
    assert editor.plan.root.text("title", "th") == ""
    editor.close()


def test_a_link_to_an_open_plan_is_the_same_plan(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "ทางลัด.success"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no right to make links")
    with session("hold", path), pytest.raises(UserError):
        open_plan(link, "สมชาย")
    editor = open_plan(link, "สมชาย")
    write_title(editor)
    editor.close()
    assert link.is_symlink()
    assert title(path) == MINE


def test_a_plan_whose_window_has_died_opens_at_once(path: Path) -> None:
    with session("hold", path):
        pass
    editor = open_plan(path, "สมชาย")
    assert editor.plan.root.text("edition", "th") == "ร่างที่ 7"
    editor.close()


# --- places that may not be written -------------------------------------------------------------------------


def test_work_on_a_read_only_file_is_kept_and_saved_elsewhere(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    editor = open_plan(path, "สมหญิง")
    write_title(editor)
    with pytest.raises(UserError) as refusal:
        editor.close()
    assert_clear(refusal.value, path)
    other = path.with_name("สำเนา.success")
    editor.file.publish_as(other)
    editor.close()
    path.chmod(0o644)
    assert path.read_bytes() == before
    assert title(other) == MINE
    assert list_forgotten() == []


def test_a_plan_in_a_read_only_folder_can_be_read_and_printed_but_not_changed(
    small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, target = small_disk / "แผน.success", tmp_path / "แผน.docx"
    new_plan(path, template(), "สมหญิง").close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert cli.main(["show", str(path)]) == 0
    assert cli.main(["export", str(path), str(target)]) == 0
    assert len(Document(str(target)).paragraphs) > 3
    capsys.readouterr()
    for words in (
        ["set", str(path), "plan", "title", "ใหม่"],
        ["commit", str(path), "-m", "ใหม่"],
        ["export", str(path), str(small_disk / "แผน.docx")],
        ["new", str(small_disk / "ใหม่.success")],
    ):
        assert cli.main(words) == 1
        sentence, advice = capsys.readouterr().err.strip().split("\n")
        assert str(small_disk) in sentence
        assert advice
    assert [entry.name for entry in small_disk.iterdir()] == [path.name]
    assert list_forgotten() == []


# --- a full disk --------------------------------------------------------------------------------------------


def test_a_plan_on_a_full_disk_keeps_its_old_file_and_the_work(small_disk: Path) -> None:
    path = small_disk / "แผน.success"
    new_sample(path, "สมหญิง").close()
    before = path.read_bytes()
    filler = fill(small_disk, 20_000)
    editor = open_plan(path, "สมหญิง")
    write_title(editor)
    with pytest.raises(UserError) as refusal:
        editor.close()
    assert_clear(refusal.value, path)
    assert path.read_bytes() == before
    with pytest.raises(UserError) as refusal:
        export_word(editor.plan, small_disk / "แผน.docx")
    assert_clear(refusal.value, small_disk / "แผน.docx")
    assert {entry.name for entry in small_disk.iterdir()} == {filler.name, path.name, mark_path(path).name}
    filler.unlink()
    editor.close()
    assert title(path) == MINE
    assert list_forgotten() == []


def test_when_the_computer_itself_is_full_what_was_acknowledged_stays(
    small_disk: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(small_disk))
    spare = small_disk / "spare"
    spare.write_bytes(b"x" * 800_000)
    editor = open_plan(path, "สมหญิง")
    acknowledged, refusal = "", None
    for number in range(2000):
        text = f"{number} " + "น้ำ" * 500
        try:
            write_title(editor, text)
        except UserError as error:
            refusal = error
            break
        acknowledged = text
    assert refusal is not None
    assert refusal.remedy("th")
    assert refusal.remedy("en")
    assert editor.plan.root.text("title", "th") == acknowledged
    assert editor.file.store.read_plan() == editor.plan
    with pytest.raises(UserError) as full:
        editor.close()
    assert str(small_disk) in full.value.sentence()
    assert check_plan_file(path).is_sound
    spare.unlink()
    editor.close()
    monkeypatch.undo()
    assert title(path) == acknowledged


# --- other computers, other disks ---------------------------------------------------------------------------


def test_a_file_that_another_computer_has_replaced_is_never_overwritten(path: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "เครื่องอื่น.success"
    shutil.copyfile(path, theirs)
    other = open_plan(theirs, "สมชาย")
    write_title(other, "งานของสมชาย")
    other.close()

    editor = open_plan(path, "สมหญิง")
    write_title(editor)
    theirs.replace(path)
    with pytest.raises(UserError) as refusal:
        editor.close()
    assert_clear(refusal.value, path)
    editor.close(publish=False)

    again = open_plan(path, "สมหญิง")
    assert again.plan.root.text("title", "th") == "งานของสมชาย"
    assert again.file.notice is not None
    assert_clear(again.file.notice, path)
    again.close()
    (left,) = list_forgotten()
    mine = take_up(left, "สมหญิง")
    assert mine.plan.root.text("title", "th") == MINE
    mine.file.publish_as(path.with_name("ของฉัน.success"))
    mine.close()
    assert title(path) == "งานของสมชาย"
    assert title(path.with_name("ของฉัน.success")) == MINE
    assert list_forgotten() == []


def test_a_stick_that_is_pulled_takes_no_work_with_it(path: Path, tmp_path: Path) -> None:
    stick, pocket = path.parent, tmp_path / "กระเป๋า"
    editor = open_plan(path, "สมหญิง")
    write_title(editor)
    stick.rename(pocket)
    write_title(editor, MINE + " และหลังประชุม")
    with pytest.raises(UserError) as refusal:
        editor.close()
    assert_clear(refusal.value, path)
    with pytest.raises(UserError) as refusal:
        export_word(editor.plan, stick / "แผน.docx")
    assert_clear(refusal.value, stick)
    editor.close(publish=False)

    with pytest.raises(UserError) as refusal:
        open_plan(path, "สมหญิง")
    assert_clear(refusal.value, path)
    assert [left.path for left in list_forgotten()] == [path]
    pocket.rename(stick)
    again = open_plan(path, "สมหญิง")
    assert again.file.notice is None
    assert again.plan.root.text("title", "th") == MINE + " และหลังประชุม"
    again.undo()
    assert again.plan.root.text("title", "th") == ""
    again.redo()
    again.close()
    assert list_forgotten() == []
    assert title(path) == MINE + " และหลังประชุม"


def test_work_of_a_stick_that_stays_away_is_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    editor = open_plan(path, "สมหญิง")
    write_title(editor)
    editor.close(publish=False)
    shutil.rmtree(path.parent)
    (left,) = list_forgotten()
    again = take_up(left, "สมหญิง")
    assert again.plan.root.text("title", "th") == MINE
    again.file.publish_as(tmp_path / "ช่วยไว้.success")
    again.close()
    assert title(tmp_path / "ช่วยไว้.success") == MINE
    assert list_forgotten() == []
