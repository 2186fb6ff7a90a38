"""The table of the money: every step has its causes, every line leads to where it happened."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest

from success_desktop.domain.money_groups import GROUPINGS
from success_desktop.services.comparing import PRESENT, Compared, compare_points
from success_desktop.services.entering import enter_value
from tests.plans import named
from tests.ui.compare.money_pages import (
    add_projects,
    before,
    clock,
    edited,
    editor,
    lines,
    page,
    plan_path,
)

__all__ = ["before", "clock", "edited", "editor", "page", "plan_path"]


def test_the_table_lists_every_step_with_its_cause_and_ends_with_the_whole_plan(page, edited, editor):
    grant = editor.plan.template.sources["pao_grant"].en
    told = lines(page)
    assert [line[:4] for line in told] == [
        ["1.1.1 Project dredge", "2,200,000", "2,500,000", "+300,000"],
        ["1.1.2 Project gauge", "240,000", "", "-240,000"],
        ["1.1.2 Project map", "150,000", "150,000", "0"],
        ["The whole plan", "2,590,000", "2,650,000", "+60,000"],
    ]
    assert told[0][4] == f"1,200,000 → 1,500,000 · FY 2026 · {grant}"
    assert told[1][4] == "Deleted with its budget"
    assert told[2][4] == "2 edits"
    assert all(line[5].startswith("สมหญิง · 22 Nov 2026") for line in told[:3])
    assert told[3][5] == ""


def test_several_causes_of_a_step_are_lines_below_it(page, edited):
    assert lines(page, page.model.index(0, 0)) == []
    ordinance = edited.comparison.new.template.sources["ordinance"].en
    below = lines(page, page.model.index(2, 0))
    assert [line[:5] for line in below] == [
        ["Budget edited", "150,000", "", "-150,000", f"FY 2027 · {ordinance}"],
        ["Budget edited", "", "150,000", "+150,000", f"FY 2028 · {ordinance}"],
    ]
    assert page.table.isExpanded(page.model.index(2, 0))


def test_a_step_of_anything_else_says_which_project_it_was(page, edited):
    page.show_grouping("agency")
    told = {line[0]: line[4] for line in lines(page)}
    pair = "Engineering Division + Public Health Division"
    assert told[pair] == "1.1.2 Project gauge · Deleted with its budget"
    page.show_grouping("year")
    assert [line[0] for line in lines(page)][:2] == ["fiscal year 2025", "fiscal year 2026"]


def test_money_moved_within_a_group_is_a_step_of_nought_with_two_causes(page, edited):
    page.show_grouping("source")
    ordinance = edited.comparison.new.template.sources["ordinance"].en
    place = [line[0] for line in lines(page)].index(ordinance)
    below = lines(page, page.model.index(place, 0))
    assert [line[0] for line in below] == ["1.1.2 Project map"] * 2
    assert lines(page)[place][3] == "0"


def test_thousands_of_causes_are_not_all_laid_open(page, editor, before):
    add_projects(editor, 200)
    page.show_comparison(compare_points(editor, before, PRESENT))
    page.show_grouping("year")
    assert page.model.rowCount(page.model.index(0, 0)) == 200
    assert not page.table.isExpanded(page.model.index(0, 0))


def test_enter_on_a_line_leads_to_its_node(page, edited, editor):
    spy = QSignalSpy(page.node_requested)
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert spy.at(0)[0] == named(editor.plan, "Project dredge")
    below = page.model.index(1, 2, page.model.index(2, 0))
    page.table.activated.emit(below)
    assert spy.at(1)[0] == named(editor.plan, "Project map")


def test_what_is_no_more_or_is_no_single_node_leads_nowhere(page, edited):
    spy = QSignalSpy(page.node_requested)
    page.table.activated.emit(page.model.index(1, 0))
    page.table.activated.emit(page.model.index(3, 0))
    page.table.activated.emit(QModelIndex())
    assert spy.count() == 0


def test_a_strategy_with_several_causes_leads_to_the_strategy(page, edited, editor):
    page.show_grouping("strategy")
    spy = QSignalSpy(page.node_requested)
    page.table.activated.emit(page.model.index(0, 0))
    assert spy.at(0)[0] == named(editor.plan, "Water")


def test_the_last_column_tells_the_time_of_day_to_whoever_asks(page, edited):
    tip = page.model.index(0, 5).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("สมหญิง · 22 Nov 2026 ")
    assert tip != page.model.index(0, 5).data()
    assert page.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "1.1.1 Project dredge"
    assert page.model.index(3, 5).data(Qt.ItemDataRole.ToolTipRole) == ""


def test_amounts_stand_at_the_right_and_the_total_is_bold(page, edited):
    right = page.model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    left = page.model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert left & Qt.AlignmentFlag.AlignLeft
    assert page.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == right
    assert page.model.headerData(0, Qt.Orientation.Vertical) is None
    assert page.model.index(3, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert page.model.index(0, 0).data(Qt.ItemDataRole.FontRole) is None


def test_a_narrow_page_can_be_scrolled_instead_of_hiding_names(page, edited):
    page.resize(560, 660)
    assert page.table.columnWidth(0) >= 200
    assert page.table.columnWidth(4) >= 200
    assert page.table.horizontalScrollBar().maximum() > 0
    page.resize(1300, 660)
    assert page.table.horizontalScrollBar().maximum() == 0


def test_the_model_keeps_the_rules_of_models(page, edited):
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for by in GROUPINGS:
        page.show_grouping(by)
    page.show_comparison(None)
    assert tester.failureReportingMode() == QAbstractItemModelTester.FailureReportingMode.Fatal
    assert page.model.parent() is page
    assert not page.model.index(0, 0).isValid()


def test_edits_that_nobody_signed_have_an_empty_last_cell(page, edited, editor, before):
    nobody = compare_points(editor, before, before).authorship
    page.show_comparison(Compared(edited.comparison, nobody, before, PRESENT))
    assert {line[5] for line in lines(page)} == {""}


def test_what_is_looked_at_stays_while_the_plan_is_edited(page, editor, before):
    add_projects(editor, 60)
    page.show_comparison(compare_points(editor, before, PRESENT))
    page.table.setCurrentIndex(page.model.index(40, 0))
    page.table.scrollTo(page.model.index(59, 0))
    scrolled = page.table.verticalScrollBar().value()
    enter_value(editor, (named(editor.plan, "Project dredge"), "budget", "2572:loan"), "40,000")
    page.show_comparison(compare_points(editor, before, PRESENT))
    assert page.model.key(page.table.currentIndex().row()) == ("p40",)
    assert page.table.verticalScrollBar().value() == scrolled > 0
    page.show_grouping("year")
    assert page.table.verticalScrollBar().value() == 0


def test_a_step_closed_by_hand_stays_closed_and_one_opened_stays_open(page, edited, editor, before):
    page.table.collapse(page.model.index(2, 0))
    page.refresh()
    assert not page.table.isExpanded(page.model.index(2, 0))
    page.show_grouping("source")
    add_projects(editor, 200)
    page.show_comparison(compare_points(editor, before, PRESENT))
    rows = {line[0]: place for place, line in enumerate(lines(page))}
    assert page.table.isExpanded(
        page.model.index(rows[edited.comparison.new.template.sources["ordinance"].en], 0)
    )
    assert not page.table.isExpanded(page.model.index(rows["Loan"], 0))


def test_a_cause_in_focus_keeps_its_step_in_focus(page, edited):
    page.table.setCurrentIndex(page.model.index(1, 0, page.model.index(2, 0)))
    page.refresh()
    assert page.model.key(page.table.currentIndex().row()) == page.waterfall.steps[2].key
    assert page.model.key(99) is None
