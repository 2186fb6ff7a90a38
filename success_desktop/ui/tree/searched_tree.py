"""The tree with the field that searches it, following the open plan."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language, _
from success_desktop.services.finding import SearchIndex
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree import moves
from success_desktop.ui.tree.model import OutlineModel
from success_desktop.ui.tree.preparing import IndexPreparer
from success_desktop.ui.tree.view import OutlineTree

FILTER_DELAY_MS = 200
_MOST_OPENED = 400


class SearchBox(ThaiLineEdit):
    """The field for the words to search for. `given_up` tells that Escape was pressed in it."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the search; Qt and the Thai words have the other keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class SearchedTree(QWidget):
    """The nodes of the open plan to look through and choose from.

    `node_selected` tells which one was chosen, by id; `searched` for which words the plan is searched now ("" for none).
    """

    node_selected = Signal(str)
    searched = Signal(str)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bridge = bridge
        self.model = OutlineModel(self)
        self.tree = OutlineTree(self.model)
        self.filter = SearchBox()
        self._language: Language = "th"
        self._open_before_search: set[str] | None = None
        self._chosen = ""
        self._found = QLabel()
        self._timer = QTimer(self, interval=FILTER_DELAY_MS, singleShot=True)
        self.preparer = IndexPreparer(self)
        self._lay_out()
        self._connect()
        self._retranslate()
        if bridge.editor is not None:
            self._on_opened()

    @property
    def plan(self) -> Plan | None:
        """The plan shown; None when no plan is open."""
        return self.model.rows.plan if self.model.rows is not None else None

    @property
    def index(self) -> SearchIndex | None:
        """What the open plan is searched by; None when no plan is open."""
        return self.model.rows.index if self.model.rows is not None else None

    def select_node(self, node_id: str) -> None:
        """Choose a node and bring it into view, ending a search that hides it. The plan's own node has no line."""
        if not node_id or node_id == self.current_node_id():
            return
        is_plan = self.plan is not None and node_id == self.plan.root_id
        if not self.tree.choose(node_id) and self.filter.text() and not is_plan:
            self.filter.clear()
            self.narrow()
            self.tree.choose(node_id)
        if is_plan:
            self._on_node_selected(node_id)

    def current_node_id(self) -> str:
        """The node chosen; "" when there is none."""
        return self.tree.node_id()

    def set_language(self, language: Language) -> None:
        """Name the nodes in another language."""
        self._language = language
        if self.model.rows is not None:
            self.model.rows.language = language
            self.model.rows.index.speak(language)
            self.preparer.prepare(self.model.rows.index, self.model.rows.plan)
            self.tree.viewport().update()

    def focus_filter(self) -> None:
        """Go to the field that searches the outline (Ctrl+F)."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def narrow(self) -> None:
        """Show what the words in the search field find, at once; everything when there are none."""
        self._timer.stop()
        plan, query = self.plan, self.filter.text().strip()
        if plan is None:
            return
        if query and self._open_before_search is None:
            self._open_before_search = self.tree.open_node_ids()
        self.tree.change_rows(lambda: self.model.rearrange(plan, query))
        self._show_found()
        if not query and self._open_before_search is not None:
            self.tree.open_nodes(self._open_before_search)
            self._open_before_search = None
        self._choose_again()
        self.searched.emit(query)

    def end_search(self) -> None:
        """Show the whole plan again, with what was chosen and open before, and go back to the tree."""
        self.filter.clear()
        self.narrow()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _choose_again(self) -> None:
        """Go back to the node chosen last, when a search that hid it is over."""
        if self._chosen and not self.tree.node_id():
            self.tree.choose(self._chosen)
        elif self.tree.node_id():
            self.tree.scrollTo(self.tree.currentIndex())

    def _show_found(self) -> None:
        """Open the way to what a search has found, and say how much that is."""
        narrowing = self.model.rows.narrowing if self.model.rows is not None else None
        self._found.setVisible(narrowing is not None)
        if narrowing is not None:
            wording = (
                _("Found in {count} items – F3 goes on to the next")
                if narrowing.found
                else _("Not in the plan.")
            )
            self._found.setText(wording.format(count=f"{len(narrowing.found):,}"))
        if narrowing is not None and len(narrowing.shown) <= _MOST_OPENED:
            self.tree.expandAll()

    def _lay_out(self) -> None:
        self.filter.setObjectName("outline_filter")
        self.filter.setClearButtonEnabled(True)
        self._found.setProperty("role", "secondary")
        self._found.setWordWrap(True)
        self._found.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, 0)
        layout.setSpacing(GRID)
        for widget in (self.filter, self._found, self.tree):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.tree.node_selected.connect(self._on_node_selected)
        self.filter.textChanged.connect(lambda: self._timer.start())
        self.filter.returnPressed.connect(self._on_filter_entered)
        self.filter.given_up.connect(self.end_search)
        self._timer.timeout.connect(self.narrow)
        self.bridge.opened.connect(self._on_opened)
        self.bridge.leaving.connect(self.tree.commit)
        self.bridge.edited.connect(self._on_edited)
        self.bridge.closed.connect(self.preparer.stop)
        self.bridge.closed.connect(lambda: self.model.set_plan(None, self._language))

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(_("Search the plan (Ctrl+F)"))
        self.filter.setAccessibleName(_("Search the plan"))
        self.tree.setAccessibleName(_("Outline of the plan"))
        self._show_found()

    def _on_node_selected(self, node_id: str) -> None:
        self._chosen = node_id
        self.node_selected.emit(node_id)

    def _on_filter_entered(self) -> None:
        """Enter goes to the first node found."""
        self.narrow()
        narrowing = self.model.rows.narrowing if self.model.rows is not None else None
        if narrowing is not None and narrowing.found:
            self.tree.choose(narrowing.found[0])
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_opened(self) -> None:
        if self.bridge.editor is None:
            return
        self._open_before_search, self._chosen = None, ""
        self.filter.clear()
        self._timer.stop()
        self.model.set_plan(self.bridge.editor.plan, self._language)
        self.tree.expandToDepth(0)
        self._found.hide()
        if self.index is not None:
            self.preparer.prepare(self.index, self.bridge.editor.plan)

    def _on_edited(self, event: PlanEdited) -> None:
        if self.bridge.editor is None or self.plan is None:
            return
        old, plan = self.plan, self.bridge.editor.plan
        if event.is_structural:
            self.tree.change_rows(lambda: self.model.rearrange(plan))
            if self._chosen and self._chosen not in plan.nodes:
                self._chosen = moves.survivor(old, plan, self._chosen)
                self.tree.choose(self._chosen)
        else:
            self.model.refresh_nodes(plan, event.node_ids)
