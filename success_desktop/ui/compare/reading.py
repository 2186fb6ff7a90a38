"""The ways to read a difference: the old text, the edits in it, the new text, or both texts beside each other."""

from typing import Literal

from success_desktop.domain.compare_text import Piece
from success_desktop.i18n import N_
from success_desktop.ui.compare.card import Line
from success_desktop.ui.segments import Segment

Reading = Literal["original", "edits", "new", "beside"]

READINGS: tuple[Segment, ...] = (
    Segment("original", N_("Original"), N_("The old text alone")),
    Segment("edits", N_("Edits shown"), N_("Deleted text struck out, new text underlined")),
    Segment("new", N_("New text"), N_("The new text alone")),
    Segment("beside", N_("Side by side"), N_("The old text at the left, the new text at the right")),
)

_HIDDEN: dict[str, str] = {"original": "inserted", "new": "deleted"}
_BOTH = 2


def columns_of(line: Line, reading: Reading) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of a line that are read, column by column: two columns side by side, else one."""
    if reading == "beside":
        return _without(line, "inserted"), _without(line, "deleted")
    if reading == "edits":
        return (_joined(line),)
    return (_without(line, _HIDDEN[reading]),)


def _without(line: Line, kind: str) -> tuple[Piece, ...]:
    """The pieces that are not of a kind, without the space that parted them from those."""
    kept = [piece for piece in line.pieces if piece.kind != kind]
    while kept and not kept[-1].text.strip():
        kept.pop()
    while kept and not kept[0].text.strip():
        del kept[0]
    return tuple(kept)


def _joined(line: Line) -> tuple[Piece, ...]:
    """All pieces, the old and the new value in their sentence."""
    if not line.sentence or len(line.pieces) != _BOTH:
        return line.pieces
    old, new = line.pieces
    before, rest = line.sentence.split("{old}")
    between, after = rest.split("{new}")
    words = [Piece("same", text) for text in (before, between, after)]
    return tuple(piece for piece in (words[0], old, words[1], new, words[2]) if piece.text)
