"""Misspelt Thai: which stretch of a run of letters is no word, and what was meant.

A misspelt Thai word does not stand alone. The breaker takes it for other, shorter words: งบประมาน is read as งบ, ประ, มาน,
all of them in the dictionary. Asking a dictionary about each of those would miss nearly everything. So a run is looked at
for four things:

1. a *slip* that officers often make and that is kept as data (อนุญาติ for อนุญาต);
2. marks in an order, or letters in pieces, that merely look right (นำ้, เเผน, กํา);
3. letters that belong to no word (พัมนา);
4. neighbours that together are one letter away from a longer word (ประ สิทธ ภาพ), if one of them hardly ever stands alone.

The last point needs to know which words do stand alone: the *plain words*. A name that the dictionary does not know is
marked too; it is meant to be put into the plan's dictionary.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from success_desktop.domain.near_words import Near, NearWords
from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.domain.thai_search import Span, search_key
from success_desktop.domain.thai_words import word_breaks

_LONGEST_PHRASE = 5
"""Words. No misspelt word is read as more pieces than this."""
_LONGEST = 20
"""Characters of the longest stretch that is compared with the dictionary."""
_SHORTEST = {"broken": 4, "sound": 5, "letter": 6}
"""Characters that the word meant must have: where a piece is no word, where it sounds alike, where a letter differs."""
_MOST_SUGGESTIONS = 6

_LETTERS = re.compile("[ก-ฮะ-ฺเ-ๅ็-์]+")
_ABBREVIATION = re.compile("[ก-ฮ]+")


class _Token(NamedTuple):
    """A word of a run, as the breaker reads it."""

    start: int
    end: int
    key: str
    is_known: bool
    is_plain: bool
    is_well_formed: bool


class _Meant(NamedTuple):
    """A stretch of tokens (first, behind the last) and the word that was meant."""

    first: int
    after: int
    near: Near


class ThaiSpelling:
    """The dictionary, the plain words and the slips (wrong -> right) that Thai is checked by."""

    def __init__(self, words: Iterable[str], plain_words: Iterable[str], slips: Mapping[str, str]) -> None:
        self._slips = slips
        self._plain = frozenset(plain_words)
        self._words = (frozenset(words) | self._plain) - slips.keys()
        self._near = NearWords(filter(_LETTERS.fullmatch, self._words))
        self._slip_pattern = re.compile(
            "|".join(map(re.escape, sorted(slips, key=len, reverse=True))) or "(?!)"
        )

    def find(self, run: str) -> tuple[Span, ...]:
        """The misspelt stretches of a run of Thai letters, whole clusters each, from left to right, none touching."""
        spans: list[Span] = []
        done = 0
        for start, end in (*self._find_slips(run), (len(run), len(run))):
            spans += [(done + first, done + after) for first, after in self._find_strange(run[done:start])]
            if start < end:
                spans.append((start, end))
            done = end
        return _merge(spans)

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant by a misspelt stretch, the likeliest first, at most six."""
        key = search_key(word)
        found = [self._slips[key]] if key in self._slips else []
        if key != word and (key in self._words or not self.find(key)):
            found.append(key)
        found += [near.word for near in self._near.find(key)]
        if len(found) < _MOST_SUGGESTIONS:
            found += self._near.find_similar(key, _MOST_SUGGESTIONS)
        return tuple(dict.fromkeys(other for other in found if other != word))[:_MOST_SUGGESTIONS]

    def _read(self, run: str) -> Iterator[_Token]:
        for start, end in itertools.pairwise(word_breaks(run)):
            key = search_key(run[start:end])
            is_known = key in self._words or (len(key) > 1 and _is_abbreviation(key))
            yield _Token(start, end, key, is_known, key in self._plain, key == run[start:end])

    def _find_slips(self, run: str) -> Iterator[Span]:
        """The slips of the list. One inside a longer word of the dictionary (กฏ in ปรากฏ) is none."""
        found = [match.span() for match in self._slip_pattern.finditer(run)]
        if not found:
            return
        borders = cluster_borders(run)
        longer = [(token.start, token.end) for token in self._read(run) if token.is_known]
        for start, end in found:
            is_inside = any(first <= start and end <= after for first, after in longer)
            if start in borders and end in borders and not is_inside:
                yield start, end

    def _find_strange(self, run: str) -> Iterator[Span]:
        """The stretches of a run without slips that look right but are not, are no words, or together nearly one."""
        if _is_abbreviation(run):
            return
        tokens = list(self._read(run))
        done = 0
        for place, token in enumerate(tokens):
            if not token.is_well_formed:
                yield token.start, token.end
            if place < done or token.is_plain:
                continue
            meant = self._find_meant(tokens, place, done)
            if meant is not None:
                done = meant.after
                yield tokens[meant.first].start, tokens[done - 1].end
            elif not token.is_known:
                yield token.start, token.end

    def _find_meant(self, tokens: list[_Token], place: int, done: int) -> _Meant | None:
        """The longest word that the tokens around `place`, none before `done`, are one letter away from."""
        found = []
        for first in range(max(done, place - _LONGEST_PHRASE + 1), place + 1):
            for after in range(place + 1, min(first + _LONGEST_PHRASE, len(tokens)) + 1):
                near = self._nearest(tokens[first:after])
                if near is not None:
                    found.append(_Meant(first, after, near))
        meant = max(found, key=_likelihood, default=None)
        if meant is not None and self._reads_plainly(tokens[max(meant.first - 1, done) : meant.after + 1]):
            return None
        return meant

    def _nearest(self, pieces: list[_Token]) -> Near | None:
        """The word that pieces are one letter away from, if they are that by mistake."""
        joined = "".join(piece.key for piece in pieces)
        is_broken = not all(piece.is_known for piece in pieces)
        if len(joined) > _LONGEST or (len(pieces) == 1 and not is_broken):
            return None
        for near in self._near.find(joined):
            if len(near.word) < _SHORTEST["broken" if is_broken else near.slip]:
                continue
            if is_broken or near.slip == "sound" or not self._is_compound(near.word, pieces):
                return near
        return None

    def _reads_plainly(self, pieces: list[_Token]) -> bool:
        """Whether the letters of pieces, cut in other places, are plain words all: กระ ทำความ is กระทำ ความ."""
        joined = "".join(piece.key for piece in pieces)
        reached = {0}
        for end in range(1, len(joined) + 1):
            if any(joined[start:end] in self._plain for start in reached):
                reached.add(end)
        return len(joined) in reached

    def _is_compound(self, word: str, pieces: list[_Token]) -> bool:
        """Whether `word` is made of the pieces with another word for one of them: ทอด อาหาร is not อด อาหาร misspelt."""
        keys = [piece.key for piece in pieces]
        for place in range(len(keys)):
            before, behind = "".join(keys[:place]), "".join(keys[place + 1 :])
            if word.startswith(before) and word.endswith(behind):
                other = word[len(before) : len(word) - len(behind)]
                if other in self._words:
                    return True
        return False


def _likelihood(meant: _Meant) -> tuple[int, bool, int]:
    """How likely a stretch is the misspelt one: the word meant is long, sounds alike, and few words make it up."""
    return len(meant.near.word), meant.near.slip == "sound", meant.first - meant.after


def _is_abbreviation(text: str) -> bool:
    """Whether a text is consonants only: อบจ, ปภ, the letters of a list."""
    return _ABBREVIATION.fullmatch(text) is not None


def _merge(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order; those that overlap or touch become one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
