"""Who signs what in a redline: words compared, and the name and the time that each tracked change bears."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

Kind = Literal["same", "deleted", "inserted"]
Fate = Literal["added", "removed", "moved"]


class Signature(NamedTuple):
    """The name that a tracked change bears, and its time (an instant in UTC)."""

    author: str
    at: datetime


class SignedPiece(NamedTuple):
    """A stretch of two wordings of one text, and who brought or took it.

    Without the inserted pieces a text is the old one, without the deleted ones the new one, character for character.
    The signature of a piece that stayed the same is not looked at and may be None.
    """

    kind: Kind
    text: str
    signature: Signature | None = None


class Signer(Protocol):
    r"""Compares the texts of two documents and signs the difference. An anchor is the name of a label's bookmark.

    Texts are as printed: "\n" parts the paragraphs and lines of a value, "\t" stands for a tab, the mark in front of a
    stand-in for a missing translation is part of it; labels and the gap behind them are not.
    """

    def sign_value(self, anchor: str, old: str, new: str) -> Sequence[SignedPiece]:
        """The value behind the label of a field (``f_…``); `old` is "" for a field that is new in the document."""

    def sign_cell(self, anchor: str, column: int, old: str, new: str) -> Sequence[SignedPiece]:
        """A cell of a node's row (``r_…``), its column counted from 0; `old` is "" for a row that is new in the table."""

    def sign_computed(self, old: str, new: str) -> Sequence[SignedPiece]:
        """What the program words itself: labels and numbers, heads, titles and sums of tables, the contents."""

    def sign_whole(self, anchor: str, fate: Fate) -> Signature:
        """Who added, removed or moved all that stands behind a label or in a row; "" for what the program words itself."""
