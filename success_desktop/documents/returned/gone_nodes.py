"""Nodes of which nothing is left in a file: struck by somebody, or no longer there at all."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.found_remarks import (
    LABEL_MISSING,
    NO_REMARK,
    Found,
    said_by_program,
)
from success_desktop.documents.returned.returned_file import GONE, Row, Stamp
from success_desktop.documents.returned.text_pieces import accepted_text, pieces_of, rejected_text
from success_desktop.documents.returned.value_places import Target
from success_desktop.documents.returned.wordings import Hand, hands_of
from success_desktop.domain.feedback import Anchor
from success_desktop.domain.proposals import RemovedRow, write_proposal

_LIVING = 0.5
"""The share of bookmarks that must have come back before one that is missing tells anything."""

_READABLE = 0.9
"""The share of labels and rows that must have been found by their texts, where no bookmarks live."""


@dataclass(frozen=True)
class GoneNode:
    """A node proposed to go, with all below it: struck by `hand`, or simply missing (None). `names` are its labels'."""

    node_id: str
    names: frozenset[str]
    hand: Hand | None


@dataclass(frozen=True)
class GoneNodes:
    """The topmost nodes that are gone, and which authors struck the values behind which labels."""

    nodes: tuple[GoneNode, ...]
    struck: dict[str, frozenset[str]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def find_gone_nodes(bearings: Bearings) -> GoneNodes:
    """What is gone from a file. Of a file whose bookmarks did not live, only what was struck is told."""
    return _Search(bearings).find()


class _Search:
    """Looks through one file."""

    def __init__(self, bearings: Bearings) -> None:
        self._bearings = bearings
        found = bearings.found
        by_bookmark = sum(
            one.placed_by == "bookmark" for one in (*found.fields.values(), *found.rows.values())
        )
        sent = bearings.sending.sent
        total = len(sent.fields) + len(sent.row_by_name)
        count = len(found.fields) + len(found.rows)
        is_telling = total > 0 and (by_bookmark >= total * _LIVING or count >= total * _READABLE)
        self._missing = frozenset((*found.missing_fields, *found.missing_rows) if is_telling else ())
        self._strikes = self._read_strikes()
        self._names: dict[str, list[str]] = {}
        for name in (*sent.field_by_name, *sent.row_by_name):
            self._names.setdefault(bearings.node_of(Target(name)), []).append(name)

    def find(self) -> GoneNodes:
        nodes = [
            GoneNode(node_id, frozenset(names), hand)
            for node_id, names in self._topmost()
            for hand in self._hands_of(names)
        ]
        told = frozenset(name for node in nodes for name in node.names)
        struck: dict[str, frozenset[str]] = {}
        for node in nodes:
            for name in node.names if node.hand else ():
                struck[name] = struck.get(name, frozenset()) | {node.hand.author if node.hand else ""}
        missing = tuple(
            name for name in self._bearings.found.missing_fields if name in self._missing and name not in told
        )
        return GoneNodes(tuple(nodes), struck, missing)

    def _hands_of(self, names: list[str]) -> tuple[Hand | None, ...]:
        """Who struck some labels: those who struck a label or a row, with all they struck behind these; None for nobody."""
        strikers = {stamp.author for name in names for stamp in self._strikes.get(name, ((), ()))[0]}
        if not strikers:
            return (None,)
        stamps = {
            stamp.change_id: stamp
            for name in names
            for stamp in self._strikes.get(name, ((), ()))[1]
            if stamp.author in strikers
        }
        return hands_of(stamps.values())

    def _topmost(self) -> Iterator[tuple[str, list[str]]]:
        """The topmost nodes that are gone, each with the names of the labels that went: with all below them, or their row.

        Who takes away one row of a node means the node, though it has a row in another table, too.
        """
        plan = self._bearings.plan
        waiting = [plan.root_id]
        while waiting:
            node_id = waiting.pop()
            names = [name for node in plan.walk(node_id) for name in self._names.get(node.id, ())]
            going = [name for name in names if self._is_gone(name)]
            if not going:
                continue
            if node_id != plan.root_id and (len(going) == len(names) or self._has_lost_row(node_id)):
                yield node_id, going
            else:
                waiting.extend(plan.children.get(node_id, ()))

    def _has_lost_row(self, node_id: str) -> bool:
        rows = self._bearings.sending.sent.row_by_name
        return any(name in rows and self._is_gone(name) for name in self._names.get(node_id, ()))

    def _is_gone(self, name: str) -> bool:
        return name in self._missing or name in self._strikes

    def _read_strikes(self) -> dict[str, tuple[tuple[Stamp, ...], tuple[Stamp, ...]]]:
        """For the name of each label that is struck: what struck the label or its row, and all there is to claim."""
        strikes = {}
        for name, label in self._bearings.found.rows.items():
            place = self._bearings.file.paragraphs[label.paragraph].place
            if place is not None:
                row = self._bearings.file.row_of(place)
                marks = tuple(mark for mark in row.marks if mark.sort in GONE)
                if marks:
                    strikes[name] = marks, (*marks, *stamps_of_row(self._bearings, row))
        strikes.update(self._struck_fields())
        return strikes

    def _struck_fields(self) -> Iterator[tuple[str, tuple[tuple[Stamp, ...], tuple[Stamp, ...]]]]:
        file = self._bearings.file
        values = {
            place.target.name: place for place in self._bearings.places.values if place.target.column < 0
        }
        for label in self._bearings.places.labels:
            pieces = pieces_of(file, label.spans)[:-1]
            if not any(piece.marks for piece in pieces) or accepted_text(pieces) or not rejected_text(pieces):
                continue
            of_label = [stamp for piece in pieces for stamp in piece.marks]
            number = label.spans[0].paragraph
            names = [
                name
                for name, found in self._bearings.found.fields.items()
                if found.paragraph == number and name in values
            ]
            for name in names:
                behind = pieces_of(file, values[name].spans)
                if not accepted_text(behind).strip():
                    of_value = [stamp for piece in behind for stamp in piece.marks]
                    yield name, (tuple(of_label), (*of_label, *of_value))


def stamps_of_row(bearings: Bearings, row: Row) -> Iterator[Stamp]:
    """The tracked elements inside a row: of its cells, and of what stands in them."""
    for cell in row.cells:
        yield from cell.marks
        for number in cell.paragraphs:
            paragraph = bearings.file.paragraphs[number]
            yield from paragraph.marks
            for run in paragraph.runs:
                yield from run.marks


def tell_gone(bearings: Bearings, gone: GoneNodes, moved: frozenset[str]) -> Iterator[Found]:
    """The remarks that propose to remove nodes (but for those that were `moved`), and those that tell of labels missing."""
    for node in gone.nodes:
        if node.node_id not in moved:
            yield _removal(bearings, node)
    for name in gone.missing:
        field = bearings.sending.sent.field_by_name[name]
        yield Found(
            replace(
                NO_REMARK,
                author=bearings.author,
                trace="untracked",
                anchor=Anchor(field.node_id, field.field, revision_id=bearings.revision_id),
                placed_by="position",
                attention="label_missing",
                text=said_by_program(LABEL_MISSING, label=field.label or field.value.shown[:40]),
                quote=field.value.shown,
                source=f"missing|{name}||",
            )
        )


def _removal(bearings: Bearings, node: GoneNode) -> Found:
    hand = node.hand
    remark = replace(
        NO_REMARK,
        author=hand.author if hand else bearings.author,
        at=hand.at if hand else None,
        sort="removed",
        trace="tracked" if hand else "untracked",
        anchor=Anchor(node.node_id, revision_id=bearings.revision_id),
        placed_by="bookmark" if hand else "position",
        proposed=write_proposal(RemovedRow(node.node_id)),
        source=f"removed|{node.node_id}|{hand.author if hand else ''}|{hand.began if hand else ''}",
    )
    return Found(remark, hand.claims if hand else frozenset())
