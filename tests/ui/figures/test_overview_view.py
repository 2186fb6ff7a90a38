"""The overview: sums that agree with the rows behind them, for the plan or a part of it, in both languages."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from success_desktop.domain.checks_in_words import Topic, gather
from success_desktop.domain.edits import SetValue
from success_desktop.domain.row_filter import RowFilter, list_rows
from success_desktop.services import editing
from success_desktop.ui.qt_catalog import speak
from tests.findings import check_plan
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path
from tests.ui.figures.overviews import (
    amount_of,
    bridge,
    buttons,
    figures_with_money,
    money_behind,
    names,
    view,
)

__all__ = ["bridge", "clock", "editor", "plan_path", "view"]


@pytest.mark.parametrize("chosen", ["", "Water", "Safe canal communities"])
def test_every_figure_of_money_is_the_sum_of_the_rows_behind_it(view, editor, chosen):
    view.show_node(named(editor.plan, chosen) if chosen else "")
    view.refresh()
    shown = figures_with_money(view)
    assert len(shown) > 8
    for button in shown:
        goal = button.figure.goal
        assert money_behind(editor.plan, goal) == amount_of(button), button.figure


def test_a_click_on_a_bar_asks_for_its_rows(view, editor, qtbot):
    spy = QSignalSpy(view.rows_requested)
    qtbot.mouseClick(view.years.chart.columns[0][1], Qt.MouseButton.LeftButton)
    assert spy.at(0)[0] == RowFilter(under_id=named(editor.plan, "Water"), year_be=2568)
    qtbot.mouseClick(buttons(view.agencies.lines)[0], Qt.MouseButton.LeftButton)
    engineering = named(editor.plan, "Engineering Division")
    assert spy.at(1)[0] == RowFilter(agency_id=engineering, role="lead_agencies")


def test_there_is_a_column_for_every_year_even_without_money(view):
    heads = [column.head for column in view.figures.columns()]
    assert heads == [f"FY {year}" for year in range(2025, 2030)]
    assert view.figures.columns()[4].text == "–"


def test_money_outside_the_plan_has_its_column_too(view, editor):
    heat = named(editor.plan, "Project heat")
    editor.edit("Edit", [SetValue(heat, "budget", "2580:loan", None, Decimal(9_000_000))])
    view.findings.catch_up()
    view.refresh()
    assert view.figures.columns()[-1].head == "FY 2037"
    assert view.figures.columns()[-1].text == "9.0 M"


def test_the_choice_in_the_outline_decides_what_is_added_up(view, editor, qtbot):
    assert view.scope.text() == "The whole plan"
    view.show_node(named(editor.plan, "Safe canal communities"))
    qtbot.waitUntil(lambda: view.scope.text() == "1.1 Safe canal communities")
    keys = [button.figure.name for button in buttons(view.years.legend)]
    assert keys == ["Restore the canals", "(Development approach without a name)"]
    assert view.total.text() == "Project: 3 · 2,590,000 baht"


def test_what_holds_no_money_shows_the_whole_plan(view, editor, qtbot):
    view.show_node(named(editor.plan, "Safe canal communities"))
    qtbot.waitUntil(lambda: view.scope.text() != "The whole plan")
    view.show_node(named(editor.plan, "Engineering Division"))
    qtbot.waitUntil(lambda: view.scope.text() == "The whole plan")


def test_a_project_leaves_the_whole_plan_in_sight(view, editor):
    view.show_node(named(editor.plan, "Project dredge"))
    view.refresh()
    assert view.scope.text() == "The whole plan"
    assert view.whole_plan.isHidden()


def test_a_project_in_the_group_shown_stays_in_that_group_and_another_one_leaves_it(view, editor):
    view.show_node(named(editor.plan, "Safe canal communities"))
    view.refresh()
    view.show_node(named(editor.plan, "Project dredge"))
    view.refresh()
    assert view.scope.text() == "1.1 Safe canal communities"
    view.show_node(named(editor.plan, "Project heat"))
    view.refresh()
    assert view.scope.text() == "The whole plan"


def test_a_group_can_be_widened_to_the_whole_plan_until_another_is_chosen(view, editor, qtbot):
    goal = named(editor.plan, "Safe canal communities")
    view.show_node(goal)
    view.refresh()
    assert view.whole_plan.text() == "Show the whole plan"
    view.whole_plan.click()
    qtbot.waitUntil(lambda: view.scope.text() == "The whole plan")
    assert view.whole_plan.isHidden()
    view.show_node(goal)
    view.refresh()
    assert view.scope.text() == "The whole plan"
    view.show_node(named(editor.plan, "Restore the canals"))
    view.refresh()
    assert "Restore the canals" in view.scope.text()


def test_a_project_leads_to_its_page(view, editor):
    view.show_node(named(editor.plan, "Restore the canals"))
    view.refresh()
    spy, dredge = QSignalSpy(view.node_requested), named(editor.plan, "Project dredge")
    next(button for button in buttons(view.years.legend) if button.figure.goal == dredge).click()
    assert spy.at(0)[0] == dredge


def test_budgets_counted_twice_are_admitted(view, editor):
    assert "counts in full" in view.agencies.note.text()
    view.show_node(editor.plan.nodes[named(editor.plan, "Project map")].parent_id)
    view.refresh()
    assert view.agencies.note.isHidden()


def test_statuses_are_counted_and_lead_to_their_rows(view, editor):
    lines = {button.figure.name: button.figure for button in buttons(view.statuses.lines)}
    assert {name: figure.amount for name, figure in lines.items()} == {
        "In progress": "1",
        "No status yet": "3",
    }
    for figure in lines.values():
        assert isinstance(figure.goal, RowFilter)
        assert len(list_rows(editor.plan, "project", figure.goal)) == int(figure.amount)


def test_what_is_missing_is_counted_by_rule_and_leads_to_the_findings(view, editor):
    gathered = gather(editor.plan, check_plan(editor.plan))
    shown = {button.figure.goal: button.figure.amount for button in buttons(view.topics.lines)}
    assert shown == {topic: str(len(found)) for topic, found in gathered.items()}
    assert "Project: no lead agency yet" in names(view.topics.lines)
    spy = QSignalSpy(view.findings_requested)
    buttons(view.topics.lines)[0].click()
    assert isinstance(spy.at(0)[0], Topic)


def test_an_edit_is_seen_when_the_plan_rests(view, editor, qtbot):
    dredge = named(editor.plan, "Project dredge")
    editor.edit("Edit", [SetValue(dredge, "budget", "2570:loan", None, Decimal(10_000_000))])
    qtbot.waitUntil(lambda: view.total.text() == "Project: 4 · 12,590,000 baht")


def test_a_view_that_is_not_seen_reckons_nothing_until_it_is(view, editor, qtbot):
    view.hide()
    figures = view.figures
    editing.set_text(editor, (named(editor.plan, "Water"), "name", "en"), "Sea")
    with qtbot.waitSignal(view.findings.changed):
        pass
    assert view.figures is figures
    view.show()
    assert [button.figure.name for button in buttons(view.years.legend)] == ["1 Sea"]


def test_names_follow_the_page_and_words_the_interface(view, qtbot):
    view.set_language_mode("th")
    qtbot.waitUntil(lambda: buttons(view.years.legend)[0].figure.name == "1 น้ำ")
    assert view.heading.text() == "Overview"
    speak("th")
    qtbot.waitUntil(lambda: view.heading.text() == "ภาพรวม")
    assert view.figures.columns()[0].head == "ปีงบฯ 2568"
    assert view.figures.columns()[0].text == "0.7 ล้าน"
    assert view.years.legend.columns[0][0].key.mark == "ก"


def test_a_plan_without_projects_says_what_will_be_here_and_where_to_begin(view, editor, qtbot):
    editing.remove_node(editor, named(editor.plan, "Water"))
    view.refresh()
    assert view.years.chart.isHidden()
    assert view.years.legend.isHidden()
    assert "added up here" in view.years.empty.text()
    assert view.agencies.isHidden()
    assert view.sources.isHidden()
    assert view.statuses.isHidden()
    assert not view.start.isHidden()
    spy = QSignalSpy(view.node_requested)
    view.start.click()
    assert spy.at(0)[0] == editor.plan.root_id


def test_without_money_the_findings_are_still_counted(view, editor):
    heat = named(editor.plan, "Project heat")
    view.show_node(editor.plan.nodes[heat].parent_id)
    view.refresh()
    assert view.years.chart.isHidden()
    assert not view.years.empty.isHidden()
    assert "Project: no budget yet" in names(view.topics.lines)
    assert view.start.isHidden()


def test_a_closed_plan_is_left_alone(view, bridge, qtbot):
    bridge.release()
    view.refresh()
    view.start.click()
    assert view.figures is not None
