"""How groups are tied to the plans above this one: the lines ก to จ over a group, the columns of the cross-reference."""

from collections.abc import Iterable, Mapping

from success_desktop.domain.forms.form_set import AlignmentSpec
from success_desktop.domain.forms.grouping import join_lines, label_before, name_of, texts_of
from success_desktop.domain.forms.resolved import AlignmentLine, Texts
from success_desktop.domain.plan import Node, Plan

_LEVEL = "level"
"""The field by which a higher-level objective says which plan it belongs to."""


def align(
    plan: Plan, specs: Mapping[str, AlignmentSpec], node_id: str, rows: Iterable[Node]
) -> dict[str, AlignmentLine]:
    """The lines of a group by name: what its node says, else what its node refers to, else what its rows refer to.

    A line is there for each of `specs`, blank where the plan says nothing. `node_id` is "" for a group that is no node.
    """
    of_rows = _Referred(plan, rows)
    own = plan.nodes[node_id] if node_id else None
    of_own = _Referred(plan, [own] if own else [])
    lines: dict[str, AlignmentLine] = {}
    for name, spec in specs.items():
        if own and (texts := texts_of(own, spec.field)):
            lines[name] = _line(spec, texts, own.id, spec.field)
        elif own and (referred := of_own.texts(spec)):
            lines[name] = _line(spec, referred, own.id, spec.reference)
        else:
            lines[name] = _line(spec, of_rows.texts(spec), "", spec.reference)
    return lines


def _line(spec: AlignmentSpec, texts: Texts, node_id: str, field: str) -> AlignmentLine:
    return AlignmentLine(label_before(texts, spec.label, spec.word), texts, node_id, field)


class _Referred:
    """The higher-level objectives that some nodes refer to, by the plan that they belong to, each once."""

    def __init__(self, plan: Plan, nodes: Iterable[Node]) -> None:
        self._plan = plan
        self._nodes = nodes
        self._by_reference: dict[str, dict[str, list[Node]]] = {}

    def texts(self, spec: AlignmentSpec) -> Texts:
        """What they are called."""
        if not spec.item_level:
            return {}
        if spec.reference not in self._by_reference:
            self._by_reference[spec.reference] = self._read(spec.reference)
        targets = self._by_reference[spec.reference].get(spec.item_level, [])
        return join_lines(name_of(self._plan, target) for target in targets)

    def _read(self, reference: str) -> dict[str, list[Node]]:
        seen: dict[str, None] = {}
        for node in self._nodes:
            field = self._plan.template.kind(node.kind).fields.get(reference)
            if field is not None and field.type == "reference":
                seen.update(dict.fromkeys(node.links(reference)))
        by_level: dict[str, list[Node]] = {}
        for target in map(self._plan.nodes.__getitem__, seen):
            by_level.setdefault(target.word(_LEVEL), []).append(target)
        return by_level
