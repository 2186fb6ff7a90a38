"""The rows of the tables of a returned file: which node each stands for, and below which node a new one would come."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.returned_file import ARRIVED, Row, Table
from success_desktop.documents.returned.sent_map import SentTable
from success_desktop.documents.returned.value_places import Target
from success_desktop.domain.plan import Plan

_TOTAL_STYLE = "table total"
_FEWEST_CELLS = 2


class ReturnedRow(NamedTuple):
    """A row that is no head and no sum: of a node (with the name of its label), of a group of nodes, or unknown ("")."""

    row: Row
    node_id: str
    name: str
    is_group: bool


class ReturnedTable(NamedTuple):
    """A table of a form in the file, with the form as it was sent."""

    sent: SentTable
    rows: tuple[ReturnedRow, ...]


def read_tables(bearings: Bearings) -> Iterator[ReturnedTable]:
    """The tables of a file in which rows of nodes were found."""
    reader = _RowReader(bearings)
    for table in bearings.file.tables:
        if (sent := reader.sent_table(table)) is not None:
            yield ReturnedTable(sent, tuple(reader.read(table, sent)))


class _RowReader:
    """Tells rows apart."""

    def __init__(self, bearings: Bearings) -> None:
        self._file = bearings.file
        self._sent = bearings.sending.sent
        self._bearings = bearings
        self._rows: dict[tuple[int, int], str] = {}
        for name, label in bearings.found.rows.items():
            if (place := self._file.paragraphs[label.paragraph].place) is not None:
                self._rows[place.table, place.row] = name
        self._groups: dict[tuple[int, int], str] = {}
        for name, label in bearings.found.fields.items():
            if (place := self._file.paragraphs[label.paragraph].place) is not None:
                self._groups[place.table, place.row] = bearings.node_of(Target(name))

    def sent_table(self, table: Table) -> SentTable | None:
        """The form that most of a table's rows belong to."""
        names = [name for row in table.rows if (name := self._rows.get((row.table, row.number)))]
        tables = Counter(id(self._sent.row_by_name[name][0]) for name in names)
        if not tables:
            return None
        wanted = tables.most_common(1)[0][0]
        return next(one for one in self._sent.tables if id(one) == wanted)

    def read(self, table: Table, sent: SentTable) -> Iterator[ReturnedRow]:
        for row in table.rows:
            key = row.table, row.number
            if key in self._rows:
                name = self._rows[key]
                yield ReturnedRow(row, self._bearings.node_of(Target(name)), name, False)
            elif key in self._groups:
                yield ReturnedRow(row, self._groups[key], "", True)
            elif self._may_be_new(row, sent):
                yield ReturnedRow(row, "", "", False)

    def _may_be_new(self, row: Row, sent: SentTable) -> bool:
        """Whether a row may be one that somebody put in: in some programs it takes the cells of the sum below it."""
        if row.is_head or len(row.cells) < _FEWEST_CELLS:
            return False
        if any(mark.sort in ARRIVED for mark in row.marks):
            return True
        paragraphs = [self._file.paragraphs[number] for cell in row.cells for number in cell.paragraphs]
        if not any(self._file.style_name(one).startswith(_TOTAL_STYLE) for one in paragraphs):
            return len(row.cells) == len(sent.sources)
        texts = {paragraph.text("rejected").strip() for paragraph in paragraphs} - {""}
        fixtures = self._bearings.sending.fixtures
        return bool(fixtures and texts) and not texts & fixtures


def parent_at(plan: Plan, rows: tuple[ReturnedRow, ...], place: int, kind: str) -> str:
    """The node below which a row of `kind` stands at a place among `rows`; "" where none can be told."""
    for above in reversed(rows[:place]):
        if parent_id := _parent_by(plan, above, kind):
            return parent_id
        if above.is_group:
            return ""
    return next((found for below in rows[place + 1 :] if (found := _parent_by(plan, below, kind))), "")


def _parent_by(plan: Plan, other: ReturnedRow, kind: str) -> str:
    """The parent that another row tells: a group's own node, or the first below that holds such rows; a row's parent."""
    if other.node_id not in plan.nodes:
        return ""
    if not other.is_group:
        return plan.nodes[other.node_id].parent_id or ""
    holders = (node for node in plan.walk(other.node_id) if kind in plan.template.kind(node.kind).children)
    return next((node.id for node in holders), "")


def before_at(plan: Plan, rows: tuple[ReturnedRow, ...], place: int, parent_id: str) -> str:
    """The sibling in front of which a row at a place among `rows` would come; "" where it is the last."""
    for below in rows[place + 1 :]:
        if below.is_group:
            return ""
        if below.node_id in plan.nodes and plan.nodes[below.node_id].parent_id == parent_id:
            return below.node_id
    return ""
