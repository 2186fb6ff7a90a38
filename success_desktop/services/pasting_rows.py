"""Reading the rows of a pasted block into a grid, cell by cell: what changes, what is refused, which rows are new."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar_dates import has_month_first, has_open_order
from success_desktop.domain.edits import SetValue
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.values import Atom
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.copying import copy_value
from success_desktop.services.editing import can_add
from success_desktop.services.entering import Place, read_atom, read_value, shown_atom, shown_value
from success_desktop.services.importing_nodes import NewBranches
from success_desktop.services.linking import link_edits
from success_desktop.services.pasting_links import LinkReader
from success_desktop.services.pasting_preview import (
    PastedCell,
    PastedRow,
    PasteGrid,
    PasteOptions,
    RefusedCell,
)
from success_desktop.services.pasting_text import Block
from success_desktop.services.tabulating import NAME, GridColumn, read_amount
from success_desktop.services.tabulating_cells import place_of_cell, refuse_several_sources

_NAMED = frozenset(("reference", "choice"))
"""Types of fields whose values are copied by name: a name that two nodes have must not be read again where it is shown."""

_CELL_ERRORS = frozenset(
    (
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "Err:502",
        "Err:504",
    )
)


@dataclass(slots=True)
class _Row:
    """A row of the block on its way into the grid: its row there (the first is 0) and its cells by the grid's column."""

    row: int
    cells: list[tuple[int, str]] = field(default_factory=list)


class RowPaster:
    """Reads the cells of a block, one after the other, into what a preview shows of them."""

    def __init__(
        self, plan: Plan, grid: PasteGrid, options: PasteOptions, make_id: Callable[[], str]
    ) -> None:
        self._plan = plan
        self._grid = grid
        self._options = options
        self._specs = plan.template.kind(grid.kind).fields
        self._blank = Node("", grid.kind, None, "", {})
        self._month_first: set[int] = set()
        self.branches = NewBranches(plan, grid.language, make_id)
        self.links = LinkReader(self.branches, has_new_names=options.has_new_names)
        self.can_add_rows = bool(options.parent_id) and can_add(plan, options.parent_id, grid.kind)
        self.changes: list[PastedCell] = []
        self.refused: list[RefusedCell] = []
        self.new_rows: list[PastedRow] = []
        self.same = 0
        self.extra_rows = 0

    def paste(self, body: Block, columns: Sequence[int | None]) -> None:
        """Read all rows. `columns`: the grid's column for every cell of a row."""
        typed_in = {index for index in columns if index is not None and self._grid.columns[index].is_editable}
        first = len(self._grid.rows) if self._options.are_all_new else self._options.row
        rows = [
            _Row(
                first + place,
                [
                    (index, cell)
                    for index, cell in zip(columns, cells, strict=False)
                    if index is not None and index in typed_in
                ],
            )
            for place, cells in enumerate(body)
        ]
        self._month_first = {
            index
            for row in rows
            for index, cell in row.cells
            if self._grid.columns[index].type == "date" and has_month_first(cell)
        }
        for row in rows:
            self._paste_row(row)

    def _paste_row(self, row: _Row) -> None:
        if row.row < len(self._grid.rows):
            for index, cell in row.cells:
                self._paste_cell(row.row, index, cell)
        elif any(cell for _index, cell in row.cells):
            if self.can_add_rows and (self._options.has_new_rows or self._options.are_all_new):
                self._add_row(row)
            else:
                self.extra_rows += 1

    def _paste_cell(self, row: int, index: int, typed: str) -> None:
        node, column = self._plan.nodes[self._grid.rows[row]], self._grid.columns[index]
        place = place_of_cell(self._plan, column, node, self._grid.language)
        try:
            edits = (
                self._read_several(node, column, typed) if place is None else self._read(place, index, typed)
            )
        except UserError as reason:
            now = self._shown(node, column, place)
            self.refused.append(RefusedCell(row + 1, column.title, typed, reason, node.id, now))
            return
        if place is None or not edits:
            self.same += 1
        else:
            self.changes.append(PastedCell(row + 1, column.title, place, typed, edits))

    def _read_several(self, node: Node, column: GridColumn, typed: str) -> tuple[SetValue, ...]:
        """No edits for a cell that shows the sum of several values. Raises UserError when another sum is pasted there."""
        reason = refuse_several_sources(self._plan, column, node, self._grid.language)
        if reason is not None and read_atom(self._specs[column.field], typed) != read_amount(column, node):
            raise reason
        return ()

    def _read(self, place: Place, index: int, typed: str) -> tuple[SetValue, ...]:
        """The edits that put `typed` into a place. Raises UserError when they cannot be made."""
        node_id, name, _part = place
        spec = self._specs[name]
        if spec.type in _NAMED and typed == copy_value(self._plan, place, self._grid.language).text:
            return ()
        self._check(index, typed)
        if spec.type == "reference":
            return link_edits(self._plan, (node_id, name), self.links.read(spec, typed))
        return read_value(self._plan, place, typed)

    def _check(self, index: int, typed: str) -> None:
        """Raise UserError for what no reader of values can know to be wrong."""
        check_spreadsheet_sign(typed)
        if index in self._month_first and has_open_order(typed):
            raise UserError(
                N_("“{text}” may have the month first, as another date of this column has."),
                advice=N_("Show the dates with the month’s name in the spreadsheet and copy again."),
                text=typed,
            )

    def _add_row(self, row: _Row) -> None:
        """Add a node for a row below the last, with the values that can be read; none when not one can."""
        fields: dict[str, dict[str, Atom]] = {}
        for index, cell in row.cells:
            column = self._grid.columns[index]
            try:
                parts = self._new_parts(index, column, cell) if cell else {}
            except UserError as reason:
                self.refused.append(RefusedCell(row.row + 1, column.title, cell, reason))
                continue
            if parts:
                fields.setdefault(column.field, {}).update(parts)
        if fields:
            self.branches.add(self._grid.kind, self._options.parent_id, fields)
            name = str(fields.get(NAME, {}).get(self._grid.language, ""))
            self.new_rows.append(PastedRow(row.row + 1, name, sum(map(len, fields.values()))))

    def _new_parts(self, index: int, column: GridColumn, typed: str) -> dict[str, Atom]:
        """What a new node keeps of a cell."""
        self._check(index, typed)
        spec = self._specs[column.field]
        if spec.type == "reference":
            targets = self.links.read(spec, typed)
            return dict(zip(targets, spread_positions(len(targets)), strict=True))
        atom = read_atom(spec, typed)
        place = place_of_cell(self._plan, column, self._blank, self._grid.language)
        return {place[2]: atom} if place is not None and atom is not None and atom != "" else {}

    def _shown(self, node: Node, column: GridColumn, place: Place | None) -> str:
        """What a cell shows now."""
        if place is None:
            return format_baht(read_amount(column, node), blank="")
        atom = node.parts(column.field).get(place[2])
        if atom is None:
            return shown_value(self._plan, place, self._grid.language)
        return shown_atom(self._specs[column.field], atom, self._grid.language)


def check_spreadsheet_sign(typed: str) -> None:
    """Raise UserError for what a spreadsheet copies in place of a value: the name of an error, or #### for want of room."""
    if typed in _CELL_ERRORS:
        raise UserError(
            N_("“{text}” is an error of the spreadsheet."),
            advice=N_("Mend the formula there and copy again."),
            text=typed,
        )
    if len(typed) > 1 and not typed.strip("#"):
        raise UserError(
            N_("The column was too narrow to show its value when it was copied."),
            advice=N_("Make the column wider in the spreadsheet and copy again."),
        )
