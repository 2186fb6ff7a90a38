"""Comparing in the whole window: opened from anywhere, stepped through, left to the page, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from success_desktop.services import editing
from success_desktop.services.entering import enter_value
from success_desktop.services.revisions import take_revision
from success_desktop.ui.compare.compare_view import CompareView
from success_desktop.ui.dialogs.revision import RevisionDialog
from success_desktop.ui.revisions.revisions_panel import RevisionsPanel
from tests.ui.acting import answer
from tests.ui.conftest import plan_path
from tests.ui.faults import clipped, nameless

__all__ = ["plan_path"]
Key = Qt.Key


@pytest.fixture
def compare_view(open_desk, project_id, window, application) -> CompareView:
    """The sample plan with a revision and two differences since, compared."""
    editor = open_desk.bridge.editor
    take_revision(editor, "", "ร่างที่ 2")
    enter_value(editor, (project_id, "budget", "2571:ordinance"), "1.2 ล้าน")
    editing.set_text(editor, (project_id, "place", "th"), "ชุมชนริมคลองทุกแห่ง")
    window.resize(1366, 768)
    open_desk.looks.show_view("compare")
    application.settle(30)
    view = open_desk.workspace.view("compare")
    assert isinstance(view, CompareView)
    return view


def action(window, action_id):
    return window.actions_table[action_id]


def test_it_opens_with_a_key_and_the_keyboard_is_at_the_differences(open_desk, compare_view, window, qtbot):
    open_desk.looks.show_view("page")
    window.activateWindow()
    tree = open_desk.workspace.outline.tree
    tree.setFocus()
    QTest.keyClick(tree, Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert open_desk.looks.view_id == "compare"
    qtbot.waitUntil(compare_view.differences.cards.hasFocus)


def test_the_menu_leads_through_the_differences(compare_view, window, open_desk):
    assert action(window, "next_difference").isEnabled()
    action(window, "next_difference").trigger()
    assert compare_view.head.place.text() == "2 จาก 2"
    action(window, "previous_difference").trigger()
    assert compare_view.head.place.text() == "1 จาก 2"
    open_desk.looks.show_view("page")
    assert not action(window, "next_difference").isEnabled()


def test_a_card_leads_to_its_field_on_the_page_and_the_way_back_is_where_one_was(
    compare_view, open_desk, project_id, application
):
    compare_view.step(1)
    place = compare_view.differences.model.place(1)
    QTest.keyClick(compare_view.differences.cards, Key.Key_Return)
    assert open_desk.looks.view_id == "page"
    assert open_desk.workspace.page.current_node_id() == project_id
    open_desk.looks.show_view("compare")
    assert compare_view.differences.model.place(compare_view.differences.row()) == place


def test_undo_takes_a_difference_away_without_leaving_the_view(compare_view, open_desk, window, qtbot):
    action(window, "undo").trigger()
    assert open_desk.looks.view_id == "compare"
    qtbot.waitUntil(lambda: compare_view.differences.model.rowCount() == 1)


def test_the_way_back_of_a_card_is_previewed_beside_the_text(compare_view, open_desk, application):
    compare_view.differences.cards.part_pressed.emit("restore")
    application.settle(30)
    panel = open_desk.workspace.panel("revisions").inside()
    assert isinstance(panel, RevisionsPanel)
    assert panel.restoring.isVisible()
    assert open_desk.looks.view_id == "compare"


def test_where_nothing_is_kept_yet_the_button_asks_for_a_name_and_then_compares(open_desk, application):
    open_desk.looks.show_view("compare")
    view = open_desk.workspace.view("compare")
    assert isinstance(view, CompareView)

    def name(dialog: RevisionDialog) -> None:
        dialog.name.setText("ร่างแรก")
        dialog.accept()

    answer(name, RevisionDialog)
    view.nothing.keep.click()
    application.settle(30)
    assert view.head.title.accessibleName() == "ร่างแรก → ปัจจุบัน"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
@pytest.mark.parametrize("page", ["differences", "money"])
def test_everything_fits_and_has_a_name(compare_view, window, application, size, page):
    window.resize(*size)
    compare_view.head.pages.button(page).click()
    application.settle(60)
    assert clipped(compare_view) == []
    assert nameless(compare_view) == []


def test_the_view_follows_the_languages_of_the_page(compare_view, open_desk):
    open_desk.looks.show_page_in("en")
    assert [place.field for place in (compare_view.differences.model.place(row) for row in range(1))] == [
        "budget"
    ]
    assert compare_view.differences.model.rowCount() == 1
    open_desk.looks.show_page_in("both")
    assert compare_view.differences.model.rowCount() == 2
