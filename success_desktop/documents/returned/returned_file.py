"""What is in a Word file that came back: every paragraph, tracked change, row and remark, before any of it is placed.

Nothing is resolved or dropped here: text that was inserted and text that was deleted stand side by side, each with its
marks. An offset counts characters over *all* the text of a paragraph, so that a remark on deleted words has a place, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from success_desktop.documents.returned.sent_map import SentMap

View = Literal["rejected", "accepted"]
"""How a file is looked at: with every tracked change rejected (as it was sent) or accepted (as it came back)."""

Sort = Literal["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"]
"""The elements that track a change of content, by their names in WordprocessingML (ECMA-376 part 1, 17.13.5)."""

Holding = Literal["", "page", "note", "object", "equation"]
"""What a run is besides text: a page's number, the sign of a note, a picture or other object, an equation."""

ARRIVED: frozenset[str] = frozenset(("ins", "moveTo", "cellIns"))
GONE: frozenset[str] = frozenset(("del", "moveFrom", "cellDel"))


class Stamp(NamedTuple):
    """One tracked element: who changed what, and when.

    `at` is UTC, None where the file gives no date that exists; `written_at` is the date as it is written, for telling two
    imports of one change apart from two changes. `change_id` is unique in the file: the part's name and the number of the
    element in it. `move` is the name that both ends of a move share, "" for what is no move.
    """

    sort: Sort
    author: str
    at: datetime | None
    change_id: str
    written_at: str = ""
    move: str = ""


Marks = tuple[Stamp, ...]
"""Tracked elements around or on something, the outermost first: an insertion that somebody else deleted has both."""


def stands(marks: Marks, view: View) -> bool:
    """Whether what bears `marks` is there in a view: nested ones each have a say."""
    dropped = ARRIVED if view == "rejected" else GONE
    return not any(mark.sort in dropped for mark in marks)


class Run(NamedTuple):
    """A stretch of a paragraph's text with the same marks. Line breaks are newlines, tabs tabs.

    `text` is "" where an element holds no text of its own (`holding` tells what it is, "" for an empty tracked element).
    """

    text: str
    marks: Marks = ()
    holding: Holding = ""

    @property
    def inserted(self) -> Stamp | None:
        """The outermost insertion, or arrival of a move, around the text."""
        return next((mark for mark in self.marks if mark.sort in ARRIVED), None)

    @property
    def deleted(self) -> Stamp | None:
        """The outermost deletion, or departure of a move, around the text."""
        return next((mark for mark in self.marks if mark.sort in GONE), None)

    @property
    def is_moved(self) -> bool:
        """Whether the text came from or went to another place."""
        return any(mark.sort in ("moveFrom", "moveTo") for mark in self.marks)


class Label(NamedTuple):
    """A bookmark of ours (``f_…`` on a field's label, ``r_…`` in a row) on the characters `start` to `end`.

    `is_split`: it goes on in later paragraphs, `end` being this one's; somebody has parted or joined the label.
    """

    name: str
    start: int
    end: int
    is_split: bool = False


class Spot(NamedTuple):
    """A place between two characters: the number of the paragraph in the file, and the offset in all its text."""

    paragraph: int
    offset: int


class CellPlace(NamedTuple):
    """The cell that a paragraph stands in: numbers of the table in the file, the row in it and the cell in the row."""

    table: int
    row: int
    cell: int


class Paragraph(NamedTuple):
    """A paragraph as it stands in the file.

    `story` is "body", "header1", "footer2" …, "footnotes", "endnotes" or "comments"; `place` the innermost cell; `box` the
    spot that a text box hangs on (None outside boxes); `style` the id of its style; `marks` those of its own end, the
    paragraph mark; `follows` the number of the paragraph directly before it in the same cell, box or story, which runs into
    this one when its mark goes (None: there is none, or a table stands between); `note_id` the id of the footnote, endnote
    or comment that it is part of.
    """

    number: int
    story: str
    style: str = ""
    place: CellPlace | None = None
    box: Spot | None = None
    runs: tuple[Run, ...] = ()
    labels: tuple[Label, ...] = ()
    marks: Marks = ()
    follows: int | None = None
    ends_section: bool = False
    note_id: str = ""

    @property
    def whole(self) -> str:
        """All its text, kept, inserted and deleted: what offsets count in."""
        return "".join([run.text for run in self.runs])

    def text(self, view: View) -> str:
        """Its own text in a view; see `resolving` for paragraphs that run together."""
        return "".join([run.text for run in self.runs if not run.marks or stands(run.marks, view)])

    @property
    def mark_inserted(self) -> Stamp | None:
        """Who typed the end of this paragraph: until then its text and the next one's were one."""
        return next((mark for mark in self.marks if mark.sort in ARRIVED), None)

    @property
    def mark_deleted(self) -> Stamp | None:
        """Who joined this paragraph to the next one."""
        return next((mark for mark in self.marks if mark.sort in GONE), None)


class Cell(NamedTuple):
    """A cell of a row: the first grid column it covers and how many, its marks, and the numbers of its own paragraphs.

    `goes_on`: it only continues the cell above it (a vertical merge).
    """

    column: int
    span: int
    paragraphs: tuple[int, ...]
    marks: Marks = ()
    goes_on: bool = False


class Row(NamedTuple):
    """A row of a table; `number` counts from 0 in it; `is_head` where it repeats at the top of each page."""

    table: int
    number: int
    cells: tuple[Cell, ...]
    marks: Marks = ()
    is_head: bool = False


class Table(NamedTuple):
    """A table: its number in the file, its story, its rows, and the cell that it stands in (None for most).

    `follows`: the number of the paragraph directly before it, None where it begins a cell or a story or follows a table.
    """

    number: int
    story: str
    rows: tuple[Row, ...]
    within: CellPlace | None = None
    follows: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark in the margin, or the answer to one.

    `number` counts the comments of the file from 0. `id` is that of the file at hand, which any program may give anew when
    it saves; `durable_id` (MS-DOCX 2.5.2) stays with the remark, "" where the program that saved last knows none; `para_id`
    is what threads hang on. `parent_id` is the `id` of the remark that this one answers, "" for a first one. `start` and
    `end` are where its range begins and ends, both the point it is set on when it has no range, both None when nothing in
    the file refers to it. `marks` are those of the point: a remark may stand in a tracked insertion.
    """

    number: int
    id: str
    author: str
    text: str
    initials: str = ""
    at: datetime | None = None
    written_at: str = ""
    durable_id: str = ""
    para_id: str = ""
    parent_id: str = ""
    is_resolved: bool = False
    start: Spot | None = None
    end: Spot | None = None
    marks: Marks = ()

    @property
    def has_range(self) -> bool:
        """Whether it is about some characters, and not only set at a point."""
        return self.start is not None and self.start != self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedFile:
    """A Word file that came back, whole.

    The ids are "" and `sent` is None where whoever saved the file dropped them. `note_spots` tells where
    the sign of a note stands, by its story and id. `stamps` holds every tracked element read,
    by its `change_id`; `counts` what the census must agree with, by the names of `census.SORTS`.
    `embedded_count`: documents of another kind that somebody put in and that stay unread.
    """

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    comments: tuple[Comment, ...] = ()
    plan_id: str = ""
    revision_id: str = ""
    old_revision_id: str = ""
    sent: SentMap | None = None
    note_spots: Mapping[tuple[str, str], Spot] = field(default_factory=dict)
    style_names: Mapping[str, str] = field(default_factory=dict)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    application: str = ""
    embedded_count: int = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables, table by table."""
        return tuple(row for table in self.tables for row in table.rows)

    @property
    def formatting_count(self) -> int:
        """How many tracked changes touch only how things look: counted, and set aside."""
        return self.counts.get("formatting", 0)

    def style_name(self, paragraph: Paragraph) -> str:
        """The name of a paragraph's style in lower case, as Word's own styles are called in English; its id if unnamed."""
        return self.style_names.get(paragraph.style, paragraph.style.lower())

    def row_of(self, place: CellPlace) -> Row:
        """The row that a cell stands in."""
        return self.tables[place.table].rows[place.row]

    def cell_of(self, place: CellPlace) -> Cell:
        """The cell at a place."""
        return self.row_of(place).cells[place.cell]
