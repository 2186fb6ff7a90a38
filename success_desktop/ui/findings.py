"""What the checks find in the open plan, kept in step with it: for badges, panel, status line and overview."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from success_desktop.domain.checks import RULES, Checker, Finding
from success_desktop.domain.edits import MoveNode, RemoveNode
from success_desktop.domain.plan import Plan
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.plan_bridge import PlanBridge

REST_MS = 300
OPENED_MS = 100
"""So long after a plan was opened it is checked (milliseconds): the plan is to be seen, and can be worked on, before."""


class Count(NamedTuple):
    """How many findings there are, how many texts in one language only, and how many open remarks."""

    findings: int = 0
    translations: int = 0
    remarks: int = 0


_NONE = Count()
_TRANSLATIONS = frozenset(name for name, rule in RULES.items() if rule.severity == "translation")


def findings_of(bridge: PlanBridge) -> "PlanFindings":
    """The findings of a bridge's plan: one object for all who show them, made when first asked for."""
    known = bridge.findChild(PlanFindings)
    return known if isinstance(known, PlanFindings) else PlanFindings(bridge)


class PlanFindings(QObject):
    """Checks a plan when it is opened, and what an edit touches when the plan has rested for REST_MS milliseconds.

    `changed` tells that something else is found now.
    """

    changed = Signal()

    def __init__(self, bridge: PlanBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._by_node: dict[str, tuple[Finding, ...]] = {}
        self._counts: dict[str, Count] = {}
        self._touched: set[str] = set()
        self._left: set[str] = set()
        self._is_all_touched = self._is_moved = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.catch_up)
        bridge.opened.connect(self._on_opened)
        bridge.edited.connect(self._on_edited)
        bridge.closed.connect(self._on_closed)
        self._on_opened()

    @property
    def plan(self) -> Plan | None:
        """The plan checked; None when no plan is open."""
        return self._bridge.editor.plan if self._bridge.editor is not None else None

    def count(self, node_id: str) -> Count:
        """How much is found at a node and below it."""
        return self._counts.get(node_id, _NONE)

    def of_branch(self, node_id: str) -> list[Finding]:
        """What is found at a node and below it, in printed order; nothing when the node is gone."""
        plan = self.plan
        if plan is None or node_id not in plan.nodes:
            return []
        found = self._by_node
        return [finding for node in plan.walk(node_id) for finding in found.get(node.id, ())]

    def catch_up(self) -> None:
        """Check at once what has been touched and not been checked since."""
        self._timer.stop()
        plan = self.plan
        if plan is None:
            return
        checker = Checker(plan)
        if self._is_all_touched or plan.root_id in self._touched:
            self._by_node = {node.id: found for node in plan.walk() if (found := checker.check(node))}
            self._counts = _count_branches(plan, self._by_node)
        else:
            self._check_families(plan, checker)
        self._touched, self._left = set(), set()
        self._is_all_touched = self._is_moved = False
        self.changed.emit()

    def _check_families(self, plan: Plan, checker: Checker) -> None:
        """Check the nodes touched, and the siblings that they have or have left, whose names may be the same."""
        nodes = (plan.nodes[node_id] for node_id in self._touched if node_id in plan.nodes)
        parents = self._left | {node.parent_id or "" for node in nodes}
        for node_id in (child for parent in parents for child in plan.children.get(parent, ())):
            found = checker.check(plan.nodes[node_id])
            if not self._is_moved:
                self._shift(plan, node_id, found)
            self._by_node[node_id] = found
        if self._is_moved:
            self._by_node = {key: found for key, found in self._by_node.items() if key in plan.nodes}
            self._counts = _count_branches(plan, self._by_node)

    def _shift(self, plan: Plan, node_id: str, found: tuple[Finding, ...]) -> None:
        """Count what is found at a node now instead of what was found there before."""
        before, after = _count(self._by_node.get(node_id, ())), _count(found)
        if before == after:
            return
        for one_id in (node_id, *(node.id for node in plan.ancestors(node_id))):
            here = self.count(one_id)
            self._counts[one_id] = Count(
                here.findings + after.findings - before.findings,
                here.translations + after.translations - before.translations,
            )

    def _on_opened(self) -> None:
        """Check everything, soon after the plan stands on the screen."""
        self._is_all_touched = True
        self._timer.start(OPENED_MS)

    def _on_edited(self, event: PlanEdited) -> None:
        self._is_all_touched = self._is_all_touched or not event.edits
        self._is_moved = self._is_moved or event.is_structural
        self._touched |= event.node_ids
        for edit in event.edits:
            if isinstance(edit, RemoveNode):
                self._left.add(edit.parent_id or "")
            elif isinstance(edit, MoveNode):
                self._left.add(edit.old_parent_id)
        self._timer.start(REST_MS)

    def _on_closed(self) -> None:
        self._timer.stop()
        self._by_node, self._counts = {}, {}
        self.changed.emit()


def _count(found: tuple[Finding, ...]) -> Count:
    translations = sum(finding.rule in _TRANSLATIONS for finding in found)
    return Count(len(found) - translations, translations)


def _count_branches(plan: Plan, by_node: dict[str, tuple[Finding, ...]]) -> dict[str, Count]:
    """The counts of every branch that has anything: what is found at a node counts for all above it."""
    sums: dict[str, list[int]] = {}
    for node in reversed(list(plan.walk())):
        if found := by_node.get(node.id):
            _add(sums, node.id, _count(found))
        if node.id in sums and node.parent_id is not None:
            _add(sums, node.parent_id, sums[node.id])
    return {node_id: Count(*both) for node_id, both in sums.items()}


def _add(sums: dict[str, list[int]], node_id: str, count: Sequence[int]) -> None:
    here = sums.setdefault(node_id, [0, 0])
    here[0] += count[0]
    here[1] += count[1]
