"""Rows that came, and rows that stand elsewhere now: each becomes a proposal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.found_remarks import NO_REMARK, Found
from success_desktop.documents.returned.gone_nodes import GoneNode, GoneNodes, stamps_of_row
from success_desktop.documents.returned.homes import is_mostly
from success_desktop.documents.returned.label_texts import longest_rise
from success_desktop.documents.returned.returned_file import ARRIVED, GONE, View
from success_desktop.documents.returned.row_texts import row_texts
from success_desktop.documents.returned.table_rows import (
    ReturnedRow,
    ReturnedTable,
    before_at,
    parent_at,
    read_tables,
)
from success_desktop.documents.returned.wordings import Hand, hands_of
from success_desktop.domain.feedback import NOWHERE, Anchor, Remark
from success_desktop.domain.proposals import AddedRow, Cell, MovedRow, write_proposal
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_digits import arabic_digits
from success_desktop.domain.values import SINGLE_MONEY, money_part
from success_desktop.i18n import LANGUAGES


class RowsRead(NamedTuple):
    """The remarks on rows, the nodes that are proposed to move, and the paragraphs of rows that were not sent."""

    found: tuple[Found, ...]
    moved: frozenset[str]
    paragraphs: frozenset[int]


class _Shift(NamedTuple):
    """A row on the move: the node, where it stands now, by whose hand (None: untracked)."""

    node_id: str
    table: ReturnedTable
    place: int
    hand: Hand | None


def read_rows(bearings: Bearings, gone: GoneNodes) -> RowsRead:
    """What was done to the rows of the tables in a file, but for rows that are only gone."""
    reader = _RowsReader(bearings, gone)
    found: list[Found] = []
    paragraphs: list[int] = []
    tables = tuple(read_tables(bearings))
    reader.note_departed(tables)
    for table in tables:
        found.extend(reader.read(table))
        unknown = (row.row for row in table.rows if not row.node_id)
        paragraphs.extend(number for row in unknown for cell in row.cells for number in cell.paragraphs)
    return RowsRead(tuple(found), frozenset(reader.moved), frozenset(paragraphs))


class _RowsReader:
    """Reads the tables of one file."""

    def __init__(self, bearings: Bearings, gone: GoneNodes) -> None:
        self._bearings = bearings
        self._plan = bearings.plan
        self._gone = {self._texts_sent(node): node for node in gone.nodes if self._texts_sent(node)}
        self._departed: dict[tuple[str, ...], frozenset[str]] = {}
        self.moved: set[str] = set()

    def note_departed(self, tables: Iterable[ReturnedTable]) -> None:
        """Remember the rows without a label that somebody struck: a row that arrived elsewhere may have gone from there."""
        for table in tables:
            for row in table.rows:
                gone = hands_of(mark for mark in row.row.marks if mark.sort in GONE)
                if gone and not row.node_id:
                    texts = _comparable(table, self._texts_of(row, "rejected"))
                    self._departed[texts] = self._hand_of(row, gone[0].author).claims

    def read(self, table: ReturnedTable) -> Iterator[Found]:
        for place, row in enumerate(table.rows):
            if not row.node_id:
                yield from self._unknown_row(table, place)
        for shift in self._shifts(table):
            if shift.node_id not in self.moved:
                self.moved.add(shift.node_id)
                sent = self._bearings.sending.sent
                form, sent_row = sent.row_by_name[table.rows[shift.place].name]
                texts = _without_number(form.sources, row_texts(sent_row))
                yield self._moved(shift, self._departed.get(texts, frozenset()))

    def _unknown_row(self, table: ReturnedTable, place: int) -> Iterator[Found]:
        """A row that was not sent: one that went from elsewhere, the place that a moved one went from, or a new one."""
        row = table.rows[place]
        texts = self._texts_of(row, "accepted")
        arrived = hands_of(mark for mark in row.row.marks if mark.sort in ARRIVED)
        if not any(texts):
            if any(mark.sort in GONE for mark in row.row.marks):
                return
            if not arrived:
                return
        hand = self._hand_of(row, arrived[0].author) if arrived else None
        if (node := self._gone.get(_comparable(table, texts))) is not None and node.node_id not in self.moved:
            self.moved.add(node.node_id)
            claims = node.hand.claims if node.hand else frozenset()
            yield self._moved(_Shift(node.node_id, table, place, hand or node.hand), claims)
        elif arrived or not row.row.marks:
            yield self._added(table, place, texts, hand)

    def _texts_sent(self, node: GoneNode) -> tuple[str, ...]:
        """The cells of a node that had a row of its own and nothing else, as they are compared."""
        sent = self._bearings.sending.sent
        for name in sorted(node.names):
            if name in sent.row_by_name:
                table, row = sent.row_by_name[name]
                if row.node_id == node.node_id:
                    return _without_number(table.sources, row_texts(row))
        return ()

    def _texts_of(self, row: ReturnedRow, view: View) -> tuple[str, ...]:
        paragraphs = self._bearings.file.paragraphs
        return tuple(
            "\n".join([paragraphs[number].text(view) for number in cell.paragraphs]) for cell in row.row.cells
        )

    def _hand_of(self, row: ReturnedRow, author: str) -> Hand:
        stamps = {
            stamp.change_id: stamp
            for stamp in (*row.row.marks, *stamps_of_row(self._bearings, row.row))
            if stamp.author == author
        }
        return Hand(author, tuple(stamps.values()))

    def _shifts(self, table: ReturnedTable) -> Iterator[_Shift]:
        """Rows known by their bookmarks that stand below another group, or in another order, than they were sent."""
        known = [
            (place, row)
            for place, row in enumerate(table.rows)
            if row.name
            and row.node_id in self._plan.nodes
            and not any(mark.sort in GONE for mark in row.row.marks)
        ]
        order = {name: place for place, name in enumerate(self._bearings.sending.sent.row_by_name)}
        elsewhere = {
            place
            for place, row in known
            if self._is_below_another(table, place) or any(mark.sort in ARRIVED for mark in row.row.marks)
        }
        steady = [(place, order[row.name]) for place, row in known if place not in elsewhere]
        kept = {place for place, _order in longest_rise(steady)}
        for place, row in known:
            if place not in kept:
                arrived = hands_of(mark for mark in row.row.marks if mark.sort in ARRIVED)
                hand = self._hand_of(row, arrived[0].author) if arrived else None
                yield _Shift(row.node_id, table, place, hand)

    def _is_below_another(self, table: ReturnedTable, place: int) -> bool:
        """Whether the nearest group above a row is none that its node belongs to."""
        group = next((row for row in reversed(table.rows[:place]) if row.is_group), None)
        if group is None:
            return False
        above = {node.id for node in self._plan.ancestors(table.rows[place].node_id)}
        return group.node_id not in above

    def _moved(self, shift: _Shift, claims: frozenset[str]) -> Found:
        kind = self._plan.nodes[shift.node_id].kind
        rows = tuple(row for row in shift.table.rows if row.node_id != shift.node_id or row.is_group)
        place = shift.place - sum(
            row.node_id == shift.node_id and not row.is_group for row in shift.table.rows[: shift.place]
        )
        parent_id = parent_at(self._plan, _with_gap(rows, place), place, kind)
        before_id = before_at(self._plan, _with_gap(rows, place), place, parent_id)
        proposal = MovedRow(
            shift.node_id, parent_id or self._plan.nodes[shift.node_id].parent_id or "", before_id
        )
        own = shift.hand.claims if shift.hand else frozenset()
        remark = replace(
            self._signed(shift.hand),
            sort="moved",
            anchor=Anchor(shift.node_id, revision_id=self._bearings.revision_id),
            placed_by="bookmark",
            proposed=write_proposal(proposal),
            source=f"moved|{shift.node_id}|{shift.hand.author if shift.hand else ''}|"
            f"{shift.hand.began if shift.hand else ''}",
        )
        return Found(remark, own | claims)

    def _added(self, table: ReturnedTable, place: int, texts: Sequence[str], hand: Hand | None) -> Found:
        kind = self._plan.template.forms[table.sent.form].rows
        parent_id = parent_at(self._plan, table.rows, place, kind)
        proposal = AddedRow(
            parent_id,
            kind,
            before_at(self._plan, table.rows, place, parent_id),
            tuple(self._cells(table, kind, texts)),
        )
        shown = "\t".join(texts)
        remark = replace(
            self._signed(hand),
            sort="added",
            anchor=Anchor(parent_id, revision_id=self._bearings.revision_id) if parent_id else NOWHERE,
            placed_by="position" if parent_id else "",
            quote=shown,
            proposed=write_proposal(proposal),
            source=f"added|{table.sent.form}:{parent_id}|{hand.author if hand else ''}|"
            f"{hand.began if hand else shown[:80].replace('|', '/')}",
        )
        return Found(remark, hand.claims if hand else frozenset())

    def _signed(self, hand: Hand | None) -> Remark:
        if hand is None:
            return replace(NO_REMARK, author=self._bearings.author, trace="untracked")
        return replace(NO_REMARK, author=hand.author, at=hand.at, trace="tracked")

    def _cells(self, table: ReturnedTable, kind: str, texts: Sequence[str]) -> Iterator[Cell]:
        """The values of a new row; what the program numbers, sums or gathers is left out."""
        fields = self._plan.template.kind(kind).fields
        for source, text in zip(table.sent.sources, texts, strict=False):
            field, _colon, year = source.partition(":")
            spec = fields.get(field)
            if spec is None or not text.strip():
                continue
            if spec.type == "text":
                yield from self._wordings(field, text)
            elif (part := self._part(spec, year)) is not None:
                yield Cell(field, part, arabic_digits(text).strip())

    def _wordings(self, field: str, text: str) -> Iterator[Cell]:
        """A text; in a document of two languages each paragraph goes to the language in whose script it is."""
        sent = self._bearings.sending.sent
        if sent.language != "both":
            yield Cell(field, sent.language, self._typed(text))
            return
        for language in LANGUAGES:
            own = [line for line in text.split("\n") if line and is_mostly(line, "th") == (language == "th")]
            if own:
                yield Cell(field, language, self._typed("\n".join(own)))

    def _typed(self, text: str) -> str:
        return arabic_digits(text) if self._bearings.sending.sent.has_thai_digits else text

    def _part(self, spec: FieldSpec, year: str) -> str | None:
        """The part that a cell of a new row fills; None for a sum over years."""
        if spec.type == "yearly_money":
            return money_part(int(year), self._plan.template.default_source) if year else None
        if spec.type == "yearly_number":
            return year or None
        return SINGLE_MONEY if spec.type == "money" else ""


def _comparable(table: ReturnedTable, texts: Sequence[str]) -> tuple[str, ...]:
    return _without_number(table.sent.sources, texts)


def _without_number(sources: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """The cells of a row that do not change when it moves."""
    return tuple(text for source, text in zip(sources, texts, strict=False) if source != "number")


def _with_gap(rows: tuple[ReturnedRow, ...], place: int) -> tuple[ReturnedRow, ...]:
    """The rows with a place for one more, so that what stands before and behind it can be asked for."""
    filler = ReturnedRow(rows[0].row, "", "", False) if rows else None
    return (*rows[:place], filler, *rows[place:]) if filler else ()
