"""A backup is opened again as a file of its own, beside the plan's own or where there is room for it."""

from pathlib import Path

import pytest

from success_desktop.errors import UserError
from success_desktop.i18n import use_language
from success_desktop.services import backups
from success_desktop.services.editing import set_text
from success_desktop.services.library import new_plan, open_plan
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import template


def title(path: Path) -> str:
    editor = open_plan(path, "ผู้อ่าน")
    try:
        return editor.plan.root.text("title", "th")
    finally:
        editor.close(publish=False)


def write_title(editor: PlanEditor, text: str) -> None:
    set_text(editor, (editor.plan.root_id, "title", "th"), text)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan that was published with two titles, the second last."""
    path = tmp_path / "แฟลชไดรฟ์" / "แผนเมือง.success"
    path.parent.mkdir()
    editor = new_plan(path, template(), "สมหญิง")
    for text in ("ก่อนประชุม", "หลังประชุม"):
        write_title(editor, text)
        editor.file.publish()
    editor.close()
    return path


def test_a_backup_opens_beside_the_plan_under_a_name_that_says_when_it_was_made(path: Path) -> None:
    before = path.read_bytes()
    backup = backups.list_backups()[1]
    restored = backups.restore(backup, path.parent.parent)
    moment = backups.moment_of(backup).for_file_name("th")
    assert restored == path.with_name(f"แผนเมือง (สำรอง {moment}).success")
    assert title(restored) == "ก่อนประชุม"
    assert path.read_bytes() == before


def test_the_name_speaks_the_language_of_the_interface(path: Path) -> None:
    use_language("en")
    assert "backup of" in backups.restore(backups.list_backups()[0], path.parent).name


def test_the_same_backup_can_be_restored_twice(path: Path) -> None:
    backup = backups.list_backups()[0]
    first, second = (backups.restore(backup, path.parent) for _time in range(2))
    assert second.stem == f"{first.stem} 2"
    assert title(second) == "หลังประชุม"


def test_when_the_stick_is_not_there_the_backup_goes_into_another_folder(path: Path, tmp_path: Path) -> None:
    backup = backups.list_backups()[0]
    path.parent.rename(tmp_path / "กระเป๋า")
    other = tmp_path / "เอกสาร"
    other.mkdir()
    assert backups.restore(backup, other).parent == other


def test_where_no_folder_can_be_written_that_is_told(path: Path, tmp_path: Path) -> None:
    backup = backups.list_backups()[0]
    path.parent.rename(tmp_path / "กระเป๋า")
    with pytest.raises(UserError) as refusal:
        backups.restore(backup, tmp_path / "ไม่มี")
    assert refusal.value.remedy("th")


def test_a_folder_full_of_restored_copies_takes_no_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "_TRIES", 3)
    backup = backups.list_backups()[0]
    for _time in range(2):
        backups.restore(backup, path.parent)
    with pytest.raises(UserError) as refusal:
        backups.restore(backup, path.parent)
    assert "แผนเมือง" in refusal.value.sentence()


def test_a_name_that_no_disk_can_hold_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bool:
        raise PermissionError("not yours")

    backup = backups.list_backups()[0]
    monkeypatch.setattr(Path, "exists", refuse)
    assert backups.restore(backup, path.parent).name.startswith("แผนเมือง (สำรอง")


def test_the_newest_good_backup_of_a_plan_is_found(path: Path) -> None:
    good = backups.find_good_backup(path)
    assert good == backups.list_backups()[0]
    assert backups.find_good_backup(path.with_name("อื่น.success")) is None
