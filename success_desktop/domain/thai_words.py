"""The words of a text: Thai writes none apart, so they are found with a dictionary.

Words serve comparison, the caret, and the breaking of lines in documents. Whatever the dictionary and its reader do, the
words of a text joined again *are* the text, and no word tears a cluster.
"""

import functools
import itertools
from collections.abc import Iterable
from pathlib import Path

import nlpo3
import regex

from success_desktop.domain.thai_clusters import THAI_JOINED, cluster_borders
from success_desktop.domain.thai_search import SearchText, is_own_key
from success_desktop.paths import resource_path

# A combining mark after a control or format character (not a line end): a border for Unicode, but no word begins there.
_STRAY_MARK = regex.compile(r"(?<=[[\p{Cc}\p{Cf}]--[\n\r\v\f\x1c-\x1e\x85]])\p{M}", regex.V1)
_FOREIGN_LETTER = regex.compile(r"[[\p{L}\p{M}]--[\x00-\x7f\u0e00-\u0e7f]]", regex.V1)


def words(text: str) -> list[str]:
    """Cut `text` into words, runs of spaces, numbers and signs. Joined again they are `text`.

    No word begins with a combining mark, unless a line of the text itself does.
    """
    return [text[start:end] for start, end in itertools.pairwise(word_breaks(text))]


def word_breaks(text: str) -> tuple[int, ...]:
    """The offsets (characters) of the borders between words: first 0, last the length of `text`.

    The dictionary is shown the search key of the text, so that misspelt letters (จํานวน, เเผน) hide no word.
    """
    if text and is_own_key(text):
        borders = token_borders(nlpo3.segment(text, _dictionary()), text)
        return (0, *[border for border in borders[1:-1] if text[border] not in THAI_JOINED], len(text))
    shown = SearchText(text)
    readable = _readable(shown.key)
    found = token_borders(nlpo3.segment(readable, _dictionary()), readable)
    allowed = set(cluster_borders(text)).difference(match.start() for match in _STRAY_MARK.finditer(text))
    inner = {border for offset in found if (border := shown.source_border(offset)) in allowed}
    return tuple(sorted({0, len(text)} | inner))


def token_borders(tokens: Iterable[str], text: str) -> tuple[int, ...]:
    """The offsets where `tokens` end in `text`; if they are not the text (altered, lost, doubled), its cluster borders."""
    tokens = tuple(tokens)
    if "".join(tokens) != text:
        return cluster_borders(text)
    return tuple(itertools.accumulate(map(len, tokens), initial=0))


def load_dictionary(path: Path) -> str:
    """Let nlpo3 read a list of words (UTF-8, one a line) and return the name that it keeps it by.

    Reading it twice, or from two threads at once, is harmless: nlpo3 keeps the first under that name.
    Raises FileNotFoundError; nlpo3 itself would panic.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    name = str(path)
    nlpo3.load_dict(name, name)
    return name


@functools.cache
def _dictionary() -> str:
    return load_dictionary(resource_path("dictionaries", "thai_words.txt"))


def _readable(key: str) -> str:
    """A search key as nlpo3 reads it best, one character for one: it tears Latin words at their accents."""
    without_surrogates = key.encode("utf-8", errors="replace").decode("utf-8")
    return _FOREIGN_LETTER.sub("a", without_surrogates)
