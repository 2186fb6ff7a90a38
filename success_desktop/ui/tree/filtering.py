"""Which nodes the outline shows while somebody searches it."""

from collections.abc import Mapping
from dataclasses import dataclass

from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_search import search_key
from success_desktop.services.finding import SearchIndex
from success_desktop.ui.tree.captions import naming_field


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The nodes found, in the plan's order, and the nodes to show: those found and all above them."""

    found: tuple[str, ...]
    shown: frozenset[str]


def narrow_plan(plan: Plan, query: str, numbers: Mapping[str, str], index: SearchIndex) -> Narrowing | None:
    """The nodes that hold `query` anywhere, in whatever spelling, or whose number begins with it.

    A node that has no name of its own is also found by its kind's. None when there is nothing to search for.
    """
    key = search_key(query.strip())
    if not key:
        return None
    kinds = {
        kind
        for kind, spec in plan.template.kinds.items()
        if naming_field(spec) is None and (key in search_key(spec.name.th) or key in search_key(spec.name.en))
    }
    found: list[str] = []
    shown: set[str] = set()
    for node in plan.walk():
        if node.parent_id is None:
            continue
        if key in index.key_of(plan, node) or node.kind in kinds or numbers.get(node.id, "").startswith(key):
            found.append(node.id)
            above: str | None = node.id
            while above is not None and above not in shown:
                shown.add(above)
                above = plan.nodes[above].parent_id
    return Narrowing(tuple(found), frozenset(shown))
