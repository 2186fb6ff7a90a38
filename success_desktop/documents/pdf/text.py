"""The text layer: lines set on a page of reportlab's canvas, so that what is seen, searched and copied is the same text.

Every glyph is written with a code that tells its characters; words with marks also say their text as a whole (ActualText),
since readers sort marks by where they stand. A blank is written with the word before it, or pdfium loses it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Literal, NamedTuple

from success_desktop.documents.pdf.fonts import EM
from success_desktop.documents.pdf.lines import Line, break_lines, width_of
from success_desktop.documents.pdf.operators import WordWriter
from success_desktop.documents.pdf.shaping import Word
from success_desktop.documents.pdf.units import Run

__all__ = ["Align", "Line", "Run", "TextLayer", "break_lines", "width_of"]

Align = Literal["left", "right", "centre", "justify"]

_WIDEST_LETTER_GAP = 0.09
"""How far letters are set apart at most, as a share of the size: readers of PDF take more for a blank."""
_BLANK_WEIGHT = 4
"""How much more than a letter a blank takes of what a justified line is too short."""
_STRIKE_HEIGHT, _UNDERLINE_DEPTH, _RULE = 0.24, 0.14, 0.055
"""Where rules through and under letters run, above and below their foot, and how thick: shares of the size."""
_LINK_ABOVE, _LINK_BELOW = 1.0, 0.25
"""What of a link can be clicked above and below the foot of its letters: shares of the size."""


class Gaps(NamedTuple):
    """What a justified line adds, in points: behind each letter, and behind each run of blanks besides."""

    letter: float
    blank: float


_NO_GAPS = Gaps(0, 0)


class TextLayer:
    """Sets lines on the pages of one canvas of reportlab."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._writer = WordWriter(canvas._doc)

    def draw_line(self, line: Line, x: float, y: float, width: float, align: Align = "left") -> None:
        """Draw a line in a column that begins at `x` and is `width` wide, in points from the lower left of the page.

        `y` is the foot of its letters. Their colour is what the canvas fills with, unless their run has one.
        """
        if not line.words:
            return
        left = x + line.indent
        room = width - line.indent - line.width
        gaps = _NO_GAPS
        if align == "right":
            left += room
        elif align == "centre":
            left += room / 2
        elif align == "justify" and not line.is_last and room > 0:
            gaps = share_out(line, room)
        if line.looks:
            self._draw_looks(line, left, y, gaps)
        else:
            self._canvas._code.append(self._write(line.words, line.size, (left, y), gaps))

    def _write(self, words: Iterable[Word], size: float, place: tuple[float, float], gaps: Gaps) -> str:
        text = self._writer.write(words, size, *gaps)
        return f"BT 1 0 0 1 {place[0]:.2f} {place[1]:.2f} Tm {text}ET"

    def _draw_looks(self, line: Line, x: float, y: float, gaps: Gaps) -> None:
        """Draw the words look by look: text, rules, and what leads elsewhere when it is clicked."""
        size = line.size
        for look, pairs in groupby(zip(line.looks, line.words, strict=True), key=lambda pair: pair[0]):
            words = [word for _look, word in pairs]
            ends_line = words[-1] is line.words[-1]
            end = x + sum([_width_in(word, size, gaps) for word in words])
            shown_end = end - words[-1].blank * size / EM if ends_line else end
            drawing = self._write(words, size, (x, y), gaps)
            rules = "".join(_write_rules(look, (x, shown_end), y, size))
            colour = _write_colour(look.colour)
            self._canvas._code.append(f"q {colour}{drawing} {rules}Q" if colour else f"{drawing} {rules}")
            if look.link:
                self._link(look.link, (x, y - _LINK_BELOW * size, shown_end, y + _LINK_ABOVE * size))
            x = end

    def _link(self, link: str, box: tuple[float, float, float, float]) -> None:
        if link.startswith("#"):
            self._canvas.linkRect("", link[1:], box, relative=0, thickness=0)
        else:
            self._canvas.linkURL(link, box, relative=0, thickness=0)


def share_out(line: Line, room: float) -> Gaps:
    """How a line that is `room` points too short is spread: a little between letters, more at its blanks."""
    letters = sum([word.letter_count for word in line.words]) - 1
    blanks = sum([word.blank > 0 for word in line.words[:-1]])
    parts = letters + blanks * _BLANK_WEIGHT
    if parts < 1:
        return _NO_GAPS
    letter = min(room / parts, _WIDEST_LETTER_GAP * line.size)
    return Gaps(letter, (room - letters * letter) / blanks if blanks else 0)


def _width_in(word: Word, size: float, gaps: Gaps) -> float:
    return word.advance * size / EM + gaps.letter * word.letter_count + gaps.blank * (word.blank > 0)


def _write_rules(look: Run, ends: tuple[float, float], y: float, size: float) -> Iterator[str]:
    """The rules through and under letters: filled boxes, in the colour of the letters."""
    heights = ((look.is_struck, _STRIKE_HEIGHT), (look.is_underlined, -_UNDERLINE_DEPTH))
    left, right = ends
    for is_wanted, height in heights:
        if is_wanted:
            yield f"{left:.2f} {y + height * size:.2f} {right - left:.2f} {_RULE * size:.2f} re f "


def _write_colour(colour: str) -> str:
    """The operator that sets the colour RRGGBB to fill with."""
    if not colour:
        return ""
    red, green, blue = (byte / 255 for byte in bytes.fromhex(colour))
    return f"{red:.3f} {green:.3f} {blue:.3f} rg "
