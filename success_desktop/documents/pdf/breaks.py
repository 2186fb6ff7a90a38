"""Where a line may end: between Thai words and at blanks, never before a closing sign or after an opening one."""

import functools
import re

from success_desktop.domain.thai_clusters import SARA_AM, THAI_MARKS, clusters
from success_desktop.domain.thai_words import words

BLANK = " "

_KEPT_STRETCHES = 1 << 11
_KEPT_TEXTS = 1 << 11
_NOT_FIRST = frozenset(")]}”’»,.:;!?%ๆฯ…/\u00a0")
_NOT_LAST = frozenset("([{“‘«฿\u00a0")
_NOT_FIRST_AFTER_BLANK = re.compile(f"[ๆฯ{THAI_MARKS}{SARA_AM}{BLANK}]")
_LEADING_VOWELS = frozenset("เแโใไ")
_BLANKS = re.compile(f"({BLANK}+)")
_THAI = re.compile("[ก-\u0e5b]")
_DASH = re.compile(r"(?<=\w[–—])(?=\w)|(?<=[^\W\d]/)(?=[^\W\d])")
"""After a long dash a line may end, as in Word, and after a stroke between letters; pdfium would lose a hyphen there."""


@functools.lru_cache(_KEPT_TEXTS)
def cut(text: str) -> tuple[str, ...]:
    """Cut a paragraph into the units that lines are made of, each with the blanks behind it. Joined they are `text`."""
    if BLANK not in text:
        return _cut_stretch(text)
    units: list[str] = []
    for stretch in _BLANKS.split(text):
        if units and _NOT_FIRST_AFTER_BLANK.match(stretch):
            units[-1] += stretch
        elif stretch:
            units.extend(_cut_stretch(stretch))
    return tuple(units)


@functools.lru_cache(_KEPT_STRETCHES)
def _cut_stretch(stretch: str) -> tuple[str, ...]:
    """The units of a text without blanks (or of blanks alone)."""
    if not _THAI.search(stretch):
        return tuple(_DASH.split(stretch)) if stretch else ()
    units: list[str] = []
    for word in words(stretch):
        if units and not _may_part(units[-1], word):
            units[-1] += word
        else:
            units.append(word)
    return tuple(units)


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two words that no blank parts."""
    if after[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return False
    return bool(_THAI.match(after) or _THAI.match(before[-1]) or _DASH.search(before[-2:] + after[0]))


def cut_up(unit: str) -> list[str]:
    """Cut a unit that is wider than a line into letters, each with its marks, keeping signs with what they stand by."""
    parts: list[str] = []
    for cluster in clusters(unit):
        if parts and (cluster[0] in _NOT_FIRST or cluster[0] == BLANK or _wants_next(parts[-1])):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return parts


def _wants_next(part: str) -> bool:
    """Whether what is read after this belongs to it: the consonant of a vowel written in front, what a bracket opens."""
    return part[-1] in _LEADING_VOWELS or part[-1] in _NOT_LAST
