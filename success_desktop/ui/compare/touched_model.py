"""The tree of touched nodes: what differs and all that stands above it, in the order of both plans laid into one."""

from enum import IntEnum
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.domain.comparison import Comparison, NodeDifference, merged_children
from success_desktop.i18n import _
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.card_writer import CardWriter
from success_desktop.ui.compare.signs import Sign, sign_words

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class TouchedRole(IntEnum):
    """What the delegate asks for besides the name: the sign, and how many fields differ."""

    SIGN = _Role.UserRole + 1
    COUNT = _Role.UserRole + 2


class TouchedModel(QAbstractItemModel):
    """The nodes with differences and those above them. The plan itself is the invisible root, unless it differs too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer: CardWriter | None = None
        self._shown: set[str] = set()
        self._families: dict[str, tuple[str, ...]] = {"": ()}
        self._rows: dict[str, int] = {}
        self._ids: list[str] = []
        self._serials: dict[str, int] = {}

    def show(self, writer: CardWriter | None) -> None:
        """Show what the cards of `writer` are about; nothing for None."""
        self.beginResetModel()
        self._writer = writer
        self._families, self._rows, self._ids, self._serials = {"": ()}, {}, [], {}
        self._shown = set()
        if writer is not None:
            comparison = writer.compared.comparison
            self._shown = _leading_to(comparison, {place.node_id for place in writer.list_places()})
            self._keep_family("", self._top(comparison))
        self.endResetModel()

    def count(self) -> int:
        """How many nodes the tree has."""
        return len(self._shown)

    def node_id(self, index: Index) -> str:
        """The node of a line; "" for no line."""
        return self._ids[index.internalId()] if index.isValid() else ""

    def index_of(self, node_id: str) -> QModelIndex:
        """The line of a node; invalid when it has none."""
        if self._writer is None or node_id not in self._shown:
            return _NOWHERE
        self._family(self._parent_of(node_id))
        return self.createIndex(self._rows[node_id], 0, self._serial(node_id))

    def first_row_within(self, node_id: str, cards: CardModel) -> int:
        """The row of the first card about a node or anything below it; -1 when nothing there differs."""
        waiting = [node_id] if node_id in self._shown else []
        while waiting:
            here = waiting.pop()
            row = cards.first_row_of(here)
            if row >= 0:
                return row
            waiting.extend(reversed(self._family(here)))
        return -1

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a line."""
        family = self._family(self.node_id(parent))
        if column != 0 or not 0 <= row < len(family):
            return _NOWHERE
        return self.createIndex(row, 0, self._serial(family[row]))

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: Index) -> QModelIndex: ...

    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        """The line of the node above; without an index, the object that owns the model."""
        if index is None:
            return super().parent()
        if self._writer is None or not index.isValid():
            return _NOWHERE
        return self.index_of(self._parent_of(self.node_id(index)))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are under one."""
        return len(self._family(self.node_id(parent)))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column."""
        return 1

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """What a line says, by role."""
        if self._writer is None or not index.isValid():
            return None
        node_id = self.node_id(index)
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._writer.name(node_id)
        difference = self._writer.compared.comparison.differences.get(node_id)
        if role == TouchedRole.SIGN:
            return sign_of(difference)
        if role == TouchedRole.COUNT:
            return _count_of(difference)
        return self._spoken(node_id, difference) if role == _Role.AccessibleTextRole else None

    def _spoken(self, node_id: str, difference: NodeDifference | None) -> str:
        assert self._writer is not None
        count = _count_of(difference)
        words = [self._writer.name(node_id), sign_words(sign_of(difference))]
        edited = _("{count} field edited") if count == 1 else _("{count} fields edited")
        words.append(edited.format(count=f"{count:,}") if count else "")
        return ", ".join(word for word in words if word)

    def _top(self, comparison: Comparison) -> tuple[str, ...]:
        """The plan's own line where the plan itself differs, else what lies directly under it."""
        roots = tuple(dict.fromkeys((comparison.new.root_id, comparison.old.root_id)))
        if any(root_id in comparison.differences for root_id in roots):
            return roots
        return merged_children(comparison, comparison.new.root_id)

    def _parent_of(self, node_id: str) -> str:
        """The node that a node's line lies under; "" at the top."""
        parent_id = self._writer.compared.comparison.parent_of(node_id) if self._writer is not None else None
        return "" if parent_id is None or node_id in self._families[""] else parent_id

    def _family(self, parent_id: str) -> tuple[str, ...]:
        family = self._families.get(parent_id)
        if family is None and self._writer is not None and parent_id:
            family = self._keep_family(
                parent_id, merged_children(self._writer.compared.comparison, parent_id)
            )
        return family or ()

    def _keep_family(self, parent_id: str, children: tuple[str, ...]) -> tuple[str, ...]:
        """Remember the children of a node that are shown, and the row of each."""
        family = self._families[parent_id] = tuple(child for child in children if child in self._shown)
        self._rows.update((child, row) for row, child in enumerate(family))
        return family

    def _serial(self, node_id: str) -> int:
        """The number that a node goes by in indexes."""
        serial = self._serials.get(node_id)
        if serial is None:
            serial = self._serials[node_id] = len(self._ids)
            self._ids.append(node_id)
        return serial


def sign_of(difference: NodeDifference | None) -> Sign:
    """The sign of a node: what became of it as a whole, or that it has another name, or that something in it differs."""
    if difference is None:
        return "same"
    if difference.fate != "same":
        return difference.fate
    return "renamed" if difference.is_renamed else "edited"


def _count_of(difference: NodeDifference | None) -> int:
    """How many fields of a node of both plans differ."""
    return len(difference.fields) if difference is not None and difference.fate in ("same", "moved") else 0


def _leading_to(comparison: Comparison, node_ids: set[str]) -> set[str]:
    """Nodes and all that stand above them in the merged tree."""
    leading: set[str] = set()
    for node_id in node_ids:
        above: str | None = node_id
        while above is not None and above not in leading:
            leading.add(above)
            above = comparison.parent_of(above)
    return leading
