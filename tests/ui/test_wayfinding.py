"""Finding the way: undo shows what it undid, the figures lead somewhere, Tab leads from a name to its page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from success_desktop.services import editing
from success_desktop.ui.desk import Desk
from tests.ui.acting import type_text
from tests.ui.page.keys import press

Key = Qt.Key


def here(desk: Desk) -> str:
    return desk.workspace.page.current_node_id()


def of_kind(desk: Desk, kind: str) -> list[str]:
    assert desk.bridge.editor is not None
    return [node.id for node in desk.bridge.editor.plan.walk() if node.kind == kind]


def test_undo_and_redo_show_what_they_have_changed(open_desk, project_id):
    other = of_kind(open_desk, "agency")[0]
    editing.set_text(open_desk.bridge.editor, (project_id, "name", "th"), "ชื่อใหม่")
    open_desk.workspace.go_to(other)
    open_desk.steps.undo()
    assert here(open_desk) == project_id
    assert open_desk.workspace.outline.current_node_id() == project_id
    open_desk.workspace.go_to(other)
    open_desk.steps.redo()
    assert here(open_desk) == project_id


def test_a_deletion_taken_back_shows_what_is_there_again(open_desk, project_id):
    open_desk.workspace.outline.tree.setFocus()
    editing.remove_node(open_desk.bridge.editor, project_id)
    assert here(open_desk) != project_id
    open_desk.steps.undo()
    assert here(open_desk) == project_id


def test_undo_stays_on_a_page_whose_table_shows_the_change(open_desk):
    editor = open_desk.bridge.editor
    indicator = of_kind(open_desk, "indicator")[0]
    parent = editor.plan.nodes[indicator].parent_id
    open_desk.workspace.go_to(parent)
    editing.set_text(editor, (indicator, "name", "th"), "ตัวชี้วัดใหม่")
    open_desk.steps.undo()
    assert here(open_desk) == parent


def test_undo_of_an_addition_stays_in_the_plan_and_undo_of_nothing_is_harmless(desk, open_desk, project_id):
    editor = open_desk.bridge.editor
    added = editing.add_node(editor, editor.plan.nodes[project_id].parent_id, "project")
    open_desk.workspace.go_to(added)
    open_desk.steps.undo()
    assert here(open_desk) in editor.plan.nodes
    open_desk.steps.undo()
    assert here(open_desk) in editor.plan.nodes


def test_undo_without_a_plan_is_harmless(desk):
    desk.steps.undo()
    desk.steps.redo()
    assert desk.bridge.editor is None


@pytest.mark.parametrize("way", [1, -1])
def test_tab_behind_a_name_leads_to_the_page_and_backtab_stays(open_desk, window, project_id, qtbot, way):
    window.activateWindow()
    outline = open_desk.workspace.outline
    outline.tree.setFocus()
    outline.rename()
    line = outline.tree.viewport().findChild(QLineEdit)
    line.clear()
    type_text(line, "ชื่อในเค้าโครง")
    press(line, Key.Key_Tab if way > 0 else Key.Key_Backtab)
    plan = open_desk.bridge.editor.plan
    assert plan.nodes[project_id].text("name", "th") == "ชื่อในเค้าโครง"
    assert outline.current_node_id() == project_id
    qtbot.waitUntil(lambda: outline.tree.viewport().findChild(QLineEdit) is None)
    focused = QApplication.focusWidget()
    assert open_desk.workspace.page.isAncestorOf(focused) == (way > 0)


def test_the_figures_lead_to_the_next_item_of_their_sort(open_desk, window):
    editor, line = open_desk.bridge.editor, window.frame.status_line
    projects = of_kind(open_desk, "project")
    for target in (projects[0], projects[2]):
        editing.set_text(editor, (target, "note", "th"), "หมายเหตุ")
        editing.set_text(editor, (target, "note", "en"), "")
    line.translated.click()
    assert here(open_desk) == projects[0]
    line.translated.click()
    assert here(open_desk) == projects[2]
    open_desk.workspace.go_to(projects[-1])
    line.translated.click()
    assert here(open_desk) == projects[0]


def test_the_share_of_translations_leads_to_what_lacks_one(open_desk, window):
    editor, line = open_desk.bridge.editor, window.frame.status_line
    target = of_kind(open_desk, "project")[3]
    start = here(open_desk)
    line.translated.click()
    assert here(open_desk) == start
    editing.set_text(editor, (target, "note", "th"), "หมายเหตุ")
    editing.set_text(editor, (target, "note", "en"), "")
    line.translated.click()
    assert here(open_desk) == target


def test_the_sum_leads_to_a_project_without_a_budget(open_desk, window, project_id):
    editor = open_desk.bridge.editor
    added = editing.add_node(editor, editor.plan.nodes[project_id].parent_id, "project")
    window.frame.status_line.budget.click()
    assert here(open_desk) == added


def test_the_figures_lead_nowhere_without_a_plan(desk, window):
    desk.nodes.go_to_next("unfunded")
    assert here(desk) == ""


def test_the_title_of_a_closed_plan_is_gone_from_the_window(open_desk, window, plan_path):
    assert plan_path.stem in window.windowTitle()
    window.actions_table["close"].trigger()
    assert window.windowTitle() == "SUCCESS Desktop"


def test_a_file_that_cannot_be_written_offers_another_one(open_desk, window, project_id, plan_path, tmp_path):
    editing.set_text(open_desk.bridge.editor, (project_id, "name", "th"), "ชื่อใหม่")
    plan_path.chmod(0o444)
    window.actions_table["save"].trigger()
    assert [button.text() for button in window.frame.message_bar.link_buttons()] == ["ลองอีกครั้ง", "บันทึกเป็น…"]


def test_languages_are_listed_by_their_own_names(open_desk, window):
    table = window.actions_table
    for language in ("th", "en"):
        open_desk.looks.speak(language)
        assert [table["speak_th"].text(), table["speak_en"].text()] == ["ไทย", "English"]
    open_desk.looks.speak("th")


def test_a_page_with_everything_on_it_fits_a_narrow_window(open_desk, window, project_id, qtbot):
    page = open_desk.workspace.page
    open_desk.workspace.show_panel("history")
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: window.width() == window.minimumWidth())
    assert page.area.horizontalScrollBar().maximum() == 0
