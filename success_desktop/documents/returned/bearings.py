"""Where one is in a returned file: which value, label or row a paragraph belongs to, and which node is nearest."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from success_desktop.documents.returned.homes import Home, HomeFinder
from success_desktop.documents.returned.labels import FoundLabels
from success_desktop.documents.returned.returned_file import GONE, CellPlace, ReturnedFile, Spot
from success_desktop.documents.returned.sendings import Sending
from success_desktop.documents.returned.text_pieces import Piece, pieces_of
from success_desktop.documents.returned.value_places import Target, ValuePlace, ValuePlaces
from success_desktop.documents.returned.wordings import split_by_home
from success_desktop.domain.plan import Plan

_BETWEEN = "\n\0\n"
_SHORTEST_QUOTE = 6
"""Fewer characters than this tell no field from another."""

_WHOLE_PLAN_STYLES = ("heading 1", "part english", "table title", "contents", "toc")
"""How the names of styles begin that print what stands above all nodes: the names of parts, the titles of forms."""

_CAPTION_STYLE = "table caption"
"""A line about the table below it."""


class HomeText(NamedTuple):
    """A home, where its value stands in the file, and the pieces of it."""

    home: Home
    place: ValuePlace
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Bearings:
    """A returned file, laid over what was sent. `plan` is that of the revision sent, `author` who sent the file back."""

    file: ReturnedFile
    sending: Sending
    plan: Plan
    found: FoundLabels
    places: ValuePlaces
    author: str = ""
    revision_id: str = ""
    homes: HomeFinder = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "homes", HomeFinder(self.sending, self.plan))

    def read(self, place: ValuePlace) -> list[HomeText]:
        """What stands in a place, for each of its homes."""
        homes = self.homes.homes_of(place.target)
        pieces = self._with_cell_marks(place, pieces_of(self.file, place.spans))
        return [
            HomeText(home, place, part)
            for home, part in zip(homes, split_by_home(pieces, homes), strict=True)
        ]

    def _with_cell_marks(self, place: ValuePlace, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """The pieces of a cell; where the cell itself was taken away, all of it was."""
        cell_place = self.file.paragraphs[place.spans[0].paragraph].place if place.spans else None
        if place.target.column < 0 or cell_place is None:
            return pieces
        gone = tuple(mark for mark in self.file.cell_of(cell_place).marks if mark.sort in GONE)
        return tuple(piece._replace(marks=(*gone, *piece.marks)) for piece in pieces) if gone else pieces

    def node_of(self, target: Target) -> str:
        """The node that a value belongs to."""
        sent = self.sending.sent
        if target.name in sent.field_by_name:
            return sent.field_by_name[target.name].node_id
        return sent.row_by_name[target.name][1].node_id

    @cached_property
    def _by_paragraph(self) -> dict[int, list[ValuePlace]]:
        found: dict[int, list[ValuePlace]] = {}
        for place in self.places.values:
            for span in place.spans:
                found.setdefault(span.paragraph, []).append(place)
        return found

    @cached_property
    def _labels_by_paragraph(self) -> dict[int, list[ValuePlace]]:
        found: dict[int, list[ValuePlace]] = {}
        for place in self.places.labels:
            found.setdefault(place.spans[0].paragraph, []).append(place)
        return found

    def value_at(self, spot: Spot) -> ValuePlace | None:
        """The value that a spot lies in."""
        for place in self._by_paragraph.get(spot.paragraph, ()):
            for span in place.spans:
                if span.paragraph == spot.paragraph and span.start <= spot.offset <= span.end:
                    return place
        return None

    def label_at(self, spot: Spot) -> ValuePlace | None:
        """The label that a spot lies in, or before."""
        return next(iter(self._labels_by_paragraph.get(spot.paragraph, ())), None)

    @cached_property
    def _known_paragraphs(self) -> list[tuple[int, str]]:
        """Paragraphs that belong to a node, in the order of the file."""
        known = {
            **{number: self.node_of(places[0].target) for number, places in self._by_paragraph.items()},
            **{
                number: self.node_of(places[0].target) for number, places in self._labels_by_paragraph.items()
            },
        }
        return sorted(known.items())

    def node_near(self, spot: Spot) -> str:
        """The node that stands nearest: of a table's own lines what its rows have in common, else what stands above."""
        paragraph = self.file.paragraphs[spot.paragraph]
        style = self.file.style_name(paragraph)
        if paragraph.story.startswith(("header", "footer")) or style.startswith(_WHOLE_PLAN_STYLES):
            return self.plan.root_id
        if style.startswith(_CAPTION_STYLE) and spot.paragraph + 1 < len(self.file.paragraphs):
            paragraph = self.file.paragraphs[spot.paragraph + 1]
        if paragraph.place is not None and (common := self._node_of_table(paragraph.place)):
            return common
        place = bisect_right(self._known_paragraphs, (spot.paragraph, "\U0010ffff"))
        return self._known_paragraphs[place - 1][1] if place else ""

    def _node_of_table(self, place: CellPlace) -> str:
        """The deepest node that everything in a table lies below."""
        numbers = [
            number
            for row in self.file.tables[place.table].rows
            for cell in row.cells[:1]
            for number in cell.paragraphs[:1]
        ]
        nodes = {
            self._known_paragraphs[at][1]
            for number in numbers
            if (at := bisect_left(self._known_paragraphs, (number, ""))) < len(self._known_paragraphs)
            and self._known_paragraphs[at][0] == number
        }
        return self._common_ancestor([node_id for node_id in nodes if node_id in self.plan.nodes])

    def _common_ancestor(self, node_ids: Sequence[str]) -> str:
        chains = [[node.id for node in reversed(self.plan.ancestors(node_id))] for node_id in node_ids]
        common = ""
        for step in zip(*chains, strict=False):
            if len(set(step)) > 1:
                break
            common = step[0]
        return common

    @cached_property
    def _texts(self) -> tuple[str, list[int], list[Target]]:
        """Everything that was sent as one text, where each value begins in it, and which it is."""
        targets = [Target(one.name) for one in self.sending.sent.fields]
        targets += [
            Target(name, column)
            for name, (table, _row) in self.sending.sent.row_by_name.items()
            for column in range(len(table.sources))
        ]
        texts = ["\n".join(home.printed for home in self.homes.homes_of(target)) for target in targets]
        starts, at = [], 0
        for text in texts:
            starts.append(at)
            at += len(text) + len(_BETWEEN)
        return _BETWEEN.join(texts) + _BETWEEN, starts, targets

    def target_of_quote(self, quote: str, *, is_line: bool = False) -> tuple[Target, int] | None:
        """The only value sent in which a quoted text stands, and where in it (characters); None for none or several.

        With `is_line` it must be a whole line of the value.
        """
        wanted = quote.strip()
        if len(wanted) < _SHORTEST_QUOTE:
            return None
        text, starts, targets = self._texts
        edge = "\n" if is_line else ""
        first = text.find(f"{edge}{wanted}{edge}")
        if first < 0 or text.find(f"{edge}{wanted}{edge}", first + 1) >= 0:
            return None
        first += len(edge)
        at = bisect_right(starts, first) - 1
        return targets[at], first - starts[at]
