"""The rows of a change book: how each stood in the adopted plan, how it stands now with what differs in bold, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from success_desktop.documents.outline_anchors import anchor_name
from success_desktop.documents.outline_blocks import (
    Column,
    DataRow,
    GroupRow,
    HeadCell,
    Label,
    Phrase,
    Phrases,
    Table,
    TableRow,
    Titled,
    TotalRow,
)
from success_desktop.documents.outline_heads import place_head
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.edition_places import EarlierPlace
from success_desktop.domain.edition_words import (
    NATURE_NAMES,
    deed_sentence,
    edition_name,
    other_name,
)
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import EditionKind
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, Language, translate

_NOTE_LEVEL = 3
"""The lines around a row stand further in than those of any group."""

_REASON, _NUMBER = "reason", "number"
"""What the columns of the reason and of the number show (Column.source)."""

_BLANKED = "-"
"""What is printed, in bold, where the adopted plan had a value and the new one has none."""

_BECOMES: Mapping[EditionKind, str] = {
    "addition": N_("Now:"),
    "change": N_("Changed to:"),
    "correction": N_("Corrected to:"),
}

OldRows = Mapping[str, tuple[Table, DataRow]]
"""The rows of the adopted plan by the id of the node, with the tables that they stand in."""


def find_rows(tables: Sequence[Table]) -> dict[str, tuple[Table, DataRow]]:
    """The rows of some tables by the ids of their nodes."""
    return {
        row.anchor.node_id: (table, row) for table in tables for row in table.rows if isinstance(row, DataRow)
    }


class ChangeRows:
    """Writes the rows of one edition. `earlier` are the places where they were printed before, by the row's id."""

    def __init__(
        self,
        words: PlanWording,
        base: Plan,
        kind: EditionKind,
        rows: Mapping[str, EditionRow],
        earlier: Mapping[str, EarlierPlace],
    ) -> None:
        self._words = words
        self._base = base
        self._kind = kind
        self._rows = rows
        self._earlier = earlier

    def weave(self, table: Table, old_rows: OldRows) -> Table:
        """A form of the edition's rows with the old ones before them. Sums, which would add old to new, are left out."""
        slim = without_column(table, _REASON)
        rows = (line for row in slim.rows for line in self._lines(slim, row, old_rows))
        return replace(slim, rows=tuple(rows))

    def _lines(self, table: Table, row: TableRow, old_rows: OldRows) -> Iterator[TableRow]:
        if isinstance(row, TotalRow):
            return
        told = self._rows.get(row.anchor.node_id) if isinstance(row, DataRow) else None
        if told is None or not isinstance(row, DataRow):
            yield row
            return
        old = self._old_row(table, told, old_rows)
        if old is not None:
            yield self._note(self._place_lines(told))
            yield old
        yield from self._new_lines(table, row, told, old)
        yield from self._reason(told)

    def _new_lines(
        self, table: Table, row: DataRow, told: EditionRow, old: DataRow | None
    ) -> Iterator[TableRow]:
        """What has become of the row: a line that says so and, unless it is gone or as it was, the row as it is now."""
        deed = self._note([(language, self._deed(told, language)) for language in self._words.languages])
        if told.nature in ("removed", "same"):
            yield deed._replace(is_note=True)
            return
        yield deed
        yield row if old is None else DataRow(row.anchor, tuple(_marked(table.columns, old.cells, row.cells)))

    def _old_row(self, table: Table, told: EditionRow, old_rows: OldRows) -> DataRow | None:
        """The row as it was adopted, in the columns of `table`, under the number that it was printed with."""
        if told.row_id not in old_rows:
            return None
        old_table, old = old_rows[told.row_id]
        cells = {column.source: cell for column, cell in zip(old_table.columns, old.cells, strict=True)}
        earlier = self._earlier.get(told.row_id)
        cells[_NUMBER] = (self._words.phrase(earlier.place.number),) if earlier else ()
        name = anchor_name("r", told.row_id, f"{table.form}/before")
        return DataRow(
            old.anchor._replace(name=name), tuple(cells.get(column.source, ()) for column in table.columns)
        )

    def _place_lines(self, told: EditionRow) -> list[tuple[Language, str]]:
        """Where the row stands in the book that adopted it: "As adopted: page 101, no. 2 (first edition)"."""
        earlier = self._earlier.get(told.row_id)
        if earlier is None:
            return [(language, translate(N_("As adopted"), language)) for language in self._words.languages]
        message = N_("As adopted: page {page}, no. {number} ({edition})")
        return [
            (
                language,
                translate(message, language).format(
                    page=earlier.place.page,
                    number=earlier.place.number,
                    edition=edition_name(earlier.edition, language),
                ),
            )
            for language in self._words.languages
        ]

    def _deed(self, told: EditionRow, language: Language) -> str:
        """What has become of a row in words: "Changed to: Moved to General administration"."""
        deed = deed_sentence(told.deed, other_name(told, language, self._words.plan, self._base), language)
        if told.nature in ("edited", "moved"):
            plain = translate(_BECOMES.get(self._kind, _BECOMES["change"]), language)
            return " ".join(filter(None, (plain, deed)))
        return " · ".join(filter(None, (translate(NATURE_NAMES[told.nature], language), deed)))

    def _reason(self, told: EditionRow) -> Iterator[GroupRow]:
        reasons = {language: self._words.wording(told.reason, language) for language in self._words.languages}
        lines = tuple(
            Titled(Label(self._words.say(N_("Reason and necessity:"), language)), reason)
            for language, reason in reasons.items()
            if reason.text
        )
        if lines:
            yield GroupRow(_NOTE_LEVEL, lines, is_note=True)

    def _note(self, texts: Sequence[tuple[Language, str]]) -> GroupRow:
        blank = Label(Phrase("", self._words.languages[0]))
        lines = (Titled(blank, self._words.phrase(text, language)) for language, text in texts)
        return GroupRow(_NOTE_LEVEL, tuple(lines))


def without_column(table: Table, source: str) -> Table:
    """A table without the column that shows `source`; as it is where it has none."""
    place = next((place for place, column in enumerate(table.columns) if column.source == source), None)
    if place is None:
        return table
    head: list[list[HeadCell]] = [[] for _row in table.head]
    for placed in place_head(table):
        is_above = placed.place <= place < placed.place + placed.span
        if not is_above:
            head[placed.row].append(placed.cell)
        elif placed.span > 1:
            head[placed.row].append(placed.cell._replace(span=placed.span - 1))
    return replace(
        table,
        columns=(*table.columns[:place], *table.columns[place + 1 :]),
        head=tuple(tuple(row) for row in head),
        rows=tuple(_without_cell(row, place) for row in table.rows),
    )


def _without_cell(row: TableRow, place: int) -> TableRow:
    if isinstance(row, DataRow):
        return DataRow(row.anchor, (*row.cells[:place], *row.cells[place + 1 :]))
    if isinstance(row, GroupRow):
        return row
    cells: list[tuple[Phrases, int]] = []
    at = 0
    for phrases, span in row.cells:
        is_above = at <= place < at + span
        at += span
        if not is_above:
            cells.append((phrases, span))
        elif span > 1:
            cells.append((phrases, span - 1))
    return TotalRow(row.is_grand, tuple(cells))


def _marked(columns: Sequence[Column], old: Sequence[Phrases], new: Sequence[Phrases]) -> Iterator[Phrases]:
    """The cells of a row as it is now, those that read otherwise than before in bold."""
    for column, was, now in zip(columns, old, new, strict=True):
        if column.source == _NUMBER or _texts(was) == _texts(now):
            yield now
        else:
            yield tuple(phrase._replace(is_bold=True) for phrase in now or (Phrase(_BLANKED, ""),))


def _texts(cell: Phrases) -> list[str]:
    return [phrase.text for phrase in cell if phrase.text not in ("", _BLANKED)]
