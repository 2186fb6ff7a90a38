"""What the grid's model promises to whoever copies from it or pastes into it, and how it looks."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from success_desktop.services.editing import set_text
from success_desktop.services.entering import read_value
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.schemes import DARK, LIGHT
from success_desktop.ui.table.grid_cells import GridCells
from success_desktop.ui.table.grid_model import TONE_ROLE, Block, GridModel
from success_desktop.ui.table.grid_paint import Inks, draw_number, draw_text, wrapped_height
from success_desktop.ui.theme import use_theme
from tests.ui.page.keys import CTRL
from tests.ui.table.grids import Grid

HORIZONTAL, VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
ROLE = Qt.ItemDataRole


# --- places ------------------------------------------------------------------------------------------------


def test_rows_and_columns_are_those_on_the_screen(grid: Grid, node):
    assert grid.model.rows == [node(f"Project {name}") for name in ("dredge", "gauge", "map", "heat")]
    assert len(grid.model.columns) == grid.model.columnCount()
    assert grid.model.rowCount(grid.index(0, "name")) == 0
    assert grid.model.columnCount(grid.index(0, "name")) == 0


def test_a_place_is_where_the_value_lies(grid: Grid, node):
    assert grid.model.place_of(grid.index(1, "budget:2570")) == (node("Project gauge"), "budget", "2570:codi")
    assert grid.model.place_of(grid.index(0, "name")) == (node("Project dredge"), "name", "th")
    assert grid.model.place_of(grid.index(0, "lead_agencies")) == (
        node("Project dredge"),
        "lead_agencies",
        "",
    )


@pytest.mark.parametrize("key", ["number", "budget:2569", "budget:total", "findings"])
def test_cells_that_nothing_can_be_typed_into_have_no_place(grid: Grid, key):
    index = grid.index(0, key)
    assert grid.model.place_of(index) is None
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not grid.model.setData(index, "5")


def test_the_text_to_edit_is_understood_again_and_changes_nothing(grid: Grid, editor):
    for row in range(grid.model.rowCount()):
        for column in range(grid.model.columnCount()):
            index = grid.model.index(row, column)
            place = grid.model.place_of(index)
            if place is not None:
                assert read_value(editor.plan, place, index.data(ROLE.EditRole)) == ()


def test_places_follow_the_plan(grid: Grid, node):
    grid.go(0, "budget:2569")
    grid.press(Qt.Key.Key_Delete)
    assert grid.model.place_of(grid.index(0, "budget:2569")) == (
        node("Project dredge"),
        "budget",
        "2569:ordinance",
    )


def test_outside_the_grid_there_is_nothing(grid: Grid):
    nowhere = QModelIndex()
    assert grid.model.place_of(nowhere) is None
    assert grid.model.refused_at(nowhere) is None
    assert grid.model.node_id_of(nowhere) == ""
    assert grid.model.flags(nowhere) == Qt.ItemFlag.NoItemFlags
    assert grid.model.row_of("gone") == -1
    assert grid.model.column_of("gone") == -1


def test_handing_in_what_is_there_already_is_no_edit(grid: Grid, edits):
    assert not grid.model.setData(grid.index(0, "budget:2568"), "500,000")
    assert not grid.model.setData(grid.index(0, "budget:2568"), "5", ROLE.DisplayRole)
    assert edits == []


def test_heads_say_years_and_tell_both_lines(grid: Grid):
    column = grid.model.column_of("budget:2568")
    assert grid.model.headerData(column, HORIZONTAL) == "2568"
    assert grid.model.headerData(column, HORIZONTAL, ROLE.ToolTipRole) == "งบประมาณ (บาท) 2568"
    assert grid.model.headerData(column, HORIZONTAL, ROLE.DecorationRole) is None
    assert grid.model.headerData(0, VERTICAL) is None
    assert grid.model.headerData(99, HORIZONTAL) is None


def test_money_stands_right_and_words_left(grid: Grid):
    assert grid.index(0, "budget:2568").data(ROLE.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert grid.index(0, "name").data(ROLE.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert grid.index(0, "name").data(ROLE.FontRole) is None


def test_a_cells_are_told_apart_by_tone(grid: Grid):
    tones = {key: grid.index(0, key).data(TONE_ROLE) for key in grid.column_keys()}
    assert tones["budget:total"] == "strong"
    assert tones["number"] == "faint"
    assert tones["findings"] == "red"
    assert tones["name"] == tones["budget:2568"] == ""


def test_all_findings_are_told_beside_the_first(grid: Grid):
    tip = grid.index(3, "findings").data(ROLE.ToolTipRole)
    assert len(tip.splitlines()) > 1
    assert grid.text(3, "findings").startswith(tip.splitlines()[0])


def test_an_edit_is_told_for_its_row_alone(grid: Grid):
    told: list[tuple[int, int]] = []
    grid.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    grid.enter(2, "budget:2568", "5")
    assert set(told) == {(2, 2)}


def test_a_model_without_rows_has_no_sums(qapp):
    model = GridModel(PageContext(PlanBridge(), qapp), qapp)
    assert model.cells.sums() == {}
    model.repaint_rows(0, 5)
    assert model.rowCount() == 0


def test_cells_without_a_plan_cannot_be_read(qapp):
    cells = GridCells(PageContext(PlanBridge(), qapp))
    cells.rows = ["a"]
    with pytest.raises(RuntimeError):
        cells.place(0, 0)


# --- selections --------------------------------------------------------------------------------------------


def test_cells_selected_are_told_row_by_row(grid: Grid):
    grid.select((2, "budget:2569"), (0, "budget:2570"), (2, "budget:2568"))
    chosen = [(index.row(), grid.model.columns[index.column()].key) for index in grid.view.selected_cells()]
    assert chosen == [(0, "budget:2570"), (2, "budget:2568"), (2, "budget:2569")]


def test_a_block_is_the_rectangle_around_the_cells_selected(grid: Grid):
    grid.select((2, "budget:2569"), (0, "budget:2570"))
    left = grid.model.column_of("budget:2569")
    assert grid.view.selected_block() == Block(0, left, 2, left + 1)


def test_without_a_cell_there_is_no_block(grid: Grid):
    grid.view.setCurrentIndex(QModelIndex())
    grid.view.clearSelection()
    assert grid.view.selected_cells() == []
    assert grid.view.selected_block() is None


def test_all_cells_are_selected_by_ctrl_a(grid: Grid):
    grid.go(0, "name")
    grid.press(Qt.Key.Key_A, CTRL)
    assert len(grid.view.selected_cells()) == grid.model.rowCount() * grid.model.columnCount()


# --- the look ----------------------------------------------------------------------------------------------


def picture(grid: Grid) -> QImage:
    grid.settle()
    return grid.view.grab().toImage()


def has_colour(image: QImage, token: str) -> bool:
    wanted = QColor(token).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


def test_a_refused_entry_is_marked_by_a_frame_and_a_ground(grid: Grid):
    grid.table.presenter._on_columns_chosen(["number", "budget:years"])
    assert not has_colour(picture(grid), LIGHT.red)
    grid.enter(0, "budget:2568", "abc")
    assert has_colour(picture(grid), LIGHT.red)


def test_another_scheme_is_painted_at_once(grid: Grid, application):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    use_theme(app, LIGHT)
    assert has_colour(picture(grid), LIGHT.header)
    use_theme(app, DARK)
    assert has_colour(picture(grid), DARK.header)
    assert not has_colour(picture(grid), LIGHT.header)
    use_theme(app, LIGHT)


def test_the_column_sorted_by_is_marked(grid: Grid):
    before = grid.view.head.grab().toImage()
    grid.view.head.sectionClicked.emit(grid.model.column_of("budget:2569"))
    upwards = grid.view.head.grab().toImage()
    grid.view.head.sectionClicked.emit(grid.model.column_of("budget:2569"))
    downwards = grid.view.head.grab().toImage()
    assert before != upwards != downwards


def drawn(qapp: QApplication, text: str, width: int) -> QImage:
    """A figure drawn in a cell of some width."""
    image = QImage(width, 28, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_number(painter, Inks(qapp.font()), image.rect(), text)
    painter.end()
    return image


def test_a_figure_without_room_is_never_cut_off(qapp):
    """A narrow cell shows number signs: the same ones whatever the figure is."""
    assert drawn(qapp, "1,234,567,890", 60) == drawn(qapp, "9,876,543,210", 60)
    assert drawn(qapp, "1,234,567,890", 200) != drawn(qapp, "9,876,543,210", 200)


def test_a_long_text_is_cut_off_with_an_ellipsis(qapp):
    def painted(text: str) -> QImage:
        image = QImage(80, 28, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        inks = Inks(qapp.font())
        draw_text(painter, inks, image.rect(), text, Qt.AlignmentFlag.AlignLeft)
        painter.end()
        return image

    assert painted("ชื่อที่ยาวมากเกินไปหนึ่ง") == painted("ชื่อที่ยาวมากเกินไปสอง")


def test_more_text_takes_more_height(qapp):
    inks = Inks(qapp.font())
    assert wrapped_height(inks, 200, "ข้อความ " * 40) > 3 * wrapped_height(inks, 200, "ข้อความ")
    assert wrapped_height(inks, 200, "ก\nข") > wrapped_height(inks, 200, "ก ข")


def test_a_colour_that_no_scheme_has_is_a_mistake(qapp):
    with pytest.raises(AttributeError):
        Inks(qapp.font())["mauve"]


def test_the_sums_are_painted_below_their_columns(grid: Grid):
    totals = grid.table.stage.totals
    before = totals.grab().toImage()
    grid.enter(3, "budget:2572", "123456")
    assert totals.grab().toImage() != before
    scrolled = totals.grab().toImage()
    grid.table.resize(700, 500)
    grid.view.horizontalScrollBar().setValue(120)
    assert totals.grab().toImage() != scrolled


def test_a_borrowed_name_looks_different(grid: Grid, editor, node):
    before = picture(grid)
    set_text(editor, (node("Project heat"), "name", "th"), "")
    assert grid.text(3, "name") == "Project heat"
    assert picture(grid) != before
