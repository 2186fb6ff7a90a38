"""Which nodes are the rows of the table, and in which order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import RowFilter, TextKeys, all_rows, narrow_rows
from success_desktop.services.tabulating import GridColumn
from success_desktop.services.tabulating_cells import CellReader

_ANY_WORD = "-"


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that rows are sorted by (its key), and which way; blanks are last either way."""

    key: str = ""
    is_descending: bool = False

    def turned(self, key: str) -> "Sorting":
        """What another press on the head of a column does: upwards, downwards, back to the order of the outline."""
        if key != self.key:
            return Sorting(key)
        return Sorting() if self.is_descending else Sorting(key, True)


class ShownRows:
    """Rows below a node, narrowed by a filter and sorted.

    An edit never makes a row jump or vanish under the hand: rows are narrowed and sorted when that is asked for.
    """

    def __init__(self) -> None:
        self.wanted = RowFilter()
        self.sorting = Sorting()
        self.all_count = 0
        self._keys = TextKeys()
        self._found: tuple[Plan, tuple[str, str], list[str]] | None = None

    def is_narrowed(self) -> bool:
        """Whether a filter hides rows, beyond what the outline chooses."""
        return replace(self.wanted, under_id="") != RowFilter()

    def forget(self) -> None:
        """Another plan is open."""
        self._keys.forget()
        self._found = None
        self.wanted, self.sorting, self.all_count = RowFilter(), Sorting(), 0

    def warm(self, plan: Plan, kind: str, first: int, count: int) -> bool:
        """Make keys that text is looked for in, of `count` rows from row `first` on. Whether more rows are left."""
        rows = self._everything(plan, kind)[first : first + count]
        narrow_rows(plan, kind, rows, RowFilter(text=_ANY_WORD), self._keys)
        return len(rows) == count

    def find(self, plan: Plan, kind: str) -> list[str]:
        """The rows that the filter lets through, in the order of the outline."""
        everything = self._everything(plan, kind)
        self.all_count = len(everything)
        return (
            narrow_rows(plan, kind, everything, self.wanted, self._keys) if self.is_narrowed() else everything
        )

    def _everything(self, plan: Plan, kind: str) -> list[str]:
        """All rows below the node, as they were found last while nothing has changed."""
        asked = (kind, self.wanted.under_id)
        if self._found is None or self._found[0] is not plan or self._found[1] != asked:
            self._found = plan, asked, all_rows(plan, kind, self.wanted.under_id)
        return list(self._found[2])

    def find_again(self, plan: Plan, kind: str, shown: list[str], added: Iterable[str]) -> list[str]:
        """The rows after nodes came, went or moved: those shown before stay, `added` ones are at their neighbours."""
        kept = {*shown, *self.find(plan, kind), *added}
        ordered = [row for row in self._everything(plan, kind) if row in kept]
        if not self.sorting.key:
            return ordered
        there, before = set(shown), dict(zip(ordered[1:], ordered, strict=False))
        rows = [row for row in shown if row in plan.nodes]
        for row in ordered:
            if row not in there:
                neighbour = before.get(row, "")
                rows.insert(rows.index(neighbour) + 1 if neighbour in rows else len(rows), row)
        return rows

    def sort(
        self, plan: Plan, rows: list[str], columns: Mapping[str, GridColumn], reader: CellReader
    ) -> list[str]:
        """The rows in the order asked for; in the order given when there is none."""
        column = columns.get(self.sorting.key)
        if column is None or column.show == "number":
            return rows[::-1] if column is not None and self.sorting.is_descending else rows
        values = {row: reader.sort_value(column, plan.nodes[row]) for row in rows}
        filled = [(value, row) for row, value in values.items() if value is not None]
        filled.sort(key=lambda pair: pair[0], reverse=self.sorting.is_descending)
        return [*(row for _value, row in filled), *(row for row in rows if values[row] is None)]
