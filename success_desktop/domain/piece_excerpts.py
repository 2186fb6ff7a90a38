"""Excerpts of how a text became another: long stretches that stayed are cut short, what went and what came never is."""

from collections.abc import Iterable, Iterator

from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.thai_words import word_breaks

ELLIPSIS = " … "
ARROW = " → "


def excerpt_change(old: str, new: str, around: int = 40) -> tuple[Piece, ...]:
    """How `old` became `new`, with about `around` characters of what stayed beside each difference.

    An arrow stands between a wording and the one that replaced it whole.
    """
    pieces = compare_texts(old, new)
    if [piece.kind for piece in pieces] == ["deleted", "inserted"]:
        return (pieces[0], Piece("same", ARROW), pieces[1])
    return tuple(_cut(pieces, around))


def _cut(pieces: Iterable[Piece], around: int) -> Iterator[Piece]:
    all_pieces = tuple(pieces)
    for place, piece in enumerate(all_pieces):
        if piece.kind != "same" or len(piece.text) <= 2 * around + len(ELLIPSIS):
            yield piece
            continue
        head = _leading(piece.text, around) if place else ""
        tail = _trailing(piece.text, around) if place < len(all_pieces) - 1 else ""
        yield Piece("same", head + ELLIPSIS + tail)


def _leading(text: str, length: int) -> str:
    """The words that begin a text, at most `length` characters of them."""
    end = max(border for border in word_breaks(text[: 2 * length]) if border <= length)
    return text[:end].rstrip()


def _trailing(text: str, length: int) -> str:
    """The words that end a text."""
    tail = text[-2 * length :]
    return tail[min(border for border in word_breaks(tail) if border >= len(tail) - length) :].lstrip()
