"""The plan: an immutable tree of nodes, each with a kind and fields that the plan's template gives meaning to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from success_desktop.domain.beside import BESIDE_IDS
from success_desktop.domain.schema import KindSpec, Template
from success_desktop.domain.values import SINGLE_MONEY, Parts, split_money_part
from success_desktop.i18n import Language

_NO_PARTS: Parts = {}


class Node(NamedTuple):
    """One thing in a plan: the plan itself, a strategic issue, a project, an agency.

    `id` is a 26-character text that never changes; `position` sorts siblings (domain.order); `fields` holds only what
    has been filled in (domain.values tells how).
    """

    id: str
    kind: str
    parent_id: str | None
    position: str
    fields: Mapping[str, Parts]

    def parts(self, field_name: str) -> Parts:
        """The filled parts of a field; empty when the field is blank."""
        return self.fields.get(field_name, _NO_PARTS)

    def text(self, field_name: str, language: Language) -> str:
        """The wording of a text field in one language; "" when there is none."""
        return cast(str, self.parts(field_name).get(language, ""))

    def word(self, field_name: str) -> str:
        """A code, or the id of the chosen option; "" when blank."""
        return cast(str, self.parts(field_name).get("", ""))

    def number(self, field_name: str) -> Decimal | None:
        """A single number; None when blank."""
        return cast(Decimal | None, self.parts(field_name).get(""))

    def money(self, field_name: str) -> Decimal | None:
        """A single amount in baht; None when blank."""
        return cast(Decimal | None, self.parts(field_name).get(SINGLE_MONEY))

    def year(self, field_name: str) -> int | None:
        """A fiscal year (Buddhist Era); None when blank."""
        number = self.number(field_name)
        return None if number is None else int(number)

    def day(self, field_name: str) -> date | None:
        """A day; None when blank."""
        return cast(date | None, self.parts(field_name).get(""))

    def yearly_numbers(self, field_name: str) -> dict[int, Decimal]:
        """Values by fiscal year (Buddhist Era); years without a value are left out."""
        return {int(part): cast(Decimal, number) for part, number in self.parts(field_name).items()}

    def yearly_money(self, field_name: str) -> dict[tuple[int, str], Decimal]:
        """Baht by fiscal year (Buddhist Era) and source of funds; empty cells are left out."""
        return {split_money_part(part): cast(Decimal, baht) for part, baht in self.parts(field_name).items()}

    def links(self, field_name: str) -> tuple[str, ...]:
        """The ids of the nodes that a reference field names, in the order given by its user."""
        places = cast(Mapping[str, str], self.parts(field_name))
        return tuple(sorted(places, key=lambda target_id: (places[target_id], target_id)))


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan at one moment. Edits (domain.edits) make another; nothing changes this one.

    `children` lists, for every node that has any, its children's ids in order. Below the root is what the plan says; the
    feedback on it and its office matters, if any, hang below roots of their own (domain.beside).
    """

    template: Template
    nodes: Mapping[str, Node]
    children: Mapping[str, tuple[str, ...]]
    root_id: str = field(default="")

    @property
    def root(self) -> Node:
        """The node of the plan itself: its title, authority and years."""
        return self.nodes[self.root_id]

    @property
    def root_ids(self) -> tuple[str, ...]:
        """The node of the plan, then those that stand beside it: of its feedback and of its office matters, if any."""
        return (self.root_id, *(node_id for node_id in BESIDE_IDS if node_id in self.nodes))

    def children_of(self, node_id: str) -> tuple[Node, ...]:
        """The children of a node, in order."""
        return tuple(self.nodes[child_id] for child_id in self.children.get(node_id, ()))

    def walk(self, node_id: str | None = None) -> Iterator[Node]:
        """Every node of a branch (default: of the plan), parents before children, in printed order."""
        waiting = [node_id or self.root_id]
        while waiting:
            node = self.nodes[waiting.pop()]
            yield node
            waiting.extend(reversed(self.children.get(node.id, ())))

    def ancestors(self, node_id: str) -> tuple[Node, ...]:
        """The nodes above a node, from its parent up to the plan."""
        above: list[Node] = []
        parent_id = self.nodes[node_id].parent_id
        while parent_id is not None:
            above.append(self.nodes[parent_id])
            parent_id = above[-1].parent_id
        return tuple(above)

    def kind_of(self, node_id: str) -> KindSpec:
        """What the template says of a node's kind."""
        return self.template.kind(self.nodes[node_id].kind)

    def years(self) -> tuple[int, ...]:
        """The fiscal years of the plan (Buddhist Era): its own first and last year, else the template's.

        The first alone where the last lies before it, as while both are being changed.
        """
        first_be = self.root.year("first_year") or self.template.years.first_be
        last_be = self.root.year("last_year") or first_be + self.template.years.count - 1
        return tuple(range(first_be, max(first_be, last_be) + 1))


def plan_of_nodes(template: Template, nodes: Mapping[str, Node]) -> Plan:
    """Build a plan from its nodes in any order. Raises ValueError unless it has one root, those beside it left out."""
    families: dict[str, list[Node]] = {}
    roots: list[str] = []
    for node in nodes.values():
        if node.parent_id is None:
            if node.id not in BESIDE_IDS:
                roots.append(node.id)
        elif (family := families.get(node.parent_id)) is None:
            families[node.parent_id] = [node]
        else:
            family.append(node)
    if len(roots) != 1:
        raise ValueError(f"a plan has one root, this one has {len(roots)}")
    return Plan(
        template, nodes, {parent: sort_siblings(family) for parent, family in families.items()}, roots[0]
    )


def sort_siblings(family: list[Node]) -> tuple[str, ...]:
    """The ids of siblings in their order: by position, then by id."""
    if len(family) == 1:
        return (family[0].id,)
    return tuple(node.id for node in sorted(family, key=lambda node: (node.position, node.id)))
