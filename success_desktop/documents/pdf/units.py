"""The units of a paragraph that a line holds whole or not at all, where its looks change or no face has a character."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from success_desktop.documents.pdf.breaks import cut, cut_up
from success_desktop.documents.pdf.fonts import Face, face_of
from success_desktop.documents.pdf.gaps import clean, name_code, name_gap, part_gaps
from success_desktop.documents.pdf.shaping import Word, shape
from success_desktop.domain.thai_clusters import cluster_borders


class Run(NamedTuple):
    """Text of one look. Newlines end paragraphs.

    `colour` is RRGGBB, "" for the colour that the canvas fills with. `link` is an address, or after a # the name of a place
    in the same document.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    is_underlined: bool = False
    language: str = "th"
    link: str = ""
    colour: str = ""

    @property
    def is_ordinary(self) -> bool:
        """Whether nothing but its letters is drawn."""
        return not (self.is_struck or self.is_underlined or self.link or self.colour)


class Unit(NamedTuple):
    """One word, or several where the look changes inside it, each with its look. `advance` in thousandths of the size."""

    words: tuple[Word, ...]
    looks: tuple[Run, ...]
    advance: int

    @property
    def blank(self) -> int:
        """What of it may hang over the end of a line, in thousandths of the size."""
        return self.words[-1].blank


def list_units(runs: Sequence[Run], room: float) -> Iterator[Unit]:
    """The units of a paragraph, none wider than `room` (thousandths of the size) if its letters can be parted."""
    paragraph = _Paragraph([run._replace(text=clean(run.text)) for run in runs])
    offset = 0
    for stretch, is_gap in part_gaps(paragraph.text, face_of().missing):
        if is_gap:
            yield paragraph.make_gap(offset, stretch, room)
            offset += len(stretch)
            continue
        for text in cut(stretch):
            yield from paragraph.make_units(offset, text, room)
            offset += len(text)


class _Paragraph:
    """Runs that follow each other, and their text."""

    def __init__(self, runs: list[Run]) -> None:
        self.text = "".join(run.text for run in runs)
        self._runs = runs
        self._starts = list(accumulate((len(run.text) for run in runs), initial=0))

    def make_units(self, offset: int, text: str, room: float) -> Iterator[Unit]:
        """The unit that stands at `offset`, or its letters when it is too wide."""
        unit = self._make_unit(offset, text)
        if unit.advance - unit.blank <= room:
            yield unit
            return
        for part in cut_up(text):
            yield self._make_unit(offset, part)
            offset += len(part)

    def make_gap(self, offset: int, text: str, room: float) -> Unit:
        """What stands for characters that the face cannot show; the code alone where a line has no room for the name.

        What is invisible leaves nothing, not even itself.
        """
        look = self._look_at(offset)
        face = _face_of(look)
        word = shape(face, name_gap(text))
        if word.advance > room:
            word = shape(face, name_code(text))
        if word.text:
            word = word.standing_for(text)
        return Unit((word,), (look,), word.advance)

    def _make_unit(self, offset: int, text: str) -> Unit:
        """A look that changes inside a letter holds until its end."""
        allowed = cluster_borders(text)
        first, last = (bisect_left(self._starts, at) for at in (offset + 1, offset + len(text)))
        borders = [allowed[bisect_left(allowed, start - offset)] for start in self._starts[first:last]]
        words, looks = [], []
        for (start, end), look in zip(
            pairwise([0, *borders, len(text)]), self._runs[first - 1 : last], strict=True
        ):
            if start < end:
                words.append(shape(_face_of(look), text[start:end]))
                looks.append(look)
        return Unit(tuple(words), tuple(looks), sum(word.advance for word in words))

    def _look_at(self, offset: int) -> Run:
        return self._runs[bisect_left(self._starts, offset + 1) - 1]


def _face_of(look: Run) -> Face:
    return face_of(look.is_bold, look.is_italic)
