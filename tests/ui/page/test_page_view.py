"""The page as a whole: showing nodes, following edits, undoing, languages."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from success_desktop.i18n import _, use_language
from success_desktop.services import editing
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.plan_bridge import PlanBridge
from tests.plans import named
from tests.ui.page.keys import press, type_text
from tests.ui.page.pages import badge, entry, form_of, text_edit

Key = Qt.Key


# --- showing ------------------------------------------------------------------------------------------------


def test_before_a_node_is_chosen_the_page_says_what_to_do(page):
    assert page.area.hint.isVisible()
    assert page.current_node_id() == ""


def test_a_page_without_a_plan_stays_empty(qtbot):
    view = PageView(PlanBridge())
    qtbot.addWidget(view)
    view.show_node("anything")
    view.commit_pending()
    view.set_language_mode("th")
    assert view.form is None
    with pytest.raises(RuntimeError):
        str(view.context.plan)


def test_a_project_is_shown_with_its_number_name_and_way(page, node):
    page.show_node(node("โครงการgauge"))
    assert page.area.heading.text() == "1.1.2 โครงการgauge"
    assert "1 น้ำ" in page.area.breadcrumb.text()
    assert "1.1 ชุมชนริมคลองปลอดภัย" in page.area.breadcrumb.text()
    assert not page.area.hint.isVisible()


def test_every_kind_of_node_is_shown_without_an_edit(page, editor, edits):
    kinds = editor.plan.template.kinds
    for kind in kinds["plan"].children:
        if editing.can_add(editor.plan, editor.plan.root_id, kind):
            editing.add_node(editor, editor.plan.root_id, kind)
    for register, kind in (
        ("people_register", "person"),
        ("alignment_register", "alignment_item"),
        ("glossary", "term"),
    ):
        parent = next(node.id for node in editor.plan.walk() if node.kind == register)
        editing.add_node(editor, parent, kind)
    editing.add_node(editor, named(editor.plan, "ฟื้นสายคลอง"), "action_item")
    edits.clear()
    for mode in ("both", "th", "en"):
        page.set_language_mode(mode)
        for known in list(editor.plan.walk()):
            page.show_node(known.id)
            QApplication.processEvents()
        page.commit_pending()
    assert {known.kind for known in editor.plan.walk()} == set(kinds)
    assert edits == []


def test_every_field_of_the_template_has_a_widget(page, editor, node):
    page.show_node(node("โครงการgauge"))
    assert list(form_of(page).fields) == list(editor.plan.template.kind("project").fields)


def test_everything_on_the_page_has_a_name_for_screen_readers(page, node):
    page.show_node(node("โครงการdredge"))
    kinds = (QTextEdit, QLineEdit, QComboBox, QTableView, QToolButton)
    widgets = [widget for kind in kinds for widget in form_of(page).findChildren(kind)]
    widgets = [
        widget for widget in widgets if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]
    assert len(widgets) > 20
    assert [widget for widget in widgets if not widget.accessibleName()] == []


def test_text_fields_are_named_with_their_language(page, node):
    page.show_node(node("โครงการgauge"))
    assert text_edit(page, "name_th").accessibleName() == "ชื่อโครงการ (ไทย)"
    assert text_edit(page, "name_en").accessibleName() == "Project name (English)"


def test_labels_lead_to_their_fields(page, node):
    page.show_node(node("โครงการgauge"))
    labels = [label for label in form_of(page).findChildren(QLabel) if label.property("role") == "label"]
    led = {label.buddy().objectName() for label in labels if label.buddy() is not None}
    assert {"name_th", "name_en", "status", "start_on"} < led
    assert [label.text() for label in labels if label.buddy() is None] == [_("Below this one")]


def focused() -> QWidget:
    """The field that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_tab_goes_from_thai_to_english_to_the_next_field(page, node):
    page.show_node(node("โครงการgauge"))
    text_edit(page, "name_th").setFocus()
    way = []
    for _step in range(3):
        press(focused(), Key.Key_Tab)
        way.append(focused().objectName())
    assert way == ["name_en", "objective_th", "objective_en"]


def test_another_node_begins_at_the_top(page, node):
    page.show_node(node("โครงการdredge"))
    QApplication.processEvents()
    page.area.verticalScrollBar().setValue(300)
    page.show_node(node("โครงการgauge"))
    assert page.area.verticalScrollBar().value() == 0


def test_nodes_of_one_kind_share_a_form(page, node):
    page.show_node(node("โครงการdredge"))
    form = page.form
    page.show_node(node("น้ำ"))
    assert page.form is not form
    assert not form.isVisible()
    page.show_node(node("โครงการgauge"))
    assert page.form is form
    assert form.isVisible()


def test_what_is_no_node_is_not_shown(page, node):
    page.show_node(node("โครงการdredge"))
    page.show_node("nobody")
    assert page.current_node_id() == node("โครงการdredge")


# --- links --------------------------------------------------------------------------------------------------


def test_the_way_leads_up(page, node, qtbot):
    page.show_node(node("โครงการdredge"))
    with qtbot.waitSignal(page.node_requested) as asked:
        page.area.breadcrumb.linkActivated.emit(node("น้ำ"))
    assert asked.args == [node("น้ำ")]
    assert page.current_node_id() == node("น้ำ")


def test_signs_in_a_name_are_no_mark_up(page, editor, node):
    editing.set_text(editor, (node("น้ำ"), "name", "th"), "<b>น้ำ</b> & ป่า")
    page.show_node(node("โครงการdredge"))
    assert "&lt;b&gt;น้ำ&lt;/b&gt; &amp; ป่า" in page.area.breadcrumb.text()


def test_long_names_on_the_way_are_cut(page, editor, node):
    editing.set_text(editor, (node("น้ำ"), "name", "th"), "น้ำ" * 60)
    page.show_node(node("โครงการdredge"))
    assert "…</a>" in page.area.breadcrumb.text()


def test_the_plan_itself_has_no_way_above_it(page, editor):
    page.show_node(editor.plan.root_id)
    assert not page.area.breadcrumb.isVisible()
    assert text_edit(page, "title_th").toPlainText() == "แผนเมืองทดสอบ พ.ศ. 2568–2572"


# --- languages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("mode", "shown"), [("th", {"th"}), ("en", {"en"}), ("both", {"th", "en"})])
def test_the_page_shows_one_language_or_both(page, node, mode, shown):
    page.show_node(node("โครงการgauge"))
    page.set_language_mode(mode)
    assert {
        language for language in ("th", "en") if form_of(page).findChild(QTextEdit, f"name_{language}")
    } == shown
    assert page.area.heading.text() == ("1.1.2 Project gauge" if mode == "en" else "1.1.2 โครงการgauge")


def test_changing_the_languages_keeps_the_typing(page, editor, node):
    page.show_node(node("โครงการgauge"))
    type_text(text_edit(page, "objective_en"), "Water")
    page.set_language_mode("th")
    page.set_language_mode("th")
    assert editor.plan.nodes[page.current_node_id()].text("objective", "en") == "Water"


def test_the_words_follow_the_interface(page, node):
    use_language("en")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.area.hint.text() == "Choose an item in the outline to read and edit it here."
    page.show_node(node("โครงการdredge"))
    assert entry(page, "start_on").line.accessibleName() == "Start"
    assert page.area.heading.text() == "1.1.1 Project dredge"


def test_a_missing_translation_is_said_until_it_is_typed(page, editor, node):
    project = node("โครงการgauge")
    editing.set_text(editor, (project, "objective", "th"), "เพื่อ")
    page.show_node(project)
    missing = badge(page, "objective", "en")
    assert missing.isVisible()
    assert not badge(page, "objective", "th").isVisible()
    type_text(text_edit(page, "objective_en"), "To")
    assert not missing.isVisible()


def test_one_language_alone_also_says_when_its_text_is_missing(page, editor, node):
    editing.set_text(editor, (node("โครงการgauge"), "objective", "th"), "เพื่อ")
    page.set_language_mode("en")
    page.show_node(node("โครงการgauge"))
    assert badge(page, "objective", "en").isVisible()


def test_fields_side_by_side_are_equally_high_and_grow_with_their_text(page, editor, node):
    page.show_node(node("โครงการgauge"))
    QApplication.processEvents()
    thai, english = text_edit(page, "objective_th"), text_edit(page, "objective_en")
    before = thai.height()
    type_text(thai, "ยาว " * 200)
    QApplication.processEvents()
    assert thai.height() > before
    assert thai.height() == english.height()
    assert thai.verticalScrollBar().maximum() == 0


def test_one_language_alone_needs_half_as_many_lines(page, node):
    page.show_node(node("โครงการgauge"))
    both = text_edit(page, "objective_th").height()
    page.set_language_mode("th")
    QApplication.processEvents()
    assert text_edit(page, "objective_th").height() < both
