"""Editions in words: what they are called, what happened to their rows, by which rule, and what reads otherwise."""

from collections.abc import Mapping
from typing import NamedTuple

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar import year_text
from success_desktop.domain.edition_routing import RULES, budget_by_year
from success_desktop.domain.editions import CHILDREN, EditionRow, RowNature
from success_desktop.domain.office import Deed, Edition, EditionKind
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.plan import Node, Plan
from success_desktop.i18n import LANGUAGES, N_, Language, translate

KIND_NAMES: Mapping[EditionKind, str] = {
    "first": N_("First edition"),
    "addition": N_("Addition"),
    "change": N_("Change"),
    "correction": N_("Correction"),
}
"""The kinds of editions (catalogue entries)."""

NATURE_NAMES: Mapping[RowNature, str] = {
    "added": N_("New row"),
    "edited": N_("Amended row"),
    "moved": N_("Row elsewhere"),
    "removed": N_("Row taken out"),
    "same": N_("Row as before"),
}
"""What happened to a row (catalogue entries)."""

DEED_NAMES: Mapping[Deed, str] = {
    "": N_("Nothing else"),
    "coordination": N_("Handed over for coordination"),
    "merged": N_("Merged into another row"),
    "duplicate": N_("Duplicate of another row"),
    "programme": N_("Moved to another programme"),
}
"""What became of a row beside its wording (catalogue entries)."""

_DEEDS: Mapping[Deed, str] = {
    "coordination": N_("Handed over for coordination (ผ.02/2)"),
    "merged": N_("Merged into {name}"),
    "duplicate": N_("Duplicate of {name}"),
    "programme": N_("Moved to {name}"),
}
"""The same as it is printed beside the row, `name` being the row or programme it refers to."""

_NUMBERED: Mapping[EditionKind, str] = {
    "addition": N_("Addition No. {number}/{year}"),
    "change": N_("Change No. {number}/{year}"),
    "correction": N_("Correction No. {number}/{year}"),
}


class FieldTexts(NamedTuple):
    """What a field of a row is called, and what it says in the adopted plan and now; "" where it says nothing."""

    label: str
    old: str
    new: str


def edition_name(edition: Edition, language: Language) -> str:
    """What an edition is called: "First edition", "Change No. 1/2025" (in Thai: เปลี่ยนแปลง ครั้งที่ 1/2568)."""
    if edition.kind not in _NUMBERED or not edition.number:
        return translate(KIND_NAMES[edition.kind], language)
    year = year_text(edition.year_be, language)
    return translate(_NUMBERED[edition.kind], language).format(number=edition.number, year=year)


def row_name(plan: Plan, row_id: str, language: Language) -> str:
    """The name of a row in one line; that in the other language, or of its kind, where it has none."""
    node, spec = plan.nodes[row_id], plan.kind_of(row_id)
    asked_first = sorted(LANGUAGES, key=lambda known: known != language)
    names = (" ".join(node.text(spec.naming_field() or "", known).split()) for known in asked_first)
    return next(filter(None, names), spec.name.spoken(language))


def other_name(row: EditionRow, language: Language, *plans: Plan) -> str:
    """The row or group that a deed refers to, by its name in the first of `plans` that has it; "" for none known."""
    holder = next((plan for plan in plans if row.other_id in plan.nodes), None)
    if holder is not None:
        return row_name(holder, row.other_id, language)
    kinds = (plan.template.kind(row.kind) for plan in plans)
    choices = (spec.options for kind in kinds for spec in kind.fields.values())
    option = next((options[row.other_id] for options in choices if row.other_id in options), None)
    return option.spoken(language) if option is not None else ""


def rule_sentence(plan: Plan, row: EditionRow, language: Language) -> str:
    """The rule that assigns a row, with the fields that decided. `plan` is one that has the row."""
    labels = (_label(plan, row.kind, name, language) for name in row.rule_fields)
    return translate(RULES[row.rule], language).format(fields=", ".join(labels))


def deed_sentence(deed: Deed, name: str, language: Language) -> str:
    """What became of a row, as it is printed beside it; `name` is that of the row or group that it refers to."""
    if deed not in _DEEDS:
        return ""
    if not name and "{name}" in _DEEDS[deed]:
        return translate(DEED_NAMES[deed], language)
    return translate(_DEEDS[deed], language).format(name=name)


def field_texts(base: Plan, plan: Plan, row: EditionRow, field: str, language: Language) -> FieldTexts:
    """What a field of a row says in the adopted plan `base` and in `plan`, in one language."""
    old, new = (
        _text(side, side.nodes[row.row_id], field, language) if row.row_id in side.nodes else ""
        for side in (base, plan)
    )
    holder = plan if row.row_id in plan.nodes else base
    return FieldTexts(_label(holder, row.kind, field, language), old, new)


def _label(plan: Plan, kind: str, field: str, language: Language) -> str:
    words = PartWords(plan.template, language)
    if field.startswith(CHILDREN):
        return words.kind_name(field.removeprefix(CHILDREN))
    return words.field_label(kind, field)


def _text(plan: Plan, node: Node, field: str, language: Language) -> str:
    """What a field says: money year by year, links by names, a text in the other language where it has only that."""
    if field.startswith(CHILDREN):
        kind = field.removeprefix(CHILDREN)
        return "\n".join(
            row_name(plan, child.id, language) for child in plan.children_of(node.id) if child.kind == kind
        )
    spec = plan.template.field(node.kind, field)
    if spec.type == "text":
        return node.text(field, language) or node.text(field, "en" if language == "th" else "th")
    if spec.type == "yearly_money":
        by_year = sorted(budget_by_year(node.parts(field)).items())
        return "\n".join(f"{year_text(year_be, language)}: {format_baht(baht)}" for year_be, baht in by_year)
    if spec.type == "reference":
        return "\n".join(
            row_name(plan, target, language) for target in node.links(field) if target in plan.nodes
        )
    words = PartWords(plan.template, language)
    return "\n".join(words.atom_text(spec, part, atom) for part, atom in node.parts(field).items())
