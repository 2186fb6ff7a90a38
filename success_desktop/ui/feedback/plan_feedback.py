"""The feedback on the open plan as the window sees it, kept in step with it: for panel, badges, marks and status line."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from success_desktop.domain.feedback import NO_FEEDBACK, Feedback, Remark, read_feedback
from success_desktop.domain.plan import Plan
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.plan_bridge import PlanBridge


def feedback_of(bridge: PlanBridge) -> "PlanFeedback":
    """The feedback of a bridge's plan: one object for all who show it, made when first asked for."""
    known = bridge.findChild(PlanFeedback)
    return known if isinstance(known, PlanFeedback) else PlanFeedback(bridge)


class PlanFeedback(QObject):
    """Reads the feedback when somebody asks for it and it may be another one.

    `changed` tells that remarks came, went, were decided or placed; or that nodes of the plan did, and with them the order.
    """

    changed = Signal()

    def __init__(self, bridge: PlanBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._feedback: Feedback | None = None
        self._counts: dict[str, int] | None = None
        self._reviewers: dict[str, int] | None = None
        bridge.opened.connect(self._on_reviewed)
        bridge.closed.connect(self._on_reviewed)
        bridge.reviewed.connect(self._on_reviewed)
        bridge.edited.connect(self._on_edited)

    @property
    def plan(self) -> Plan | None:
        """The plan that the feedback is on; None when no plan is open."""
        return self._bridge.editor.plan if self._bridge.editor is not None else None

    @property
    def read(self) -> Feedback:
        """The feedback as it is now; empty without a plan."""
        if self._feedback is None:
            self._feedback = read_feedback(self.plan) if self.plan is not None else NO_FEEDBACK
        return self._feedback

    def remark(self, remark_id: str) -> Remark | None:
        """A remark; None when it is gone."""
        return self.read.remarks.get(remark_id)

    def open_count(self, node_id: str) -> int:
        """How many open remarks stand on a node and on those below it."""
        if self._counts is None:
            self._counts = _count_branches(self.plan, self.read.open_by_node())
        return self._counts.get(node_id, 0)

    def seat(self, author: str) -> int:
        """Which of the reviewers somebody is, counted from 0 in the order in which they first spoke."""
        if self._reviewers is None:
            names = dict.fromkeys(remark.author for remark in self.read.remarks.values())
            self._reviewers = {name: place for place, name in enumerate(names)}
        return self._reviewers.get(author, 0)

    def _on_reviewed(self) -> None:
        self._feedback = self._counts = self._reviewers = None
        self.changed.emit()

    def _on_edited(self, event: PlanEdited) -> None:
        if event.is_structural:
            self._counts = None
            self.changed.emit()


def _count_branches(plan: Plan | None, by_node: Mapping[str, int]) -> dict[str, int]:
    """What is open on a node counts for all above it. A node that is gone from the plan counts nowhere."""
    counts: dict[str, int] = {}
    for node_id, count in by_node.items():
        if plan is not None and node_id in plan.nodes:
            for one_id in (node_id, *(node.id for node in plan.ancestors(node_id))):
                counts[one_id] = counts.get(one_id, 0) + count
    return counts
