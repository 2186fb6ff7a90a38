"""Where each value stands in the file that came back: what follows its label, the cell below it, the cells of its row."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from success_desktop.documents.returned.labels import FoundLabel, FoundLabels
from success_desktop.documents.returned.returned_file import (
    CellPlace,
    Paragraph,
    ReturnedFile,
    Row,
    stands,
)
from success_desktop.documents.returned.sendings import Sending
from success_desktop.documents.returned.text_pieces import Span, pieces_of, rejected_text, span_of
from success_desktop.domain.feedback import Attention, PlacedBy

FURNITURE_STYLES = ("table title", "table caption", "part english", "contents", "toc", "review note")
"""How the names of paragraph styles begin whose text belongs to no field."""

_HEADING_STYLE = "heading"
NAME = "name"


class Target(NamedTuple):
    """A value as it was sent: the name of its label, or that of its row and the column in it (-1 for what is no row)."""

    name: str
    column: int = -1


@dataclass(frozen=True, slots=True)
class ValuePlace:
    """Where a value stands: the stretches of the file, and how sure that is."""

    target: Target
    spans: tuple[Span, ...]
    placed_by: PlacedBy
    attention: Attention


@dataclass(frozen=True)
class ValuePlaces:
    """The places of all values that were found, and those of their labels: paragraph, first and last character."""

    values: tuple[ValuePlace, ...]
    labels: tuple[ValuePlace, ...]


def locate_values(file: ReturnedFile, sending: Sending, found: FoundLabels) -> ValuePlaces:
    """The places of the values behind the labels that were found, in the order in which they were sent."""
    return _Locator(file, sending, found).locate()


class _Locator:
    """Goes through one file."""

    def __init__(self, file: ReturnedFile, sending: Sending, found: FoundLabels) -> None:
        self._file = file
        self._sending = sending
        self._found = found
        self._names: dict[int, list[str]] = {}
        self._bare_lines: set[int] = set()
        for field in sending.sent.fields:
            if (label := found.fields.get(field.name)) is not None:
                self._names.setdefault(label.paragraph, []).append(field.name)

    def locate(self) -> ValuePlaces:
        values: list[ValuePlace] = []
        labels: list[ValuePlace] = []
        for number, names in self._names.items():
            values.extend(self._values_of(number, names))
            label = self._found.fields[names[0]]
            if label.end > label.start:
                end = len(self._file.paragraphs[number].whole) if number in self._bare_lines else label.end
                labels.append(self._place(names[0], (Span(number, label.start, end),)))
        for name, label in self._found.rows.items():
            values.extend(self._cells_of(name, label))
        return ValuePlaces(tuple(values), tuple(labels))

    def _values_of(self, number: int, names: Sequence[str]) -> Iterator[ValuePlace]:
        """The values of the labels in one paragraph: two share it where one's text follows below the other's name."""
        paragraph = self._file.paragraphs[number]
        rest = span_of(paragraph, max(self._found.fields[name].end for name in names))
        if paragraph.place is not None:
            yield self._place(names[0], self._in_cell(paragraph, paragraph.place, rest))
            return
        own = {
            line for name in names for line in self._sending.sent.field_by_name[name].value.text.split("\n")
        }
        below = tuple(self._below(paragraph, own))
        if len(names) == 1:
            is_bare = bool(below) and not rejected_text(pieces_of(self._file, (rest,))).strip()
            if is_bare:
                self._bare_lines.add(number)
            yield self._place(names[0], below if is_bare else (rest, *below))
            return
        split = self._goes_on(paragraph, below)
        for name in names:
            is_name = self._sending.sent.field_by_name[name].field == NAME
            yield self._place(name, (rest, *below[:split]) if is_name else below[split:])

    def _place(self, name: str, spans: tuple[Span, ...]) -> ValuePlace:
        label = self._found.fields[name]
        return ValuePlace(Target(name), spans, label.placed_by, label.attention)

    def _has_text(self, span: Span) -> bool:
        return span.end > span.start

    def _in_cell(self, paragraph: Paragraph, place: CellPlace, rest: Span) -> tuple[Span, ...]:
        """Behind the label in a line across the table; in the cell below the label where two columns stand side by side."""
        row = self._file.row_of(place)
        following = self._rest_of_cell(paragraph, place)
        below = self._cell_below(row, place)
        if len(row.cells) == 1 or below is None:
            return (rest, *following)
        own = (rest,) if self._has_text(rest) else ()
        return (*own, *following, *below)

    def _rest_of_cell(self, paragraph: Paragraph, place: CellPlace) -> tuple[Span, ...]:
        """The paragraphs behind a label in its cell, up to the next label."""
        spans = []
        for number in self._file.cell_of(place).paragraphs:
            if number > paragraph.number:
                if number in self._names:
                    break
                spans.append(span_of(self._file.paragraphs[number]))
        return tuple(spans)

    def _cell_below(self, row: Row, place: CellPlace) -> tuple[Span, ...] | None:
        rows = self._file.tables[row.table].rows
        if row.number + 1 >= len(rows) or place.cell >= len(rows[row.number + 1].cells):
            return None
        numbers = rows[row.number + 1].cells[place.cell].paragraphs
        return tuple(span_of(self._file.paragraphs[number]) for number in numbers)

    def _below(self, paragraph: Paragraph, own: Collection[str]) -> Iterator[Span]:
        """The paragraphs that follow, up to the next label, table, line of the program's own, or end of a section.

        Lines that were sent with the value (`own`) are its, also where the program words a line of its own just so.
        """
        for number in range(paragraph.number + 1, len(self._file.paragraphs)):
            following = self._file.paragraphs[number]
            if following.story != "body" or self._begins_another(paragraph, following, own):
                return
            if following.ends_section and not following.whole:
                return
            yield span_of(following)
            if following.ends_section:
                return

    def _begins_another(self, above: Paragraph, paragraph: Paragraph, own: Collection[str]) -> bool:
        if paragraph.place is not None or paragraph.number in self._names:
            return True
        style = self._file.style_name(paragraph)
        if style.startswith(FURNITURE_STYLES):
            return True
        text = paragraph.text("rejected")
        if text.strip() in self._sending.furniture and text not in own:
            return True
        is_heading = style.startswith(_HEADING_STYLE)
        return is_heading and (not self._sending.furniture or paragraph.number != above.number + 1)

    def _goes_on(self, paragraph: Paragraph, below: Sequence[Span]) -> int:
        """How many of the paragraphs below a heading are still its name: those that look like it."""
        style = paragraph.style
        count = 0
        while count < len(below) and self._file.paragraphs[below[count].paragraph].style == style:
            count += 1
        return count

    def _cells_of(self, name: str, label: FoundLabel) -> Iterator[ValuePlace]:
        place = self._file.paragraphs[label.paragraph].place
        if place is None:
            return
        table, _row = self._sending.sent.row_by_name[name]
        row = self._file.row_of(place)
        cells = [cell for cell in row.cells if stands(cell.marks, "rejected")]
        for column in range(len(table.sources)):
            if column < len(cells):
                spans = tuple(span_of(self._file.paragraphs[number]) for number in cells[column].paragraphs)
                yield ValuePlace(Target(name, column), spans, label.placed_by, label.attention)
