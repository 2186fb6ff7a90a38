"""Which things of two sequences belong together: by name, in order or moved; what has no name by its family and place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple


class Key(NamedTuple):
    """What a thing is found again by: a name, unique in its sequence, or "" and the family of things it may stand for."""

    name: str
    family: str = ""


class Step(NamedTuple):
    """The next thing of a merged sequence by its places in the old and the new one.

    Both: it stayed. One alone: it was removed or added; with `is_moved` it is one end of a move, and the other
    place is that of its other end.
    """

    old: int | None
    new: int | None
    end: Literal["", "from", "to"] = ""


def align(old: Sequence[Key], new: Sequence[Key]) -> Iterator[Step]:
    """Merge two sequences; what left its place stands there with `end` "from", and with `end` "to" where it went.

    Of what both have by name, a longest part that kept its order stays. Between these, things of one family are paired
    as they come. What went stands before what came.
    """
    places = {key.name: place for place, key in enumerate(old) if key.name}
    twins = {place: places[key.name] for place, key in enumerate(new) if key.name in places}
    staying = keep_order([(old_place, new_place) for new_place, old_place in twins.items()])
    kept = {old_place for old_place, _ in staying}
    moved = {old_place: new_place for new_place, old_place in twins.items() if old_place not in kept}
    merger = _Merger(old, new, moved)
    old_start = new_start = 0
    for old_place, new_place in (*staying, (len(old), len(new))):
        yield from merger.merge(range(old_start, old_place), range(new_start, new_place))
        if old_place < len(old):
            yield Step(old_place, new_place)
        old_start, new_start = old_place + 1, new_place + 1


def keep_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest selection of (old, new) places, given in the order of the new, that is in the order of the old, too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (old_place, _) in enumerate(pairs):
        length = bisect_left(ends, old_place)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(old_place)
            last.append(place)
        else:
            ends[length], last[length] = old_place, place
    chosen = []
    place = last[-1] if last else -1
    while place >= 0:
        chosen.append(pairs[place])
        place = before[place]
    return chosen[::-1]


class _Merger:
    """Merges what stands between two things that stayed."""

    def __init__(self, old: Sequence[Key], new: Sequence[Key], moved: dict[int, int]) -> None:
        self._old = old
        self._new = new
        self._moved_to = moved
        self._moved_from = {new_place: old_place for old_place, new_place in moved.items()}

    def merge(self, old: range, new: range) -> Iterator[Step]:
        old_start, new_start = old.start, new.start
        for old_place, new_place in (*self._pair(old, new), (old.stop, new.stop)):
            for place in range(old_start, old_place):
                target = self._moved_to.get(place)
                yield Step(place, target, "" if target is None else "from")
            for place in range(new_start, new_place):
                source = self._moved_from.get(place)
                yield Step(source, place, "" if source is None else "to")
            if old_place < old.stop:
                yield Step(old_place, new_place)
            old_start, new_start = old_place + 1, new_place + 1

    def _pair(self, old: range, new: range) -> Iterator[tuple[int, int]]:
        """Things of one family, none of which was moved, in order."""
        old_free = [place for place in old if self._old[place].family and place not in self._moved_to]
        new_free = [place for place in new if self._new[place].family and place not in self._moved_from]
        old_families = [self._old[place].family for place in old_free]
        new_families = [self._new[place].family for place in new_free]
        matcher = SequenceMatcher(None, old_families, new_families, autojunk=False)
        for block in matcher.get_matching_blocks():
            yield from zip(
                old_free[block.a : block.a + block.size],
                new_free[block.b : block.b + block.size],
                strict=True,
            )
