"""The books of editions: each can be printed again as it was, whatever has happened to the plan and its forms since."""

from success_desktop.documents.change_book import ChangeBook
from success_desktop.documents.forms.form_document import FormPrintOptions
from success_desktop.domain.edition_places import EarlierPlace, find_earlier_place
from success_desktop.domain.office import Edition, FormatSwitches, Office, read_office
from success_desktop.services.edition_rows import Amendment, read_amendment
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import find_revision, read_revision


def read_change_book(editor: PlanEditor, edition_id: str = "") -> ChangeBook:
    """What the book of an edition is made of ("": the newest that is being prepared): documents.change_book lays it out.

    Raises UserError when there is no such edition, or when it amends and no edition has been adopted yet.
    """
    return book_of(read_amendment(editor, edition_id), read_office(editor.plan))


def book_of(amendment: Amendment, office: Office) -> ChangeBook:
    """The book that tells what an edition amends."""
    places: dict[str, EarlierPlace] = {}
    for row in amendment.here:
        place = find_earlier_place(office, amendment.edition, row.row_id)
        if place is not None:
            places[row.row_id] = place
    return ChangeBook(
        edition=amendment.edition,
        base=amendment.base,
        plan=amendment.plan,
        rows=amendment.here,
        form_set=amendment.form_set,
        earlier=places,
    )


def switches_of_edition(editor: PlanEditor, edition: Edition) -> FormatSwitches:
    """The switches that an edition was adopted with, so that its rows stand on the pages that are cited; else today's."""
    plan = editor.plan
    if edition.is_adopted:
        plan = read_revision(editor, find_revision(editor, edition.revision_id))
    return read_office(plan).switches


def usual_print_options(office: Office, revision_id: str = "", first_page: int = 1) -> FormPrintOptions:
    """How the plan's switches print its forms."""
    switches = office.switches
    return FormPrintOptions(
        language=switches.language,
        has_thai_digits=switches.has_thai_digits,
        revision_id=revision_id,
        shows_alignment=switches.shows_alignment,
        first_page=first_page,
        paper=switches.paper,
    )
