"""Putting branches of a plan back where they were, around whatever has grown there since."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from success_desktop.domain.edits import usual_room
from success_desktop.domain.order import position_between
from success_desktop.domain.plan import Node, Plan, plan_of_nodes, sort_siblings


class Graft:
    """The present plan while parts of a past one are put back into it.

    First the other verbs say what is to happen to which nodes, then `finish` finds a place for all that
    have lost theirs. `restored` are the nodes that hold what they held in the past; `gone` those that are there no more.
    """

    def __init__(self, present: Plan, past: Plan) -> None:
        self._present = present
        self._past = past
        self._nodes: dict[str, Node] = dict(present.nodes)
        self._loose: set[str] = set()
        self.restored: set[str] = set()
        self.gone: set[str] = set()

    def bring_back(self, node_ids: Iterable[str]) -> None:
        """Let nodes be all that they were: their fields, their place, and what stood directly below them.

        Of what has come to stand there since, those nodes that were elsewhere in the past are loosened with all below them;
        those that were nowhere go.
        """
        coming = dict.fromkeys(node_ids)
        for node_id in coming:
            self._nodes[node_id] = self._past.nodes[node_id]
        self.restored.update(coming)
        for node_id in coming:
            self._clear_out(self._present.children.get(node_id, ()))

    def rewrite(self, node_id: str) -> None:
        """Let a node that is in both plans hold what it held, where it stands now."""
        now = self._present.nodes[node_id]
        self._nodes[node_id] = now._replace(fields=self._past.nodes[node_id].fields)
        self.restored.add(node_id)

    def let_go(self, node_id: str) -> None:
        """Let a node go that was nowhere in the past, and all below it that was nowhere either."""
        self._clear_out((node_id,))

    def loosen(self, node_id: str) -> None:
        """Take a node with all below it from its place: `finish` puts it where it was in the past, or near."""
        self._loose.add(node_id)

    def keep_place(self, node_id: str) -> None:
        """Leave a node that is brought back where it stands now, unless nothing stands there any more."""
        now = self._present.nodes.get(node_id)
        if now is None or now.parent_id in self.gone or now.parent_id in self.restored:
            self.loosen(node_id)
        else:
            self._nodes[node_id] = self._nodes[node_id]._replace(
                parent_id=now.parent_id, position=now.position
            )

    def finish(self) -> Plan:
        """The plan with everything in its place, as far above as it was in the past: whole branches first."""
        for node_id in sorted(self._loose, key=lambda node_id: len(self._past.ancestors(node_id))):
            self._settle(node_id)
        return plan_of_nodes(self._present.template, self._nodes)

    def _clear_out(self, node_ids: Iterable[str]) -> None:
        waiting = [node_id for node_id in node_ids if node_id not in self.restored]
        while waiting:
            node_id = waiting.pop()
            if node_id in self._past.nodes:
                self.loosen(node_id)
                continue
            self.gone.add(node_id)
            del self._nodes[node_id]
            below = self._present.children.get(node_id, ())
            waiting.extend(child for child in below if child not in self.restored)

    def _settle(self, node_id: str) -> None:
        """Put a loose node under its past parent, else under the nearest ancestor that is there.

        Where that one may not hold it, the parents that it needs come back with it.
        """
        lineage = self._past.ancestors(node_id)
        nearest = next(place for place, above in enumerate(lineage) if self._is_rooted(above.id))
        home_id = lineage[nearest].id
        if nearest > 0 and not self._can_hold(home_id, self._nodes[node_id].kind):
            home_id = self._rebuild(lineage[:nearest], home_id)
        self._loose.discard(node_id)
        self._place(self._nodes[node_id], home_id)

    def _rebuild(self, lineage: Sequence[Node], home_id: str) -> str:
        """Put those ancestors (nearest first) that are gone back below `home_id`. Returns the id of the last one put."""
        for above in reversed([node for node in lineage if node.id not in self._nodes]):
            twin_id = self._find_twin(above.kind)
            if twin_id is None:
                self.restored.add(above.id)
                self._place(above, home_id)
            home_id = twin_id or above.id
        return home_id

    def _find_twin(self, kind: str) -> str | None:
        """The node that is there by now for a kind that occurs once in a plan."""
        if kind not in self._present.template.kinds or not self._present.template.kind(kind).is_single:
            return None
        return next((node.id for node in self._nodes.values() if node.kind == kind), None)

    def _place(self, node: Node, parent_id: str) -> None:
        was = self._past.nodes[node.id]
        position = was.position if was.parent_id == parent_id else self._last_place(parent_id, node.kind)
        self._nodes[node.id] = node._replace(parent_id=parent_id, position=position)

    def _last_place(self, parent_id: str, kind: str) -> str:
        """A position behind the last of that kind below a parent."""
        family = [
            node
            for node in self._nodes.values()
            if node.parent_id == parent_id and node.id not in self._loose
        ]
        nearby = replace(self._present, nodes=self._nodes, children={parent_id: sort_siblings(family)})
        return position_between(*usual_room(nearby, parent_id, kind))

    def _can_hold(self, parent_id: str, kind: str) -> bool:
        return self._present.template.can_contain(self._nodes[parent_id].kind, kind)

    def _is_rooted(self, node_id: str) -> bool:
        """Whether a node is there and none above it is still on its way."""
        here: str | None = node_id
        while here is not None:
            if here not in self._nodes or here in self._loose:
                return False
            here = self._nodes[here].parent_id
        return True
