"""Reading the rows that an edition amends: what the plan was when it was adopted last, what it is now, row by row.

An edition still being prepared amends the edition adopted last. Rows that belong to another kind than it are `elsewhere`:
they wait for an edition of their own, and `plan` has them as they were adopted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from success_desktop.domain.edition_differences import list_edition_rows
from success_desktop.domain.edition_lacks import Lack, list_lacks
from success_desktop.domain.edition_plans import leave_out
from success_desktop.domain.edition_sheets import read_sheets
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.form_set_text import parse_form_set
from success_desktop.domain.office import Edition, Office, RowNote, read_office
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.form_sets import form_set_of
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import find_revision, read_revision


@dataclass(frozen=True, slots=True)
class Amendment:
    """An edition with the rows in which `plan`, as it adopts it, differs from `base`; `base` is None for a first edition.

    `present` is the whole plan with the rows of every kind. `rows` of a first edition are the plan's own, all of them new.
    """

    edition: Edition
    base: Plan | None
    plan: Plan
    present: Plan
    rows: tuple[EditionRow, ...]
    form_set: FormSet

    @property
    def here(self) -> tuple[EditionRow, ...]:
        """The rows that the edition amends."""
        if self.edition.kind == "first":
            return self.rows
        return tuple(row for row in self.rows if row.routed == self.edition.kind)

    @property
    def elsewhere(self) -> tuple[EditionRow, ...]:
        """The rows that differ, too, but wait for an edition of another kind."""
        taken = {row.row_id for row in self.here}
        return tuple(row for row in self.rows if row.row_id not in taken)

    @property
    def lacks(self) -> list[Lack]:
        """What is missing before the edition can be adopted."""
        return list_lacks(self.edition, self.here, self.plan, self.base, self.form_set)


def find_edition(plan: Plan, edition_id: str) -> Edition:
    """The edition of that id, or for "" the newest that is still being prepared. Raises UserError when there is none."""
    office = read_office(plan)
    if edition_id:
        found = next((edition for edition in office.editions if edition.id == edition_id), None)
        if found is None:
            raise UserError(
                N_("This plan has no such edition."),
                advice=N_("It may have been removed. Choose another one."),
            )
        return found
    if office.open_edition is None:
        raise UserError(
            N_("No edition of this plan is being prepared."),
            advice=N_("Begin one: the first edition, an addition, a change or a correction."),
        )
    return office.open_edition


def read_amendment(editor: PlanEditor, edition_id: str = "") -> Amendment:
    """What an edition amends ("": the newest that is being prepared).

    Raises UserError when there is no such edition, or when it amends and no edition has been adopted yet.
    """
    edition = find_edition(editor.plan, edition_id)
    form_set = form_set_of_edition(editor.plan, edition)
    if edition.is_adopted:
        return _adopted(editor, edition, form_set)
    present = editor.plan
    if edition.kind == "first":
        return Amendment(edition, None, present, present, _all_rows(present, form_set), form_set)
    office = read_office(present)
    base_edition = base_of(office, edition)
    base = plan_of_edition(editor, base_edition)
    rows = list_edition_rows(base, present, form_set, _notes_in_force(office, base_edition, edition))
    waiting = [row.row_id for row in rows if row.routed != edition.kind]
    plan = leave_out(present, base, waiting)
    return Amendment(edition, base, plan, present, rows, form_set)


def list_lacking(editor: PlanEditor, edition_id: str = "") -> list[Lack]:
    """What is missing before an edition can be adopted; nothing for one that is adopted already."""
    amendment = read_amendment(editor, edition_id)
    return [] if amendment.edition.is_adopted else amendment.lacks


def plan_of_edition(editor: PlanEditor, edition: Edition) -> Plan:
    """The plan as an edition adopted it; as it is now for one still being prepared, its waiting rows left out.

    Raises UserError when the edition's revision is not in the plan's history.
    """
    if not edition.is_adopted:
        return read_amendment(editor, edition.id).plan
    plan = read_revision(editor, find_revision(editor, edition.revision_id))
    waiting = [note.row_id for note in edition.notes if note.routed not in ("", edition.kind)]
    if not waiting or edition.kind == "first":
        return plan
    base = plan_of_edition(editor, base_of(read_office(editor.plan), edition))
    return leave_out(plan, base, waiting)


def form_set_of_edition(plan: Plan, edition: Edition) -> FormSet:
    """The form set that an edition is printed with: the one frozen on its adoption, else the plan's."""
    if edition.form_set_text:
        return parse_form_set(edition.form_set_text, edition.id)
    return form_set_of(plan)


def base_of(office: Office, edition: Edition) -> Edition:
    """The edition that another one amends: of one still being prepared, the one adopted last.

    Raises UserError when no edition has been adopted.
    """
    if edition.is_adopted:
        return office.edition(edition.base_id)
    if not office.adopted:
        raise UserError(
            N_("No edition of this plan has been adopted yet."),
            advice=N_("Adopt the first edition; from then on the plan can be amended."),
        )
    return office.adopted[-1]


def _adopted(editor: PlanEditor, edition: Edition, form_set: FormSet) -> Amendment:
    """What an adopted edition has amended: whatever was adopted then belongs to it."""
    plan = plan_of_edition(editor, edition)
    if edition.kind == "first":
        return Amendment(edition, None, plan, plan, _all_rows(plan, form_set), form_set)
    base = plan_of_edition(editor, base_of(read_office(editor.plan), edition))
    notes = [
        replace(note, routed=edition.kind) for note in edition.notes if note.routed in ("", edition.kind)
    ]
    noted = {note.row_id for note in notes}
    differing = list_edition_rows(base, plan, form_set, notes)
    more = [
        RowNote(id="", row_id=row.row_id, routed=edition.kind) for row in differing if row.row_id not in noted
    ]
    rows = list_edition_rows(base, plan, form_set, [*notes, *more])
    return Amendment(edition, base, plan, plan, rows, form_set)


def _all_rows(plan: Plan, form_set: FormSet) -> tuple[EditionRow, ...]:
    """All rows of a first edition."""
    sheets = read_sheets(form_set, plan)
    return tuple(
        EditionRow(row_id, plan.nodes[row_id].kind, "added", sheet.form, (), "added")
        for row_id, sheet in sheets.items()
    )


def _notes_in_force(office: Office, base: Edition, edition: Edition) -> list[RowNote]:
    """The edition's notes; with them the kinds of edition that people assigned rows to in others that left them waiting."""
    notes: dict[str, RowNote] = {}
    for other in (
        base,
        *(known for known in office.editions if not known.is_adopted and known is not edition),
    ):
        for note in _assigned(other):
            notes[note.row_id] = note
    for note in edition.notes:
        assigned = notes.get(note.row_id)
        if assigned is not None and not note.routed:
            note = replace(note, routed=assigned.routed, routing_reason=assigned.routing_reason)
        notes[note.row_id] = note
    return list(notes.values())


def _assigned(edition: Edition) -> Iterator[RowNote]:
    """The rows that a person assigned to another kind than the edition's: only that of their notes."""
    for note in edition.notes:
        if note.routing_reason and note.routed not in ("", edition.kind):
            yield RowNote(
                id=note.id, row_id=note.row_id, routed=note.routed, routing_reason=note.routing_reason
            )
