"""The work itself: the outline on the left, the page of the chosen node in the middle."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from success_desktop.i18n import LANGUAGES, Language, interface_language
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.part import LanguageMode
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.theme import OUTLINE_WIDTH
from success_desktop.ui.tree.outline_view import OutlineView


class Workspace(QSplitter):
    """Keeps outline and page on the same node."""

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.outline = OutlineView(bridge)
        self.page = PageView(bridge)
        self._bridge = bridge
        self._mode: LanguageMode = "both"
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for view in (self.outline, self.page):
            self.addWidget(view)
        self.setStretchFactor(1, 1)
        self.outline.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.outline.setMinimumWidth(OUTLINE_WIDTH // 2)
        self.setSizes([OUTLINE_WIDTH, 10 * OUTLINE_WIDTH])
        self.outline.node_selected.connect(self.page.show_node)
        self.outline.tree.left_forwards.connect(self.page.focus_behind_name)
        self.page.node_requested.connect(self.go_to)
        bridge.retraced.connect(self._on_retraced)
        bridge.opened.connect(self._on_opened)
        bridge.closing.connect(self.outline.tree.setFocus)

    def show_page_in(self, mode: LanguageMode) -> None:
        """Show the page in "th", "en" or "both"; the outline follows a single language."""
        self._mode = mode
        self.page.set_language_mode(mode)
        self.name_nodes()

    def name_nodes(self) -> None:
        """Let the outline name the nodes in its language."""
        self.outline.set_language(self.outline_language())

    def outline_language(self) -> Language:
        """The page's language, or the interface's where the page shows both."""
        return next((language for language in LANGUAGES if language == self._mode), interface_language())

    def go_to(self, node_id: str) -> None:
        """Show a node, chosen in the outline, which takes the focus; nothing happens when it has gone meanwhile."""
        editor = self._bridge.editor
        if editor is not None and node_id in editor.plan.nodes:
            self.outline.select_node(node_id)
            self.outline.tree.setFocus()

    def keep_state(self) -> str:
        """Where the divider stands, as text for the settings."""
        return bytes(self.saveState().toBase64().data()).decode()

    def restore(self, state: str) -> None:
        """Put the divider where `keep_state` found it."""
        self.restoreState(QByteArray.fromBase64(state.encode()))

    def _on_retraced(self, node_ids: tuple[str, ...]) -> None:
        """Go to what undo or redo has changed, unless it is on the page already: nothing changes unseen."""
        if node_ids and not self.page.is_showing(node_ids):
            self.go_to(node_ids[0])

    def _on_opened(self) -> None:
        editor = self._bridge.editor
        if editor is not None:
            self.outline.select_node(editor.plan.root_id)
            self.page.show_node(editor.plan.root_id)
            self.outline.tree.setFocus()
