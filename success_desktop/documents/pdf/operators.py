"""Words as operators of a PDF page, made once and kept."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from success_desktop.documents.pdf.breaks import BLANK
from success_desktop.documents.pdf.embedding import EmbeddedFace
from success_desktop.documents.pdf.fonts import EM, Face
from success_desktop.documents.pdf.shaping import Letter, Word
from success_desktop.domain.thai_clusters import SARA_AM, THAI_MARKS

_KEPT_WORDS = 1 << 14
_FACE = attrgetter("face")
_MARKED = re.compile(f"[{THAI_MARKS}{SARA_AM}]")


class _Raised(NamedTuple):
    """A mark above or below the line of the others, so far from the beginning of its letter. Thousandths of the size."""

    code: str
    right: int
    up: int
    width: int


class _Ink(NamedTuple):
    """A letter as the inside of a string of glyphs, which leaves its raised marks out."""

    inside: str
    raised: tuple[_Raised, ...]


class _Inks(dict[Letter, _Ink]):
    """The letters of an embedded face, made when they are asked for."""

    def __init__(self, embedded: EmbeddedFace) -> None:
        super().__init__()
        self.embedded = embedded

    def __missing__(self, letter: Letter) -> _Ink:
        inside = ""
        raised = []
        right = 0
        for glyph in letter.glyphs:
            code = self.embedded.code_of(glyph.id, glyph.text, glyph.width)
            if glyph.up:
                raised.append(_Raised(code, right + glyph.right, glyph.up, glyph.width))
                inside += _skip(glyph.advance)
            else:
                inside += _skip(glyph.right) + code + _skip(glyph.advance - glyph.right - glyph.width)
            right += glyph.advance
        ink = self[letter] = _Ink(inside, tuple(raised))
        return ink


class _Spread(NamedTuple):
    """What is added behind every letter, and behind blanks besides, in thousandths of `size` (points)."""

    size: float
    letter: float
    blank: float


class WordWriter:
    """Writes words for the pages of one document, whose fonts it adds to as new glyphs are met."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._inks: dict[Face, _Inks] = {}
        self._written: dict[float, _WrittenWords] = {}

    def write(self, words: Iterable[Word], size: float, letter: float = 0, blank: float = 0) -> str:
        """The words in a row at `size` points, `letter` points added behind every letter, `blank` besides at blanks."""
        written = self._natural(size)
        if letter or blank:
            spread = _Spread(size, letter * EM / size, blank * EM / size)
            written = _WrittenWords(self.inks_of, spread)
        operators = []
        for face, row in groupby(words, key=_FACE):
            operators.append(f"/{self.inks_of(face).embedded.name} {size:g} Tf ")
            operators.extend(map(written.__getitem__, row))
        return "".join(operators)

    def inks_of(self, face: Face) -> _Inks:
        """The letters of a face, which is embedded in the document when it is first asked for."""
        inks = self._inks.get(face)
        if inks is None:
            inks = self._inks[face] = _Inks(EmbeddedFace(face, self._document, f"T{len(self._inks)}"))
        return inks

    def _natural(self, size: float) -> "_WrittenWords":
        """What was written of words at their natural width; begun anew when it has grown too large."""
        written = self._written.get(size)
        if written is None or len(written) > _KEPT_WORDS:
            written = self._written[size] = _WrittenWords(self.inks_of, _Spread(size, 0, 0))
        return written


class _WrittenWords(dict[Word, str]):
    """The operators of words of one spread, written when they are asked for."""

    def __init__(self, inks_of: Callable[[Face], _Inks], spread: _Spread) -> None:
        super().__init__()
        self._inks_of = inks_of
        self._spread = spread

    def __missing__(self, word: Word) -> str:
        operators = self[word] = _write_word(word, self._inks_of(word.face), self._spread)
        return operators


def _write_word(word: Word, inks: _Inks, spread: _Spread) -> str:
    """The operators of a word; one with marks says its text as a whole, a gap the text that it stands for."""
    embedded = inks.embedded
    is_said = word.source != word.text or _MARKED.search(word.text)
    end = embedded.encode_ascii(BLANK * word.blank_count)
    raised = ""
    if word.letters:
        letters = list(map(inks.__getitem__, word.letters[: word.letter_count]))
        insides = [ink.inside for ink in letters]
        if any(ink.raised for ink in letters):
            raised = _write_raised(word, letters, spread, embedded.joint)
        if not end and (is_said or raised):
            end = embedded.joint
    else:
        insides = [embedded.encode_ascii(word.text.rstrip(BLANK))]
    step = _skip(spread.letter)
    inside = step.join(insides) + step
    if word.blank_count:
        inside += _skip(spread.blank)
    operators = _show(inside + end) + raised
    if not is_said and not raised:
        return operators
    actual = word.source.encode("utf-16-be", "replace").hex().upper()
    return f"/Span<</ActualText<FEFF{actual}>>>BDC {operators}EMC "


def _write_raised(word: Word, letters: list[_Ink], spread: _Spread, joint: str) -> str:
    """The raised marks of a word behind the word itself, each in a string that begins amid the word and ends where it does.

    Of a text said as a whole pdfium takes the string furthest left for the place of all, and the text again where a string
    begins behind it; poppler takes the end of the last string for the end of all.
    """
    width = word.advance + spread.letter * len(letters) + (spread.blank if word.blank_count else 0)
    operators = []
    start = 0.0
    for ink, letter in zip(letters, word.letters, strict=False):
        for mark in ink.raised:
            place = start + mark.right
            parts = (
                *(_skip(-width / 2), joint, _skip(place - width / 2), mark.code),
                *(_skip(width - place - mark.width), joint),
            )
            operators.append(f"{mark.up * spread.size / EM:.3f} Ts {_show(''.join(parts))}")
        start += letter.advance + spread.letter
    return "".join(operators) + "0 Ts "


def _skip(right: float) -> str:
    """What moves the next glyph to the right by thousandths of the size, inside of a string."""
    return f">{-right:.5g}<" if right else ""


def _show(inside: str) -> str:
    """The operator that shows the inside of a string."""
    if ">" not in inside:
        return f"<{inside}>Tj " if inside else ""
    return f"[<{inside}>]TJ ".replace("<>", " ")
