"""The overview: where the money goes and what is still missing, for the whole plan or the part chosen in the outline."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.budgets import budget_kinds, find_scope
from success_desktop.domain.checks_in_words import Topic
from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import RowFilter
from success_desktop.i18n import _, interface_language
from success_desktop.ui.feedback.plan_feedback import feedback_of
from success_desktop.ui.figures.figure_button import Decided, Figure, FigureButton, Goal
from success_desktop.ui.figures.overview_cards import LinesCard, YearsCard
from success_desktop.ui.figures.overview_figures import OverviewFigures
from success_desktop.ui.findings import REST_MS, findings_of
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import name_in_sentence
from success_desktop.ui.work_view import LanguageMode, WorkView

_MARGINS = (20, 12, 20, 24)
_MOST_WIDTH = 1240


class OverviewView(WorkView):
    """Charts and counts whose every figure leads to the rows behind it. It reckons only while it is seen.

    Like the timeline it is about the group chosen in the outline; a project chosen leaves it at the group shown, if it lies
    in that, else at the whole plan.

    `findings_requested(Topic)` asks for the findings on a topic, `remarks_requested(disposition)` for the remarks on which
    that was decided.
    """

    findings_requested = Signal(object)
    remarks_requested = Signal(str)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("overview")
        self.findings, self.feedback = findings_of(bridge), feedback_of(bridge)
        self.figures: OverviewFigures | None = None
        self._node_id = ""
        self._is_widened = False
        self._is_stale = True
        self._timer = QTimer(self, interval=REST_MS, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self.heading, self.scope, self.total = QLabel(), QLabel(), QLabel()
        self.years, self.agencies, self.sources = YearsCard(), LinesCard(), LinesCard()
        self.topics, self.statuses, self.remarks = LinesCard(), LinesCard(), LinesCard()
        self.start, self.whole_plan = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()

    def show_node(self, node_id: str) -> None:
        """Show the figures of a group, or of one that a project lies in; "" for the whole plan."""
        if node_id != self._node_id:
            self._node_id, self._is_widened = node_id, False
            self._change(at_once=True)

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Name branches and agencies in the language shown."""
        super().set_language_mode(mode)
        self._change(at_once=True)

    def refresh(self) -> None:
        """Reckon and show all figures anew; nothing when no plan is open."""
        self._timer.stop()
        self._is_stale = False
        plan = self.findings.plan
        if plan is not None and budget_kinds(plan.template):
            scope_id = plan.root_id if self._is_widened else self._scope_id(plan)
            self.figures = OverviewFigures(plan, scope_id, self.language)
            self._show(plan, self.figures)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._change(at_once=True)
        super().changeEvent(event)

    def _scope_id(self, plan: Plan) -> str:
        """The group chosen; for a project the group shown when it lies in it, else the whole plan."""
        chosen_id, kind = find_scope(plan, self._node_id)
        if plan.nodes[chosen_id].kind != kind:
            return chosen_id
        shown_id = self.figures.scope_id if self.figures is not None else plan.root_id
        above = {node.id for node in plan.ancestors(chosen_id)}
        return shown_id if shown_id in above else plan.root_id

    def _change(self, *, at_once: bool = False) -> None:
        """Something else is to be shown: now, when the plan rests, or when the view is seen again."""
        self._is_stale = True
        if self.isVisible():
            self._timer.start(0 if at_once else REST_MS)

    def _show(self, plan: Plan, figures: OverviewFigures) -> None:
        self._word(plan, figures)
        has_money = bool(figures.budgets.by_year)
        self.years.show_years(figures.columns() if has_money else [], figures.keys())
        self.agencies.show_lines(figures.agency_lines())
        self.sources.show_lines(figures.source_lines())
        self.topics.show_lines(figures.topic_lines(self.findings.of_branch(figures.scope_id)))
        self.statuses.show_lines(figures.status_lines())
        self.remarks.show_lines(figures.remark_lines(self.feedback.read))
        self.remarks.setVisible(bool(self.feedback.read.rounds))
        for card in (self.agencies, self.sources):
            card.setVisible(has_money)
        self.statuses.setVisible(bool(figures.budgets.rows))
        self.start.setVisible(not figures.budgets.rows)

    def _word(self, plan: Plan, figures: OverviewFigures) -> None:
        """Say what is shown; the kind of node goes by the template's name for it."""
        spec, budgets, language = plan.template.kind(figures.kind), figures.budgets, interface_language()
        kind, within = spec.name.spoken(language), name_in_sentence(spec, language)
        is_whole = figures.scope_id == plan.root_id
        self.heading.setText(_("Overview"))
        self.scope.setText(_("The whole plan") if is_whole else figures.name(figures.scope_id))
        self.whole_plan.setText(_("Show the whole plan"))
        self.whole_plan.setVisible(not is_whole)
        self.total.setText("     ".join(figures.totals()))
        self.start.setText(_("Go to the page"))
        empty = _("The budgets of each {kind} are added up here, as soon as there are any.")
        self.years.word(
            _("{kind}: budget by fiscal year (million baht)").format(kind=kind), empty.format(kind=within)
        )
        shared = _("A budget with several lead agencies counts in full for each of them.")
        self.agencies.word(_("Budget by lead agency"), "", shared if budgets.shared else "")
        self.sources.word(_("Budget by source of funds"), "")
        self.topics.word(_("Before the council"), _("Nothing is missing here."))
        self.statuses.word(_("{kind}: status").format(kind=kind), "")
        self.remarks.word(_("Remarks: what was decided"), _("There is no remark on this item."))

    def _on_goal_requested(self, goal: Goal) -> None:
        """Lead to what is behind a figure; where several figures are in one, let one of them be chosen."""
        if isinstance(goal, Topic):
            self.findings_requested.emit(goal)
        elif isinstance(goal, Decided):
            self.remarks_requested.emit(goal.disposition)
        elif isinstance(goal, RowFilter):
            self.rows_requested.emit(goal)
        elif isinstance(goal, str):
            self.node_requested.emit(goal)
        else:
            menu = self.menu_of(goal)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(_below_focus())

    def menu_of(self, figures: tuple[Figure, ...]) -> QMenu:
        """The figures that one bar stands for, to choose from."""
        menu = QMenu(self)
        for figure in figures:
            action = menu.addAction(figure.sentence().replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, goal=figure.goal: self._on_goal_requested(goal))
        return menu

    def _on_start_clicked(self) -> None:
        plan = self.findings.plan
        if plan is not None:
            self.node_requested.emit(plan.root_id)

    def _on_whole_plan_clicked(self) -> None:
        """Widen what is shown; the choice in the outline stays as it is."""
        self._is_widened = True
        self._change(at_once=True)

    def _connect(self) -> None:
        for card in (self.years, self.agencies, self.sources, self.topics, self.statuses, self.remarks):
            card.goal_requested.connect(self._on_goal_requested)
        self.start.clicked.connect(self._on_start_clicked)
        self.whole_plan.clicked.connect(self._on_whole_plan_clicked)
        self.findings.changed.connect(self._on_findings_changed)
        self.feedback.changed.connect(self._on_findings_changed)

    def _on_findings_changed(self) -> None:
        """The plan was edited and has rested since, or another one was opened; or its feedback is another."""
        self._change(at_once=True)

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "heading")
        self.whole_plan.setProperty("role", "link")
        for label in (self.scope, self.total):
            label.setProperty("role", "secondary")
        body = QWidget()
        body.setObjectName("overview_body")
        body.setMaximumWidth(_MOST_WIDTH)
        grid = QGridLayout(body)
        grid.setContentsMargins(*_MARGINS)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addLayout(self._make_head(), 0, 0, 1, 2)
        grid.addWidget(self.years, 1, 0)
        grid.addLayout(_stack(self.topics, self.remarks, self.statuses), 1, 1)
        grid.addWidget(self.agencies, 2, 0)
        grid.addWidget(self.sources, 2, 1)
        grid.setRowStretch(3, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _make_head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        self.scope.setWordWrap(True)
        row.addWidget(self.heading, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.scope, 1)
        row.addWidget(self.start)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(2 * GRID)
        below.addWidget(self.total)
        below.addWidget(self.whole_plan)
        below.addStretch(1)
        head.addLayout(below)
        return head


def _stack(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2 * GRID)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column


def _below_focus() -> QPoint:
    """Where a menu opens: below the figure that has the focus, or at the mouse."""
    focused = QApplication.focusWidget()
    if isinstance(focused, FigureButton):
        return focused.mapToGlobal(focused.rect().bottomLeft())
    return QCursor.pos()
