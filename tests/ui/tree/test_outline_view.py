"""The outline in use: choosing, searching, renaming, rearranging, and following edits made elsewhere."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from success_desktop.i18n import _, use_language
from success_desktop.services import editing
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.tree.outline_view import OutlineView
from tests.ui.page.keys import press, type_text

Key = Qt.Key
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def shown_names(outline: OutlineView) -> list[str]:
    """The names in sight, from top to bottom."""
    names, index = [], outline.model.index(0, 0)
    while index.isValid():
        names.append(index.data())
        index = outline.tree.indexBelow(index)
    return names


def add(kind: str) -> str:
    """What a menu calls adding a kind."""
    return _("Add {kind}").format(kind=kind)


def answer(button: str) -> None:
    """Press a button of the question that is about to be asked."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(known for known in box.findChildren(QPushButton) if known.text() == _(button)).click()

    QTimer.singleShot(0, click)


# --- choosing -----------------------------------------------------------------------------------------------


def test_the_first_level_is_open_at_first(outline):
    assert shown_names(outline)[:2] == ["น้ำ", "ชุมชนริมคลองปลอดภัย"]
    assert "ฟื้นสายคลอง" not in shown_names(outline)


def test_an_outline_made_while_a_plan_is_open_shows_it_and_empties_when_it_closes(qtbot, bridge):
    view = OutlineView(bridge)
    qtbot.addWidget(view)
    assert view.model.rowCount() == 2
    bridge.release()
    assert view.model.rowCount() == 0
    assert view.plan is None


def test_without_a_plan_nothing_can_be_done(qtbot):
    view = OutlineView(PlanBridge())
    qtbot.addWidget(view)
    for verb in (*view.verbs.values(), view.add_sibling, view.add_child, view.narrow):
        verb()
    view.add_child_of_kind("goal")
    view.set_language("en")
    assert view.make_menu("").isEmpty()
    assert view.current_node_id() == ""


def test_choosing_a_node_opens_the_way_and_tells_its_id(outline, node, qtbot):
    with qtbot.waitSignal(outline.node_selected) as chosen:
        outline.select_node(node("โครงการgauge"))
    assert chosen.args == [node("โครงการgauge")]
    assert outline.current_node_id() == node("โครงการgauge")
    assert "โครงการgauge" in shown_names(outline)


def test_choosing_it_again_tells_nothing(outline, node, qtbot):
    outline.select_node(node("โครงการgauge"))
    with qtbot.assertNotEmitted(outline.node_selected):
        outline.select_node(node("โครงการgauge"))
        outline.select_node("")


def test_the_plan_itself_can_be_chosen_without_a_line(outline, editor, node, qtbot):
    outline.select_node(node("น้ำ"))
    with qtbot.waitSignal(outline.node_selected) as chosen:
        outline.select_node(editor.plan.root_id)
    assert chosen.args == [editor.plan.root_id]
    assert outline.current_node_id() == ""


def test_a_click_chooses(outline, node, qtbot):
    point = outline.tree.visualRect(outline.model.index_of(node("ชุมชนริมคลองปลอดภัย"))).center()
    with qtbot.waitSignal(outline.node_selected) as chosen:
        QTest.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == [node("ชุมชนริมคลองปลอดภัย")]


def test_names_change_with_the_language(outline):
    outline.set_language("en")
    assert shown_names(outline)[0] == "Water"


def test_the_words_follow_the_interface(outline):
    use_language("en")
    QApplication.sendEvent(outline, QEvent(QEvent.Type.LanguageChange))
    assert outline.filter.placeholderText() == "Search the plan (Ctrl+F)"
    assert outline.filter.accessibleName()
    assert outline.tree.accessibleName()


# --- following edits ----------------------------------------------------------------------------------------


def test_a_text_changed_elsewhere_shows_at_once(outline, editor, node):
    editing.set_text(editor, (node("น้ำ"), "name", "th"), "ฝน")
    assert shown_names(outline)[0] == "ฝน"


def test_choice_and_open_branches_survive_edits_made_elsewhere(outline, editor, node, qtbot):
    outline.select_node(node("โครงการgauge"))
    before = shown_names(outline)
    with qtbot.assertNotEmitted(outline.node_selected):
        editing.add_node(editor, editor.plan.root_id, "strategic_issue", node("น้ำ"))
        editing.move_up(editor, node("โครงการgauge"))
    assert outline.current_node_id() == node("โครงการgauge")
    after = shown_names(outline)
    assert set(before) < set(after)
    assert after.index("โครงการgauge") < after.index("โครงการdredge")


def test_the_place_scrolled_to_survives(outline, editor, node):
    outline.resize(300, 160)
    outline.tree.expandAll()
    outline.tree.scrollToBottom()
    QApplication.processEvents()
    here = outline.tree.verticalScrollBar().value()
    editing.add_node(editor, node("น้ำ"), "goal")
    QApplication.processEvents()
    assert here > 0
    assert outline.tree.verticalScrollBar().value() == here


def test_when_the_chosen_node_goes_the_one_above_is_chosen(outline, editor, node, qtbot):
    outline.select_node(node("โครงการgauge"))
    approach = node("ฟื้นสายคลอง")
    with qtbot.waitSignal(outline.node_selected) as chosen:
        editing.remove_node(editor, node("โครงการgauge"))
    assert chosen.args == [approach]
    assert outline.current_node_id() == approach


# --- searching ----------------------------------------------------------------------------------------------


def test_typing_narrows_after_a_moment_in_any_spelling(outline, node, qtbot):
    type_text(outline.filter, "ริมคล")
    assert len(shown_names(outline)) > 3
    qtbot.waitUntil(lambda: shown_names(outline) == ["น้ำ", "ชุมชนริมคลองปลอดภัย"])
    outline.filter.setText("นํ้า")
    outline.narrow()
    assert shown_names(outline)[0] == "น้ำ"


def test_enter_goes_to_the_first_node_found(outline, node):
    outline.filter.setText("gauge")
    press(outline.filter, Key.Key_Return)
    assert outline.current_node_id() == node("โครงการgauge")
    assert outline.tree.hasFocus()


def test_enter_on_nothing_stays(outline):
    outline.focus_filter()
    press(outline.filter, Key.Key_Return)
    assert outline.filter.hasFocus()
    assert outline.current_node_id() == ""


def test_nothing_found_is_said(outline):
    outline.filter.setText("ไม่มีแน่")
    outline.narrow()
    assert shown_names(outline) == []
    assert outline._found.isVisible()


def test_when_the_search_ends_choice_and_open_branches_are_back(outline, node):
    outline.select_node(node("โครงการgauge"))
    before = shown_names(outline)
    for query in ("กองช่าง", "ไม่มีแน่", ""):
        outline.filter.setText(query)
        outline.narrow()
    assert shown_names(outline) == before
    assert outline.current_node_id() == node("โครงการgauge")


def test_choosing_a_hidden_node_ends_the_search(outline, node):
    outline.filter.setText("กองช่าง")
    outline.narrow()
    outline.select_node(node("โครงการgauge"))
    assert outline.filter.text() == ""
    assert outline.current_node_id() == node("โครงการgauge")


def test_a_new_node_that_the_search_would_hide_is_still_shown(outline, editor, node):
    outline.filter.setText("gauge")
    outline.narrow()
    outline.select_node(node("โครงการgauge"))
    outline.add_sibling()
    assert outline.current_node_id() == editor.plan.children[node("ฟื้นสายคลอง")][2]


def test_how_much_was_found_is_said_and_no_longer_when_the_search_is_over(outline, qtbot):
    with qtbot.waitSignal(outline.searched) as told:
        outline.filter.setText("โครงการ")
        outline.narrow()
    assert told.args == ["โครงการ"]
    assert "4" in outline._found.text()
    outline.end_search()
    assert not outline._found.isVisible()


def test_escape_in_the_search_box_ends_the_search(outline, node):
    outline.select_node(node("โครงการgauge"))
    outline.filter.setText("กองช่าง")
    outline.narrow()
    press(outline.filter, Key.Key_Escape)
    assert outline.filter.text() == ""
    assert outline.current_node_id() == node("โครงการgauge")
    assert outline.tree.hasFocus()


def test_going_to_the_plan_itself_does_not_end_a_search(outline, editor):
    outline.filter.setText("gauge")
    outline.narrow()
    outline.select_node(editor.plan.root_id)
    assert outline.filter.text() == "gauge"


def test_days_are_found_in_the_language_of_the_outline(outline):
    outline.set_language("en")
    outline.filter.setText("1 Oct 2024")
    outline.narrow()
    assert "Project dredge" in shown_names(outline)
    outline.set_language("th")
    outline.filter.setText("1 ต.ค. 2567")
    outline.narrow()
    assert "โครงการdredge" in shown_names(outline)


def test_without_a_plan_there_is_no_index(outline, bridge):
    assert outline.index is not None
    bridge.release()
    assert outline.index is None
    assert not outline.preparer.is_busy()
