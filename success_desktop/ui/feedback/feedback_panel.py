"""The panel of feedback: cards beside the text, and what is decided on them."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from success_desktop.domain.edits import AddNode, SetValue
from success_desktop.i18n import interface_language
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.services.reviewing import is_reviewing
from success_desktop.ui.feedback.deed_flow import DeedFlow, is_deciding, open_menu
from success_desktop.ui.feedback.feedback_body import FeedbackBody
from success_desktop.ui.feedback.field_choices import list_field_choices
from success_desktop.ui.feedback.listing import lack_of, list_wanted, writer_of
from success_desktop.ui.feedback.plan_feedback import feedback_of
from success_desktop.ui.feedback.remark_filter import last_before, list_remarks, next_open
from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.plan_bridge import PlanBridge

_REST_MS = 300


class FeedbackPanel(PanelView):
    """Lists the remarks on what is chosen in the outline, on the whole plan, or without a place.

    `remark_chosen(id)` tells that another card is the current one, "" for none; `remark_wanted(id)` that a person has gone
    to it, and the page should; `remark_opened(id)` that the keyboard is wanted there, too. `way_out_requested(what)` asks
    for what an empty panel offers: "receive", "meeting".
    """

    remark_chosen = Signal(str)
    remark_wanted = Signal(str)
    remark_opened = Signal(str)
    way_out_requested = Signal(str)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.feedback = feedback_of(bridge)
        self._node_id = self._outline_id = ""
        self._aim_id = ""
        self._pinned_id = ""
        self._chosen_id = self._next_id = ""
        self._is_stale = True
        self._is_leading = self._is_refreshing = False
        self.body = FeedbackBody()
        self.model, self.cards = self.body.model, self.body.cards
        self.flow = DeedFlow(bridge, self.feedback, self)
        self.body.add_form(self.flow.form)
        self.body.add_form(self.flow.clash_form)
        self.flow.clash_form.spread.connect(self.body.make_room)
        self.landing = self.cards
        self._timer = QTimer(self, interval=_REST_MS, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        self._connect()

    # --- what the window asks --------------------------------------------------------------------------------

    def show_node(self, node_id: str) -> None:
        """List the remarks on another node, unless the panel has led there itself."""
        self._outline_id = node_id
        if node_id != self._node_id and not self._is_leading:
            self._node_id = node_id
            self._pinned_id = ""
            self._become_stale()

    def step(self, way: int) -> None:
        """Go to the next open remark (1) or to the one before (-1), wherever in the plan it is."""
        if found := self._following(way):
            self.show_remark(found)

    def show_remark(self, remark_id: str) -> None:
        """Make a remark the current one, whatever is asked for; the page goes where it is about."""
        remark = self.feedback.remark(remark_id)
        if remark is None:
            return
        self.body.show_rounds(is_shown=False)
        self._pinned_id = remark_id
        if (
            self.model.row_of(remark_id) < 0
            and remark.is_placed
            and self.body.filter.wanted().scope == "here"
        ):
            self._node_id = remark.anchor.node_id
        self._aim_id = remark_id
        self.refresh()

    def _following(self, way: int, *, is_listed_first: bool = False) -> str:
        """The next open remark behind the current one or before it in the whole plan; "" for none.

        With `is_listed_first` what is listed is gone through before.
        """
        plan, listed = self.feedback.plan, [self.feedback.remark(one) for one in self.model.ids]
        if plan is None:
            return ""
        here = next_open([one for one in listed if one is not None], self.cards.current_id, way)
        if is_listed_first and here:
            return here
        wanted = self.body.filter.wanted()
        scope = "plan" if wanted.scope == "here" else wanted.scope
        remarks = list_remarks(plan, self.feedback.read, replace(wanted, scope=scope, state=""))
        current_id = self.cards.current_id or last_before(plan, remarks, self._node_id)
        return next_open(remarks, current_id, way)

    def refresh(self) -> None:
        """Read and list the remarks anew; the current card stays, or gives way to the one that is aimed at."""
        self._timer.stop()
        self._is_stale = False
        feedback = self.feedback.read
        wanted = replace(self.body.filter.wanted(), node_id=self._node_id)
        remarks = list_wanted(self.feedback, wanted, self._pinned_id)
        self.body.filter.offer(feedback)
        self.body.show_counts(feedback, self.feedback.open_count(self._node_id))
        aim_id, self._aim_id = self._aim_id, ""
        self._is_refreshing = True
        self.cards.is_read_only = self.bridge.editor is not None and is_reviewing(self.bridge.editor)
        self.cards.show_remarks(
            [remark.id for remark in remarks], writer_of(self.feedback, remarks, wanted), aim_id
        )
        self._is_refreshing = False
        self.body.rounds.show_rounds(feedback)
        self.body.show_list(lack_of(feedback, remarks, wanted))
        if aim_id and aim_id == self.cards.current_id:
            self._lead()

    # --- Qt --------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._become_stale()
        super().changeEvent(event)

    # --- what happens ----------------------------------------------------------------------------------------

    def _become_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _on_edited(self, event: PlanEdited) -> None:
        """What a card shows of the text may read otherwise now."""
        nodes = {remark.anchor.node_id for remark in self.feedback.read.remarks.values()}
        if not event.edits or event.node_ids & nodes:
            self._is_stale = True
            if self.isVisible():
                self._timer.start()

    def _on_reviewed(self, event: PlanEdited) -> None:
        """A decision was taken back or made again: show the remark that it is about."""
        is_new = any(isinstance(edit, AddNode) for edit in event.edits)
        decided = [
            edit.node_id for edit in event.edits if isinstance(edit, SetValue) and edit.field == "disposition"
        ]
        if decided and not is_new and event.initiator is not self.flow.deeds and self.isVisible():
            self.show_remark(decided[0])

    def _on_chosen(self) -> None:
        """Another card, or the same one worded anew."""
        if self.cards.current_id == self._chosen_id:
            return
        self._chosen_id = self.cards.current_id
        self.flow.close_forms()
        self.remark_chosen.emit(self._chosen_id)
        if not self._is_refreshing:
            self._lead()

    def _lead(self) -> None:
        """Let the page go to the current remark; what is listed stays."""
        self._is_leading = True
        self.remark_wanted.emit(self.cards.current_id)
        self._is_leading = False

    def _on_begun(self, deed: str) -> None:
        """Aim at what comes after this deed, while the list still shows where that is; at nothing where nothing is done."""
        self._next_id = self._following(1, is_listed_first=True) if is_deciding(deed) else ""
        self._aim_id = (self._next_id or self.cards.current_id) if deed else ""

    def _on_ended(self, deed: str) -> None:
        """Go on to the next remark, elsewhere in the plan too."""
        self._pinned_id = ""
        following = self.feedback.remark(self._next_id)
        if following is not None and not following.is_open:  # one decision has settled several
            self._next_id = self._following(1, is_listed_first=True)
        if self._next_id and self._next_id != self.cards.current_id:
            self.show_remark(self._next_id)
        self.cards.setFocus()

    def _on_deed_requested(self, deed: str) -> None:
        remark = self.feedback.remark(self.cards.current_id)
        if remark is not None:
            self.flow.begin(deed, remark)

    def _on_menu_requested(self, point: QPoint) -> None:
        remark = self.feedback.remark(self.cards.current_id)
        if remark is not None and not self.cards.is_read_only:
            menu = QMenu(self)
            fields = list_field_choices(self.feedback.plan, self._outline_id, interface_language())
            self.flow.fill_menu(menu, remark, fields)
            open_menu(menu, point)

    def _on_way_out(self, what: str) -> None:
        if what in ("plan", "unplaced"):
            self.body.filter.ask_for("plan" if what == "plan" else "unplaced")
        elif what == "clear":
            self.body.filter.clear()
        else:
            self.way_out_requested.emit(what)

    def _on_narrowed(self) -> None:
        self._pinned_id = ""
        self.refresh()

    def _connect(self) -> None:
        self.feedback.changed.connect(self._become_stale)
        self.bridge.edited.connect(self._on_edited)
        self.bridge.reviewed.connect(self._on_reviewed)
        body, flow = self.body, self.flow
        body.filter.narrowed.connect(self._on_narrowed)
        body.filter.step_requested.connect(self.step)
        body.filter.rounds_requested.connect(lambda: body.show_rounds(is_shown=True))
        body.rounds.closed.connect(lambda: body.show_rounds(is_shown=False))
        body.rounds.removal_requested.connect(self.flow.deeds.remove_round)
        body.nothing.wanted.connect(self._on_way_out)
        body.unplaced.clicked.connect(lambda: self._on_way_out("unplaced"))
        body.foot.deed_requested.connect(self._on_deed_requested)
        body.foot.menu_requested.connect(self._on_menu_requested)
        self.cards.menu_requested.connect(self._on_menu_requested)
        self.cards.chosen.connect(self._on_chosen)
        self.cards.opened.connect(lambda: self.remark_opened.emit(self.cards.current_id))
        flow.asked.connect(lambda: QTimer.singleShot(0, self.cards, self.cards.show_current))
        flow.begun.connect(self._on_begun)
        flow.ended.connect(self._on_ended)
        flow.stopped.connect(lambda: self._on_begun(""))
