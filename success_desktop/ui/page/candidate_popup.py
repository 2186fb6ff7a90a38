"""The list from which a reference is chosen: a field to search it, the candidates, and a last line to add a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from success_desktop.i18n import _
from success_desktop.ui.page.candidates import Candidate, find_candidates
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID

_NODE_ID = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 380, 300


class CandidatePopup(QFrame):
    """Shows candidates until one is chosen or the user goes elsewhere.

    Signals: `chosen(id)`; `new_requested(name)`, with what was typed in the search field.
    """

    chosen = Signal(str)
    new_requested = Signal(str)

    def __init__(self, candidates: Sequence[Candidate], new_wording: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._candidates = candidates
        self._new_wording = new_wording
        self.search = ThaiLineEdit()
        self.search.setPlaceholderText(_("Search"))
        self.search.setAccessibleName(_("Search"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Candidates"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(lambda: self._choose(self.list.currentItem()))
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self._fill()

    def show_below(self, widget: QWidget) -> None:
        """Appear under a widget, or above it where the screen ends too soon, ready to search."""
        area = widget.screen().availableGeometry()
        place = QRect(widget.mapToGlobal(QPoint(0, widget.height() + 2)), QSize(_WIDTH, _HEIGHT))
        if place.bottom() > area.bottom():
            place.moveBottom(widget.mapToGlobal(QPoint(0, -2)).y())
        place.moveBottom(min(place.bottom(), area.bottom()))
        place.moveTop(max(place.top(), area.top()))
        place.moveRight(min(place.right(), area.right()))
        self.setGeometry(place)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while the search field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.clear()
        for candidate in find_candidates(self._candidates, self.search.text()):
            item = QListWidgetItem(candidate.text, self.list)
            item.setData(_NODE_ID, candidate.node_id)
            item.setToolTip(candidate.text)
        if self._new_wording:
            typed = self.search.text().strip()
            QListWidgetItem(f"+ {self._new_wording}" + (f" “{typed}”" if typed else ""), self.list)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        node_id, typed = item.data(_NODE_ID), self.search.text().strip()
        self.close()
        if node_id:
            self.chosen.emit(node_id)
        else:
            self.new_requested.emit(typed)
