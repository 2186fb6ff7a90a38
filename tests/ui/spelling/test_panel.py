"""Going through the plan with F7 and Alt+F7."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from success_desktop.services.editing import remove_node, set_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.desk import Desk
from success_desktop.ui.page.text_field import GrowingTextEdit
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.spelling.panel import SpellingPanel
from success_desktop.ui.spelling.sentence import marked_sentence
from tests.ui.acting import accessible_parts
from tests.ui.spelling.conftest import ENGLISH, THAI

THAI_WORDS = ("พัฒณา", "นำ้", "กฏหมาย")


@pytest.fixture
def editor(spelled_desk: Desk) -> PlanEditor:
    assert spelled_desk.bridge.editor is not None
    return spelled_desk.bridge.editor


@pytest.fixture
def panel(spelled_desk: Desk, edits: dict[str, GrowingTextEdit]) -> SpellingPanel:
    """The panel at the first misspelt word of the project."""
    spelled_desk.spelling.open()
    panel = spelled_desk.workspace.panel("spelling").inside()
    assert isinstance(panel, SpellingPanel)
    panel.finish()
    return panel


def word(panel: SpellingPanel) -> str:
    panel.finish()
    return panel.doubt.found.word if panel.doubt is not None else ""


def decide(panel: SpellingPanel, deed: str) -> None:
    panel.card.buttons[deed].click()
    panel.finish()


def test_the_first_word_is_shown_with_its_place_its_sentence_and_suggestions(panel: SpellingPanel):
    assert word(panel) == "พัฒณา"
    assert "วัตถุประสงค์ (ไทย)" in panel.card.place.text()
    assert "<b>พัฒณา</b>" in panel.card.sentence.text()
    assert panel.card.suggestions.item(0).text() == panel.card.wording.text() == "พัฒนา"


def test_the_page_goes_along_and_the_keyboard_stays_in_the_panel(
    panel: SpellingPanel, edits: dict[str, GrowingTextEdit]
):
    assert edits["th"].textCursor().selectedText() == "พัฒณา"
    assert panel.card.wording.hasFocus()


def test_correct_puts_the_word_right_and_goes_on(panel: SpellingPanel, editor: PlanEditor, project_id: str):
    decide(panel, "correct")
    assert editor.plan.nodes[project_id].text("objective", "th") == THAI.replace("พัฒณา", "พัฒนา")
    assert word(panel) == "นำ้"


def test_enter_corrects_with_what_is_written(panel: SpellingPanel, editor: PlanEditor, project_id: str):
    panel.card.wording.setText("ปรับปรุง")
    QTest.keyClick(panel.card.wording, Qt.Key.Key_Return)
    assert editor.plan.nodes[project_id].text("objective", "th") == THAI.replace("พัฒณา", "ปรับปรุง")
    assert word(panel) == "นำ้"


def test_the_same_wording_and_none_correct_nothing(panel: SpellingPanel, editor: PlanEditor):
    plan = editor.plan
    for wording in ("พัฒณา", ""):
        panel.card.wording.setText(wording)
        assert not panel.card.buttons["correct"].isEnabled()
        assert not panel.card.buttons["correct_all"].isEnabled()
        QTest.keyClick(panel.card.wording, Qt.Key.Key_Return)
    assert editor.plan is plan
    assert word(panel) == "พัฒณา"


def test_correct_all_is_one_step_of_undo(panel: SpellingPanel, editor: PlanEditor, project_id: str):
    other = editor.plan.root_id
    set_text(editor, (other, "notice", "th"), "ร่างเพื่อพัฒณา")
    assert word(panel) == "พัฒณา"
    decide(panel, "correct_all")
    assert editor.plan.nodes[other].text("notice", "th") == "ร่างเพื่อพัฒนา"
    assert "พัฒณา" not in editor.plan.nodes[project_id].text("objective", "th")
    editor.undo()
    assert editor.plan.nodes[other].text("notice", "th") == "ร่างเพื่อพัฒณา"
    assert editor.plan.nodes[project_id].text("objective", "th") == THAI


def test_skip_leaves_one_and_skip_all_leaves_them_all(
    panel: SpellingPanel, editor: PlanEditor, project_id: str
):
    set_text(editor, (project_id, "expected_result", "th"), "พัฒณา")
    decide(panel, "skip_all")
    decide(panel, "skip")
    assert word(panel) == "กฏหมาย"
    decide(panel, "skip")
    assert word(panel) == "enviroment"
    decide(panel, "skip")
    assert word(panel) != "พัฒณา"


def test_keep_puts_the_word_into_the_plan(panel: SpellingPanel, editor: PlanEditor):
    decide(panel, "keep")
    assert "known_word:พัฒณา" in editor.plan.root.fields
    assert word(panel) == "นำ้"


def test_at_the_end_the_panel_says_how_many_and_can_begin_again(panel: SpellingPanel):
    decide(panel, "correct")
    for _turn in range(40):
        if not word(panel):
            break
        decide(panel, "skip_all")
    assert panel.told.text().startswith("ตรวจครบทั้งแผนแล้ว แก้ 1 แห่ง")
    assert not panel.card.isVisibleTo(panel)
    panel.again_button.click()
    panel.finish()
    assert panel.doubt is None
    assert panel.told.text() == "ไม่พบคำสะกดผิด"


def test_a_text_mended_on_the_page_is_looked_at_again_without_taking_the_caret(
    panel: SpellingPanel, editor: PlanEditor, project_id: str, edits: dict[str, GrowingTextEdit]
):
    edits["en"].setFocus()
    set_text(editor, (project_id, "objective", "th"), THAI.replace("พัฒณา", "พัฒนา"))
    assert word(panel) == "นำ้"
    assert edits["en"].hasFocus()
    panel.card.place_chosen.emit()
    assert edits["th"].textCursor().selectedText() == "นำ้"


def test_a_node_deleted_while_its_word_is_shown_is_left_behind(
    panel: SpellingPanel, editor: PlanEditor, project_id: str
):
    remove_node(editor, project_id)
    assert word(panel) not in ("พัฒณา", "นำ้", "กฏหมาย")
    speak("en")


def test_other_edits_leave_the_panel_alone(panel: SpellingPanel, editor: PlanEditor, project_id: str):
    panel.card.wording.setText("ปรับ")
    set_text(editor, (project_id, "objective", "en"), "Right")
    assert panel.card.wording.text() == "ปรับ"


def test_the_panel_speaks_the_language_and_wears_the_colours_of_the_interface(panel: SpellingPanel):
    panel.card.wording.setText("ปรับ")
    speak("en")
    assert panel.card.buttons["skip"].text() == "Skip"
    assert "Objective (Thai)" in panel.card.place.text()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.PaletteChange))
    panel.setPalette(QPalette())
    assert panel.card.wording.text() == "ปรับ"


def test_escape_closes_the_panel(spelled_desk: Desk, panel: SpellingPanel):
    QTest.keyClick(panel, Qt.Key.Key_A)
    assert spelled_desk.workspace.panel("spelling").isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not spelled_desk.workspace.panel("spelling").isVisible()


def test_closing_the_plan_empties_the_panel(spelled_desk: Desk, panel: SpellingPanel):
    editor = spelled_desk.bridge.release()
    assert editor is not None
    editor.close(publish=False)
    assert panel.doubt is None
    assert panel.told.text() == "กด F7 เพื่อตรวจตัวสะกดทั้งแผน"
    for deed in panel.card.buttons:
        panel.card.decided.emit(deed)
    panel.begin("")


def test_a_panel_that_nobody_has_furnished_harms_nothing(qtbot: QtBot):
    panel = SpellingPanel(PlanBridge())
    qtbot.addWidget(panel)
    panel.begin("")
    panel.finish()
    panel.card.place_chosen.emit()
    panel.card.decided.emit("skip")
    assert panel.doubt is None


def test_everything_in_the_panel_has_a_name(panel: SpellingPanel):
    nameless = [
        part.object()
        for part in accessible_parts(panel)
        if part.state().focusable and not part.text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_the_next_misspelt_word_is_selected_from_the_caret_on(
    qtbot: QtBot, spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    edit = edits["th"]
    edit.setFocus()
    for expected in ("พัฒณา", "นำ้", "กฏหมาย"):
        spelled_desk.spelling.go_to_next()
        spelled_desk.spelling.looking.finish()
        assert edit.textCursor().selectedText() == expected
    spelled_desk.spelling.go_to_next()
    spelled_desk.spelling.looking.finish()
    assert edits["en"].textCursor().selectedText() == "enviroment"


def test_a_word_in_the_hidden_language_brings_both_to_light(
    spelled_desk: Desk, edits: dict[str, GrowingTextEdit]
):
    editor = spelled_desk.bridge.editor
    assert editor is not None
    node_id = spelled_desk.workspace.node_id()
    set_text(editor, (node_id, "objective", "th"), "ถูกต้อง")
    spelled_desk.looks.show_page_in("th")
    spelled_desk.spelling.go_to_next()
    spelled_desk.spelling.looking.finish()
    assert spelled_desk.looks.page_language == "both"


def test_a_plan_without_misspelt_words_says_so(spelled_desk: Desk, edits: dict[str, GrowingTextEdit]):
    spelled_desk.spelling.go_to_next()
    for found in (
        "Sakhu",
        "Matsayit",
        "uneroded",
        "cooperative's",
        "cooperative’s",
        *THAI_WORDS,
        "enviroment",
    ):
        spelled_desk.spelling.checker.ignore(found)
    spelled_desk.spelling.go_to_next()
    spelled_desk.spelling.looking.finish()
    assert spelled_desk.frame.message_bar.sentence.text() == "ไม่พบคำสะกดผิด"


def test_without_a_plan_the_keys_do_nothing(desk: Desk):
    desk.spelling.go_to_next()
    assert desk.spelling.looking.walk is None


def test_the_sentence_is_cut_between_letters_and_keeps_to_its_line():
    text = "ก่อน\n" + "น้ำ" * 60 + "ผืด" + "ปี่" * 60 + "\nหลัง"
    start = text.index("ผืด")
    shown = marked_sentence(text, (start, start + 3))
    assert shown.startswith("… น้ำ")
    assert shown.endswith("ปี่ …")
    assert "ก่อน" not in shown
    assert "หลัง" not in shown


def test_a_short_sentence_is_whole_and_its_signs_are_no_markup():
    shown = marked_sentence("a < b & <i>recieve</i>", (11, 18))
    assert "a &lt; b &amp; &lt;i&gt;" in shown
    assert "…" not in shown
    assert ENGLISH not in shown
