"""Adopting an edition: the plan, its forms and the places of its rows on paper are frozen, so that they can be cited."""

from datetime import date

from success_desktop.documents.change_book import build_change_book, list_places
from success_desktop.documents.pdf_writer import lay_out_pages
from success_desktop.domain.edition_lacks import Lack
from success_desktop.domain.edition_words import edition_name
from success_desktop.domain.edits import Edit
from success_desktop.domain.office import PrintedPlace, read_office, write_places
from success_desktop.domain.office_edits import set_edition, set_row_note
from success_desktop.domain.revision import Revision
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services.edition_books import book_of, usual_print_options
from success_desktop.services.edition_rows import Amendment, base_of, read_amendment
from success_desktop.services.editions import require_counted, today
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision

_TOLD_LACKS = 5
"""How many things that are missing one message tells; the list of rows tells all."""


def adopt_edition(
    editor: PlanEditor,
    edition_id: str = "",
    adopted_on: date | None = None,
    first_page: int = 1,
    initiator: object | None = None,
) -> Revision:
    """Make an edition ("": the newest being prepared) the one in force, as one step of undo. Returns its revision.

    Frozen are a revision labelled with its name, the form set's text, and the page and number under which each of its rows
    stands in its book, the pages counted from `first_page`. Rows that wait for another kind of edition are recorded as such.
    `adopted_on` is today where it is not given. Raises UserError when the edition is adopted already or lacks
    something, or for a page below 1.
    """
    require_counted(first_page)
    amendment = read_amendment(editor, edition_id)
    edition = amendment.edition
    if edition.is_adopted:
        raise UserError(
            N_("This edition has been adopted already."),
            advice=N_("Begin another one for what is to change."),
        )
    if amendment.lacks:
        raise _lacking(amendment.lacks)
    places = _places(editor, amendment, first_page)
    name = edition_name(edition, interface_language())
    revision = take_revision(editor, _("Adopted: {name}").format(name=name), name)
    values: dict[str, FieldValue] = {
        "revision_id": revision.id,
        "adopted_on": adopted_on or today(editor),
        "form_set_text": amendment.form_set.text,
        "first_page": first_page if first_page != 1 else "",
        "places": write_places(places),
    }
    if amendment.base is not None:
        values["base_id"] = base_of(read_office(editor.plan), edition).id
    edits = [*set_edition(editor.plan, edition.id, values), *_assignments(editor, amendment)]
    editor.edit(N_("Adopt an edition"), edits, initiator)
    return revision


def _places(editor: PlanEditor, amendment: Amendment, first_page: int) -> dict[str, PrintedPlace]:
    """Where the rows of an edition stand in its book, as it is printed with the plan's switches."""
    office = read_office(editor.plan)
    book = book_of(amendment, office)
    outline = build_change_book(book, usual_print_options(office, first_page=first_page))
    printed = {row.row_id for row in book.rows if row.nature != "removed"}
    return list_places(outline, lay_out_pages(outline).page_of, printed)


def _assignments(editor: PlanEditor, amendment: Amendment) -> list[Edit]:
    """The edits that record which rows the edition leaves as they were, and which a person put into it against the rule.

    Why the person did so may have been told to another edition, so it is kept here as well.
    """
    edits: list[Edit] = []
    assigned = [row for row in amendment.here if amendment.base is not None and row.is_overridden]
    for row in (*amendment.elsewhere, *assigned):
        values: dict[str, FieldValue] = {"routed": row.routed}
        if row.note is not None and row.is_overridden:
            values["routing_reason"] = row.note.routing_reason
        edits.extend(set_row_note(editor.plan, amendment.edition.id, row.row_id, values))
    return edits


def _lacking(lacks: list[Lack]) -> UserError:
    language = interface_language()
    told = [lack.text(language) for lack in lacks[:_TOLD_LACKS]]
    if len(lacks) > _TOLD_LACKS:
        told.append(_("and {count} more").format(count=f"{len(lacks) - _TOLD_LACKS:,}"))
    return UserError(
        N_("The edition cannot be adopted yet. {lacks}"),
        advice=N_("Fill in what is missing, then adopt it."),
        lacks=" · ".join(told),
    )
