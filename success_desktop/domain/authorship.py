"""Who brought about what differs between two points of a plan's history, read off the edits made between them."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from success_desktop.domain.beside import is_beside
from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.revision import Transaction
from success_desktop.domain.thai_clusters import clusters
from success_desktop.domain.values import Atom


class Wording(NamedTuple):
    """A text as it read after an edit, and who made that edit when (UTC)."""

    text: str
    author: str
    at: datetime


class Stamp(NamedTuple):
    """Who did something, and when (UTC)."""

    author: str
    at: datetime


class Authorship:
    """The edits between two points, kept by what they touched.

    `transactions` and `edits`, which are numbered by transaction, come oldest first. What was taken back between the points
    counts for nothing, nor does taking it back. With `is_backwards` the comparison leads from the later point to the earlier
    one: the same people did it, and the wordings come in the order that leads there.
    """

    def __init__(
        self,
        transactions: Iterable[Transaction],
        edits: Sequence[tuple[int, Edit]],
        is_backwards: bool = False,
    ) -> None:
        self._transactions = {transaction.number: transaction for transaction in transactions}
        self._is_backwards = is_backwards
        self._last: dict[tuple[str, str, str], int] = {}
        self._texts: dict[tuple[str, str, str], list[tuple[int, SetValue]]] = {}
        self._came_or_went: set[str] = set()
        self._newest: int | None = None
        idle = taken_back(self._transactions)
        for number, edit in edits:
            if number not in idle and not is_beside(edit.node_id):
                self._note(number, edit)

    @property
    def latest(self) -> Stamp | None:
        """The newest edit of all that were not taken back; None when there is none between the points."""
        return self._stamp(self._newest)

    def stamp_of(self, node_id: str, field: str = "", part: str = "") -> Stamp | None:
        """Who last set a part of a field; any part of it ("" for `part`); or added, removed or moved the node ("" for both).

        A node that was added is signed by who added it, whoever moved it afterwards.
        None when nobody did between the points. The one part of a single number, day or word is the field itself.
        """
        return self._stamp(self._last.get((node_id, field, part)))

    def wordings_of(self, node_id: str, field: str, part: str) -> tuple[Wording, ...]:
        """How a text read after each edit on the way from the one point to the other; a blank text is "".

        What one person typed in one go is one wording.
        """
        edits = self._texts.get((node_id, field, part), [])
        steps = [
            list(run) for _step, run in itertools.groupby(edits, key=lambda edit: self._step_of(edit[0]))
        ]
        if self._is_backwards:
            return tuple(self._wording(run[-1][0], run[0][1].old) for run in reversed(steps))
        return tuple(self._wording(run[-1][0], run[-1][1].new) for run in steps)

    def _step_of(self, number: int) -> int:
        """The transaction that a transaction belongs to as one step."""
        return self._transactions[number].continues or number

    def _wording(self, number: int, atom: Atom | None) -> Wording:
        done = self._transactions[number]
        return Wording("" if atom is None else str(atom), done.author, done.at)

    def _stamp(self, number: int | None) -> Stamp | None:
        if number is None:
            return None
        done = self._transactions[number]
        return Stamp(done.author, done.at)

    def _note(self, number: int, edit: Edit) -> None:
        self._newest = number
        if not isinstance(edit, SetValue):
            self._note_node(number, edit)
            return
        self._last[edit.node_id, edit.field, ""] = number
        self._last[edit.node_id, edit.field, edit.part] = number
        self._texts.setdefault((edit.node_id, edit.field, edit.part), []).append((number, edit))

    def _note_node(self, number: int, edit: AddNode | RemoveNode | MoveNode) -> None:
        if isinstance(edit, MoveNode):
            if edit.node_id in self._came_or_went:
                return
        else:
            self._came_or_went ^= {edit.node_id}
        self._last[edit.node_id, "", ""] = number


def taken_back(transactions: Mapping[int, Transaction]) -> set[int]:
    """The numbers of those transactions that others took back, and of those others; what was done again is not among them.

    A step of which a part lies before the first of the transactions is not: what took that back did something.
    """
    steps: dict[int, list[int]] = {}
    for number, transaction in transactions.items():
        steps.setdefault(transaction.continues or number, []).append(number)
    idle: set[int] = set()
    for transaction in reversed(tuple(transactions.values())):
        target = transaction.undoes
        if target is not None and target in transactions and transaction.number not in idle:
            idle.update((transaction.number, target, *steps.get(target, ())))
    return idle


def attribute(pieces: Sequence[Piece], wordings: Sequence[Wording]) -> Iterator[tuple[Piece, Stamp | None]]:
    """Each piece of a compared text with who brought it (inserted) or took it (deleted), cut where that differs.

    Pieces that stayed have no stamp. `wordings` lead from the one text to the other; what cannot be traced through them is
    laid to the last of them. Without any, nobody is named.
    """
    if not wordings:
        yield from ((piece, None) for piece in pieces)
        return
    last = Stamp(*wordings[-1][1:])
    new = "".join(piece.text for piece in pieces if piece.kind != "deleted")
    trace = _Trace("".join(piece.text for piece in pieces if piece.kind != "inserted"))
    for wording in (*wordings, Wording(new, *last)):
        trace.follow(wording)
    stamps = {"deleted": trace.taken, "inserted": trace.brought}
    places = {"deleted": 0, "inserted": 0}
    for piece in pieces:
        if piece.kind == "same":
            yield piece, None
            places = {kind: place + len(piece.text) for kind, place in places.items()}
        else:
            start, end = places[piece.kind], places[piece.kind] + len(piece.text)
            yield from _cut(piece, stamps[piece.kind][start:end], last)
            places[piece.kind] = end


def _cut(piece: Piece, stamps: Sequence[Stamp | None], last: Stamp) -> Iterator[tuple[Piece, Stamp]]:
    """A piece in runs of one stamp; each letter (cluster) goes with its first character."""
    letters = clusters(piece.text)
    starts = itertools.accumulate(map(len, letters[:-1]), initial=0)
    signed = zip(letters, (stamps[start] or last for start in starts), strict=True)
    for stamp, run in itertools.groupby(signed, key=lambda letter: letter[1]):
        yield Piece(piece.kind, "".join(letter for letter, _stamp in run)), stamp


class _Trace:
    """A text on its way: for each character, where in the first text it stood, or who brought it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._origins: list[int | Stamp] = list(range(len(text)))
        self.taken: list[Stamp | None] = [None] * len(text)

    @property
    def brought(self) -> list[Stamp | None]:
        """Who brought each character of the text as it reads now; None for what was there from the first."""
        return [None if isinstance(origin, int) else origin for origin in self._origins]

    def follow(self, wording: Wording) -> None:
        """Go on to the next wording."""
        stamp = Stamp(wording.author, wording.at)
        origins: list[int | Stamp] = []
        place = 0
        for piece in compare_texts(self._text, wording.text):
            if piece.kind == "inserted":
                origins.extend([stamp] * len(piece.text))
                continue
            passed = self._origins[place : place + len(piece.text)]
            place += len(piece.text)
            if piece.kind == "same":
                origins.extend(passed)
            else:
                self._take(passed, stamp)
        self._text, self._origins = wording.text, origins

    def _take(self, origins: Iterable[int | Stamp], stamp: Stamp) -> None:
        for origin in origins:
            if isinstance(origin, int):
                self.taken[origin] = stamp
