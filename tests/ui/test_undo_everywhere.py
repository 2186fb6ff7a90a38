"""Whatever is done, wherever: Ctrl+Z takes it back as one step, Ctrl+Y does it again, also after a restart."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from success_desktop.domain.plan import Plan
from success_desktop.ui.desk import Desk
from success_desktop.ui.dialogs.import_table import ImportDialog
from success_desktop.ui.figures.timeline_view import TimelineView
from success_desktop.ui.finding.find_panel import FindPanel
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.page.sheet_parts import BudgetPart
from success_desktop.ui.table.table_view import TableView
from tests.ui.acting import answer, type_text
from tests.ui.page.keys import press
from tests.ui.page.pages import choice_box, enter, entry, form_of, references, retype, text_edit
from tests.ui.table.grids import Grid
from tests.ui.table.pastes import pane, paste, select

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Act(NamedTuple):
    """Somebody at the window, with the sample plan's first project chosen."""

    desk: Desk
    window: MainWindow
    project_id: str
    qtbot: QtBot
    folder: Path

    @property
    def plan(self) -> Plan:
        """The open plan as it is now."""
        assert self.desk.bridge.editor is not None
        return self.desk.bridge.editor.plan

    def choose(self, action: str) -> None:
        """Choose an entry of the menus."""
        self.window.actions_table[action].trigger()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key in the outline, which any view leads back to."""
        tree = self.desk.workspace.outline.tree
        self.window.activateWindow()
        tree.setFocus()
        self.qtbot.waitUntil(tree.hasFocus)
        self.qtbot.keyClick(tree, key, modifiers)


@pytest.fixture
def act(open_desk: Desk, window: MainWindow, project_id: str, qtbot: QtBot, tmp_path: Path) -> Act:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Act(open_desk, window, project_id, qtbot, tmp_path)


# --- on the page ------------------------------------------------------------------------------------------


def type_a_text(act: Act) -> None:
    edit = text_edit(act.desk.workspace.page, "objective_th")
    edit.setFocus()
    type_text(edit, "เพื่อชุมชน ")
    press(edit, Key.Key_Tab)


def type_a_day(act: Act) -> None:
    retype(entry(act.desk.workspace.page, "start_on").line, "1 ต.ค. 2568")


def type_an_amount(act: Act) -> None:
    part = form_of(act.desk.workspace.page).fields["budget"]
    assert isinstance(part, BudgetPart)
    enter(part, (0, 3), "1.2 ล้าน", act.qtbot)


def choose_a_status(act: Act) -> None:
    box = choice_box(act.desk.workspace.page, "status")
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)


def take_an_agency_out(act: Act) -> None:
    field = references(act.desk.workspace.page, "lead_agencies")
    next(iter(field.chips.values())).remove.click()


def put_a_new_agency_in(act: Act) -> None:
    popup = references(act.desk.workspace.page, "supporting_agencies").offer()
    act.qtbot.waitUntil(popup.isVisible)
    type_text(popup.search, "กองสวนสาธารณะ")
    press(popup.search, Key.Key_Return)


# --- in the outline ---------------------------------------------------------------------------------------


def rename_a_node(act: Act) -> None:
    act.choose("rename")
    tree = act.desk.workspace.outline.tree
    line = tree.viewport().findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(line, "โครงการใหม่")
    press(line, Key.Key_Return)
    act.qtbot.waitUntil(lambda: tree.viewport().findChild(QLineEdit) is None)


def move_a_node(act: Act) -> None:
    act.choose("move_down")


def add_a_node(act: Act) -> None:
    act.choose("add_sibling")


def delete_a_branch(act: Act) -> None:
    parent_id = act.plan.nodes[act.project_id].parent_id
    assert parent_id is not None
    act.desk.workspace.outline.select_node(parent_id)
    answer(_agree, QMessageBox)
    act.choose("delete")


def _agree(box: QMessageBox) -> None:
    cancel = QMessageBox.ButtonRole.RejectRole
    next(button for button in box.buttons() if box.buttonRole(button) != cancel).click()


# --- in the table -----------------------------------------------------------------------------------------


def shown_table(act: Act) -> TableView:
    act.desk.looks.show_view("table")
    table = act.desk.workspace.view("table")
    assert isinstance(table, TableView)
    return table


def type_in_a_cell(act: Act) -> None:
    Grid(shown_table(act)).enter(2, "budget:2568", "๑๒๐๐๐๐")


def clear_a_block(act: Act) -> None:
    table = shown_table(act)
    select(table.view, (0, "budget:2568"), (4, "budget:2570"))
    Grid(table).press(Key.Key_Delete)


def paste_a_block(act: Act) -> None:
    table = shown_table(act)
    select(table.view, (0, "name"))
    paste(table, "ขุดลอก\t1.2 ล้าน\r\nวัดน้ำ\t300,000\r\nฝาย\t-\r\n")
    QTest.keyClick(pane(table).accept_button, Key.Key_Return)


def delete_rows(act: Act) -> None:
    table = shown_table(act)
    Grid(table).select((0, "name"), (2, "name"), (5, "name"))
    table.verbs.remove()


# --- elsewhere --------------------------------------------------------------------------------------------


def move_a_bar(act: Act) -> None:
    act.desk.looks.show_view("timeline")
    view = act.desk.workspace.view("timeline")
    assert isinstance(view, TimelineView)
    act.qtbot.waitUntil(view.isVisible)
    act.qtbot.keyClick(view.tree, Key.Key_Right, ALT)


def replace_in_the_whole_plan(act: Act) -> None:
    act.choose("replace")
    panel = act.desk.workspace.panel("find").inside()
    assert isinstance(panel, FindPanel)
    panel.wording.setText("ชุมชนเมือง")
    panel.sought.setText("ชุมชนริมคลอง")
    panel.finish()
    panel.replace_button.click()


def keep_a_word(act: Act) -> None:
    act.desk.spelling.checker.keep("บางน้ำใส", "th")


def import_projects(act: Act) -> None:
    path = act.folder / "โครงการ.csv"
    heads = ("ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ 2568 (บาท)")
    rows = (("1", "โครงการฝายหนึ่ง", "เพื่อเก็บน้ำ", "100,000"), ("2", "โครงการฝายสอง", "เพื่อเก็บน้ำ", "-"))
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows((heads, *rows))
    answer(lambda dialog: dialog.deed.click(), ImportDialog)
    act.desk.documents.preview_and_import(path)
    act.qtbot.waitUntil(lambda: act.desk.documents.task is None, timeout=30_000)


DEEDS: tuple[Callable[[Act], None], ...] = (
    type_a_text,
    type_a_day,
    type_an_amount,
    choose_a_status,
    take_an_agency_out,
    put_a_new_agency_in,
    rename_a_node,
    move_a_node,
    add_a_node,
    delete_a_branch,
    type_in_a_cell,
    clear_a_block,
    paste_a_block,
    delete_rows,
    move_a_bar,
    replace_in_the_whole_plan,
    keep_a_word,
    import_projects,
)


def same(plan: Plan, other: Plan) -> bool:
    """Whether two plans hold the same nodes, in the same places, with the same values."""
    return (plan.root_id, plan.nodes, plan.children) == (other.root_id, other.nodes, other.children)


def restart(act: Act) -> None:
    """Close the plan and open its file again."""
    assert act.desk.bridge.editor is not None
    path = act.desk.bridge.editor.file.path
    assert act.desk.files.close_plan()
    act.desk.files.open_plan(path)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_one_ctrl_z_takes_it_back_and_ctrl_y_does_it_again_also_after_a_restart(act: Act, deed) -> None:
    before = act.plan
    deed(act)
    act.desk.bridge.leaving.emit()
    after = act.plan
    assert not same(after, before)
    act.press(Key.Key_Z, CTRL)
    assert same(act.plan, before)
    act.press(Key.Key_Y, CTRL)
    assert same(act.plan, after)
    restart(act)
    assert same(act.plan, after)
    act.press(Key.Key_Z, CTRL)
    assert same(act.plan, before)
    restart(act)
    assert same(act.plan, before)
    act.press(Key.Key_Y, CTRL)
    assert same(act.plan, after)
