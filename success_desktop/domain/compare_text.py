"""Two wordings of one text, compared by words: what stayed, what went, what came."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from success_desktop.domain.thai_words import words


class Piece(NamedTuple):
    """A stretch of text that is in both wordings, in the old one alone (deleted), or in the new one alone (inserted)."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


def compare_texts(old: str, new: str) -> tuple[Piece, ...]:
    """How `old` became `new`, in reading order; a replaced word is told as deleted, then inserted.

    Without the inserted pieces the text is `old`, without the deleted ones `new`, character for character. Pieces end where
    words end, so no Thai mark ever stands alone.
    """
    if old == new:
        return (Piece("same", old),) if old else ()
    return tuple(piece for piece in _pieces(words(old), words(new)) if piece.text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[old_start:old_end]))
        else:
            yield Piece("deleted", "".join(old[old_start:old_end]))
            yield Piece("inserted", "".join(new[new_start:new_end]))
