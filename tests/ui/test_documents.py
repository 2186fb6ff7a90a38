"""Tables that come in and Word documents that go out, through their dialogs."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject
from PySide6.QtWidgets import QComboBox, QProgressDialog

from success_desktop.services.revisions import list_revisions
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.dialogs.import_table import ImportDialog
from tests.ui.acting import answer, answer_file

HEADS = ("ที่", "ยุทธศาสตร์", "โครงการ", "วัตถุประสงค์", "งบประมาณ 2568 (บาท)", "งบประมาณ 2569 (บาท)", "สีที่ชอบ")
ROWS = (
    ("1", "น้ำ", "โครงการขุดลอกคลองหนึ่ง", "เพื่อลดน้ำท่วม", "100,000", "", "ฟ้า"),
    ("2", "น้ำ", "โครงการฝายชะลอน้ำ", "เพื่อเก็บน้ำ", "250,000", "ประมาณสองแสน", "เขียว"),
)


@pytest.fixture
def table_path(tmp_path: Path) -> Path:
    path = tmp_path / "โครงการ.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows((HEADS, *ROWS))
    return path


def count_projects(desk) -> int:
    return sum(node.kind == "project" for node in desk.bridge.editor.plan.walk())


def wait_for_task(desk, qtbot) -> None:
    """Let the work in the background end, and what follows from it."""
    qtbot.waitUntil(lambda: desk.documents.task is None, timeout=30_000)


def bring_in(desk, qtbot, path: Path) -> None:
    """Import a file; a dialog that comes is answered as has been arranged before."""
    desk.documents.preview_and_import(path)
    wait_for_task(desk, qtbot)


def test_an_import_shows_what_it_would_do_and_is_one_step_of_undo(open_desk, window, table_path, qtbot):
    before = count_projects(open_desk)

    def look(dialog: ImportDialog) -> None:
        assert "นำเข้า 2 โครงการ" in dialog.counts.text()
        assert "350,000" in dialog.totals.text()
        model = dialog.warnings.model()
        notes = [model.index(row, 1).data() for row in range(model.rowCount())]
        assert any("ประมาณสองแสน" in note for note in notes)
        assert dialog.rows.rowCount() == 2
        dialog.deed.click()

    answer_file(table_path)
    answer(look, ImportDialog)
    window.actions_table["import"].trigger()
    wait_for_task(open_desk, qtbot)
    assert count_projects(open_desk) == before + 2
    assert window.actions_table["undo"].text() == "เลิกทำ: นำเข้าโครงการ"
    window.actions_table["undo"].trigger()
    assert count_projects(open_desk) == before


def test_the_plan_is_kept_before_an_import(open_desk, table_path, qtbot):
    answer(lambda dialog: dialog.deed.click(), ImportDialog)
    bring_in(open_desk, qtbot, table_path)
    (kept,) = list_revisions(open_desk.bridge.editor)
    assert (kept.number, kept.occasion, kept.message) == (1, "import", "ก่อนนำเข้า โครงการ.csv")


def test_an_import_that_is_declined_changes_nothing(open_desk, table_path, qtbot):
    before = open_desk.bridge.editor.plan
    answer(lambda dialog: dialog.reject(), ImportDialog)
    bring_in(open_desk, qtbot, table_path)
    assert open_desk.bridge.editor.plan is before


def test_a_column_can_go_into_another_field(open_desk, table_path, qtbot):
    def choose(dialog: ImportDialog) -> None:
        box = dialog.columns.cellWidget(HEADS.index("สีที่ชอบ"), 2)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData("note"))
        box.activated.emit(box.currentIndex())
        assert not dialog.deed.isEnabled()
        qtbot.waitUntil(dialog.deed.isEnabled)
        again = dialog.columns.cellWidget(HEADS.index("สีที่ชอบ"), 2)
        assert isinstance(again, QComboBox)
        assert again.currentData() == "note"
        dialog.deed.click()

    answer(choose, ImportDialog)
    bring_in(open_desk, qtbot, table_path)
    notes = [
        node.text("note", "th") for node in open_desk.bridge.editor.plan.walk() if node.kind == "project"
    ]
    assert any("ฟ้า" in note for note in notes)


def test_a_choice_that_cannot_be_read_is_told_and_the_preview_stays(open_desk, table_path, window, qtbot):
    def choose(dialog: ImportDialog) -> None:
        before = dialog.preview
        dialog.choose_field(HEADS.index("โครงการ"), "no-such-field")
        qtbot.waitUntil(dialog.columns.isEnabled)
        assert dialog.preview is before

    answer(choose, ImportDialog)
    bring_in(open_desk, qtbot, table_path)
    assert window.frame.message_bar.isVisible()


def test_the_same_projects_do_not_come_in_twice(open_desk, table_path, qtbot):
    answer(lambda dialog: dialog.deed.click(), ImportDialog)
    bring_in(open_desk, qtbot, table_path)

    def look(dialog: ImportDialog) -> None:
        assert "มีในแผนแล้ว 2 โครงการ" in dialog.counts.text()
        assert dialog.totals.text() == "โครงการเหล่านี้ไม่มีงบประมาณ"
        assert not dialog.deed.isEnabled()

    answer(look, ImportDialog)
    bring_in(open_desk, qtbot, table_path)


def test_a_file_that_is_no_table_is_told_in_the_bar(open_desk, window, tmp_path, qtbot):
    stranger = tmp_path / "รูป.xlsx"
    stranger.write_bytes(b"\x89PNG")
    bring_in(open_desk, qtbot, stranger)
    assert window.frame.message_bar.isVisible()


def test_projects_that_came_in_are_told_of_and_can_be_shown(open_desk, window, table_path, qtbot):
    answer(lambda dialog: dialog.deed.click(), ImportDialog)
    bring_in(open_desk, qtbot, table_path)
    bar = window.frame.message_bar
    assert bar.sentence.text() == "นำเข้าแล้ว 2 โครงการ"
    show = bar.link_buttons()[0]
    show.click()
    first = open_desk.bridge.editor.plan.nodes[open_desk.workspace.page.current_node_id()]
    assert first.text("name", "th") == "โครงการขุดลอกคลองหนึ่ง"
    open_desk.steps.undo()
    here = open_desk.workspace.page.current_node_id()
    show.click()
    assert open_desk.workspace.page.current_node_id() == here


def test_the_window_stays_alive_while_a_table_is_read_and_the_reading_can_be_stopped(
    open_desk, window, table_path, qtbot
):
    before = open_desk.bridge.editor.plan
    open_desk.documents.preview_and_import(table_path)
    task = open_desk.documents.task
    open_desk.documents.preview_and_import(table_path)
    assert open_desk.documents.task is task
    window.findChild(QProgressDialog).canceled.emit()
    task.cancel()
    wait_for_task(open_desk, qtbot)
    assert window.findChild(ImportDialog) is None
    assert open_desk.bridge.editor.plan is before


def test_a_reading_stopped_when_it_was_just_done_shows_nothing_either(open_desk, window, table_path, qtbot):
    open_desk.documents.preview_and_import(table_path)
    open_desk.documents.task.wait()
    window.findChild(QProgressDialog).canceled.emit()
    wait_for_task(open_desk, qtbot)
    assert window.findChild(ImportDialog) is None


def test_the_progress_of_reading_does_not_come_up_over_the_preview(open_desk, window, table_path, qtbot):
    def look(_dialog: ImportDialog) -> None:
        box = window.findChild(QProgressDialog)
        if box is not None:
            QMetaObject.invokeMethod(box, "forceShow")  # what its timer does after a moment
            assert not box.isVisible()
        seen.append(box)

    seen: list[QProgressDialog | None] = []
    answer(look, ImportDialog)
    bring_in(open_desk, qtbot, table_path)
    assert len(seen) == 1


def test_a_table_read_for_a_plan_that_is_closed_meanwhile_is_not_shown(
    open_desk, window, table_path, application
):
    open_desk.documents.preview_and_import(table_path)
    open_desk.documents.task.wait()
    assert open_desk.files.close_plan()
    application.settle(0)
    assert open_desk.documents.task is None
    assert window.findChild(ImportDialog) is None


def test_the_heads_of_year_columns_are_seen_whole(open_desk, tmp_path, qtbot):
    book = tmp_path / "สองบรรทัด.csv"
    with book.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows((("โครงการ", "งบประมาณ\n2568"), ("โครงการหนึ่ง", "100")))

    def look(dialog: ImportDialog) -> None:
        head = dialog.columns.model().index(1, 1)
        assert head.data() == "งบประมาณ 2568"

    answer(look, ImportDialog)
    bring_in(open_desk, qtbot, book)


def test_thinking_better_of_an_import_in_the_file_dialog_is_no_import(open_desk, window):
    answer(lambda dialog: dialog.reject())
    window.actions_table["import"].trigger()
    assert open_desk.steps.undo_label() is None


def test_the_export_dialog_says_what_becomes_of_the_file(application, qtbot, tmp_path, settings):
    settings.page_language = "nonsense"
    dialog = ExportDialog(tmp_path / "แผน.success", settings, None)
    qtbot.addWidget(dialog)
    assert dialog.chosen().language == "th"
    assert dialog.chosen().path == tmp_path / "แผน.docx"
    dialog.target.line.setText(str(tmp_path / "ชื่อ"))
    assert dialog.chosen().path == tmp_path / "ชื่อ.docx"
    (tmp_path / "ชื่อ.docx").touch()
    dialog.embed.setChecked(True)
    assert dialog.note.text() == "ไฟล์เดิมจะถูกแทนที่"
    assert not dialog.font_box.isEnabled()
    dialog.target.line.setText(str(tmp_path / "ไม่มี" / "ก.docx"))
    assert not dialog.deed.isEnabled()
    dialog.target.line.clear()
    assert not dialog.deed.isEnabled()


def test_an_export_to_a_name_that_no_disk_can_hold_is_refused_in_the_dialog_or_told(
    application, qtbot, tmp_path, settings
):
    dialog = ExportDialog(tmp_path / "แผน.success", settings, None)
    qtbot.addWidget(dialog)
    dialog.target.line.setText(str(tmp_path / ("ก" * 300) / "แผน"))
    assert not dialog.deed.isEnabled()
    dialog.target.line.setText(str(tmp_path / ("ก" * 300)))
    assert dialog.note.text() == ""


def test_the_target_of_an_export_can_be_looked_for(application, qtbot, tmp_path, settings):
    dialog = ExportDialog(tmp_path / "แผน.success", settings, None)
    qtbot.addWidget(dialog)
    answer_file(tmp_path / "ที่ใหม่")
    dialog.target.button.click()
    assert dialog.chosen().path == tmp_path / "ที่ใหม่.docx"
    answer(lambda chooser: chooser.reject())
    dialog.target.button.click()
    assert dialog.chosen().path == tmp_path / "ที่ใหม่.docx"
