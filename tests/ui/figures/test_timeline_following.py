"""The timeline follows the plan, whoever changes it."""

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from success_desktop.i18n import use_language
from success_desktop.services import editing, scheduling
from tests.ui.figures.timelines import (
    MAP_DAYS,
    application,
    bridge,
    clock,
    editor,
    node,
    plan_path,
    shown_names,
    span_of,
    view,
)

__all__ = ["application", "bridge", "clock", "editor", "node", "plan_path", "view"]


def test_other_dates_are_shown_at_once_and_the_head_follows(view, editor, node):
    scheduling.set_span(editor, node("โครงการmap"), (date(2027, 1, 1), date(2029, 8, 31)))
    assert span_of(view, node("โครงการmap")).end_on == date(2029, 8, 31)
    assert span_of(view, node("น้ำ")).end_on == date(2029, 8, 31)


def test_dates_beyond_the_plan_make_the_axis_longer(view, editor, node):
    assert view.tree.axis.years[-1] == 2572
    scheduling.set_span(editor, node("โครงการmap"), (date(2027, 1, 1), date(2031, 8, 31)))
    assert view.tree.axis.years[-1] == 2574


def test_what_is_open_and_chosen_stays_so_when_nodes_come_and_go(view, editor, node):
    view.board.go_to(node("โครงการmap"))
    view.tree.setExpanded(view.board.model.index_of(node("ฟื้นสายคลอง")), False)
    before = shown_names(view)
    editing.add_node(editor, node("โครงการgauge"), "action_item")
    editing.remove_node(editor, node("โครงการheat"))
    assert shown_names(view) == before[:-1]
    assert view.tree.node_id() == node("โครงการmap")


def test_a_group_that_goes_gives_way_to_the_whole_plan(view, editor, node):
    view.show_node(node("ฟื้นสายคลอง"))
    editing.remove_node(editor, node("ฟื้นสายคลอง"))
    assert shown_names(view)[0] == "1 น้ำ"


def test_an_unseen_view_catches_up_when_it_is_seen_again(view, editor, node, qtbot):
    view.hide()
    scheduling.set_span(editor, node("โครงการmap"), (date(2027, 1, 1), date(2029, 8, 31)))
    view.show_node(node("ฟื้นสายคลอง"))
    assert span_of(view, node("โครงการmap")).end_on == MAP_DAYS[1]
    view.show()
    qtbot.waitExposed(view)
    assert span_of(view, node("โครงการmap")).end_on == date(2029, 8, 31)
    assert len(shown_names(view)) == 2


def test_a_closed_plan_leaves_nothing_behind_and_another_can_be_opened(view, bridge, editor):
    bridge.release()
    assert view.board.rows is None
    view.show_node("nobody")
    bridge.hold(editor)
    assert len(shown_names(view)) == 10


def test_another_language_names_everything_anew(view):
    view.set_language_mode("en")
    assert shown_names(view)[3] == "1.1.1 Project dredge"
    assert "Completed" in [label.text() for label in view.board.legend.findChildren(QLabel)]
    use_language("en")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.tools.scope.text() == "The whole plan"
    assert view.tree.accessibleName() == "Timeline of the plan"


def test_undo_brings_what_it_changed_into_sight(view, bridge, editor, node):
    scheduling.set_span(editor, node("โครงการmap"), (date(2027, 1, 1), date(2027, 8, 31)))
    view.board.go_to(node("โครงการdredge"))
    bridge.undo()
    assert view.tree.node_id() == node("โครงการmap")
    assert view.is_showing([node("กองช่าง"), node("โครงการmap")])
    assert not view.is_showing([node("กองช่าง")])
    view.show_node(node("ฟื้นสายคลอง"))
    assert not view.is_showing([node("โครงการmap")])


def test_undo_of_something_else_leaves_the_row_alone(view, bridge, editor, node):
    editing.set_text(editor, (node("กองช่าง"), "name", "en"), "Engineers")
    view.board.go_to(node("โครงการdredge"))
    bridge.undo()
    assert view.tree.node_id() == node("โครงการdredge")
