"""Every tracked element of a file: what it counts as, and where it stands. Each must be answered for once."""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.returned.returned_file import Marks, Paragraph, ReturnedFile, Stamp
from success_desktop.documents.returned.text_pieces import SETTLED

_TEXT_SORTS = {
    "ins": "insertion",
    "del": "deletion",
    "moveFrom": "move_from",
    "moveTo": "move_to",
    "cellIns": "cell_insertion",
    "cellDel": "cell_deletion",
    "cellMerge": "cell_merge",
}


class Entry(NamedTuple):
    """A tracked element: its stamp, what the census counts it as, and the paragraph it stands in first (-1: none)."""

    stamp: Stamp
    sort: str
    paragraph: int


def read_ledger(file: ReturnedFile) -> dict[str, Entry]:
    """Every tracked element of a file by its id, in the order of the file."""
    entries: dict[str, Entry] = {}
    for paragraph in file.paragraphs:
        for entry in _entries_of(paragraph):
            entries.setdefault(entry.stamp.change_id, entry)
    for row in file.rows:
        first = next((number for cell in row.cells for number in cell.paragraphs), -1)
        for entry in _read(row.marks, "row_", first):
            entries[entry.stamp.change_id] = entry
        for cell in row.cells:
            for entry in _read(cell.marks, "", next(iter(cell.paragraphs), first)):
                entries[entry.stamp.change_id] = entry
    for stamp in file.stamps.values():
        entries.setdefault(stamp.change_id, Entry(stamp, _TEXT_SORTS[stamp.sort], -1))
    return entries


def _entries_of(paragraph: Paragraph) -> Iterator[Entry]:
    for run in paragraph.runs:
        yield from _read(run.marks, "", paragraph.number)
    yield from _read(paragraph.marks, "mark_", paragraph.number)


def _read(marks: Marks, prefix: str, paragraph: int) -> Iterator[Entry]:
    for mark in marks:
        if mark.change_id == SETTLED:
            continue
        yield Entry(mark, prefix + _TEXT_SORTS[mark.sort], paragraph)
