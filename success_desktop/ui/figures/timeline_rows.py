"""The rows of the timeline: the nodes that have a place in time, and the bar of each."""

from success_desktop.domain.plan import Plan
from success_desktop.domain.timespans import Span, has_dates, kinds_in_time, spans_of_plan
from success_desktop.i18n import Language
from success_desktop.ui.figures.timeline_words import Bar, make_bar
from success_desktop.ui.tree.plan_rows import PlanRows


class TimelineRows(PlanRows):
    """The rows of one plan in one language. Spans and bars are found when they are first asked for."""

    def __init__(self, plan: Plan, language: Language) -> None:
        super().__init__(plan, language)
        self._kinds = kinds_in_time(plan.template)
        self._spans: dict[str, Span] | None = None
        self._bars: dict[str, Bar] = {}

    @property
    def spans(self) -> dict[str, Span]:
        """The span of every node that has one."""
        if self._spans is None:
            self._spans = spans_of_plan(self.plan)
        return self._spans

    def change_fields(self, plan: Plan) -> None:
        """Show a later state of the plan in which only fields differ."""
        super().change_fields(plan)
        self._spans = None
        self._bars.clear()

    def shown_children(self, parent_id: str) -> tuple[str, ...]:
        """The children of a node that have a place in time, in order."""
        nodes = self.plan.nodes
        children = super().shown_children(parent_id)
        return tuple(child_id for child_id in children if nodes[child_id].kind in self._kinds)

    def bar(self, node_id: str) -> Bar:
        """What the row of a node shows."""
        bar = self._bars.get(node_id)
        if bar is None:
            bar = make_bar(self.plan, self.plan.nodes[node_id], self.spans.get(node_id))
            self._bars[node_id] = bar
        return bar

    def is_shown(self, node_id: str) -> bool:
        """Whether a node is in the plan and has a place in time."""
        node = self.plan.nodes.get(node_id)
        return node is not None and node.kind in self._kinds

    def is_group(self, node_id: str) -> bool:
        """Whether a node has no dates of its own but can span some below it."""
        return self.is_shown(node_id) and not has_dates(self.plan.kind_of(node_id))

    def dated_ids(self, under_id: str) -> list[str]:
        """The nodes below one that have dates of their own, or could have."""
        kinds = {name for name in self._kinds if has_dates(self.plan.template.kind(name))}
        return [node.id for node in self.plan.walk(under_id) if node.kind in kinds and node.id != under_id]
