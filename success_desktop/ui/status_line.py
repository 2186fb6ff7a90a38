"""The line at the foot of the window: what is saved, the latest revision, and three figures of the plan."""

from decimal import Decimal
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.plan import Plan
from success_desktop.domain.totals import total_of_branch
from success_desktop.i18n import _
from success_desktop.ui.save_state import SaveState
from success_desktop.ui.theme import GRID

Goal = Literal["untranslated", "unfunded"]
"""Where a figure leads: to an item that lacks a translation, to a project without a budget."""


class PlanFigures(NamedTuple):
    """What the right end says: the share of texts in both languages (0 to 100; None without any), and baht."""

    translated_percent: int | None
    total_baht: Decimal


def count_figures(plan: Plan) -> PlanFigures:
    """The figures of a whole plan. A text counts as translated when it is there in both languages."""
    texts = {
        kind: [name for name, field in spec.fields.items() if field.type == "text"]
        for kind, spec in plan.template.kinds.items()
    }
    filled = both = 0
    for node in plan.walk():
        for name in texts[node.kind]:
            parts = node.parts(name)
            filled += bool(parts)
            both += len(parts) > 1
    percent = both * 100 // filled if filled else None
    return PlanFigures(percent, total_of_branch(plan, plan.root_id).total_baht)


class StatusLine(QWidget):
    """Says things; asks nothing. The figures are links.

    `next_wanted` tells what to go to (a `Goal`), `findings_requested` and `remarks_requested` that the findings
    or the open remarks are to be shown.
    """

    next_wanted = Signal(str)
    findings_requested = Signal()
    remarks_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(26)
        self.state, self.revision = SaveState(), QLabel()
        self.translated = self._make_link("untranslated")
        self.remarks, self.findings = self._make_link(), self._make_link()
        self.budget = self._make_link("unfunded")
        self.findings.clicked.connect(self.findings_requested)
        self.remarks.clicked.connect(self.remarks_requested)
        self._findings: int | None = None
        self._remarks: int | None = None
        self._revision = ""
        self._figures: PlanFigures | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.state)
        row.addWidget(self.revision)
        row.addStretch(1)
        for link in (self.translated, self.remarks, self.findings, self.budget):
            row.addWidget(link)

    def clear(self) -> None:
        """Say nothing: no plan is open."""
        self._figures, self._findings, self._remarks, self._revision = None, None, None, ""
        self.state.clear()
        self._word()

    def show_revision(self, name: str) -> None:
        """Name the latest revision; "" when there is none."""
        self._revision = name
        self._word()

    def show_figures(self, figures: PlanFigures) -> None:
        """Show the plan's figures."""
        self._figures = figures
        self._word()

    def show_findings(self, count: int) -> None:
        """Show how many findings there are in the plan."""
        self._findings = count
        self._word()

    def show_remarks(self, count: int | None) -> None:
        """Show how many open remarks there are; None where nobody has remarked on the plan."""
        self._remarks = count
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Word the line anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave figures out where there is no room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what says something; where that is too much, the figures that are found elsewhere as well give way."""
        labels = (self.revision, self.translated, self.remarks, self.findings, self.budget)
        for label in labels:
            label.setVisible(bool(label.text()))
        room = self.width() - 3 * GRID - self.state.sizeHint().width()
        for label in (self.budget, self.translated, self.revision):
            needed = sum(one.sizeHint().width() + 2 * GRID for one in labels if not one.isHidden())
            label.setHidden(label.isHidden() or needed > room)

    def _word(self) -> None:
        self.revision.setText(
            _("Latest revision: {name}").format(name=self._revision) if self._revision else ""
        )
        self._word_figures()
        self._fit()

    def _word_figures(self) -> None:
        figures, findings, remarks = self._figures, self._findings, self._remarks
        self.remarks.setText(
            "" if remarks is None else _("{count} open remarks").format(count=f"{remarks:,}")
        )
        self.remarks.setToolTip(_("Show the open remarks"))
        self.findings.setText("" if findings is None else _("{count} findings").format(count=f"{findings:,}"))
        if figures is None:
            for link in (self.translated, self.budget):
                link.setText("")
            return
        percent = figures.translated_percent
        self.translated.setText(
            "" if percent is None else _("{percent} % translated").format(percent=percent)
        )
        self.budget.setText(_("Total budget {baht} baht").format(baht=format_baht(figures.total_baht)))
        self.translated.setToolTip(_("Go to the next item that lacks a translation"))
        self.findings.setToolTip(_("Show the findings"))
        self.budget.setToolTip(_("Go to the next project without a budget"))

    def _make_link(self, goal: Goal | None = None) -> QPushButton:
        link = QPushButton()
        link.setProperty("role", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        if goal is not None:
            link.clicked.connect(lambda: self.next_wanted.emit(goal))
        return link
