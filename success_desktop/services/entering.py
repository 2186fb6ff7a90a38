"""What people type into a field, read as its type asks, and how a value is shown for editing."""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from success_desktop.domain.amounts import format_baht, format_number, parse_baht, parse_number
from success_desktop.domain.calendar import parse_year, year_text
from success_desktop.domain.calendar_dates import date_text, parse_date
from success_desktop.domain.edits import SetValue, set_value
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_typed import plain_text, quotation, typed_key
from success_desktop.domain.values import SINGLE_MONEY, Atom, FieldType, money_part
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language, interface_language
from success_desktop.services.describing import find_node
from success_desktop.services.editing import set_links
from success_desktop.services.linking import read_links, shown_links
from success_desktop.services.plan_editor import PlanEditor

Place = tuple[str, str, str]
"""Where a value stands: node id, field, part."""


def enter_value(editor: PlanEditor, place: Place, typed: str, initiator: object | None = None) -> None:
    """Read what was typed for one part of a field, in either language, and make the edit; empty text clears the part.

    Under the part "" a reference takes all its names at once, parted by commas. Raises UserError, with nothing changed, when
    the text cannot be read.
    """
    editor.edit(N_("Edit field"), read_value(editor.plan, place, typed), initiator)


def read_value(plan: Plan, place: Place, typed: str) -> tuple[SetValue, ...]:
    """The edit that gives one part of a field the value that was typed; none when it has that value already.

    Under a year alone stands the money of that year, whatever its source. Raises UserError when the text cannot be read as
    the field's type asks, and when the money of a year comes from several sources.
    """
    node_id, field, part = place
    spec = plan.template.field(plan.nodes[node_id].kind, field)
    if spec.type == "reference":
        return read_links(plan, (node_id, field), typed)
    if spec.type == "yearly_money" and part.isdecimal():
        budget = plan.nodes[node_id].yearly_money(field)
        part = money_part(int(part), _only_source(plan, budget, int(part)))
    return set_value(plan, node_id, field, part, read_atom(spec, typed))


def read_atom(spec: FieldSpec, typed: str) -> Atom | None:
    """The value that `typed` stands for in a field that is no reference; None or "" for a blank. Raises UserError."""
    return _READERS.get(spec.type, _read_text)(spec, typed)


def enter_values(
    editor: PlanEditor, label: str, cells: Iterable[tuple[Place, str]], initiator: object | None = None
) -> dict[Place, tuple[str, UserError]]:
    """Read several values and keep those that can be read, as one step of undo; `label` (catalogue entry) names it.

    Returns what was refused, by place: the text, and the reason why it cannot be read.
    """
    edits: list[SetValue] = []
    refused: dict[Place, tuple[str, UserError]] = {}
    for place, typed in cells:
        try:
            edits.extend(read_value(editor.plan, place, typed))
        except UserError as reason:
            refused[place] = typed, reason
    editor.edit(label, edits, initiator)
    return refused


def shown_value(plan: Plan, place: Place, language: Language) -> str:
    """How a part of a field is shown for editing: 1,200,000; 12 ก.พ. 2567; 2568 (2025 in English); "" when blank."""
    node_id, field, part = place
    node = plan.nodes[node_id]
    atom = node.parts(field).get(part)
    if atom is None and part.isdecimal():
        return _shown_year(node, field, int(part))
    if atom is None:
        return shown_links(node, field, plan, language) if part == "" else ""
    if isinstance(atom, str):
        return atom
    return shown_atom(plan.template.field(node.kind, field), atom, language)


def _shown_year(node: Node, field: str, year_be: int) -> str:
    """The money of a year (Buddhist Era) from all sources of funds; "" when there is none."""
    amounts = [
        atom
        for part, atom in node.parts(field).items()
        if part.startswith(f"{year_be}:") and isinstance(atom, Decimal)
    ]
    return format_baht(sum(amounts, Decimal(0))) if amounts else ""


def shown_atom(spec: FieldSpec, atom: Atom | None, language: Language) -> str:
    """How a value of a field is shown to be read; as `shown_value`, but a choice is given by its name."""
    if atom is None:
        return ""
    if isinstance(atom, date):
        return date_text(atom, language, "short")
    if isinstance(atom, Decimal):
        return _shown_number(spec.type, atom, language)
    option = spec.options.get(atom) if spec.type == "choice" else None
    return option.spoken(language) if option else atom


def enter_field(editor: PlanEditor, target: tuple[str, str], typed: str, language: Language) -> None:
    """Give a field (node id, "field" or "field:year" or "field:year:source") a value written as on a command line.

    Text goes to `language`; a reference takes ids, numbers or names parted by commas. Raises UserError when there is no such
    field or year, or the value cannot be read.
    """
    node_id, written = target
    field, _colon, rest = written.partition(":")
    kind = editor.plan.nodes[node_id].kind
    specs = editor.plan.template.kind(kind).fields
    if field not in specs:
        raise no_field(kind, field, specs)
    if specs[field].type == "reference":
        names = [name for name in typed.split(",") if name.strip()]
        set_links(editor, node_id, field, _targets(editor.plan, specs[field], names))
        return
    part = _part((editor.plan, node_id, field), rest, language)
    enter_value(editor, (node_id, field, part), typed)


def no_field(kind: str, field: str, known: Iterable[str]) -> UserError:
    """What to say when nodes of a kind have no field of that name."""
    return UserError(
        N_("A “{kind}” has no field “{field}”."),
        advice=N_("Its fields are: {known}"),
        kind=kind,
        field=field,
        known=", ".join(known),
    )


def _targets(plan: Plan, spec: FieldSpec, names: Sequence[str]) -> list[str]:
    """The nodes that a person names for a reference field. Raises UserError for those of a kind that it cannot refer to."""
    nodes = [find_node(plan, name) for name in names]
    for node in nodes:
        if node.kind not in spec.kinds:
            raise UserError(
                N_("This field cannot refer to a “{kind}”."),
                advice=N_("It refers to: {known}"),
                kind=node.kind,
                known=", ".join(spec.kinds),
            )
    if len(nodes) > 1 and not spec.many:
        raise UserError(
            N_("This field refers to one thing only."), advice=N_("Give a single id, number or name.")
        )
    return [node.id for node in nodes]


def _part(place: tuple[Plan, str, str], rest: str, language: Language) -> str:
    """The part of a field (plan, node id, field) that a person means by what stands behind "field:" on a command line."""
    plan, node_id, field = place
    spec = plan.kind_of(node_id).fields[field]
    if spec.type == "text" and rest in LANGUAGES:
        return rest
    if spec.type not in ("yearly_number", "yearly_money"):
        if rest:
            raise UserError(
                N_("This field has no part “{part}”."), advice=N_("Write the field’s name alone."), part=rest
            )
        return {"text": language, "money": SINGLE_MONEY}.get(spec.type, "")
    year_be, source = _year_and_source(spec, rest)
    if spec.type == "yearly_number":
        return str(year_be)
    source = source or _only_source(plan, plan.nodes[node_id].yearly_money(field), year_be)
    if source not in plan.template.sources:
        raise UserError(
            N_("There is no source of funds called “{source}”."),
            advice=N_("Use one of: {known}"),
            source=source,
            known=", ".join(plan.template.sources),
        )
    return money_part(year_be, source)


def _year_and_source(spec: FieldSpec, rest: str) -> tuple[int, str]:
    """What "2568" or "2568:source" says. Raises UserError when there is no year."""
    written_year, _colon, source = rest.partition(":")
    year_be = parse_year(written_year)
    if year_be is None:
        raise UserError(
            N_("This field has a value for every year."),
            advice=N_("Write the year behind the field, as in {example}"),
            example="budget:2568" if spec.type == "yearly_money" else "target:2568",
        )
    return year_be, source


def _only_source(plan: Plan, amounts: Mapping[tuple[int, str], Decimal], year_be: int) -> str:
    """The source of funds meant where none is named: that of the year's money, else the template's usual one.

    Raises UserError where a year's money comes from several: an amount for the year must not count twice.
    """
    sources = [source for year, source in amounts if year == year_be]
    if len(sources) > 1:
        year = year_text(year_be, interface_language())
        raise UserError(
            N_("The money of {year} comes from several sources: {sources}"),
            advice=N_("Write the source behind the year, as in {example}"),
            year=year,
            sources=", ".join(sources),
            example=f"budget:{year}:{sources[0]}",
        )
    return sources[0] if sources else plan.template.default_source


def _read_text(_spec: FieldSpec, typed: str) -> Atom | None:
    return plain_text(typed)


def _read_choice(spec: FieldSpec, typed: str) -> Atom | None:
    """An option by its id or its name in either language."""
    wanted = _option_key(typed)
    if not wanted:
        return None
    for option, name in spec.options.items():
        if wanted in map(_option_key, (option, name.th, name.en)):
            return option
    raise UserError(
        N_("“{text}” is not one of the choices."),
        advice=N_("Choose one of: {known}"),
        text=quotation(typed),
        known=", ".join(name.spoken(interface_language()) for name in spec.options.values()),
    )


@functools.lru_cache(maxsize=1_024)
def _option_key(text: str) -> str:
    """What options are compared by: their letters, whatever the spaces and the spelling of marks; "" for a lone dash."""
    return typed_key(text).replace(" ", "")


def _read_year(_spec: FieldSpec, typed: str) -> Atom | None:
    year_be = parse_year(typed)
    return None if year_be is None else Decimal(year_be)


_READERS: Mapping[FieldType, Callable[[FieldSpec, str], Atom | None]] = {
    "choice": _read_choice,
    "number": lambda _spec, typed: parse_number(typed),
    "yearly_number": lambda _spec, typed: parse_number(typed),
    "money": lambda _spec, typed: parse_baht(typed),
    "yearly_money": lambda _spec, typed: parse_baht(typed),
    "date": lambda _spec, typed: parse_date(typed),
    "fiscal_year": _read_year,
}


def _shown_number(field_type: FieldType, number: Decimal, language: Language) -> str:
    if field_type == "fiscal_year":
        return year_text(int(number), language)
    if field_type in ("money", "yearly_money"):
        return format_baht(number)
    return format_number(number)
