"""The line at the foot of the window: what is saved, the latest revision, and three figures of the plan."""

from datetime import datetime
from decimal import Decimal
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.plan import Plan
from success_desktop.domain.totals import total_of_branch
from success_desktop.i18n import _
from success_desktop.ui.theme import GRID

Goal = Literal["untranslated", "project", "unfunded"]
"""Where a figure leads: to an item that lacks a translation, to a project, to a project without a budget."""


class PlanFigures(NamedTuple):
    """What the right end says: the share of texts in both languages (0 to 100; None without any), projects, baht."""

    translated_percent: int | None
    projects: int
    total_baht: Decimal


def count_figures(plan: Plan) -> PlanFigures:
    """The figures of a whole plan. A text counts as translated when it is there in both languages."""
    texts = {
        kind: [name for name, field in spec.fields.items() if field.type == "text"]
        for kind, spec in plan.template.kinds.items()
    }
    filled = both = projects = 0
    for node in plan.walk():
        projects += node.kind == "project"
        for name in texts[node.kind]:
            parts = node.parts(name)
            filled += bool(parts)
            both += len(parts) > 1
    percent = both * 100 // filled if filled else None
    return PlanFigures(percent, projects, total_of_branch(plan, plan.root_id).total_baht)


class StatusLine(QWidget):
    """Says things; asks nothing. The figures are links: `next_wanted` tells what to go to (a `Goal`)."""

    next_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(26)
        self.saved, self.published, self.revision = QLabel(), QLabel(), QLabel()
        self.translated = self._make_link("untranslated")
        self.projects = self._make_link("project")
        self.budget = self._make_link("unfunded")
        self._saved_at: datetime | None = None
        self._published_at: datetime | None = None
        self._is_complete = False
        self._revision = ""
        self._figures: PlanFigures | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(2 * GRID)
        for label in (self.saved, self.published, self.revision):
            row.addWidget(label)
        row.addStretch(1)
        for link in (self.translated, self.projects, self.budget):
            row.addWidget(link)

    def clear(self) -> None:
        """Say nothing: no plan is open."""
        self._saved_at, self._published_at, self._figures = None, None, None
        self._is_complete, self._revision = False, ""
        self._word()

    def show_complete(self) -> None:
        """Nothing has been changed since the plan was opened, and its file holds everything."""
        self._is_complete = True
        self._word()

    def show_saved(self, at: datetime) -> None:
        """The last change was written to disk at that instant."""
        self._saved_at = at
        self._word()

    def show_published(self, at: datetime | None) -> None:
        """The plan's file has held everything since that instant; None: it does not hold the last changes yet."""
        self._published_at = at
        self._word()

    def show_revision(self, name: str) -> None:
        """Name the latest revision; "" when there is none."""
        self._revision = name
        self._word()

    def show_figures(self, figures: PlanFigures) -> None:
        """Show the plan's figures."""
        self._figures = figures
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Word the line anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        saved = _("Everything is saved") if self._is_complete else ""
        self.saved.setText(_("Saved {time}").format(time=_clock(self._saved_at)) if self._saved_at else saved)
        published = (
            _("File up to date {time}").format(time=_clock(self._published_at)) if self._published_at else ""
        )
        self.published.setText(published)
        self.revision.setText(
            _("Latest revision: {name}").format(name=self._revision) if self._revision else ""
        )
        self._word_figures()
        for label in (self.saved, self.published, self.revision, self.translated, self.projects, self.budget):
            label.setVisible(bool(label.text()))

    def _word_figures(self) -> None:
        figures = self._figures
        if figures is None:
            for link in (self.translated, self.projects, self.budget):
                link.setText("")
            return
        percent = figures.translated_percent
        self.translated.setText(
            "" if percent is None else _("{percent} % translated").format(percent=percent)
        )
        self.projects.setText(_("{count} projects").format(count=f"{figures.projects:,}"))
        self.budget.setText(_("Total budget {baht} baht").format(baht=format_baht(figures.total_baht)))
        self.translated.setToolTip(_("Go to the next item that lacks a translation"))
        self.projects.setToolTip(_("Go to the next project"))
        self.budget.setToolTip(_("Go to the next project without a budget"))

    def _make_link(self, goal: Goal) -> QPushButton:
        link = QPushButton()
        link.setProperty("role", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self.next_wanted.emit(goal))
        return link


def _clock(at: datetime) -> str:
    """The time of day, here, of an instant."""
    return f"{at.astimezone():%H:%M}"
