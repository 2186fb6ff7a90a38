"""Backups in the window: the dialog, opening one as a file of its own, and the way back when a file is spoilt."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from success_desktop.paths import data_folder
from success_desktop.services import backups, editing
from success_desktop.services.library import new_plan
from success_desktop.ui.dialogs.backups import BackupsDialog, size_text
from tests.plans import template
from tests.store.files import blot
from tests.ui.acting import answer
from tests.ui.test_trips import editor_of


def edition(desk) -> str:
    return editor_of(desk).plan.root.text("edition", "th")


def publish(desk, text) -> None:
    editing.set_text(editor_of(desk), (editor_of(desk).plan.root_id, "edition", "th"), text)
    assert desk.files.publish()


@pytest.fixture
def saved_desk(open_desk):
    """The desk of a plan that was saved twice, "หนึ่ง" and then "สอง"."""
    publish(open_desk, "หนึ่ง")
    publish(open_desk, "สอง")
    return open_desk


# --- the dialog ----------------------------------------------------------------------------------------------


def test_the_menu_lists_the_backups_of_the_open_plan_newest_first(saved_desk, window, tmp_path):
    other = tmp_path / "อื่น.success"
    new_plan(other, template(), "สมหญิง").close()

    def look(dialog) -> None:
        assert dialog.plans.currentText().startswith("เมืองตัวอย่าง")
        assert dialog.plans.count() == 2
        assert dialog.table.topLevelItemCount() == 3
        moment = backups.moment_of(dialog.chosen()).spoken("th")
        assert dialog.table.topLevelItem(0).text(0) == moment
        assert dialog.table.topLevelItem(0).text(1) == "49"
        assert "KB" in dialog.table.topLevelItem(0).text(2)
        dialog.plans.setCurrentIndex(dialog.plans.findData(str(other)))
        assert dialog.table.topLevelItemCount() == 1

    answer(look, BackupsDialog)
    window.actions_table["backups"].trigger()


def test_a_backup_opens_as_a_new_file_and_the_present_stays(saved_desk, window, plan_path):
    def choose(dialog) -> None:
        dialog.table.setCurrentItem(dialog.table.topLevelItem(1))
        dialog.deed.click()

    answer(choose, BackupsDialog)
    window.actions_table["backups"].trigger()
    assert edition(saved_desk) == "หนึ่ง"
    restored = editor_of(saved_desk).file.path
    assert restored.parent == plan_path.parent
    assert "สำรอง" in restored.stem
    assert "ไฟล์เดิมของแผนยังอยู่เหมือนเดิม" in window.frame.message_bar.sentence.text()
    saved_desk.files.open_plan(plan_path)
    assert edition(saved_desk) == "สอง"


def test_work_that_is_not_in_the_file_yet_is_saved_before_a_backup_is_opened(saved_desk, window, plan_path):
    editing.set_text(editor_of(saved_desk), (editor_of(saved_desk).plan.root_id, "edition", "th"), "สาม")
    answer(lambda dialog: dialog.deed.click(), BackupsDialog)
    window.actions_table["backups"].trigger()
    saved_desk.files.open_plan(plan_path)
    assert edition(saved_desk) == "สาม"


def test_backups_are_there_when_no_plan_is_open(saved_desk, window):
    saved_desk.files.close_plan()
    answer(lambda dialog: dialog.deed.click(), BackupsDialog)
    window.actions_table["backups"].trigger()
    assert edition(saved_desk) == "สอง"


def test_without_backups_the_dialog_says_when_there_will_be_one(desk, window):
    def look(dialog) -> None:
        assert not dialog.deed.isEnabled()
        assert dialog.empty.isVisible()
        assert not dialog.table.isVisible()

    answer(look, BackupsDialog)
    window.actions_table["backups"].trigger()


def test_a_plan_that_was_renamed_stands_in_the_list_without_backups_of_its_own(saved_desk, plan_path, window):
    dialog = BackupsDialog(backups.list_backups(), plan_path.with_name("ย้าย.success"), window)
    assert dialog.plans.currentText().startswith("ย้าย")
    assert dialog.plans.count() == 2
    assert not dialog.deed.isEnabled()
    dialog.plans.setCurrentIndex(1)
    assert dialog.deed.isEnabled()
    dialog.deleteLater()


def test_a_folder_of_backups_that_cannot_be_looked_into_is_told(desk, window, monkeypatch):
    def refuse(*_anything) -> None:
        raise PermissionError("not yours")

    monkeypatch.setattr(Path, "glob", refuse)
    window.actions_table["backups"].trigger()
    assert window.frame.message_bar.isVisible()


def test_a_backup_that_was_pruned_meanwhile_is_told(saved_desk, window):
    (gone, *_others) = backups.list_backups()
    gone.path.unlink()
    before = editor_of(saved_desk)
    saved_desk.backups.restore(gone)
    assert window.frame.message_bar.isVisible()
    assert editor_of(saved_desk) is before


@pytest.mark.parametrize(
    ("size", "text"), [(10, "1 KB"), (2048, "2 KB"), (17 * 1024 * 1024 + 200_000, "17.2 MB")]
)
def test_sizes_are_told_as_people_say_them(size, text):
    assert size_text(size) == text


# --- spoilt files --------------------------------------------------------------------------------------------


def spoil_start(path):
    path.write_bytes(b"<html>not found</html>" * 100)


def empty(path):
    path.write_bytes(b"")


def remove(path):
    path.unlink()


def cut_off(path):
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("spoil", [blot, spoil_start, empty, remove, cut_off])
def test_a_spoilt_file_is_told_with_a_link_to_the_last_good_copy(saved_desk, window, plan_path, spoil):
    saved_desk.files.close_plan()
    spoil(plan_path)
    was_there = plan_path.read_bytes() if plan_path.exists() else None
    saved_desk.files.open_plan(plan_path)
    assert saved_desk.bridge.editor is None
    bar = window.frame.message_bar
    assert "เมืองตัวอย่าง" in bar.sentence.text()
    (link,) = bar.link_buttons()
    moment = backups.moment_of(backups.list_backups()[0])
    assert link.text() == f"เปิดสำเนาสำรองของ {moment.spoken('th')}"
    saved_desk.looks.speak("en")
    assert link.text() == f"Open the backup of {moment.spoken('en')}"
    link.click()
    assert edition(saved_desk) == "สอง"
    assert (plan_path.read_bytes() if plan_path.exists() else None) == was_there


def test_a_file_that_is_not_ours_is_told_without_a_link(desk, window, tmp_path):
    path = tmp_path / "อื่น.success"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    desk.files.open_plan(path)
    assert "โปรแกรมอื่น" in window.frame.message_bar.sentence.text()
    assert window.frame.message_bar.link_buttons() == []


def test_a_file_from_a_newer_program_is_told_and_no_old_copy_is_offered(saved_desk, window, plan_path):
    saved_desk.files.close_plan()
    with closing(sqlite3.connect(plan_path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    saved_desk.files.open_plan(plan_path)
    assert "ใหม่กว่า" in window.frame.message_bar.sentence.text()
    assert window.frame.message_bar.link_buttons() == []


# --- opening ------------------------------------------------------------------------------------------------


def test_a_synchronised_folder_is_warned_of_once(desk, window, tmp_path, settings):
    folder = tmp_path / "OneDrive - เทศบาล"
    folder.mkdir()
    bar = window.frame.message_bar
    for name, is_told in (("หนึ่ง", True), ("สอง", False)):
        new_plan(folder / f"{name}.success", template(), "สมหญิง").close()
        desk.files.open_plan(folder / f"{name}.success")
        assert bar.isVisible() is is_told
        if is_told:
            assert "OneDrive" in bar.sentence.text()
            assert "ปิดแผน" in bar.remedy.text()
    assert settings.synchronised_folders == [str(folder)]


def test_without_a_folder_for_its_data_the_window_says_so_and_stays(window, settings, qtbot, monkeypatch):
    from success_desktop.app import furnish_window

    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().write_text("no folder", encoding="utf-8")
    desk = furnish_window(window, settings)
    assert window.frame.message_bar.isVisible()
    assert str(data_folder()) in window.frame.message_bar.sentence.text()
    assert window.frame.message_bar.remedy.text()
    window.actions_table["sample"].trigger()
    assert desk.bridge.editor is None
    assert window.frame.message_bar.isVisible()
    desk.documents.stop()
