"""The strategy cross-reference table: how each group of the plan ties to the plans above it, and who answers for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from success_desktop.domain.forms.alignment import align
from success_desktop.domain.forms.grouping import in_both, join_lines, name_of, texts_of
from success_desktop.domain.forms.resolved import (
    AlignmentLine,
    FormGroup,
    FormRow,
    ReferenceRow,
    ResolvedColumn,
    ResolvedForm,
    Texts,
)
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import Wording


def fill_references(form: ResolvedForm, plan: Plan) -> ResolvedForm:
    """The form with a row for every innermost group and, in its columns, how many different things each names.

    What is the same for several rows (a strategy, its alignment) stands in the first of them only.
    """
    if not form.levels:
        return form
    cells = _Cells(form, plan)
    innermost = groupby(form.rows, key=lambda row: row.groups[-1].key)
    references = tuple(
        cells.row(number, list(members)) for number, (_key, members) in enumerate(innermost, start=1)
    )
    columns = tuple(
        replace(column, counted=_count(column.counted, [row.cells[place] for row in references]))
        for place, column in enumerate(form.columns)
    )
    return replace(form, references=references, columns=columns)


class _Cells:
    """Writes the cells of the rows of one table, top to bottom."""

    def __init__(self, form: ResolvedForm, plan: Plan) -> None:
        self._form = form
        self._plan = plan
        self._specs = {
            name: form.form_set.alignment[name]
            for name in (column.alignment for column in form.columns)
            if name
        }
        self._shown: set[tuple[str, ...]] = set()
        self._members: dict[tuple[str, ...], list[Node]] = {}
        for row in form.rows:
            self._members.setdefault(row.groups[0].key, []).append(plan.nodes[row.node_id])

    def row(self, number: int, members: list[FormRow]) -> ReferenceRow:
        """The row of an innermost group, whose rows are `members`."""
        chain = members[0].groups
        fresh = {group.level: group for group in chain if group.key not in self._shown}
        self._shown.update(group.key for group in chain)
        lines: Mapping[str, AlignmentLine] = {}
        if chain[0].level in fresh:
            lines = align(self._plan, self._specs, chain[0].node_id, self._members[chain[0].key])
        nodes = [self._plan.nodes[row.node_id] for row in members]
        cells = tuple(self._cell(column, nodes, fresh, lines) for column in self._form.columns)
        return ReferenceRow(chain[-1], str(number), cells)

    def _cell(
        self,
        column: ResolvedColumn,
        nodes: list[Node],
        fresh: Mapping[str, FormGroup],
        lines: Mapping[str, AlignmentLine],
    ) -> Texts:
        if column.show == "level":
            return fresh[column.level].texts if column.level in fresh else {}
        if column.show == "alignment":
            return lines[column.alignment].texts if column.alignment in lines else {}
        if column.show == "gathered":
            return join_lines(text for node in nodes for text in self._values(node, column))
        return {}

    def _values(self, node: Node, column: ResolvedColumn) -> Iterator[Texts]:
        """What a row says in the fields of a column: the names of what it refers to, its texts, the options it chose."""
        for field in column.fields:
            spec = self._plan.template.kind(node.kind).fields.get(field)
            if spec is None:
                continue
            if spec.type == "reference":
                yield from (name_of(self._plan, self._plan.nodes[target]) for target in node.links(field))
            elif spec.type == "choice" and node.word(field) in spec.options:
                yield in_both(spec.options[node.word(field)])
            else:
                yield texts_of(node, field)


def _count(wording: Wording | None, cells: Iterable[Texts]) -> Wording | None:
    """A wording with the number of different lines in a column, whatever language they are in; None for no wording."""
    if wording is None:
        return None
    lines = {
        " ".join(line.split())
        for texts in cells
        for line in next(iter(texts.values()), "").splitlines()
        if line.strip()
    }
    count = f"{len(lines):,}"
    return Wording(th=wording.th.replace("{count}", count), en=wording.en.replace("{count}", count))
