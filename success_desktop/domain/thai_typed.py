"""What a person typed into a field, made ready for the readers of dates, years and amounts."""

import re

from success_desktop.domain.thai_clusters import clusters
from success_desktop.domain.thai_search import search_key

_DASHES = "-–—− "
_LONGEST_QUOTE = 60
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)}
"""The digits and signs of East Asian keyboards (１，２００％) by their plain likes."""
_LINE_ENDS = re.compile("\r\n?|[\v\f]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """Typed or pasted text as a plan keeps it: lines end with a newline.

    Control characters and halves of letters, which neither a document nor a database can hold, are left out.
    """
    if not _UNPRINTABLE.search(text):
        return text
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def typed_key(text: str) -> str:
    """The search key of typed text with single spaces inside and none around; empty for a blank and for a lone dash.

    Full-width digits and signs become plain ones.
    """
    key = " ".join(search_key(text.translate(_FULL_WIDTH)).split())
    return key if key.strip(_DASHES) else ""


def quotation(text: str) -> str:
    """Typed text as a message quotes it: in one line, and its beginning only when it is long (a pasted paragraph)."""
    shown = clusters(" ".join(text.split()))
    return "".join(shown) if len(shown) <= _LONGEST_QUOTE else "".join(shown[: _LONGEST_QUOTE - 1]) + "…"
