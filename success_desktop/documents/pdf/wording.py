"""Phrases of an outline as the runs of text that they are printed as."""

from collections.abc import Iterator, Sequence

from success_desktop.documents.outline_blocks import Phrase, Titled
from success_desktop.documents.pdf.styles import CAME, GONE, SUBSTITUTE
from success_desktop.documents.pdf.text import Run
from success_desktop.documents.word_xml import split_paragraphs
from success_desktop.domain.compare_text import Piece
from success_desktop.i18n import Language

Runs = list[Run]
GAP = "  "
"""What stands between a label and its value on one line."""


def set_paragraphs(phrase: Phrase, main: Language, *, is_bold: bool = False) -> list[Runs]:
    """The paragraphs of a phrase; `main` is the language of what has none. Blank ones stay, as no runs.

    A stand-in for a missing translation is marked and set in italics; of a text with pieces what went is struck out and what
    came is underlined.
    """
    language = phrase.language or main
    if phrase.pieces:
        return _set_pieces(phrase.pieces, Run("", is_bold, language=language))
    plain = Run("", is_bold or phrase.is_bold, language=language)
    if not phrase.mark:
        return [[plain._replace(text=text)] if text else [] for text in split_paragraphs(phrase.text)]
    plain = plain._replace(is_italic=True, colour=SUBSTITUTE)
    first, *others = split_paragraphs(phrase.text)
    texts = [f"{phrase.mark} {first}", *others]
    return [[plain._replace(text=text)] if text else [] for text in texts]


def _set_pieces(pieces: Sequence[Piece], plain: Run) -> list[Runs]:
    looks = {
        "same": plain,
        "deleted": plain._replace(is_struck=True, colour=GONE),
        "inserted": plain._replace(is_underlined=True, colour=CAME),
    }
    paragraphs: list[Runs] = [[]]
    for piece in pieces:
        first, *others = split_paragraphs(piece.text)
        if first:
            paragraphs[-1].append(looks[piece.kind]._replace(text=first))
        paragraphs.extend([looks[piece.kind]._replace(text=text)] if text else [] for text in others)
    return paragraphs


def set_titled(line: Titled, main: Language, *, is_bold: bool = True) -> Runs:
    """A label and the value behind it as one paragraph; the lines of the value part by newlines."""
    label = line.label.phrase
    runs = [Run(label.text, is_bold, language=label.language or main)] if label.text else []
    value = set_paragraphs(line.value, main, is_bold=is_bold)
    if runs and any(value):
        runs.append(Run(GAP, is_bold, language=main))
    return [*runs, *join_paragraphs(value)]


def join_paragraphs(paragraphs: Sequence[Runs]) -> Runs:
    """Paragraphs as one text in which newlines part them."""
    return list(_joined(paragraphs))


def _joined(paragraphs: Sequence[Runs]) -> Iterator[Run]:
    for place, paragraph in enumerate(paragraphs):
        if place:
            yield Run("\n")
        yield from paragraph


def text_of(runs: Sequence[Run]) -> str:
    """What runs say, on one line."""
    return "".join(run.text for run in runs).replace("\n", " ")
