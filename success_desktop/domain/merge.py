"""Three wordings of one text laid into one: what it was, what it reads today, and what somebody else made of it meanwhile.

What only one of the two has altered is taken as altered, what both have altered alike is taken once, and words that both
struck are struck. Where both have put different words in one place nothing is guessed: that is a clash, and a person's to
decide. Words are compared as everywhere (domain.compare_text): no word is torn, and a number is one word.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from success_desktop.domain.compare_text import Run, same_runs
from success_desktop.domain.thai_words import words


class Overlap(NamedTuple):
    """A passage that both have worded anew, each in their own way. `start` is where `today` stands in the merged text.

    Offsets count characters.
    """

    base: str
    today: str
    theirs: str
    start: int


class Merged(NamedTuple):
    """Three wordings as one. Where they clash, `text` reads as today, `other_text` as the other side wants it."""

    text: str
    other_text: str
    overlaps: tuple[Overlap, ...] = ()

    @property
    def is_clash(self) -> bool:
        """Whether something is left for a person to decide."""
        return bool(self.overlaps)


class _Rewording(NamedTuple):
    """The words from `start` up to `end` of the base replaced by `words` on one side."""

    start: int
    end: int
    words: tuple[str, ...]
    is_theirs: bool


def merge_texts(base: str, today: str, theirs: str) -> Merged:
    """Take what `theirs` made of `base` into `today`.

    Every word that either side brought is in the result or in one of its overlaps, and so is every word that neither took
    away.
    """
    if theirs in (base, today):
        return Merged(today, today)
    if today == base:
        return Merged(theirs, theirs)
    return _weave(words(base), words(today), words(theirs))


def _weave(base: Sequence[str], today: Sequence[str], theirs: Sequence[str]) -> Merged:
    ours: list[str] = []
    other: list[str] = []
    overlaps: list[Overlap] = []
    place = 0
    for group in _groups((*_rewordings(base, today, False), *_rewordings(base, theirs, True))):
        start, end = group[0].start, max(one.end for one in group)
        kept = base[place:start]
        ours.extend(kept)
        other.extend(kept)
        one, two = _both_ways(base[start:end], start, group)
        if one != two:
            offset = sum(map(len, ours))
            overlaps.append(Overlap("".join(base[start:end]), "".join(one), "".join(two), offset))
        ours.extend(one)
        other.extend(two)
        place = end
    return Merged("".join((*ours, *base[place:])), "".join((*other, *base[place:])), tuple(overlaps))


def _rewordings(base: Sequence[str], new: Sequence[str], is_theirs: bool) -> Iterator[_Rewording]:
    """What one side replaced, in order; an insertion replaces no word."""
    place_base = place_new = 0
    for run in (*same_runs(base, new), Run(len(base), len(new), 0)):
        if (place_base, place_new) != (run.old, run.new):
            yield _Rewording(place_base, run.old, tuple(new[place_new : run.new]), is_theirs)
        place_base, place_new = run.old + run.length, run.new + run.length


def _groups(rewordings: Iterable[_Rewording]) -> list[list[_Rewording]]:
    """The rewordings of both sides in order, those that are about the same words together."""
    groups: list[list[_Rewording]] = []
    end = 0
    for rewording in sorted(rewordings, key=lambda one: (one.start, one.end)):
        if groups and (rewording.start < end or any(_is_same_place(one, rewording) for one in groups[-1])):
            groups[-1].append(rewording)
        else:
            groups.append([rewording])
        end = max(end, rewording.end)
    return groups


def _is_same_place(one: _Rewording, next_one: _Rewording) -> bool:
    """Whether two rewordings that share no word are about one place all the same.

    They are when both put words between the same two, or when one puts words at the edge of what the other strikes: those
    may speak of what is struck.
    """
    if one[:2] == next_one[:2]:
        return True
    touching = one.end == next_one.start and one.is_theirs is not next_one.is_theirs
    inserted = [item for item in (one, next_one) if item.start == item.end]
    return touching and len(inserted) == 1 and not (one.words and next_one.words)


def _both_ways(base: Sequence[str], start: int, group: Sequence[_Rewording]) -> tuple[list[str], list[str]]:
    """How a stretch of the base reads today and with them; the same twice when nobody need decide."""
    sides = [[one for one in group if one.is_theirs is is_theirs] for is_theirs in (False, True)]
    if not all(sides):
        sides = [list(group)] * 2
    elif not any(one.words for one in group):
        return (_struck(base, start, group),) * 2
    today, theirs = (_applied(base, start, side) for side in sides)
    return today, theirs


def _applied(base: Sequence[str], start: int, rewordings: Iterable[_Rewording]) -> list[str]:
    """A stretch of the base, which begins at word `start`, as one side reworded it."""
    read: list[str] = []
    place = 0
    for one in rewordings:
        read.extend((*base[place : one.start - start], *one.words))
        place = one.end - start
    return [*read, *base[place:]]


def _struck(base: Sequence[str], start: int, group: Iterable[_Rewording]) -> list[str]:
    """A stretch of the base without the words that either side struck."""
    struck = set(itertools.chain.from_iterable(range(one.start, one.end) for one in group))
    return [word for place, word in enumerate(base, start) if place not in struck]
