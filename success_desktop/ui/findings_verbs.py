"""What leads to the findings and from them to the page: the status line, the overview, the panel.

The overview and the panel are loaded when they are first shown, so that the window does not wait for them.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from success_desktop.domain.checks_in_words import Topic
from success_desktop.ui.findings import findings_of
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.status_line import StatusLine
from success_desktop.ui.workspace import Workspace

PANEL = "findings"
_OVERVIEW = "overview"


class FindingsVerbs(QObject):
    """Joins whoever shows findings with whoever leads to them."""

    def __init__(self, workspace: Workspace, bridge: PlanBridge, status_line: StatusLine) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._bridge = bridge
        self._status_line = status_line
        self._findings = findings_of(bridge)
        self._findings.changed.connect(self._on_changed)
        status_line.findings_requested.connect(self.show)
        workspace.panel(PANEL).furnished.connect(self._on_furnished)
        workspace.view_changed.connect(self._on_view_changed)

    def show(self) -> None:
        """Bring the panel of findings into sight."""
        self._workspace.show_panel(PANEL)

    def show_topic(self, topic: Topic) -> None:
        """Show the findings on one topic."""
        from success_desktop.ui.findings_panel import FindingsPanel

        self.show()
        panel = self._workspace.panel(PANEL).inside()
        if isinstance(panel, FindingsPanel):
            panel.show_topic(topic)

    def open_field(self, node_id: str, field: str) -> None:
        """Go to a field on the page of its node."""
        self._workspace.open_node(node_id)
        page = self._workspace.page
        part = page.form.fields.get(field) if page.form is not None else None
        if part is None or page.current_node_id() != node_id:
            return
        entries = (one for one in part.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        entry = next((one for one in entries if one.isVisible()), part)
        page.area.ensureWidgetVisible(entry)
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        plan = self._findings.plan
        if plan is not None:
            self._status_line.show_findings(self._findings.count(plan.root_id).findings)

    def _on_furnished(self, panel: QWidget) -> None:
        from success_desktop.ui.findings_panel import FindingsPanel

        if isinstance(panel, FindingsPanel):
            panel.field_requested.connect(self.open_field)

    def _on_view_changed(self, view_id: str) -> None:
        if view_id != _OVERVIEW:
            return
        from success_desktop.ui.figures.overview_view import OverviewView

        view = self._workspace.view(view_id)
        if isinstance(view, OverviewView):
            view.findings_requested.connect(self.show_topic, Qt.ConnectionType.UniqueConnection)
