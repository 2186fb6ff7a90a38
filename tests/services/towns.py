"""The town of tests.editions in a file, adopted once, and what is done with its editions."""

from success_desktop.domain.office import Edition, EditionKind, RowNote, read_office
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.edition_rows import read_amendment
from success_desktop.services.editions import begin_edition, note_row
from success_desktop.services.plan_editor import PlanEditor

FIRST_PAGE = 100
"""The first page of the first book: the summary; rows follow from 101 on."""


def adopt_first(town: PlanEditor) -> str:
    """Adopt the first edition; returns its id."""
    edition_id = begin_edition(town, "first")
    adopt_edition(town, edition_id, first_page=FIRST_PAGE)
    return edition_id


def begin_with_reasons(town: PlanEditor, kind: EditionKind, reason: str = "จำเป็น") -> str:
    """Begin an edition and give every row of it a reason; returns its id."""
    edition_id = begin_edition(town, kind)
    for row in read_amendment(town, edition_id).here:
        note_row(town, edition_id, row.row_id, {"th": reason})
    return edition_id


def adopt_with_reasons(town: PlanEditor, edition_id: str, reason: str = "จำเป็น") -> None:
    """Give every row of an edition a reason, and adopt it."""
    for row in read_amendment(town, edition_id).here:
        note_row(town, edition_id, row.row_id, {"th": reason})
    adopt_edition(town, edition_id)


def adopt(town: PlanEditor, kind: EditionKind, reason: str = "จำเป็น") -> str:
    """Begin an edition, give every row of it a reason, adopt it; returns its id."""
    edition_id = begin_with_reasons(town, kind, reason)
    adopt_edition(town, edition_id)
    return edition_id


def edition_of(town: PlanEditor, edition_id: str) -> Edition:
    """An edition as it is now."""
    return read_office(town.plan).edition(edition_id)


def note_of(town: PlanEditor, edition_id: str, row_id: str) -> RowNote:
    """What an edition records of a row."""
    note = edition_of(town, edition_id).note(row_id)
    assert note is not None
    return note
