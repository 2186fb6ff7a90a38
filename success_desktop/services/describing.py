"""A plan as plain data, for scripts and other programs."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from success_desktop.domain.lookup import find_nodes
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.totals import Totals, add_by_year, total_of_nodes
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language


def describe_plan(plan: Plan, node_id: str | None = None) -> dict[str, Any]:
    """A branch (default: the whole plan) as nested dictionaries that JSON can hold.

    Each node is ``{"id", "kind", "number", "fields", "totals", "children"}``; `totals` are baht by fiscal year (Buddhist
    Era) and ``"total"``, of the node and all below it. A text field is ``{"th", "en"}``, a yearly budget
    ``{year: {source: baht}}``.
    """
    return _Describer(plan).describe(plan.nodes[node_id or plan.root_id])[0]


def find_node(plan: Plan, text: str) -> Node:
    """The one node that `text` names (id, printed number or name). Raises UserError when there is none, or several."""
    found = find_nodes(plan, text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(
            N_("The plan has nothing called “{text}”."),
            advice=N_("Give an id, a number such as 1.1.2, or the exact name; “show” lists them."),
            text=text,
        )
    raise UserError(
        N_("“{text}” is the name of several things in the plan."),
        advice=N_("Give one of these ids: {ids}"),
        text=text,
        ids=", ".join(f"{node.id} ({node.kind})" for node in found[:10]),
    )


def plain_number(number: Decimal) -> int | float:
    """A number as JSON has it: whole where it is whole."""
    return int(number) if number == number.to_integral_value() else float(number)


def list_lines(plan: Plan, language: Language) -> list[str]:
    """The plan's tree as lines for a terminal: number, name (else the kind's), the budgets below in baht, id."""
    return list(_lines(plan, describe_plan(plan), language, 0))


def _lines(plan: Plan, branch: dict[str, Any], language: Language, depth: int) -> Iterator[str]:
    node = plan.nodes[branch["id"]]
    name = (
        node.text("name", language)
        or node.text("title", language)
        or plan.kind_of(node.id).name.spoken(language)
    )
    total = branch["totals"]["total"]
    pieces = [branch["number"], name.splitlines()[0], f"({total:,})" if total else "", f"[{node.id}]"]
    yield "  " * depth + " ".join(piece for piece in pieces if piece)
    for child in branch["children"]:
        yield from _lines(plan, child, language, depth + 1)


class _Describer:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._numbers = number_nodes(plan)

    def describe(self, node: Node) -> tuple[dict[str, Any], dict[int, Decimal]]:
        """A node's description, and the sums by year that its parent adds to its own."""
        sums = dict(total_of_nodes(self._plan, (node,)).by_year)
        children = []
        for child in self._plan.children_of(node.id):
            description, child_sums = self.describe(child)
            children.append(description)
            add_by_year(sums, {str(year_be): baht for year_be, baht in child_sums.items()})
        totals = Totals(dict(sorted(sums.items())), sum(sums.values(), Decimal(0)))
        specs = self._plan.template.kinds[node.kind].fields if node.kind in self._plan.template.kinds else {}
        return {
            "id": node.id,
            "kind": node.kind,
            "number": self._numbers.get(node.id, ""),
            "fields": {name: _plain_field(node, name, specs.get(name)) for name in _in_order(node, specs)},
            "totals": {
                **{str(year_be): plain_number(baht) for year_be, baht in totals.by_year.items()},
                "total": plain_number(totals.total_baht),
            },
            "children": children,
        }, sums


def _in_order(node: Node, specs: Mapping[str, FieldSpec]) -> list[str]:
    """The filled fields in the template's order, then those that the template does not know."""
    return [
        *(name for name in specs if name in node.fields),
        *(name for name in node.fields if name not in specs),
    ]


def _plain_field(node: Node, name: str, spec: FieldSpec | None) -> Any:
    parts = node.parts(name)
    if spec is None:
        return {part: _plain_atom(atom) for part, atom in parts.items()}
    if spec.type == "text":
        return {language: node.text(name, language) for language in LANGUAGES}
    if spec.type == "reference":
        return list(node.links(name)) if spec.many else node.links(name)[0]
    if spec.type == "yearly_money":
        years: dict[str, dict[str, int | float]] = {}
        for (year_be, source), baht in sorted(node.yearly_money(name).items()):
            years.setdefault(str(year_be), {})[source] = plain_number(baht)
        return years
    if spec.type == "yearly_number":
        return {
            str(year_be): plain_number(number)
            for year_be, number in sorted(node.yearly_numbers(name).items())
        }
    return _plain_atom(next(iter(parts.values())))


def _plain_atom(atom: object) -> Any:
    return plain_number(atom) if isinstance(atom, Decimal) else str(atom)
