"""Adding a row: by Ctrl+Enter as everywhere in the window, and by the link below the table."""

import pytest
from PySide6.QtCore import Qt

from success_desktop.domain.row_filter import RowFilter
from tests.ui.page.keys import CTRL, is_taken
from tests.ui.table.grids import ALL, Grid

KEY = Qt.Key


@pytest.mark.parametrize("key", ["number", "name", "budget:2568"])
def test_ctrl_enter_adds_a_row_and_does_not_leave_the_table(grid: Grid, qtbot, key):
    grid.go(0, key)
    with qtbot.assertNotEmitted(grid.table.node_requested):
        grid.press(KEY.Key_Return, CTRL)
    assert grid.here() == (1, "name")
    assert grid.editor() is not None
    assert grid.names() == [ALL[0], "", *ALL[1:]]


@pytest.mark.parametrize("modifiers", [CTRL, CTRL | Qt.KeyboardModifier.KeypadModifier])
def test_ctrl_enter_while_typing_hands_the_cell_in_and_adds_a_row(grid: Grid, modifiers):
    grid.go(0, "budget:2571")
    grid.type("75")
    assert is_taken(grid.line(), KEY.Key_Enter, modifiers)
    grid.press(KEY.Key_Enter, modifiers)
    assert grid.text(0, "budget:2571") == "75"
    assert grid.here() == (1, "name")


def test_ctrl_shift_enter_is_left_to_the_window(grid: Grid):
    grid.go(0, "number")
    assert is_taken(grid.view, KEY.Key_Return, CTRL)
    assert not is_taken(grid.view, KEY.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)


def test_the_link_below_the_table_adds_a_row_and_names_its_kind(grid: Grid):
    link = grid.table.stage.foot.add
    assert link.isVisible()
    assert link.text() == "+ เพิ่มโครงการ"
    grid.go(1, "budget:2568")
    link.click()
    assert grid.here() == (2, "name")
    grid.type("สะพาน")
    grid.press(KEY.Key_Return)
    assert grid.names() == [*ALL[:2], "สะพาน", *ALL[2:]]


def test_the_link_adds_nothing_while_filters_hide_every_row(grid: Grid):
    grid.table.show_rows(RowFilter(text="nothing like it"))
    assert not grid.table.stage.foot.add.isVisible()
