"""The panels around the views: docks that can be moved, closed and brought back, one row each."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from success_desktop.i18n import N_, _
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.theme import OUTLINE_WIDTH, PANEL_HEIGHT, PANEL_WIDTH

_Area = Qt.DockWidgetArea


class PanelRow(NamedTuple):
    """One panel: its id and name (a catalogue entry), where it stands at first, its key, and how its inside is made.

    `views` are the views beside which it is open at first, `width` its first width in pixels.
    """

    id: str
    text: str
    area: Qt.DockWidgetArea
    shortcut: str
    make: Callable[[PlanBridge], QWidget]
    views: tuple[str, ...] = ()
    width: int = PANEL_WIDTH


def _make_history(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.history.history_panel import HistoryPanel

    return HistoryPanel(bridge)


def _make_findings(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.findings import findings_of
    from success_desktop.ui.findings_panel import FindingsPanel

    return FindingsPanel(bridge, findings_of(bridge))


def _make_find(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.finding.find_panel import FindPanel

    return FindPanel(bridge)


def _make_spelling(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.spelling.panel import SpellingPanel

    return SpellingPanel(bridge)


def _make_outline(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.tree.outline_view import OutlineView

    return OutlineView(bridge)


def _make_revisions(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.revisions.revisions_panel import RevisionsPanel

    return RevisionsPanel(bridge)


def _make_feedback(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.feedback.feedback_panel import FeedbackPanel

    return FeedbackPanel(bridge)


def _make_meeting(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.review.meeting_panel import MeetingPanel

    return MeetingPanel(bridge)


def _make_remarks(bridge: PlanBridge) -> QWidget:
    from success_desktop.ui.review.remarks_panel import RemarksPanel

    return RemarksPanel(bridge)


_EVERY_VIEW = ("page", "table", "timeline", "overview")

PANELS: tuple[PanelRow, ...] = (
    PanelRow(
        "outline",
        N_("Outline"),
        _Area.LeftDockWidgetArea,
        "Ctrl+Shift+O",
        _make_outline,
        _EVERY_VIEW,
        OUTLINE_WIDTH,
    ),
    PanelRow(
        "revisions",
        N_("Revisions"),
        _Area.LeftDockWidgetArea,
        "Ctrl+Shift+R",
        _make_revisions,
        ("compare",),
        OUTLINE_WIDTH,
    ),
    PanelRow(
        "feedback", N_("Feedback"), _Area.RightDockWidgetArea, "Ctrl+Shift+M", _make_feedback, ("page",)
    ),
    PanelRow("history", N_("History"), _Area.RightDockWidgetArea, "Ctrl+Shift+H", _make_history, ("page",)),
    PanelRow(
        "findings", N_("Findings"), _Area.RightDockWidgetArea, "Ctrl+Shift+F", _make_findings, ("page",)
    ),
    PanelRow("spelling", N_("Spelling"), _Area.RightDockWidgetArea, "", _make_spelling),
    PanelRow("meeting", N_("Meeting"), _Area.RightDockWidgetArea, "", _make_meeting),
    PanelRow("remarks", N_("My remarks"), _Area.RightDockWidgetArea, "", _make_remarks),
    PanelRow("find", N_("Find and replace"), _Area.BottomDockWidgetArea, "", _make_find),
)


class PanelTitle(QWidget):
    """The line at a panel's top: its name and the cross that closes it. The panel is dragged by it."""

    def __init__(self, panel: QDockWidget) -> None:
        super().__init__(panel)
        self.setObjectName("panel_title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = QLabel()
        self.name.setProperty("role", "secondary")
        self.cross = QToolButton()
        self.cross.setIcon(draw_icon("x"))
        self.cross.clicked.connect(panel.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.cross)

    def word(self, name: str) -> None:
        """Name the panel."""
        self.name.setText(name)
        self.cross.setToolTip(_("Close"))
        self.cross.setAccessibleName(_("Close the panel “{name}”").format(name=name))


class Panel(QDockWidget):
    """The dock of one panel. Its inside is made when it is first shown; `furnished(widget)` tells that it has been."""

    furnished = Signal(object)

    def __init__(self, row: PanelRow, bridge: PlanBridge, parent: QMainWindow) -> None:
        super().__init__(parent)
        self.setObjectName(f"{row.id}_panel")
        self.row = row
        self.title = PanelTitle(self)
        self._bridge = bridge
        self._window = parent
        self._no_title = QWidget(self)
        self._no_title.hide()
        self.setTitleBarWidget(self.title)
        self.visibilityChanged.connect(self._on_visibility_changed)
        self._word()

    def inside(self) -> QWidget:
        """What the panel shows, made now if it has not been shown yet."""
        if self.widget() is None:
            self.setWidget(self.row.make(self._bridge))
            self._word()
            self.furnished.emit(self.widget())
        return self.widget()

    def fit_title(self) -> None:
        """Among tabs the tab is title enough; alone or afloat the panel carries its own."""
        others = self._window.tabifiedDockWidgets(self)
        is_tab = not self.isFloating() and not all(other.isHidden() for other in others)
        title = self._no_title if is_tab else self.title
        if self.titleBarWidget() is not title:
            self.titleBarWidget().hide()
            self.setTitleBarWidget(title)
            title.show()

    def sizeHint(self) -> QSize:
        """How much room the panel takes at first."""
        return QSize(self.row.width, PANEL_HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Word the title anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _on_visibility_changed(self, is_visible: bool) -> None:
        if is_visible:
            self.inside()

    def _word(self) -> None:
        name = _(self.row.text)
        self.setWindowTitle(name)
        self.title.word(name)
        if self.widget() is not None:
            self.widget().setAccessibleName(name)
