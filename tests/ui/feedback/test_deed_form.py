"""The form below the cards asks for what a deed needs, and for nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from success_desktop.ui.feedback.deed_form import Asked, DeedForm, Filled, Pick
from tests.ui.acting import type_text

PICKS = (Pick("ข้อ 1", "one"), Pick("ข้อ 2", "two"))


@pytest.fixture
def form(qtbot, application) -> DeedForm:
    shown = DeedForm()
    qtbot.addWidget(shown)
    shown.resize(320, 300)
    shown.show()
    return shown


def visible(form: DeedForm) -> list[str]:
    fields = {"text": form.text, "wording": form.wording, "pick": form.pick, "ticks": form.ticks}
    return [name for name, field in fields.items() if not field.isHidden()]


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        (Asked("decline", "ไม่รับ", "ไม่รับ", "เหตุผล"), ["text"]),
        (Asked("partly", "บางส่วน", "รับ", "คำชี้แจง", "", "ถ้อยคำ"), ["text", "wording"]),
        (Asked("merge", "รวม", "รวม", picks=PICKS, pick_label="รวมกับ"), ["pick"]),
        (Asked("assign", "มอบ", "มอบ", can_type=True, pick_label="ผู้รับผิดชอบ"), ["pick"]),
        (Asked("attach", "ผูก", "ผูก", ticks=PICKS), ["ticks"]),
    ],
)
def test_only_what_is_asked_for_is_shown_and_has_the_keyboard(form, asked, fields):
    form.ask(asked)
    assert visible(form) == fields
    assert form.title.text() == asked.title
    assert form.confirm.words() == asked.confirm


def test_a_long_wording_is_shown_from_its_beginning(form):
    form.ask(Asked("partly", "บางส่วน", "รับ", "คำชี้แจง", "", "ถ้อยคำยาว\n" * 40))
    assert form.wording.textCursor().position() == 0
    assert form.wording.viewport().rect().intersects(form.wording.cursorRect())


def test_what_was_answered_comes_with_the_deed(form, qtbot):
    form.ask(Asked("duplicate", "ซ้ำ", "ซ้ำ", "คำชี้แจง", "เดิม", picks=PICKS, pick_label="ซ้ำกับ"))
    form.pick.setCurrentIndex(1)
    form.text.selectAll()
    type_text(form.text, "  ดูข้อ 2 ")
    with qtbot.waitSignal(form.confirmed, timeout=500) as told:
        form.confirm.click()
    assert told.args == ["duplicate", Filled("ดูข้อ 2", None, "two", (), len("  ดูข้อ 2 "))]


def test_a_wording_may_be_blank_but_is_told(form):
    form.ask(Asked("partly", "บางส่วน", "รับ", "คำชี้แจง", "", "ถ้อยคำ"))
    form.wording.clear()
    assert form.filled().wording == ""


def test_another_name_can_be_typed_for_who_takes_care(form):
    form.ask(Asked("assign", "มอบ", "มอบ", picks=PICKS, pick_label="ผู้รับผิดชอบ", can_type=True))
    assert form.filled().pick == ""
    form.pick.setEditText(" กองช่าง ")
    assert form.filled().pick == "กองช่าง"


def test_several_edits_are_ticked(form):
    form.ask(Asked("attach", "ผูก", "ผูก", ticks=PICKS))
    assert form.filled().ticked == ()
    for row in range(2):
        form.ticks.item(row).setCheckState(Qt.CheckState.Checked)
    assert form.filled().ticked == ("one", "two")


def test_where_the_cursor_stands_is_counted_in_characters(form):
    form.ask(Asked("split", "แยก", "แยก", "ข้อความ", "😀 หนึ่ง สอง"))
    cursor = form.text.textCursor()
    cursor.setPosition(len("😀 หนึ่ง") + 1)
    form.text.setTextCursor(cursor)
    assert form.filled().offset == len("😀 หนึ่ง")
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    form.text.setTextCursor(cursor)
    assert form.filled().offset == 0


def test_control_enter_confirms_and_escape_puts_the_form_away(form, qtbot):
    form.ask(Asked("reply", "ตอบ", "ตอบ", "ตอบกลับ"))
    with qtbot.waitSignal(form.confirmed, timeout=500):
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(form, Qt.Key.Key_A)
    assert form.isVisible()
    with qtbot.waitSignal(form.closed, timeout=500):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isHidden()
    with qtbot.assertNotEmitted(form.closed):
        form.close_form()


def test_a_long_text_does_not_take_the_whole_panel(form):
    form.ask(Asked("respond", "ตอบ", "ตอบ", "คำชี้แจง", "ยาวมาก\n" * 60))
    assert form.text.height() < 200
