"""Where the lines of a long title end: at its spaces, else before a word that begins a phrase; never inside one."""

import re
import unicodedata
from collections.abc import Iterator

from success_desktop.documents.outline_blocks import Phrase
from success_desktop.documents.word_xml import split_paragraphs, write_paragraph, write_run
from success_desktop.domain.thai_words import words

_LETTER_EM = 0.39
"""A generous advance of a bold letter that is not a mark, in TH Sarabun, as a share of the font's size."""
_OPENING_WORDS = frozenset(
    ["และ", "หรือ", "ของ", "ต่อ", "เพื่อ", "ด้าน", "ใน", "โดย", "กับ", "สู่", "ตาม", "สำหรับ", "ระหว่าง"]
)
_PHRASE = re.compile(r"(?:พ\.ศ\.\s|\S)+\s*|\s+")
_PRICE_INSIDE_A_PHRASE = 0.1
"""What a line's end within a phrase costs, as a share of what a line costs."""
_TURN = '<w:r><w:rPr><w:rStyle w:val="LineTurn"/></w:rPr><w:br/></w:r>'


def write_title(phrase: Phrase, style: str, points: float, width: int) -> str:
    """A title as paragraphs whose lines end where the sense does, set in bold `points` on `width` twips.

    The ends of lines are breaks in a character style of their own and stand beside the title's characters, none of which
    they replace: whoever reads the title back leaves out the breaks of that style.
    """
    paragraphs = (
        _TURN.join(write_run(line) for line in split_title(paragraph, points, width))
        for paragraph in split_paragraphs(phrase.text)
    )
    return "".join(write_paragraph(style, paragraph) for paragraph in paragraphs)


def split_title(text: str, points: float, width: int) -> list[str]:
    """The lines of a title, spaces included; one line only where a phrase is too long for any."""
    longest = width / (20 * points * _LETTER_EM)
    pieces = _PHRASE.findall(text)
    if any(_letters(piece) > longest for piece in pieces):
        pieces = [part for piece in pieces for part in _split_phrase(piece)]
    if any(_letters(piece) > longest for piece in pieces):
        return [text]
    return _balance(pieces, longest)


def _letters(text: str) -> int:
    """The letters of a line that take room: not its last spaces, nor marks above and below."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text.rstrip())


def _split_phrase(phrase: str) -> Iterator[str]:
    """A phrase parted before the words that begin one."""
    part = ""
    for word in words(phrase):
        if part and word in _OPENING_WORDS:
            yield part
            part = ""
        part += word
    yield part


def _balance(pieces: list[str], longest: float) -> list[str]:
    """Put pieces together to few lines of much the same length, none above `longest` letters."""
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(pieces) + 1):
        choices = []
        for start in range(end):
            line = "".join(pieces[start:end])
            empty = 1 - _letters(line) / longest
            if empty >= 0:
                price = 0 if end == len(pieces) or line[-1].isspace() else _PRICE_INSIDE_A_PHRASE
                choices.append((best[start][0] + 1 + empty**2 + price, [*best[start][1], line]))
        best.append(min(choices))
    return best[-1][1] or [""]
