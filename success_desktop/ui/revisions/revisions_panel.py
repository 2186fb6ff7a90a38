"""The panel of revisions: the timeline of the draft, and in its place what restoring from a revision would do."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.revisions.restore_page import RestorePage
from success_desktop.ui.revisions.timeline_page import TimelinePage
from success_desktop.ui.scrolled_page import ScrolledPage


class RevisionsPanel(PanelView):
    """Shows the `timeline`, or while something is to be restored the preview of that (`restoring`)."""

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.timeline = TimelinePage(bridge)
        self.restoring = RestorePage(bridge)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self.restoring)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrolledPage(self._stack))
        self.landing = self.timeline.list
        self.restoring.begun.connect(self._show_preview)
        self.restoring.ended.connect(self._show_timeline)

    def show_node(self, node_id: str) -> None:
        """Follow what is chosen in the outline."""
        self.timeline.show_node(node_id)
        self.restoring.show_node(node_id)

    def _show_preview(self) -> None:
        self._stack.setCurrentWidget(self.restoring)
        self.landing = self.restoring.scope
        self.take_focus()

    def _show_timeline(self) -> None:
        focus = QApplication.focusWidget()
        had_keyboard = isinstance(focus, QWidget) and self.restoring.isAncestorOf(focus)
        self._stack.setCurrentWidget(self.timeline)
        self.landing = self.timeline.list
        if had_keyboard:
            self.take_focus()
