"""Fields that keep what is typed by themselves: when they are left, and a text within half a second."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from success_desktop.ui.editions.kept_fields import KeptLine, KeptWording
from success_desktop.ui.page.text_field import LATEST_MS
from tests.ui.acting import type_text


@pytest.fixture
def line(application, qtbot):
    """A line with another field behind it, on the screen."""
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    line = KeptLine()
    column.addWidget(line)
    column.addWidget(QLineEdit())
    box.show()
    qtbot.waitUntil(box.isActiveWindow)
    yield line
    box.hide()


@pytest.fixture
def told(line):
    """What the line has handed in."""
    texts: list[str] = []
    line.typed.connect(texts.append)
    return texts


@pytest.fixture
def wording(application, qtbot):
    """A text of two languages, on the screen."""
    wording = KeptWording("เหตุผล", 2)
    qtbot.addWidget(wording)
    wording.set_languages("both")
    wording.show_wordings("ก", {"th": "น้ำ"})
    wording.show()
    return wording


@pytest.fixture
def handed_in(wording):
    """What the text has handed in."""
    texts: list[dict[str, str]] = []
    wording.typed.connect(texts.append)
    return texts


# --- a line -------------------------------------------------------------------------------------------------


def test_a_line_hands_in_what_was_typed_when_it_is_left(line, told):
    type_text(line, " ข้อ 22 ")
    assert told == []
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert told == ["ข้อ 22"]


def test_enter_hands_it_in_once(line, told):
    type_text(line, "ข้อ 22")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert told == ["ข้อ 22"]


def test_showing_a_text_hands_in_nothing(line, told):
    line.show_text("ข้อ 21")
    line.commit()
    assert line.text() == "ข้อ 21"
    assert told == []


def test_what_is_being_typed_is_not_written_over(line, told):
    type_text(line, "ครึ่ง")
    line.show_text("ข้อ 21")
    assert line.text() == "ครึ่ง"
    line.commit()
    line.show_text("ข้อ 21")
    assert line.text() == "ข้อ 21"
    assert told == ["ครึ่ง"]


# --- a text in two languages --------------------------------------------------------------------------------


def test_a_text_is_handed_in_within_half_a_second(wording, handed_in, qtbot):
    type_text(wording.edits["en"], "Water")
    qtbot.waitUntil(lambda: bool(handed_in), timeout=10 * LATEST_MS)
    assert handed_in == [{"th": "น้ำ", "en": "Water"}]


def test_both_languages_are_handed_in_though_one_is_shown(wording, handed_in):
    wording.set_languages("en")
    type_text(wording.edits["en"], "Water")
    wording.commit()
    assert handed_in == [{"th": "น้ำ", "en": "Water"}]
    assert not wording.edits["th"].isVisible()


def test_typing_that_comes_to_the_same_is_nothing_to_hand_in(wording, handed_in):
    edit = wording.edits["th"]
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    type_text(edit, " ")
    wording.commit()
    wording.commit()
    assert handed_in == []


def test_typing_in_the_same_place_stays_when_it_is_shown_anew(wording, handed_in):
    type_text(wording.edits["en"], "Wat")
    wording.show_wordings("ก", {"th": "น้ำท่วม"})
    assert wording.edits["en"].toPlainText() == "Wat"
    assert wording.edits["th"].toPlainText() == "น้ำท่วม"
    assert handed_in == []


def test_another_place_takes_nothing_of_what_was_typed(wording, handed_in):
    type_text(wording.edits["en"], "Water")
    wording.show_wordings("ข", {"en": "Fire"})
    assert handed_in == [{"th": "น้ำ", "en": "Water"}]
    assert {of: edit.toPlainText() for of, edit in wording.edits.items()} == {"th": "", "en": "Fire"}
    wording.commit()
    assert len(handed_in) == 1


def test_a_text_to_read_only_takes_no_typing(wording, handed_in):
    wording.set_read_only(is_read_only=True)
    type_text(wording.edits["th"], "ไฟ")
    wording.commit()
    assert wording.edits["th"].toPlainText() == "น้ำ"
    assert handed_in == []


def test_leaving_a_text_hands_it_in(wording, handed_in):
    type_text(wording.edits["th"], "ท่วม")
    wording.edits["th"].left.emit()
    assert len(handed_in) == 1


def test_each_language_is_named(wording):
    names = {of: edit.accessibleName() for of, edit in wording.edits.items()}
    assert names == {"th": "เหตุผล (ไทย)", "en": "เหตุผล (English)"}


def test_both_texts_are_as_high_as_the_longer_one(wording, application):
    before = wording.edits["en"].height()
    wording.show_wordings("ค", {"th": "บรรทัด\n" * 9})
    application.settle(30)
    assert wording.edits["en"].height() == wording.edits["th"].height() > before
