"""Stepping through the differences, what the compare view asks others for, and the ways to read."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from success_desktop.domain.restoring import Scope
from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT
from tests.plans import named
from tests.ui.compare.comparisons import middle_of

Key = Qt.Key


# --- keys --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "back"), [(">", "<"), ("ฬ", "ฒ"), (".", ","), ("ใ", "ม")])
def test_the_keys_of_steps_work_everywhere_and_on_a_thai_keyboard(edited_view, on, back):
    for part in (edited_view.differences.cards, edited_view.differences.tree, edited_view.head.redline):
        for text, expected in ((on, 1), (back, 0), (back, 0)):
            QApplication.sendEvent(
                part, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
            )
            assert edited_view.differences.row() == expected


def test_other_keys_are_no_steps(edited_view):
    QTest.keyClick(edited_view, Key.Key_A)
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(edited_view, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Period, control, "."))
    assert edited_view.differences.row() == 0


# --- what it asks for --------------------------------------------------------------------------------------


def test_enter_leads_to_the_field_on_the_page(edited_view, dredge, qtbot):
    with qtbot.waitSignal(edited_view.field_requested) as asked:
        QTest.keyClick(edited_view.differences.cards, Key.Key_Return)
    assert asked.args == [dredge, edited_view.differences.model.place(0).field]


def test_a_moved_node_leads_to_its_page_and_a_deleted_one_nowhere(edited_view, editor, qtbot):
    gauge, mapping = named(editor.plan, "Project gauge"), named(editor.plan, "Project map")
    editing.move_node(editor, gauge, editor.plan.nodes[mapping].parent_id)
    editing.remove_node(editor, mapping)
    edited_view.refresh()
    edited_view.differences.go_to(gauge)
    with qtbot.waitSignal(edited_view.node_requested) as asked:
        QTest.keyClick(edited_view.differences.cards, Key.Key_Return)
    assert asked.args == [gauge]
    edited_view.differences.go_to(mapping)
    with qtbot.assertNotEmitted(edited_view.node_requested):
        QTest.keyClick(edited_view.differences.cards, Key.Key_Return)
    assert (
        edited_view.differences.cards.stack.layout(edited_view.differences.row()).part_at(
            edited_view.differences.cards.stack.layout(edited_view.differences.row()).name_rect.center()
        )
        == ""
    )


def test_the_way_back_on_a_card_asks_for_its_field(edited_view, dredge, qtbot):
    cards = edited_view.differences.cards
    place = edited_view.differences.model.place(1)
    with qtbot.waitSignal(edited_view.restore_requested) as asked:
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(cards, 1, "restore"))
    revision, scope = asked.args
    assert revision.label == "ร่างที่ 1"
    assert scope == Scope(dredge, place.field)


def offered(view):
    """What the menu of the current card offers to bring back."""
    asked = []
    view.restore_requested.connect(lambda _revision, scope: asked.append(scope))
    menu: QMenu = view.differences.make_menu()
    for action in menu.actions():
        if "estore" in action.text() or "Move" in action.text() or "Take" in action.text():
            action.trigger()
    menu.close()
    return asked


def test_a_field_its_item_and_all_below_can_be_brought_back(edited_view, dredge):
    field = edited_view.differences.model.place(0).field
    assert offered(edited_view) == [Scope(dredge, field), Scope(dredge), Scope(dredge, is_branch=True)]


def test_each_fate_has_its_way_back(edited_view, editor):
    gauge, mapping = named(editor.plan, "Project gauge"), named(editor.plan, "Project map")
    approach = editor.plan.nodes[mapping].parent_id
    added = editing.add_node(editor, approach, "project")
    editing.move_node(editor, gauge, approach)
    editing.remove_node(editor, mapping)
    edited_view.refresh()
    first = {}
    for node_id in (gauge, mapping, added):
        edited_view.differences.go_to(node_id)
        first[node_id] = offered(edited_view)[0]
    assert first == {
        gauge: Scope(gauge, is_place=True),
        mapping: Scope(mapping),
        added: Scope(added, is_branch=True),
    }


def test_what_was_deleted_with_an_item_is_promised_back_with_it(edited_view, editor):
    goal = named(editor.plan, "Safe canal communities")
    editing.remove_node(editor, goal)
    edited_view.refresh()
    edited_view.differences.go_to(goal)
    words = [action.text() for action in edited_view.differences.make_menu().actions()]
    assert "Restore the item, with what was deleted with it…" in words
    assert "Restore the item…" not in words


def asked_of_tree(view, node_id):
    """What the menu of a line of the tree offers to bring back."""
    asked = []
    view.restore_requested.connect(lambda _revision, scope: asked.append(scope))
    menu = view.differences.make_tree_menu(node_id)
    for action in menu.actions():
        action.trigger()
    menu.close()
    return asked


def test_a_line_of_the_tree_brings_back_all_that_differs_below_it(edited_view, editor, dredge):
    above = editor.plan.nodes[dredge].parent_id
    assert asked_of_tree(edited_view, above) == [Scope(above, is_branch=True)]


def test_a_line_of_the_tree_that_differs_itself_can_come_back_without_what_is_below(edited_view, dredge):
    assert asked_of_tree(edited_view, dredge) == [Scope(dredge), Scope(dredge, is_branch=True)]


def test_the_tree_offers_nothing_where_nothing_can_come_back(edited_view, dredge):
    assert asked_of_tree(edited_view, "") == []
    edited_view.show_points(PRESENT, PRESENT)
    assert asked_of_tree(edited_view, dredge) == []


def test_the_right_button_on_a_line_of_the_tree_opens_its_menu_and_chooses_nothing(edited_view, dredge):
    tree = edited_view.differences.tree
    before = tree.currentIndex()
    spot = tree.visualRect(tree.nodes.index(0, 0)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=spot)
    tree.customContextMenuRequested.emit(spot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 1
    menu.close()
    assert tree.currentIndex() == before


def test_compared_backwards_it_still_brings_back_from_the_revision(edited_view, qtbot):
    old, new = edited_view.compared.old_point, edited_view.compared.new_point
    edited_view.show_points(new, old)
    with qtbot.waitSignal(edited_view.restore_requested) as asked:
        edited_view.differences.cards.part_pressed.emit("restore")
    assert asked.args[0] == old.revision


def test_a_card_can_be_copied_and_opened_from_its_menu(edited_view, qtbot):
    menu = edited_view.differences.make_menu()
    actions = {action.text(): action for action in menu.actions()}
    actions["Copy"].trigger()
    assert QApplication.clipboard().text() == edited_view.differences.model.card(0).spoken()
    with qtbot.waitSignal(edited_view.field_requested):
        actions["Show on the page"].trigger()
    menu.close()


def test_the_right_button_opens_the_menu(edited_view):
    cards = edited_view.differences.cards
    cards.customContextMenuRequested.emit(cards.visualRect(cards.currentIndex()).center())
    (menu,) = [menu for menu in edited_view.differences.findChildren(QMenu) if menu.isVisible()]
    menu.close()


def test_the_redline_is_asked_for_with_both_points(edited_view, qtbot):
    with qtbot.waitSignal(edited_view.redline_requested) as asked:
        edited_view.head.redline.click()
    assert asked.args == [edited_view.compared.old_point, PRESENT]


# --- readings and pages ------------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", ["original", "edits", "new", "beside"])
def test_every_reading_can_be_chosen_and_is_painted(edited_view, reading):
    edited_view.step(1)
    edited_view.head.readings.button(reading).click()
    assert edited_view.head.readings.button(reading).isChecked()
    assert edited_view.differences.cards.stack.style.reading == reading
    edited_view.grab()
    assert edited_view.differences.row() == 1


def test_an_unknown_reading_means_nothing(edited_view):
    edited_view.differences.read_as("upside down")
    assert edited_view.differences.cards.stack.style.reading == "edits"


def test_the_money_is_the_second_page_and_leads_to_projects(edited_view, dredge, qtbot):
    edited_view.head.pages.button("money").click()
    page = edited_view.money(edited_view.compared)
    assert page.isVisible()
    assert not edited_view.head.readings.isVisible()
    edited_view.step(1)
    assert edited_view.differences.row() == 0
    with qtbot.waitSignal(edited_view.node_requested) as asked:
        page.node_requested.emit(dredge)
    assert asked.args == [dredge]
    edited_view.head.pages.button("differences").click()
    assert edited_view.differences.isVisible()


def test_the_money_follows_the_plan(edited_view, editor, dredge):
    edited_view.head.pages.button("money").click()
    edited_view.refresh()
    assert edited_view.money(edited_view.compared).isVisible()
