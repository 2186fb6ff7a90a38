"""What a reader takes for one letter: a consonant with the vowels and tone marks above, below and behind it.

The borders are those of Unicode's extended grapheme clusters (UAX #29), as Qt draws its caret by: sara am belongs to its
consonant, so น้ำ is one cluster; an emoji sequence is one cluster; a decomposed นํ + า is two, as it is in Qt.
"""

import re

import regex

THAI_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Thai signs above and below a consonant, for use in a character class."""

SARA_AM = "\u0e33"

_CLUSTER = regex.compile(r"\X")
_PLAIN = re.compile("[ -~ก-ฺ฿-๛]*")
"""Text of printable ASCII and Thai alone: a letter ends before whatever is no Thai mark or sara am."""
THAI_JOINED = frozenset(
    chr(code) for code in (0x0E31, 0x0E33, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))
)
"""Thai marks and sara am: after a letter or a space they begin no cluster."""


def clusters(text: str) -> list[str]:
    """Cut `text` into clusters. Joined again they are `text`."""
    return _CLUSTER.findall(text)


def cluster_borders(text: str) -> tuple[int, ...]:
    """The offsets (characters) at which `text` may be cut without tearing a cluster: first 0, last the length."""
    if text and _PLAIN.fullmatch(text):
        inner = [place for place, character in enumerate(text) if place and character not in THAI_JOINED]
        return (0, *inner, len(text))
    return (0, *(match.end() for match in _CLUSTER.finditer(text)))
