"""What the menu can do to the node chosen in the outline, and when."""

from collections.abc import Callable, Mapping
from functools import partial

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.reviewing import reviewed_round
from success_desktop.domain.totals import total_of_branch
from success_desktop.services.editing import can_add
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.status_line import Goal
from success_desktop.ui.tree import moves
from success_desktop.ui.tree.captions import has_missing_translation
from success_desktop.ui.tree.menu import addable_kinds
from success_desktop.ui.tree.outline_view import OutlineView


def _is_project(_plan: Plan, node: Node) -> bool:
    return node.kind == "project"


def _is_unfunded(plan: Plan, node: Node) -> bool:
    return _is_project(plan, node) and not total_of_branch(plan, node.id).total_baht


_GOALS: Mapping[Goal, Callable[[Plan, Node], bool]] = {
    "untranslated": has_missing_translation,
    "unfunded": _is_unfunded,
}


class NodeVerbs:
    """The outline's verbs with the questions that the menu asks first."""

    def __init__(self, outline: OutlineView, bridge: PlanBridge) -> None:
        self._outline = outline
        self._bridge = bridge

    def current_id(self) -> str | None:
        """The node chosen; None when there is none, or no plan."""
        plan, node_id = self._plan(), self._outline.current_node_id()
        return node_id if plan is not None and node_id in plan.nodes else None

    def child_kinds(self) -> list[str]:
        """The kinds that can be added below the node chosen; below the plan itself when none is chosen."""
        plan = self._plan()
        return addable_kinds(plan, self.current_id() or plan.root_id) if plan else []

    def can_add_sibling(self) -> bool:
        """Whether another of the same kind can follow the node chosen; never in a copy for review."""
        plan, node_id = self._plan(), self.current_id()
        if plan is None or node_id is None or reviewed_round(plan):
            return False
        node = plan.nodes[node_id]
        return node.parent_id is not None and can_add(plan, node.parent_id, node.kind)

    def can_move(self, way: moves.Way) -> bool:
        """Whether the node chosen can go that way."""
        plan, node_id = self._plan(), self.current_id()
        return plan is not None and node_id is not None and moves.can_move(plan, node_id, way)

    def move(self, way: moves.Way) -> None:
        """Move the node chosen."""
        outline = self._outline
        verbs = {
            "up": outline.move_up,
            "down": outline.move_down,
            "in": outline.indent,
            "out": outline.outdent,
        }
        verbs[way]()

    def add_sibling(self) -> None:
        """Add a node like the chosen one behind it."""
        self._outline.add_sibling()

    def add_child(self) -> None:
        """Add a node below the chosen one; where several kinds belong there, the outline asks which."""
        self._outline.add_child()

    def rename(self) -> None:
        """Let the chosen node's name be typed in the outline."""
        self._outline.rename()

    def delete(self) -> None:
        """Delete the chosen node with all below it; the outline asks first when there is anything below it."""
        self._outline.remove()

    def go_to_next(self, goal: Goal) -> None:
        """Go to the next node of a sort, round the end of the plan; nothing happens when there is none."""
        plan = self._plan()
        if plan is not None:
            node_id = moves.next_where(plan, self.current_id() or plan.root_id, partial(_GOALS[goal], plan))
            self._outline.select_node(node_id)

    def _plan(self) -> Plan | None:
        return self._bridge.editor.plan if self._bridge.editor else None
