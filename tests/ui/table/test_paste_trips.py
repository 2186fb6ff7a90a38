"""Pastes end to end where rows are not in the order of the outline, or not all in sight."""

from decimal import Decimal

from PySide6.QtGui import QGuiApplication

from success_desktop.services.editing import set_part
from tests.ui.table.grids import ALL, Grid, choose
from tests.ui.table.pastes import pane, paste, paste_over


def sort_down(grid: Grid, key: str) -> None:
    """Sort by a column, the largest first, as two presses on its head do."""
    for _press in range(2):
        grid.view.head.sectionClicked.emit(grid.model.column_of(key))


def money(grid: Grid, name: str, year_be: int) -> Decimal:
    """The baht of a project in a year."""
    plan = grid.table.contents.plan
    node = next(node for node in plan.nodes.values() if node.text("name", "th") == name)
    return sum(
        (baht for (year, _), baht in node.yearly_money("budget").items() if year == year_be), Decimal(0)
    )


def test_a_block_goes_into_the_rows_as_they_stand_when_they_are_sorted(grid: Grid):
    sort_down(grid, "name")
    names = grid.names()
    assert names != ALL
    grid.go(0, "budget:2571")
    paste(grid.table, "11\r\n12\r\n13\r\n14\r\n")
    pane(grid.table).accept_button.click()
    assert [money(grid, name, 2571) for name in names] == [11, 12, 13, 14]
    assert grid.names() == names


def test_a_block_passes_by_rows_that_a_filter_hides(grid: Grid):
    choose(grid, "status", "-")
    assert grid.names() == ALL[1:]
    grid.go(0, "budget:2571")
    paste(grid.table, "11\r\n12\r\n13\r\n")
    pane(grid.table).accept_button.click()
    assert [money(grid, name, 2571) for name in ALL] == [0, 11, 12, 13]


def test_rows_sorted_while_the_preview_is_open_change_nothing_of_what_it_shows(grid: Grid):
    grid.go(0, "budget:2571")
    paste(grid.table, "11\r\n12\r\n")
    sort_down(grid, "name")
    pane(grid.table).accept_button.click()
    assert [money(grid, name, 2571) for name in ALL] == [11, 12, 0, 0]


def test_new_rows_pasted_under_a_filter_are_seen_and_go_again_by_undo(grid: Grid, bridge, editor):
    before = editor.plan.nodes
    choose(grid, "year", 2568)
    sort_down(grid, "budget:2568")
    names = grid.names()
    grid.go(1, "name")
    paste_over(grid.table, "หนึ่ง\t5\r\nสอง\t6\r\nสาม\t\r\n")
    pane(grid.table).accept_button.click()
    assert grid.names() == [names[0], "หนึ่ง", "สอง", "สาม"]
    bridge.undo()
    assert grid.names() == names
    assert editor.plan.nodes == before


def test_cutting_and_pasting_a_year_of_several_sources_loses_no_baht_silently(grid: Grid, bridge):
    grid.go(0, "budget:2569")
    assert grid.text(0, "budget:2569") == "1,700,000"
    grid.table.cut()
    assert grid.text(0, "budget:2569") == ""
    assert "1700000" in QGuiApplication.clipboard().text()
    bridge.undo()
    assert grid.text(0, "budget:2569") == "1,700,000"


def test_a_preview_follows_an_edit_made_elsewhere(grid: Grid, editor, node, qtbot):
    grid.go(0, "budget:2571")
    paste(grid.table, "11\r\n12\r\n")
    set_part(editor, (node("Project dredge"), "budget", "2571:codi"), Decimal(11))
    qtbot.waitUntil(lambda: pane(grid.table).rows.rowCount() == 1)
    pane(grid.table).accept_button.click()
    assert [money(grid, name, 2571) for name in ALL[:2]] == [11, 12]
