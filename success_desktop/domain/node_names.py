"""What the nodes of two plans are called where both are spoken of."""

from success_desktop.domain.comparison import Comparison
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES, N_, Language, translate


class NodeNames:
    """The printed numbers and names of the nodes of two plans: as they are in the new one, else as they were in the old."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._numbers = {**number_nodes(comparison.old), **number_nodes(comparison.new)}

    def number(self, node_id: str) -> str:
        """The printed number of a node; "" for one that has none."""
        return self._numbers.get(node_id, "")

    def own_name(self, node_id: str, language: Language) -> str:
        """What a node of either plan is called in one language; "" when it has no name there."""
        field = self._plan_of(node_id).kind_of(node_id).naming_field()
        return self._comparison.node(node_id).text(field, language) if field is not None else ""

    def short_name(self, node_id: str, language: Language) -> str:
        """The name of a node in one line; that in the other language, or its kind's, where it has none."""
        if node_id not in self._comparison.new.nodes and node_id not in self._comparison.old.nodes:
            return translate(N_("(deleted since)"), language)
        asked_first = sorted(LANGUAGES, key=lambda known: known != language)
        names = (" ".join(self.own_name(node_id, known).split()) for known in asked_first)
        kind = self._plan_of(node_id).kind_of(node_id)
        return next(filter(None, names), kind.name.spoken(language))

    def full_name(self, node_id: str, language: Language) -> str:
        """The same behind the number of the node: "1.1.1 Dredge the canals"."""
        return " ".join(filter(None, (self.number(node_id), self.short_name(node_id, language))))

    def _plan_of(self, node_id: str) -> Plan:
        return self._comparison.new if node_id in self._comparison.new.nodes else self._comparison.old
