"""The rows of the outline: all nodes of the plan, or those that a search leaves."""

from collections.abc import Callable

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.services.finding import SearchIndex
from success_desktop.ui.findings import Count
from success_desktop.ui.tree.badges import badge_words
from success_desktop.ui.tree.captions import naming_field
from success_desktop.ui.tree.filtering import Narrowing, narrow_plan
from success_desktop.ui.tree.plan_rows import PlanRows


class OutlineRows(PlanRows):
    """The rows of one plan in one language, all of them or those that a search leaves."""

    def __init__(self, plan: Plan, language: Language, count: Callable[[str], Count]) -> None:
        super().__init__(plan, language)
        self.count = count
        self.index = SearchIndex(language)
        self.narrowing: Narrowing | None = None
        self._query = ""

    def rearrange(self, plan: Plan, query: str | None = None) -> None:
        """Count anew: nodes came, went or moved, or another search (None: the same one) is to narrow them."""
        super().rearrange(plan)
        self._query = self._query if query is None else query
        self.narrowing = (
            narrow_plan(plan, self._query, self.numbers, self.index) if self._query.strip() else None
        )

    def shown_children(self, parent_id: str) -> tuple[str, ...]:
        """The children of a node that the search leaves, in order."""
        children = super().shown_children(parent_id)
        if self.narrowing is None:
            return children
        return tuple(child_id for child_id in children if child_id in self.narrowing.shown)

    def explanation(self, node_id: str) -> str:
        """What a node is and what it is called: numbers alone do not tell a mission from a strategic issue."""
        kind, name = self.plan.kind_of(node_id).name.spoken(self.language), self.full_name(node_id)
        lines = (kind, name if name != kind else "", badge_words(self.count(node_id)))
        return "\n".join(line for line in lines if line)

    def spoken_name(self, node_id: str) -> str:
        """What a screen reader says of a line: number, name and what the badges show."""
        return ", ".join(
            words for words in (self.full_name(node_id), badge_words(self.count(node_id))) if words
        )

    def name(self, node_id: str) -> str:
        """The node's own name in the outline's language; "" when it has none."""
        field = naming_field(self.plan.kind_of(node_id))
        return self.plan.nodes[node_id].text(field, self.language) if field is not None else ""
