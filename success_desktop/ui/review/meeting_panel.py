"""The panel for meetings: recommendations are typed here in large letters while the plan beside it is projected."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from success_desktop.domain.minutes import Point
from success_desktop.domain.minutes_heading import read_heading
from success_desktop.i18n import _, interface_language
from success_desktop.services import meetings
from success_desktop.services.meetings import MeetingDetails
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.review.meeting_form import MeetingForm
from success_desktop.ui.review.meeting_head import MeetingHead
from success_desktop.ui.review.minutes_page import MinutesPage
from success_desktop.ui.review.passage_in_view import PassageInView, passage_words
from success_desktop.ui.review.point_list import PointList
from success_desktop.ui.scrolled_page import ScrolledPage
from success_desktop.ui.theme import GRID

PANEL_ID = "meeting"
WIDTH = 460
"""Pixels that the panel takes when it is asked for: large letters need them."""


class MeetingPanel(PanelView):
    """One meeting at a time. `field_requested(node id, field)` asks to show a passage on the page."""

    field_requested = Signal(str, str)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("meeting_panel")
        self.passage = PassageInView(self)
        self.head = MeetingHead()
        self.form = MeetingForm()
        self.form.hide()
        self.points = PointList(bridge, self.passage)
        self.minutes = MinutesPage()
        self._is_for_new = False
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.landing = self.head.rounds

    # --- what the window asks ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin a meeting today; its name is then there to be typed over."""
        editor = self.bridge.editor
        if editor is None:
            return
        self.commit_pending()
        details = MeetingDetails(name=_("Meeting"), on=editor.now().astimezone().date())
        round_id = self.bridge.do(lambda: meetings.hold_meeting(editor, details, (), self))
        if round_id is not None:
            self.show_meeting(round_id)
            self._show_form(is_shown=True)
            self.form.focus_name()

    def paste(self, text: str, *, is_for_new: bool) -> None:
        """Ask for the text of minutes: for a meeting of their own, or for the one shown."""
        self.commit_pending()
        self._is_for_new = is_for_new or not self.points.round_id
        self.stack.setCurrentWidget(self.minutes)
        self.minutes.begin(text)

    def show_meeting(self, round_id: str) -> None:
        """Show one meeting."""
        self.form.forget_typing()
        self.points.show_round(round_id)
        self.stack.setCurrentIndex(0)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now; the newest meeting when the one shown is gone."""
        held = meetings.list_meetings(self.bridge.editor) if self.bridge.editor is not None else ()
        shown = next((item for item in held if item.id == self.points.round_id), held[-1] if held else None)
        self.points.show_round(shown.id if shown is not None else "")
        self.head.show_meetings(held, shown)
        self.points.setVisible(shown is not None)
        if shown is None:
            self._show_form(is_shown=False)
        else:
            self.form.show_details(meetings.details_of(shown))
        self._word_foot()

    def commit_pending(self) -> None:
        """Hand in what is still being typed."""
        if self.bridge.editor is not None:
            self.form.commit()
            self.points.commit()

    def show_node(self, node_id: str) -> None:
        """Follow what is chosen in the outline: the next point is tied to it."""
        self.passage.show_node(node_id)

    def take_focus(self) -> None:
        """Put the keyboard where the next point is typed."""
        if self.points.round_id and self.stack.currentIndex() == 0:
            self.points.take_focus()
        else:
            super().take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited meanwhile."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Word the panel anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    # --- building ------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        work = QWidget()
        inside = QVBoxLayout(work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.head)
        inside.addWidget(self.form)
        inside.addWidget(self.points, 1)
        inside.addStretch(0)
        self.stack.addWidget(work)
        self.stack.addWidget(self.minutes)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, 0, 0)
        column.addWidget(ScrolledPage(self.stack))

    def _connect(self) -> None:
        bridge, head = self.bridge, self.head
        bridge.opened.connect(self._on_closed)
        bridge.closed.connect(self._on_closed)
        bridge.leaving.connect(self.commit_pending)
        bridge.reviewed.connect(self._on_reviewed)
        bridge.edited.connect(self._word_foot)
        head.meeting_chosen.connect(self.show_meeting)
        head.new_wanted.connect(self.begin)
        head.paste_wanted.connect(lambda: self.paste("", is_for_new=False))
        head.form_wanted.connect(lambda: self._show_form(is_shown=not self.form.isVisibleTo(self)))
        head.letters_wanted.connect(self.points.change_letters)
        head.tying_chosen.connect(self._on_tying_chosen)
        self.form.changed.connect(self._on_details_changed)
        self.minutes.taken.connect(self._on_minutes_taken)
        self.minutes.left.connect(self._on_minutes_left)
        self.passage.changed.connect(self._word_foot)
        self.points.passage_requested.connect(self.field_requested)
        self.points.escape_wanted.connect(lambda: self.head.rounds.setFocus())

    # --- what happens --------------------------------------------------------------------------------------

    def _show_form(self, *, is_shown: bool) -> None:
        self.form.commit()
        self.form.setVisible(is_shown)
        self.head.press_form(is_shown)

    def _word_foot(self) -> None:
        if not self.isVisible():
            return
        editor = self.bridge.editor
        words = ""
        if editor is not None:
            words = passage_words(editor.plan, self.passage.anchor(editor), interface_language())
        self.head.name_passage(words)
        self.points.show_passage_in_view()

    def _on_reviewed(self, event: PlanEdited) -> None:
        if self.isVisible() and event.initiator is not self.points:
            self.refresh()

    def _on_closed(self) -> None:
        self.form.forget_typing()
        self.stack.setCurrentIndex(0)
        self.refresh()

    def _on_details_changed(self, details: MeetingDetails) -> None:
        editor, round_id = self.bridge.editor, self.points.round_id
        if editor is not None and round_id:
            self.bridge.do(lambda: meetings.set_details(editor, round_id, details, self))
            self.refresh()

    def _on_minutes_taken(self, points: tuple[Point, ...], preface: str) -> None:
        editor, round_id = self.bridge.editor, self.points.round_id
        if editor is None:
            return
        if self._is_for_new:
            told = read_heading(preface)
            day = told.on or editor.now().astimezone().date()
            details = MeetingDetails(name=told.name or _("Minutes"), on=day, agenda=told.rest)
            made = self.bridge.do(lambda: meetings.hold_meeting(editor, details, points, self))
        else:
            self.bridge.do(lambda: meetings.take_minutes(editor, round_id, points, self))
            made = round_id
        if made is not None:
            self.show_meeting(made)
            self._show_form(is_shown=self._is_for_new)

    def _on_minutes_left(self) -> None:
        self.stack.setCurrentIndex(0)
        self.take_focus()

    def _on_tying_chosen(self, is_tying: bool) -> None:
        self.points.is_tying = is_tying
        self.points.show_passage_in_view()
