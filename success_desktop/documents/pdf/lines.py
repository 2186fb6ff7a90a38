"""Breaking paragraphs into lines. All lengths are points.

A paragraph is one run, or several where letters are bold, struck out or coloured; a run may begin and end inside a word.
"""

import math
import operator
from collections.abc import Iterator, Sequence
from itertools import repeat

from success_desktop.documents.pdf.breaks import cut
from success_desktop.documents.pdf.fonts import EM, face_of
from success_desktop.documents.pdf.shaping import Word, shape
from success_desktop.documents.pdf.units import Run, list_units

_TOLERANCE = 0.005


class Line:
    """A line: its words, spaces included. The blank at its end hangs over and is not counted in `width`.

    `looks` has one run for each word, and is empty where nothing but letters is drawn. `indent` is how far the line
    begins inside; `is_last` of its paragraph, which is not justified.
    """

    __slots__ = ("indent", "is_last", "looks", "size", "width", "words")

    def __init__(self, words: tuple[Word, ...], looks: tuple[Run, ...], size: float, width: float) -> None:
        self.words = words
        self.looks = looks
        self.size = size
        self.width = width
        self.indent = 0.0
        self.is_last = False

    @property
    def text(self) -> str:
        """What is written on it, with the blank at its end."""
        return "".join(word.source for word in self.words)


def break_lines(runs: Sequence[Run], size: float, width: float, first_indent: float = 0) -> list[Line]:
    """Set the paragraphs of `runs` in lines at most `width` wide, at `size`; at least one line, empty for no text.

    A word wider than a line is cut between letters; a letter wider than a line stands out of it.
    """
    lines: list[Line] = []
    for paragraph in _part_paragraphs(runs):
        begun = len(lines)
        if len(paragraph) == 1 and (broken := _break_simple(paragraph[0], size, width, first_indent)):
            lines.extend(broken)
        else:
            lines.extend(_break_units(paragraph, size, width, first_indent))
        lines[begun].indent = first_indent
        lines[-1].is_last = True
    return lines


def width_of(text: str, size: float, is_bold: bool = False) -> float:
    """The width of `text` on one line."""
    return sum(unit.advance for unit in list_units([Run(text, is_bold)], math.inf)) * size / EM


def _part_paragraphs(runs: Sequence[Run]) -> Iterator[Sequence[Run]]:
    if not any("\n" in run.text for run in runs):
        yield runs
        return
    paragraph: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        paragraph.append(run._replace(text=first))
        for text in others:
            yield paragraph
            paragraph = [run._replace(text=text)]
    yield paragraph


def _break_simple(run: Run, size: float, width: float, indent: float) -> list[Line]:
    """The lines of a paragraph of one ordinary run that its face can show; none when it is not as simple as that."""
    face = face_of(run.is_bold, run.is_italic)
    if not run.is_ordinary or not run.text or face.missing.search(run.text):
        return []
    words = list(map(shape, repeat(face), cut(run.text)))
    advances = [word.advance for word in words]
    total = (sum(advances) - words[-1].blank) * size / EM
    if total <= width - indent:
        return [Line(tuple(words), (), size, total)]
    room = (width + _TOLERANCE) * EM / size
    blanks = [word.blank for word in words]
    if max(advances) > room and max(map(operator.sub, advances, blanks)) > room:
        return []
    return [
        Line(tuple(words[start:end]), (), size, advance * size / EM)
        for start, end, advance in _fill(advances, blanks, room, indent * EM / size)
    ]


def _break_units(runs: Sequence[Run], size: float, width: float, indent: float) -> Iterator[Line]:
    room = (width + _TOLERANCE) * EM / size
    units = list(list_units(runs, room))
    advances, blanks = [unit.advance for unit in units], [unit.blank for unit in units]
    for start, end, advance in _fill(advances, blanks, room, indent * EM / size):
        words = tuple(word for unit in units[start:end] for word in unit.words)
        looks = tuple(look for unit in units[start:end] for look in unit.looks)
        is_ordinary = all(look.is_ordinary for look in looks)
        yield Line(words, () if is_ordinary else looks, size, advance * size / EM)


def _fill(
    advances: Sequence[int], blanks: Sequence[int], room: float, indent: float
) -> Iterator[tuple[int, int, int]]:
    """For each line where it begins and ends among the units, and its advance without the blank at its end."""
    start, filled, blank = 0, 0, 0
    left = room - indent
    for place, advance in enumerate(advances):
        if filled + advance - blanks[place] > left and place > start:
            yield start, place, filled - blank
            start, filled, left = place, 0, room
        filled += advance
        blank = blanks[place]
    yield start, len(advances), filled - blank
