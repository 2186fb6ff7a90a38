"""Reading a form set's text (YAML) into a FormSet, with mistakes named by line."""

from collections.abc import Container, Iterable, Iterator, Mapping

from success_desktop.domain.forms.form_set import FormColumn, FormSet, OfficialForm, Shape, Show
from success_desktop.domain.marked_yaml import EntryPath, Mistake, dotted, find_line, parse_marked
from success_desktop.errors import UserError
from success_desktop.i18n import N_

_EXPECTED = N_("a form set is a list of entries such as “id: our-forms”")
_SHOWN: Mapping[Shape, frozenset[Show]] = {
    "rows": frozenset(("number", "fields", "years", "total", "fiscal_year", "months", "reason", "level")),
    "summary": frozenset(("line", "figures", "all_figures")),
    "references": frozenset(("number", "level", "alignment", "gathered")),
}
"""What columns of each shape of form can show."""

_NEEDED: Mapping[Show, str] = {
    "fields": "fields",
    "gathered": "fields",
    "level": "level",
    "alignment": "alignment",
}
"""The entry without which a column shows nothing."""

_Problem = tuple[EntryPath, UserError]


def parse_form_set(text: str, name: str) -> FormSet:
    """The form set that `text` spells out; `name` is how messages call it.

    Raises UserError, with the line, when it is no YAML, lacks or misspells an entry, names a level, a plan above or a body
    that it does not define, or asks a column for what its form cannot show.
    """
    try:
        form_set = parse_marked(text, FormSet, _EXPECTED)
        for path, problem in _problems(form_set):
            raise Mistake(find_line(text, path), problem)
    except Mistake as mistake:
        raise _refusal(name, mistake) from mistake
    return form_set


def require_known_fields(form_set: FormSet, known: Container[str], name: str) -> None:
    """Raise UserError, with the line, for a column that asks for a field which is none of `known`: it would stay empty.

    `name` is how messages call the form set.
    """
    for form_name, form in form_set.forms.items():
        for place, column in enumerate(form.columns):
            path = ("forms", form_name, "columns", place, "fields")
            for _path, problem in _unknown(known, path, column.fields):
                raise _refusal(name, Mistake(find_line(form_set.text, path), problem))


def fields_of_columns(form_set: FormSet) -> frozenset[str]:
    """The fields that the columns of a form set ask for."""
    columns = (column for form in form_set.forms.values() for column in form.columns)
    return frozenset(field for column in columns for field in column.fields)


def _refusal(name: str, mistake: Mistake) -> UserError:
    return UserError(
        N_("The form set “{name}” has a mistake in line {line}: {problem}"),
        advice=N_("Correct the form set in a text editor, then try again. Nothing has been changed."),
        name=name,
        line=mistake.line,
        problem=mistake.problem,
    )


def _problems(form_set: FormSet) -> Iterator[_Problem]:
    for name, form in form_set.forms.items():
        yield from _of_form(form_set, ("forms", name), form)
    for kind, edition in form_set.editions.items():
        for authority, steps in edition.steps.items():
            yield from _unknown(form_set.bodies, ("editions", kind, "steps", authority), steps)


def _of_form(form_set: FormSet, path: EntryPath, form: OfficialForm) -> Iterator[_Problem]:
    yield from _unknown(form_set.levels, (*path, "levels"), form.levels)
    yield from _unknown(form.levels, (*path, "subtotals"), form.subtotals)
    yield from _unknown(form_set.alignment, (*path, "alignment"), form.alignment)
    if form.shape != "rows" and not form.levels:
        yield (
            (*path, "shape"),
            UserError(N_("{entry}: a form of this shape needs levels"), entry=dotted(path)),
        )
    for place, column in enumerate(form.columns):
        yield from _of_column(form_set, (*path, "columns", place), form.shape, column)


def _of_column(form_set: FormSet, path: EntryPath, shape: Shape, column: FormColumn) -> Iterator[_Problem]:
    if column.show not in _SHOWN[shape]:
        problem = UserError(
            N_("{entry}: columns of this form cannot show “{show}”; they can show: {known}"),
            entry=dotted(path),
            show=column.show,
            known=", ".join(sorted(_SHOWN[shape])),
        )
        yield (*path, "show"), problem
    needed = _NEEDED.get(column.show, "")
    if needed and not getattr(column, needed):
        yield (
            path,
            UserError(N_("{entry}: the column needs “{needed}”"), entry=dotted(path), needed=needed),
        )
    yield from _unknown(form_set.levels, (*path, "level"), filter(None, (column.level,)))
    yield from _unknown(form_set.alignment, (*path, "alignment"), filter(None, (column.alignment,)))


def _unknown(known: Container[str], path: EntryPath, names: Iterable[str]) -> Iterator[_Problem]:
    for name in names:
        if name not in known:
            yield path, UserError(N_("{entry}: nothing is called “{name}”"), entry=dotted(path), name=name)
