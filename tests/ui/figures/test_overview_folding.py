"""Where there are too many branches or agencies for a chart, the rest is one bar that opens into its parts."""

from decimal import Decimal

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu

from success_desktop.domain.edits import SetValue
from success_desktop.domain.row_filter import UNCHOSEN, RowFilter
from success_desktop.services import editing
from success_desktop.ui.figures.overview_figures import MOST_LINES, MOST_SERIES
from success_desktop.ui.figures.year_chart import SliceButton
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path
from tests.ui.figures.overviews import (
    add_projects,
    amount_of,
    bridge,
    buttons,
    figures_with_money,
    money_behind,
    view,
)

__all__ = ["bridge", "clock", "editor", "plan_path", "view"]


def test_projects_right_below_the_choice_are_slices_that_lead_to_their_pages(view, editor):
    view.show_node(named(editor.plan, "Restore the canals"))
    view.refresh()
    slices = [one for column in view.years.chart.columns for one in column if isinstance(one, SliceButton)]
    projects = {named(editor.plan, "Project dredge"), named(editor.plan, "Project gauge")}
    assert {one.figure.goal for one in slices} == projects


def test_many_branches_are_folded_into_one_that_opens_a_menu_of_them(view, editor):
    approach = editor.plan.nodes[named(editor.plan, "Project heat")].parent_id
    node_ids = add_projects(editor, approach, [100 * place for place in range(1, 13)])
    view.show_node(approach)
    view.refresh()
    legend = buttons(view.years.legend)
    assert len(legend) == MOST_SERIES
    folded = legend[-1].figure
    assert folded.name == "7 others"
    assert isinstance(folded.goal, tuple)
    assert [part.goal for part in folded.goal] == node_ids[:7]
    assert amount_of(legend[-1]) == sum(100 * place for place in range(1, 8))
    for button in figures_with_money(view):
        assert money_behind(editor.plan, button.figure.goal) == amount_of(button)
    menu = view.menu_of(folded.goal)
    spy = QSignalSpy(view.node_requested)
    menu.actions()[2].trigger()
    assert spy.at(0)[0] == node_ids[2]
    assert menu.actions()[0].text() == "1.2.2 โครงการที่ 0: 100 baht"


def test_a_branch_without_money_in_a_year_is_not_in_the_menu_of_that_year(view, editor):
    approach = editor.plan.nodes[named(editor.plan, "Project heat")].parent_id
    node_ids = add_projects(editor, approach, [100] * 9)
    editor.edit("Edit", [SetValue(node_ids[8], "budget", "2569:loan", None, Decimal(1))])
    view.show_node(approach)
    view.refresh()
    for column in view.years.chart.columns[:2]:
        for button in column[1:]:
            assert money_behind(editor.plan, button.figure.goal) >= amount_of(button)
    second = view.years.chart.columns[1]
    assert [amount_of(button) for button in second] == [Decimal(1), Decimal(1)]


def test_a_bar_of_several_pops_a_menu_up_below_it(view, editor, qtbot):
    approach = editor.plan.nodes[named(editor.plan, "Project heat")].parent_id
    add_projects(editor, approach, [100] * 9)
    view.show_node(approach)
    view.refresh()
    view.activateWindow()
    last = buttons(view.years.legend)[-1]
    last.setFocus()
    for _time in range(2):
        last.click()
        menus = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
        assert len(menus) == 1
        assert len(menus[0].actions()) == 4
        menus[0].close()
        view.years.setFocus()
        last.clearFocus()


def test_agencies_beyond_the_largest_are_folded_and_nothing_is_lost(view, editor):
    register = next(node.id for node in editor.plan.walk() if node.kind == "agency_register")
    approach = editor.plan.nodes[named(editor.plan, "Project heat")].parent_id
    node_ids = add_projects(editor, approach, [10 * place for place in range(1, 12)])
    for place, node_id in enumerate(node_ids):
        agency = editing.add_node(editor, register, "agency")
        editing.set_text(editor, (agency, "name", "en"), f"Agency {place}")
        editor.edit("Edit", [SetValue(node_id, "lead_agencies", agency, None, "V")])
    view.refresh()
    lines = buttons(view.agencies.lines)
    assert len(lines) == MOST_LINES + 2
    assert lines[-2].figure.name == "5 others"
    assert lines[-1].figure.name == "No agency yet"
    assert lines[-1].figure.goal == RowFilter(agency_id=UNCHOSEN, role="lead_agencies")
    for button in lines:
        assert money_behind(editor.plan, button.figure.goal) == amount_of(button)


def test_what_is_left_of_a_single_agency_stands_for_itself(view, editor):
    register = next(node.id for node in editor.plan.walk() if node.kind == "agency_register")
    approach = editor.plan.nodes[named(editor.plan, "Project heat")].parent_id
    for place, node_id in enumerate(add_projects(editor, approach, [10] * (MOST_LINES - 1))):
        agency = editing.add_node(editor, register, "agency")
        editing.set_text(editor, (agency, "name", "en"), f"Agency {place}")
        editing.set_links(editor, node_id, "lead_agencies", (agency,))
    view.refresh()
    lines = buttons(view.agencies.lines)
    assert len(lines) == MOST_LINES + 2
    assert all(isinstance(line.figure.goal, RowFilter) for line in lines)
