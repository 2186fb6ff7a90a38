"""Whether what an outline says stands in the text of a printed file."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from success_desktop.documents.outline_blocks import Outline, Phrase, Picture
from success_desktop.documents.word_xml import split_paragraphs
from tests.documents.pdf.pdf_reading import squeeze

_BREAKS = str.maketrans({"\ufffe": "-", "\x02": "-", "\xad": "-"})


def list_phrases(thing: object) -> Iterator[Phrase]:
    """Every phrase of an outline, or of a part of one, in order; not what is said of pictures, which is not printed."""
    if isinstance(thing, Picture):
        return
    if isinstance(thing, Phrase):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from list_phrases(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from list_phrases(getattr(thing, field.name))


def list_missing(outline: Outline, pages: list[str]) -> list[str]:
    """The texts of an outline that stand nowhere on the pages; a text may go on over pages."""
    printed = squeeze("".join(pages).translate(_BREAKS))
    texts = dict.fromkeys(
        text
        for phrase in list_phrases(outline)
        for text in (phrase.mark, *split_paragraphs(phrase.text))
        if text
    )
    return [text for text in texts if not _is_printed(text, printed)]


def _is_printed(text: str, printed: str) -> bool:
    whole = squeeze(text)
    return whole in printed or all(_is_there(piece, printed) for piece in text.split())


def _is_there(piece: str, printed: str) -> bool:
    """Whether a piece without blanks is there, in two parts at most: the end of a page may part it."""
    return piece in printed or any(
        piece[:cut] in printed and piece[cut:] in printed for cut in range(1, len(piece))
    )
