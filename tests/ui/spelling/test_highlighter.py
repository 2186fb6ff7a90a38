"""Waves under misspelt words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from success_desktop.ui.desk import Desk
from success_desktop.ui.page.text_field import GrowingTextEdit
from success_desktop.ui.theme import tokens
from tests.ui.acting import type_text
from tests.ui.spelling.conftest import THAI
from tests.ui.spelling.waves import waves


def look(desk: Desk, edit: GrowingTextEdit) -> None:
    desk.spelling.marking_of(edit).look()


def put_caret(edit: GrowingTextEdit, position: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(position)
    edit.setTextCursor(cursor)


def test_misspelt_words_of_both_languages_have_waves(edits: dict[str, GrowingTextEdit]):
    assert waves(edits["th"]) == ["พัฒณา", "นำ้", "กฏหมาย"]
    assert waves(edits["en"]) == ["enviroment"]


def test_waves_have_the_colour_of_the_scheme(edits: dict[str, GrowingTextEdit]):
    piece = edits["en"].document().firstBlock().layout().formats()[0]
    assert piece.format.underlineColor() == QColor(tokens().deleted)


def test_marking_makes_no_edit_and_no_typing_to_take_back(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    editor = spelled_desk.bridge.editor
    assert editor is not None
    plan = editor.plan
    spelled_desk.spelling.checker.ignore("nothing")
    for edit in edits.values():
        look(spelled_desk, edit)
        assert not edit.document().isModified()
        assert not edit.document().isUndoAvailable()
    spelled_desk.bridge.leaving.emit()
    assert editor.plan is plan


def test_the_dictionaries_load_by_themselves_when_a_page_is_shown(
    qtbot: QtBot, open_desk: Desk, project_id: str
):
    assert not open_desk.spelling.checker.is_ready
    qtbot.waitUntil(lambda: open_desk.spelling.checker.is_ready, timeout=20_000)


def test_a_window_without_a_plan_loads_nothing(desk: Desk):
    desk.spelling.checker.wake()
    assert not desk.spelling.checker.is_ready
    assert desk.spelling.checker.find("พัฒณา") == ()
    assert desk.spelling.checker.suggest("พัฒณา", "th") == ()


def test_a_plan_closed_while_the_dictionaries_load_harms_nothing(qtbot: QtBot, open_desk: Desk):
    open_desk.spelling.checker.wake()
    editor = open_desk.bridge.release()
    assert editor is not None
    editor.close(publish=False)
    qtbot.wait(50)
    assert open_desk.spelling.checker.find("พัฒณา") == ()


def test_the_word_being_typed_has_no_wave_until_the_caret_leaves_it(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    edit = edits["en"]
    edit.setFocus()
    put_caret(edit, len(edit.plain_text()))
    type_text(edit, " recieve")
    look(spelled_desk, edit)
    assert waves(edit) == ["enviroment"]
    put_caret(edit, 0)
    assert waves(edit) == ["enviroment", "recieve"]


def test_a_word_that_is_left_by_typing_on_gets_its_wave(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    edit = edits["en"]
    put_caret(edit, len(edit.plain_text()))
    type_text(edit, " recieve it")
    look(spelled_desk, edit)
    assert waves(edit) == ["enviroment", "recieve"]


def test_leaving_the_field_shows_the_wave_of_its_last_word(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    edit = edits["en"]
    put_caret(edit, len(edit.plain_text()))
    type_text(edit, " recieve")
    look(spelled_desk, edit)
    edits["th"].setFocus()
    assert waves(edit) == ["enviroment", "recieve"]


def test_waves_move_with_their_words_while_somebody_types(edits: dict[str, GrowingTextEdit]):
    edit = edits["th"]
    put_caret(edit, 5)
    type_text(edit, "ให้ดี")
    assert waves(edit) == ["พัฒณา", "นำ้", "กฏหมาย"]
    put_caret(edit, len(edit.plain_text()))
    type_text(edit, "ก")
    assert waves(edit)[:2] == ["พัฒณา", "นำ้"]


def test_a_corrected_word_loses_its_wave(spelled_desk: Desk, edits: dict[str, GrowingTextEdit]):
    edit = edits["th"]
    edit.show_text(THAI.replace("พัฒณา", "พัฒนา"))
    look(spelled_desk, edit)
    assert waves(edit) == ["นำ้", "กฏหมาย"]


def test_every_paragraph_is_looked_at(spelled_desk: Desk, edits: dict[str, GrowingTextEdit]):
    edit = edits["th"]
    edit.setPlainText("ตามกฏหมาย\nถูกต้อง\n\nพัฒณา 😀 พัฒณา")
    look(spelled_desk, edit)
    assert [waves(edit, number) for number in (0, 1, 2)] == [["กฏหมาย"], [], []]
    assert len(waves(edit, 3)) == 2


def test_what_stands_behind_an_emoji_is_marked_in_its_place(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    edit = edits["th"]
    edit.setPlainText("😀พัฒณา")
    look(spelled_desk, edit)
    marking = spelled_desk.spelling.marking_of(edit)
    assert marking.marks_in(edit.document().firstBlock()) == ((2, 7),)


def test_an_ignored_word_loses_its_wave_in_all_fields(
    qtbot: QtBot, spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    spelled_desk.spelling.checker.ignore("enviroment")
    qtbot.waitUntil(lambda: waves(edits["en"]) == [], timeout=5_000)


def test_a_word_kept_in_the_plan_loses_its_wave_and_undo_brings_it_back(
    qtbot: QtBot, spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    spelled_desk.spelling.checker.keep("enviroment", "en")
    qtbot.waitUntil(lambda: waves(edits["en"]) == [], timeout=5_000)
    spelled_desk.steps.undo()
    qtbot.waitUntil(lambda: waves(edits["en"]) == ["enviroment"], timeout=5_000)


def test_a_name_given_to_an_agency_is_known_at_once(
    qtbot: QtBot, spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    editor = spelled_desk.bridge.editor
    assert editor is not None
    agency = next(node for node in editor.plan.walk() if node.kind == "agency")
    from success_desktop.services.editing import set_text

    set_text(editor, (agency.id, "name", "en"), "Enviroment Office")
    qtbot.waitUntil(lambda: waves(edits["en"]) == [], timeout=5_000)


def test_the_switch_takes_all_waves_away_and_is_remembered(
    qtbot: QtBot, spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    spelled_desk.spelling.toggle_marking()
    assert waves(edits["th"]) == waves(edits["en"]) == []
    assert not spelled_desk.settings.has_spelling_marks
    edits["th"].setPlainText("กฏหมาย")
    look(spelled_desk, edits["th"])
    assert waves(edits["th"]) == []
    spelled_desk.spelling.toggle_marking()
    qtbot.waitUntil(lambda: waves(edits["th"]) == ["กฏหมาย"], timeout=5_000)


@pytest.mark.parametrize("position", [5, 7, 10])
def test_the_menu_of_a_misspelt_word_begins_with_suggestions(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit], position: int
):
    menu = edits["th"].createStandardContextMenu()
    edits["th"].menu_opening.emit(menu, position)
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "พัฒนา"
    assert "เพิ่มในพจนานุกรมของแผน" in texts
    assert any(text.startswith("วาง") for text in texts)
    menu.deleteLater()


def test_a_suggestion_chosen_replaces_the_word_and_can_be_taken_back(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    edit = edits["th"]
    menu = edit.createStandardContextMenu()
    edit.menu_opening.emit(menu, 6)
    menu.actions()[0].trigger()
    assert edit.plain_text() == THAI.replace("พัฒณา", "พัฒนา")
    edit.undo()
    assert edit.plain_text() == THAI
    menu.deleteLater()


def test_a_word_is_kept_and_ignored_from_the_menu(
    qtbot: QtBot, spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    editor = spelled_desk.bridge.editor
    assert editor is not None
    menu = edits["en"].createStandardContextMenu()
    edits["en"].menu_opening.emit(menu, 16)
    named = {action.text(): action for action in menu.actions()}
    named["เพิ่มในพจนานุกรมของแผน"].trigger()
    assert "known_word:enviroment" in editor.plan.root.fields
    other = edits["th"].createStandardContextMenu()
    edits["th"].menu_opening.emit(other, 6)
    named = {action.text(): action for action in other.actions()}
    named["ข้ามคำนี้จนกว่าจะปิดแผน"].trigger()
    qtbot.waitUntil(lambda: waves(edits["th"]) == ["นำ้", "กฏหมาย"], timeout=5_000)
    for done in (menu, other):
        done.deleteLater()


def test_a_word_without_suggestions_says_so(spelled_desk: Desk, edits: dict[str, GrowingTextEdit]):
    edit = edits["th"]
    edit.setPlainText("ที่ฮฺฮุฮุฮฺฮุฮุ")
    look(spelled_desk, edit)
    menu = edit.createStandardContextMenu()
    edit.menu_opening.emit(menu, 6)
    assert menu.actions()[0].text() == "ไม่มีคำแนะนำ"
    assert not menu.actions()[0].isEnabled()
    menu.deleteLater()


def test_the_menu_of_a_right_word_is_qts_own(spelled_desk: Desk, edits: dict[str, GrowingTextEdit]):
    menu = edits["th"].createStandardContextMenu()
    count = len(menu.actions())
    edits["th"].menu_opening.emit(menu, 1)
    assert len(menu.actions()) == count
    menu.deleteLater()


def test_both_menu_keys_open_the_menu_at_the_caret(qtbot: QtBot, edits: dict[str, GrowingTextEdit]):
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication, QMenu

    edit = edits["th"]
    edit.setFocus()
    put_caret(edit, 6)
    seen: list[list[str]] = []

    def look_and_close() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append([action.text() for action in menu.actions()])
        menu.close()

    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        QTimer.singleShot(0, look_and_close)
        point = QPoint(2, 2)
        event = QContextMenuEvent(reason, point, edit.mapToGlobal(point), Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(edit.viewport(), event)
    by_key, by_mouse = seen
    assert by_key[0] == "พัฒนา"
    assert "พัฒนา" not in by_mouse
