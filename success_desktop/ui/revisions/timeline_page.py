"""The timeline of the draft: the present and the revisions as cards, from which two are chosen to be compared."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from success_desktop.domain.revision import Revision, find_landmark
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.domain.touched import Touched
from success_desktop.i18n import _
from success_desktop.services.comparing import PRESENT as PRESENT_POINT
from success_desktop.services.comparing import Point
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.timeline import Milestone, filter_milestones, read_milestones, read_present
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.revisions.filter_strip import FilterStrip
from success_desktop.ui.revisions.milestone_list import MilestoneList
from success_desktop.ui.revisions.milestone_menu import Deed, MilestoneMenu
from success_desktop.ui.revisions.milestone_model import PRESENT, MilestoneModel
from success_desktop.ui.theme import GRID

_REST_MS = 1_000
_CHOOSING_MS = 120
"""So long nothing else is chosen before a pair is told: somebody may be walking through the list."""
_PAIR = 2
_UNTOLD = Milestone(None, None, Touched(), ())
"""The present while nothing is told of it: the history cannot be read."""


class TimelinePage(QWidget):
    """Lists the revisions, newest first, and says which two are chosen.

    `pair_chosen(old Point, new Point)` tells that two points stand for comparing now, `wanted(Deed, pair)` that something is
    asked of two points: the later one is the present where one revision alone is meant. `keep_requested` asks for the
    present to be kept.
    """

    pair_chosen = Signal(object, object)
    wanted = Signal(object, object)
    keep_requested = Signal()

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._editor: PlanEditor | None = None
        self._milestones: list[Milestone] = []
        self._present = _UNTOLD
        self._awaited: tuple[Point, Point] | None = None
        self._node_id = ""
        self._is_stale = True
        self.strip = FilterStrip()
        self.model = MilestoneModel(self)
        self.list = MilestoneList(self.model)
        self.hint = QLabel()
        self.compare, self.restore, self.keep = QPushButton(), QPushButton(), QPushButton()
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._choosing = QTimer(self, interval=_CHOOSING_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._word()

    def show_node(self, node_id: str) -> None:
        """Follow what is chosen in the outline, where only that is asked for."""
        if node_id != self._node_id:
            self._node_id = node_id
            if self.strip.asked().is_chosen_only:
                self.change()

    def change(self) -> None:
        """There is something new to show: at once where it is seen, else when it is. A closed plan is let go of now."""
        self._is_stale = True
        if self.isVisible() or self._bridge.editor is None:
            self.refresh()

    def refresh(self) -> None:
        """Read what is new in the history and show it."""
        self._is_stale = False
        self._rest.stop()
        editor = self._bridge.editor
        if editor is not self._editor:
            self._milestones, self._editor = [], editor
            self.list.choose()
        if editor is None:
            self._awaited = None
        else:
            milestones = self._bridge.do(lambda: read_milestones(editor, self._milestones))
            self._milestones = milestones or []
            self.strip.offer(self._milestones)
            self._present = self._read_present(editor)
        self._show()
        self._show_awaited()

    def pair(self) -> tuple[Point, Point] | None:
        """The two points that stand for comparing, the older one first; None when there is nothing to compare.

        One alone is compared with the present, the present with the newest revision that a person kept.
        """
        points = [_point_of(self.model.revision_of(key)) for key in self.list.chosen]
        if len(points) == _PAIR:
            return points[1], points[0]
        if points and not points[0].is_present:
            return points[0], PRESENT_POINT
        landmark = _landmark_of(self._milestones)
        return (_point_of(landmark), PRESENT_POINT) if points and landmark is not None else None

    def show_pair(self, old: Point, new: Point) -> None:
        """Show as chosen what is compared elsewhere: at once where it is seen, else when it is."""
        self._awaited = old, new
        if not self._is_stale:
            self._show_awaited()
        elif self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            self.change()
        super().changeEvent(event)

    def _show(self) -> None:
        """Show the milestones asked for under the card of the present."""
        editor, asked = self._editor, self.strip.asked()
        if editor is None:
            self.model.clear()
            return
        node_ids = _branch_ids(editor, self._node_id) if asked.is_chosen_only else None
        found = filter_milestones(self._milestones, replace(asked.wanted, node_ids=node_ids))
        landmark = _landmark_of(self._milestones)
        name = revision_name(landmark) if landmark is not None else ""
        scrolled = self.list.verticalScrollBar().value()
        cards = [self._present, *reversed(found)]
        self.model.show(cards, name, editor.plan.template, editor.now())
        self.list.verticalScrollBar().setValue(scrolled)
        self.hint.setText(_hint(len(self._milestones), len(found), is_everything=asked.is_everything))
        self._mark()

    def _mark(self) -> None:
        """Put the signs on the cards of the pair, and enable what can be done with it."""
        pair = self.pair()
        keys = [point.revision.id if point.revision else PRESENT for point in pair or ()]
        self.model.mark(*keys or (None, None))
        self.compare.setEnabled(pair is not None)
        can_restore = pair is not None and pair[1].is_present
        self.restore.setEnabled(can_restore)
        offer = _("Bring back what was in this revision; a preview comes first")
        self.restore.setToolTip(offer if can_restore else _("Choose one revision to restore from"))

    def _show_awaited(self) -> None:
        """Show as chosen what somebody asked for while it could not be shown."""
        if self._awaited is not None:
            self.list.choose(*(point.revision.id if point.revision else PRESENT for point in self._awaited))
            self._awaited = None
            self._choosing.stop()

    def _read_present(self, editor: PlanEditor) -> Milestone:
        """The present, told against the landmark."""
        landmark = _landmark_of(self._milestones)
        return self._bridge.do(lambda: read_present(editor, landmark)) or _UNTOLD

    def _on_edits_rested(self) -> None:
        """Nobody has edited for a moment: say what differs now."""
        if self._editor is None or not self.isVisible():
            self._is_stale = True
        else:
            self._present = self._read_present(self._editor)
            self.model.show_present(self._present)

    def _on_chosen(self) -> None:
        self._mark()
        self._choosing.start()

    def _on_rested(self) -> None:
        pair = self.pair()
        if pair is not None:
            self.pair_chosen.emit(*pair)

    def _want(self, deed: Deed) -> None:
        pair = self.pair()
        if pair is not None:
            self._choosing.stop()
            self.wanted.emit(deed, pair)

    def _on_menu_requested(self, row: int, point: QPoint) -> None:
        milestone = self.model.milestone(self.model.index(row))
        if milestone is None or milestone.revision is None:
            return
        revision = milestone.revision
        before = self._milestones[revision.ordinal - 2].revision if revision.ordinal > 1 else None
        menu = MilestoneMenu(_point_of(revision), _point_of(before) if before is not None else None, self)
        menu.wanted.connect(self.wanted)
        menu.popup(point)

    def _connect(self) -> None:
        self.strip.narrowed.connect(self._show)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.opened.connect(lambda: self._want("compare"))
        self.list.menu_requested.connect(self._on_menu_requested)
        self.compare.clicked.connect(lambda: self._want("compare"))
        self.restore.clicked.connect(lambda: self._want("restore"))
        self.keep.clicked.connect(self.keep_requested)
        self._rest.timeout.connect(self._on_edits_rested)
        self._choosing.timeout.connect(self._on_rested)
        self._bridge.written.connect(lambda _event: self._rest.start())
        for signal in (self._bridge.opened, self._bridge.closed, self._bridge.revised):
            signal.connect(self.change)

    def _lay_out(self) -> None:
        self.hint.setProperty("role", "secondary")
        self.hint.setWordWrap(True)
        self.keep.setProperty("role", "link")
        head = QHBoxLayout()
        head.addWidget(self.hint, 1)
        head.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        for button in (self.compare, self.restore):
            foot.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.strip)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _word(self) -> None:
        self.list.setAccessibleName(_("Revisions of the draft"))
        self.compare.setText(_("Compare"))
        self.compare.setToolTip(_("Show what differs between the two"))
        self.restore.setText(_("Restore…"))
        self.keep.setText(_("Keep one…"))
        self.keep.setToolTip(_("Keep the plan as it is now, under a name"))


def _point_of(revision: Revision | None) -> Point:
    return Point(revision.id, revision) if revision is not None else PRESENT_POINT


def _landmark_of(milestones: Sequence[Milestone]) -> Revision | None:
    """What the present is told against."""
    return find_landmark([one.revision for one in milestones if one.revision is not None])


def _branch_ids(editor: PlanEditor, node_id: str) -> frozenset[str]:
    """A node with all that is below it now."""
    if node_id not in editor.plan.nodes:
        return frozenset((node_id,))
    return frozenset(node.id for node in editor.plan.walk(node_id))


def _hint(count: int, found: int, *, is_everything: bool) -> str:
    """What stands above the cards: that none has been kept, how to choose, or how many of how many are shown."""
    if not count:
        return _("No revision has been kept yet. Keep one before a meeting: it stays as it was.")
    if is_everything:
        return _("Choose two (Ctrl and click)")
    return _("{found} of {count} revisions").format(found=f"{found:,}", count=f"{count:,}")
