"""What lies below a node: indicators in a table, other children as links."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from success_desktop.i18n import _
from success_desktop.services import editing
from success_desktop.ui.page.sheet_parts import ChildrenPart
from tests.ui.page.keys import press
from tests.ui.page.pages import enter, links_below, table_below

Key = Qt.Key
ROLE = Qt.ItemDataRole


@pytest.fixture
def indicators(page, node) -> ChildrenPart:
    """The indicators of the first goal."""
    page.show_node(node("ชุมชนริมคลองปลอดภัย"))
    part = table_below(page)
    assert isinstance(part, ChildrenPart)
    return part


# --- indicators ---------------------------------------------------------------------------------------------


def test_an_indicator_is_edited_in_its_row(indicators, editor, node, qtbot):
    indicator = node("ครัวเรือนที่น้ำท่วมเกิน 3 วัน")
    enter(indicators, (0, 1), "หลังคาเรือน", qtbot)
    enter(indicators, (0, 2), "200", qtbot)
    enter(indicators, (0, 4), "120", qtbot)
    changed = editor.plan.nodes[indicator]
    assert changed.text("unit", "th") == "หลังคาเรือน"
    assert changed.text("unit", "en") == "households"
    assert changed.number("baseline") == 200
    assert changed.yearly_numbers("target")[2569] == 120


def test_the_last_cell_opens_the_indicator(indicators, page, node, qtbot):
    view, last = indicators.view, indicators.model.index(0, indicators.model.columnCount() - 1)
    QApplication.processEvents()
    with qtbot.waitSignal(page.node_requested) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(last).center())
    assert asked.args == [node("ครัวเรือนที่น้ำท่วมเกิน 3 วัน")]


def test_enter_on_the_last_cell_opens_the_indicator_too(indicators, page, node):
    indicators.view.setCurrentIndex(indicators.model.index(0, indicators.model.columnCount() - 1))
    press(indicators.view, Key.Key_Return)
    assert page.current_node_id() == node("ครัวเรือนที่น้ำท่วมเกิน 3 วัน")


def test_an_indicator_can_be_added_and_its_name_is_asked_for(indicators, editor, node):
    indicators.findChild(QPushButton).click()
    kinds = [child.kind for child in editor.plan.children_of(node("ชุมชนริมคลองปลอดภัย"))]
    assert kinds.count("indicator") == 2
    assert indicators.model.rowCount() == 2
    assert indicators.view.viewport().findChild(QLineEdit) is not None


def test_a_project_without_indicators_shows_only_the_button(page, node):
    page.show_node(node("โครงการgauge"))
    part = table_below(page)
    assert not part.view.isVisible()
    assert all(button.isVisible() for button in part.findChildren(QPushButton))


# --- links to other children --------------------------------------------------------------------------------


def test_other_children_are_links_with_their_numbers(page, node, qtbot):
    page.show_node(node("ฟื้นสายคลอง"))
    links = links_below(page).links
    assert [link.text() for link in links] == ["1.1.1 โครงการdredge", "1.1.2 โครงการgauge"]
    with qtbot.waitSignal(page.node_requested) as asked:
        links[1].click()
    assert asked.args == [node("โครงการgauge")]


def test_a_child_can_be_added_and_is_opened(page, editor, node):
    page.show_node(node("ฟื้นสายคลอง"))
    links_below(page).adders["project"].click()
    assert editor.plan.nodes[page.current_node_id()].kind == "project"
    assert editor.plan.nodes[page.current_node_id()].parent_id == node("ฟื้นสายคลอง")


def test_what_is_there_already_and_only_once_is_not_offered_again(page, editor):
    page.show_node(editor.plan.root_id)
    adders = links_below(page).adders
    assert not adders["agency_register"].isVisible()
    assert adders["vision"].isVisible()


def test_of_very_many_children_the_rest_is_counted(page, editor, node):
    for _number in range(60):
        editing.add_node(editor, node("ฟื้นสายคลอง"), "project")
    page.show_node(node("ฟื้นสายคลอง"))
    part = links_below(page)
    assert part.more.isVisible()
    assert part.more.text() == _("{count} more are in the outline").format(count=2)
    page.show_node(page.context.plan.nodes[node("โครงการmap")].parent_id)
    assert [link.isVisible() for link in part.links].count(True) == 1
    assert not part.more.isVisible()


def test_a_long_name_is_cut_in_its_link(page, editor, node):
    editing.set_text(editor, (node("โครงการgauge"), "name", "th"), "ระบบ" * 60)
    page.show_node(node("ฟื้นสายคลอง"))
    link = links_below(page).links[1]
    assert link.text().endswith("…")
    assert link.toolTip().endswith("ระบบ")
