"""The editors over a cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from success_desktop.domain.schema import FieldSpec, Wording
from success_desktop.domain.thai_search import search_key
from success_desktop.ui.page.candidates import Candidate
from success_desktop.ui.table.cell_editors import ChoiceCell, LineCell, NamesCell, TextCell
from tests.ui.page.keys import press, type_text

NAMES = ["กองช่าง", "กองคลัง", "สำนักปลัด (กองกลาง)"]


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


@pytest.fixture
def names(parent: QWidget) -> NamesCell:
    editor = NamesCell(parent, [Candidate(name, name, search_key(name)) for name in NAMES])
    editor.show()
    return editor


@pytest.fixture
def choices(parent: QWidget) -> ChoiceCell:
    options = {
        "open": Wording(th="เปิดอยู่", en="Open"),
        "done": Wording(th="แล้วเสร็จ", en="Done"),
    }
    spec = FieldSpec(type="choice", label=Wording(th="สถานะ", en="Status"), options=options)
    return ChoiceCell(parent, spec, "th")


def test_a_line_begins_with_what_is_there_or_with_what_was_typed(parent):
    line = LineCell(parent)
    line.begin("500", None)
    assert line.entered() == "500"
    line.begin("500", "7")
    assert line.entered() == "7"


def test_a_text_keeps_its_lines(parent):
    text = TextCell(parent)
    text.begin("หนึ่ง\nสอง", None)
    press(text, Qt.Key.Key_Return)
    type_text(text, "สาม")
    assert text.entered() == "หนึ่ง\nสอง\nสาม"


def test_a_text_typed_over_begins_with_the_letter(parent):
    text = TextCell(parent)
    text.begin("หนึ่ง", "ก")
    type_text(text, "ข")
    assert text.entered() == "กข"


def test_a_choice_begins_with_the_one_made(choices):
    choices.begin("done", None)
    assert choices.entered() == "done"
    assert choices.currentText() == "แล้วเสร็จ"


def test_a_choice_goes_to_the_letter_typed_and_else_stays(choices):
    choices.begin("", "เ")
    assert choices.entered() == "open"
    choices.begin("done", "x")
    assert choices.entered() == "done"


def test_no_choice_is_a_choice(choices):
    choices.begin("", None)
    assert choices.entered() == ""


def test_a_choice_unknown_to_the_template_is_kept(choices):
    choices.begin("forgotten", None)
    assert choices.entered() == "forgotten"


def test_names_are_offered_by_the_words_they_hold(names):
    names.begin("", "กลาง")
    names.textEdited.emit("กลาง")
    assert names.offers() == ["สำนักปลัด (กองกลาง)"]


def test_names_that_begin_so_are_offered_first(names):
    names.begin("", "กอง")
    names.textEdited.emit("กอง")
    assert names.offers() == ["กองช่าง", "กองคลัง", "สำนักปลัด (กองกลาง)"]


def test_the_name_behind_the_last_comma_is_completed(names):
    names.begin("กองช่าง, คลัง", None)
    names.textEdited.emit("")
    assert names.offers() == ["กองคลัง"]
    names.names.activated.emit("กองคลัง")
    assert names.entered() == "กองช่าง, กองคลัง"


def test_a_name_alone_is_completed_whole(names):
    names.begin("", "คลัง")
    names.names.activated.emit("กองคลัง")
    assert names.entered() == "กองคลัง"
    assert names.isModified()


def test_a_name_that_is_complete_is_not_offered_again(names):
    names.begin("", "กองคลัง")
    names.textEdited.emit("กองคลัง")
    assert not names.names.popup().isVisible()


def test_an_empty_field_offers_everything(names, qtbot):
    names.begin("", None)
    qtbot.waitUntil(lambda: names.offers() == NAMES)


def test_a_choice_typed_without_letters_stays_as_it_was(choices):
    choices.begin("done", "")
    assert choices.entered() == "done"
