"""What joins the panel of feedback with the rest of the window: the page and its marks, the status line, the overview."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from success_desktop.domain.anchors import carry_anchor
from success_desktop.domain.feedback import Remark
from success_desktop.services.finding import Passage
from success_desktop.services.hit_order import Stop
from success_desktop.ui.feedback.page_drops import PageDrops
from success_desktop.ui.feedback.page_marks import PageMarks, text_edits
from success_desktop.ui.feedback.plan_feedback import feedback_of
from success_desktop.ui.finding.page_places import go_to_stop
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.review_verbs import ReviewVerbs
from success_desktop.ui.status_line import StatusLine
from success_desktop.ui.workspace import Workspace

PANEL = "feedback"
_OVERVIEW = "overview"
_MARGIN = 48


class FeedbackVerbs(QObject):
    """Leads from a remark to its passage, and from figures to the remarks behind them.

    The panel is loaded when it is first shown, so that the window does not wait for it.
    """

    def __init__(
        self, workspace: Workspace, bridge: PlanBridge, status_line: StatusLine, review: ReviewVerbs
    ) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._status_line = status_line
        self._review = review
        self.feedback = feedback_of(bridge)
        self.marks = PageMarks(workspace.page, self.feedback)
        self.drops = PageDrops(workspace.page)
        self._counting = QTimer(self, interval=0, singleShot=True)
        self._counting.timeout.connect(self._show_count)
        self.feedback.changed.connect(self._counting.start)
        bridge.edited.connect(self.marks.refresh_soon)
        workspace.outline.node_selected.connect(self.marks.refresh_soon)
        workspace.page.node_requested.connect(self.marks.refresh_soon)
        workspace.text_edit_made.connect(self.marks.watch)
        self.marks.remark_clicked.connect(self._on_remark_clicked)
        workspace.panel(PANEL).furnished.connect(self._on_furnished)
        workspace.view_changed.connect(self._on_view_changed)
        self.drops.dropped.connect(self._on_dropped)
        status_line.remarks_requested.connect(self.show_open)

    def show_open(self) -> None:
        """Show the open remarks on the whole plan."""
        self.show_state("open")

    def show_state(self, disposition: str) -> None:
        """Show the remarks on the whole plan on which this was decided."""
        from success_desktop.ui.feedback.feedback_panel import FeedbackPanel

        self._workspace.show_panel(PANEL)
        panel = self._workspace.panel(PANEL).inside()
        if isinstance(panel, FeedbackPanel):
            panel.body.filter.ask_for("plan", disposition)

    def go_to_remark(self, remark_id: str) -> None:
        """Show the passage of a remark, as far as the view shown has it; the keyboard stays where it is."""
        remark = self.feedback.remark(remark_id)
        if remark is None or not self._workspace.find_node(remark.anchor.node_id):
            return
        page = self._workspace.page
        part = page.form.fields.get(remark.anchor.field) if page.form is not None else None
        if page.isVisible() and part is not None and page.current_node_id() == remark.anchor.node_id:
            edits = text_edits(page).items()
            edit = next(
                (one for (field, part_id), one in edits if (field, part_id) == remark.anchor.place[1:]), part
            )
            if edit.hasFocus():
                return  # somebody works there: nothing must move under the mouse
            QTimer.singleShot(0, edit, lambda: page.area.ensureWidgetVisible(edit, _MARGIN, _MARGIN))

    def open_remark(self, remark_id: str) -> None:
        """Go to the passage of a remark on the page, with the keyboard in it."""
        remark, plan = self.feedback.remark(remark_id), self.feedback.plan
        if remark is None or plan is None or remark.anchor.node_id not in plan.nodes:
            return
        self._workspace.open_node(remark.anchor.node_id)
        go_to_stop(self._workspace.page, self._stop_of(remark))

    def _stop_of(self, remark: Remark) -> Stop:
        assert self.feedback.plan is not None  # a remark is on a plan
        place = carry_anchor(self.feedback.plan, remark.anchor)
        node_id, field, part = remark.anchor.place
        return Stop(Passage(node_id, field, part, "", is_text=True), (place.start, place.end))

    def _show_count(self) -> None:
        feedback = self.feedback.read
        self._status_line.show_remarks(feedback.open_count if feedback.rounds else None)

    def _on_dropped(self, remark_id: str, place: tuple[str, str, str]) -> None:
        from success_desktop.ui.feedback.feedback_panel import FeedbackPanel

        panel = self._workspace.panel(PANEL).inside()
        if isinstance(panel, FeedbackPanel):
            panel.flow.deeds.place(remark_id, place)

    def _on_remark_clicked(self, remark_id: str) -> None:
        """Choose the card of the passage that was clicked; a panel that is not open stays so."""
        from success_desktop.ui.feedback.feedback_panel import FeedbackPanel

        dock = self._workspace.panel(PANEL)
        panel = dock.inside() if dock.isVisible() else None
        if isinstance(panel, FeedbackPanel):
            panel.show_remark(remark_id)

    def _on_furnished(self, panel: QWidget) -> None:
        from success_desktop.ui.feedback.feedback_panel import FeedbackPanel

        if isinstance(panel, FeedbackPanel):
            panel.remark_chosen.connect(self.marks.show_current)
            panel.remark_wanted.connect(self.go_to_remark)
            panel.remark_opened.connect(self.open_remark)
            panel.way_out_requested.connect(self._on_way_out)

    def _on_way_out(self, what: str) -> None:
        if what == "receive":
            self._review.receive()
        else:
            self._review.begin_meeting()

    def _on_view_changed(self, view_id: str) -> None:
        self.marks.refresh_soon()
        if view_id != _OVERVIEW:
            return
        from success_desktop.ui.figures.overview_view import OverviewView

        view = self._workspace.view(view_id)
        if isinstance(view, OverviewView):
            view.remarks_requested.connect(self.show_state, Qt.ConnectionType.UniqueConnection)
