"""Nodes of a plan as rows of a tree: which are shown under which, counted when they are first asked for.

No node is copied. A node keeps its serial number for as long as its plan is shown, whatever happens to it, so that Qt can
name rows by numbers that never come to mean another node.
"""

from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.ui.tree.captions import Caption, caption_of, full_name


class PlanRows:
    """The rows of one plan in one language: all nodes, or those that a subclass lets through (`shown_children`)."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language: Language = language
        self._numbers: dict[str, str] | None = None
        self._serials: dict[str, int] = {}
        self._node_ids: list[str] = []
        self._families: dict[str, tuple[str, ...]] = {}
        self._places: dict[str, int] = {}

    @property
    def numbers(self) -> dict[str, str]:
        """The printed numbers by node id."""
        if self._numbers is None:
            self._numbers = number_nodes(self.plan)
        return self._numbers

    def rearrange(self, plan: Plan) -> None:
        """Show a later state of the plan in which nodes came, went or moved."""
        if plan is not self.plan:
            self._numbers = None
        self.change_fields(plan)
        self._families, self._places = {}, {}

    def change_fields(self, plan: Plan) -> None:
        """Show a later state of the plan in which only fields differ."""
        self.plan = plan

    def shown_children(self, parent_id: str) -> tuple[str, ...]:
        """The children of a node that have rows, in order."""
        return self.plan.children.get(parent_id, ())

    def serial(self, node_id: str) -> int:
        """The number that stands for a node."""
        serial = self._serials.get(node_id)
        if serial is None:
            serial = self._serials[node_id] = len(self._node_ids)
            self._node_ids.append(node_id)
        return serial

    def node_id(self, serial: int) -> str:
        """The node that a number stands for; it may be gone from the plan by now."""
        return self._node_ids[serial]

    def family(self, parent_id: str) -> tuple[str, ...]:
        """The children shown under a node, in order; as `shown_children`, found once."""
        family = self._families.get(parent_id)
        if family is None:
            family = self._families[parent_id] = self.shown_children(parent_id)
            self._places.update((child_id, place) for place, child_id in enumerate(family))
        return family

    def place(self, node_id: str) -> int | None:
        """The row of a node under its parent; None when it is not shown (the plan itself never is)."""
        node = self.plan.nodes.get(node_id)
        if node is None or node.parent_id is None:
            return None
        self.family(node.parent_id)
        return self._places.get(node_id)

    def caption(self, node_id: str) -> Caption:
        """What a node is called here."""
        return caption_of(self.plan, node_id, self.language)

    def full_name(self, node_id: str) -> str:
        """The number and the name of a node."""
        return full_name(self.numbers.get(node_id, ""), self.caption(node_id))
