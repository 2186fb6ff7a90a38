"""What a reader takes for one letter: a consonant with the vowels and tone marks above, below and behind it.

The borders are those of Unicode's extended grapheme clusters (UAX #29), as Qt draws its caret by: sara am belongs to its
consonant, so น้ำ is one cluster; an emoji sequence is one cluster; a decomposed นํ + า is two, as it is in Qt.
"""

import regex

THAI_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Thai signs above and below a consonant, for use in a character class."""

SARA_AM = "\u0e33"

_CLUSTER = regex.compile(r"\X")


def clusters(text: str) -> list[str]:
    """Cut `text` into clusters. Joined again they are `text`."""
    return _CLUSTER.findall(text)


def cluster_borders(text: str) -> tuple[int, ...]:
    """The offsets (characters) at which `text` may be cut without tearing a cluster: first 0, last the length."""
    return (0, *(match.end() for match in _CLUSTER.finditer(text)))
