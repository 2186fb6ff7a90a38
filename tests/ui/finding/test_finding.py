"""Finding in the window: the search box, the marks on the page, and replacing with the way back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from success_desktop.services import editing
from success_desktop.ui.desk import Desk
from tests.ui.acting import type_text
from tests.ui.finding.searches import marked, panel_of, plan_of, search, selected, text_edit

Key = Qt.Key


# --- the search box -----------------------------------------------------------------------------------------


def test_the_outline_narrows_to_nodes_that_hold_the_words_in_any_text(open_desk, typed_in):
    search(open_desk, "only in english")
    rows = open_desk.workspace.outline.model.rows
    assert rows is not None
    assert rows.narrowing is not None
    assert rows.narrowing.found == (typed_in,)


def test_finding_takes_over_what_is_selected(open_desk, typed_in):
    edit = text_edit(open_desk, "name")
    edit.setFocus()
    edit.selectAll()
    open_desk.finding.open()
    assert open_desk.workspace.outline.filter.text() == edit.plain_text()
    open_desk.workspace.outline.filter.setSelection(0, 5)
    open_desk.finding.open_replace()
    assert panel_of(open_desk).sought.text() == "ทดลอง"


def test_several_paragraphs_are_no_words_to_look_for(open_desk, typed_in):
    edit = text_edit(open_desk, "name")
    edit.setPlainText("หนึ่ง\nสอง")
    edit.setFocus()
    edit.selectAll()
    open_desk.finding.open()
    assert open_desk.workspace.outline.filter.text() == ""


def test_escape_clears_the_search_and_gives_the_choice_back(open_desk, typed_in):
    outline = open_desk.workspace.outline
    search(open_desk, "ไม่มีแน่นอน")
    assert outline.current_node_id() == ""
    QTest.keyClick(outline.filter, Key.Key_Escape)
    assert outline.filter.text() == ""
    assert outline.current_node_id() == typed_in
    assert outline.tree.hasFocus()


# --- marks --------------------------------------------------------------------------------------------------


def test_hits_are_marked_on_the_page_and_the_caret_stays(open_desk, typed_in):
    edit = text_edit(open_desk, "name")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    search(open_desk, "น้ำ")
    assert marked(edit) == ["นํ้า"]
    assert marked(text_edit(open_desk, "name", "en")) == []
    assert edit.textCursor().position() == 4
    search(open_desk, "ทดลอง")
    assert marked(edit) == ["ทดลอง"] * 3
    search(open_desk, "")
    assert marked(edit) == []


def test_marks_follow_to_the_next_page_and_leave_the_last(open_desk, typed_in):
    search(open_desk, "trial")
    first = text_edit(open_desk, "name", "en")
    assert marked(first) == ["Trial"]
    open_desk.workspace.outline.select_node(plan_of(open_desk).root_id)
    QApplication.processEvents()
    assert marked(first) == []


def test_only_what_the_panel_looks_for_is_marked(open_desk, typed_in):
    open_desk.finding.open_replace()
    panel = panel_of(open_desk)
    panel.options.kind.setCurrentIndex(panel.options.kind.findData("goal"))
    panel.begin("ทดลอง")
    QApplication.processEvents()
    assert marked(text_edit(open_desk, "name")) == []
    panel.options.kind.setCurrentIndex(0)
    panel.look()
    QApplication.processEvents()
    assert len(marked(text_edit(open_desk, "name"))) == 3
    open_desk.workspace.panel("find").close()
    QApplication.processEvents()
    assert marked(text_edit(open_desk, "name")) == []


def test_marks_go_with_the_panel_even_when_the_outline_is_searched_and_come_back_with_it(open_desk, typed_in):
    search(open_desk, "ทดลอง")
    open_desk.finding.open_replace()
    QApplication.processEvents()
    edit = text_edit(open_desk, "name")
    assert len(marked(edit)) == 3
    open_desk.workspace.panel("find").close()
    QApplication.processEvents()
    assert marked(edit) == []
    open_desk.finding.open_replace()
    QApplication.processEvents()
    assert len(marked(edit)) == 3


# --- replacing ----------------------------------------------------------------------------------------------


def test_replacing_is_told_with_the_way_back(open_desk, typed_in):
    open_desk.finding.open_replace()
    panel = panel_of(open_desk)
    assert panel.isVisible()
    panel.begin("ทดลอง")
    panel.wording.setText("ทดสอบ")
    panel.replace()
    bar = open_desk.frame.message_bar
    assert "6" in bar.sentence.text()
    assert plan_of(open_desk).nodes[typed_in].text("name", "th").count("ทดสอบ") == 3
    assert text_edit(open_desk, "name").plain_text().count("ทดสอบ") == 3
    bar.link_buttons()[0].click()
    assert plan_of(open_desk).nodes[typed_in].text("name", "th").count("ทดลอง") == 3
    assert not bar.isVisible()


def replace_trial(desk: Desk) -> None:
    desk.finding.open_replace()
    panel = panel_of(desk)
    panel.begin("ทดลอง")
    panel.wording.setText("ทดสอบ")
    panel.replace()


def test_the_way_back_is_gone_when_the_plan_is_edited_or_undone_otherwise(open_desk, typed_in):
    bar, editor = open_desk.frame.message_bar, open_desk.bridge.editor
    assert editor is not None
    replace_trial(open_desk)
    assert bar.isVisible()
    open_desk.steps.undo()
    assert not bar.isVisible()
    replace_trial(open_desk)
    assert bar.isVisible()
    editing.set_text(editor, (typed_in, "name", "en"), "Later")
    assert not bar.isVisible()


def test_another_message_stays_when_the_way_back_would_go(open_desk, typed_in):
    bar, editor = open_desk.frame.message_bar, open_desk.bridge.editor
    assert editor is not None
    replace_trial(open_desk)
    bar.show_success("Deleted.")
    editing.set_text(editor, (typed_in, "name", "en"), "Later")
    assert bar.isVisible()


def test_the_way_back_does_not_take_back_what_is_being_typed(open_desk, typed_in):
    replace_trial(open_desk)
    edit = text_edit(open_desk, "name", "en")
    type_text(edit, "Later ")
    open_desk.frame.message_bar.link_buttons()[0].click()
    assert plan_of(open_desk).nodes[typed_in].text("name", "en").endswith("Later ")
    assert "ทดสอบ" in plan_of(open_desk).nodes[typed_in].text("name", "th")
    assert open_desk.frame.message_bar.isVisible()


def test_what_was_skipped_is_told_without_a_way_back_where_nothing_was_done(open_desk, typed_in):
    open_desk.finding.open_replace()
    panel = panel_of(open_desk)
    panel.begin("only in english")
    panel.finish()
    editor = open_desk.bridge.editor
    assert editor is not None
    newer = "Now only in English"
    open_desk.bridge.leaving.connect(lambda: editing.set_text(editor, (typed_in, "name", "en"), newer))
    panel.replace()
    assert open_desk.frame.message_bar.link_buttons() == []
    assert plan_of(open_desk).nodes[typed_in].text("name", "en") == "Now only in English"


def test_a_row_leads_to_its_place(open_desk, typed_in):
    open_desk.workspace.outline.select_node(plan_of(open_desk).root_id)
    open_desk.finding.open_replace()
    panel = panel_of(open_desk)
    panel.begin("only in english")
    panel.finish()
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.hits.index(0, 0))
    QTest.keyClick(panel.table, Key.Key_Return)
    assert open_desk.workspace.page.current_node_id() == typed_in
    assert selected(open_desk, language="en")[0] == "only in English"


def test_finding_with_the_panel_open_goes_to_the_panel(open_desk, typed_in):
    open_desk.finding.open_replace()
    open_desk.workspace.outline.tree.setFocus()
    open_desk.finding.open()
    assert panel_of(open_desk).sought.hasFocus()
    QTest.keyClick(panel_of(open_desk).sought, Key.Key_Escape)
    assert not open_desk.workspace.panel("find").isVisible()


def test_the_panel_takes_over_when_the_search_box_is_cleared(open_desk, typed_in):
    open_desk.finding.open_replace()
    panel = panel_of(open_desk)
    panel.begin("ทดลอง")
    open_desk.workspace.outline.filter.setText("น้ำ")
    open_desk.workspace.outline.narrow()
    assert open_desk.finding.wanted is not None
    assert open_desk.finding.wanted.text == "น้ำ"
    open_desk.workspace.outline.end_search()
    assert open_desk.finding.wanted.text == "ทดลอง"


def test_closing_the_plan_forgets_the_search(open_desk, typed_in):
    search(open_desk, "ทดลอง")
    assert open_desk.files.close_plan()
    assert open_desk.finding.wanted is None
    open_desk.finding.go_to_next()
    open_desk.finding.open_replace()
