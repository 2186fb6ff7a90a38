"""The button that chooses the columns of the table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton

from success_desktop.i18n import _
from success_desktop.services.tabulating import NAME, GridColumn
from success_desktop.ui.table.column_memory import chosen_group


class ColumnMenu(QPushButton):
    """Offers every column of the form with a tick before those shown; the menu stays open while columns are ticked.

    `chosen(keys)` tells which are wanted now; `reset_requested` asks for the usual ones.
    """

    chosen = Signal(list)
    reset_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("table_columns")
        self.columns = QMenu(self)
        self.columns.setToolTipsVisible(True)
        self.columns.installEventFilter(self)
        self.setMenu(self.columns)
        self._ticks: dict[str, QAction] = {}

    def word(self) -> None:
        """Speak the interface's language."""
        self.setText(_("Columns"))
        self.setAccessibleName(_("Choose columns"))

    def offer(self, columns: Sequence[GridColumn], shown: Sequence[GridColumn]) -> None:
        """Offer columns, those of years as one entry; the name is always shown and not offered."""
        wanted = {chosen_group(column) for column in shown}
        self.columns.clear()
        self._ticks.clear()
        for column in columns:
            key = chosen_group(column)
            if column.key == NAME or key in self._ticks:
                continue
            words = column.group or column.head if column.show == "year" else column.head
            if column.show == "total":
                words = _("{column} (all years)").format(column=column.head)
            tick = self.columns.addAction(words.replace("&", "&&"))
            tick.setCheckable(True)
            tick.setChecked(key in wanted)
            tick.toggled.connect(self._on_toggled)
            self._ticks[key] = tick
        self.columns.addSeparator()
        self.columns.addAction(_("Usual columns"), self.reset_requested.emit)

    def ticks(self) -> dict[str, QAction]:
        """The entries by what they choose."""
        return dict(self._ticks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick without closing the menu."""
        if isinstance(event, QKeyEvent):
            is_tick = event.key() == Qt.Key.Key_Space and event.type() == QEvent.Type.KeyPress
        else:
            is_tick = event.type() == QEvent.Type.MouseButtonRelease
        if is_tick:
            active = self.columns.activeAction()
            for tick in self._ticks.values():
                if tick is active:
                    tick.toggle()
                    return True
        return super().eventFilter(watched, event)

    def _on_toggled(self) -> None:
        self.chosen.emit([key for key, tick in self._ticks.items() if tick.isChecked()])
