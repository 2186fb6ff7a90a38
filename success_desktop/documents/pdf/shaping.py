"""Shaping: which glyphs show a word, where they stand, and of which of its characters each one is the picture.

HarfBuzz places Thai marks rightly (over tall consonants, above vowels, below a ญ without its foot). How a letter looks
depends on nothing but its own marks, so each letter is given to HarfBuzz once, with its marks, and a word is its letters.
Latin letters are set without kerning and ligatures.
"""

import functools
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

import regex
import uharfbuzz

from success_desktop.documents.pdf.breaks import BLANK
from success_desktop.documents.pdf.fonts import Face
from success_desktop.domain.thai_clusters import SARA_AM

_KEPT_WORDS = 1 << 15
_KEPT_LETTERS = 1 << 14
_LETTER = regex.compile(r"\Xๅ?")
"""A letter with its marks. The long sign ๅ belongs to the ฤ or ฦ before it, whose foot makes room for it."""


class Glyph(NamedTuple):
    """A glyph and the characters it stands for. Lengths in thousandths of the size.

    `width` is its own advance, `advance` the one in this word; it is drawn `right` and `up` of the pen.
    """

    id: int
    text: str
    width: int
    advance: int
    right: int
    up: int


class Letter:
    """The glyphs of a letter and its marks; `advance` is their width in thousandths of the size. Compared by identity."""

    __slots__ = ("advance", "glyphs")

    def __init__(self, glyphs: tuple[Glyph, ...]) -> None:
        self.glyphs = glyphs
        self.advance = sum(glyph.advance for glyph in glyphs)


class Word:
    """A stretch of text in one face that no line divides, with the blanks behind it. Compared by identity.

    `advance` is its width and `blank` that of its blanks, in thousandths of the size. `source` is the text it stands for:
    another one than it shows only for gaps. A word of ASCII alone needs no shaping: it has no `letters`, and counts as one.
    """

    __slots__ = ("advance", "blank", "blank_count", "face", "letter_count", "letters", "source", "text")

    def __init__(self, face: Face, text: str, advance: int, letters: tuple[Letter, ...]) -> None:
        self.face = face
        self.text = text
        self.source = text
        self.advance = advance
        self.blank_count = len(text) - len(text.rstrip(BLANK))
        self.blank = self.blank_count * face.ascii_widths[BLANK]
        self.letter_count = len(letters) - self.blank_count if letters else 1
        self.letters = letters

    def standing_for(self, source: str) -> "Word":
        """The same picture, meaning another text."""
        word = Word(self.face, self.text, self.advance, self.letters)
        word.source = source
        return word


@functools.lru_cache(_KEPT_WORDS)
def shape(face: Face, text: str) -> Word:
    """Shape `text`, which holds no character that `face` is missing."""
    if text.isascii():
        return Word(face, text, sum(map(face.ascii_widths.__getitem__, text)), ())
    letters = [_shape_letter(face, letter) for letter in _LETTER.findall(text)]
    return Word(face, text, sum([letter.advance for letter in letters]), tuple(letters))


class _Shaped(NamedTuple):
    """A glyph as HarfBuzz gives it, with the place of the first character that it shows."""

    start: int
    id: int
    advance: int
    right: int
    up: int


@functools.lru_cache(_KEPT_LETTERS)
def _shape_letter(face: Face, text: str) -> Letter:
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.shaper, buffer)
    shaped = [
        _Shaped(info.cluster, info.codepoint, *map(face.scale, (at.x_advance, at.x_offset, at.y_offset)))
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    groups = [list(group) for _start, group in groupby(shaped, key=attrgetter("start"))]
    borders = [*(group[0].start for group in groups), len(text)]
    return Letter(
        tuple(
            glyph
            for group, (start, end) in zip(groups, pairwise(borders), strict=True)
            for glyph in _name_glyphs(face, group, text[start:end])
        )
    )


def _name_glyphs(face: Face, group: list[_Shaped], source: str) -> Iterator[Glyph]:
    """Give each glyph of a group its part of the text that the group shows.

    A ำ without a tone mark, which HarfBuzz draws in two parts, becomes its own glyph again: it looks the same. With a tone
    mark the ring and the mark are one glyph, which stands for the mark; the rest stands for the ำ.
    """
    if source == SARA_AM and len(group) > 1:
        advance = sum(glyph.advance for glyph in group)
        whole = face.glyph_of(SARA_AM)
        yield Glyph(whole, source, face.width_of_glyph(whole), advance, 0, 0)
        return
    texts = list(source) if len(source) == len(group) else [source, *[""] * (len(group) - 1)]
    for glyph, text in zip(group, texts, strict=True):
        yield Glyph(glyph.id, text, face.width_of_glyph(glyph.id), glyph.advance, glyph.right, glyph.up)
