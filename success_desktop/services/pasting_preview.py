"""What is asked of a paste, and what it would do, for a person to look at before it happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from success_desktop.domain.edits import Edit, SetValue
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import Language
from success_desktop.services.entering import Place
from success_desktop.services.tabulating import GridColumn


@dataclass(frozen=True, slots=True)
class PasteGrid:
    """The grid that a block goes into.

    `columns` from left to right; `rows` the ids of its nodes from top to bottom, all of one `kind`; `language` that of its
    texts, years and days.
    """

    columns: Sequence[GridColumn]
    rows: Sequence[str]
    kind: str
    language: Language


@dataclass(frozen=True, slots=True)
class PasteOptions:
    """Where a block goes and how far it may reach.

    `row` and `column`: the cell that takes the block's first. `row_count` and `column_count`: the size of the selection,
    which a smaller block that fits into it a whole number of times fills. `parent_id`: where rows below the
    grid's last become new nodes, "" for nowhere; they do when `has_new_rows`. `are_all_new`: every row of the block becomes
    a new node there, and no row of the grid changes. `has_new_names`: unknown agencies join the plan's register.
    """

    row: int = 0
    column: int = 0
    row_count: int = 1
    column_count: int = 1
    parent_id: str = ""
    has_new_rows: bool = False
    has_new_names: bool = False
    are_all_new: bool = False


class PastedCell(NamedTuple):
    """A cell that changes. `row`: of the grid, the first is 1; `edits` make the change."""

    row: int
    head: str
    place: Place
    typed: str
    edits: tuple[SetValue, ...]


class RefusedCell(NamedTuple):
    """A cell that stays as it is, what was pasted there, and why not.

    `node_id` is the node of its row, "" for a row below the grid's last; `now` what the cell shows.
    """

    row: int
    head: str
    typed: str
    reason: UserError
    node_id: str = ""
    now: str = ""


class PastedRow(NamedTuple):
    """A node that is added: its row below the grid's last, its name ("" for none), and how many values it brings."""

    row: int
    name: str
    value_count: int


@dataclass(frozen=True, slots=True)
class PastePreview:
    """What a paste would do to `plan`.

    `same`: how many cells hold already what is pasted. `extra_rows`: rows below the grid's last that become no nodes,
    because nobody asked or none may be there (`can_add_rows`). `left_out`: columns of the block without a column in
    the grid, by head or by number. `computed`: heads of the columns that the program works out itself;
    nothing is pasted there. `unknown_names`: agencies that are not in the plan's register, and
    `new_names` those that join it. `has_heads`: the block's first row named its columns. `brings_names`: its rows have
    names of their own and the grid has rows, so that they may be new as well as go over those that are there.
    """

    plan: Plan
    changes: tuple[PastedCell, ...] = ()
    same: int = 0
    refused: tuple[RefusedCell, ...] = ()
    new_rows: tuple[PastedRow, ...] = ()
    extra_rows: int = 0
    can_add_rows: bool = False
    left_out: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    unknown_names: tuple[str, ...] = ()
    new_names: tuple[str, ...] = ()
    has_heads: bool = False
    brings_names: bool = False
    edits: tuple[Edit, ...] = ()

    @property
    def cell_count(self) -> int:
        """How many cells get a value, those of new rows included."""
        return len(self.changes) + sum(row.value_count for row in self.new_rows)

    @property
    def cleared(self) -> int:
        """How many cells lose what they hold."""
        return sum(1 for cell in self.changes if not cell.typed)
