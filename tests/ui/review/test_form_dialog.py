"""Comment forms in the window: printed, and what stands on them typed in."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableWidgetItem

from success_desktop.domain.feedback import read_feedback
from success_desktop.services.revisions import list_revisions
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.review.form_dialog import FormTypingDialog
from tests.documents.word_lint import lint
from tests.ui.acting import answer


@pytest.fixture
def typing(open_desk) -> FormTypingDialog:
    """The dialog, beside the open plan."""
    open_desk.review.type_form()
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, FormTypingDialog))
    return dialog


def write(dialog: FormTypingDialog, row: int, *texts: str) -> None:
    for column, text in enumerate(texts):
        dialog.lines.setItem(row, column, QTableWidgetItem(text))


def rounds(desk):
    return read_feedback(desk.bridge.editor.plan).rounds


def test_the_form_is_written_for_the_revision_it_is_about(open_desk, qtbot):
    paths = []

    def fill(dialog: ExportDialog) -> None:
        paths.append(dialog.target.path())
        dialog.deed.click()

    answer(fill, ExportDialog)
    with qtbot.waitSignal(open_desk.documents.exported, timeout=30_000):
        open_desk.review.print_form()
    qtbot.waitUntil(lambda: open_desk.documents.task is None)
    assert lint(paths[0]) == []
    assert "แบบแสดงความคิดเห็น" in paths[0].stem
    assert [kept.occasion for kept in list_revisions(open_desk.bridge.editor)][-1] == "export"


def test_nothing_is_written_on_second_thoughts_or_without_a_plan(open_desk, plan_path):
    answer(lambda dialog: dialog.reject(), ExportDialog)
    open_desk.review.print_form()
    assert list(plan_path.parent.glob("*.docx")) == []
    open_desk.bridge.release()
    open_desk.review.print_form()
    open_desk.review.type_form()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, FormTypingDialog)]


def test_lines_typed_in_become_a_round(open_desk, typing):
    assert not typing.isModal()
    assert not typing.deed.isEnabled()
    typing.reviewer.setText("ป้าแดง")
    typing.day.setText("12 ก.พ. 2567")
    typing.place.setText("ชุมชนริมคลอง")
    write(typing, 0, "1.1.1", "คลองตื้น", "ขุดทุกปี")
    assert typing.deed.isEnabled()
    typing.deed.click()
    (of,) = rounds(open_desk)
    assert (of.sort, of.reviewer, of.on, of.place) == ("form", "ป้าแดง", date(2024, 2, 12), "ชุมชนริมคลอง")
    (remark,) = read_feedback(open_desk.bridge.editor.plan).of_round(of.id)
    assert remark.is_placed
    assert not typing.isVisible()


def test_a_place_that_the_plan_has_not_is_said_while_typing(typing):
    write(typing, 0, "ท้ายเล่ม", "อ่านยาก")
    assert "ท้ายเล่ม" in typing.note.text()
    write(typing, 0, "1.1.1", "อ่านยาก")
    assert typing.note.text() == ""


def test_there_is_always_another_row_to_type_in(typing):
    rows = typing.lines.rowCount()
    write(typing, rows - 1, "", "บรรทัดสุดท้าย")
    assert typing.lines.rowCount() == rows + 1


def test_a_day_that_cannot_be_read_keeps_everything_typed(open_desk, typing):
    typing.day.setText("วันพรุ่งนี้")
    write(typing, 0, "1.1.1", "คลองตื้น")
    typing.deed.click()
    assert typing.isVisible()
    assert typing.note.text()
    assert rounds(open_desk) == ()
    assert typing.written()[0].remark == "คลองตื้น"


def test_lines_are_given_up_only_when_cancelled_twice(open_desk, typing):
    write(typing, 0, "1.1.1", "คลองตื้น")
    typing.reject()
    assert typing.isVisible()
    assert "ยังไม่ได้นำเข้า" in typing.note.text()
    write(typing, 1, "1.1.1", "อีกข้อ")
    typing.reject()
    assert typing.isVisible()
    typing.reject()
    assert not typing.isVisible()
    assert rounds(open_desk) == ()


def test_enter_in_the_lines_brings_nothing_in(open_desk, typing, qtbot):
    write(typing, 0, "1.1.1", "คลองตื้น")
    qtbot.keyClick(typing.lines, Qt.Key.Key_Return)
    assert rounds(open_desk) == ()
    typing.deed.setFocus()
    qtbot.keyClick(typing.deed, Qt.Key.Key_Return)
    assert len(rounds(open_desk)) == 1


def test_the_dialog_goes_with_its_plan(open_desk, typing):
    write(typing, 0, "1.1.1", "คลองตื้น")
    open_desk.bridge.release()
    assert not typing.isVisible()
