"""What is done to rows: adding, deleting, opening; the menu of a cell; and what is said when there are no rows."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from success_desktop.domain.row_filter import RowFilter
from success_desktop.i18n import use_language
from success_desktop.services.editing import add_node, remove_node, set_text
from success_desktop.ui.table.grid_model import TONE_ROLE
from tests.ui.page.keys import NONE, is_taken
from tests.ui.table.grids import Grid

KEY = Qt.Key
ALL = ["โครงการdredge", "โครงการgauge", "โครงการmap", "โครงการheat"]


def menu_of(grid: Grid) -> dict[str, QAction]:
    """The entries of the menu of the current cell, by their words."""
    menu = QMenu(grid.view)
    grid.table.verbs.fill_menu(menu, grid.table.copy, grid.table.paste)
    return {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}


# --- opening -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "pressed"),
    [
        ("number", (KEY.Key_Return, NONE)),
        ("number", (KEY.Key_Enter, NONE)),
    ],
)
def test_a_key_opens_the_page_of_a_row(grid: Grid, node, qtbot, key, pressed):
    grid.go(1, key)
    with qtbot.waitSignal(grid.table.node_requested) as asked:
        grid.press(*pressed)
    assert asked.args == [node("Project gauge")]


def test_a_double_click_on_the_number_opens_the_page(grid: Grid, node, qtbot):
    grid.go(1, "number")
    with qtbot.waitSignal(grid.table.node_requested) as asked:
        grid.view.frozen.doubleClicked.emit(grid.index(1, "number"))
    assert asked.args == [node("Project gauge")]


def test_without_a_row_nothing_is_opened(grid: Grid, qtbot):
    grid.table.show_rows(RowFilter(text="nothing like it"))
    with qtbot.assertNotEmitted(grid.table.node_requested):
        grid.table.verbs.open()


# --- adding and deleting -----------------------------------------------------------------------------------


def test_insert_adds_a_row_behind_and_begins_with_its_name(grid: Grid, bridge):
    grid.go(0, "budget:2568")
    grid.press(KEY.Key_Insert)
    assert grid.here() == (1, "name")
    assert grid.editor() is not None
    grid.type("สะพาน")
    grid.press(KEY.Key_Return)
    assert grid.names() == [ALL[0], "สะพาน", *ALL[1:]]
    assert grid.text(1, "number") == "1.1.2"
    bridge.undo()
    bridge.undo()
    assert grid.names() == ALL


def test_what_was_being_typed_is_kept_when_a_row_is_added(grid: Grid):
    grid.go(3, "budget:2568")
    grid.type("75")
    grid.table.verbs.add()
    assert "75" in grid.texts("budget:2568")


def test_rows_are_deleted_in_one_step_with_a_way_back(grid: Grid):
    grid.select((0, "name"), (2, "budget:2568"), (2, "name"))
    grid.table.verbs.remove()
    assert grid.names() == [ALL[1], ALL[3]]
    assert "2" in grid.said()
    grid.table.stage.foot.link.click()
    assert grid.names() == ALL


def test_the_row_behind_a_deleted_one_is_chosen(grid: Grid):
    grid.go(1, "budget:2568")
    grid.table.verbs.remove()
    assert grid.here() == (1, "budget:2568")
    grid.go(2, "name")
    grid.table.verbs.remove()
    assert grid.here() == (1, "name")


def test_deleting_without_rows_does_nothing(grid: Grid, edits):
    grid.table.show_rows(RowFilter(text="nothing like it"))
    grid.table.verbs.remove()
    assert edits == []


# --- the menu ----------------------------------------------------------------------------------------------


def test_the_menu_says_what_can_be_done_at_a_cell(grid: Grid):
    grid.go(1, "budget:2568")
    assert list(menu_of(grid)) == [
        "เปิดดูที่หน้า",
        "คัดลอก",
        "วาง…",
        "ล้าง",
        "เรียงตามคอลัมน์นี้",
        "เพิ่มโครงการต่อจากรายการนี้",
        "ลบโครงการ",
    ]


def test_the_menu_sorts_by_the_column_of_the_cell(grid: Grid):
    grid.go(0, "budget:2568")
    menu_of(grid)["เรียงตามคอลัมน์นี้"].trigger()
    assert grid.texts("budget:2568") == ["240,000", "500,000", "", ""]


def test_the_menu_clears_and_deletes(grid: Grid):
    grid.go(1, "budget:2568")
    menu_of(grid)["ล้าง"].trigger()
    assert grid.text(1, "budget:2568") == ""
    menu_of(grid)["ลบโครงการ"].trigger()
    assert grid.names() == [ALL[0], *ALL[2:]]


@pytest.mark.parametrize("is_frozen", [False, True])
def test_the_menu_comes_where_it_is_asked_for(grid: Grid, is_frozen):
    half = grid.view.frozen if is_frozen else grid.view
    cell = half.visualRect(grid.index(1, "name" if is_frozen else "budget:2568")).center()
    half.setCurrentIndex(half.indexAt(cell))
    half.customContextMenuRequested.emit(cell)
    menu = grid.view.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_beside_the_rows_there_is_no_menu(grid: Grid, qtbot):
    with qtbot.assertNotEmitted(grid.view.menu_requested):
        grid.view.customContextMenuRequested.emit(QPoint(5, 4000))


def test_the_grid_keeps_its_keys_from_the_window(grid: Grid):
    grid.go(1, "budget:2568")
    assert is_taken(grid.view, KEY.Key_C)
    assert is_taken(grid.view, KEY.Key_V)
    assert is_taken(grid.view, KEY.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert not is_taken(grid.view, KEY.Key_S)


# --- no rows -----------------------------------------------------------------------------------------------


@pytest.fixture
def bare(grid: Grid, editor, node) -> Grid:
    """The table of a plan whose projects are gone."""
    for name in ("Project dredge", "Project gauge", "Project map", "Project heat"):
        remove_node(editor, node(name))
    return grid


def test_an_empty_table_says_what_belongs_here_and_offers_it(bare: Grid):
    empty = bare.table.stage.empty
    assert empty.isVisible()
    assert "โครงการ" in empty.words.text()
    assert empty.add.text() == "เพิ่มโครงการแรก"
    assert not empty.add.isHidden()
    assert not empty.bring.isHidden()
    assert empty.clear.isHidden()


def test_the_first_row_is_added_from_the_empty_table(bare: Grid):
    bare.table.stage.empty.add.click()
    assert bare.model.rowCount() == 1
    assert bare.view.isVisible()
    bare.type("แรก")
    bare.press(KEY.Key_Return)
    assert bare.names() == ["แรก"]


def test_projects_can_be_brought_in_from_the_empty_table(bare: Grid, qtbot):
    with qtbot.waitSignal(bare.table.import_requested):
        bare.table.stage.empty.bring.click()


def test_where_nothing_can_be_added_the_table_says_what_comes_first(bare: Grid, editor):
    issue = add_node(editor, editor.plan.root_id, "strategic_issue")
    bare.table.show_node(issue)
    empty = bare.table.stage.empty
    assert empty.add.isHidden()
    assert "ก่อน" in empty.words.text()
    bare.table.verbs.add()
    assert bare.model.rowCount() == 0


def test_filters_that_hide_everything_say_so_and_can_be_cleared(grid: Grid):
    grid.table.show_rows(RowFilter(text="nothing like it"))
    empty = grid.table.stage.empty
    assert empty.isVisible()
    assert empty.add.isHidden()
    assert not empty.clear.isHidden()
    empty.clear.click()
    assert grid.names() == ALL


def test_the_table_comes_back_with_its_rows(bare: Grid, editor):
    editor.undo()
    assert bare.view.isVisible()
    assert len(bare.names()) == 1


# --- languages ---------------------------------------------------------------------------------------------


def test_the_table_speaks_the_language_of_the_page(grid: Grid):
    grid.table.set_language_mode("en")
    assert grid.names()[0] == "Project dredge"
    assert grid.table.stage.totals.label == "Total of 4 projects"
    heads = [grid.model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)]
    assert heads == ["No.", "Project", "2025", "2026"]


def test_a_name_missing_in_a_language_is_borrowed_and_told_apart(grid: Grid, editor, node):
    set_text(editor, (node("Project dredge"), "name", "en"), "")
    grid.table.set_language_mode("en")
    assert grid.text(0, "name") == "โครงการdredge"
    assert grid.index(0, "name").data(TONE_ROLE) == "faint"
    assert grid.index(0, "name").data(Qt.ItemDataRole.EditRole) == ""


def test_a_change_of_the_interface_is_followed(grid: Grid):
    use_language("en")
    QApplication.sendEvent(grid.table, QEvent(QEvent.Type.LanguageChange))
    assert grid.table.stage.foot.words.text().startswith("Enter edits")
    assert grid.view.accessibleName() == "Table"
    assert grid.names()[0] == "Project dredge"


# --- for those who listen ----------------------------------------------------------------------------------


def test_a_cell_is_spoken_with_its_row_and_its_column(grid: Grid):
    spoken = grid.index(0, "budget:2568").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "โครงการdredge งบประมาณ (บาท) 2568 500,000"
    assert grid.index(0, "name").data(Qt.ItemDataRole.AccessibleTextRole) == "โครงการ โครงการdredge"


def test_everything_that_can_be_acted_on_has_a_name(grid: Grid):
    filters = grid.table.stage.filters
    boxes = (filters.form, filters.agency, filters.year, filters.status, filters.text, filters.columns)
    assert all(box.accessibleName() for box in boxes)
    grid.go(0, "name")
    grid.press(KEY.Key_F2)
    editor = grid.editor()
    assert editor is not None
    assert editor.accessibleName()
