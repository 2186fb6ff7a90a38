"""What a paste would do, line by line, as an item model: refused cells first, then new rows, then cells that change."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.values import Atom
from success_desktop.i18n import N_, Language, _
from success_desktop.services.copying import CopiedCell, copy_value
from success_desktop.services.entering import shown_atom
from success_desktop.services.pasting_preview import PastedCell, PastedRow, PastePreview, RefusedCell

Index = QModelIndex | QPersistentModelIndex
PROBLEM_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether a line tells of a refused cell."""

_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_HEADS = (N_("Row"), N_("Column"), N_("Now"), N_("Pasted"), N_("What happens"))


class Line(NamedTuple):
    """A line of the list: row of the grid (the first is 1), head of the column, value now, value pasted, what happens."""

    row: str
    head: str
    old: str
    new: str
    remark: str


class PasteRows(QAbstractTableModel):
    """The lines are worded when they are looked at: a paste may change thousands of cells."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._preview: PastePreview | None = None
        self._language: Language = "th"
        self._numbers: Mapping[str, str] = {}
        self._entries: list[PastedCell | RefusedCell | PastedRow] = []

    def show(self, preview: PastePreview, language: Language, *, is_done: bool = False) -> None:
        """List what a preview shows, with values in `language`; only what was refused when the rest `is_done`."""
        self.beginResetModel()
        self._preview, self._language = preview, language
        self._numbers = number_nodes(preview.plan)
        self._entries = [*preview.refused]
        if not is_done:
            self._entries += [*preview.new_rows, *preview.changes]
        self.endResetModel()

    def refused_cells(self) -> list[list[CopiedCell]]:
        """The refused cells with their heads, for the clipboard: row, column, what was pasted, why not."""
        refused = [entry for entry in self._entries if isinstance(entry, RefusedCell)]
        rows = [
            [self._where(cell.row, cell.node_id), cell.head, cell.typed, str(cell.reason)] for cell in refused
        ]
        heads = [_(_HEADS[0]), _(_HEADS[1]), _(_HEADS[3]), _(_HEADS[4])]
        return [[CopiedCell(text) for text in row] for row in (heads, *rows)]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Row, column, old value, new value, remark."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The heads."""
        is_head = orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole
        return _(_HEADS[section]) if is_head else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a line says."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == PROBLEM_ROLE:
            return isinstance(entry, RefusedCell)
        if role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        if role == _ROLE.ToolTipRole and isinstance(entry, RefusedCell):
            return str(entry.reason)
        text = self._line(entry)[index.column()]
        return text if role == _ROLE.ToolTipRole else " ".join(text.split())

    def cell_of(self, index: Index) -> tuple[str, str]:
        """The cell of the grid that a line tells of: its node and its column's head; "" for both in a new row."""
        entry = self._entries[index.row()]
        if isinstance(entry, PastedRow):
            return "", ""
        return entry.node_id if isinstance(entry, RefusedCell) else entry.place[0], entry.head

    def _line(self, entry: PastedCell | RefusedCell | PastedRow) -> Line:
        if isinstance(entry, RefusedCell):
            where = self._where(entry.row, entry.node_id)
            return Line(where, entry.head, entry.now, entry.typed, entry.reason.sentence())
        if isinstance(entry, PastedRow):
            return Line(str(entry.row), "", "", entry.name, _("Added as a new row"))
        old, new = self._values(entry)
        where = self._where(entry.row, entry.place[0])
        return Line(where, entry.head, old, new, "" if new else _("Becomes empty"))

    def _where(self, row: int, node_id: str) -> str:
        """A row by its place in the grid and the number printed there."""
        number = self._numbers.get(node_id)
        return f"{row} · {number}" if number else str(row)

    def _values(self, cell: PastedCell) -> tuple[str, str]:
        """The value now and the value to come, as the grid shows them; names of linked nodes as they were pasted."""
        if self._preview is None:
            return "", cell.typed
        plan = self._preview.plan
        node_id, field, part = cell.place
        spec = plan.kind_of(node_id).fields[field]
        if spec.type == "reference":
            return copy_value(plan, cell.place, self._language).text, cell.typed
        old: Atom | None = plan.nodes[node_id].parts(field).get(part)
        new = next((edit.new for edit in cell.edits), None)
        return shown_atom(spec, old, self._language), shown_atom(spec, new, self._language)
