"""The rows of the timeline with what stands around them: the scroll bar of time, the legend, and words for no rows."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.domain.timespans import plan_days, years_around
from success_desktop.i18n import Language, _
from success_desktop.ui.figures.timeline_axis import Zoom
from success_desktop.ui.figures.timeline_legend import Legend
from success_desktop.ui.figures.timeline_model import NAME_COLUMN, TimelineModel
from success_desktop.ui.figures.timeline_rows import TimelineRows
from success_desktop.ui.figures.timeline_tree import TimelineTree
from success_desktop.ui.theme import GRID

MOST_YEARS_BEYOND = 5


class TimelineBoard(QStackedWidget):
    """Shows the part of a plan below one node, `scope_id`; what is open, chosen and in sight stays so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TimelineModel(self)
        self.tree = TimelineTree(self.model)
        self.legend = Legend()
        self.empty = QLabel()
        self.scope_id = ""
        self._scroll_bar = QScrollBar(Qt.Orientation.Horizontal)
        self._gap = QWidget()
        self._legend_of: tuple[str, Language] | None = None
        self._lay_out()
        self.tree.axis_changed.connect(self._on_axis_changed)
        self._scroll_bar.valueChanged.connect(self._on_scrolled)

    @property
    def rows(self) -> TimelineRows | None:
        """The rows; None while no plan has been shown."""
        return self.model.rows

    def show_plan(self, plan: Plan, language: Language, today_on: date) -> None:
        """Show the plan as it is now, in a language."""
        self.tree.cancel_drag()
        self.tree.time_header.today_on = today_on
        self.tree.time_header.language = language
        rows = self.rows
        if rows is None:
            self.model.set_plan(plan, language)
        else:
            rows.language = language
            self.model.rearrange(plan)
        if self._legend_of != (plan.template.id, language):
            self._legend_of = (plan.template.id, language)
            self.legend.fill(plan.template, language)
        self.empty.setText(_empty_words())
        self._show_time()
        if rows is None or self.scope_id not in plan.nodes:
            self.show_scope(plan.root_id)
        self._show_rows()

    def refresh_nodes(self, plan: Plan, node_ids: Iterable[str]) -> None:
        """Show a later state of the same plan in which only fields of these nodes differ."""
        self.model.refresh_nodes(plan, node_ids)
        self._show_time()

    def forget(self) -> None:
        """Show no plan."""
        self.scope_id = ""
        self.tree.cancel_drag()
        self.model.set_plan(None, "th")

    def show_scope(self, node_id: str) -> None:
        """Show what lies below a node, with all bars in sight that are not below other bars."""
        self.scope_id = node_id
        self.tree.setRootIndex(self.model.index_of(node_id))
        rows = self.rows
        if rows is not None:
            self.tree.expandToDepth(_depth_of_groups(rows, node_id))
        self._show_rows()

    def go_to(self, node_id: str) -> bool:
        """Make the row of a node the current one; whether it is among those shown here."""
        if not self.holds(node_id):
            return False
        index = self.model.index_of(node_id)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        return True

    def holds(self, node_id: str) -> bool:
        """Whether a node has a row here, in sight or not."""
        rows = self.rows
        if rows is None or not rows.is_shown(node_id):
            return False
        return any(node.id == self.scope_id for node in rows.plan.ancestors(node_id))

    def zoom_to(self, zoom: Zoom) -> None:
        """Draw time out around the bar of the current row, or else around today."""
        self.tree.axis.zoom_to(zoom, self._middle() or self.tree.time_header.today_on)
        self.tree.show_axis()

    def show_today(self) -> None:
        """Scroll today into the middle."""
        if self.tree.time_header.today_on is not None:
            self.tree.axis.center_on(self.tree.time_header.today_on)
            self.tree.show_axis()

    def _middle(self) -> date | None:
        """The day in the middle of the current row's bar; None where there is none."""
        bar = self.tree.bars.bar(self.tree.node_id()) if self.tree.node_id() else None
        if bar is None or bar.span is None:
            return None
        return bar.span.first_on + (bar.span.last_on - bar.span.first_on) / 2

    def _show_time(self) -> None:
        """Let the axis hold the plan's years and all spans."""
        rows = self.rows
        if rows is not None:
            self.tree.plan_days = plan_days(rows.plan)
            years = years_around(rows.plan, rows.spans.values(), MOST_YEARS_BEYOND)
            if years != self.tree.axis.years:
                self.tree.axis.set_years(years)
            self.tree.show_axis()

    def _show_rows(self) -> None:
        """Show the rows, or what belongs there when there are none."""
        has_rows = self.model.rowCount(self.tree.rootIndex()) > 0
        self.setCurrentIndex(0 if has_rows else 1)

    def _lay_out(self) -> None:
        below, shown = QWidget(), QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._scroll_bar.setObjectName("time")
        row.addWidget(self._gap)
        row.addWidget(self._scroll_bar, 1)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(below)
        column.addWidget(self.legend)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "secondary")
        self.empty.setMargin(4 * GRID)
        self.addWidget(shown)
        self.addWidget(self.empty)

    def _on_axis_changed(self) -> None:
        axis = self.tree.axis
        self._gap.setFixedWidth(self.tree.time_header.sectionSize(NAME_COLUMN))
        was_blocked = self._scroll_bar.blockSignals(True)
        self._scroll_bar.setRange(0, axis.reach)
        self._scroll_bar.setPageStep(axis.width)
        self._scroll_bar.setSingleStep(max(1, axis.width // 8))
        self._scroll_bar.setValue(round(axis.offset))
        self._scroll_bar.blockSignals(was_blocked)
        self._scroll_bar.setVisible(axis.reach > 0)

    def _on_scrolled(self, value: int) -> None:
        self.tree.axis.scroll_to(value)
        self.tree.show_axis()


def _depth_of_groups(rows: TimelineRows, scope_id: str) -> int:
    """How many levels of groups lie below a node, less one: as far as the tree is opened at first."""
    deepest, waiting = -1, [(scope_id, -1)]
    while waiting:
        node_id, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in rows.family(node_id) if rows.is_group(child))
    return deepest


def _empty_words() -> str:
    return "\n".join(
        (
            _("There is no project here yet."),
            _("Projects and action items stand here as bars, from their first day to their last."),
            _("Add a project in the outline, then give it a start and an end."),
        )
    )
