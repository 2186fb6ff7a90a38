"""The command palette (Ctrl+K): type a few letters of anything that can be done or gone to, and press Enter."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenuBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.thai_search import search_key
from success_desktop.i18n import _, interface_language
from success_desktop.settings import Settings
from success_desktop.ui.palette_entries import (
    Entry,
    NodeKeys,
    Ranked,
    best_entries,
    rank_actions,
    rank_recent,
)
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID, tokens

_WIDTH = 640
_TOP = 84
_ROW_HEIGHT = 34
_MOST_ROWS = 10
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENTRY_ROLE = Qt.ItemDataRole.UserRole


class PaletteLine(ThaiLineEdit):
    """The palette's field. `steered(key)` tells of keys that are for the list, `left` that the focus went elsewhere."""

    steered = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Escape are for the palette."""
        if event.key() in (*_MOVES, *_ENTERS, Qt.Key.Key_Escape):
            self.steered.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field has been left, unless only its own menu opened."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Palette(QFrame):
    """A small list over the upper middle of the window. It goes when something is chosen, at Escape, or when left.

    `go_to` shows a node by its id, `open_plan` opens a plan file.
    """

    def __init__(
        self,
        window: QWidget,
        bridge: PlanBridge,
        settings: Settings,
        go_to: Callable[[str], object],
        open_plan: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setProperty("role", "popup")
        self._window, self._bridge, self._settings = window, bridge, settings
        self._go_to, self._open_plan = go_to, open_plan
        self._nodes = NodeKeys()
        self._came_from: QWidget | None = None
        self.line = PaletteLine()
        self.list = QListWidget()
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textChanged.connect(self._fill)
        self.line.steered.connect(self._on_steered)
        self.line.left.connect(self.hide)
        self.list.itemClicked.connect(self._do)
        window.installEventFilter(self)
        self._word()
        self.hide()

    def open(self) -> None:
        """Offer everything anew, with an empty field."""
        self._came_from = QApplication.focusWidget() if not self.isVisible() else self._came_from
        editor = self._bridge.editor
        if editor is not None:
            self._nodes.count(editor.plan)
        self.line.clear()
        self._fill()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def entries(self) -> list[Entry]:
        """What is offered now, from top to bottom."""
        return [self.list.item(row).data(_ENTRY_ROLE) for row in range(self.list.count())]

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stay in the middle when the window's size changes."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        self.line.setPlaceholderText(_("A command, a number such as 1.1.2, or a name"))
        self.line.setAccessibleName(_("Commands and places"))
        self.list.setAccessibleName(_("What fits"))

    def _fill(self) -> None:
        words = search_key(self.line.text()).split()
        self.list.clear()
        for entry in best_entries(self._ranked(words)):
            item = QListWidgetItem(entry.text)
            item.setData(_ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, entry[:3])))
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(_("Nothing fits."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            nothing.setData(_ENTRY_ROLE, Entry(nothing.text(), "", "", lambda: None))
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)
        self._place()

    def _ranked(self, words: list[str]) -> Iterator[Ranked]:
        for bar in self._window.findChildren(QMenuBar):
            yield from rank_actions(bar, words)
        editor = self._bridge.editor
        if words and editor is not None:
            yield from self._nodes.rank(editor.plan, words, interface_language(), self._go_to)
        yield from rank_recent(self._settings.recent_paths, words, self._open_plan)

    def _place(self) -> None:
        rows = min(self.list.count(), _MOST_ROWS)
        self.list.setFixedHeight(rows * _ROW_HEIGHT + 2 * self.list.frameWidth())
        width = min(_WIDTH, self._window.width() - 4 * GRID)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._window.width() - width) // 2, _TOP)

    def _on_steered(self, key: int) -> None:
        if key in _ENTERS:
            self._do(self.list.currentItem())
        elif key in _MOVES:
            step = {_MOVES[0]: -1, _MOVES[1]: 1, _MOVES[2]: -_MOST_ROWS, _MOVES[3]: _MOST_ROWS}[Qt.Key(key)]
            row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
        else:
            self._leave()

    def _do(self, item: QListWidgetItem) -> None:
        """Go back to where the focus was, then do what was chosen."""
        entry = item.data(_ENTRY_ROLE)
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._leave()
            entry.deed()

    def _leave(self) -> None:
        came_from = self._came_from
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: its name at the left, what it is and its key at the right in the secondary colour."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one entry."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        entry = index.data(_ENTRY_ROLE)
        rect = option.rect.adjusted(GRID, 0, -GRID, 0)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        metrics = painter.fontMetrics()
        room = QRect(rect)
        aside = "   ".join(filter(None, (entry.detail, entry.shortcut)))
        aside = metrics.elidedText(aside, Qt.TextElideMode.ElideMiddle, rect.width() // 2)
        painter.save()
        painter.setPen(QColor(tokens().secondary))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        room.setRight(rect.right() - metrics.horizontalAdvance(aside) - 2 * GRID)
        painter.setPen(option.palette.color(role))
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every entry is equally high."""
        return QSize(10 * GRID, _ROW_HEIGHT)
