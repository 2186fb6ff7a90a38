"""Where the rows of a plan stand in its official forms, and which of their fields are printed there.

An edition amends what was printed: a field that no form shows, such as how far a project has got, amends nothing.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from success_desktop.domain.forms.form_set import FormSet, OfficialForm
from success_desktop.domain.forms.resolved import FormOptions, FormRow, ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.plan import Plan

Sheets = Mapping[str, "SheetRow"]
"""The rows of a plan by id, in the order of its forms."""


class SheetRow(NamedTuple):
    """A row as the forms print it: in which form, in which innermost group, with which fields and kinds of children.

    `group` are the ids of the nodes, or the values of fields, that make its groups from the outermost inwards; levels that
    it lacks are left out. `group_id` is the innermost of them; "" for a row without any.
    """

    form: str
    group: tuple[str, ...]
    group_id: str
    fields: frozenset[str]
    children: frozenset[str]


def list_row_forms(form_set: FormSet) -> Iterator[str]:
    """The forms of a set that list the rows of a plan, each row in one of them: not summaries, not a single year's."""
    for name, form in form_set.forms.items():
        if _lists_rows(form):
            yield name


def read_sheets(form_set: FormSet, plan: Plan) -> Sheets:
    """The rows of a plan as a form set prints them."""
    sheets: dict[str, SheetRow] = {}
    for name in list_row_forms(form_set):
        form = resolve_form(form_set, name, plan, FormOptions())
        fields = frozenset((*form.spec.money, *(field for column in form.columns for field in column.fields)))
        children = frozenset(column.children for column in form.columns if column.children)
        for row in form.rows:
            sheets.setdefault(row.node_id, _sheet_row(form, row, fields, children))
    return sheets


def _lists_rows(form: OfficialForm) -> bool:
    return form.shape == "rows" and not form.of_year


def _sheet_row(
    form: ResolvedForm, row: FormRow, fields: frozenset[str], children: frozenset[str]
) -> SheetRow:
    group = tuple(key for key in row.groups[-1].key if key) if row.groups else ()
    return SheetRow(form.name, group, group[-1] if group else "", fields, children)
