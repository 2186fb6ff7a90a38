"""Whole rows from Excel become new projects unless the user wants them over those that are there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.table.grids import ALL, Grid
from tests.ui.table.pastes import cells, lines, pane, paste, paste_over, select, speak_english

__all__ = ["cells", "speak_english"]

ROWS = "ชื่อโครงการ\tงบประมาณ 2568\r\nสะพาน\t5\r\nถนน\t6\r\nศาลา\t7\r\n"


def test_rows_with_a_line_of_heads_are_added_and_no_row_is_overwritten(table, cells, editor, bridge):
    before, grid = editor.plan, Grid(table)
    select(cells, (2, "budget:2569"))
    paste(table, ROWS)
    shown = pane(table)
    assert shown.new_choice.isChecked()
    assert shown.new_choice.isVisible()
    assert shown.rows_box.isHidden()
    assert shown.summary.text() == "0 cells change · 3 new rows"
    assert [line[3] for line in lines(shown)] == ["สะพาน", "ถนน", "ศาลา"]
    assert shown.accept_button.hasFocus()
    QTest.keyClick(shown.accept_button, Qt.Key.Key_Return)
    assert sorted(grid.names()) == sorted([*ALL, "สะพาน", "ถนน", "ศาลา"])
    assert all(editor.plan.nodes[node_id] == node for node_id, node in before.nodes.items())
    assert grid.names()[grid.here()[0]] == "สะพาน"
    bridge.undo()
    assert editor.plan.nodes == before.nodes


def test_the_user_may_let_them_go_over_the_rows_that_are_there(table, cells):
    select(cells, (2, "name"))
    paste_over(table, ROWS)
    shown = pane(table)
    assert shown.over_choice.isChecked()
    assert shown.over_choice.text() == "Replace what is there, from row 3 on"
    assert shown.rows_box.isChecked()
    assert shown.summary.text() == "4 cells change · 1 new rows"
    QTest.keyClick(shown.over_choice, Qt.Key.Key_Return)
    assert set(ALL[:2]) | {"สะพาน", "ถนน", "ศาลา"} == set(Grid(table).names())


def test_the_choice_is_forgotten_with_the_paste(table, cells):
    select(cells, (2, "name"))
    paste_over(table, ROWS)
    pane(table).cancel_button.click()
    paste(table, ROWS)
    assert pane(table).new_choice.isChecked()
    pane(table).over_choice.click()
    pane(table).new_choice.click()
    assert pane(table).summary.text() == "0 cells change · 3 new rows"


@pytest.mark.parametrize("text", ["5\r\n6\r\n", "5\t6\r\n"])
def test_values_without_names_are_no_rows_and_there_is_nothing_to_choose(table, cells, text):
    select(cells, (0, "budget:2568"))
    paste(table, text)
    assert pane(table).new_choice.isHidden()
    assert pane(table).over_choice.isHidden()


def test_an_amount_typed_in_the_table_has_the_source_that_the_page_begins_with(grid: Grid, editor, node):
    grid.enter(3, "budget:2570", "75")
    first = next(iter(editor.plan.template.sources))
    assert editor.plan.nodes[node("Project heat")].yearly_money("budget") == {(2570, first): 75}
