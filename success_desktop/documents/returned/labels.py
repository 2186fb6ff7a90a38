"""Where the labels of a document stand in the file that came back, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from success_desktop.documents.returned.label_texts import TextPlace, find_by_text, units_of
from success_desktop.documents.returned.returned_file import Label, Paragraph, ReturnedFile
from success_desktop.documents.returned.row_texts import find_rows_by_text
from success_desktop.documents.returned.sendings import Sending
from success_desktop.domain.feedback import Attention, PlacedBy

_GAP = 2
"""So many spaces stand between a label and the value in its line."""


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label in the file: its paragraph, where it begins and where the value behind it does, how it was found."""

    paragraph: int
    start: int
    end: int
    placed_by: PlacedBy = "bookmark"
    attention: Attention = ""


@dataclass(frozen=True)
class FoundLabels:
    """The labels of fields and of rows that were found, by their names, and the names of those that were not."""

    fields: dict[str, FoundLabel]
    rows: dict[str, FoundLabel]
    missing_fields: tuple[str, ...]
    missing_rows: tuple[str, ...]


def find_labels(file: ReturnedFile, sending: Sending) -> FoundLabels:
    """The labels of what was sent: by their bookmarks, else by what they and the values behind them say.

    A field whose label is missing or reads otherwise is marked, and so is the one before it: its text may have run into it.
    """
    sent = sending.sent
    fields = dict(_by_bookmark(file, sending))
    _share_labels(sending, fields)
    rows = {
        label.name: FoundLabel(paragraph.number, label.start, label.end)
        for paragraph, label in _bookmarks(file)
        if label.name in sent.row_by_name
    }
    known = {name: one.paragraph for name, one in fields.items()}
    for name, place in find_by_text(file, sending, known).items():
        fields[name] = _by_text(file.paragraphs[place.paragraph], place, sent.field_by_name[name].label)
    for name, number in find_rows_by_text(
        file, sending, {row: one.paragraph for row, one in rows.items()}
    ).items():
        rows[name] = FoundLabel(number, 0, 0, "label")
    return FoundLabels(
        _with_neighbours(sending, fields),
        rows,
        tuple(field.name for field in sent.fields if field.name not in fields),
        tuple(name for name in sent.row_by_name if name not in rows),
    )


def _share_labels(sending: Sending, fields: dict[str, FoundLabel]) -> None:
    """Of two fields behind one label, the one whose bookmark is gone is behind the other's."""
    for unit in units_of(sending.sent.fields):
        found = [fields[field.name] for field in unit.fields if field.name in fields]
        for field in unit.fields if found else ():
            fields.setdefault(field.name, found[0])


def _by_text(paragraph: Paragraph, place: TextPlace, label: str) -> FoundLabel:
    """A label found by its text, or by the value behind what stands there in its stead; on the cover there never was one."""
    end = _end_of(paragraph, 0, place.lead) or 0
    attention: Attention = "" if place.placed_by == "label" or not label else "label_altered"
    return FoundLabel(paragraph.number, 0, end, place.placed_by, attention)


def _bookmarks(file: ReturnedFile) -> Iterator[tuple[Paragraph, Label]]:
    for paragraph in file.paragraphs:
        for label in paragraph.labels:
            yield paragraph, label


def _by_bookmark(file: ReturnedFile, sending: Sending) -> Iterator[tuple[str, FoundLabel]]:
    """Labels by their bookmarks; the last one of a name counts, because LibreOffice writes one around nothing twice."""
    fields = sending.sent.field_by_name
    for paragraph, label in _bookmarks(file):
        if (field := fields.get(label.name)) is None:
            continue
        end = _end_of(paragraph, label.start, field.label)
        is_altered = end is None or (label.is_split and bool(field.label))
        yield (
            label.name,
            FoundLabel(
                paragraph.number,
                label.start,
                _behind_gap(paragraph, label.end) if end is None else end,
                "bookmark",
                "label_altered" if is_altered else "",
            ),
        )


def _end_of(paragraph: Paragraph, start: int, wanted: str) -> int | None:
    """Where the value begins behind a label that reads `wanted` before any tracked change; None where it reads otherwise."""
    if not wanted:
        return start
    left = wanted
    for offset, text in _kept_from(paragraph, start):
        shared = min(len(left), len(text))
        if text[:shared] != left[:shared]:
            return None
        left = left[shared:]
        if not left:
            return _behind_gap(paragraph, offset + shared)
    return None


def _kept_from(paragraph: Paragraph, start: int) -> Iterator[tuple[int, str]]:
    """What was in a paragraph from `start` on before any tracked change: texts, and where each begins in all of it."""
    offset = 0
    for run in paragraph.runs:
        skipped = max(0, start - offset)
        if run.inserted is None and skipped < len(run.text):
            yield offset + skipped, run.text[skipped:]
        offset += len(run.text)


def _behind_gap(paragraph: Paragraph, end: int) -> int:
    """Behind the spaces that part a label from the value in its line; what was typed before them belongs to the label."""
    left = _GAP
    for offset, text in _kept_from(paragraph, end):
        blanks = min(len(text) - len(text.lstrip(" ")), left)
        left -= blanks
        end = offset + blanks if blanks else end
        if not left or blanks < len(text):
            break
    gap = paragraph.whole[end : end + left]
    return end + len(gap) - len(gap.lstrip(" "))


def _with_neighbours(sending: Sending, fields: dict[str, FoundLabel]) -> dict[str, FoundLabel]:
    """The labels, with those marked that stand before one that is missing or altered."""
    marked = dict(fields)
    before = ""
    for field in sending.sent.fields:
        found = fields.get(field.name)
        why: Attention = "label_missing" if found is None else found.attention
        if why and before in marked and not marked[before].attention:
            marked[before] = replace(marked[before], attention=why)
        before = field.name
    return marked
