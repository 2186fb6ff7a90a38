"""Waves in the cells of the table."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from success_desktop.ui.desk import Desk
from success_desktop.ui.table.cell_editors import TextCell
from tests.ui.spelling.waves import waves
from tests.ui.test_table_in_the_window import shown_grid


def test_a_text_cell_has_waves_and_their_menu_until_it_is_closed(qtbot: QtBot, spelled_desk: Desk):
    grid = shown_grid(spelled_desk)
    grid.go(0, "name")
    grid.view.doubleClicked.emit(grid.index(0, "name"))
    cell = grid.editor()
    assert isinstance(cell, TextCell)
    cell.setPlainText("ทำตามกฏหมาย")
    spelled_desk.spelling.marking_of(cell).look()
    assert waves(cell) == ["กฏหมาย"]
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Qt")
    cell.menu_opening.emit(menu, 7)
    assert menu.actions()[0].text() == "กฎหมาย"
    grid.press(Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    with pytest.raises(KeyError):
        spelled_desk.spelling.marking_of(cell)
