"""Finding and comparing text that was typed, pasted or scanned in different spellings of the same letters.

Nothing here alters a plan: the *search key* of a text is what it is compared by, and `SearchText` leads from the key back to
the text. Two texts have one key when a reader sees the same letters:

- sara am in one piece or in two, with its tone mark anywhere (น้ำ, นํ้า, น้ํา, นำ้); two sara e for sara ae (เเผน, แผน);
- marks in another order or typed twice (ก่ิน, แก้้ไข); the glyph codes of old Thai fonts that PDF files give;
- Thai or Arabic digits; capital or small letters; composed or decomposed accents;
- with or without the invisible: zero-width spaces and joiners, soft hyphens, byte-order marks. No-break spaces are spaces.

Letters are never torn or likened further than that: composition is NFC, because NFKC splits ำ from its consonant.
"""

import functools
import itertools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import regex

from success_desktop.domain.thai_clusters import SARA_AM, THAI_MARKS, cluster_borders

Span = tuple[int, int]
"""A range of a text: first character, character after the last."""

_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_NIKHAHIT, _SARA_AA = "\u0e4d", "\u0e32"

# What the glyphs U+F700 to U+F71A of Thai fonts from before OpenType draw, in order: letters without their foot, marks
# moved left, down or both.
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_GLYPH_LETTERS = (
    f"\u0e10\u0e34\u0e35\u0e36\u0e37{_TONES}{_TONES}\u0e0d\u0e31\u0e4d\u0e47{_TONES}\u0e38\u0e39\u0e3a"
)
_ONE_FOR_ONE: dict[int, str] = {
    **{0xF700 + place: letter for place, letter in enumerate(_GLYPH_LETTERS)},
    **{ord(thai): arabic for thai, arabic in zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True)},
}

_INVISIBLE_CHARACTER = re.compile(f"[{_INVISIBLE}]")
_SPACE = re.compile(f"[{_SPACES}]")

# Texts without a match need no more than digits and small letters: nearly every text, found out in one quick look.
_IRREGULAR = re.compile(
    "[^\\n\\t -~ก-ฺเ-\u0e4c๏-๛–—‘’“”…•]"  # beyond ASCII and Thai; nikhahit and yamakkan too
    "|เเ"
    "|[\u0e48-\u0e4c][\u0e31\u0e34-\u0e3a\u0e47\u0e48-\u0e4b]"  # a mark after one that it should precede
    "|ำ[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]"
    "|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*\\1"
    "|[\u0e31\u0e34-\u0e3a\u0e47]{2}"
)

# Of such texts those without capitals and Thai digits.
_UNALTERED = re.compile("[ -@[-~ก-ฺเ-\u0e4c]*")

# One unit is folded at a time: a cluster; sara e with the cluster of a second one; nikhahit with the sara aa after it.
_SARA_AA_FOLLOWS = rf"(?<={_NIKHAHIT}[\p{{GCB=Extend}}\p{{GCB=SpacingMark}}]*)(?={_SARA_AA})"
_UNIT = regex.compile(rf"(?:เ(?=เ))?\X(?:{_SARA_AA_FOLLOWS}\X)?")
_MARK = re.compile(f"[{THAI_MARKS}{SARA_AM}]")


def search_key(text: str) -> str:
    """What `text` is searched and compared by. The key of a key is itself."""
    if _is_regular(text):
        return text.translate(_ONE_FOR_ONE).lower()
    return "".join(map(_fold_unit, _UNIT.findall(_visible(text))))


def is_own_key(text: str) -> bool:
    """Whether `text` is plainly its own search key: Thai and ASCII in order, without capitals and Thai digits."""
    return _UNALTERED.fullmatch(text) is not None and _is_regular(text)


class SearchText:
    """A text that can be searched by what a reader sees; what is found is told in places of the text itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.key = search_key(text)
        self._is_regular = _is_regular(text)

    def find(self, query: str) -> Iterator[Span]:
        """The places of `query` in the text, from left to right, none overlapping.

        Places cover whole clusters, so that none can be marked, quoted or replaced by half: น is found in the whole of น้ำ,
        and กา in เก้าอี้ไม้กาก once, at its end. An empty query (or one of invisible characters) is nowhere.
        """
        sought = search_key(query)
        end = 0
        start = self.key.find(sought) if sought else -1
        while start >= 0:
            first, after = self._whole_clusters(start, start + len(sought))
            if first >= end:
                yield first, after
                end = after
            start = self.key.find(sought, start + len(sought))

    def source_border(self, key_offset: int) -> int | None:
        """The offset in the text of a border in the key; None where the key offset lies inside one folded letter."""
        if self._is_regular:
            return key_offset
        place = bisect_left(self._unit_starts, key_offset)
        is_border = self._unit_starts[place] == key_offset
        return self._sources[place][0] if is_border else None

    @functools.cached_property
    def _units(self) -> list[str]:
        return _UNIT.findall(_visible(self.text))

    @functools.cached_property
    def _unit_starts(self) -> list[int]:
        """Where each unit begins in the key, and the key's length."""
        return [0, *itertools.accumulate(len(_fold_unit(unit)) for unit in self._units)]

    @functools.cached_property
    def _sources(self) -> list[Span]:
        """Where each unit lies in the text, without the invisible characters around it; the end of the text last."""
        shown = [place for place, sign in enumerate(self.text) if not _INVISIBLE_CHARACTER.match(sign)]
        ends = list(itertools.accumulate(map(len, self._units), initial=0))
        spans = [(shown[start], shown[end - 1] + 1) for start, end in itertools.pairwise(ends)]
        return [*spans, (len(self.text), len(self.text))]

    @functools.cached_property
    def _borders(self) -> tuple[int, ...]:
        return cluster_borders(self.text)

    def _whole_clusters(self, start: int, end: int) -> Span:
        """The range of the text behind a range of the key, widened to the cluster borders around it."""
        if not self._is_regular:
            start = self._sources[bisect_right(self._unit_starts, start) - 1][0]
            end = self._sources[bisect_left(self._unit_starts, end) - 1][1]
        first = bisect_right(self._borders, start) - 1
        after = bisect_left(self._borders, end)
        return self._borders[first], self._borders[after]


def _is_regular(text: str) -> bool:
    return _IRREGULAR.search(text) is None


def _visible(text: str) -> str:
    """Drop what has no shape; write digits, spaces and old glyphs in the usual way, one character for one."""
    return _SPACE.sub(" ", _INVISIBLE_CHARACTER.sub("", text)).translate(_ONE_FOR_ONE)


@functools.lru_cache(maxsize=65_536)
def _fold_unit(unit: str) -> str:
    """The key of one unit: its letters small and composed, its Thai marks once each and in Unicode's order."""
    if unit.startswith("เเ"):
        unit = f"แ{unit[2:]}"
    marks = set(_MARK.findall(unit))
    letters = _MARK.sub("", unit)
    is_two_pieces = _NIKHAHIT in marks and _SARA_AA in unit[1:]
    if is_two_pieces:
        letters = letters.removesuffix(_SARA_AA)
    if is_two_pieces or SARA_AM in marks:
        marks = marks - {_NIKHAHIT} | {SARA_AM}
    return _fold_letters(letters) + "".join(sorted(marks, key=_mark_order))


def _fold_letters(letters: str) -> str:
    """Small, composed letters. Small letters of capitals with accents may decompose: they are composed last."""
    small = unicodedata.normalize("NFD", unicodedata.normalize("NFD", letters).casefold()).casefold()
    return unicodedata.normalize("NFC", small)


def _mark_order(mark: str) -> tuple[bool, bool, str]:
    """Vowel signs first, then tone marks and silencers, sara am last."""
    return mark == SARA_AM, "\u0e48" <= mark <= "\u0e4c", mark
