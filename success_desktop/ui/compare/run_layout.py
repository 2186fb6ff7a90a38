"""Text in several looks, set in lines: what went struck, what came underlined, Thai words whole."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from success_desktop.domain.thai_words import word_breaks
from success_desktop.ui.theme import tokens
from success_desktop.ui.word_places import units

_BREAK = "\u200b"
"""Zero width: a line may be broken here. Thai words are kept whole by it also where the system knows no Thai."""
_LINE_END = "\u2028"
_THAI_LETTER = re.compile("[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e]")
"""Letters and marks of Thai; signs that never begin a line (ฯ, ๆ) are not among them."""

_Mark = QTextLayout.FormatRange


class Run(NamedTuple):
    """A stretch of a line in one look: "same", "deleted", "inserted", or "secondary" for words of the program.

    "strong" is for a name, "notice" for what should be heeded.
    """

    look: str
    text: str


def lay_out(runs: list[Run], font: QFont, width: int, *, is_marked: bool) -> QTextLayout:
    """Set runs of text in lines of `width` pixels, broken between words. Unmarked, all texts look alike."""
    texts = list(_breakable(runs))
    layout = QTextLayout("".join(texts), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_marks(runs, texts, is_marked=is_marked)))
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _breakable(runs: list[Run]) -> Iterator[str]:
    """The texts of runs with a break wherever a word ends, in the old text and in the new one; never inside a word."""
    borders = {kind: set(word_breaks(_read(runs, kind))) for kind in ("deleted", "inserted")}
    offsets = dict.fromkeys(borders, 0)
    last = " "
    for run in runs:
        sides = [kind for kind in borders if run.look not in borders or run.look == kind]
        letters = []
        for place, letter in enumerate(run.text):
            is_border = all(offsets[kind] + place in borders[kind] for kind in sides)
            if is_border and _THAI_LETTER.fullmatch(letter) and _THAI_LETTER.fullmatch(last):
                letters.append(_BREAK)
            letters.append(_LINE_END if letter == "\n" else letter)
            last = letter
        for kind in sides:
            offsets[kind] += len(run.text)
        yield "".join(letters)


def _read(runs: list[Run], kind: str) -> str:
    """The old text ("deleted" is part of it) or the new one ("inserted") with the words around it."""
    return "".join(run.text for run in runs if run.look == kind or run.look not in ("deleted", "inserted"))


def _marks(runs: list[Run], texts: list[str], *, is_marked: bool) -> Iterator[_Mark]:
    start = 0
    for run, text in zip(runs, texts, strict=True):
        mark, length = _Mark(), units(text)
        lead = text.startswith(_BREAK)  # no line through the nothing at the end of a line
        mark.start, mark.length = start + lead, length - lead
        mark.format = _look(run.look, is_marked=is_marked)
        start += length
        yield mark


def _look(look: str, *, is_marked: bool) -> QTextCharFormat:
    inks, found = tokens(), QTextCharFormat()
    if look in ("secondary", "notice"):
        found.setForeground(QColor(inks.secondary if look == "secondary" else inks.amber_ink))
    elif look == "strong":
        found.setForeground(QColor(inks.text))
        found.setFontWeight(QFont.Weight.Bold)
    elif look == "same" or not is_marked:
        found.setForeground(QColor(inks.text))
    else:
        found.setForeground(QColor(inks.inserted if look == "inserted" else inks.deleted))
        found.setFontUnderline(look == "inserted")
        found.setFontStrikeOut(look == "deleted")
    return found
