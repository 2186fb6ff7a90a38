"""Two wordings of one text, compared by words: what stayed, what went, what came.

A word that was corrected rather than replaced is compared by what a reader takes for its letters (clusters), so that one
other mark shows as one other letter. Numbers are values: 200,000 and 400,000 share no digit.
"""

import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from success_desktop.domain.thai_clusters import clusters
from success_desktop.domain.thai_words import words

_BLANKS = " \t\u00a0"


class Piece(NamedTuple):
    """A stretch of text that is in both wordings, in the old one alone (deleted), or in the new one alone (inserted)."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


class Run(NamedTuple):
    """Words that stand in both texts: where they begin in each (counted in words), and how many there are."""

    old: int
    new: int
    length: int


def compare_texts(old: str, new: str) -> tuple[Piece, ...]:
    """How `old` became `new`, in reading order; what was replaced is told as deleted, then inserted.

    Without the inserted pieces the text is `old`, without the deleted ones `new`, character for character. Pieces end where
    clusters end, and begin with no combining mark unless a line of the text itself does. No two neighbours are of one kind.
    """
    if old == new:
        return (Piece("same", old),) if old else ()
    if not old or not new:
        return (Piece("deleted", old) if old else Piece("inserted", new),)
    return tuple(_phrased(list(_joined(_pieces(words(old), words(new))))))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """The pieces by words, replaced ones refined."""
    place_old = place_new = 0
    for same_old, same_new, length in (*same_runs(old, new), Run(len(old), len(new), 0)):
        yield from _replacement("".join(old[place_old:same_old]), "".join(new[place_new:same_new]))
        yield Piece("same", "".join(old[same_old : same_old + length]))
        place_old, place_new = same_old + length, same_new + length


def same_runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The longest choice of words that stand in both in the same order."""
    # Read when first needed: it costs the start of the program a thirtieth of a second.
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(word, len(numbers)) for word in text] for text in (old, new)]
    return [
        Run(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(*coded)
        if code.tag == "equal"
    ]


def _replacement(old: str, new: str) -> Iterator[Piece]:
    """`old` replaced by `new`: as a whole, or only the letters between a common beginning and end when most are common."""
    if not old or not new:
        yield from (Piece("deleted", old), Piece("inserted", new))
        return
    old_letters, new_letters = _letters(old), _letters(new)
    ahead = _count_common(old_letters, new_letters)
    shorter = min(len(old_letters), len(new_letters))
    behind = min(_count_common(old_letters[::-1], new_letters[::-1]), shorter - ahead)
    differing = len(old_letters) + len(new_letters) - 2 * (ahead + behind)
    if ahead + behind < differing or _has_digit(old) or _has_digit(new):
        ahead = behind = 0
    yield Piece("same", "".join(old_letters[:ahead]))
    yield Piece("deleted", "".join(old_letters[ahead : len(old_letters) - behind]))
    yield Piece("inserted", "".join(new_letters[ahead : len(new_letters) - behind]))
    yield Piece("same", "".join(old_letters[len(old_letters) - behind :]))


def _letters(text: str) -> list[str]:
    """The clusters of a text; one that begins with a combining mark (behind a control character) hangs on to the last."""
    letters: list[str] = []
    for cluster in clusters(text):
        if letters and unicodedata.category(cluster[0]).startswith("M"):
            letters[-1] += cluster
        else:
            letters.append(cluster)
    return letters


def _count_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters two texts share at their beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without empty ones, neighbours of one kind made one."""
    for kind, run in itertools.groupby(
        (piece for piece in pieces if piece.text), key=lambda piece: piece.kind
    ):
        yield Piece(kind, "".join(piece.text for piece in run))


def _phrased(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the blanks between two replacements taken into them, so that a replaced phrase reads as one."""
    deleted: list[str] = []
    inserted: list[str] = []
    for place, piece in enumerate(pieces):
        if piece.kind == "deleted":
            deleted.append(piece.text)
        elif piece.kind == "inserted":
            inserted.append(piece.text)
        elif deleted and inserted and _is_mere_blank(piece) and _is_replaced(pieces[place + 1 : place + 3]):
            deleted.append(piece.text)
            inserted.append(piece.text)
        else:
            yield from _joined(
                (Piece("deleted", "".join(deleted)), Piece("inserted", "".join(inserted)), piece)
            )
            deleted, inserted = [], []
    yield from _joined((Piece("deleted", "".join(deleted)), Piece("inserted", "".join(inserted))))


def _is_mere_blank(piece: Piece) -> bool:
    """Whether a piece that stayed is nothing but blanks within a line."""
    return piece.kind == "same" and not piece.text.strip(_BLANKS)


def _is_replaced(pieces: Sequence[Piece]) -> bool:
    """Whether what follows is deleted and replaced by something."""
    return [piece.kind for piece in pieces] == ["deleted", "inserted"]
