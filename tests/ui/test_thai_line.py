"""The text field of one line: Thai words by key and mouse."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from success_desktop.ui.thai_text import (
    ThaiLineEdit,
    ThaiTextEdit,
    word_spans,
)
from tests.ui.page.keys import CTRL, SHIFT, press

LINE = "โครงการฟื้นฟูคลอง for everyone ในชุมชน"
Key = Qt.Key


@pytest.fixture
def edit(qtbot) -> ThaiTextEdit:
    field = ThaiTextEdit()
    qtbot.addWidget(field)
    field.resize(700, 120)
    field.setPlainText(LINE)
    field.show()
    return field


@pytest.fixture
def line(qtbot) -> ThaiLineEdit:
    field = ThaiLineEdit()
    qtbot.addWidget(field)
    field.resize(700, 40)
    field.setText(LINE)
    field.setCursorPosition(0)
    field.show()
    return field


def starts(text: str) -> list[int]:
    return [start for start, _end in word_spans(text)]


def put_caret(edit: ThaiTextEdit, place: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(place)
    edit.setTextCursor(cursor)


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
    line.setCursorPosition(start + 1)
    point = line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=QPointF(point).toPoint() + QPoint(2, 0))
    assert line.selectedText() == LINE[start:end]


def test_nothing_rich_is_accepted_from_the_clipboard(edit):
    assert not edit.acceptRichText()
    edit.clear()
    QApplication.clipboard().setText("จากคลิปบอร์ด")
    edit.paste()
    assert edit.plain_text() == "จากคลิปบอร์ด"
