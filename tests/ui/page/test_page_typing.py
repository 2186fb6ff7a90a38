"""Typing into the page: how it is kept, undone, and lives with edits made elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from success_desktop.services import editing
from tests.ui.page.keys import CTRL, SHIFT, press, type_text
from tests.ui.page.pages import text_edit

Key = Qt.Key


# --- typing and undoing -------------------------------------------------------------------------------------


def test_typing_is_kept_after_a_rest_and_survives_in_the_file(page, editor, node, qtbot):
    page.show_node(node("โครงการgauge"))
    type_text(text_edit(page, "objective_th"), "เพื่อชุมชน")
    assert editor.plan.nodes[page.current_node_id()].text("objective", "th") == ""
    qtbot.waitUntil(lambda: editor.plan.nodes[page.current_node_id()].text("objective", "th") == "เพื่อชุมชน")
    on_disk = editor.file.store.read_plan()
    assert on_disk.nodes[page.current_node_id()].text("objective", "th") == "เพื่อชุมชน"


def test_typing_without_a_rest_is_kept_as_well(page, editor, node, qtbot):
    project = node("โครงการgauge")
    page.show_node(project)
    field = text_edit(page, "objective_th")

    def type_on() -> bool:
        type_text(field, "น้ำ")
        return bool(editor.file.store.read_plan().nodes[project].text("objective", "th"))

    qtbot.waitUntil(type_on, timeout=10_000)
    kept = editor.plan.nodes[project].text("objective", "th")
    assert field.plain_text().startswith(kept)
    assert field.textCursor().atEnd()


def test_leaving_the_field_keeps_the_typing_at_once(page, editor, node):
    page.show_node(node("โครงการgauge"))
    field = text_edit(page, "objective_th")
    field.setFocus()
    type_text(field, "น้ำ")
    press(field, Key.Key_Tab)
    assert editor.plan.nodes[page.current_node_id()].text("objective", "th") == "น้ำ"


def test_going_to_another_node_keeps_the_typing(page, editor, node):
    project = node("โครงการgauge")
    page.show_node(project)
    type_text(text_edit(page, "objective_en"), "Water")
    page.show_node(node("น้ำ"))
    assert editor.plan.nodes[project].text("objective", "en") == "Water"


def test_a_plan_that_is_closed_takes_the_typing_with_it(page, editor, bridge, node):
    project = node("โครงการgauge")
    page.show_node(project)
    type_text(text_edit(page, "objective_en"), "Water")
    bridge.release()
    assert editor.plan.nodes[project].text("objective", "en") == "Water"
    assert page.form is None
    assert page.area.hint.isVisible()


def test_the_heading_follows_the_typing(page, node):
    page.show_node(node("โครงการgauge"))
    text_edit(page, "name_th").selectAll()
    type_text(text_edit(page, "name_th"), "เตือนภัย")
    page.commit_pending()
    assert page.area.heading.text() == "1.1.2 เตือนภัย"


def test_keeping_what_was_typed_leaves_the_caret_alone(page, node):
    page.show_node(node("โครงการgauge"))
    field = text_edit(page, "name_th")
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    type_text(field, "ก")
    page.commit_pending()
    assert field.textCursor().position() == 4


def test_ctrl_z_undoes_the_typing_then_the_plans_last_step(page, editor, node, clock):
    project = node("โครงการgauge")
    page.show_node(project)
    field = text_edit(page, "objective_th")
    type_text(field, "หนึ่ง")
    page.commit_pending()
    clock.pass_seconds(60)
    type_text(field, " สอง")
    press(field, Key.Key_Z, CTRL)
    assert field.toPlainText() == "หนึ่ง"
    assert editor.plan.nodes[project].text("objective", "th") == "หนึ่ง"
    press(field, Key.Key_Z, CTRL)
    assert field.toPlainText() == ""
    assert editor.plan.nodes[project].text("objective", "th") == ""
    press(field, Key.Key_Y, CTRL)
    assert field.toPlainText() == "หนึ่ง"


def test_typing_taken_back_makes_no_edit(page, node, edits):
    page.show_node(node("โครงการgauge"))
    field = text_edit(page, "objective_th")
    type_text(field, "ก")
    press(field, Key.Key_Z, CTRL)
    page.commit_pending()
    assert edits == []


# --- edits from elsewhere -----------------------------------------------------------------------------------


def test_an_edit_made_elsewhere_shows_and_the_caret_stays_at_its_words(page, editor, node):
    project = node("โครงการgauge")
    page.show_node(project)
    field = text_edit(page, "name_th")
    cursor = field.textCursor()
    cursor.setPosition(len("โครงการ"))
    field.setTextCursor(cursor)
    editing.set_text(editor, (project, "name", "th"), "ชื่อโครงการgauge")
    assert field.toPlainText() == "ชื่อโครงการgauge"
    assert field.textCursor().position() == len("ชื่อโครงการ")


def test_an_edit_made_elsewhere_does_not_take_what_is_being_typed(page, editor, node):
    project = node("โครงการgauge")
    page.show_node(project)
    type_text(text_edit(page, "objective_th"), "กำลังพิมพ์")
    editing.set_text(editor, (project, "objective", "en"), "From elsewhere")
    assert text_edit(page, "objective_th").toPlainText() == "กำลังพิมพ์"
    assert text_edit(page, "objective_en").toPlainText() == "From elsewhere"
    page.commit_pending()
    assert editor.plan.nodes[project].text("objective", "th") == "กำลังพิมพ์"


def test_numbers_follow_when_nodes_move(page, editor, node):
    page.show_node(node("โครงการgauge"))
    editing.move_up(editor, node("โครงการgauge"))
    assert page.area.heading.text() == "1.1.1 โครงการgauge"


def test_when_the_node_is_deleted_elsewhere_typing_in_it_is_dropped_and_the_plan_shown(
    page, editor, node, qtbot
):
    project = node("โครงการgauge")
    page.show_node(project)
    type_text(text_edit(page, "objective_th"), "ก")
    editing.remove_node(editor, project)
    assert page.current_node_id() == editor.plan.root_id
    qtbot.wait(600)
    assert project not in editor.plan.nodes


def test_edits_before_any_node_is_shown_are_of_no_matter(page, editor, node):
    editing.move_up(editor, node("โครงการgauge"))
    assert page.form is None


# --- names --------------------------------------------------------------------------------------------------


def test_enter_in_a_name_goes_to_the_next_field_and_shift_enter_begins_a_line(page, node):
    page.show_node(node("โครงการgauge"))
    name = text_edit(page, "name_th")
    name.setFocus()
    press(name, Key.Key_Return)
    assert name.plain_text() == "โครงการgauge"
    assert text_edit(page, "name_en").hasFocus()
    name.setFocus()
    name.moveCursor(QTextCursor.MoveOperation.End)
    press(name, Key.Key_Return, SHIFT)
    assert name.plain_text() == "โครงการgauge\n"


def test_enter_in_a_longer_text_begins_a_paragraph(page, node):
    page.show_node(node("โครงการgauge"))
    objective = text_edit(page, "objective_th")
    objective.setFocus()
    press(objective, Key.Key_Return)
    assert objective.plain_text() == "\n"
    assert objective.hasFocus()
