"""Typing into cells: nothing typed is lost, nothing is guessed, one entry is one step of undo."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from success_desktop.domain.row_filter import RowFilter
from success_desktop.services.editing import set_part
from success_desktop.ui.table.cell_editors import LineCell, TextCell
from success_desktop.ui.table.grid_model import REFUSED_ROLE
from tests.ui.page.keys import CTRL, SHIFT
from tests.ui.table.grids import Grid

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1.2 ล้าน", "1,200,000"),
        ("๑๒๐๐๐๐", "120,000"),
        ("5 แสนบาท", "500,000"),
        ("0", "0"),
    ],
)
def test_money_is_understood_as_planners_type_it(grid: Grid, typed, shown):
    grid.enter(3, "budget:2570", typed)
    assert grid.text(3, "budget:2570") == shown
    assert grid.text(3, "budget:total") == shown


@pytest.mark.parametrize("typed", ["-", " "])
def test_a_dash_or_a_blank_means_no_money(grid: Grid, editor, node, typed):
    grid.enter(1, "budget:2568", typed)
    assert grid.text(1, "budget:2568") == ""
    assert editor.plan.nodes[node("Project gauge")].parts("budget") == {}


def test_typing_replaces_what_the_cell_holds(grid: Grid):
    grid.go(0, "budget:2568")
    grid.type("75")
    assert isinstance(grid.editor(), LineCell)
    assert grid.typed() == "75"
    grid.press(KEY.Key_Return)
    assert grid.text(0, "budget:2568") == "75"


def test_f2_edits_what_the_cell_holds(grid: Grid):
    grid.go(0, "budget:2568")
    grid.press(KEY.Key_F2)
    assert grid.typed() == "500,000"


def test_enter_edits_and_enter_goes_down(grid: Grid):
    grid.go(0, "budget:2568")
    grid.press(KEY.Key_Return)
    assert grid.editor() is not None
    grid.press(KEY.Key_Return)
    assert grid.editor() is None
    assert grid.here() == (1, "budget:2568")


def test_shift_enter_goes_up_tab_right_and_shift_tab_left(grid: Grid):
    grid.go(2, "budget:2568")
    grid.type("1")
    grid.press(KEY.Key_Return, SHIFT)
    assert grid.here() == (1, "budget:2568")
    grid.type("2")
    grid.press(KEY.Key_Tab)
    assert grid.here() == (1, "budget:2569")
    grid.type("3")
    grid.press(KEY.Key_Backtab, SHIFT)
    assert grid.here() == (1, "budget:2568")
    assert grid.texts("budget:2568")[1:3] == ["2", "1"]
    assert grid.text(1, "budget:2569") == "3"


def test_enter_in_the_last_row_stays_there(grid: Grid):
    grid.enter(3, "budget:2568", "5")
    assert grid.here() == (3, "budget:2568")


def test_escape_drops_what_was_typed(grid: Grid, edits):
    grid.go(0, "budget:2568")
    grid.type("99")
    grid.press(KEY.Key_Escape)
    assert grid.editor() is None
    assert grid.text(0, "budget:2568") == "500,000"
    assert edits == []


def test_looking_into_a_cell_makes_no_edit(grid: Grid, edits):
    for key in ("name", "budget:2568", "lead_agencies"):
        grid.go(0, key)
        grid.press(KEY.Key_F2)
        grid.press(KEY.Key_Return)
    assert edits == []


def test_an_entry_is_one_step_of_undo(grid: Grid, bridge):
    grid.enter(0, "budget:2568", "75")
    bridge.undo()
    assert grid.text(0, "budget:2568") == "500,000"
    bridge.redo()
    assert grid.text(0, "budget:2568") == "75"


def test_money_goes_to_the_source_that_the_row_has(grid: Grid, editor, node):
    grid.enter(1, "budget:2570", "10")
    assert editor.plan.nodes[node("Project gauge")].parts("budget")["2570:codi"] == Decimal(10)


def test_a_refused_entry_stays_in_its_cell_with_its_sentence_below(grid: Grid, edits):
    grid.go(0, "budget:2568")
    grid.type("สองแสน")
    grid.press(KEY.Key_Tab)
    assert grid.text(0, "budget:2568") == "สองแสน"
    assert grid.index(0, "budget:2568").data(REFUSED_ROLE) is True
    assert grid.here() == (0, "budget:2568")
    assert "สองแสน" in grid.said()
    assert edits == []


def test_a_refused_entry_is_mended_where_it_stands(grid: Grid):
    grid.enter(0, "budget:2568", "สองแสน")
    grid.press(KEY.Key_F2)
    assert grid.typed() == "สองแสน"
    grid.line().setText("200000")
    grid.press(KEY.Key_Return)
    assert grid.text(0, "budget:2568") == "200,000"
    assert "Enter" in grid.said()
    assert grid.index(0, "budget:2568").data(REFUSED_ROLE) is False


def test_escape_lets_go_of_a_refused_entry(grid: Grid):
    grid.enter(0, "budget:2568", "abc")
    grid.press(KEY.Key_Escape)
    assert grid.text(0, "budget:2568") == "500,000"
    assert "Enter" in grid.said()


def test_a_refused_entry_survives_an_edit_elsewhere_and_a_walk_around(grid: Grid, editor, node):
    grid.enter(0, "budget:2568", "abc")
    set_part(editor, (node("Project map"), "status", ""), "completed")
    grid.go(2, "name")
    assert grid.text(0, "budget:2568") == "abc"
    assert "abc" in grid.said()


def test_a_year_of_several_sources_shows_the_sum_and_says_why_it_is_not_typed_into(grid: Grid, edits):
    grid.go(0, "budget:2569")
    assert grid.text(0, "budget:2569") == "1,700,000"
    grid.type("5")
    assert grid.editor() is None
    assert "1,200,000" in grid.said()
    assert not grid.table.stage.foot.link.isHidden()
    assert edits == []


def test_the_sentence_about_several_sources_leads_to_the_page(grid: Grid, node, qtbot):
    grid.go(0, "budget:2569")
    grid.press(KEY.Key_F2)
    with qtbot.waitSignal(grid.table.node_requested) as asked:
        grid.table.stage.foot.link.click()
    assert asked.args == [node("Project dredge")]


def test_a_total_says_that_it_is_worked_out(grid: Grid):
    grid.go(0, "budget:total")
    grid.type("5")
    assert "คำนวณ" in grid.said()


def test_a_sum_tells_its_sources_beside_it(grid: Grid):
    tip = grid.index(0, "budget:2569").data(Qt.ItemDataRole.ToolTipRole)
    assert "เทศบัญญัติงบประมาณรายจ่าย: 500,000" in tip
    assert "1,200,000" in tip


def test_delete_clears_the_cells_selected_in_one_step(grid: Grid, bridge):
    grid.select((0, "budget:2568"), (1, "budget:2568"), (0, "lead_agencies"))
    grid.press(KEY.Key_Delete)
    assert grid.texts("budget:2568")[:2] == ["", ""]
    assert grid.text(0, "lead_agencies") == ""
    bridge.undo()
    assert grid.texts("budget:2568")[:2] == ["500,000", "240,000"]
    assert grid.text(0, "lead_agencies") == "กองช่าง"


def test_delete_blanks_a_year_with_all_its_sources(grid: Grid):
    grid.go(0, "budget:2569")
    grid.press(KEY.Key_Delete)
    assert grid.text(0, "budget:2569") == ""
    assert grid.text(0, "budget:total") == "500,000"


def test_backspace_lets_go_of_a_refused_entry_too(grid: Grid):
    grid.enter(3, "budget:2568", "abc")
    grid.press(KEY.Key_Backspace)
    assert grid.text(3, "budget:2568") == ""


def test_what_is_being_typed_is_handed_in_before_the_plan_is_saved(grid: Grid, bridge):
    grid.go(3, "budget:2568")
    grid.type("75")
    bridge.leaving.emit()
    assert grid.editor() is None
    assert grid.text(3, "budget:2568") == "75"


def test_typing_survives_an_edit_elsewhere(grid: Grid, editor, node):
    grid.go(3, "budget:2568")
    grid.type("75")
    set_part(editor, (node("Project heat"), "status", ""), "completed")
    assert grid.typed() == "75"


def test_an_input_method_begins_to_type(grid: Grid):
    grid.go(3, "name")
    event = QInputMethodEvent()
    event.setCommitString("ก")
    QApplication.sendEvent(grid.view, event)
    assert grid.typed() == "ก"


@pytest.mark.parametrize("key", ["name", "lead_agencies", "budget:2568"])
def test_an_input_method_that_brings_no_letters_changes_nothing(grid: Grid, key):
    grid.go(0, key)
    before = grid.text(0, key)
    QApplication.sendEvent(grid.view, QInputMethodEvent())
    assert grid.editor() is None
    grid.table.commit_pending()
    assert grid.text(0, key) == before


def test_control_with_a_letter_types_nothing(grid: Grid):
    grid.go(3, "name")
    grid.press(KEY.Key_K, CTRL)
    assert grid.editor() is None


def test_a_double_click_edits(grid: Grid):
    grid.view.doubleClicked.emit(grid.index(3, "name"))
    assert isinstance(grid.editor(), TextCell)


def test_tab_goes_from_cell_to_cell_and_leaves_at_the_end(grid: Grid):
    grid.go(0, "name")
    grid.press(KEY.Key_Tab)
    assert grid.here() == (0, "budget:2568")
    grid.go(3, "findings")
    grid.press(KEY.Key_Tab)
    assert grid.here() == (3, "findings")
    assert not grid.view.hasFocus()


def test_a_refusal_in_a_row_that_is_hidden_is_not_told(grid: Grid, node):
    grid.enter(3, "budget:2568", "abc")
    grid.table.show_node(node("Restore the canals"))
    grid.go(0, "name")
    assert "abc" not in grid.said()
    grid.table.show_node(node("Water"))
    grid.go(0, "name")
    assert "abc" in grid.said()


def test_undo_brings_what_it_changes_into_sight(grid: Grid, bridge):
    grid.enter(3, "budget:2568", "75")
    grid.go(0, "name")
    bridge.undo()
    assert grid.here() == (3, "name")


@pytest.mark.parametrize("row", [0, 1])
def test_what_is_typed_stays_in_sight_in_a_table_of_few_rows(grid: Grid, row: int):
    grid.table.show_rows(RowFilter(text="ge"))
    assert len(grid.model.rows) == 2
    grid.go(row, "name")
    grid.press(Qt.Key.Key_F2)
    editor = grid.editor()
    assert isinstance(editor, TextCell)
    assert editor.y() >= 0
