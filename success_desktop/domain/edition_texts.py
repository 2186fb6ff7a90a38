"""How far a text of an adopted plan has been altered: its spelling, its wording, or what it says.

A correction (แก้ไข) leaves the substance of a plan alone; anything else is a change (เปลี่ยนแปลง) and passes other bodies.
The rules err towards a change: where they do not see that a text says the same, they say that it does not.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from success_desktop.domain.compare_text import Run, same_runs
from success_desktop.domain.thai_clusters import clusters
from success_desktop.domain.thai_search import search_key
from success_desktop.domain.thai_words import words

Extent = Literal["same", "typing", "wording", "substance"]
"""`typing`: blanks, punctuation, the digits' script, a letter or two in a word. `wording`: words were added or left out,
none was replaced and no number touched. `substance`: all else."""

EXTENTS: tuple[Extent, ...] = ("same", "typing", "wording", "substance")

_LETTERS_PER_SLIP = 3
_MOST_SLIPS = 2
"""A slip is one letter more, less or other; a word may hold one for every three of its letters, and two at most."""

_LARGEST_ADDITION = 4
"""Words added or left out are wording when they hold no more than one letter in so many of the longer text."""

_TURNING_WORDS = frozenset(
    (
        *("ไม่", "ไม่มี", "ไม่ให้", "มิ", "มิให้", "งด", "ยกเลิก", "ห้าม", "เว้น", "ยกเว้น"),
        *("not", "no", "without", "except", "never", "cancel"),
    )
)
"""Words that turn what a text says into its opposite."""

_NUMBER = re.compile(r"\d[\d,.]*")
_SILENT = re.compile(r"[^\w\u0e00-\u0e7f]|[\u0e2f\u0e4f\u0e5a\u0e5b]")


class _Stretch(NamedTuple):
    """Words of the old text and the words that stand there now."""

    old: tuple[str, ...]
    new: tuple[str, ...]


def grade_text(old: str, new: str) -> Extent:
    """How far `new` departs from `old`."""
    if old == new:
        return "same"
    old_key, new_key = search_key(old), search_key(new)
    if _SILENT.sub("", old_key) == _SILENT.sub("", new_key) and _numbers(old_key) == _numbers(new_key):
        return "typing"
    if _numbers(old_key) != _numbers(new_key):
        return "substance"
    stretches = list(_stretches(_spoken_words(old_key), _spoken_words(new_key)))
    grade = widest(_grade(stretch) for stretch in stretches)
    return "substance" if grade == "wording" and _is_much(stretches, old_key, new_key) else grade


def widest(extents: Iterable[Extent]) -> Extent:
    """The furthest-reaching of some extents; `same` where there are none."""
    return max(extents, key=EXTENTS.index, default="same")


def _numbers(text: str) -> list[str]:
    """The numbers in a text as values: with or without commas."""
    return [number.replace(",", "").rstrip(".") for number in _NUMBER.findall(text)]


def _spoken_words(text: str) -> list[str]:
    return [word for word in (_SILENT.sub("", piece) for piece in words(text)) if word]


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """Where two texts differ, in reading order."""
    end = Run(len(old), len(new), 0)
    for before, run in itertools.pairwise((Run(0, 0, 0), *same_runs(old, new), end)):
        left = _Stretch(
            tuple(old[before.old + before.length : run.old]), tuple(new[before.new + before.length : run.new])
        )
        if left.old or left.new:
            yield left


def _grade(stretch: _Stretch) -> Extent:
    if not stretch.old or not stretch.new:
        return "substance" if _TURNING_WORDS.intersection(stretch.old + stretch.new) else "wording"
    shorter, longer = sorted(("".join(stretch.old), "".join(stretch.new)), key=len)
    more = longer.removeprefix(shorter).removesuffix(shorter)
    if more in _TURNING_WORDS:
        return "substance"
    if _is_slip(shorter, longer):
        return "typing"
    return "wording" if more != longer else "substance"


def _is_slip(old: str, new: str) -> bool:
    """Whether one word is the other mistyped."""
    # Read when first needed: it costs the start of the program a thirtieth of a second.
    from rapidfuzz.distance import Levenshtein

    old_letters, new_letters = clusters(old), clusters(new)
    slips = Levenshtein.distance(old_letters, new_letters)
    shorter = min(len(old_letters), len(new_letters))
    return slips <= _MOST_SLIPS and slips * _LETTERS_PER_SLIP <= shorter


def _is_much(stretches: Iterable[_Stretch], old: str, new: str) -> bool:
    """Whether what was added and left out is too much for the text to say the same."""
    touched = sum(max(len("".join(words_there)) for words_there in stretch) for stretch in stretches)
    return touched * _LARGEST_ADDITION > max(len(old), len(new))
