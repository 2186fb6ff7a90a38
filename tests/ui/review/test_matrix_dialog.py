"""The response matrix from the window: which one is asked for, and the file that comes of it."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QAccessible

from success_desktop.domain.response_matrix import MatrixScope
from success_desktop.services.deciding import decline
from success_desktop.ui.review.matrix_dialog import MatrixDialog
from tests.documents.word_reading import read_body, read_text
from tests.feedback_samples import FILE, MEETING, bring, remark
from tests.ui.acting import accessible_parts, answer


@pytest.fixture
def reviewed(open_desk):
    """The open plan with a returned file and a meeting; one of three items is settled."""
    editor = open_desk.bridge.editor
    first, second = (
        remark("a", FILE, author="อ.มาลี", text={"th": "หนึ่ง"}),
        remark("b", FILE, text={"th": "สอง"}),
    )
    said = remark("m", MEETING, author="อ.วิชัย", text={"th": "สาม"})
    editor.edit("in", bring(editor.plan, ((FILE, (first, second)), (MEETING, (said,)))))
    decline(editor, first.id, "อยู่ในแผนอื่น")
    return open_desk


def write_through_dialog(desk, qtbot, act=lambda _dialog: None) -> Path:
    paths: list[Path] = []

    def fill(dialog: MatrixDialog) -> None:
        act(dialog)
        paths.append(dialog.target.path())
        dialog.deed.click()

    answer(fill, MatrixDialog)
    with qtbot.waitSignal(desk.documents.exported, timeout=30_000):
        desk.review.write_matrix()
    qtbot.waitUntil(lambda: desk.documents.task is None)
    return paths[0]


def look_at(desk, look) -> None:
    def see(dialog: MatrixDialog) -> None:
        look(dialog)
        dialog.reject()

    answer(see, MatrixDialog)
    desk.review.write_matrix()


def test_the_matrix_is_written_as_word_beside_the_plan(reviewed, plan_path, qtbot):
    path = write_through_dialog(reviewed, qtbot)
    assert (path.parent, path.suffix) == (plan_path.parent, ".docx")
    assert "ตารางข้อเสนอแนะและการดำเนินการ" in path.stem
    assert "อยู่ในแผนอื่น" in read_text(read_body(path))


def test_an_excel_workbook_of_one_round_by_reviewers(reviewed, qtbot):
    def choose(dialog: MatrixDialog) -> None:
        dialog.kind_box.setCurrentIndex(1)
        dialog.order_box.setCurrentIndex(1)
        dialog.round_box.setCurrentIndex(1)

    path = write_through_dialog(reviewed, qtbot, choose)
    assert path.suffix == ".xlsx"
    cells = [cell.value for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row]
    assert "หนึ่ง" in cells
    assert "สาม" not in cells
    assert any(str(cell).startswith("อ.มาลี  (") for cell in cells)


def test_rounds_and_reviewers_are_offered_and_what_waits_is_counted(reviewed):
    def look(dialog: MatrixDialog) -> None:
        rounds = [dialog.round_box.itemText(row) for row in range(dialog.round_box.count())]
        assert rounds == ["ทุกรอบ", f"รอบที่ 1  {FILE.name}", f"รอบที่ 2  {MEETING.name}"]
        names = [dialog.reviewer_box.itemText(row) for row in range(dialog.reviewer_box.count())]
        assert names == ["ทุกคน", "ผู้ทรงคุณวุฒิ ข", "อ.มาลี", "อ.วิชัย"]
        assert dialog.scope() == MatrixScope()
        dialog.round_box.setCurrentIndex(2)
        dialog.reviewer_box.setCurrentIndex(3)
        assert dialog.scope() == MatrixScope((MEETING.id,), "อ.วิชัย")
        dialog.order_box.setCurrentIndex(2)
        assert dialog.order() == "strategy"

    look_at(reviewed, look)


def test_the_ending_of_the_file_follows_its_kind(reviewed):
    def look(dialog: MatrixDialog) -> None:
        dialog.kind_box.setCurrentIndex(1)
        assert dialog.chosen().path.suffix == ".xlsx"
        assert not dialog.embed.isEnabled()
        dialog.kind_box.setCurrentIndex(0)
        assert dialog.chosen().path.suffix == ".docx"
        assert dialog.embed.isEnabled()
        dialog.target.line.setText("")
        dialog.kind_box.setCurrentIndex(1)
        assert not dialog.deed.isEnabled()

    look_at(reviewed, look)


def test_every_part_that_can_be_acted_on_has_a_name(reviewed):
    focusable = QAccessible.Role.ComboBox, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton

    def look(dialog: MatrixDialog) -> None:
        parts = [part for part in accessible_parts(dialog) if part.role() in focusable]
        assert len(parts) >= 9
        assert all(part.text(QAccessible.Text.Name) for part in parts)

    look_at(reviewed, look)


def test_without_a_plan_there_is_nothing_to_ask(desk):
    desk.review.write_matrix()
    assert desk.documents.task is None
