"""Where words begin and end in a line as Qt counts it, and what keys and mouse do with them.

Qt takes a whole run of Thai letters for one word; the dictionary (domain.thai_words) is asked instead. Offsets inside Qt
count UTF-16 units, those of Python characters; all offsets here are Qt's, but for those of `difference`.
"""

from bisect import bisect_left, bisect_right
from typing import Literal, NamedTuple

from PySide6.QtGui import QKeyEvent, QKeySequence

from success_desktop.domain.thai_words import words

Span = tuple[int, int]
"""A range of a Qt text: first UTF-16 unit, unit after the last."""

_Key = QKeySequence.StandardKey


class WordKey(NamedTuple):
    """What a key does with words: where to (the next word or the one before) and what with the text between."""

    is_forward: bool
    deed: Literal["move", "select", "delete"]


_WORD_KEYS: dict[QKeySequence.StandardKey, WordKey] = {
    _Key.MoveToNextWord: WordKey(True, "move"),
    _Key.MoveToPreviousWord: WordKey(False, "move"),
    _Key.SelectNextWord: WordKey(True, "select"),
    _Key.SelectPreviousWord: WordKey(False, "select"),
    _Key.DeleteEndOfWord: WordKey(True, "delete"),
    _Key.DeleteStartOfWord: WordKey(False, "delete"),
}


def word_key(event: QKeyEvent) -> WordKey | None:
    """What a key press asks to do with words; None when it has nothing to do with them."""
    return next((deed for standard, deed in _WORD_KEYS.items() if event.matches(standard)), None)


def word_spans(text: str) -> list[Span]:
    """The words of one line (no spaces among them) as ranges of UTF-16 units."""
    spans: list[Span] = []
    start = 0
    for word in words(text):
        end = start + units(word)
        if not word.isspace():
            spans.append((start, end))
        start = end
    return spans


def next_word_stop(text: str, offset: int) -> int | None:
    """Where Ctrl+Right goes in a line: the next word's beginning, then the line's end; None when it is there already."""
    stops = [start for start, _end in word_spans(text)]
    place = bisect_right(stops, offset)
    if place < len(stops):
        return stops[place]
    length = units(text)
    return length if offset < length else None


def previous_word_stop(text: str, offset: int) -> int | None:
    """Where Ctrl+Left goes in a line: the beginning of this word or of the one before; None at the line's beginning."""
    stops = [start for start, _end in word_spans(text)]
    place = bisect_left(stops, offset) - 1
    if place >= 0:
        return stops[place]
    return 0 if offset > 0 else None


def word_at(text: str, offset: int) -> Span:
    """The word around an offset of a line, or the stretch of spaces; empty in an empty line."""
    last, after = (0, 0), 0
    for start, end in word_spans(text):
        if offset < start:
            return after, start
        if offset < end:
            return start, end
        last, after = (start, end), end
    return (after, offset) if offset > after else last


def dragged_words(first: Span, under: Span) -> Span:
    """Where a selection begins and where its caret is when the mouse goes from one word to another, either way."""
    return (first[1], under[0]) if under[0] < first[0] else (first[0], max(first[1], under[1]))


def units(text: str) -> int:
    """The length of a text as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def difference(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts part: the first character that differs, and the ends of the differing stretch in each."""
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, len(old) - tail, len(new) - tail


class Change(NamedTuple):
    """A stretch of a text that has become another one: its beginning, its former end, how much longer the text is now."""

    start: int
    old_end: int
    growth: int


def change_between(old: str, new: str) -> Change:
    """How a text became another one, in characters."""
    start, old_end, new_end = difference(old, new)
    return Change(start, old_end, new_end - old_end)


def unit_change_between(old: str, new: str) -> Change:
    """How a text became another one, in UTF-16 units."""
    start, old_end, new_end = difference(old, new)
    after = units(old[:old_end])
    return Change(units(old[:start]), after, units(new[:new_end]) - after)


def moved(span: Span, change: Change) -> Span | None:
    """Where a stretch of a text is after a change; None when that touched it."""
    if span[1] <= change.start:
        return span
    return (span[0] + change.growth, span[1] + change.growth) if span[0] >= change.old_end else None
