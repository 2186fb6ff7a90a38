"""Typing into the tables of a page."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from success_desktop.services import editing
from success_desktop.services.entering import enter_value
from success_desktop.ui.page.sheet import Sheet
from success_desktop.ui.page.sheet_model import REFUSED_ROLE, SheetModel
from success_desktop.ui.page.sheet_parts import ChildrenPart, SheetPart, YearlyPart
from success_desktop.ui.schemes import CONTRAST, LIGHT
from success_desktop.ui.theme import use_theme
from tests.ui.page.keys import press, type_text
from tests.ui.page.pages import cell_line, enter, form_of, texts

Key = Qt.Key
ROLE = Qt.ItemDataRole


@pytest.fixture
def indicators(page, node) -> ChildrenPart:
    """The indicators of the first goal."""
    page.show_node(node("ชุมชนริมคลองปลอดภัย"))
    part = form_of(page).below[0]
    assert isinstance(part, ChildrenPart)
    return part


# --- money --------------------------------------------------------------------------------------------------


def test_an_amount_is_typed_over_the_cell_and_the_sums_follow(budget, editor, node, qtbot):
    enter(budget, (0, 3), "1.2 ล้าน", qtbot)
    assert texts(budget, 0)[1:] == ["500,000", "500,000", "1,200,000", "", "", "2,200,000"]
    assert texts(budget, 2)[1:] == ["500,000", "1,700,000", "1,200,000", "-", "-", "3,400,000"]
    amounts = editor.plan.nodes[node("โครงการdredge")].yearly_money("budget")
    assert amounts[2570, "ordinance"] == 1200000


def test_a_refused_amount_keeps_the_typed_text_in_place(budget, editor, node, qtbot, edits):
    enter(budget, (0, 3), "สามแสนกว่า", qtbot)
    index = budget.model.index(0, 3)
    assert index.data() == "สามแสนกว่า"
    assert index.data(ROLE.EditRole) == "สามแสนกว่า"
    assert index.data(REFUSED_ROLE) is True
    assert "สามแสนกว่า" in budget.sentence.text()
    assert budget.sentence.isVisible()
    assert index.data(ROLE.ToolTipRole) == budget.sentence.text()
    assert edits == []


def test_a_refused_amount_can_be_mended(budget, qtbot):
    enter(budget, (0, 3), "สามแสนกว่า", qtbot)
    enter(budget, (0, 3), "3 แสน", qtbot)
    assert budget.model.index(0, 3).data() == "300,000"
    assert not budget.sentence.isVisible()


def test_a_refused_amount_is_forgotten_when_it_is_cleared(budget, qtbot):
    enter(budget, (0, 3), "x", qtbot)
    press(budget.view, Key.Key_Delete)
    assert budget.model.index(0, 3).data() == ""
    assert budget.model.refusals() == []


def test_escape_lets_go_of_a_refused_amount(budget, qtbot):
    enter(budget, (0, 1), "แสนห้า", qtbot)
    press(budget.view, Key.Key_Escape)
    assert texts(budget, 0)[1] == "500,000"
    assert not budget.sentence.isVisible()
    press(budget.view, Key.Key_Escape)
    assert texts(budget, 0)[1] == "500,000"


def test_refused_and_summed_cells_paint(budget, qtbot):
    plain = budget.view.grab().toImage()
    enter(budget, (0, 3), "x", qtbot)
    marked = budget.view.grab().toImage()
    rect = budget.view.visualRect(budget.model.index(0, 3))
    header = budget.view.horizontalHeader().height()
    corner = (rect.left() + 3, rect.top() + header + 4)
    assert plain.pixelColor(*corner) != marked.pixelColor(*corner)


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_blanks_a_cell(budget, editor, node, key):
    budget.view.setCurrentIndex(budget.model.index(0, 1))
    press(budget.view, key)
    assert (2568, "ordinance") not in editor.plan.nodes[node("โครงการdredge")].yearly_money("budget")


def test_sums_cannot_be_typed_over(budget, edits):
    last = budget.model.index(budget.model.rowCount() - 1, 1)
    assert not last.flags() & Qt.ItemFlag.ItemIsEditable
    assert not budget.model.setData(last, "1")
    assert edits == []


def test_the_same_amount_again_makes_no_edit(budget, edits):
    assert not budget.model.setData(budget.model.index(0, 1), "500,000")
    assert not budget.model.setData(budget.model.index(0, 1), "1", ROLE.DisplayRole)
    assert edits == []


def test_typing_in_a_cell_is_handed_in_before_saving(budget, page, editor, node):
    index = budget.model.index(0, 3)
    budget.view.setFocus()
    budget.view.setCurrentIndex(index)
    type_text(budget.view, "7")
    page.commit_pending()
    assert editor.plan.nodes[node("โครงการdredge")].yearly_money("budget")[2570, "ordinance"] == 7
    assert index.data() == "7"


def test_enter_opens_the_cell_with_its_amount(budget):
    budget.view.setCurrentIndex(budget.model.index(0, 1))
    press(budget.view, Key.Key_Return)
    line = cell_line(budget)
    assert line.text() == "500,000"
    assert "2568" in line.accessibleName()


def test_cells_say_their_row_column_and_amount(budget):
    assert budget.model.index(0, 1).data(ROLE.AccessibleTextRole) == "เทศบัญญัติงบประมาณรายจ่าย 2568 500,000"


def test_a_source_can_be_added_and_stays_without_money(budget, editor, node):
    budget.menu.aboutToShow.emit()
    offered = [action.text() for action in budget.menu.actions()]
    assert "เงินกู้" in offered
    assert "เทศบัญญัติงบประมาณรายจ่าย" not in offered
    budget.menu.actions()[offered.index("เงินกู้")].trigger()
    assert texts(budget, 2)[0] == "เงินกู้"
    assert budget.view.currentIndex() == budget.model.index(2, 1)
    editing.set_text(editor, (node("โครงการdredge"), "note", "th"), "x")
    assert texts(budget, 2)[0] == "เงินกู้"


def test_an_added_source_without_money_is_gone_in_the_next_project(budget, page, node):
    budget.add_source("loan")
    page.show_node(node("โครงการgauge"))
    assert [texts(budget, row)[0] for row in range(budget.model.rowCount() - 1)] == [
        "สถาบันพัฒนาองค์กรชุมชน (พอช.)"
    ]


def test_an_amount_changed_elsewhere_shows_at_once(budget, editor, node):
    editing.set_part(editor, (node("โครงการdredge"), "budget", "2568:ordinance"), Decimal(9))
    assert texts(budget, 0)[1] == "9"


def test_columns_are_wide_enough_for_their_numbers(budget):
    QApplication.processEvents()
    metrics = budget.view.fontMetrics()
    for column, text in enumerate(texts(budget, 2)):
        assert budget.view.columnWidth(column) > metrics.horizontalAdvance(text)


@pytest.mark.parametrize("schemes", [(LIGHT,), (CONTRAST,), (LIGHT, CONTRAST), (CONTRAST, LIGHT)])
def test_the_table_shows_all_of_its_rows_in_every_scheme(budget, qapp, schemes):
    try:
        for scheme in schemes:
            use_theme(qapp, scheme)
            QApplication.processEvents()
        last = budget.view.visualRect(budget.model.index(budget.model.rowCount() - 1, 0))
        assert last.bottom() < budget.view.viewport().height()
        assert budget.view.verticalScrollBar().maximum() == 0
    finally:
        use_theme(qapp, LIGHT)


def test_tab_walks_the_cells_and_leaves_behind_the_last(budget):
    view = budget.view
    view.setFocus()
    view.setCurrentIndex(budget.model.index(0, 0))
    press(view, Key.Key_Tab)
    assert view.currentIndex() == budget.model.index(0, 1)
    view.setCurrentIndex(budget.model.index(budget.model.rowCount() - 1, budget.model.columnCount() - 1))
    press(view, Key.Key_Tab)
    assert not view.hasFocus()
    view.setFocus()
    view.setCurrentIndex(budget.model.index(0, 0))
    press(view, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert not view.hasFocus()


# --- yearly values ------------------------------------------------------------------------------------------


def test_yearly_values_are_typed_into_their_years(page, editor, node, qtbot):
    indicator = node("ครัวเรือนที่น้ำท่วมเกิน 3 วัน")
    page.show_node(indicator)
    part = form_of(page).fields["target"]
    assert isinstance(part, YearlyPart)
    enter(part, (0, 2), "๙๐", qtbot)
    assert editor.plan.nodes[indicator].yearly_numbers("target")[2570] == 90
    assert texts(part, 0) == ["150", "", "90", "", "40"]


# --- the model ----------------------------------------------------------------------------------------------


def test_qt_finds_no_fault_with_the_model(page, budget):
    model = SheetModel(page.context, page)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.show(budget.model.sheet)
    assert not model.show(budget.model.sheet)
    assert model.show(Sheet((), ()))
    assert not model.show(Sheet((), ()))
    assert model.headerData(3, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount(QModelIndex()) == 0
    assert tester.model() is model
    tester.deleteLater()
    QApplication.sendPostedEvents(tester, QEvent.Type.DeferredDelete)


def test_an_entry_mended_elsewhere_is_no_longer_marked(budget, page, editor, node, qtbot):
    enter(budget, (0, 3), "x", qtbot)
    place = budget.model.cell(budget.model.index(0, 3)).place
    enter_value(editor, place, "5")
    page.context.enter(place, "6")
    assert budget.model.refusals() == []
    assert texts(budget, 0)[3] == "6"


def test_a_table_must_say_what_it_shows(page, node):
    page.show_node(node("โครงการgauge"))
    part = SheetPart(page.context, "x")
    with pytest.raises(NotImplementedError):
        part.show_node(node("โครงการgauge"))


@pytest.mark.parametrize("column", [1, 3, 5])
def test_a_sum_in_words_is_seen_whole_while_it_is_typed_into_a_narrow_cell(budget, column):
    view, typed = budget.view, "1.25 ล้านบาท"
    view.setFocus()
    view.setCurrentIndex(budget.model.index(0, column))
    type_text(view, typed[0])
    line = cell_line(budget)
    type_text(line, typed[1:])
    assert line.contentsRect().width() > line.fontMetrics().horizontalAdvance(typed)
    assert view.viewport().rect().contains(line.geometry())
