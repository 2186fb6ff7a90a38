"""The sentence around a misspelt word, as it is shown beside the suggestions."""

from html import escape

from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.domain.thai_search import Span
from success_desktop.ui.theme import tokens

_AROUND = 60
"""Characters shown on either side of the word, at most."""


def marked_sentence(text: str, span: Span) -> str:
    """The line of a text that a range stands in, shortened on both sides, as rich text with the range marked."""
    start, end = span
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    borders = cluster_borders(text)
    first = min(border for border in borders if border >= max(line_start, start - _AROUND))
    after = max(border for border in borders if border <= min(line_end, end + _AROUND))
    before = ("… " if first > line_start else "") + text[first:start]
    behind = text[end:after] + (" …" if after < line_end else "")
    word = f'<span style="color: {tokens().deleted}; text-decoration: underline"><b>{escape(text[start:end])}</b></span>'
    return f"{escape(before)}{word}{escape(behind)}"
