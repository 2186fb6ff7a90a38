"""By which kind of edition a row has to be amended, and by which rule: said in words, for a person to agree or to overrule.

A row that the adopted plan lacks is an addition (เพิ่มเติม). A row that differs in substance is a change (เปลี่ยนแปลง), else a
correction (แก้ไข). Which fields are of substance is data of the form set; how far each may be altered before its substance
is touched goes by its type: spelling in any text, words added to or left out of a name, money moved between years while the
sum over all years stays.
"""

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from typing import Literal, NamedTuple

from success_desktop.domain.edition_texts import EXTENTS, Extent, grade_text, widest
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.totals import add_by_year
from success_desktop.domain.values import Parts
from success_desktop.i18n import LANGUAGES, N_

AmendingKind = Literal["addition", "change", "correction"]
Rule = Literal[
    "added",
    "removed",
    "coordination",
    "form",
    "total",
    "substance",
    "group",
    "years",
    "wording",
    "detail",
    "recorded",
]

ROUTES: Mapping[Rule, AmendingKind] = {
    "added": "addition",
    "removed": "change",
    "coordination": "change",
    "form": "change",
    "total": "change",
    "substance": "change",
    "group": "change",
    "years": "correction",
    "wording": "correction",
    "detail": "correction",
    "recorded": "correction",
}
"""The kind of edition that each rule leads to."""

RULES: Mapping[Rule, str] = {
    "added": N_("The adopted plan does not have this row."),
    "removed": N_("A row of the adopted plan goes."),
    "coordination": N_("The row is handed over for coordination."),
    "form": N_("The row goes to another form."),
    "total": N_("The budget over all years is another one."),
    "substance": N_("The substance is altered: {fields}."),
    "group": N_("The row stands in another group."),
    "years": N_("Money moves between years; the budget over all years stays."),
    "wording": N_("Only spelling or wording is altered: {fields}."),
    "detail": N_("Details are altered that are not of substance: {fields}."),
    "recorded": N_("The row stays as it is; only what became of it is recorded."),
}
"""The rules in words (catalogue entries), to be filled with the fields that decided."""


class Verdict(NamedTuple):
    """The rule that decides on a row, and the fields that made it."""

    rule: Rule
    fields: tuple[str, ...] = ()


def judge_fields(old: Plan, new: Plan, row_id: str, fields: tuple[str, ...], substance: Set[str]) -> Verdict:
    """Decide on a row of both plans whose printed `fields` differ, by the fields that are of `substance`."""
    was, now = old.nodes[row_id], new.nodes[row_id]
    extents = {field: _extent(new, was, now, field) for field in fields}
    touched = tuple(field for field in fields if field in substance and _is_too_far(new, now, field, extents))
    if touched:
        is_total = any(_is_money(new, now, field) for field in touched)
        return Verdict("total" if is_total else "substance", touched)
    return Verdict(_correction(new, now, was, extents), fields)


def budget_by_year(parts: Parts) -> dict[int, Decimal]:
    """Baht by fiscal year (Buddhist Era) of a yearly budget, of all sources together."""
    by_year: dict[int, Decimal] = {}
    add_by_year(by_year, parts)
    return by_year


def budget_total(parts: Parts) -> Decimal:
    """Baht over all years of a yearly budget."""
    return sum(budget_by_year(parts).values(), Decimal(0))


def _correction(plan: Plan, now: Node, was: Node, extents: Mapping[str, Extent]) -> Rule:
    """Which rule lets fields that are not touched in substance be corrected."""
    if all(_is_money(plan, now, field) for field in extents):
        stays = all(budget_total(was.parts(field)) == budget_total(now.parts(field)) for field in extents)
        return "years" if stays else "detail"
    are_worded = all(
        extent != "substance" and not _is_money(plan, now, field) for field, extent in extents.items()
    )
    return "wording" if are_worded else "detail"


def _is_too_far(plan: Plan, node: Node, field: str, extents: Mapping[str, Extent]) -> bool:
    """Whether a field of substance is altered by more than a correction may."""
    spec = plan.template.kind(node.kind)
    tolerated: Extent = "wording" if field == spec.naming_field() else "typing"
    return EXTENTS.index(extents[field]) > EXTENTS.index(tolerated)


def _extent(plan: Plan, was: Node, now: Node, field: str) -> Extent:
    """How far a field has been altered.

    Money that keeps its sum over the years is not touched in substance, nor is a link to what goes by another name now.
    """
    old, new = was.parts(field), now.parts(field)
    if _is_money(plan, now, field):
        return "typing" if budget_total(old) == budget_total(new) else "substance"
    if _type_of(plan, now, field) == "text":
        return widest(_text_extents(old, new))
    return "typing" if old and old == new else "substance"


def _text_extents(old: Parts, new: Parts) -> Iterator[Extent]:
    """How far each wording has been altered. The Thai one was adopted: where both are there the English follows it."""
    for language in LANGUAGES:
        extent = grade_text(str(old.get(language, "")), str(new.get(language, "")))
        is_translation = language == "en" and "th" in old and "th" in new
        yield "typing" if is_translation and extent != "same" else extent


def _is_money(plan: Plan, node: Node, field: str) -> bool:
    return _type_of(plan, node, field) == "yearly_money"


def _type_of(plan: Plan, node: Node, field: str) -> str:
    spec = plan.template.kind(node.kind).fields.get(field)
    return spec.type if spec is not None else ""
