"""Marked passages lead to their cards, and are marked in the colours and for the page that is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest

from success_desktop.ui.desk import Desk
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from success_desktop.ui.feedback.page_marks import text_edits
from success_desktop.ui.schemes import DARK, LIGHT
from success_desktop.ui.theme import use_tokens
from tests.ui.feedback.reviews import bring_in_sample, projects_of, remark_id


@pytest.fixture
def beside(open_desk: Desk) -> Desk:
    """A desk with the sample's remarks, the first project on the page and the panel beside it."""
    editor = open_desk.bridge.editor
    assert editor is not None
    bring_in_sample(editor)
    open_desk.workspace.open_node(projects_of(editor.plan)[0])
    open_desk.workspace.show_panel("feedback")
    open_desk.feedback.marks.refresh()
    return open_desk


def panel_of(desk: Desk) -> FeedbackPanel:
    inside = desk.workspace.panel("feedback").inside()
    assert isinstance(inside, FeedbackPanel)
    return inside


def objective(desk: Desk):
    return text_edits(desk.workspace.page)["objective", "th"]


def click_at(edit, position: int) -> None:
    """Click between two letters of a text, by UTF-16 units."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=edit.cursorRect(cursor).center())


def passage_of(desk: Desk, name: str) -> int:
    """A position inside the passage of a remark."""
    anchor = desk.feedback.feedback.read.remarks[remark_id(name)].anchor
    return (anchor.start + anchor.end) // 2


def test_a_click_on_a_marked_passage_chooses_its_card(beside):
    panel_of(beside).show_remark(remark_id("name"))
    beside.workspace.open_node(projects_of(beside.bridge.editor.plan)[0])
    beside.feedback.marks.refresh()
    edit = objective(beside)
    edit.setFocus()
    click_at(edit, passage_of(beside, "data"))
    assert panel_of(beside).cards.current_id == remark_id("data")
    assert edit.hasFocus()


def test_a_click_beside_the_passages_chooses_nothing(beside, qtbot):
    with qtbot.assertNotEmitted(beside.feedback.marks.remark_clicked):
        click_at(objective(beside), 0)


def test_selecting_in_a_passage_chooses_nothing(beside, qtbot):
    edit = objective(beside)
    with qtbot.assertNotEmitted(edit.clicked):
        edit.selectAll()
        QTest.mouseRelease(edit.viewport(), Qt.MouseButton.LeftButton)


def test_a_click_opens_no_panel(beside):
    dock = beside.workspace.panel("feedback")
    dock.close()
    click_at(objective(beside), passage_of(beside, "data"))
    assert not dock.isVisible()


def test_marks_change_their_colours_with_the_scheme(beside, application, qtbot):
    def grounds() -> set[str]:
        return {mark.format.background().color().name() for mark in objective(beside).extraSelections()}

    assert grounds() == {QColor(LIGHT.amber).name()}
    use_tokens(application.qt, DARK)
    qtbot.waitUntil(lambda: grounds() == {QColor(DARK.amber).name()})
    use_tokens(application.qt, LIGHT)


def test_a_page_that_nobody_sees_is_marked_when_it_is_shown(beside, qtbot):
    edit = objective(beside)
    assert edit.extraSelections()
    beside.workspace.show_view("table")
    beside.bridge.undo()
    beside.feedback.marks.refresh()
    assert edit.extraSelections()
    beside.workspace.show_view("page")
    qtbot.waitUntil(lambda: not objective(beside).extraSelections())
