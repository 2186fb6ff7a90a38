"""The text of a value as it came back: pieces in reading order, each with who brought it and who took it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from success_desktop.documents.returned.returned_file import (
    ARRIVED,
    Marks,
    Paragraph,
    ReturnedFile,
    Spot,
    Stamp,
)

SETTLED = ""
"""The id of tracked elements that are nobody's any more: see `settling`."""


class Span(NamedTuple):
    """Characters `start` to `end` of all the text of a paragraph, and the paragraph's mark behind them."""

    paragraph: int
    start: int
    end: int


class Piece(NamedTuple):
    """A stretch of text, or a paragraph's mark as a newline; `paragraph` and `offset` tell where in the file it begins."""

    text: str
    marks: Marks
    paragraph: int
    offset: int


def span_of(paragraph: Paragraph, start: int = 0) -> Span:
    """The text of a paragraph from `start` on."""
    return Span(paragraph.number, start, len(paragraph.whole))


def pieces_of(file: ReturnedFile, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The pieces of what stands in `spans`."""
    pieces: list[Piece] = []
    for span in spans:
        paragraph = file.paragraphs[span.paragraph]
        pieces.extend(_cut(paragraph, span))
        pieces.append(Piece("\n", paragraph.marks, span.paragraph, len(paragraph.whole)))
    return tuple(pieces)


def _cut(paragraph: Paragraph, span: Span) -> Iterator[Piece]:
    """The runs of a paragraph as far as they lie in a span; empty tracked ones at its borders belong to it, too."""
    offset = 0
    for run in paragraph.runs:
        end = offset + len(run.text)
        first, last = max(offset, span.start), min(end, span.end)
        if first < last or (not run.text and run.marks and span.start <= offset <= span.end):
            yield Piece(run.text[first - offset : last - offset], run.marks, paragraph.number, first)
        offset = end


def read_pieces(pieces: Iterable[Piece], is_taken: Callable[[Stamp], bool]) -> str:
    """The text with those tracked changes accepted that `is_taken`, all others rejected; without the last mark."""
    text = "".join(
        [
            piece.text
            for piece in pieces
            if not piece.marks or all((mark.sort in ARRIVED) == is_taken(mark) for mark in piece.marks)
        ]
    )
    return text.removesuffix("\n")


def rejected_text(pieces: Iterable[Piece]) -> str:
    """The text with every tracked change rejected."""
    return read_pieces(pieces, _never)


def accepted_text(pieces: Iterable[Piece]) -> str:
    """The text with every tracked change accepted."""
    return read_pieces(pieces, _always)


def stamps_in(pieces: Iterable[Piece]) -> dict[str, Stamp]:
    """The tracked elements in some pieces, by their ids, in reading order."""
    return {mark.change_id: mark for piece in pieces for mark in piece.marks}


def offset_in(pieces: Sequence[Piece], spot: Spot) -> int | None:
    """Where a spot of the file lies in the rejected text of some pieces; None when it lies in none of them."""
    offset = 0
    is_inside = False
    for piece in pieces:
        if piece.paragraph == spot.paragraph and piece.offset <= spot.offset <= piece.offset + len(
            piece.text
        ):
            is_inside = True
            if not _arrived(piece):
                return offset + spot.offset - piece.offset
            return offset
        if not _arrived(piece):
            offset += len(piece.text)
    return offset if is_inside else None


def _arrived(piece: Piece) -> bool:
    return any(mark.sort in ARRIVED for mark in piece.marks)


def _never(_stamp: Stamp) -> bool:
    return False


def _always(_stamp: Stamp) -> bool:
    return True
