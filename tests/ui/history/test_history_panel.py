"""The history panel follows what is chosen and tells who changed what, from what, to what."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from success_desktop.i18n import use_language
from success_desktop.services import editing
from success_desktop.services.entering import enter_value
from success_desktop.services.spelling import keep_word
from success_desktop.ui.history.history_panel import HistoryPanel
from success_desktop.ui.history.wording import Wording


@pytest.fixture
def panel(open_desk, project_id) -> HistoryPanel:
    open_desk.workspace.show_panel("history")
    panel = open_desk.workspace.panel("history").inside()
    assert isinstance(panel, HistoryPanel)
    return panel


@pytest.fixture
def editor(open_desk):
    assert open_desk.bridge.editor is not None
    return open_desk.bridge.editor


def told(panel: HistoryPanel) -> str:
    panel.refresh()
    return panel.text.toPlainText()


def test_before_the_first_change_it_says_what_will_be_here(panel):
    assert "ยังไม่มีการแก้ไข" in told(panel)
    assert "เริ่มสร้างแผนเมื่อ" in told(panel)


def test_an_edit_is_told_with_field_author_and_both_wordings(panel, editor, project_id):
    editing.set_text(editor, (project_id, "place", "th"), "ชุมชนริมคลอง")
    text = told(panel)
    assert "ผู้วางแผน" in text
    assert "ชุมชนริมคลอง" in text
    assert "แก้ไขข้อความ" in text
    assert "(ไทย)" in text


def test_what_went_is_struck_and_what_came_is_underlined(editor, project_id):
    editing.set_text(editor, (project_id, "place", "th"), "คลองบางใหญ่")
    editing.set_text(editor, (project_id, "place", "th"), "คลองบางเล็ก")
    edits = [step[1] for step in editor.file.store.read_edits_of([project_id])]
    html = Wording(editor.plan, "th").tell(edits[-1])
    assert "<s " in html
    assert "<u " in html
    assert "เล็ก" in html


def test_money_dates_and_choices_are_told_as_they_are_shown(panel, editor, project_id):
    enter_value(editor, (project_id, "budget", "2571:ordinance"), "1.2 ล้าน")
    enter_value(editor, (project_id, "start_on", ""), "1 ต.ค. 2568")
    enter_value(editor, (project_id, "status", ""), "completed")
    text = told(panel)
    assert "1,200,000" in text
    assert "2571 · เทศบัญญัติงบประมาณรายจ่าย" in text
    assert "1 ต.ค. 2568" in text
    assert editor.plan.template.field("project", "status").options["completed"].th in text


def test_links_are_told_by_name(panel, editor, project_id):
    agencies = [node for node in editor.plan.walk() if node.kind == "agency"]
    known = editor.plan.nodes[project_id].links("lead_agencies")
    new = next(agency for agency in agencies if agency.id not in known)
    editing.set_links(editor, project_id, "lead_agencies", [new.id])
    text = told(panel)
    assert new.text("name", "th") in text
    assert editor.plan.nodes[known[0]].text("name", "th") in text


def test_a_new_order_of_links_is_no_news(editor, project_id):
    agencies = [node.id for node in editor.plan.walk() if node.kind == "agency"][:2]
    editing.set_links(editor, project_id, "supporting_agencies", agencies)
    editing.set_links(editor, project_id, "supporting_agencies", agencies[::-1])
    edits = editor.file.store.read_edits(editor.file.store.last_number())
    assert {Wording(editor.plan, "th").tell(edit) for edit in edits} == {""}


def test_a_move_names_both_places(panel, editor, project_id):
    home = editor.plan.nodes[project_id].parent_id
    other = next(node for node in editor.plan.walk() if node.kind == "approach" and node.id != home)
    editing.move_node(editor, project_id, other.id)
    text = told(panel)
    assert " ".join(other.text("name", "th").split()) in text
    editing.move_up(editor, project_id)
    assert "ย้าย" in told(panel)


def test_with_everything_below_other_nodes_are_named_and_lead_there(panel, editor, project_id, open_desk):
    issue = next(node.id for node in editor.plan.walk() if node.kind == "strategic_issue")
    editing.set_text(editor, (project_id, "name", "th"), "โครงการชื่อใหม่")
    open_desk.workspace.go_to(issue)
    assert "โครงการชื่อใหม่" not in told(panel)
    panel.branch.setChecked(True)
    assert "โครงการชื่อใหม่" in told(panel)
    panel.text.anchorClicked.emit(QUrl(project_id))
    assert open_desk.workspace.node_id() == project_id


def test_an_edit_of_what_is_shown_appears_by_itself(panel, editor, project_id, qtbot):
    told(panel)
    editing.set_text(editor, (project_id, "place", "th"), "ปรากฏเอง")
    qtbot.waitUntil(lambda: "ปรากฏเอง" in panel.text.toPlainText())


def test_a_hidden_panel_catches_up_when_it_is_shown(panel, editor, project_id, open_desk):
    open_desk.workspace.toggle_panel("history")
    editing.set_text(editor, (project_id, "place", "th"), "ตามทัน")
    assert "ตามทัน" not in panel.text.toPlainText()
    open_desk.workspace.toggle_panel("history")
    assert "ตามทัน" in panel.text.toPlainText()


def test_the_panel_speaks_english_when_the_window_does(panel, editor, project_id, open_desk):
    editing.set_text(editor, (project_id, "place", "en"), "Canal side")
    open_desk.looks.speak("en")
    try:
        text = told(panel)
        assert "(English)" in text
        assert "2026" in text
        assert "2569" not in text.split("Canal side")[0]
    finally:
        use_language("th")


def test_closing_the_plan_empties_the_panel(panel, open_desk):
    told(panel)
    open_desk.files.close_plan()
    QApplication.processEvents()
    panel.refresh()
    assert panel.text.toPlainText() == ""


def test_a_long_life_is_told_by_its_newest_part(panel, editor, project_id):
    for number in range(130):
        editing.set_text(editor, (project_id, "place" if number % 2 else "note", "th"), f"ครั้งที่ {number}")
    assert "อีก 30 ครั้ง" in told(panel)


def test_a_word_put_into_the_plans_dictionary_is_told_as_a_word(open_desk, panel, editor):
    open_desk.workspace.go_to(editor.plan.root_id)
    keep_word(editor, "พะตง", "th")
    assert "คำในพจนานุกรมของแผน" in told(panel)
    assert "known_word" not in told(panel)
    (kept,) = [edit for _number, edit in editor.file.store.read_edits_of([editor.plan.root_id])][-1:]
    editor.undo()
    (gone,) = [edit for _number, edit in editor.file.store.read_edits_of([editor.plan.root_id])][-1:]
    assert "<u " in Wording(editor.plan, "th").tell(kept)
    assert "<s " in Wording(editor.plan, "th").tell(gone)
