"""Checking a printed copy: by the code at its foot, or by the file itself."""

import pytest

from success_desktop.domain.office import FormatSwitches
from success_desktop.domain.seal import seal_code
from success_desktop.services.editing import set_text
from success_desktop.services.printing import PrintOptions, prepare_printout, write_printout
from success_desktop.services.revisions import list_revisions
from success_desktop.ui.documents.check_copy_dialog import CheckCopyDialog
from success_desktop.ui.main_window import MainWindow
from tests.ui.acting import answer, answer_file, type_text
from tests.ui.faults import clipped, nameless


@pytest.fixture
def copy(editor, tmp_path):
    """A form of the plan as it is."""
    path = tmp_path / "สำเนา.docx"
    write_printout(prepare_printout(editor, ("p01",), PrintOptions(FormatSwitches()), path.name), path)
    return path


@pytest.fixture
def dialog(open_desk, window: MainWindow) -> CheckCopyDialog:
    """The dialog beside the window."""
    window.actions_table["check_copy"].trigger()
    dialog = window.findChild(CheckCopyDialog)
    assert isinstance(dialog, CheckCopyDialog)
    return dialog


def test_it_stands_beside_the_window_and_waits_for_a_code(dialog):
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert not dialog.deed.isEnabled()


def test_a_code_tells_which_revision_a_copy_is_of(dialog, copy, editor):
    code = seal_code(list_revisions(editor)[-1].fingerprint)
    type_text(dialog.code, code.lower())
    dialog.deed.click()
    assert dialog.verdict.text() == "สำเนานี้เป็นของแผนนี้ ตามที่เป็นอยู่ในปัจจุบัน" or code in dialog.details.text()
    assert code in dialog.details.text()
    assert dialog.isVisible()
    assert dialog.code.selectedText() == code.lower()


def test_a_slip_in_a_code_is_told_and_another_can_be_typed(dialog):
    type_text(dialog.code, "AAAA-BBBB-CCCC")
    dialog.deed.click()
    assert dialog.verdict.text()
    dialog.code.selectAll()
    type_text(dialog.code, "D")
    assert dialog.verdict.text() == ""


def test_a_file_is_checked_and_an_edit_since_is_told(dialog, copy, editor):
    answer_file(copy)
    dialog.file.click()
    current = dialog.verdict.text()
    node = next(node for node in editor.plan.walk() if node.kind == "project")
    set_text(editor, (node.id, "name", "th"), "ชื่อใหม่")
    dialog.check_file(copy)
    assert current
    assert dialog.verdict.text() != current


def test_a_file_that_is_no_document_is_refused_with_advice(dialog, tmp_path):
    path = tmp_path / "รูป.png"
    path.touch()
    dialog.check_file(path)
    assert "รูป.png" in dialog.verdict.text()
    assert dialog.details.text()


def test_thinking_better_of_a_file_tells_nothing(dialog):
    answer(lambda chooser: chooser.reject())
    dialog.file.click()
    assert dialog.verdict.text() == ""


def test_it_goes_with_the_plan(dialog, open_desk, qtbot):
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    open_desk.files.close_plan()
    assert closed


def test_everything_has_a_name_and_nothing_is_cut_off(dialog, application):
    type_text(dialog.code, "AAAA-BBBB-CCCC")
    dialog.deed.click()
    application.settle(30)
    assert nameless(dialog) == []
    assert clipped(dialog) == []
