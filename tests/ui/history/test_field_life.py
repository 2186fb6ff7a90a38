"""The history narrowed to one field: every wording it had, each of which can be brought back."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextEdit

from success_desktop.services.editing import add_node, set_text
from success_desktop.services.entering import enter_value
from success_desktop.services.revisions import take_revision
from success_desktop.ui.history.history_panel import HistoryPanel
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.schemes import DARK, LIGHT
from success_desktop.ui.theme import use_tokens


@pytest.fixture
def editor(open_desk):
    assert open_desk.bridge.editor is not None
    return open_desk.bridge.editor


@pytest.fixture
def panel(open_desk, editor, project_id) -> HistoryPanel:
    for text in ("ลดน้ำท่วม", "ลดน้ำท่วมและน้ำแล้ง"):
        editor.end_step()
        set_text(editor, (project_id, "objective", "th"), text)
        if text == "ลดน้ำท่วม":
            take_revision(editor, "", "ร่างที่ 1")
    open_desk.workspace.show_panel("history")
    panel = open_desk.workspace.panel("history").inside()
    assert isinstance(panel, HistoryPanel)
    return panel


def told(panel: HistoryPanel) -> str:
    panel.refresh()
    return panel.text.toPlainText()


def objective(editor, project_id):
    return editor.plan.nodes[project_id].text("objective", "th")


def test_at_first_all_fields_are_told(panel):
    assert panel.field.currentText() == "ทุกช่อง"
    assert "นำข้อความนี้กลับมา" not in told(panel)


def test_a_field_tells_every_wording_with_its_revision(panel):
    panel.show_field("objective")
    text = told(panel)
    assert "ปัจจุบัน · " in text
    assert "ลดน้ำท่วมและน้ำแล้ง" in text
    assert text.count("ปรากฏครั้งแรกใน “ร่างที่ 1”") == 1
    assert "เมื่อเริ่มแผน" in text
    assert text.count("นำข้อความนี้กลับมา") == 2


def test_other_fields_are_left_out(panel, editor, project_id):
    enter_value(editor, (project_id, "budget", "2569:ordinance"), "800000")
    panel.show_field("objective")
    assert "800,000" not in told(panel)
    panel.show_field("budget")
    assert "800,000" in told(panel)


def test_a_wording_comes_back_with_a_click_and_goes_with_undo(open_desk, panel, editor, project_id):
    panel.show_field("objective")
    panel.text.anchorClicked.emit(QUrl("wording:1"))
    assert objective(editor, project_id) == "ลดน้ำท่วม"
    assert open_desk.steps.undo_label() == "นำข้อความเดิมกลับมา"
    open_desk.steps.undo()
    assert objective(editor, project_id) == "ลดน้ำท่วมและน้ำแล้ง"


def test_an_emptied_field_is_told_as_empty(panel, editor, project_id):
    editor.end_step()
    set_text(editor, (project_id, "objective", "th"), "")
    set_text(editor, (project_id, "objective", "en"), "")
    panel.show_field("objective")
    assert "เว้นว่าง" in told(panel)


def test_a_field_that_was_never_filled_says_so(open_desk, panel, editor, project_id):
    fresh = add_node(editor, editor.plan.nodes[project_id].parent_id, "project")
    open_desk.workspace.outline.select_node(fresh)
    panel.show_field("objective")
    assert "ช่องนี้ว่างมาตั้งแต่ต้น" in told(panel)


def test_very_old_wordings_are_counted(panel, editor, project_id):
    for place in range(101):
        editor.end_step()
        set_text(editor, (project_id, "objective", "th"), f"ถ้อยคำที่ {place}")
    panel.show_field("objective")
    assert "และเก่ากว่านั้นอีก 4 รายการ" in told(panel)


def test_the_field_stays_chosen_from_project_to_project_where_it_can(open_desk, panel, editor):
    panel.show_field("objective")
    projects = [node.id for node in editor.plan.walk() if node.kind == "project"]
    open_desk.workspace.outline.select_node(projects[1])
    assert panel.field.currentData() == "objective"
    open_desk.workspace.outline.select_node(editor.plan.root_id)
    assert panel.field.currentData() == ""


def test_the_branch_is_no_question_for_a_field(panel):
    panel.show_field("objective")
    panel.refresh()
    assert not panel.branch.isVisible()
    panel.show_field("")
    assert panel.branch.isVisible()


def test_the_field_with_the_cursor_is_one_key_away(open_desk, window, panel):
    open_desk.workspace.page.form.fields["objective"].findChild(QTextEdit).setFocus()
    window.actions_table["field_life"].trigger()
    assert panel.field.currentData() == "objective"


def test_without_a_cursor_in_a_field_the_whole_item_is_told(open_desk, window, panel):
    open_desk.workspace.outline.tree.setFocus()
    window.actions_table["field_life"].trigger()
    assert panel.field.currentData() == ""


def test_it_speaks_english_too(application, panel):
    panel.show_field("objective")
    speak("en")
    application.settle(0)
    assert panel.field.itemText(0) == "All fields"
    assert "Bring this wording back" in told(panel)
    speak("th")


def test_a_revision_kept_meanwhile_is_named_at_once(open_desk, panel, editor):
    panel.show_field("objective")
    assert "ปรากฏครั้งแรกใน “ร่างที่ 2”" not in panel.text.toPlainText()
    take_revision(editor, "", "ร่างที่ 2")
    open_desk.bridge.revised.emit()
    assert "ปรากฏครั้งแรกใน “ร่างที่ 2”" in panel.text.toPlainText()


def test_unseen_it_reads_nothing_and_catches_up(open_desk, panel, editor, project_id):
    panel.show_field("objective")
    open_desk.workspace.panel("history").hide()
    before = panel.text.toPlainText()
    editor.end_step()
    set_text(editor, (project_id, "objective", "th"), "ลดน้ำเสีย")
    take_revision(editor, "", "ร่างที่ 2")
    open_desk.bridge.revised.emit()
    assert panel.text.toPlainText() == before
    open_desk.workspace.show_panel("history")
    assert "น้ำเสีย" in panel.text.toPlainText()
    assert "ร่างที่ 2" in panel.text.toPlainText()


def test_the_life_of_a_date_tells_each_value_as_the_page_shows_it(panel, editor, project_id):
    for text in ("1 ต.ค. 2568", "1 พ.ย. 2568"):
        editor.end_step()
        enter_value(editor, (project_id, "start_on", ""), text)
    panel.show_field("start_on")
    text = told(panel)
    assert "1 ต.ค. 2568" in text
    assert "1 พ.ย. 2568" in text
    assert "(ไทย)" not in text


def test_bringing_back_a_wording_that_is_an_empty_field_empties_it(panel, editor, project_id):
    place = (project_id, "budget", "2569:ordinance")
    before = dict(editor.plan.nodes[project_id].parts("budget"))
    enter_value(editor, place, "800000")
    panel.show_field("budget")
    panel.text.anchorClicked.emit(QUrl("wording:1"))
    assert dict(editor.plan.nodes[project_id].parts("budget")) == before


def test_a_scheme_change_repaints_the_words_in_its_colours(qapp, application, panel):
    panel.show_field("objective")
    light = panel.text.toHtml()
    use_tokens(qapp, DARK)
    application.settle(0)
    assert panel.text.toHtml() != light
    use_tokens(qapp, LIGHT)
    application.settle(0)
    assert panel.text.toHtml() == light


def test_asked_for_from_the_panel_itself_the_field_stays(open_desk, panel, project_id):
    open_desk.workspace.go_to(project_id)
    panel.show_field("objective")
    panel.text.setFocus()
    open_desk.field_lives.show_at_cursor()
    assert panel.field.currentData() == "objective"
