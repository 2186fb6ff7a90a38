"""Which stretches of a text are to be checked for spelling, and where they stand.

Thai writes no spaces, so what is checked in Thai is a whole run of letters (domain.thai_spelling finds the words in it). In
English it is a word. Left out is what no dictionary can know: numbers, words with digits in them, abbreviations in capitals,
trade names with a capital inside, addresses of the web and of mail, single letters.
"""

import functools
from typing import NamedTuple

import regex

from success_desktop.i18n import Language

_THAI_RUN = "[ก-ฮะ-ฺเ-ๅ็-\u0e4e]+"
_ADDRESS = r"(?:[a-z]+://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|go|or|ac|co|th)\b\S*"
_LATIN = r"[\p{Latin}\p{M}\d_]+(?:['’][\p{Latin}]+)*"
_STRETCH = regex.compile(rf"(?P<address>{_ADDRESS})|(?P<th>{_THAI_RUN})|(?P<en>{_LATIN})", regex.IGNORECASE)
_ENGLISH_WORD = regex.compile(r"\p{Latin}[\p{Ll}\p{M}]+(?:['’]\p{Ll}+)*")
_PARAGRAPHS_KEPT = 4096


class SpellingWord(NamedTuple):
    """A stretch to check: where it stands (first character, character after the last), its letters, their language."""

    start: int
    end: int
    text: str
    language: Language


@functools.lru_cache(maxsize=_PARAGRAPHS_KEPT)
def spelling_words(text: str) -> tuple[SpellingWord, ...]:
    """The runs of Thai letters and the English words of `text` that can be checked, from left to right."""
    return tuple(
        SpellingWord(match.start(), match.end(), match.group(), "th" if match.lastgroup == "th" else "en")
        for match in _STRETCH.finditer(text)
        if match.lastgroup == "th" or (match.lastgroup == "en" and _ENGLISH_WORD.fullmatch(match.group()))
    )
