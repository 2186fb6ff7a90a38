"""What one difference says: where it is, who made it and when, and the old and the new wording."""

from typing import NamedTuple

from success_desktop.domain.compare_text import Piece
from success_desktop.domain.comparison import Fate
from success_desktop.i18n import _


class Place(NamedTuple):
    """What a card is about: a field of a node, or (`field` "") what became of the node itself."""

    node_id: str
    field: str = ""


class Line(NamedTuple):
    """One value that differs, or a text in one language.

    `label` says which of several it is (a language, a year); `pieces` are the old and the new wording in one; `unit` stands
    behind a number, and `difference` tells how much more or less it is now, with its sign. A value that is replaced as a
    whole has one deleted and one inserted piece, which `sentence` joins: "from {old} to {new}".
    """

    label: str
    pieces: tuple[Piece, ...]
    unit: str = ""
    difference: str = ""
    sentence: str = ""

    def spoken(self) -> str:
        """The line for those who do not see it: what was deleted, then what was inserted."""
        told = [self.label] if self.label else []
        for kind, words in (("deleted", _("Deleted: {text}")), ("inserted", _("Inserted: {text}"))):
            texts = [piece.text.strip() for piece in self.pieces if piece.kind == kind]
            if texts:
                told.append(words.format(text=" … ".join(texts)))
        told += [words for words in (self.unit, self.difference) if words]
        return ", ".join(told)


class Card(NamedTuple):
    """One difference in words.

    `name` is the node's, with its number; `label` that of the field, or what happened; `byline` tells who did it and when,
    `lines` what differs. `is_present` tells that the node is in the plan now.
    """

    place: Place
    fate: Fate
    name: str
    label: str
    byline: str
    lines: tuple[Line, ...]
    is_present: bool

    def head(self) -> str:
        """The first line without the name: "Objective · Wanida, 13 Feb 2024"."""
        return " · ".join(part for part in (self.label, self.byline) if part)

    def spoken(self) -> str:
        """The whole card for those who do not see it."""
        return "\n".join((f"{self.name} · {self.head()}", *(line.spoken() for line in self.lines)))
