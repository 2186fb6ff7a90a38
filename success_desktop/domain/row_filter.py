"""Which rows of a table are wanted: what the filters of the table say, and what a bar of a chart stands for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from success_desktop.domain.checks import RULES, Checker
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import KindSpec
from success_desktop.domain.thai_search import search_key

STATUS = "status"
"""The choice that says how far a project has come, in every template that knows such a thing."""

UNCHOSEN = "-"
"""As the `status` or the `agency_id` of a filter: nodes where none has been chosen."""

ANY_RULE = "*"
"""As the `rule` of a filter: nodes with any finding but a missing translation: a plan in one language lacks them all."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The rows wanted; every part narrows them further, and a part left empty lets all through.

    `under_id`: nodes below this one ("" for the whole plan). `agency_id`: nodes that name this agency as responsible, in the
    reference field `role` or, without one, in any role. `year_be`: nodes with money in this fiscal year (Buddhist Era).
    `source`: nodes with money from this source of funds. `status`: nodes in this choice of `status`, or in none (UNCHOSEN).
    `text`: nodes that hold all these words in their texts, in either language. `rule`: nodes with a finding of this rule
    (domain.checks), or with any but a missing translation (ANY_RULE).
    """

    under_id: str = ""
    agency_id: str = ""
    year_be: int | None = None
    status: str = ""
    text: str = ""
    rule: str = ""
    role: str = ""
    source: str = ""


class TextKeys:
    """What nodes are searched by. A key is made once and serves for as long as its node stays the same."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[Node, str]] = {}

    def key_of(self, node: Node, fields: tuple[str, ...]) -> str:
        """The search key of all the texts in `fields`, parted by newlines. A kind is always asked for the same fields."""
        known = self._keys.get(node.id)
        if known is not None and known[0] is node:
            return known[1]
        key = search_key("\n".join(str(text) for field in fields for text in node.parts(field).values()))
        self._keys[node.id] = node, key
        return key

    def forget(self) -> None:
        """Let go of all keys, as when another plan is opened."""
        self._keys.clear()


def list_rows(plan: Plan, kind: str, wanted: RowFilter, keys: TextKeys | None = None) -> list[str]:
    """The ids of the nodes of `kind` that a filter lets through, in the order of the outline.

    A filter under a node that is gone finds nothing; a kind that has no money or no status has none in any year or state.
    `keys`, kept from call to call, makes a search for text quick.
    """
    return narrow_rows(plan, kind, all_rows(plan, kind, wanted.under_id), wanted, keys)


def all_rows(plan: Plan, kind: str, under_id: str = "") -> list[str]:
    """The ids of the nodes of `kind` below a node ("" for the whole plan), in the order of the outline."""
    start_id = under_id or plan.root_id
    if start_id not in plan.nodes:
        return []
    leading = {name for name in plan.template.kinds if kind in plan.template.kinds_below(name)}
    found: list[str] = []
    waiting = [start_id]
    while waiting:
        node = plan.nodes[waiting.pop()]
        if node.kind == kind and node.id != start_id:
            found.append(node.id)
        if node.kind in leading:
            waiting.extend(reversed(plan.children.get(node.id, ())))
    return found


def narrow_rows(
    plan: Plan, kind: str, rows: list[str], wanted: RowFilter, keys: TextKeys | None = None
) -> list[str]:
    """Those of `rows`, ids of nodes of `kind`, that a filter lets through; `under_id` is not looked at."""
    nodes = [plan.nodes[row] for row in rows]
    for test in _tests(plan, plan.template.kind(kind), wanted, keys or TextKeys()):
        nodes = [node for node in nodes if test(node)]
    return [node.id for node in nodes]


_Test = Callable[[Node], bool]


def _tests(plan: Plan, spec: KindSpec, wanted: RowFilter, keys: TextKeys) -> Iterator[_Test]:
    """What a node must pass, the quickest questions first."""
    if wanted.status:
        status = "" if wanted.status == UNCHOSEN else wanted.status
        yield lambda node: node.word(STATUS) == status
    if wanted.agency_id:
        yield _names(spec, wanted.agency_id, wanted.role)
    if wanted.year_be is not None:
        yield _has_money(spec, lambda part: part.startswith(f"{wanted.year_be}:"))
    if wanted.source:
        yield _has_money(spec, lambda part: part.endswith(f":{wanted.source}"))
    words = search_key(wanted.text).split()
    if words:
        texts = tuple(name for name, field in spec.fields.items() if field.type == "text")
        yield lambda node: _holds(keys.key_of(node, texts), words)
    if wanted.rule:
        checker = Checker(plan)
        rules = _rules(wanted.rule)
        yield lambda node: any(found.rule in rules for found in checker.check(node))


def _rules(wanted: str) -> frozenset[str]:
    if wanted != ANY_RULE:
        return frozenset((wanted,))
    return frozenset(name for name, rule in RULES.items() if rule.severity == "finding")


def _names(spec: KindSpec, target_id: str, role: str) -> _Test:
    fields = [role] if role else [name for name, field in spec.fields.items() if field.type == "reference"]
    if target_id == UNCHOSEN:
        return lambda node: not any(node.parts(field) for field in fields)
    return lambda node: any(target_id in node.parts(field) for field in fields)


def _has_money(spec: KindSpec, is_wanted: Callable[[str], bool]) -> _Test:
    """Whether a node holds an amount in a part of a budget ("2568:ordinance") that is wanted."""
    fields = [name for name, field in spec.fields.items() if field.type == "yearly_money"]
    return lambda node: any(is_wanted(part) for field in fields for part in node.parts(field))


def _holds(key: str, words: list[str]) -> bool:
    return all(word in key for word in words)
