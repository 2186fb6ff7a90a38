"""Reading a template's text (YAML) into a Template, with mistakes named by line."""

from collections.abc import Callable, Iterator
from typing import Any

from success_desktop.domain.marked_yaml import EntryPath, Mistake, dotted, find_line, parse_marked
from success_desktop.domain.schema import FieldSpec, FormSpec, KindSpec, Template
from success_desktop.domain.seeds import find_mistakes
from success_desktop.errors import UserError
from success_desktop.i18n import N_

_EXPECTED = N_("a template is a list of entries such as “id: my-template”")


def parse_template(text: str, name: str) -> Template:
    """The template that `text` spells out; `name` is how messages call it.

    Raises UserError, with the line, when it is no YAML, lacks or misspells an entry, or names a kind, field, form or
    source of funds that it does not define.
    """
    try:
        template = parse_marked(text, Template, _EXPECTED)
        for path, problem in _dangling_names(template):
            raise Mistake(find_line(text, path), f"{dotted(path)}: {problem}")
    except Mistake as mistake:
        raise UserError(
            N_("The template “{name}” has a mistake in line {line}: {problem}"),
            advice=N_("Correct the template in a text editor, then try again. Nothing has been changed."),
            name=name,
            line=mistake.line,
            problem=mistake.problem,
        ) from mistake
    return template


def _dangling_names(template: Template) -> Iterator[tuple[EntryPath, str]]:
    """Every name in the template that stands for nothing, with the path to where it is written."""
    if template.default_source not in template.sources:
        yield ("default_source",), f"no source of funds is called {template.default_source!r}"
    if "plan" not in template.kinds:
        yield ("kinds",), "the kind 'plan' is missing"
    for kind, spec in template.kinds.items():
        yield from _unknown(template.kinds, (("kinds", kind, "children"), spec.children))
        yield from _dangling_in_fields(template, kind, spec)
    for form_name, form in template.forms.items():
        yield from _dangling_in_form(template, form_name, form)
    yield from _dangling_in_document(template)
    yield from find_mistakes(template)


def _dangling_in_document(template: Template) -> Iterator[tuple[EntryPath, str]]:
    for place, part in enumerate(template.document.parts):
        for block_place, block in enumerate(part.blocks):
            path = ("document", "parts", place, "blocks", block_place)
            if block.form not in ("", *template.forms):
                yield path, f"no form is called {block.form!r}"
            if block.narrative not in ("", *template.kinds):
                yield path, f"no kind is called {block.narrative!r}"


def _dangling_in_fields(template: Template, kind: str, spec: KindSpec) -> Iterator[tuple[EntryPath, str]]:
    if spec.form not in ("", *template.forms):
        yield ("kinds", kind, "form"), f"no form is called {spec.form!r}"
    for field, field_spec in spec.fields.items():
        yield from _unknown(template.kinds, (("kinds", kind, "fields", field, "kinds"), field_spec.kinds))
        for rule in _FIELD_RULES:
            if problem := rule(field_spec):
                yield ("kinds", kind, "fields", field), problem
        if problem := _wrong_beginning(spec, field_spec):
            yield ("kinds", kind, "fields", field, "not_before"), problem


def _needs_options(spec: FieldSpec) -> str:
    return "a choice needs options" if spec.type == "choice" and not spec.options else ""


def _needs_kinds(spec: FieldSpec) -> str:
    return "a reference needs kinds" if spec.type == "reference" and not spec.kinds else ""


def _wrong_beginning(spec: KindSpec, field_spec: FieldSpec) -> str:
    """What is wrong with the field that another must not precede: both are days, or both are years."""
    name = field_spec.not_before
    if name and name not in spec.fields:
        return f"nothing is called {name!r}"
    is_comparable = not name or spec.fields[name].type == field_spec.type in ("date", "fiscal_year")
    return "" if is_comparable else f"{name!r} cannot be compared with it"


_FIELD_RULES: tuple[Callable[[FieldSpec], str], ...] = (_needs_options, _needs_kinds)


def _dangling_in_form(template: Template, form_name: str, form: FormSpec) -> Iterator[tuple[EntryPath, str]]:
    path: EntryPath = ("forms", form_name)
    yield from _unknown(template.kinds, ((*path, "rows"), (form.rows,)))
    yield from _unknown(template.kinds, ((*path, "groups"), form.groups))
    yield from _unknown(form.groups, ((*path, "subtotals"), form.subtotals))
    fields = template.kinds[form.rows].fields if form.rows in template.kinds else {}
    for place, column in enumerate(form.columns):
        if column.show in ("field", "years", "total") and column.field not in fields:
            yield (*path, "columns", place), f"{form.rows} has no field called {column.field!r}"
        names = tuple(name for name in (column.child, column.ancestor) if name)
        yield from _unknown(template.kinds, ((*path, "columns", place), names))


def _unknown(known: Any, written: tuple[EntryPath, tuple[str, ...]]) -> Iterator[tuple[EntryPath, str]]:
    path, names = written
    for name in names:
        if name not in known:
            yield path, f"nothing is called {name!r}"
