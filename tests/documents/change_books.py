"""Books of editions for tests: made of two states of the town of tests.editions, read as plain lines."""

from collections.abc import Iterator

from success_desktop.documents.change_book import ChangeBook
from success_desktop.documents.outline_blocks import DataRow, GroupRow, Outline, Phrases, Table
from success_desktop.documents.outline_passages import list_tables
from success_desktop.domain.edition_differences import list_edition_rows
from success_desktop.domain.edition_places import EarlierPlace
from success_desktop.domain.office import Edition, EditionKind, PrintedPlace, RowNote
from success_desktop.domain.plan import Plan
from tests.editions import form_set

FIRST = Edition(id="o-first", kind="first", revision_id="r1")
NUMBER, NAME, OBJECTIVE, TARGET, Y2566, Y2567, Y2568 = range(7)
"""Places of columns in form ผ.02."""


def book_between(
    base: Plan,
    plan: Plan,
    kind: EditionKind = "change",
    notes: tuple[RowNote, ...] = (),
    forms: str = "ldp-2566",
) -> ChangeBook:
    """The book of an edition, number 1 of 2568, that amends every row in which two plans differ, on page 101."""
    rows = list_edition_rows(base, plan, form_set(forms), notes)
    places = {
        row.row_id: EarlierPlace(FIRST, PrintedPlace("p02", 101, str(number)))
        for number, row in enumerate(rows, start=1)
        if row.row_id in base.nodes
    }
    edition = Edition(id="o-1", kind=kind, number=1, year_be=2568)
    return ChangeBook(edition, base, plan, rows, form_set(forms), places)


def because(row_id: str, text: str) -> tuple[RowNote, ...]:
    """The note that gives one row a reason."""
    return (RowNote(id="", row_id=row_id, reason={"th": text}),)


def table_of(outline: Outline, form: str) -> Table:
    return next(table for table in list_tables(outline) if table.form == form)


def text_of(cell: Phrases) -> str:
    return " / ".join(phrase.text for phrase in cell)


def lines_of(table: Table) -> list[str]:
    """A table as lines: groups by their words, rows by number and name, sums as “=”."""
    return list(_lines(table))


def _lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        if isinstance(row, GroupRow):
            yield " / ".join(f"{line.label.phrase.text} {line.value.text}".strip() for line in row.lines)
        elif isinstance(row, DataRow):
            yield f"[{text_of(row.cells[NUMBER])}] {text_of(row.cells[NAME])}"
        else:
            yield "="


def rows_of(table: Table, node_id: str) -> list[DataRow]:
    """The rows of one node: as it was, as it is."""
    return [row for row in table.rows if isinstance(row, DataRow) and row.anchor.node_id == node_id]


def bold_places(row: DataRow) -> list[int]:
    """The places of the cells in bold."""
    return [place for place, cell in enumerate(row.cells) if any(phrase.is_bold for phrase in cell)]
