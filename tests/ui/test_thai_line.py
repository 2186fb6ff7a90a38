"""The text field of one line: Thai words by key and mouse."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.word_places import word_spans
from tests.ui.acting import send_mouse
from tests.ui.page.keys import CTRL, SHIFT, press
from tests.ui.thai_fields import LINE, edit, line, starts

__all__ = ["edit", "line"]
Key = Qt.Key


def point_in(line: ThaiLineEdit, span: tuple[int, int]) -> QPoint:
    """A point in a word."""
    line.setCursorPosition(span[0] + 1)
    point = line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    return QPointF(point).toPoint() + QPoint(2, 0)


def test_a_line_moves_by_thai_words(line):
    press(line, Key.Key_Right, CTRL)
    assert line.cursorPosition() == starts(LINE)[1]
    press(line, Key.Key_Right, CTRL)
    press(line, Key.Key_Left, CTRL)
    assert line.cursorPosition() == starts(LINE)[1]
    press(line, Key.Key_Left, CTRL)
    press(line, Key.Key_Left, CTRL)
    assert line.cursorPosition() == 0


def test_a_line_selects_by_thai_words_and_back_again(line):
    press(line, Key.Key_Right, CTRL | SHIFT)
    press(line, Key.Key_Right, CTRL | SHIFT)
    assert line.selectedText() == LINE[: starts(LINE)[2]]
    press(line, Key.Key_Left, CTRL | SHIFT)
    assert line.selectedText() == LINE[: starts(LINE)[1]]


def test_a_line_selects_backwards_from_where_the_caret_stood(line):
    line.setCursorPosition(len(LINE))
    press(line, Key.Key_Left, CTRL | SHIFT)
    press(line, Key.Key_Left, CTRL | SHIFT)
    assert line.selectedText() == LINE[starts(LINE)[-2] :]
    press(line, Key.Key_Right, CTRL)
    assert not line.hasSelectedText()


def test_a_line_deletes_by_thai_words(line):
    line.setCursorPosition(len(LINE))
    press(line, Key.Key_Backspace, CTRL)
    assert line.text() == LINE[: starts(LINE)[-1]]
    line.setCursorPosition(0)
    press(line, Key.Key_Delete, CTRL)
    assert line.text() == LINE[starts(LINE)[1] : starts(LINE)[-1]]


def test_a_line_deletes_what_is_selected_and_no_more(line):
    line.setSelection(0, 2)
    press(line, Key.Key_Delete, CTRL)
    assert line.text() == LINE[2:]


def test_a_double_click_in_a_line_selects_one_thai_word(line):
    start, end = word_spans(LINE)[1]
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=point_in(line, (start, end)))
    assert line.selectedText() == LINE[start:end]


def test_dragging_after_a_double_click_in_a_line_selects_word_by_word(line):
    spans = word_spans(LINE)
    press_point, drag_point = (point_in(line, spans[place]) for place in (1, 3))
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=press_point)
    send_mouse(line, QEvent.Type.MouseButtonDblClick, press_point)
    send_mouse(line, QEvent.Type.MouseMove, drag_point)
    assert line.selectedText() == LINE[spans[1][0] : spans[3][1]]
    assert line.cursorPosition() == spans[3][1]
    send_mouse(line, QEvent.Type.MouseMove, point_in(line, spans[0]))
    assert line.selectedText() == LINE[spans[0][0] : spans[1][1]]
    assert line.cursorPosition() == spans[0][0]


def test_nothing_rich_is_accepted_from_the_clipboard(edit):
    assert not edit.acceptRichText()
    edit.clear()
    QApplication.clipboard().setText("จากคลิปบอร์ด")
    edit.paste()
    assert edit.plain_text() == "จากคลิปบอร์ด"
