"""Outline and page side by side in a window that has actions of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from success_desktop.i18n import LANGUAGES
from success_desktop.services import editing
from success_desktop.services.library import new_sample
from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.tree.outline_view import OutlineView
from tests.plans import named
from tests.ui.page.keys import CTRL, press, type_text
from tests.ui.page.pages import entry, form_of, links_below, references, text_edit

Key = Qt.Key


class Window(QMainWindow):
    """A window with undo and redo in its menu, outline and page on the same node."""

    def __init__(self, bridge: PlanBridge) -> None:
        super().__init__()
        self.bridge = bridge
        self.outline, self.page = OutlineView(bridge), PageView(bridge)
        both = QSplitter()
        both.addWidget(self.outline)
        both.addWidget(self.page)
        self.setCentralWidget(both)
        self.outline.node_selected.connect(self.page.show_node)
        self.page.node_requested.connect(self.outline.select_node)
        self.undo = self._action("Ctrl+Z", bridge.undo)
        self.redo = self._action("Ctrl+Y", bridge.redo)
        self.resize(1200, 800)

    def _action(self, keys: str, deed) -> QAction:
        action = QAction(self)
        action.setShortcut(keys)
        action.triggered.connect(deed)
        self.addAction(action)
        return action


@pytest.fixture
def window(qtbot, bridge: PlanBridge) -> Window:
    made = Window(bridge)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_choosing_in_the_outline_shows_the_page(window, node):
    window.outline.select_node(node("โครงการgauge"))
    assert window.page.area.heading.text() == "1.1.2 โครงการgauge"


def test_a_link_on_the_page_moves_the_outline_too(window, node):
    window.outline.select_node(node("ฟื้นสายคลอง"))
    links_below(window.page).links[0].click()
    assert window.outline.current_node_id() == node("โครงการdredge")
    references(window.page, "lead_agencies").chips[node("กองช่าง")].open.click()
    assert window.outline.current_node_id() == node("กองช่าง")


def test_the_window_gets_ctrl_z_only_when_nothing_was_typed(window, editor, node, qtbot):
    project = node("โครงการgauge")
    editing.set_text(editor, (project, "note", "th"), "เดิม")
    window.outline.select_node(project)
    field = text_edit(window.page, "objective_th")
    field.setFocus()
    type_text(field, "ก")
    with qtbot.assertNotEmitted(window.undo.triggered):
        QTest.keyClick(field, Key.Key_Z, CTRL)
    assert field.toPlainText() == ""
    with qtbot.waitSignal(window.undo.triggered):
        QTest.keyClick(field, Key.Key_Z, CTRL)
    assert text_edit(window.page, "note_th").toPlainText() == ""
    with qtbot.waitSignal(window.redo.triggered):
        QTest.keyClick(field, Key.Key_Y, CTRL)
    assert text_edit(window.page, "note_th").toPlainText() == "เดิม"


def test_one_ctrl_z_takes_one_step_back_in_an_entry_too(window, editor, node):
    project = node("โครงการgauge")
    editing.set_text(editor, (project, "note", "th"), "หนึ่ง")
    editing.set_text(editor, (project, "reason", "th"), "สอง")
    window.outline.select_node(project)
    line = entry(window.page, "end_on").line
    line.setFocus()
    QTest.keyClick(line, Key.Key_Z, CTRL)
    assert text_edit(window.page, "reason_th").toPlainText() == ""
    assert text_edit(window.page, "note_th").toPlainText() == "หนึ่ง"


def test_a_name_typed_on_the_page_shows_in_the_outline(window, node):
    window.outline.select_node(node("โครงการgauge"))
    field = text_edit(window.page, "name_th")
    field.selectAll()
    type_text(field, "สถานีวัดน้ำ")
    window.page.commit_pending()
    assert window.outline.tree.currentIndex().data() == "สถานีวัดน้ำ"


def test_rearranging_keeps_what_was_being_typed(window, editor, node):
    project = node("โครงการgauge")
    window.outline.select_node(project)
    type_text(text_edit(window.page, "objective_th"), "เพื่อ")
    window.outline.move_up()
    assert editor.plan.nodes[project].text("objective", "th") == "เพื่อ"
    assert window.page.area.heading.text() == "1.1.1 โครงการgauge"


def test_deleting_and_undoing_brings_everything_back(window, editor, node):
    project = node("โครงการgauge")
    before = editor.plan.nodes[project]
    window.outline.select_node(project)
    window.outline.remove()
    assert window.page.area.heading.text() == "1.1.1 โครงการdredge"
    editor.undo()
    window.outline.select_node(project)
    assert editor.plan.nodes[project] == before
    assert window.page.area.heading.text() == "1.1.2 โครงการgauge"


def test_undoing_an_addition_goes_up_from_what_is_gone(window, editor, node):
    window.outline.select_node(node("ฟื้นสายคลอง"))
    window.outline.add_child_of_kind("project")
    press(window.outline.tree, Key.Key_Escape)
    editor.undo()
    assert window.outline.current_node_id() == node("ฟื้นสายคลอง")
    assert window.page.current_node_id() == node("ฟื้นสายคลอง")


def test_a_node_added_in_the_outline_is_open_on_the_page(window, editor, node):
    window.outline.select_node(node("โครงการgauge"))
    window.outline.add_sibling()
    assert window.page.current_node_id() == window.outline.current_node_id()
    assert form_of(window.page).isVisible()


def test_a_second_plan_takes_the_place_of_the_first(window, bridge, editor, tmp_path):
    window.outline.select_node(named(editor.plan, "โครงการgauge"))
    bridge.release()
    assert window.outline.model.rowCount() == 0
    second = new_sample(tmp_path / "ตัวอย่าง.success", "สมชาย")
    bridge.hold(second)
    assert window.outline.model.rowCount() == len(second.plan.children[second.plan.root_id])
    assert window.page.current_node_id() == ""
    bridge.release()
    second.close(publish=False)


# --- the sample -------------------------------------------------------------------------------------------


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[PlanEditor]:
    opened = new_sample(tmp_path / "ตัวอย่าง.success", "สมชาย")
    yield opened
    opened.close(publish=False)


def test_every_node_of_the_sample_can_be_looked_at_without_an_edit(sample, qtbot):
    bridge = PlanBridge()
    bridge.hold(sample)
    window = Window(bridge)
    qtbot.addWidget(window)
    window.show()
    seen: list[PlanEdited] = []
    sample.listen(seen.append)
    for known in sample.plan.walk():
        window.outline.select_node(known.id)
        assert window.page.current_node_id() == known.id
    QApplication.processEvents()
    window.page.commit_pending()
    assert seen == []


def test_the_sample_shows_no_node_without_a_name_in_either_language(sample, qtbot):
    bridge = PlanBridge()
    bridge.hold(sample)
    outline = OutlineView(bridge)
    qtbot.addWidget(outline)
    rows = outline.model.rows
    assert rows is not None
    for language in LANGUAGES:
        outline.set_language(language)
        captions = [rows.caption(known.id) for known in sample.plan.walk()]
        assert [caption.text for caption in captions if caption.is_borrowed or caption.is_placeholder] == []
