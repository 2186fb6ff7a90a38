"""What one value of a file was made into: by whom, tracked or not, and by which elements of the file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from rapidfuzz.distance import Indel

from success_desktop.documents.returned.homes import Home
from success_desktop.documents.returned.returned_file import ARRIVED, GONE, Stamp
from success_desktop.documents.returned.text_pieces import (
    SETTLED,
    Piece,
    accepted_text,
    read_pieces,
    rejected_text,
    stamps_in,
)

_SAME = str.maketrans(
    {"\u00a0": " ", "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u00ad": None}
)


class Hand(NamedTuple):
    """The tracked elements of one author in one value, in reading order."""

    author: str
    stamps: tuple[Stamp, ...]

    @property
    def at(self) -> datetime | None:
        """When the last of them was made (UTC); None where the file gives no date."""
        return max((stamp.at for stamp in self.stamps if stamp.at), default=None)

    @property
    def began(self) -> str:
        """The date of the first of them as it is written in the file."""
        return min(stamp.written_at for stamp in self.stamps)

    @property
    def claims(self) -> frozenset[str]:
        """The ids of the elements."""
        return frozenset(stamp.change_id for stamp in self.stamps)


@dataclass(frozen=True, slots=True)
class Wording:
    """A value as `hand` left it, others' tracked changes not counted; `hand` is None for an edit that was not tracked.

    `before` is what it was made from.
    """

    before: str
    after: str
    hand: Hand | None


def read_wordings(pieces: Sequence[Piece], printed: str) -> Iterator[Wording]:
    """The untracked edit of a value that was sent as `printed`, if there is one, and the tracked ones of each author."""
    rejected = rejected_text(pieces)
    if is_other(rejected, printed):
        yield Wording(printed, rejected, None)
    for hand in hands_in(pieces):
        yield _wording_by(pieces, hand)


def hands_in(pieces: Iterable[Piece]) -> tuple[Hand, ...]:
    """The tracked elements of some pieces, author by author."""
    return hands_of(stamps_in(pieces).values())


def hands_of(stamps: Iterable[Stamp]) -> tuple[Hand, ...]:
    """Tracked elements, author by author."""
    by_author: dict[str, list[Stamp]] = {}
    for stamp in stamps:
        if stamp.change_id == SETTLED:
            continue
        by_author.setdefault(stamp.author, []).append(stamp)
    return tuple(Hand(author, tuple(stamps)) for author, stamps in by_author.items())


def is_other(text: str, printed: str) -> bool:
    """Whether two texts differ in more than what programs change by themselves: kinds of blanks, and those ending lines."""
    return text != printed and _key(text) != _key(printed)


def _key(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.translate(_SAME).split("\n")).rstrip("\n")


def _wording_by(pieces: Sequence[Piece], hand: Hand) -> Wording:
    """What one author made of a value; whose words they struck, theirs are taken to have been there before."""
    own = hand.claims
    theirs = frozenset(
        mark.author
        for piece in pieces
        if any(mark.change_id in own and mark.sort in GONE for mark in piece.marks)
        for mark in piece.marks
        if mark.sort in ARRIVED
    )

    def was_there(stamp: Stamp) -> bool:
        return stamp.author in theirs and stamp.author != hand.author

    def is_taken(stamp: Stamp) -> bool:
        return stamp.author == hand.author or was_there(stamp)

    return Wording(read_pieces(pieces, was_there), read_pieces(pieces, is_taken), hand)


def split_by_home(pieces: Sequence[Piece], homes: Sequence[Home]) -> list[Sequence[Piece]]:
    """The pieces of a cell for each of its homes: cut between two paragraphs where the texts sent fit best."""
    if len(homes) < 2:
        return [pieces]
    ends = [
        place + 1
        for place, piece in enumerate(pieces)
        if piece.text == "\n" and _ends_paragraph(pieces, place)
    ]
    first, second = homes[0].printed, homes[1].printed
    # In a row that was moved all came with it: nothing of it stood there before.
    read = rejected_text if rejected_text(pieces).strip() else accepted_text

    def misfit(end: int) -> int:
        return Indel.distance(read(pieces[:end]), first) + Indel.distance(read(pieces[end:]), second)

    best = min((0, *ends), key=misfit)
    return [pieces[:best], pieces[best:]]


def _ends_paragraph(pieces: Sequence[Piece], place: int) -> bool:
    return place + 1 == len(pieces) or pieces[place + 1].paragraph != pieces[place].paragraph
