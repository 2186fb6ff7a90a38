"""Preparing the editions of a plan: the first, additions, changes and corrections. Each verb is one step of undo.

What an edition amends is read by services.edition_rows; services.adopting makes it the one in force.
"""

from collections.abc import Mapping
from datetime import date

from success_desktop.domain.calendar import year_be_of
from success_desktop.domain.edits import Edit
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.office import (
    AuthorityKind,
    Deed,
    Edition,
    EditionKind,
    Office,
    Routing,
    Wordings,
    read_office,
)
from success_desktop.domain.office_edits import (
    add_edition,
    set_row_note,
)
from success_desktop.domain.office_edits import remove_edition as removal_edits
from success_desktop.domain.office_edits import (
    set_edition as edition_edits,
)
from success_desktop.domain.plan import Plan
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.ids import new_office_id
from success_desktop.services.edition_rows import find_edition
from success_desktop.services.form_sets import form_set_of
from success_desktop.services.plan_editor import PlanEditor

_SETTABLE = frozenset(("number", "year_be", "clause", "reasons"))
"""The fields of an edition that people fill in."""


def begin_edition(
    editor: PlanEditor,
    kind: EditionKind,
    number: int = 0,
    year_be: int = 0,
    initiator: object | None = None,
) -> str:
    """Begin to prepare an edition; returns its id. Number and year (Buddhist Era) are proposed where they are not given.

    The clause that its announcement cites is filled in beforehand by the form set; the edition amends the one adopted last.
    Raises UserError when a first edition is there already, when an amending one has none to amend, or when another one of
    this kind is being prepared, or for a number below 0.
    """
    office = read_office(editor.plan)
    _refuse_second(office, kind)
    require_counted(number or 1)
    year = 0 if kind == "first" else year_be or propose_year(editor)
    edition = Edition(
        id=new_office_id(),
        kind=kind,
        number=0 if kind == "first" else number or propose_number(office, kind, year),
        year_be=year,
        clause=usual_clause(form_set_of(editor.plan), kind, office.authority),
        base_id=office.adopted[-1].id if office.adopted else "",
    )
    editor.edit(N_("Begin an edition"), add_edition(editor.plan, edition), initiator)
    return edition.id


def propose_year(editor: PlanEditor) -> int:
    """The calendar year (Buddhist Era) of today, after which editions are numbered."""
    return year_be_of(today(editor))


def propose_number(office: Office, kind: EditionKind, year_be: int) -> int:
    """The next number of its kind in a year: numbers begin anew with every year (ครั้งที่ 1/2568)."""
    taken = (
        edition.number for edition in office.editions if (edition.kind, edition.year_be) == (kind, year_be)
    )
    return max(taken, default=0) + 1


def usual_clause(form_set: FormSet, kind: EditionKind, authority: AuthorityKind) -> str:
    """The clause that an announcement of such an edition usually cites; "" where the form set names none."""
    spec = form_set.editions.get(kind)
    clause = spec.clauses.get(authority) if spec is not None else None
    return clause.th if clause is not None else ""


def today(editor: PlanEditor) -> date:
    """Today by the editor's clock, where the program runs."""
    return editor.now().astimezone().date()


def set_edition(
    editor: PlanEditor, edition_id: str, values: Mapping[str, FieldValue], initiator: object | None = None
) -> None:
    """Give fields of an edition these values: number, year_be (Buddhist Era), clause, reasons (a wording per language).

    Raises UserError when the edition is adopted already or a number is below 0, KeyError for a field that is none of those.
    """
    unknown = values.keys() - _SETTABLE
    if unknown:
        raise KeyError(*sorted(unknown))
    edition = _open_edition(editor.plan, edition_id)
    if isinstance(number := values.get("number"), int):
        require_counted(number or 1)
    edits = edition_edits(editor.plan, edition.id, values)
    editor.edit(N_("Edit an edition"), edits, initiator)


def require_counted(number: int) -> None:
    """Raise UserError for the number of an edition or a page that is none to count with."""
    if number < 1:
        raise UserError(
            N_("“{number}” is no number of an edition or a page."),
            advice=N_("Type a whole number from 1 on."),
            number=number,
        )


def route_row(
    editor: PlanEditor,
    edition_id: str,
    row_id: str,
    routed: Routing,
    reason: str = "",
) -> None:
    """Assign a row to another kind of edition than the rule does; "" leaves it to the rule again.

    Raises UserError when no reason is given, or when the edition is adopted already.
    """
    if routed and not reason.strip():
        raise UserError(
            N_("A row is not assigned to another kind of edition without a word."),
            advice=N_("Write the reason: it is kept with the edition."),
        )
    values: dict[str, FieldValue] = {"routed": routed, "routing_reason": reason.strip() if routed else ""}
    editor.edit(N_("Assign a row to an edition"), _note(editor.plan, edition_id, row_id, values))


def note_row(
    editor: PlanEditor, edition_id: str, row_id: str, reason: Wordings, initiator: object | None = None
) -> None:
    """Record why a row is added, changed or corrected (เหตุผลและความจำเป็น), in each language.

    Raises UserError when the edition is adopted already.
    """
    words: dict[str, str] = {language: text.strip() for language, text in reason.items()}
    edits = _note(editor.plan, edition_id, row_id, {"reason": words})
    editor.edit(N_("Write the reason for a row"), edits, initiator)


def record_deed(editor: PlanEditor, edition_id: str, row_id: str, deed: Deed, other_id: str = "") -> None:
    """Record what became of a row beside its wording; `other_id` is the row or group that this refers to.

    Raises UserError when the edition is adopted already, or when a row is said to repeat itself.
    """
    if deed in ("merged", "duplicate") and other_id == row_id:
        raise UserError(N_("A row cannot be merged into itself."), advice=N_("Choose the other row."))
    values: dict[str, FieldValue] = {"deed": deed, "other_id": other_id if deed else ""}
    editor.edit(N_("Record what became of a row"), _note(editor.plan, edition_id, row_id, values))


def announce_edition(
    editor: PlanEditor, edition_id: str, day: date | None = None, initiator: object | None = None
) -> None:
    """Record the day on which an adopted edition was announced (default: today).

    Raises UserError when it has not been adopted, or was adopted after that day.
    """
    edition = find_edition(editor.plan, edition_id)
    if edition.adopted_on is None:
        raise UserError(
            N_("This edition has not been adopted yet."), advice=N_("Adopt it first, then announce it.")
        )
    announced_on = day or today(editor)
    if announced_on < edition.adopted_on:
        raise UserError(
            N_("An edition cannot be announced before it was adopted."), advice=N_("Check the day.")
        )
    edits = edition_edits(editor.plan, edition.id, {"announced_on": announced_on})
    editor.edit(N_("Announce an edition"), edits, initiator)


def remove_edition(editor: PlanEditor, edition_id: str, initiator: object | None = None) -> None:
    """Give up an edition that is being prepared, with what was recorded for it. The plan's rows stay as they are.

    Raises UserError when it is adopted already.
    """
    edition = _open_edition(editor.plan, edition_id)
    editor.edit(N_("Remove an edition"), removal_edits(editor.plan, edition.id), initiator)


def _note(plan: Plan, edition_id: str, row_id: str, values: Mapping[str, FieldValue]) -> tuple[Edit, ...]:
    return set_row_note(plan, _open_edition(plan, edition_id).id, row_id, values)


def _open_edition(plan: Plan, edition_id: str) -> Edition:
    edition = find_edition(plan, edition_id)
    if edition.is_adopted:
        raise UserError(
            N_("This edition is adopted; what it says stays as it was."),
            advice=N_("Begin another edition for what is to change."),
        )
    return edition


def _refuse_second(office: Office, kind: EditionKind) -> None:
    """Raise UserError when an edition of a kind does not fit the ones that there are."""
    if kind != "first" and not office.adopted:
        raise UserError(
            N_("No edition of this plan has been adopted yet."),
            advice=N_("Adopt the first edition; from then on the plan can be amended."),
        )
    if kind == "first" and office.adopted:
        raise UserError(
            N_("The first edition of this plan has been adopted already."),
            advice=N_("Begin an addition, a change or a correction."),
        )
    if any(edition.kind == kind and not edition.is_adopted for edition in office.editions):
        raise UserError(
            N_("An edition of this kind is being prepared already."),
            advice=N_("Go on with that one, or remove it."),
        )
