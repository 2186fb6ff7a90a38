"""Which labels of a returned file stand for a passage of the plan, by the names of their bookmarks."""

from collections.abc import Iterator

from success_desktop.documents.returned.sent_map import SentMap
from success_desktop.domain.feedback import Anchor
from success_desktop.domain.plan import Plan


class LabelBook:
    """The labels that one file was sent with; none where it no longer tells."""

    def __init__(self, plan: Plan, sent: SentMap | None) -> None:
        self._plan = plan
        self._values: dict[tuple[str, str, str], str] = {}
        self._nodes: dict[str, str] = {}
        for field in sent.fields if sent else ():
            self._values.setdefault((field.node_id, field.field, field.language), field.name)
            self._nodes.setdefault(field.node_id, field.name)
        for row in (row for table in (sent.tables if sent else ()) for row in table.rows):
            self._nodes[row.node_id] = row.name

    def names_for(self, anchor: Anchor) -> tuple[str, ...]:
        """The label of a passage, then its node's, then those of the nodes that it lies in."""
        return tuple(dict.fromkeys(self._list(anchor)))

    def _list(self, anchor: Anchor) -> Iterator[str]:
        for part in (anchor.part, ""):
            if (anchor.node_id, anchor.field, part) in self._values:
                yield self._values[anchor.node_id, anchor.field, part]
        node_id: str | None = anchor.node_id
        while node_id:
            if node_id in self._nodes:
                yield self._nodes[node_id]
            node = self._plan.nodes.get(node_id)
            node_id = node.parent_id if node else None
