"""The form for one kind of node, laid out from the template: every field in its order, then what lies below."""

from collections.abc import Callable, Collection, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from success_desktop.domain.schema import FieldSpec, KindSpec
from success_desktop.domain.values import FieldType
from success_desktop.ui.page.children_links import ChildrenLinks
from success_desktop.ui.page.entry_field import ChoiceField, EntryField
from success_desktop.ui.page.next_step import NextStep
from success_desktop.ui.page.part import PageContext, PagePart
from success_desktop.ui.page.reference_field import ReferenceField
from success_desktop.ui.page.sheet import has_yearly_values
from success_desktop.ui.page.sheet_parts import BudgetPart, ChildrenPart, YearlyPart
from success_desktop.ui.page.text_field import COLUMN_GAP, TextField
from success_desktop.ui.tree.captions import naming_field

_ROW_GAP = 14

_MAKERS: Mapping[FieldType, Callable[[PageContext, str, FieldSpec], PagePart]] = {
    "text": TextField,
    "word": EntryField,
    "choice": ChoiceField,
    "number": EntryField,
    "fiscal_year": EntryField,
    "date": EntryField,
    "money": EntryField,
    "reference": ReferenceField,
    "yearly_number": YearlyPart,
    "yearly_money": BudgetPart,
}
_WIDE: frozenset[FieldType] = frozenset(("text", "yearly_number", "yearly_money"))


class NodeForm(QWidget):
    """The fields of one kind of node. One form serves every node of its kind, one after the other."""

    def __init__(self, context: PageContext, kind: str, numbers: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self.spec = spec = context.plan.template.kind(kind)
        self.fields = {name: _MAKERS[field.type](context, name, field) for name, field in spec.fields.items()}
        self.above = [NextStep(context, kind)] if kind == context.plan.root.kind else []
        self.below = list(_make_below(context, spec, numbers))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(_ROW_GAP)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 1)
        self._lay_out(spec)

    def focus_name(self) -> None:
        """Let the node's name be typed. It is no focus proxy: Tab would go to it past the fields in front of it."""
        name = naming_field(self.spec)
        if name is not None:
            self.fields[name].setFocus(Qt.FocusReason.TabFocusReason)

    def show_node(self, node_id: str) -> None:
        """Show a node of the form's kind."""
        for part in self.parts():
            part.show_node(node_id)

    def show_fields(self, node_id: str, fields: Collection[str]) -> None:
        """Show some fields of the node anew, after an edit that touched nothing else."""
        for part in (*self.above, *(self.fields[name] for name in fields if name in self.fields)):
            part.show_node(node_id)

    def commit(self) -> None:
        """Hand in what is still being typed anywhere in the form."""
        for part in self.parts():
            part.commit()

    def parts(self) -> list[PagePart]:
        """Everything in the form, from top to bottom."""
        return [*self.above, *self.fields.values(), *self.below]

    def _lay_out(self, spec: KindSpec) -> None:
        row = -1
        for card in self.above:
            row += 1
            self._grid.addWidget(card, row, 0, 1, 2)
        for pair in _pair_fields(spec):
            row += 1
            for column, name in enumerate(pair):
                span = 2 if _needs_width(spec.fields[name], len(pair)) else 1
                self._grid.addWidget(self.fields[name], row, column, 1, span)
        for part in self.below:
            row += 1
            self._grid.addWidget(part, row, 0, 1, 2)


def _pair_fields(spec: KindSpec) -> Iterator[tuple[str, ...]]:
    """The fields row by row: small ones that follow each other share a row, references with references only."""
    waiting = ""
    for name, field in spec.fields.items():
        if waiting and _sort(spec.fields[waiting]) == _sort(field):
            yield waiting, name
            waiting = ""
            continue
        if waiting:
            yield (waiting,)
        waiting = "" if field.type in _WIDE else name
        if not waiting:
            yield (name,)
    if waiting:
        yield (waiting,)


def _needs_width(field: FieldSpec, count: int) -> bool:
    """Whether a field takes the whole row: texts and tables do, and several references that have it for themselves."""
    return field.type in _WIDE or (field.many and count == 1)


def _sort(field: FieldSpec) -> str:
    if field.type in _WIDE:
        return "wide"
    return "reference" if field.type == "reference" else "small"


def _make_below(
    context: PageContext, spec: KindSpec, numbers: Callable[[], Mapping[str, str]]
) -> Iterator[PagePart]:
    """What shows the children: a table for each kind with yearly values, links for all others."""
    kinds = context.plan.template.kinds
    tabled = [kind for kind in spec.children if has_yearly_values(kinds[kind])]
    for kind in tabled:
        yield ChildrenPart(context, kind)
    linked = tuple(kind for kind in spec.children if kind not in tabled)
    if linked:
        yield ChildrenLinks(context, linked, numbers)
