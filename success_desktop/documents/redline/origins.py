"""What a printed text was made of: the parts of the plan that stand behind a label or in a cell."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from success_desktop.documents.outline_blocks import Column
from success_desktop.domain.comparison import Comparison
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import ColumnSpec

_NAMES = ("name", "short_name")


class Origin(NamedTuple):
    """A part of a field of a node: all its parts where `part` is "", and where the node stands where `field` is "" too."""

    node_id: str
    field: str = ""
    part: str = ""


class Origins:
    """Finds the origins of texts in two plans, and leaves out what is the same in both."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._plans = (comparison.old, comparison.new)

    def of_field(self, node_id: str, field: str, language: str) -> tuple[Origin, ...]:
        """What a field is worded from in `language`: itself and, where it names other nodes, their names."""
        node = self._comparison.node(node_id)
        field_type = self._comparison.new.template.field(node.kind, field).type
        if field_type == "text":
            return self._keep_differing((Origin(node_id, field, language),))
        if field_type != "reference":
            return self._keep_differing((Origin(node_id, field),))
        targets = dict.fromkeys(
            target_id for plan in self._plans for target_id in _links(plan, node_id, field)
        )
        names = (Origin(target_id, name, language) for target_id in targets for name in _NAMES)
        return self._keep_differing((Origin(node_id, field), *names))

    def of_column(
        self, node_id: str, column: ColumnSpec, year_be: int | None, language: str
    ) -> tuple[Origin, ...]:
        """What a cell of a node's row is worded from; nothing where the program counted or added it up."""
        if column.show == "field":
            return self.of_field(node_id, column.field, language)
        if column.show == "years":
            return self._keep_differing(self._of_year(node_id, column.field, year_be or 0))
        if column.show in ("children", "ancestor"):
            named = self._named(node_id, column)
            return self._keep_differing(
                origin for one in named for origin in (Origin(one), Origin(one, "name", language))
            )
        return ()

    def of_place(self, node_id: str) -> tuple[Origin, ...]:
        """Where a node stands, if it does: what happened to itself, else to the nodes above it."""
        if own := self._keep_differing((Origin(node_id),)):
            return own
        return self._keep_differing(
            Origin(above.id) for plan in self._plans for above in _ancestors(plan, node_id)
        )

    def of_node(self, node_id: str) -> tuple[Origin, ...]:
        """All fields of a node."""
        fields = dict.fromkeys(
            field for plan in self._plans if node_id in plan.nodes for field in plan.nodes[node_id].fields
        )
        return self._keep_differing(Origin(node_id, field) for field in fields)

    def is_in_both(self, node_id: str) -> bool:
        """Whether both plans have the node."""
        return all(node_id in plan.nodes for plan in self._plans)

    def _of_year(self, node_id: str, field: str, year_be: int) -> Iterator[Origin]:
        for plan in self._plans:
            node = plan.nodes.get(node_id)
            for part in node.parts(field) if node else ():
                if int(part.partition(":")[0]) == year_be:
                    yield Origin(node_id, field, part)

    def _named(self, node_id: str, column: ColumnSpec) -> dict[str, None]:
        """The nodes whose names a cell shows, in either plan."""
        named: dict[str, None] = {}
        for plan in self._plans:
            if node_id in plan.nodes:
                nodes = plan.children_of(node_id) if column.show == "children" else plan.ancestors(node_id)
                named |= dict.fromkeys(
                    node.id for node in nodes if node.kind in (column.child, column.ancestor)
                )
        return named

    def _keep_differing(self, origins: Iterable[Origin]) -> tuple[Origin, ...]:
        return tuple(origin for origin in dict.fromkeys(origins) if self._differs(origin))

    def _differs(self, origin: Origin) -> bool:
        difference = self._comparison.differences.get(origin.node_id)
        if difference is None:
            return False
        if not origin.field:
            return difference.fate != "same"
        return any(
            found.field == origin.field
            and (not origin.part or any(part.part == origin.part for part in found.parts))
            for found in difference.fields
        )


def spread_columns(
    specs: tuple[ColumnSpec, ...], columns: tuple[Column, ...]
) -> tuple[tuple[ColumnSpec, int | None], ...]:
    """For each column of a table what its form says of it, and its fiscal year (Buddhist Era) where it holds only one."""
    spread: list[tuple[ColumnSpec, int | None]] = []
    for spec in specs:
        if spec.show != "years":
            spread.append((spec, None))
            continue
        last_be = 0
        while (year_be := _year_of(columns, len(spread), spec.field)) > last_be:
            spread.append((spec, year_be))
            last_be = year_be
    return tuple(spread)


def _year_of(columns: tuple[Column, ...], place: int, field: str) -> int:
    """The fiscal year of a column of `field`; 0 where the column shows something else, or there is none."""
    name, _colon, year = columns[place].source.partition(":") if place < len(columns) else ("", "", "")
    return int(year) if name == field and year else 0


def _links(plan: Plan, node_id: str, field: str) -> tuple[str, ...]:
    node = plan.nodes.get(node_id)
    return tuple(node.parts(field)) if node else ()


def _ancestors(plan: Plan, node_id: str) -> tuple[Node, ...]:
    return plan.ancestors(node_id) if node_id in plan.nodes else ()
