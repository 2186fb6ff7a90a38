"""What a plan still lacks before it can be put before a council, read off its template and its own figures.

Few rules, and each of them true: whatever is found here has to be put right, or said to be meant so. A rule looks at one
node and its siblings only, so that an edit costs the checking of one family.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import KindSpec, Template
from success_desktop.domain.values import split_money_part
from success_desktop.i18n import LANGUAGES, N_

Severity = Literal["finding", "translation"]
"""A finding is a hole or a contradiction in the plan; a translation is a text that one of its readers cannot read yet."""


class Rule(NamedTuple):
    """What a rule says (catalogue entries): `heading` over all that it finds, `sentence` of a single field.

    Places: ``{label}`` and ``{kind}``, what the template calls the field and the kind of node.
    """

    severity: Severity
    heading: str
    sentence: str


RULES: Mapping[str, Rule] = {
    "empty": Rule("finding", N_("{kind}: no {label} yet"), N_("No {label} yet")),
    "unwritten": Rule("finding", N_("{kind}: not written yet"), N_("Not written yet")),
    "outside_years": Rule(
        "finding", N_("Money outside the plan's years"), N_("{label}: money outside the plan's years")
    ),
    "end_before_start": Rule("finding", N_("Ends before it starts"), N_("{label}: before the start")),
    "same_name": Rule("finding", N_("The same name twice"), N_("Another {kind} beside it has the same name")),
    "untranslated": Rule("translation", N_("In one language only"), N_("{label}: in one language only")),
}
"""The rules by id, in the order in which they are told."""


class Finding(NamedTuple):
    """A field of a node that a rule (see RULES) has found wanting."""

    node_id: str
    field: str
    rule: str


class Checker:
    """Checks nodes of one plan, in any number and order; what they have in common is worked out once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._years = frozenset(plan.years())
        self._lists: dict[str, _Checklist] = {}
        self._names: dict[str, Counter[tuple[str, str]]] = {}

    def check(self, node: Node) -> tuple[Finding, ...]:
        """The findings of a node, field by field as the template lists them for each rule."""
        checklist = self._list_of(node.kind)
        found = [Finding(node.id, field, rule) for field, rule in _look_at(node, checklist, self._years)]
        if self._has_namesake(node, checklist.name):
            found.append(Finding(node.id, checklist.name, "same_name"))
        return tuple(found)

    def _list_of(self, kind: str) -> "_Checklist":
        checklist = self._lists.get(kind)
        if checklist is None:
            checklist = self._lists[kind] = _checklist(self._plan.template, kind)
        return checklist

    def _has_namesake(self, node: Node, field: str) -> bool:
        """Whether a sibling of the same kind goes by the same name."""
        if node.parent_id is None or len(self._plan.children[node.parent_id]) == 1:
            return False
        names = self._names.get(node.parent_id)
        if names is None:
            names = self._names[node.parent_id] = self._names_below(node.parent_id)
        name = _name(node, field)
        return bool(name) and names[node.kind, name] > 1

    def _names_below(self, parent_id: str) -> Counter[tuple[str, str]]:
        """How often each name occurs among the children of a node, kind by kind."""
        children = self._plan.children_of(parent_id)
        return Counter((child.kind, _name(child, self._list_of(child.kind).name)) for child in children)


class _Checklist(NamedTuple):
    """The fields of a kind that the rules look at; `expected` with the rule that tells of each, `ends` with their starts."""

    name: str
    texts: tuple[str, ...]
    budgets: tuple[str, ...]
    expected: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]


def _checklist(template: Template, kind: str) -> _Checklist:
    spec = template.kind(kind)
    fields = spec.fields.items()
    return _Checklist(
        spec.naming_field() or "",
        tuple(field for field, one in fields if one.type == "text"),
        tuple(field for field, one in fields if one.type == "yearly_money"),
        tuple((field, _rule_of_empty(spec, field)) for field, one in fields if one.is_expected),
        tuple((field, one.not_before) for field, one in fields if one.not_before),
    )


def _rule_of_empty(spec: KindSpec, field: str) -> str:
    """A field that goes by the name of its kind is the thing itself: an indicator without it is not written yet."""
    return "unwritten" if spec.fields[field].label == spec.name else "empty"


def _look_at(node: Node, checklist: _Checklist, years: frozenset[int]) -> Iterator[tuple[str, str]]:
    """Each field of a node that is found wanting for itself, with the rule."""
    yield from (found for found in checklist.expected if found[0] not in node.fields)
    for field in checklist.budgets:
        if _is_outside(node, field, years):
            yield field, "outside_years"
    for field, start in checklist.ends:
        if _is_before(node, field, start):
            yield field, "end_before_start"
    for field in checklist.texts:
        if 0 < len(node.parts(field)) < len(LANGUAGES):
            yield field, "untranslated"


def _is_outside(node: Node, field: str, years: frozenset[int]) -> bool:
    """Whether a budget holds money, more than nought, in a year that is none of the plan's."""
    return any(baht and split_money_part(part)[0] not in years for part, baht in node.parts(field).items())


def _is_before(node: Node, field: str, start: str) -> bool:
    """Whether a day or a year comes before another."""
    end, beginning = node.parts(field).get(""), node.parts(start).get("")
    if isinstance(end, date) and isinstance(beginning, date):
        return end < beginning
    return isinstance(end, Decimal) and isinstance(beginning, Decimal) and end < beginning


def _name(node: Node, field: str) -> str:
    """What a node goes by: its name in the first language that has one, in one line; "" without any."""
    parts = node.parts(field)
    for language in LANGUAGES:
        if language in parts:
            return " ".join(str(parts[language]).split())
    return ""
