"""Copying from the grid and pasting into it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from success_desktop.services.editing import remove_node
from success_desktop.services.pasting_text import read_block
from tests.ui.table.pastes import cells, column, lines, pane, paste, project, select, speak_english

__all__ = ["cells", "speak_english"]


def test_a_paste_without_refusals_leaves_nothing_behind(table, cells, editor):
    select(cells, (2, "budget:2569"))
    paste(table, "5\t6\r\n")
    pane(table).accept_button.click()
    assert pane(table).isHidden()
    assert project(editor.plan, 2).yearly_money("budget")[2569, "ordinance"] == 5
    assert cells.grid.index(2, column(cells, "budget:2570")).data() == "6"


def test_one_value_goes_into_one_cell_at_once_and_is_marked_when_it_cannot_be_read(table, cells, editor):
    select(cells, (0, "budget:2568"))
    paste(table, "2.5 ล้าน\r\n")
    assert project(editor.plan, 0).yearly_money("budget")[2568, "ordinance"] == 2500000
    paste(table, "มาก")
    refused = cells.grid.refused_at(cells.currentIndex())
    assert refused is not None
    assert refused.typed == "มาก"
    assert pane(table).isHidden()


@pytest.mark.parametrize("sign", ["#REF!", "#########"])
def test_a_sign_of_the_spreadsheet_is_no_value_for_one_cell_either(table, cells, editor, refusals, sign):
    select(cells, (0, "name"))
    before = editor.plan
    paste(table, sign)
    assert editor.plan is before
    assert len(refusals) == 1


def test_one_value_does_not_go_where_nothing_can_be_typed(table, cells, editor, qtbot):
    select(cells, (0, "budget:total"))
    before = editor.plan
    with qtbot.waitSignal(cells.untypable):
        paste(table, "5")
    assert editor.plan is before


def test_one_value_fills_the_cells_selected(table, cells, editor):
    select(cells, (2, "budget:2568"), (3, "budget:2569"))
    paste(table, "60,000")
    assert pane(table).accept_button.text() == "Paste 4 cells"
    pane(table).accept_button.click()
    money = {(2568, "ordinance"): Decimal(60000), (2569, "ordinance"): Decimal(60000)}
    assert project(editor.plan, 3).yearly_money("budget") == money


def test_rows_below_the_last_become_projects_when_that_is_ticked(table, cells, editor):
    select(cells, (3, "name"))
    paste(table, "ก\r\nข\r\nค\r\n")
    shown = pane(table)
    assert shown.rows_box.isVisible()
    assert not shown.rows_box.isChecked()
    assert shown.rows_box.text() == "Add 2 rows to the plan"
    shown.rows_box.click()
    assert "2 new rows" in shown.summary.text()
    assert ["5", "", "", "ข", "Added as a new row"] in lines(shown)
    shown.accept_button.click()
    names = [node.text("name", "th") for node in editor.plan.walk() if node.kind == "project"]
    assert names == ["โครงการdredge", "โครงการgauge", "โครงการmap", "ก", "ข", "ค"]


def test_an_empty_clipboard_is_told(table, cells, editor, refusals):
    select(cells, (0, "name"))
    QGuiApplication.clipboard().clear()
    table.paste()
    paste(table, " \r\n")
    assert [error.sentence("en") for error in refusals] == ["There is no text on the clipboard to paste."] * 2


def test_a_table_of_word_is_pasted_from_its_html(table, cells):
    mime = QMimeData()
    mime.setText("ก\nข")
    mime.setHtml("<table><tr><td><p>ก</p></td><td>7</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(mime)
    select(cells, (0, "name"))
    table.paste()
    pane(table).over_choice.click()
    assert [line[3] for line in lines(pane(table))] == ["ก", "7"]


def test_what_is_copied_changes_nothing_when_it_is_pasted_back(table, cells, editor):
    select(cells, (0, "name"), (3, cells.grid.columns[-1].key))
    table.copy()
    assert "1700000" in QGuiApplication.clipboard().text()
    assert "1,700,000" in QGuiApplication.clipboard().mimeData().html()
    table.paste()
    shown = pane(table)
    assert shown.summary.text().startswith("0 cells change")
    assert "refused" not in shown.summary.text()
    assert not shown.accept_button.isEnabled()


def test_the_keys_of_a_spreadsheet_copy_and_paste(table, cells, editor):
    select(cells, (0, "name"))
    QTest.keySequence(cells, QKeySequence(QKeySequence.StandardKey.Copy))
    select(cells, (1, "name"), (2, "name"))
    QTest.keySequence(cells, QKeySequence(QKeySequence.StandardKey.Paste))
    assert pane(table).accept_button.text() == "Paste 2 cells"
    QTest.keyClick(pane(table).accept_button, Qt.Key.Key_Space)
    assert [project(editor.plan, row).text("name", "th") for row in range(3)] == ["โครงการdredge"] * 3


def test_a_paste_into_an_empty_grid_makes_projects(table, cells, editor):
    for place in (3, 2, 1, 0):
        remove_node(editor, project(editor.plan, place).id)
    paste(table, "ก\t1\r\nข\t2\r\n")
    shown = pane(table)
    assert shown.isVisible()
    assert shown.rows_box.isChecked()
    shown.accept_button.click()
    assert [project(editor.plan, row).text("name", "th") for row in range(2)] == ["ก", "ข"]


def test_cells_apart_are_copied_as_the_rows_and_columns_that_they_are_in(table, cells):
    model, chosen = cells.grid, cells.selectionModel()
    chosen.clear()
    for row in (0, 2):
        chosen.select(model.index(row, column(cells, "name")), QItemSelectionModel.SelectionFlag.Select)
    table.copy()
    assert read_block(QGuiApplication.clipboard().text()) == (("โครงการdredge",), ("โครงการmap",))


def test_nothing_is_copied_from_an_empty_grid(table, cells):
    cells.selectionModel().clear()
    QGuiApplication.clipboard().setText("เดิม")
    table.copy()
    assert QGuiApplication.clipboard().text() == "เดิม"


def test_what_was_refused_in_a_cell_gives_way_to_what_is_pasted_there(table, cells):
    select(cells, (0, "budget:2568"))
    paste(table, "มาก")
    select(cells, (0, "budget:2568"), (1, "budget:2568"))
    paste(table, "7")
    pane(table).accept_button.click()
    index = cells.grid.index(0, column(cells, "budget:2568"))
    assert cells.grid.refused_at(index) is None
    assert index.data() == "7"
