"""Where a recommendation goes that is being begun, while nothing of it has been taken down."""

from collections.abc import Sequence
from typing import NamedTuple

from success_desktop.domain.plan import Plan
from success_desktop.services.meetings import family_of, next_sibling


class DraftPlace(NamedTuple):
    """Below a round or a point, in front of another point of that list (None: last)."""

    parent_id: str
    before_id: str | None = None

    def is_there(self, plan: Plan) -> bool:
        """Whether the plan still has that place."""
        is_before_there = self.before_id is None or self.before_id in plan.nodes
        return self.parent_id in plan.nodes and is_before_there

    def depth(self, plan: Plan) -> int:
        """How many levels it lies below a point of its own."""
        return len(plan.ancestors(self.parent_id)) - 1

    def moved(self, plan: Plan, way: int) -> "DraftPlace":
        """The place one level lower (1), below the point in front, or one higher (-1); the same where there is none."""
        if way < 0:
            parent = plan.nodes[self.parent_id]
            if parent.kind != "remark":
                return self
            return DraftPlace(parent.parent_id or "", next_sibling(plan, parent.id))
        family = family_of(plan, self.parent_id)
        earlier = family[: family.index(self.before_id)] if self.before_id else family
        return DraftPlace(earlier[-1]) if earlier else self

    def line_among(self, plan: Plan, ids: Sequence[str]) -> int:
        """The line at which it stands among the points of a round, given as they are read."""
        if self.before_id in ids:
            return ids.index(self.before_id)
        below = {node.id for node in plan.walk(self.parent_id)}
        return max(
            (line for line, remark_id in enumerate(ids, start=1) if remark_id in below), default=len(ids)
        )


def behind_point(plan: Plan, remark_id: str) -> DraftPlace:
    """The place behind a point and all that is below it."""
    return DraftPlace(plan.nodes[remark_id].parent_id or "", next_sibling(plan, remark_id))
