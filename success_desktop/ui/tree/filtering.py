"""Which nodes the outline shows while somebody searches it."""

from collections.abc import Mapping
from dataclasses import dataclass

from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_search import search_key
from success_desktop.ui.tree.captions import naming_field


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The nodes found, in the plan's order, and the nodes to show: those found and all above them."""

    found: tuple[str, ...]
    shown: frozenset[str]


def narrow_plan(plan: Plan, query: str, numbers: Mapping[str, str]) -> Narrowing | None:
    """The nodes whose name in either language holds `query`, in whatever spelling, or whose number begins with it.

    None when there is nothing to search for.
    """
    key = search_key(query.strip())
    if not key:
        return None
    fields = {kind: naming_field(spec) for kind, spec in plan.template.kinds.items()}
    kinds = {kind: _holds(spec.name.th, spec.name.en, key) for kind, spec in plan.template.kinds.items()}
    found: list[str] = []
    shown: set[str] = set()
    for node in plan.walk():
        if node.parent_id is None:
            continue
        field = fields[node.kind]
        by_name = (
            kinds[node.kind] if field is None else _holds(node.text(field, "th"), node.text(field, "en"), key)
        )
        if by_name or numbers.get(node.id, "").startswith(key):
            found.append(node.id)
            above: str | None = node.id
            while above is not None and above not in shown:
                shown.add(above)
                above = plan.nodes[above].parent_id
    return Narrowing(tuple(found), frozenset(shown))


def _holds(thai: str, english: str, key: str) -> bool:
    return key in search_key(thai) or key in search_key(english)
