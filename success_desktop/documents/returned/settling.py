"""Tracked changes of the program's own that are still open in a redline that came back: as if they had been accepted.

Nobody who sent the file back has said anything about them; what was sent is the text with all of them accepted.
"""

from collections.abc import Collection
from dataclasses import replace

from success_desktop.documents.returned.returned_file import (
    ARRIVED,
    Cell,
    Marks,
    Paragraph,
    ReturnedFile,
    Row,
    Stamp,
)
from success_desktop.documents.returned.text_pieces import SETTLED

_NEVER: Marks = (Stamp("ins", "", None, SETTLED), Stamp("del", "", None, SETTLED))
"""Marks of what stands in no view: it came, and it went."""


def settle(file: ReturnedFile, ours: Collection[str]) -> ReturnedFile:
    """The file with the tracked elements of these ids accepted. Deleted text keeps its characters, so offsets stay true."""
    if not ours:
        return file
    return replace(
        file,
        paragraphs=tuple(_paragraph(paragraph, ours) for paragraph in file.paragraphs),
        tables=tuple(
            table._replace(rows=tuple(_row(row, ours) for row in table.rows)) for table in file.tables
        ),
        stamps={key: stamp for key, stamp in file.stamps.items() if key not in ours},
    )


def _paragraph(paragraph: Paragraph, ours: Collection[str]) -> Paragraph:
    if not paragraph.marks and not any(run.marks for run in paragraph.runs):
        return paragraph
    return paragraph._replace(
        marks=_settled(paragraph.marks, ours),
        runs=tuple(run._replace(marks=_settled(run.marks, ours)) for run in paragraph.runs),
    )


def _row(row: Row, ours: Collection[str]) -> Row:
    return row._replace(marks=_settled(row.marks, ours), cells=tuple(_cell(cell, ours) for cell in row.cells))


def _cell(cell: Cell, ours: Collection[str]) -> Cell:
    return cell._replace(marks=_settled(cell.marks, ours))


def _settled(marks: Marks, ours: Collection[str]) -> Marks:
    if not any(mark.change_id in ours for mark in marks):
        return marks
    if any(mark.change_id in ours and mark.sort not in ARRIVED for mark in marks):
        return _NEVER
    return tuple(mark for mark in marks if mark.change_id not in ours)
