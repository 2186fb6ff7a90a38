"""What a paste would do is shown before it is done."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from success_desktop.i18n import use_language
from success_desktop.services.editing import remove_node, set_text
from success_desktop.services.pasting import preview_paste
from success_desktop.services.pasting_preview import PasteGrid, PasteOptions
from success_desktop.services.pasting_text import read_block
from success_desktop.ui.table.paste_rows import PROBLEM_ROLE
from success_desktop.ui.table.shown_rows import Sorting
from tests.ui.acting import accessible_parts
from tests.ui.table.pastes import (
    cells,
    column,
    lines,
    pane,
    paste,
    paste_over,
    pasting,
    project,
    select,
    speak_english,
)

__all__ = ["cells", "speak_english"]


def test_a_paste_is_shown_before_anything_changes(table, cells, editor):
    select(cells, (0, "name"))
    before = editor.plan
    paste_over(table, "ขุดลอก\t1.2 ล้าน\r\nวัดน้ำ\tมาก\r\n")
    shown = pane(table)
    assert editor.plan is before
    assert shown.isVisible()
    assert shown.summary.text() == "3 cells change · 1 refused"
    assert shown.accept_button.text() == "Paste 3 cells (skip 1)"
    assert lines(shown) == [
        ["2 · 1.1.2", "งบประมาณ (บาท) 2568", "240,000", "มาก", "“มาก” is not an amount of money."],
        ["1 · 1.1.1", lines(shown)[1][1], "โครงการdredge", "ขุดลอก", ""],
        ["1 · 1.1.1", "งบประมาณ (บาท) 2568", "500,000", "1,200,000", ""],
        ["2 · 1.1.2", lines(shown)[3][1], "โครงการgauge", "วัดน้ำ", ""],
    ]
    assert [shown.rows.index(row, 0).data(PROBLEM_ROLE) for row in range(4)] == [True, False, False, False]
    assert "1,200,000" in shown.rows.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)


def test_accepting_is_one_step_of_undo_and_refused_cells_stay_listed(table, cells, editor, bridge):
    select(cells, (0, "name"))
    paste_over(table, "ขุดลอก\t1.2 ล้าน\r\nวัดน้ำ\tมาก\r\n")
    before, shown = editor.plan, pane(table)
    QTest.keyClick(shown.accept_button, Qt.Key.Key_Return)
    assert project(editor.plan, 0).text("name", "th") == "ขุดลอก"
    assert project(editor.plan, 0).yearly_money("budget")[2568, "ordinance"] == 1200000
    assert editor.undo_label == "Paste from Excel"
    assert shown.isVisible()
    assert shown.summary.text() == "3 cells pasted · 1 refused, which stay as they were"
    assert [line[3] for line in lines(shown)] == ["มาก"]
    assert not shown.accept_button.isVisible()
    shown.copy_button.click()
    assert read_block(QGuiApplication.clipboard().text())[1][:3] == (
        "2 · 1.1.2",
        "งบประมาณ (บาท) 2568",
        "มาก",
    )
    shown.cancel_button.click()
    assert shown.isHidden()
    bridge.undo()
    assert editor.plan.nodes == before.nodes


def test_escape_cancels_and_the_keyboard_goes_back_to_the_grid(table, cells, editor):
    select(cells, (0, "name"))
    before = editor.plan
    paste(table, "ก\r\nข\r\n")
    QTest.keyClick(pane(table).accept_button, Qt.Key.Key_Escape)
    assert pane(table).isHidden()
    assert editor.plan is before
    assert cells.hasFocus()
    pasting(table).cancel()
    assert editor.plan is before


def test_the_place_of_new_rows_is_named(table, cells):
    select(cells, (1, "name"))
    paste(table, "\r\n".join("กขคงจ"))
    assert pane(table).accept_button.hasFocus()
    assert pane(table).rows_box.text() == "Add 2 rows under “ฟื้นสายคลอง”"


def test_unknown_agencies_join_the_register_when_that_is_ticked(table, cells, editor):
    select(cells, (0, "lead_agencies"))
    paste(table, "กองเมฆ\r\nกองช่าง, กองฝน\r\nก1\r\nก2\r\n")
    shown = pane(table)
    assert shown.names_box.text() == "Add to the register of agencies: กองเมฆ, กองฝน, ก1 … (+1)"
    assert shown.summary.text() == "0 cells change · 4 refused"
    assert not shown.accept_button.isEnabled()
    shown.names_box.click()
    assert shown.summary.text() == "4 cells change"
    assert lines(shown)[0][2:] == ["กองช่าง", "กองเมฆ", ""]
    shown.accept_button.click()
    links = project(editor.plan, 1).links("lead_agencies")
    assert [editor.plan.nodes[link].text("name", "th") for link in links] == ["กองช่าง", "กองฝน"]


def test_what_has_no_place_is_told(table, cells):
    select(cells, (3, cells.grid.columns[-2].key))
    paste(table, "\tก\tข\r\n")
    notes = pane(table).notes
    assert notes.isVisible()
    assert "The table has no column for: column 3" in notes.text()
    assert "Worked out by the program, not pasted: ข้อที่ต้องตรวจ" in notes.text()
    select(cells, (0, "name"))
    paste(table, "โครงการ\tหน่วยงานหลัก\tผู้ตรวจ\r\nก\tกองช่าง\tสมชาย\r\n")
    assert (
        notes.text()
        == "The first row was taken for the heads of the columns · The table has no column for: ผู้ตรวจ"
    )


def test_a_cell_that_becomes_empty_is_told(table, cells):
    select(cells, (0, "name"))
    paste_over(table, "ก\t\r\n")
    assert pane(table).summary.text() == "2 cells change · 1 are emptied"
    assert lines(pane(table))[1][2:] == ["500,000", "", "Becomes empty"]


def test_a_preview_follows_the_plan_while_it_is_looked_at(table, cells, editor, qtbot):
    select(cells, (0, "name"))
    paste(table, "ก\r\nข\r\n")
    set_text(editor, (project(editor.plan, 0).id, "name", "th"), "ก")
    qtbot.waitUntil(lambda: pane(table).summary.text() == "1 cells change · 1 stay the same")
    remove_node(editor, project(editor.plan, 3).id)
    qtbot.waitUntil(pane(table).isHidden)
    assert project(editor.plan, 0).text("name", "th") == "ก"


def test_a_paste_that_came_too_late_is_told_and_nothing_is_overwritten(table, cells, editor, refusals):
    select(cells, (0, "name"))
    paste(table, "ก\r\nข\r\n")
    set_text(editor, (project(editor.plan, 0).id, "name", "th"), "ใหม่กว่า")
    pane(table).accept_button.click()
    assert len(refusals) == 1
    assert project(editor.plan, 0).text("name", "th") == "ใหม่กว่า"
    assert pane(table).isVisible()


def test_a_preview_goes_with_its_plan(table, cells, bridge, editor):
    select(cells, (0, "name"))
    paste(table, "ก\r\nข\r\n")
    bridge.release()
    assert pane(table).isHidden()
    pane(table).accepted.emit()
    pane(table).options_changed.emit()


def test_a_line_of_the_list_leads_to_its_cell(table, cells):
    select(cells, (0, "name"))
    paste_over(table, "ก\t1\r\nข\tมาก\r\n")
    shown = pane(table)
    shown.list.clicked.emit(shown.rows.index(0, 0))
    assert (cells.currentIndex().row(), cells.currentIndex().column()) == (1, column(cells, "budget:2568"))
    shown.cell_chosen.emit(cells.grid.rows[0], "ไม่มีคอลัมน์นี้")
    shown.cell_chosen.emit("gone", cells.grid.columns[1].title)
    assert cells.currentIndex().row() == 1


def test_a_line_of_the_list_leads_to_its_cell_after_the_rows_were_sorted(table, cells):
    select(cells, (0, "name"))
    paste_over(table, "ก\t1\r\nข\tมาก\r\n")
    table.presenter.contents.rows.sorting = Sorting("number", True)
    table.presenter.contents.sort()
    shown = pane(table)
    shown.list.clicked.emit(shown.rows.index(0, 0))
    assert (cells.currentIndex().row(), cells.currentIndex().column()) == (2, column(cells, "budget:2568"))


def test_the_pane_speaks_the_language_of_the_interface_and_has_names_for_all(table, cells, qapp):
    select(cells, (0, "name"))
    paste_over(table, "ก\t1\r\nข\tมาก\r\n")
    shown = pane(table)
    use_language("th")
    shown.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert shown.accept_button.text() == "วาง 3 ช่อง (ข้าม 1)"
    assert shown.accessibleName() == shown.summary.text()
    buttons = (shown.accept_button, shown.cancel_button, shown.copy_button)
    assert all(part.text() for part in buttons)
    assert shown.list.accessibleName()
    assert list(accessible_parts(shown))


def test_the_list_keeps_to_the_rules_of_models(table, cells, qtbot):
    select(cells, (0, "name"))
    paste_over(table, "ก\t1\r\nข\tมาก\r\n")
    rows = pane(table).rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is rows
    assert rows.data(rows.index(-1, -1)) is None
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
    grabbed = pane(table).grab()
    assert not grabbed.isNull()


def test_rows_that_can_be_no_projects_are_told(table, cells, editor):
    paste_below = PasteOptions(row=3, column=1)
    shown = pane_of(table, cells)
    grid = PasteGrid(cells.grid.columns, tuple(cells.grid.rows), "project", "th")
    preview = preview_paste(editor.plan, grid, (("ก",), ("ข",)), paste_below, str)
    shown.show_preview(preview, paste_below, "th")
    assert shown.notes.text() == "1 rows reach beyond the last one and are not pasted"
    assert shown.rows_box.isHidden()


def test_other_keys_are_left_to_the_window(table, cells):
    shown = pane_of(table, cells)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    shown.keyPressEvent(event)
    assert not event.isAccepted()
    assert shown.isVisible()


def pane_of(table, cells):
    """The pane, with a paste of two names in it."""
    select(cells, (0, "name"))
    paste(table, "ก\r\nข\r\n")
    return pane(table)
