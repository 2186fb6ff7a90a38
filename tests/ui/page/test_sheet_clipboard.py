"""Copying from the tables of a page and pasting into them."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from success_desktop.errors import UserError
from success_desktop.ui.page.sheet_model import REFUSED_ROLE
from success_desktop.ui.page.sheet_parts import SheetPart
from tests.ui.page.pages import table_below, texts

Key = Qt.Key


@pytest.fixture
def told(bridge) -> list[UserError]:
    """What the message bar has been asked to say."""
    said: list[UserError] = []
    bridge.refused.connect(said.append)
    return said


def select(part: SheetPart, first: tuple[int, int], last: tuple[int, int] | None = None) -> None:
    """Select a rectangle of cells; the first is the current one."""
    model, chosen = part.model, part.view.selectionModel()
    part.view.setCurrentIndex(model.index(*first))
    part.view.setFocus()
    cells = QItemSelection(model.index(*first), model.index(*(last or first)))
    chosen.select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def paste(part: SheetPart, text: str) -> None:
    """Press Ctrl+V with a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(part.view, QKeySequence(QKeySequence.StandardKey.Paste))


def copied(part: SheetPart) -> str:
    """Press Ctrl+C; what is on the clipboard then."""
    QTest.keySequence(part.view, QKeySequence(QKeySequence.StandardKey.Copy))
    return QGuiApplication.clipboard().text()


def test_a_block_is_copied_as_a_spreadsheet_wants_it(budget):
    select(budget, (0, 0), (1, 2))
    assert copied(budget).replace("\r\n", "\n") == (
        "เทศบัญญัติงบประมาณรายจ่าย\t500000\t500000\nเงินอุดหนุนจาก อบจ.\t\t1200000\n"
    )
    select(budget, (2, 6))
    assert copied(budget).strip() == "2200000"
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_a_block_from_excel_goes_in_as_one_step_of_undo(budget, editor, node, bridge):
    select(budget, (0, 3))
    paste(budget, "1.2 ล้าน\t\r\n๕๐๐\t99.50\r\n")
    assert texts(budget, 0)[3:5] == ["1,200,000", ""]
    assert texts(budget, 1)[3:5] == ["500", "99.50"]
    assert editor.undo_label == "Paste from Excel"
    bridge.undo()
    assert texts(budget, 1)[3:5] == ["", ""]
    assert (2571, "pao_grant") not in editor.plan.nodes[node("โครงการdredge")].yearly_money("budget")


def test_what_cannot_be_read_is_marked_in_its_cell_and_the_rest_goes_in(budget, editor, node):
    select(budget, (0, 1))
    paste(budget, "มาก\t600,000\r\n")
    assert budget.model.index(0, 1).data() == "มาก"
    assert budget.model.index(0, 1).data(REFUSED_ROLE)
    assert "มาก" in budget.sentence.text()
    amounts = editor.plan.nodes[node("โครงการdredge")].yearly_money("budget")
    assert (amounts[2568, "ordinance"], amounts[2569, "ordinance"]) == (500000, 600000)
    paste(budget, "400,000\t600,000\r\n")
    assert budget.model.index(0, 1).data() == "400,000"
    assert budget.sentence.isHidden()


def test_one_copied_cell_fills_the_cells_selected(budget):
    select(budget, (0, 3), (1, 5))
    paste(budget, "60,000")
    assert texts(budget, 0)[3:6] == texts(budget, 1)[3:6] == ["60,000"] * 3


def test_cells_without_a_place_are_told(budget, told, editor):
    select(budget, (0, 5))
    paste(budget, "1\t999\t5\r\n2\r\n3\r\n4\r\n")
    assert texts(budget, 0)[5] == "1"
    assert [error.sentence("en") for error in told] == ["4 pasted cells have no place in this table."]


def test_what_is_copied_can_be_pasted_back_with_its_sums(budget, told, editor):
    select(budget, (0, 0), (2, 6))
    text = copied(budget)
    before = editor.plan
    paste(budget, text)
    assert editor.plan is before
    assert told == []


def test_nothing_happens_without_cells_or_without_text(budget, editor):
    before = editor.plan
    budget.view.setCurrentIndex(budget.model.index(-1, -1))
    budget.view.selectionModel().clear()
    paste(budget, "1")
    QGuiApplication.clipboard().setText("เดิม")
    assert copied(budget) == "เดิม"
    select(budget, (0, 1))
    paste(budget, " \r\n")
    assert editor.plan is before


def test_delete_clears_all_cells_selected_as_one_step(budget, editor, bridge, node):
    select(budget, (0, 2), (1, 2))
    QTest.keyClick(budget.view, Key.Key_Delete)
    assert editor.plan.nodes[node("โครงการdredge")].yearly_money("budget") == {(2568, "ordinance"): 500000}
    assert editor.undo_label == "Clear cells"
    bridge.undo()
    assert texts(budget, 1)[2] == "1,200,000"
    select(budget, (0, 6))
    before = editor.plan
    QTest.keyClick(budget.view, Key.Key_Delete)
    assert editor.plan is before


def test_targets_of_indicators_are_pasted_year_by_year(page, node, editor):
    page.show_node(node("ชุมชนริมคลองปลอดภัย"))
    part = table_below(page)
    columns = [
        part.model.headerData(place, Qt.Orientation.Horizontal) for place in range(part.model.columnCount())
    ]
    select(part, (0, columns.index("2569")))
    paste(part, "120\t๙๐.๕\t-\t40\r\n")
    indicator = editor.plan.nodes[node("ครัวเรือนที่น้ำท่วมเกิน 3 วัน")]
    assert indicator.yearly_numbers("target") == {2568: 150, 2569: 120, 2570: Decimal("90.5"), 2572: 40}
