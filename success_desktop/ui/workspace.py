"""The work itself: the view in the middle, and around it the outline and the other panels."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from success_desktop.domain.row_filter import RowFilter
from success_desktop.i18n import LANGUAGES, Language, interface_language
from success_desktop.settings import Settings
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.panel_window import PanelWindow
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.theme import OUTLINE_WIDTH
from success_desktop.ui.tree.outline_view import OutlineView
from success_desktop.ui.views import VIEWS
from success_desktop.ui.work_view import LanguageMode, WorkView

_LEAST_VIEW = (312, 80)
"""Pixels that a view keeps however many panels are open around it: a page in both languages needs that width."""


class Workspace(PanelWindow):
    """Keeps outline and view on the same node. Each view has its own layout of panels, remembered in the settings.

    `view_changed(id)` tells that another view is shown, `import_requested` that a view asks for projects from Excel,
    `field_requested(node id, field)` that it asks for a field on the page, `text_edit_made(ThaiTextEdit)` that a text has a
    field in it now.
    """

    view_changed = Signal(str)
    import_requested = Signal()
    field_requested = Signal(str, str)
    text_edit_made = Signal(object)

    def __init__(self, bridge: PlanBridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._bridge = bridge
        self._settings = settings
        self._mode: LanguageMode = "both"
        self._views: dict[str, WorkView] = {}
        self._rows = {row.id: row for row in VIEWS}
        self._stack = QStackedWidget()
        self.view_id = ""
        self._is_laid_out = False
        outline = self.panel("outline").inside()
        assert isinstance(outline, OutlineView)
        self.outline = outline
        self.outline.setMinimumWidth(OUTLINE_WIDTH // 2)
        self._stack.setMinimumSize(*_LEAST_VIEW)
        self.setCentralWidget(self._stack)
        page = self.view("page")
        assert isinstance(page, PageView)
        self.page = page
        self._connect()  # behind the page, which forgets the plan before when another is opened
        self.outline.tree.left_forwards.connect(page.focus_behind_name)
        self.show_view("page")

    def showEvent(self, event: QShowEvent) -> None:
        """Place the panels the first time, when the size of the window is known."""
        super().showEvent(event)
        if not self._is_laid_out:
            self._is_laid_out = True
            self._lay_out()

    def view(self, view_id: str) -> WorkView:
        """One of the views, made now if it has not been shown yet. Raises KeyError when there is none of that id."""
        view = self._views.get(view_id)
        if view is None:
            view = self._rows[view_id].make(self._bridge, self._settings)
            self._views[view_id] = view
            self._stack.addWidget(view)
            view.set_language_mode(self._mode)
            view.node_requested.connect(self.open_node)
            view.field_requested.connect(self.field_requested)
            view.node_chosen.connect(self.find_node)
            view.rows_requested.connect(self.show_rows)
            view.import_requested.connect(self.import_requested)
            view.text_edit_made.connect(self.text_edit_made)
        return view

    def show_view(self, view_id: str) -> None:
        """Show another view of what is chosen, with the panels that stood around it last time."""
        if view_id == self.view_id:
            return
        if self.view_id:
            self._views[self.view_id].commit_pending()
            self.keep_layout()
        view = self.view(view_id)
        self.view_id = view_id
        if self._is_laid_out:
            self._lay_out()
        self._stack.setCurrentWidget(view)
        view.show_node(self.node_id())
        self.view_changed.emit(view_id)

    def show_rows(self, wanted: RowFilter) -> None:
        """Show rows in the table: those behind a figure."""
        from success_desktop.ui.table.table_view import TableView

        self.show_view("table")
        table = self.view("table")
        if isinstance(table, TableView):
            table.show_rows(wanted)

    def open_node(self, node_id: str) -> None:
        """Show a node on the page, chosen in the outline."""
        self.show_view("page")
        self.go_to(node_id)

    def go_to(self, node_id: str) -> None:
        """Choose a node in the outline, which takes the focus; nothing happens when it has gone meanwhile."""
        if self.find_node(node_id):
            self.outline.tree.setFocus()

    def find_node(self, node_id: str) -> bool:
        """Choose a node in the outline and leave the focus where it is; whether the node is there."""
        editor = self._bridge.editor
        is_there = editor is not None and node_id in editor.plan.nodes
        if is_there:
            self.outline.select_node(node_id)
        return is_there

    def node_id(self) -> str:
        """The node chosen; the plan's own when there is none, "" without a plan."""
        editor = self._bridge.editor
        return self.outline.current_node_id() or (editor.plan.root_id if editor is not None else "")

    def show_page_in(self, mode: LanguageMode) -> None:
        """Show the views in "th", "en" or "both"; the outline follows a single language."""
        self._mode = mode
        for view in self._views.values():
            view.set_language_mode(mode)
        self.name_nodes()

    def name_nodes(self) -> None:
        """Let the outline name the nodes in its language."""
        self.outline.set_language(self.outline_language())

    def outline_language(self) -> Language:
        """The page's language, or the interface's where the page shows both."""
        return next((language for language in LANGUAGES if language == self._mode), interface_language())

    def keep_layout(self) -> None:
        """Put where the panels stand around this view into the settings, if they have been seen."""
        if not self._is_laid_out:
            return
        self._settings.layouts = {**self._settings.layouts, self.view_id: self.layout_text()}

    def keep_place(self) -> None:
        """Put which node of the open plan is chosen into the settings."""
        editor = self._bridge.editor
        if editor is not None:
            self._settings.remember_node(editor.file.path, self.node_id())

    def _lay_out(self) -> None:
        self.lay_out_panels(self._settings.layouts.get(self.view_id, ""), self.view_id)

    def _connect(self) -> None:
        self.outline.node_selected.connect(self._on_node_selected)
        for panel in self.panels.values():
            panel.furnished.connect(self._on_furnished)
        self._bridge.retraced.connect(self._on_retraced)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.closing.connect(self.keep_place)
        self._bridge.closing.connect(self.outline.tree.setFocus)

    def _on_node_selected(self, node_id: str) -> None:
        self._views[self.view_id].show_node(node_id)
        for panel in self.panels.values():
            inside = panel.widget()
            if isinstance(inside, PanelView):
                inside.show_node(node_id)

    def _on_furnished(self, inside: QWidget) -> None:
        if isinstance(inside, PanelView):
            inside.node_requested.connect(self.open_node)
            inside.show_node(self.node_id())

    def _on_retraced(self, node_ids: tuple[str, ...]) -> None:
        """Go to what undo or redo has changed, unless it is in sight already: nothing changes unseen."""
        if node_ids and not self._views[self.view_id].is_showing(node_ids):
            self.go_to(node_ids[0])

    def _on_opened(self) -> None:
        """Go to where one was in this plan last; on a new one to its own page, which offers what it wants first."""
        editor = self._bridge.editor
        if editor is not None:
            last_id = self._settings.last_nodes.get(str(editor.file.path), "")
            node_id = last_id if last_id in editor.plan.nodes else editor.plan.root_id
            self.outline.select_node(node_id)
            self._views[self.view_id].show_node(node_id)
            self.outline.tree.setFocus()
