"""The verbs on revisions: see them, compare two of them, and ask others for what a revision can give.

The panel and the view that they work with are loaded when they are first shown, so that the window does not wait for them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from success_desktop.domain.revision import Revision
from success_desktop.services.revisions import read_landmark
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.revisions.hour_clock import HourClock
from success_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from success_desktop.services.comparing import Point
    from success_desktop.ui.revisions.milestone_menu import Deed, Pair
    from success_desktop.ui.revisions.revisions_panel import RevisionsPanel

PANEL = "revisions"
COMPARE = "compare"


class RevisionVerbs(QObject):
    """Joins the panel of revisions with the view that compares.

    `keep_requested`, `restore_requested(Revision, Scope)`, `export_requested(Revision)` and `redline_requested(old Point,
    new Point)` pass on what was asked for in either of them. `clock` keeps the plan after an hour's work.
    """

    keep_requested = Signal()
    restore_requested = Signal(object, object)
    export_requested = Signal(object)
    redline_requested = Signal(object, object)

    def __init__(self, workspace: Workspace, bridge: PlanBridge) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._bridge = bridge
        self.clock = HourClock(bridge, self)
        workspace.panel(PANEL).furnished.connect(self._on_furnished)
        workspace.view_changed.connect(self._on_view_changed)

    def show(self) -> None:
        """Bring the revisions into sight."""
        self._workspace.show_panel(PANEL)

    def compare(self, old: "Point", new: "Point") -> None:
        """Show what differs between two points."""
        from success_desktop.ui.compare.compare_view import CompareView

        self._workspace.show_view(COMPARE)
        view = self._workspace.view(COMPARE)
        if isinstance(view, CompareView):
            view.show_points(old, new)

    def compare_with_newest(self) -> None:
        """Show what differs between the newest revision that a person kept and the present."""
        from success_desktop.services.comparing import PRESENT, Point

        newest = self._newest()
        if newest is not None:
            self.compare(Point(newest.id, newest), PRESENT)

    def restore(self) -> None:
        """Offer to restore from the revision chosen in the panel, else from the newest that a person kept."""
        pair = self._chosen_pair()
        chosen = pair[0].revision if pair is not None else None
        revision = chosen or self._newest()
        if revision is not None:
            self._ask_for("restore", revision)

    def _newest(self) -> Revision | None:
        """The newest revision that a person kept, else the newest; None without any, which the message bar says then."""
        editor = self._bridge.editor
        if editor is None:
            return None
        self._bridge.leaving.emit()
        return self._bridge.do(lambda: read_landmark(editor))

    def _chosen_pair(self) -> "Pair | None":
        panel = self._panel()
        return panel.timeline.pair() if panel is not None else None

    def _panel(self) -> "RevisionsPanel | None":
        """The inside of the panel, if it has been shown."""
        from success_desktop.ui.revisions.revisions_panel import RevisionsPanel

        inside = self._workspace.panel(PANEL).widget()
        return inside if isinstance(inside, RevisionsPanel) else None

    def _on_pair_chosen(self, old: "Point", new: "Point") -> None:
        """Follow what is chosen while comparing; from elsewhere only two chosen cards lead there."""
        panel = self._panel()
        is_pair = panel is not None and len(panel.timeline.list.chosen) > 1
        if self._workspace.view_id == COMPARE or is_pair:
            self.compare(old, new)

    def _on_view_changed(self, view_id: str) -> None:
        """Listen to the view that compares, and let the panel show as chosen what stands there."""
        if view_id != COMPARE:
            return
        from success_desktop.ui.compare.compare_view import CompareView

        view, once = self._workspace.view(view_id), Qt.ConnectionType.UniqueConnection
        if isinstance(view, CompareView):
            view.points_shown.connect(self._on_points_shown, once)
            view.redline_requested.connect(self.redline_requested, once)
            view.restore_requested.connect(self.restore_requested, once)
            view.revision_requested.connect(self.keep_requested, once)
        panel = self._panel()
        if panel is not None:
            self._show_pair_in(panel)

    def _show_pair_in(self, panel: "RevisionsPanel") -> None:
        """Let a panel that was opened beside the view that compares begin with what stands there."""
        from success_desktop.ui.compare.compare_view import CompareView

        view = self._workspace.view(COMPARE) if self._workspace.view_id == COMPARE else None
        if isinstance(view, CompareView) and view.compared is not None:
            panel.timeline.show_pair(view.compared.old_point, view.compared.new_point)

    def _on_points_shown(self, old: "Point", new: "Point") -> None:
        panel = self._panel()
        if panel is not None:
            panel.timeline.show_pair(old, new)

    def _on_wanted(self, deed: "Deed", pair: "Pair") -> None:
        old, new = pair
        if deed == "compare":
            self.compare(old, new)
        elif deed == "redline":
            self.redline_requested.emit(old, new)
        elif old.revision is not None:
            self._ask_for(deed, old.revision)

    def _ask_for(self, deed: "Deed", revision: Revision) -> None:
        from success_desktop.domain.restoring import Scope

        if deed == "restore":
            self.restore_requested.emit(revision, Scope())
        else:
            self.export_requested.emit(revision)

    def _on_furnished(self, _inside: QWidget) -> None:
        panel = self._panel()
        if panel is not None:
            panel.timeline.pair_chosen.connect(self._on_pair_chosen)
            panel.timeline.wanted.connect(self._on_wanted)
            panel.timeline.keep_requested.connect(self.keep_requested)
            self._show_pair_in(panel)
