"""The one bar under the menus: which plan this is, how it is looked at, and the way out to Word and PDF."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from success_desktop.i18n import N_, _
from success_desktop.ui.segments import Segment, Segments
from success_desktop.ui.theme import GRID, SLIM_BAR_HEIGHT
from success_desktop.ui.views import VIEWS

PAGE_LANGUAGES: tuple[Segment, ...] = (
    Segment("th", "ไทย", N_("Show the page in Thai")),
    Segment("both", "ไทย | EN", N_("Show the page in Thai and English side by side")),
    Segment("en", "EN", N_("Show the page in English")),
)


class SlimBar(QWidget):
    """Title and edition of the plan, the view (`view_chosen`), the page's languages (`language_chosen`), the way out."""

    view_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, export: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slim_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(SLIM_BAR_HEIGHT)
        self._full_title = ""
        self.title = QLabel()
        self.title.setObjectName("plan_title")
        self.title.setMinimumWidth(1)
        self.chip = QLabel()
        self.chip.setProperty("role", "chip")
        self.chip.setFixedHeight(22)
        self.views = Segments([Segment(view.id, view.text, view.hint) for view in VIEWS])
        self.languages = Segments(PAGE_LANGUAGES)
        self.views.chosen.connect(self.view_chosen)
        self.languages.chosen.connect(self.language_chosen)
        self.export_button = QPushButton()
        self.export_button.setProperty("primary", "true")
        self.export_button.clicked.connect(export.trigger)
        export.changed.connect(lambda: self.export_button.setEnabled(export.isEnabled()))
        self._lay_out()
        self.show_plan("", "")
        self._word()

    def show_plan(self, title: str, edition: str) -> None:
        """Name the plan; an empty edition hides its chip."""
        self._full_title = title
        self.title.setToolTip(title)
        self.chip.setText(edition)
        self.chip.setVisible(bool(edition))
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title to the room there is."""
        super().resizeEvent(event)
        self._fit_title()

    def changeEvent(self, event: QEvent) -> None:
        """Word the bar anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(GRID)
        row.addWidget(self.title)
        row.addWidget(self.chip)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addWidget(self.languages)
        row.addWidget(self.export_button)

    def _fit_title(self) -> None:
        metrics = QFontMetrics(self.title.font())
        text = metrics.elidedText(self._full_title, Qt.TextElideMode.ElideRight, self._room_for_title())
        self.title.setText(text)
        self.title.setMaximumWidth(metrics.horizontalAdvance(text) + GRID)

    def _room_for_title(self) -> int:
        chip = self.chip.sizeHint().width() + GRID if self.chip.text() else 0
        others = sum(part.sizeHint().width() for part in (self.views, self.languages, self.export_button))
        return max(0, self.width() - others - chip - 10 * GRID)

    def _word(self) -> None:
        self.export_button.setText(_("Export Word / PDF"))
        self._fit_title()
