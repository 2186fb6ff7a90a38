"""The text fields: Thai words by key and mouse, plain text only, and Ctrl+Z shared with the window."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from success_desktop.ui.thai_text import ThaiLineEdit, ThaiTextEdit
from success_desktop.ui.word_places import word_spans
from tests.ui.acting import send_mouse
from tests.ui.page.keys import CTRL, SHIFT, is_taken, press, type_text
from tests.ui.thai_fields import LINE, edit, line, starts

__all__ = ["edit", "line"]
Key = Qt.Key


def middle(edit: ThaiTextEdit, span: tuple[int, int]) -> QPoint:
    """The point between the first two letters of a word, behind its middle so that Qt's caret is in it."""
    cursor = edit.textCursor()
    cursor.setPosition(span[0] + 1)
    return edit.cursorRect(cursor).center() + QPoint(1, 0)


def press_twice(edit: ThaiTextEdit, span: tuple[int, int]) -> None:
    """Double click on a word and hold the button."""
    point = middle(edit, span)
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
    send_mouse(edit.viewport(), QEvent.Type.MouseButtonDblClick, point)


def drag(edit: ThaiTextEdit, span: tuple[int, int]) -> None:
    """Go to a word with the left button held."""
    send_mouse(edit.viewport(), QEvent.Type.MouseMove, middle(edit, span))


def put_caret(edit: ThaiTextEdit, place: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(place)
    edit.setTextCursor(cursor)


def test_ctrl_right_stops_at_every_word_and_at_the_end(edit):
    put_caret(edit, 0)
    stops = []
    for _press in range(len(starts(LINE))):
        press(edit, Key.Key_Right, CTRL)
        stops.append(edit.textCursor().position())
    assert stops == [*starts(LINE)[1:], len(LINE)]


def test_ctrl_left_stops_at_every_word_on_the_way_back(edit):
    put_caret(edit, len(LINE))
    stops = []
    for _press in starts(LINE):
        press(edit, Key.Key_Left, CTRL)
        stops.append(edit.textCursor().position())
    assert stops == list(reversed(starts(LINE)))


def test_word_moves_go_on_in_the_next_paragraph_and_back(edit):
    edit.setPlainText("คลอง\nบ้าน")
    put_caret(edit, 4)
    press(edit, Key.Key_Right, CTRL)
    assert edit.textCursor().position() == 5
    press(edit, Key.Key_Left, CTRL)
    assert edit.textCursor().position() == 4


def test_shift_ctrl_right_selects_words(edit):
    put_caret(edit, 0)
    press(edit, Key.Key_Right, CTRL | SHIFT)
    press(edit, Key.Key_Right, CTRL | SHIFT)
    assert edit.textCursor().selectedText() == LINE[: starts(LINE)[2]]


def test_ctrl_backspace_deletes_one_thai_word(edit):
    put_caret(edit, len(LINE))
    press(edit, Key.Key_Backspace, CTRL)
    assert edit.plain_text() == LINE[: starts(LINE)[-1]]


def test_ctrl_delete_deletes_the_next_word(edit):
    put_caret(edit, 0)
    press(edit, Key.Key_Delete, CTRL)
    assert edit.plain_text() == LINE[starts(LINE)[1] :]


def test_ctrl_delete_deletes_what_is_selected_and_no_more(edit):
    cursor = edit.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    press(edit, Key.Key_Delete, CTRL)
    assert edit.plain_text() == LINE[2:]


def test_a_double_click_selects_one_thai_word(edit):
    start, end = word_spans(LINE)[1]
    cursor = edit.textCursor()
    cursor.setPosition(start + 1)
    point = edit.cursorRect(cursor).center() + QPoint(1, 0)
    QTest.mouseDClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert edit.textCursor().selectedText() == LINE[start:end]


def test_dragging_after_a_double_click_selects_word_by_word_both_ways(edit):
    spans = word_spans(LINE)
    press_twice(edit, spans[2])
    drag(edit, spans[4])
    assert edit.textCursor().selectedText() == LINE[spans[2][0] : spans[4][1]]
    drag(edit, spans[0])
    assert edit.textCursor().selectedText() == LINE[spans[0][0] : spans[2][1]]
    drag(edit, spans[2])
    assert edit.textCursor().selectedText() == LINE[slice(*spans[2])]


def test_dragging_after_a_single_click_selects_letters(edit):
    spans = word_spans(LINE)
    press_twice(edit, spans[2])
    drag(edit, spans[3])
    QTest.mouseRelease(edit.viewport(), Qt.MouseButton.LeftButton, pos=middle(edit, spans[3]))
    QTest.mouseMove(edit.viewport(), middle(edit, spans[1]))
    assert edit.textCursor().selectedText() == LINE[spans[2][0] : spans[3][1]]
    QTest.mousePress(edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edit.width() - 20, 90))
    drag(edit, spans[4])
    assert LINE.endswith(edit.textCursor().selectedText())
    assert len(edit.textCursor().selectedText()) > len(LINE) - spans[4][1]


def test_a_third_click_selects_the_paragraph(edit):
    edit.setPlainText(f"{LINE}\nท้าย")
    span = word_spans(LINE)[2]
    press_twice(edit, span)
    QTest.mouseRelease(edit.viewport(), Qt.MouseButton.LeftButton, pos=middle(edit, span))
    QTest.mousePress(edit.viewport(), Qt.MouseButton.LeftButton, pos=middle(edit, span))
    assert edit.textCursor().selectedText().rstrip("\u2029") == LINE


def test_the_caret_steps_over_a_cluster_as_one_letter(edit):
    edit.setPlainText("น้ำใจ")
    put_caret(edit, 0)
    press(edit, Key.Key_Right)
    assert edit.textCursor().position() == 3


def test_backspace_takes_one_mark_and_delete_a_whole_letter(edit):
    edit.setPlainText("น้ำ")
    put_caret(edit, 3)
    press(edit, Key.Key_Backspace)
    assert edit.plain_text() == "น้"
    put_caret(edit, 0)
    press(edit, Key.Key_Delete)
    assert edit.plain_text() == ""


def test_thai_that_is_typed_arrives_as_typed(edit):
    edit.clear()
    type_text(edit, "ฟื้นฟูป่าสาคู")
    assert edit.plain_text() == "ฟื้นฟูป่าสาคู"


def test_enter_begins_a_paragraph(edit):
    edit.clear()
    type_text(edit, "ก")
    press(edit, Key.Key_Return)
    type_text(edit, "ข")
    assert edit.plain_text() == "ก\nข"


def test_pasting_keeps_the_words_and_drops_their_looks(edit):
    edit.clear()
    content = QMimeData()
    content.setHtml("<b>หนา</b>")
    content.setText("หนา\r\nบาง")
    edit.insertFromMimeData(content)
    assert edit.plain_text() == "หนา\nบาง"
    assert "font-weight:7" not in edit.toHtml()


def test_pasting_a_picture_does_nothing(edit):
    content = QMimeData()
    content.setData("image/png", b"x")
    edit.insertFromMimeData(content)
    assert edit.plain_text() == LINE


def test_tab_goes_to_the_next_field(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    first, second = ThaiTextEdit(), ThaiLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    press(first, Key.Key_Tab)
    assert second.hasFocus()
    assert first.plain_text() == ""


def test_no_break_spaces_are_kept(edit):
    edit.setPlainText("10\u00a0บาท")
    assert edit.plain_text() == "10\u00a0บาท"


def test_showing_a_changed_text_leaves_the_caret_at_its_words(edit):
    put_caret(edit, LINE.index("everyone"))
    edit.show_text("ใหม่ " + LINE)
    assert edit.plain_text() == "ใหม่ " + LINE
    assert edit.textCursor().position() == LINE.index("everyone") + 5


def test_showing_the_same_text_alters_nothing(edit, qtbot):
    with qtbot.assertNotEmitted(edit.textChanged):
        edit.show_text(LINE)


def test_what_is_shown_cannot_be_undone_as_if_it_were_typed(edit):
    edit.show_text("อื่น")
    assert not edit.document().isUndoAvailable()


@pytest.mark.parametrize("name", ["edit", "line"])
def test_ctrl_z_first_undoes_the_typing_then_asks_for_the_plans_undo(name, request, qtbot):
    field = request.getfixturevalue(name)
    type_text(field, "ก")
    assert is_taken(field, Key.Key_Z)
    with qtbot.assertNotEmitted(field.undo_requested):
        press(field, Key.Key_Z, CTRL)
    assert field.plain_text() == LINE if name == "edit" else field.text() == LINE
    assert not is_taken(field, Key.Key_Z)
    with qtbot.waitSignal(field.undo_requested):
        press(field, Key.Key_Z, CTRL)


@pytest.mark.parametrize("name", ["edit", "line"])
def test_ctrl_y_first_redoes_the_typing_then_asks_for_the_plans_redo(name, request, qtbot):
    field = request.getfixturevalue(name)
    type_text(field, "ก")
    press(field, Key.Key_Z, CTRL)
    assert is_taken(field, Key.Key_Y)
    press(field, Key.Key_Y, CTRL)
    assert not is_taken(field, Key.Key_Y)
    with qtbot.waitSignal(field.redo_requested):
        press(field, Key.Key_Y, CTRL)
