"""The line of tools above the timeline: what part of the plan is shown, and how far time is drawn out."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from success_desktop.i18n import N_, _
from success_desktop.ui.figures.timeline_axis import Zoom
from success_desktop.ui.segments import Segment, Segments
from success_desktop.ui.theme import GRID

ZOOMS = (
    Segment("all", N_("All years"), N_("The whole plan in the width of the window")),
    Segment("years", N_("Years"), N_("Wide years")),
    Segment("quarters", N_("Quarters"), N_("Wide quarters")),
    Segment("months", N_("Months"), N_("Months under the years")),
)


class TimelineTools(QWidget):
    """Emits `zoom_requested(Zoom)`, `steps_requested(+1 or -1)`, `today_requested` and `whole_plan_requested`."""

    zoom_requested = Signal(str)
    steps_requested = Signal(int)
    today_requested = Signal()
    whole_plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = QLabel()
        self.scope.setProperty("role", "strong")
        self.scope.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.counts = QLabel()
        self.counts.setProperty("role", "secondary")
        self.whole_plan = QPushButton()
        self.whole_plan.setProperty("role", "link")
        self.today, self.nearer, self.farther = QPushButton(), QPushButton("+"), QPushButton("−")
        self.zooms = Segments(ZOOMS)
        self._lay_out()
        self._connect()
        self._word()

    def show_zoom(self, zoom: Zoom | None) -> None:
        """Press the button of the zoom in use; none between two steps."""
        self.zooms.press(zoom or "")

    def changeEvent(self, event: QEvent) -> None:
        """Word the tools anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row, words, lower = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        words.setSpacing(0)
        words.addWidget(self.scope)
        lower.setSpacing(GRID)
        lower.addWidget(self.counts)
        lower.addWidget(self.whole_plan)
        lower.addStretch(1)
        words.addLayout(lower)
        row.addLayout(words, 1)
        for button in (self.farther, self.nearer):
            button.setFixedWidth(4 * GRID)
            button.setProperty("role", "step")
        for widget in (self.today, self.zooms, self.farther, self.nearer):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.zooms.chosen.connect(self.zoom_requested)
        self.nearer.clicked.connect(lambda: self.steps_requested.emit(1))
        self.farther.clicked.connect(lambda: self.steps_requested.emit(-1))
        self.today.clicked.connect(self.today_requested)
        self.whole_plan.clicked.connect(self.whole_plan_requested)

    def _word(self) -> None:
        self.today.setText(_("Today"))
        self.today.setToolTip(_("Scroll to today"))
        self.whole_plan.setText(_("Show the whole plan"))
        self.nearer.setToolTip(_("Draw time out (+ or Ctrl and the wheel)"))
        self.farther.setToolTip(_("Push time together (− or Ctrl and the wheel)"))
        for button in (self.nearer, self.farther):
            button.setAccessibleName(button.toolTip())
