"""Words of a dictionary that differ from a misspelt one by a single letter, found without trying every letter.

Two words that differ in one place have the same beginning or the same end. So the words of each length stand in order by
both; only the stretches with the right beginning or end are compared. Two orders of the same words take little memory.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from operator import itemgetter
from typing import Literal, NamedTuple

Slip = Literal["sound", "letter"]
"""How two words differ: by letters that sound alike, or by any one letter (missing, added, wrong, or two exchanged)."""

_SHORT = 6
"""Characters. Words up to this length are compared by two letters at either end, longer ones by three."""

_CLOSE = 0.75
"""How alike (0 to 1) words of two or more differences must be to be offered."""

# Thai letters of one sound, and signs that are easily taken for each other.
_SAME_SOUND = (
    "ศษสซ",
    "ณน",
    "ภพผ",
    "ทธฑฒ",
    "ถฐ",
    "คขฆ",
    "ตฏ",
    "ดฎต",
    "ญย",
    "ชฌฉ",
    "รล",
    "ลฬ",
    "หฮ",
    "ะั",
    "ิี",
    "ึืิ",
    "ุู",
    "ไใ",
    "็่้๊๋์",
    "บป",
)
_SAME_END = ("ณนรลญฬ", "ดฎตฏทธจชสศษ", "บปพภ")
"""Consonants that sound alike only where they close a syllable."""

_BEHIND_ALL = "\U0010ffff"
"""A character that comes after every letter."""

_backwards: Callable[[str], str] = itemgetter(slice(None, None, -1))

_SILENT = frozenset("์่้๊๋็ะิุรหั")
"""Signs that are left out, or put where none belongs, without being heard."""


class Near(NamedTuple):
    """A word of the dictionary that is one slip away."""

    word: str
    slip: Slip


class NearWords:
    """A dictionary that answers which of its words, of four letters or more, are one letter away from another one."""

    def __init__(self, words: Iterable[str]) -> None:
        by_length: dict[int, list[str]] = {}
        for word in words:
            by_length.setdefault(len(word), []).append(word)
        self._by_start = {length: sorted(alike) for length, alike in by_length.items()}
        self._by_end = {length: sorted(alike, key=_backwards) for length, alike in by_length.items()}

    def find(self, word: str) -> list[Near]:
        """The words one slip away from `word` (not itself), those that sound alike first."""
        found = {other: slip for other in self._filed_near(word) if (slip := slip_between(word, other))}
        near = [Near(other, slip) for other, slip in found.items()]
        return sorted(near, key=lambda other: (other.slip != "sound", -len(other.word)))

    def find_similar(self, word: str, count: int) -> list[str]:
        """At most `count` words that look like `word`, the most alike first, however many letters differ."""
        return get_close_matches(word, dict.fromkeys(self._filed_near(word, 2)), count, _CLOSE)

    def _filed_near(self, word: str, most_difference: int = 1) -> Iterator[str]:
        size = 2 if len(word) <= _SHORT else 3
        if len(word) < size:
            return
        for length in range(len(word) - most_difference, len(word) + most_difference + 1):
            yield from _stretch(self._by_start.get(length, []), word[:size], str)
            yield from _stretch(self._by_end.get(length, []), _backwards(word)[:size], _backwards)


def slip_between(wrong: str, right: str) -> Slip | None:
    """How `wrong` differs from `right`; None when they are the same, or differ by more than one slip."""
    start = _common_length(wrong, right)
    tail = _common_length(wrong[start:][::-1], right[start:][::-1])
    old, new = wrong[start : len(wrong) - tail], right[start : len(right) - tail]
    if len(old) == len(new) == 1:
        return "sound" if _sounds_alike(old, new, start) else "letter"
    if len(old) + len(new) == 1:
        return "sound" if (old or new) in _SILENT else "letter"
    return "letter" if len(old) == 2 and old == new[::-1] else None


def _common_length(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))


def _sounds_alike(old: str, new: str, place: int) -> bool:
    groups = _SAME_SOUND if place == 0 else (*_SAME_SOUND, *_SAME_END)
    return any(old in group and new in group for group in groups)


def _stretch(words: list[str], beginning: str, key: Callable[[str], str]) -> list[str]:
    """Those of `words`, which stand in the order of `key`, whose key begins so."""
    first = bisect_left(words, beginning, key=key)
    return words[first : bisect_left(words, beginning + _BEHIND_ALL, first, key=key)]
