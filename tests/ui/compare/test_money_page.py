"""The money page: figure and table tell the same sums, for any grouping, language and size of plan."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from success_desktop.domain.money_groups import GROUPINGS
from success_desktop.services.comparing import PRESENT, compare_points
from success_desktop.services.entering import enter_value
from success_desktop.ui.qt_catalog import speak
from tests.plans import named
from tests.ui.acting import accessible_parts
from tests.ui.compare.money_pages import (
    add_projects,
    bars,
    before,
    clock,
    edited,
    editor,
    lines,
    marked_rows,
    page,
    plan_path,
)

__all__ = ["before", "clock", "edited", "editor", "page", "plan_path"]


def test_before_two_revisions_are_chosen_the_page_says_what_will_be_here(page):
    assert page.empty.isVisible()
    assert "Choose two revisions" in page.empty.text()
    assert not page.chart.isVisible()
    assert not page.table.isVisible()
    assert page.sum.text() == ""


def test_where_the_money_is_the_same_the_page_says_so(page, editor, before):
    page.show_comparison(compare_points(editor, before, PRESENT))
    assert page.sum.text() == "Budget: 2,590,000 baht in both"
    for by in GROUPINGS:
        page.show_grouping(by)
        assert page.empty.isVisible()
        assert "the same in both" in page.empty.text()
        assert not page.table.isVisible()


def test_the_sum_says_from_what_to_what(page, edited):
    assert page.sum.text() == "Budget: 2,590,000 → 2,650,000 baht (+60,000)"
    assert not page.empty.isVisible()


def test_the_figure_stands_between_the_names_of_the_two_points(page, edited):
    assert bars(page) == [
        "Draft 2: 2,590,000 baht",
        "1.1.1 Project dredge: +300,000 baht",
        "1.1.2 Project gauge: -240,000 baht",
        "Present: 2,650,000 baht",
    ]


@pytest.mark.parametrize("by", GROUPINGS)
def test_figure_and_table_add_up_to_the_same_by_any_grouping(page, edited, by):
    page.show_grouping(by)
    differences = [Decimal(line[3].replace(",", "")) for line in lines(page)]
    assert sum(differences[:-1]) == differences[-1] == Decimal(60_000)
    steps = [button.placed for column in page.chart.columns for button in column][1:-1]
    assert sum(one.bar.baht for one in steps) == Decimal(60_000)
    assert page.chooser.button(by).isChecked()


def test_choosing_a_grouping_with_the_mouse_shows_it(page, edited, qtbot):
    qtbot.mouseClick(page.chooser.button("year"), Qt.MouseButton.LeftButton)
    assert page.waterfall.by == "year"
    assert lines(page)[0][0] == "fiscal year 2025"


def test_a_bar_marks_its_line_and_a_total_the_last_one(page, edited):
    page.chart.columns[2][0].click()
    assert marked_rows(page) == [1]
    assert page.table.currentIndex().row() == 1
    page.chart.columns[0][0].click()
    assert marked_rows(page) == [3]


def test_small_steps_are_one_bar_that_marks_all_their_lines(page, editor, before):
    add_projects(editor, 200)
    page.show_comparison(compare_points(editor, before, PRESENT))
    assert len(lines(page)) == 201
    others = page.chart.columns[-2][0]
    assert len(page.chart.columns) <= 12
    assert others.figure.name == f"{len(others.placed.places)} others"
    others.click()
    assert marked_rows(page) == list(others.placed.places)


def test_the_note_says_what_the_zigzag_means_and_that_shared_money_counts_once(page, edited):
    assert page.chart.is_broken
    assert "does not begin at 0" in page.note.text()
    assert "counts twice" not in page.note.text()
    page.show_grouping("agency")
    assert "nothing counts twice" in page.note.text()


def test_names_follow_the_language_and_words_the_interface(page, edited):
    page.set_language("th")
    assert lines(page)[0][0] == "1.1.1 โครงการdredge"
    assert lines(page)[-1][0] == "The whole plan"
    speak("th")
    assert lines(page)[-1][0] == "ทั้งแผน"
    assert page.chooser.button("year").text() == "ปีงบประมาณ"


def test_the_page_reckons_only_while_it_is_seen(page, edited, editor, before):
    page.hide()
    enter_value(editor, (named(editor.plan, "Project dredge"), "budget", "2572:loan"), "40,000")
    page.show_comparison(compare_points(editor, before, PRESENT))
    assert page.waterfall.baht == Decimal(60_000)
    page.show()
    assert page.waterfall.baht == Decimal(100_000)
    page.show_comparison(None)
    assert page.waterfall is None
    assert page.model.rowCount() == 0


def test_the_whole_page_can_be_heard(page, edited):
    parts = list(accessible_parts(page))
    names = {part.text(QAccessible.Text.Name) for part in parts}
    assert "Budget, step by step (million baht)" in names
    assert "Steps of the budget with their causes" in names
    index = page.model.index(0, 0)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith(
        "Project: 1.1.1 Project dredge, Before (baht): 2,200,000, After (baht): 2,500,000"
    )
    assert page.model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Difference (baht): +300,000"


def test_the_words_fit_the_page_and_no_label_is_cut(page, edited):
    for label in page.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width()
