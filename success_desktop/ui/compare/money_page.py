"""The page on money: what a comparison does to the budgets, as a waterfall and as a table of the steps with their causes."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMargins, QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.money_groups import GROUPINGS, Grouping
from success_desktop.domain.money_steps import Waterfall
from success_desktop.i18n import N_, Language, _, interface_language
from success_desktop.services.comparing import Compared
from success_desktop.services.comparing_names import name_point
from success_desktop.services.money import list_steps, sum_text
from success_desktop.ui.compare.money_model import MoneyModel
from success_desktop.ui.compare.money_rows import MoneyRows
from success_desktop.ui.compare.money_table import MoneyTable, Sight
from success_desktop.ui.figures.waterfall import WaterfallChart
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.scrolled_page import ScrolledPage
from success_desktop.ui.segments import Segment, Segments
from success_desktop.ui.theme import GRID

_GROUPINGS: tuple[Segment, ...] = (
    Segment("project", N_("Project"), N_("A step for each project whose budget differs")),
    Segment("year", N_("Fiscal year"), N_("A step for each fiscal year whose budget differs")),
    Segment("source", N_("Source of funds"), N_("A step for each source of funds whose budget differs")),
    Segment("strategy", N_("Strategy"), N_("A step for each strategy whose budget differs")),
    Segment("agency", N_("Agency"), N_("A step for each lead agency whose budget differs")),
)
_SAME: Mapping[Grouping, str] = {
    "project": N_("The budgets of all projects are the same in both."),
    "year": N_("The budgets of all fiscal years are the same in both."),
    "source": N_("The budgets from all sources of funds are the same in both."),
    "strategy": N_("The budgets of all strategies are the same in both."),
    "agency": N_("The budgets of all lead agencies are the same in both."),
}
_MOST_OPENED = 60
_HEAD_HEIGHT = 32


class MoneyPage(QWidget):
    """Shows what a comparison does to the money. It reckons only while it is seen.

    `node_requested(node id)` asks to go to the node of a line; it is only asked for nodes that are in the newer plan.
    """

    node_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = Segments(_GROUPINGS)
        self.sum, self.empty, self.note = QLabel(), QLabel(), QLabel()
        self.chart = WaterfallChart()
        self.model = MoneyModel(self)
        self.table = MoneyTable(self.model)
        self.waterfall: Waterfall | None = None
        self._by: Grouping = "project"
        self._compared: Compared | None = None
        self._language: Language = interface_language()
        self._is_stale = True
        self._lay_out()
        self.chooser.press(self._by)
        self.chooser.chosen.connect(self._on_grouping_chosen)
        self.chart.bar_chosen.connect(self._on_bar_chosen)
        self.chart.folded.connect(self._word)
        self.table.activated.connect(self._on_line_activated)

    def show_comparison(self, compared: Compared | None) -> None:
        """Show what another comparison does; None for no comparison."""
        self._compared = compared
        self._change()

    def set_language(self, language: Language) -> None:
        """Name projects, strategies, sources and agencies in another language."""
        if language != self._language:
            self._language = language
            self._change()

    def show_grouping(self, by: Grouping) -> None:
        """Put the money together otherwise."""
        self._by = by
        self.chooser.press(by)
        self._change()

    def refresh(self) -> None:
        """Reckon and show everything anew; the lines looked at stay in sight."""
        self._is_stale = False
        compared = self._compared
        is_same = self.waterfall is not None and self.waterfall.by == self._by
        sight = self.table.sight() if is_same else Sight()
        self.waterfall = list_steps(compared, self._by) if compared is not None else None
        if compared is not None and self.waterfall is not None:
            self._show(compared, self.waterfall)
            causes = sum(len(step.causes) for step in self.waterfall.steps)
            self.table.look_at(sight, is_open=causes <= _MOST_OPENED)
        else:
            self.model.show(None)
        self._word()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was compared while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._change()
        super().changeEvent(event)

    def _change(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _show(self, compared: Compared, waterfall: Waterfall) -> None:
        rows = MoneyRows(compared, waterfall, self._language)
        self.model.show(rows)
        self.chart.show_bars(
            rows.total_bar(name_point(compared.old_point), waterfall.start_baht),
            [rows.bar(step) for step in waterfall.steps],
            rows.total_bar(name_point(compared.new_point), waterfall.end_baht),
        )

    def _word(self) -> None:
        """Say the sum, how to read the figure, or why there is none."""
        waterfall, notes = self.waterfall, list[str]()
        has_steps = waterfall is not None and bool(waterfall.steps)
        if waterfall is None:
            self.sum.clear()
            self.empty.setText(_("Choose two revisions to see here what happened to the budgets in between."))
        else:
            self.sum.setText(sum_text(waterfall, interface_language()))
            self.empty.setText(_(_SAME[self._by]))
            notes = self._notes(waterfall)
        self.note.setText(" ".join(notes))
        self.note.setVisible(has_steps and bool(notes))
        self.empty.setVisible(not has_steps)
        for widget in (self.chart, self.table):
            widget.setVisible(has_steps)
        self.chart.setAccessibleName(_("Budget, step by step (million baht)"))
        self.table.setAccessibleName(_("Steps of the budget with their causes"))

    def _notes(self, waterfall: Waterfall) -> list[str]:
        notes = [_("Million baht.")]
        if self.chart.is_broken:
            notes.append(_("The scale does not begin at 0: the zigzag shows where the bars are cut."))
        if waterfall.by == "agency" and any(len(step.key) > 1 for step in waterfall.steps):
            notes.append(
                _("What several lead agencies share is a step of its own, so that nothing counts twice.")
            )
        return notes

    def _on_grouping_chosen(self, by: str) -> None:
        self.show_grouping(next(one for one in GROUPINGS if one == by))

    def _on_bar_chosen(self, places: tuple[int, ...]) -> None:
        """Mark the lines of the steps that a bar stands for; of a total, the last line."""
        self.table.mark_rows(places or (self.model.rowCount() - 1,))

    def _on_line_activated(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if (
            row is not None
            and self._compared is not None
            and row.node_id in self._compared.comparison.new.nodes
        ):
            self.node_requested.emit(row.node_id)

    def _lay_out(self) -> None:
        self.sum.setProperty("role", "strong")
        for label in (self.empty, self.note):
            label.setProperty("role", "secondary")
            label.setWordWrap(True)
        head = QWidget()
        line = FlowLayout(head, 2 * GRID, QMargins(0, 0, 0, 0))
        self.sum.setMinimumHeight(_HEAD_HEIGHT)
        line.addWidget(self.chooser)
        line.addWidget(self.sum)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(GRID, GRID, GRID, GRID)
        for widget in (self.empty, self.chart, self.note):
            inside.addWidget(widget)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(head)
        column.addWidget(card)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrolledPage(page))
