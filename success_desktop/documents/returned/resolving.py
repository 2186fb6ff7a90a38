"""A returned file as it reads with every tracked change rejected, or with every one accepted.

Rejected it is what was sent (else somebody edited without tracking); accepted it is what came back. Paragraphs whose marks
go run together as ECMA-376 part 1, 17.13.5 has it: the text joins the paragraph that follows, whose properties hold.
"""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.returned.returned_file import (
    CellPlace,
    Comment,
    Label,
    Paragraph,
    ReturnedFile,
    Spot,
    View,
    stands,
)
from success_desktop.domain.thai_clusters import clusters

CONTEXT_LENGTH = 60
"""How many letters, with their marks, are shown before and behind what a remark is about."""


class _Piece(NamedTuple):
    """A run of a paragraph in a line: where it begins in the paragraph's whole text and in the line, and how long it is."""

    paragraph: int
    whole_start: int
    whole_length: int
    line_start: int
    line_length: int


class Line(NamedTuple):
    """A paragraph as it stands in a view, put together from one or more paragraphs of the file (`paragraphs`, in order).

    `style`, `ends_section` and the place are those of the last, whose properties hold. `labels` count in `text`.
    """

    text: str
    paragraphs: tuple[int, ...]
    last: Paragraph
    labels: tuple[Label, ...] = ()
    pieces: tuple[_Piece, ...] = ()

    @property
    def style(self) -> str:
        """The id of its style."""
        return self.last.style

    @property
    def story(self) -> str:
        """The story it is part of."""
        return self.last.story

    @property
    def place(self) -> CellPlace | None:
        """The cell it stands in."""
        return self.last.place

    @property
    def box(self) -> Spot | None:
        """The spot that the text box around it hangs on."""
        return self.last.box

    @property
    def note_id(self) -> str:
        """The id of the note it is part of."""
        return self.last.note_id

    @property
    def ends_section(self) -> bool:
        """Whether a section of pages ends with it."""
        return self.last.ends_section

    def offset_of(self, spot: Spot) -> int | None:
        """Where a place of the file is in `text`; None when it is in none of these paragraphs.

        A place within text that does not stand in this view is where that text was.
        """
        if not self.pieces:
            return min(spot.offset, len(self.text)) if spot.paragraph in self.paragraphs else None
        for piece in self.pieces:
            if piece.paragraph == spot.paragraph and spot.offset <= piece.whole_start + piece.whole_length:
                return piece.line_start + min(max(0, spot.offset - piece.whole_start), piece.line_length)
        return None


def read_lines(file: ReturnedFile, view: View) -> tuple[Line, ...]:
    """The lines of a file in a view, in their order; those of rows and cells that do not stand in it are left out."""
    return tuple(_LineReader(file, view).read())


class _LineReader:
    """Reads the lines of one file in one view."""

    def __init__(self, file: ReturnedFile, view: View) -> None:
        self._file = file
        self._view = view
        self._standing: dict[CellPlace, bool] = {}
        self._waiting: dict[int | None, list[Paragraph]] = {}
        self._followed = {paragraph.follows for paragraph in file.paragraphs}
        self._before_tables = {table.follows for table in file.tables}

    def read(self) -> Iterator[Line]:
        """The lines, each at the place of the last of its paragraphs."""
        for paragraph in self._file.paragraphs:
            joined = self._waiting.pop(paragraph.follows, []) if self._waiting else []
            if self._is_left_out(paragraph):
                continue
            if paragraph.marks and not stands(paragraph.marks, self._view):
                if paragraph.number in self._followed:
                    self._waiting[paragraph.number] = [*joined, paragraph]
                    continue
                if self._may_go([*joined, paragraph]):
                    continue
            yield self._join([*joined, paragraph]) if joined else self._read_one(paragraph)

    def _is_left_out(self, paragraph: Paragraph) -> bool:
        if paragraph.place is not None:
            return not self._stands(paragraph.place)
        if paragraph.box is not None:
            return self._is_left_out(self._file.paragraphs[paragraph.box.paragraph])
        return False

    def _stands(self, place: CellPlace) -> bool:
        """Whether a cell stands in this view, with its row and all that is around them."""
        if place not in self._standing:
            row, table = self._file.row_of(place), self._file.tables[place.table]
            is_there = stands(row.marks, self._view) and stands(row.cells[place.cell].marks, self._view)
            self._standing[place] = is_there and (table.within is None or self._stands(table.within))
        return self._standing[place]

    def _may_go(self, paragraphs: list[Paragraph]) -> bool:
        """Whether paragraphs that run into no other go with their marks: empty ones before a table or at a story's end.

        A cell keeps its last paragraph.
        """
        is_free = paragraphs[-1].place is None or paragraphs[-1].number in self._before_tables
        return is_free and not any(stands(run.marks, self._view) for one in paragraphs for run in one.runs)

    def _read_one(self, paragraph: Paragraph) -> Line:
        if any(run.marks for run in paragraph.runs):
            return self._join([paragraph])
        text = paragraph.whole
        return Line(text, (paragraph.number,), paragraph, paragraph.labels)

    def _join(self, paragraphs: list[Paragraph]) -> Line:
        pieces, texts, length = [], [], 0
        for paragraph in paragraphs:
            start = 0
            for run in paragraph.runs:
                shown = run.text if stands(run.marks, self._view) else ""
                pieces.append(_Piece(paragraph.number, start, len(run.text), length, len(shown)))
                texts.append(shown)
                start, length = start + len(run.text), length + len(shown)
            if not paragraph.runs:
                pieces.append(_Piece(paragraph.number, 0, 0, length, 0))
        line = Line(
            "".join(texts), tuple(one.number for one in paragraphs), paragraphs[-1], (), tuple(pieces)
        )
        labels = [self._move(label, one.number, line) for one in paragraphs for label in one.labels]
        return line._replace(labels=tuple(labels))

    def _move(self, label: Label, paragraph: int, line: Line) -> Label:
        start = line.offset_of(Spot(paragraph, label.start))
        end = line.offset_of(Spot(paragraph, label.end))
        assert start is not None, "the label of another paragraph"
        assert end is not None, "the label of another paragraph"
        return label._replace(start=start, end=end)


def quote_of(file: ReturnedFile, comment: Comment) -> str:
    """The text that a remark is about, deleted text included; "" for one that is set at a point."""
    start, end = comment.start, comment.end
    if start is None or end is None:
        return ""
    story = file.paragraphs[start.paragraph].story
    texts = []
    for paragraph in file.paragraphs[start.paragraph : end.paragraph + 1]:
        if paragraph.story == story:
            first = start.offset if paragraph.number == start.paragraph else 0
            last = end.offset if paragraph.number == end.paragraph else None
            texts.append(paragraph.whole[first:last])
    return "\n".join(texts)


def context_of(file: ReturnedFile, comment: Comment) -> str:
    """What stands around the place of a remark, its own words included: for one that belongs to no field."""
    start, end = comment.start, comment.end
    if start is None or end is None:
        return ""
    before = clusters(file.paragraphs[start.paragraph].whole[: start.offset])[-CONTEXT_LENGTH:]
    after = clusters(file.paragraphs[end.paragraph].whole[end.offset :])[:CONTEXT_LENGTH]
    return f"{''.join(before)}{quote_of(file, comment)}{''.join(after)}".strip()
