"""What a plan says that a form, or a whole form set, does not print: reported, so that nothing is lost unseen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.resolved import FormGroup, FormOptions, ResolvedForm
from success_desktop.domain.forms.resolving import LISTING, resolve_form
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import Wording
from success_desktop.domain.timespans import END_FIELD, START_FIELD


@dataclass(frozen=True, slots=True)
class UnprintedField:
    """A field of one kind of node that is filled somewhere and not printed.

    `label` is what people call the field. `years_be` are the fiscal years of a budget that have no column (empty: the whole
    field is left out). `node_ids` are the nodes, in the order of the plan, and `count` how many they are.
    """

    kind: str
    field: str
    label: Wording
    years_be: tuple[int, ...]
    count: int
    node_ids: tuple[str, ...]


def list_unprinted(resolved: ResolvedForm, plan: Plan) -> tuple[UnprintedField, ...]:
    """The filled fields that a form does not print: of its rows, of all above them but the plan, of all below them."""
    return _list(plan, [resolved])


def list_unprinted_of_set(form_set: FormSet, plan: Plan) -> tuple[UnprintedField, ...]:
    """The filled fields that no form of a set prints, in its amended editions neither."""
    options = FormOptions(is_amended=True)
    return _list(plan, [resolve_form(form_set, name, plan, options) for name in form_set.forms])


def _list(plan: Plan, forms: list[ResolvedForm]) -> tuple[UnprintedField, ...]:
    printed: dict[str, set[str]] = {}
    for form in forms:
        for node_id, fields in _Printed(form, plan).list_fields():
            printed.setdefault(node_id, set()).update(fields)
    missed: dict[tuple[str, str], list[str]] = {}
    concerned = {node_id for form in forms for node_id in _concerned(form, plan)}
    for node in plan.walk():
        if node.id in concerned:
            for field in _own_fields(plan, node):
                if field not in printed.get(node.id, ()):
                    missed.setdefault((node.kind, field), []).append(node.id)
    whole = (
        UnprintedField(kind, field, field_spec.label, (), len(node_ids), tuple(node_ids))
        for kind, spec in plan.template.kinds.items()
        for field, field_spec in spec.fields.items()
        if (node_ids := missed.get((kind, field)))
    )
    return (*whole, *_list_years(plan, forms))


def _own_fields(plan: Plan, node: Node) -> Iterator[str]:
    """The filled fields of a node that documents print at all, but for the one that chooses the form."""
    specs = plan.template.kind(node.kind).fields
    for field, parts in node.fields.items():
        if parts and field != LISTING and field in specs and specs[field].printed:
            yield field


def _concerned(form: ResolvedForm, plan: Plan) -> set[str]:
    """The rows of a form, all that is above them but the plan, and all below them."""
    found: set[str] = set()
    for row in form.rows:
        if plan.nodes[row.node_id].parent_id not in found:
            found.update(node.id for node in plan.ancestors(row.node_id)[:-1])
        found.update(node.id for node in plan.walk(row.node_id))
    return found


class _Printed:
    """Tells which fields of which nodes stand in a form."""

    def __init__(self, form: ResolvedForm, plan: Plan) -> None:
        self._form = form
        self._plan = plan
        has_money = form.spec.shape == "rows" and any(column.is_sum for column in form.columns)
        self._has_months = any(column.show == "months" for column in form.columns)
        shown = [column for column in form.columns if column.show in ("fields", "reason", "gathered")]
        self._choosing = [column for column in shown if len(column.fields) > 1 and not column.is_stacked]
        self._children = {column.children for column in shown if column.children}
        self._always = {
            *(form.spec.money if has_money else ()),
            *(_DAYS if self._has_months else ()),
            *(field for level in form.levels for field in form.form_set.levels[level].fields),
            *(field for column in shown if column not in self._choosing for field in column.fields),
        }

    def list_fields(self) -> Iterator[tuple[str, Iterable[str]]]:
        """Nodes with fields of theirs that the form prints, or whose meaning the name of a group prints."""
        groups = {group.key: group for row in self._form.rows for group in row.groups}
        for group in groups.values():
            yield from self._of_group(group)
        for row in self._form.rows:
            node = self._plan.nodes[row.node_id]
            lines = (line.field for group in row.groups for line in group.alignment if not line.node_id)
            yield node.id, {*self._always, *lines, *(column.field_of(node) for column in self._choosing)}
            if self._children or self._has_months:
                for child in self._plan.children_of(node.id):
                    yield child.id, self._of_child(child)

    def _of_group(self, group: FormGroup) -> Iterator[tuple[str, Iterable[str]]]:
        if group.node_id and (name := self._plan.kind_of(group.node_id).naming_field()):
            yield group.node_id, (name,)
        yield from ((line.node_id, (line.field,)) for line in group.alignment if line.node_id)

    def _of_child(self, child: Node) -> Iterator[str]:
        if self._has_months:
            yield from _DAYS
        name = self._plan.kind_of(child.id).naming_field()
        if child.kind in self._children and name:
            yield name


_DAYS = (START_FIELD, END_FIELD)


def _list_years(plan: Plan, forms: list[ResolvedForm]) -> Iterator[UnprintedField]:
    """Money of rows in years for which none of the forms has a column."""
    shown = {year_be for form in forms for year_be in form.years}
    missed: dict[tuple[str, str], tuple[set[int], dict[str, None]]] = {}
    for form in forms:
        for node_id, budget in form.budgets.items():
            years = {year_be for year_be, baht in budget.items() if baht} - shown
            node = plan.nodes[node_id]
            for field in form.spec.money:
                if years and node.parts(field):
                    held, node_ids = missed.setdefault((node.kind, field), (set(), {}))
                    held |= years
                    node_ids[node_id] = None
    for (kind, field), (held, node_ids) in missed.items():
        label = plan.template.field(kind, field).label
        yield UnprintedField(kind, field, label, tuple(sorted(held)), len(node_ids), tuple(node_ids))
