"""Saving from the window: what the status line says of it, and the one bar about writing that fails."""

from pathlib import Path

import pytest

from success_desktop.paths import data_folder
from success_desktop.services import editing, library
from success_desktop.ui.page.text_field import LATEST_MS
from success_desktop.ui.plan_publisher import NEXT_EDIT_MS, RETRY_MS
from tests.ui.acting import type_text
from tests.ui.test_trips import editor_of, first_thai_field, name_of
from tests.ui.test_unkept_text import forbid_writing


def edit(desk, text="แก้ไขแล้ว"):
    editing.set_text(editor_of(desk), (editor_of(desk).plan.root_id, "edition", "th"), text)


@pytest.fixture
def locked_out(open_desk, plan_path):
    """The sample plan with work that its file does not hold, and whose file became read-only."""
    edit(open_desk)
    plan_path.chmod(0o444)
    yield open_desk
    if plan_path.exists():
        plan_path.chmod(0o644)


# --- what the status line says -------------------------------------------------------------------------------


def test_the_status_line_says_what_is_safe_here_and_what_the_file_holds_with_the_time(open_desk, window):
    state = window.frame.status_line.state
    assert state.work.text() == "บันทึกครบแล้ว"
    assert state.file.text().startswith("ไฟล์แผนเป็นปัจจุบัน ")
    edit(open_desk)
    assert state.work.text().startswith("บันทึกแล้ว ")
    assert state.file.text().startswith("ไฟล์แผน ณ ")
    window.actions_table["save"].trigger()
    assert state.file.text().startswith("ไฟล์แผนเป็นปัจจุบัน ")
    open_desk.files.close_plan()
    assert (state.work.text(), state.file.text()) == ("", "")


def test_a_file_of_another_day_is_told_with_its_date(open_desk, window, plan_path):
    state = window.frame.status_line.state
    at = editor_of(open_desk).file.published_at
    assert at is not None
    state.show_opened(at.replace(year=2024, month=2, day=12), is_complete=True)
    assert "12 ก.พ. 2567" in state.file.text()
    open_desk.looks.speak("en")
    assert "12 Feb 2024" in state.file.text()


def test_what_is_typed_without_a_rest_is_safe_within_half_a_second():
    assert LATEST_MS <= 500


# --- a file that cannot be written ---------------------------------------------------------------------------


def test_a_file_that_cannot_be_written_is_told_in_one_bar_with_what_to_do(locked_out, window):
    bar = window.frame.message_bar
    window.actions_table["save"].trigger()
    assert "อ่านได้อย่างเดียว" in bar.sentence.text()
    assert "ลองเขียนไฟล์ใหม่เอง" in bar.remedy.text()
    assert [button.text() for button in bar.link_buttons()] == ["ลองอีกครั้ง", "บันทึกเป็น…"]
    assert window.frame.status_line.state.file.text().startswith("ยังเขียนไฟล์แผนไม่ได้ตั้งแต่ ")
    assert locked_out.files.publisher.retry.interval() == RETRY_MS


def test_writing_is_tried_again_by_itself_and_the_bar_goes_when_it_succeeds(locked_out, window, plan_path):
    window.actions_table["save"].trigger()
    plan_path.chmod(0o644)
    locked_out.files.publisher.retry.timeout.emit()
    assert window.frame.message_bar.isHidden()
    assert editor_of(locked_out).file.is_published
    assert window.frame.status_line.state.file.text().startswith("ไฟล์แผนเป็นปัจจุบัน ")
    assert not locked_out.files.publisher.retry.isActive()


def test_the_link_tries_again_at_once(locked_out, window, plan_path):
    window.actions_table["save"].trigger()
    plan_path.chmod(0o644)
    window.frame.message_bar.link_buttons()[0].click()
    assert window.frame.message_bar.isHidden()
    assert editor_of(locked_out).file.is_published


def test_the_next_edit_brings_the_next_attempt_nearer(locked_out, window):
    window.actions_table["save"].trigger()
    edit(locked_out, "แก้อีก")
    assert 0 < locked_out.files.publisher.retry.remainingTime() < 2 * NEXT_EDIT_MS < RETRY_MS
    locked_out.files.publisher.rest.timeout.emit()
    assert window.frame.message_bar.isVisible()


def test_two_failures_make_one_bar(locked_out, window):
    window.actions_table["save"].trigger()
    buttons = window.frame.message_bar.link_buttons()
    locked_out.files.publisher.retry.timeout.emit()
    window.actions_table["save"].trigger()
    assert window.frame.message_bar.link_buttons() == buttons


def test_a_bar_that_the_user_closed_comes_back_only_when_they_save(locked_out, window):
    bar = window.frame.message_bar
    window.actions_table["save"].trigger()
    bar.close_button.click()
    locked_out.files.publisher.retry.timeout.emit()
    assert bar.isHidden()
    assert window.frame.status_line.state.file.text().startswith("ยังเขียนไฟล์แผนไม่ได้ตั้งแต่ ")
    window.actions_table["save"].trigger()
    assert bar.isVisible()


def test_a_fault_covered_by_another_message_comes_back_with_the_next_attempt(locked_out, window):
    bar = window.frame.message_bar
    window.actions_table["save"].trigger()
    bar.show_success("Deleted.")
    locked_out.files.publisher.retry.timeout.emit()
    assert "อ่านได้อย่างเดียว" in bar.sentence.text()


def test_another_message_is_not_taken_away_when_writing_succeeds(locked_out, window, plan_path):
    bar = window.frame.message_bar
    window.actions_table["save"].trigger()
    bar.show_success("Deleted.")
    plan_path.chmod(0o644)
    locked_out.files.publisher.retry.timeout.emit()
    assert bar.isVisible()


def test_a_file_that_another_program_holds_is_told_and_written_when_it_is_free(
    open_desk, window, plan_path, monkeypatch
):
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target) == plan_path:
            raise PermissionError(13, "The process cannot access the file", str(target))
        return replace(self, target)

    edit(open_desk)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        window.actions_table["save"].trigger()
    assert "โปรแกรมอื่น" in window.frame.message_bar.sentence.text()
    open_desk.files.publisher.retry.timeout.emit()
    assert window.frame.message_bar.isHidden()
    assert editor_of(open_desk).file.is_published


def test_a_file_that_was_removed_is_made_anew(open_desk, window, plan_path):
    edit(open_desk)
    plan_path.unlink()
    window.actions_table["save"].trigger()
    assert plan_path.exists()
    plan_path.unlink()
    open_desk.files.publisher.rest.timeout.emit()
    assert plan_path.exists()
    plan_path.unlink()
    open_desk.files.close_plan()
    assert plan_path.exists()


def test_a_stick_that_is_pulled_is_told_and_everything_is_there_when_it_is_back(
    desk, window, tmp_path, settings
):
    stick, pocket = tmp_path / "แฟลชไดรฟ์", tmp_path / "กระเป๋า"
    stick.mkdir()
    path = stick / "แผน.success"
    library.new_sample(path, "สมหญิง").close()
    desk.files.open_plan(path)
    edit(desk, "บนรถไฟ")
    stick.rename(pocket)
    desk.files.publisher.rest.timeout.emit()
    assert "โฟลเดอร์" in window.frame.message_bar.sentence.text()
    assert window.frame.message_bar.link_buttons()[1].text() == "บันทึกเป็น…"
    edit(desk, "บนรถไฟ ฉบับแก้")
    pocket.rename(stick)
    desk.files.publisher.retry.timeout.emit()
    assert window.frame.message_bar.isHidden()
    assert editor_of(desk).plan.root.text("edition", "th") == "บนรถไฟ ฉบับแก้"
    assert editor_of(desk).file.is_published


def test_a_full_disk_keeps_the_text_on_screen_and_keeps_it_by_itself_when_there_is_room(
    open_desk, project_id, window
):
    field = first_thai_field(open_desk, name_of(open_desk, project_id))
    engine = forbid_writing(open_desk)
    type_text(field, "ไม่หาย")
    open_desk.workspace.page.commit_pending()
    assert "ไม่หาย" in field.plain_text()
    bar = window.frame.message_bar
    assert bar.isVisible()
    assert "ยังอยู่บนหน้าจอ" in bar.remedy.text()
    assert [button.text() for button in bar.link_buttons()] == ["ลองอีกครั้ง"]
    open_desk.files.publisher.retry.timeout.emit()
    assert bar.isVisible()
    engine.dispose()
    open_desk.files.publisher.retry.timeout.emit()
    assert "ไม่หาย" in name_of(open_desk, project_id)
    assert bar.isHidden()


def test_closing_the_plan_ends_its_fault(locked_out, window, plan_path):
    window.actions_table["save"].trigger()
    plan_path.chmod(0o644)
    assert locked_out.files.close_plan()
    assert window.frame.message_bar.isHidden()
    assert locked_out.files.publisher.fault is None
    assert not locked_out.files.publisher.retry.isActive()
    assert locked_out.files.publisher.publish() is False


def test_a_backup_that_cannot_be_kept_is_told_once(open_desk, window):
    edit(open_desk, "ศูนย์")
    window.actions_table["save"].trigger()
    folder = data_folder() / "backups"
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("no folder", encoding="utf-8")
    bar = window.frame.message_bar
    for text, is_told in (("หนึ่ง", True), ("สอง", False)):
        edit(open_desk, text)
        bar.hide()
        window.actions_table["save"].trigger()
        assert bar.isVisible() is is_told
        assert editor_of(open_desk).file.is_published
    folder.unlink()


def test_an_open_window_tells_other_computers_that_it_is_alive(open_desk, plan_path):
    publisher = open_desk.files.publisher
    assert publisher.alive.isActive()
    publisher.alive.timeout.emit()
    open_desk.files.close_plan()
    assert not publisher.alive.isActive()
    publisher.alive.timeout.emit()
