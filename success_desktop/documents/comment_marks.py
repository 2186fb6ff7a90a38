"""Putting the marks of comments into a body as our own writer makes it, piece by piece, around the words they are about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import nsdecls, qn
from lxml import etree

from success_desktop.documents.comment_places import PrintedPlace
from success_desktop.documents.comment_text import Text, TextSpot
from success_desktop.documents.word_comments import close_ranges, open_ranges
from success_desktop.domain.thai_clusters import cluster_borders

_NAME = re.compile(r'w:name="([fr]_[^"]*)"')
_DECLARATION = f" {nsdecls('w')}"
_LONGEST_WAIT = 6
"""Pieces that a value may come behind its label: those of the other fields that share a heading's label."""

_PARAGRAPH, _RUN, _CELL, _ROW = qn("w:p"), qn("w:r"), qn("w:tc"), qn("w:tr")
_MARK_START, _MARK_END, _ID, _MARK_NAME = (
    qn("w:bookmarkStart"),
    qn("w:bookmarkEnd"),
    qn("w:id"),
    qn("w:name"),
)


@dataclass(frozen=True, slots=True)
class CommentMark:
    """The comments of one thread (by their numbers in the file), and the words that they are about.

    `start` and `end` are characters of the text at the place; the whole text is meant where they are equal.
    """

    numbers: tuple[int, ...]
    place: PrintedPlace
    start: int = 0
    end: int = 0


class CommentMarker:
    """Marks one document. Where a text is not found as it was printed, its label or row is marked instead."""

    def __init__(self, marks: Iterable[CommentMark]) -> None:
        self._marks: dict[str, list[CommentMark]] = {}
        for mark in marks:
            self._marks.setdefault(mark.place.name, []).append(mark)

    def mark(self, pieces: Iterable[str]) -> Iterator[str]:
        """The pieces of some pages with the marks in them; each piece is whole paragraphs, or one row."""
        held: list[etree._Element] = []
        waiting: list[CommentMark] = []
        for piece in pieces:
            names = _NAME.findall(piece)
            if held and (names or len(held) > _LONGEST_WAIT or not piece.startswith("<w:p>")):
                yield from _release(held, waiting)
            wanted = [mark for name in names for mark in self._marks.pop(name, ())]
            if not wanted and not held:
                yield piece
                continue
            held.append(_read(piece))
            waiting = [mark for mark in (*waiting, *_backwards(wanted)) if not _place(held[-1], mark)]
            if not waiting:
                yield from _release(held, waiting)
        yield from _release(held, waiting)


def _backwards(marks: Iterable[CommentMark]) -> list[CommentMark]:
    """The marks, those further behind first: a mark put in parts the runs before it, whose characters are counted anew."""
    return sorted(marks, key=lambda mark: mark.start, reverse=True)


def _release(held: list[etree._Element], waiting: list[CommentMark]) -> Iterator[str]:
    """Let the held pieces go; what has found no text is put around its label."""
    for mark in waiting:
        any(_mark_label(piece, mark) for piece in held)
    for piece in held:
        yield from (_write(child) for child in piece)
    held.clear()
    waiting.clear()


def _read(piece: str) -> etree._Element:
    return etree.fromstring(f"<w:body{_DECLARATION}>{piece}</w:body>")


def _write(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode").replace(_DECLARATION, "")


def _place(piece: etree._Element, mark: CommentMark) -> bool:
    """Put a mark around its words in `piece`; False where they are not there."""
    text = mark.place.text
    if not text:
        return _mark_label(piece, mark)
    for paragraphs in _list_texts(piece, mark.place):
        found = Text(paragraphs)
        begin = found.find(text, mark.place.name)
        if begin is not None:
            start, end = _whole_letters(text, mark) if mark.start < mark.end else (0, len(text))
            _surround(found, begin + start, begin + end, mark.numbers)
            return True
    return False


def _whole_letters(text: str, mark: CommentMark) -> tuple[int, int]:
    """Where the words of a mark begin and end, no letter parted from its vowels and tones."""
    borders = cluster_borders(text)
    start = max(border for border in borders if border <= mark.start)
    return start, min((border for border in borders if border >= mark.end), default=len(text))


def _list_texts(piece: etree._Element, place: PrintedPlace) -> Iterator[Sequence[etree._Element]]:
    """The texts in which a value may stand: its cell, or the paragraphs of the body, then cell after cell."""
    rows = list(piece.iter(_ROW))
    if place.cell is not None:
        for row in rows:
            yield list(list(row.iterchildren(_CELL))[place.cell].iterchildren(_PARAGRAPH))
        return
    yield list(piece.iterchildren(_PARAGRAPH))
    for row in rows:
        yield from (list(cell.iterchildren(_PARAGRAPH)) for cell in row.iterchildren(_CELL))


def _surround(text: Text, start: int, end: int, numbers: tuple[int, ...]) -> None:
    """Put the marks of a thread around characters; the later place first, so that the earlier one still holds."""
    _insert(text.part(end), close_ranges(numbers))
    _insert(text.part(start), open_ranges(numbers))


def _insert(spot: TextSpot, xml: str) -> None:
    for place, element in enumerate(_read(xml)):
        spot.paragraph.insert(spot.child + place, element)


def _mark_label(piece: etree._Element, mark: CommentMark) -> bool:
    """Put a mark around the bookmark of its place; False where that is not in `piece`.

    A bookmark around nothing stands before a value without a label: the mark then goes around what follows it.
    """
    for start in piece.iter(_MARK_START):
        if start.get(_MARK_NAME) == mark.place.name:
            paragraph = start.getparent()
            assert paragraph is not None, "a bookmark stands in a paragraph"
            end = next(one for one in paragraph.iterchildren(_MARK_END) if one.get(_ID) == start.get(_ID))
            inside = list(paragraph)[paragraph.index(start) : paragraph.index(end)]
            is_empty = all(one.tag != _RUN for one in inside)
            behind = len(paragraph) if is_empty else paragraph.index(end) + 1
            _insert(TextSpot(paragraph, behind), close_ranges(mark.numbers))
            _insert(TextSpot(paragraph, paragraph.index(start)), open_ranges(mark.numbers))
            return True
    return False
