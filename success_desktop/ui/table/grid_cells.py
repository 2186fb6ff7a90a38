"""What the cells of the grid say: read from the plan when a row is first seen, and kept until it changes."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.plan import Node, Plan
from success_desktop.i18n import _
from success_desktop.services.entering import Place, shown_value
from success_desktop.services.tabulating import NAME, AmountReader, GridColumn
from success_desktop.services.tabulating_cells import CellReader, GridRow, sources_of_year
from success_desktop.ui.page.part import PageContext, Refused


class GridCells:
    """Cells by row and column of what is shown: `columns`, and the nodes of `rows`.

    `context` keeps what was typed and refused, so that it stays in its cell until it is mended. Nothing is asked of a grid
    that has not been shown (`show`) and has no rows.
    """

    def __init__(self, context: PageContext) -> None:
        self.columns: tuple[GridColumn, ...] = ()
        self.rows: list[str] = []
        self.is_wrapped = False
        self._context = context
        self._reader: CellReader | None = None
        self._cells: dict[str, GridRow] = {}
        self._amounts: dict[str, tuple[Node, dict[str, Decimal]]] = {}
        self._amount_reader = AmountReader(())

    def show(self, columns: tuple[GridColumn, ...], rows: list[str], reader: CellReader | None) -> None:
        """Other columns, rows or another plan."""
        if columns != self.columns:
            self._amounts.clear()
            self._amount_reader = AmountReader(columns)
        self.columns, self.rows, self._reader = columns, rows, reader
        self._cells.clear()

    def forget(self, reader: CellReader, node_ids: Iterable[str] | None) -> None:
        """Read rows anew from the plan of `reader` when they are next asked for: those of `node_ids`, or all (None)."""
        self._reader = reader
        if node_ids is None:
            self._cells.clear()
        for node_id in node_ids or ():
            self._cells.pop(node_id, None)

    def sums(self) -> Mapping[str, Decimal]:
        """The baht of all rows, by the key of the column; columns without any amount are left out."""
        if not self.rows:
            return {}
        nodes, known = self._plan.nodes, self._amounts
        amounts: list[dict[str, Decimal]] = []
        for node_id in self.rows:
            node = nodes[node_id]
            entry = known.get(node_id)
            if entry is None or entry[0] is not node:
                entry = known[node_id] = node, self._amount_reader.read(node)
            amounts.append(entry[1])
        sums: dict[str, Decimal] = {}
        for column in self.columns:
            if column.is_sum and (filled := [row[column.key] for row in amounts if column.key in row]):
                sums[column.key] = sum(filled, Decimal(0))
        return sums

    def longest_number(self) -> str:
        """The printed number of a row that has most letters; "" where rows have none."""
        numbers = self._read().numbers if self.rows else {}
        return max((numbers.get(row, "") for row in self.rows), key=len, default="")

    def place(self, row: int, column: int) -> Place | None:
        """Where the value of a cell lies; None where nothing can be typed."""
        return self._row(row).places[column]

    def refused(self, row: int, column: int) -> Refused | None:
        """What was typed into a cell and could not be read; None when all is well there."""
        place = self.place(row, column) if self._context.refused else None
        return self._context.refused.get(place) if place is not None else None

    def text(self, row: int, column: int) -> str:
        """What is seen: in one line, or in the text's own lines when they are wrapped."""
        refused = self.refused(row, column)
        text = self._row(row).texts[column] if refused is None else refused.typed
        return text if self.is_wrapped or "\n" not in text else text.replace("\n", " ")

    def text_to_edit(self, row: int, column: int) -> str:
        """What the editor of a cell begins with."""
        refused, place = self.refused(row, column), self.place(row, column)
        if refused is not None:
            return refused.typed
        return shown_value(self._plan, place, self._context.language) if place is not None else ""

    def tone(self, row: int, column: int) -> str:
        """How a cell is painted (grid_model.TONE_ROLE)."""
        shown = self.columns[column]
        if shown.show == "total":
            return "strong"
        if shown.show == "findings" and self._row(row).texts[column]:
            return "red" if self._read().has_holes(self._node(row)) else "amber"
        is_borrowed = shown.field == NAME and not self.text_to_edit(row, column)
        return "faint" if shown.show == "number" or is_borrowed else ""

    def tip(self, row: int, column: int) -> str | None:
        """What is told beside a cell: why an entry was refused, all findings, the sources of money, the whole text."""
        refused, shown, node = self.refused(row, column), self.columns[column], self._node(row)
        if refused is not None:
            return refused.sentence
        if shown.show == "findings":
            return "\n".join(self._read().findings(node)) or None
        if sources := sources_of_year(shown, node):
            return "\n".join(self._source_line(source, baht) for source, baht in sources.items())
        return None if shown.is_number else self._row(row).texts[column] or None

    def spoken(self, row: int, column: int) -> str:
        """What a screen reader says of a cell: which row, which column, what stands there."""
        names = [place for place, shown in enumerate(self.columns) if shown.key == NAME and place != column]
        pieces = (
            *(self.text(row, place) for place in names),
            self.columns[column].title,
            self.text(row, column),
        )
        return " ".join(piece for piece in pieces if piece)

    @property
    def _plan(self) -> Plan:
        return self._context.plan

    def _node(self, row: int) -> Node:
        return self._plan.nodes[self.rows[row]]

    def _read(self) -> CellReader:
        if self._reader is None:
            raise RuntimeError("a grid with rows and without a plan")
        return self._reader

    def _row(self, row: int) -> GridRow:
        node_id = self.rows[row]
        cells = self._cells.get(node_id)
        if cells is None:
            cells = self._cells[node_id] = self._read().read(self.columns, self._plan.nodes[node_id])
        return cells

    def _source_line(self, source: str, baht: Decimal) -> str:
        known = self._plan.template.sources
        name = known[source].spoken(self._context.language) if source in known else source
        return _("{source}: {baht} baht").format(source=name, baht=format_baht(baht))
