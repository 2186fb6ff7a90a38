"""Editions as plain data for scripts, and as lines for people to read in a terminal."""

from collections.abc import Iterator
from typing import Any

from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.edition_lacks import Lack
from success_desktop.domain.edition_sheets import list_row_forms
from success_desktop.domain.edition_words import (
    DEED_NAMES,
    KIND_NAMES,
    NATURE_NAMES,
    edition_name,
    field_texts,
    other_name,
    row_name,
    rule_sentence,
)
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import Edition, Office, read_office
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language, _, translate
from success_desktop.services.describing import find_node
from success_desktop.services.edition_rows import Amendment


def find_named_edition(plan: Plan, name: str) -> Edition:
    """The edition with that id or name (“เปลี่ยนแปลง ครั้งที่ 1/2568”, “เปลี่ยนแปลง 1/2568”, “change 1/2568”).

    A kind alone (“เปลี่ยนแปลง”, “change”) is the newest of that kind. Raises UserError for none.
    """
    wanted = _key(name)
    for edition in reversed(read_office(plan).editions):
        if name == edition.id or wanted in _keys(edition):
            return edition
    raise UserError(
        N_("This plan has no edition “{name}”."),
        advice=N_("Give its id or its name; “edition list” tells them."),
        name=name,
    )


def find_row_id(amendment: Amendment, text: str) -> str:
    """The row that `text` names (id, number or name): one that the edition amends, or any other row of the plan.

    Raises UserError when there is none, or several.
    """
    for row in amendment.rows:
        holder = _holder(amendment, row)
        if text == row.row_id or text in [row_name(holder, row.row_id, language) for language in LANGUAGES]:
            return row.row_id
    return find_node(amendment.present, text).id


def require_row(amendment: Amendment, row_id: str) -> None:
    """Raise UserError unless a node is a row that a form lists: an edition amends nothing else."""
    forms = amendment.form_set.forms
    kinds = {kind for name in list_row_forms(amendment.form_set) for kind in forms[name].rows}
    holder = amendment.present if row_id in amendment.present.nodes else amendment.base
    if holder is None or holder.nodes[row_id].kind not in kinds:
        raise UserError(
            N_("That is no row of a form."),
            advice=N_("Name a project or another row; “edition rows” tells those that an edition amends."),
        )


def describe_edition(edition: Edition) -> dict[str, Any]:
    """An edition as a dictionary that JSON can hold: days are ISO 8601, years Buddhist, blanks null or "".

    `places` tells by the ids of the rows where each is printed: ``{"form", "page", "number"}``.
    """
    return {
        "id": edition.id,
        "kind": edition.kind,
        "number": edition.number or None,
        "year_be": edition.year_be or None,
        "name": {language: edition_name(edition, language) for language in LANGUAGES},
        "clause": edition.clause,
        "reasons": dict(edition.reasons),
        "base_id": edition.base_id,
        "is_adopted": edition.is_adopted,
        "revision_id": edition.revision_id,
        "adopted_on": edition.adopted_on and edition.adopted_on.isoformat(),
        "announced_on": edition.announced_on and edition.announced_on.isoformat(),
        "places": {row_id: place._asdict() for row_id, place in edition.places.items()},
    }


def describe_rows(amendment: Amendment) -> dict[str, Any]:
    """What an edition amends as a dictionary that JSON can hold: ``{"edition", "rows", "lacking"}``."""
    lacks = [] if amendment.edition.is_adopted else amendment.lacks
    return {
        "edition": describe_edition(amendment.edition),
        "rows": [_describe_row(amendment, row) for row in amendment.rows],
        "lacking": [_describe_lack(lack) for lack in lacks],
    }


def edition_lines(office: Office, language: Language) -> list[str]:
    """The editions of a plan, oldest first, one a line."""
    return [_edition_line(edition, language) for edition in office.editions] or [_("No edition yet.")]


def row_lines(amendment: Amendment, language: Language) -> list[str]:
    """What an edition amends as lines: its own rows, the rows that wait for another kind, what is missing."""
    lines = [_edition_line(amendment.edition, language)]
    if amendment.base is not None:
        lines += [line for row in amendment.here for line in _row_lines(amendment, row, language)]
        if amendment.elsewhere:
            lines.append(_("These rows wait for an edition of another kind:"))
            lines += [line for row in amendment.elsewhere for line in _row_lines(amendment, row, language)]
    else:
        lines.append(_("Rows: {count}").format(count=f"{len(amendment.rows):,}"))
    if not amendment.edition.is_adopted and amendment.lacks:
        lines.append(_("Missing before it can be adopted:"))
        lines += [f"  {lack.text(language)}" for lack in amendment.lacks]
    return lines


def noted_lines(amendment: Amendment, row_id: str, language: Language) -> list[str]:
    """One row as lines, and what its edition still lacks of it: the answer to a note on that row."""
    rows = [row for row in amendment.rows if row.row_id == row_id]
    lines = [line for row in rows for line in _row_lines(amendment, row, language)]
    return lines + [f"    {lack.text(language)}" for lack in amendment.lacks if lack.row_id == row_id]


def _keys(edition: Edition) -> set[str]:
    """What an edition may be asked for by."""
    kinds = [edition.kind, *(_key(translate(KIND_NAMES[edition.kind], language)) for language in LANGUAGES)]
    number = f"{edition.number}/{edition.year_be}" if edition.number else ""
    names = (_key(edition_name(edition, language)) for language in LANGUAGES)
    return {*kinds, *names, *(f"{kind}{number}" for kind in kinds)}


def _key(text: str) -> str:
    return "".join(text.lower().split())


def _holder(amendment: Amendment, row: EditionRow) -> Plan:
    """A plan that has the row: one that is gone is in the base alone."""
    if row.row_id in amendment.present.nodes or amendment.base is None:
        return amendment.present
    return amendment.base


def _describe_row(amendment: Amendment, row: EditionRow) -> dict[str, Any]:
    holder = _holder(amendment, row)
    return {
        "id": row.row_id,
        "kind": row.kind,
        "name": {language: row_name(holder, row.row_id, language) for language in LANGUAGES},
        "nature": row.nature,
        "form": row.form,
        "fields": [_describe_field(amendment, row, name) for name in row.fields],
        "rule": row.rule,
        "rule_text": {language: rule_sentence(holder, row, language) for language in LANGUAGES},
        "proposed": row.proposed,
        "routed": row.routed,
        "routing_reason": row.note.routing_reason if row.note else "",
        "reason": dict(row.reason),
        "deed": row.deed,
        "proposed_deed": row.proposed_deed,
        "other_id": row.other_id,
    }


def _describe_field(amendment: Amendment, row: EditionRow, name: str) -> dict[str, Any]:
    told: dict[str, Any] = {"field": name}
    for language in LANGUAGES:
        texts = field_texts(amendment.base or amendment.present, amendment.present, row, name, language)
        told[language] = {"label": texts.label, "old": texts.old, "new": texts.new}
    return told


def _describe_lack(lack: Lack) -> dict[str, Any]:
    texts = {language: lack.text(language) for language in LANGUAGES}
    return {"row_id": lack.row_id, "field": lack.field, "text": texts}


def _edition_line(edition: Edition, language: Language) -> str:
    pieces = [edition_name(edition, language), edition.clause]
    if edition.adopted_on is not None:
        day = date_text(edition.adopted_on, language, "short")
        if edition.announced_on is None:
            pieces.append(_("adopted {day}").format(day=day))
        else:
            announced = date_text(edition.announced_on, language, "short")
            pieces.append(_("approved {day}, announced {announced}").format(day=day, announced=announced))
    else:
        pieces.append(_("being prepared"))
    return f"{' · '.join(filter(None, pieces))}  [{edition.id}]"


def _row_lines(amendment: Amendment, row: EditionRow, language: Language) -> Iterator[str]:
    """A row: what it is and whereto it belongs, then all that is told of it, further in."""
    holder = _holder(amendment, row)
    nature = translate(NATURE_NAMES[row.nature], language)
    kind = translate(KIND_NAMES[row.routed], language)
    yield f"{nature}: {row_name(holder, row.row_id, language)} → {kind}  [{row.row_id}]"
    for told in _told_of(amendment, row, language):
        yield f"    {told}"


def _told_of(amendment: Amendment, row: EditionRow, language: Language) -> Iterator[str]:
    """The rule that assigns a row, what reads otherwise, what became of it, why."""
    holder = _holder(amendment, row)
    yield rule_sentence(holder, row, language)
    if row.note is not None and row.is_overridden:
        yield _("Assigned by hand: {reason}").format(reason=row.note.routing_reason)
    for name in row.fields if row.nature != "added" else ():
        texts = field_texts(amendment.base or holder, amendment.present, row, name, language)
        yield f"{texts.label}: {_in_one_line(texts.old)} → {_in_one_line(texts.new)}"
    if deed := row.deed or row.proposed_deed:
        pieces = [translate(DEED_NAMES[deed], language), _other_name(amendment, row, language)]
        pieces += [] if row.deed else [_("not recorded yet")]
        yield " · ".join(filter(None, pieces))
    if reason := row.reason.get(language) or next(iter(row.reason.values()), ""):
        yield _("Reason: {text}").format(text=_in_one_line(reason))


def _other_name(amendment: Amendment, row: EditionRow, language: Language) -> str:
    """What a deed refers to, by its name now or when it was adopted last."""
    known = (amendment.present, amendment.base or amendment.present)
    return other_name(row, language, *known)


def _in_one_line(text: str) -> str:
    return " | ".join(text.splitlines()) or "-"
