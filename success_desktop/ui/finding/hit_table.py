"""The table of hits: Space checks one, Enter or a double click goes there."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from success_desktop.ui.finding.hit_delegate import ROW_HEIGHT, SnippetDelegate
from success_desktop.ui.finding.hit_list import Column, HitList

_WHERE_WIDTH = 230
_FIELD_WIDTH = 140
_LEAST_HEIGHT = 54
"""Pixels of head and one row, for a low window with panels beside this one."""


class HitTable(QTableView):
    """Shows the hits. `opened(index)` tells that somebody wants to go to one."""

    opened = Signal(QModelIndex)

    def __init__(self, hits: HitList) -> None:
        super().__init__()
        self._hits = hits
        self.setModel(hits)
        for column in (Column.BEFORE, Column.AFTER):
            self.setItemDelegateForColumn(column, SnippetDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(ROW_HEIGHT)
        for column in (Column.BEFORE, Column.AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(Column.WHERE, _WHERE_WIDTH)
        self.setColumnWidth(Column.FIELD, _FIELD_WIDTH)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Enter goes there; Qt has the other keys."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._hits.toggle(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index)
        else:
            super().keyPressEvent(event)
