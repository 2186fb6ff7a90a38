"""A file while it is being read: paragraphs that are not finished, labels and ranges that are still open."""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.returned.returned_file import (
    CellPlace,
    Holding,
    Label,
    Marks,
    Paragraph,
    Run,
    Spot,
    Table,
)

_OUR_BOOKMARKS = ("f_", "r_")
_UNFINISHED = Paragraph(-1, "")
"""Keeps the place of a paragraph while it is being read."""


class Where(NamedTuple):
    """Where blocks stand: the story, the note, cell and box around them, and what tracks them from outside."""

    story: str
    note_id: str = ""
    place: CellPlace | None = None
    box: Spot | None = None
    marks: Marks = ()


class Draft:
    """A paragraph that grows run by run."""

    __slots__ = (
        *("number", "where", "follows", "style", "marks", "ends_section", "runs", "labels", "length"),
        *("_text", "_marks", "_holding"),
    )

    def __init__(self, number: int, where: Where, follows: int | None) -> None:
        self.number, self.where, self.follows = number, where, follows
        self.style = self._text = ""
        self.marks = self._marks = where.marks
        self.ends_section = False
        self.runs: list[Run] = []
        self.labels: list[Label] = []
        self.length = 0
        self._holding: Holding = ""

    def add(self, text: str, marks: Marks, holding: Holding = "") -> None:
        """Add text; what has the same marks and is the same sort of thing runs together."""
        if marks is not self._marks or holding != self._holding:
            self._end_run()
            self._marks, self._holding = marks, holding
        self._text += text
        self.length += len(text)

    def add_empty(self, marks: Marks, holding: Holding) -> None:
        """Add a run without text."""
        self._end_run()
        self.runs.append(Run("", marks, holding))

    @property
    def run_count(self) -> int:
        """How many runs there are, the unfinished one included."""
        return len(self.runs) + bool(self._text)

    def finish(self) -> Paragraph:
        """The paragraph as it will stay, but for labels that end in a later one."""
        self._end_run()
        story, note_id, place, box, _marks = self.where
        return Paragraph(
            self.number, story, self.style, place, box, tuple(self.runs), tuple(self.labels),
            self.marks, self.follows, self.ends_section, note_id,
        )  # fmt: skip

    def _end_run(self) -> None:
        if self._text:
            self.runs.append(Run(self._text, self._marks, self._holding))
            self._text = ""


class Pin(NamedTuple):
    """Where something in the file refers to a comment, and the marks of that place."""

    spot: Spot
    marks: Marks


class Manuscript:
    """What has been read so far, over all stories of the file."""

    def __init__(self) -> None:
        self._paragraphs: list[Paragraph] = []
        self._unfinished: dict[int, Draft] = {}
        self.tables: list[Table | None] = []
        self.range_starts: dict[str, Spot] = {}
        self.range_ends: dict[str, Spot] = {}
        self.pins: dict[str, Pin] = {}
        self.note_spots: dict[tuple[str, str], Spot] = {}
        self._open_labels: dict[str, tuple[str, Spot]] = {}
        self._late_labels: dict[int, list[Label]] = {}
        self._waiting_labels: dict[str, str] = {}
        self._waiting_ranges: list[str] = []
        self._ended_waiting: set[str] = set()

    def begin_paragraph(self, where: Where, follows: int | None) -> Draft:
        """A new paragraph. Labels and ranges that began before it begin with it."""
        number = len(self._paragraphs)
        self._paragraphs.append(_UNFINISHED)
        draft = self._unfinished[number] = Draft(number, where, follows)
        if self.is_waiting:
            self._begin_waiting(Spot(number, 0))
        return draft

    def end_paragraph(self, draft: Draft) -> None:
        """Nothing more comes into a paragraph."""
        self._paragraphs[draft.number] = draft.finish()
        del self._unfinished[draft.number]

    def add_plain(
        self, where: Where, place: CellPlace | None, follows: int | None, plain: tuple[str, str]
    ) -> int:
        """A whole paragraph in which nothing but plain text stands (`plain`: its style and text); its number.

        `place` is the cell it stands in, whatever `where` says of that.
        """
        number = len(self._paragraphs)
        style, text = plain
        story, note_id, _place, box, marks = where
        runs = (Run(text, marks),) if text else ()
        self._paragraphs.append(
            Paragraph(number, story, style, place, box, runs, (), marks, follows, False, note_id)
        )
        return number

    @property
    def is_waiting(self) -> bool:
        """Whether a label or a range begins with the next paragraph."""
        return bool(self._waiting_labels or self._waiting_ranges)

    def begin_label(self, bookmark_id: str, name: str, draft: Draft | None) -> None:
        """A bookmark begins here, or with the next paragraph when none is open. Others' bookmarks are passed over."""
        if not name.startswith(_OUR_BOOKMARKS):
            return
        if draft is None:
            self._waiting_labels[bookmark_id] = name
        else:
            self._open_labels[bookmark_id] = name, Spot(draft.number, draft.length)

    def end_label(self, bookmark_id: str, draft: Draft | None) -> None:
        """A bookmark ends here, or with the last paragraph when none is open."""
        if bookmark_id in self._waiting_labels:
            self._ended_waiting.add(bookmark_id)
        elif bookmark_id in self._open_labels:
            self._close_label(*self._open_labels.pop(bookmark_id), self._end_of(draft))

    def begin_range(self, comment_id: str, draft: Draft | None) -> None:
        """What a comment is about begins here, or with the next paragraph."""
        if draft is None:
            self._waiting_ranges.append(comment_id)
        else:
            self.range_starts.setdefault(comment_id, Spot(draft.number, draft.length))

    def end_range(self, comment_id: str, draft: Draft | None) -> None:
        """What a comment is about ends here, or with the last paragraph."""
        if self._paragraphs and comment_id not in self._waiting_ranges:
            self.range_ends[comment_id] = self._end_of(draft)

    def paragraphs_from(self, number: int) -> list[Paragraph]:
        """The paragraphs read since there were `number` of them."""
        return self._paragraphs[number:]

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs have been begun."""
        return len(self._paragraphs)

    def finish(self) -> tuple[Paragraph, ...]:
        """All paragraphs, with the labels that nothing ended."""
        if self._paragraphs:
            self._begin_waiting(self._end_of(None))
        for name, start in self._open_labels.values():
            self._close_label(name, start, start)
        for number, labels in self._late_labels.items():
            known = self._paragraphs[number]
            self._paragraphs[number] = known._replace(labels=(*known.labels, *labels))
        return tuple(self._paragraphs)

    def list_tables(self) -> Iterator[Table]:
        """All tables by their numbers."""
        return (table for table in self.tables if table is not None)

    def _end_of(self, draft: Draft | None) -> Spot:
        """The end of what has been read of a paragraph; of the last one, for None."""
        number = len(self._paragraphs) - 1 if draft is None else draft.number
        known = draft or self._unfinished.get(number)
        return Spot(number, len(self._paragraphs[number].whole) if known is None else known.length)

    def _begin_waiting(self, spot: Spot) -> None:
        for bookmark_id, name in self._waiting_labels.items():
            if bookmark_id in self._ended_waiting:
                self._close_label(name, spot, spot)
            else:
                self._open_labels[bookmark_id] = name, spot
        for comment_id in self._waiting_ranges:
            self.range_starts.setdefault(comment_id, spot)
        self._waiting_labels.clear()
        self._waiting_ranges.clear()
        self._ended_waiting.clear()

    def _close_label(self, name: str, start: Spot, end: Spot) -> None:
        """Give a label to the paragraph that it begins in, which may be finished already."""
        number, is_split = start.paragraph, start.paragraph != end.paragraph
        draft = self._unfinished.get(number)
        if draft is not None:
            last = draft.length if is_split else end.offset
            draft.labels.append(Label(name, start.offset, last, is_split))
        else:
            last = len(self._paragraphs[number].whole) if is_split else end.offset
            self._late_labels.setdefault(number, []).append(Label(name, start.offset, last, is_split))
