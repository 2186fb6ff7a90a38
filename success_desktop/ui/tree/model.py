"""The outline's model: an item model straight over the immutable plan. A new plan costs nothing until it is painted."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.ui.tree.captions import can_rename, has_missing_translation
from success_desktop.ui.tree.moves import Target, is_possible
from success_desktop.ui.tree.rows import OutlineRows

Index = QModelIndex | QPersistentModelIndex
NODE_MIME = "application/x-success-node"
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
_FLAG = Qt.ItemFlag
_NAMELESS = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable | _FLAG.ItemIsDragEnabled | _FLAG.ItemIsDropEnabled
_NAMED = _NAMELESS | _FLAG.ItemIsEditable


class OutlineRole(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    NUMBER = _ROLE.UserRole + 1
    CAPTION = _ROLE.UserRole + 2
    IS_UNTRANSLATED = _ROLE.UserRole + 3


_READERS: dict[int, Callable[[OutlineRows, str], object]] = {
    _ROLE.DisplayRole: lambda rows, node_id: rows.caption(node_id).text,
    _ROLE.EditRole: lambda rows, node_id: rows.name(node_id),
    _ROLE.ToolTipRole: lambda rows, node_id: rows.explanation(node_id),
    _ROLE.AccessibleTextRole: lambda rows, node_id: rows.full_name(node_id),
    OutlineRole.NUMBER: lambda rows, node_id: rows.numbers.get(node_id, ""),
    OutlineRole.CAPTION: lambda rows, node_id: rows.caption(node_id),
    OutlineRole.IS_UNTRANSLATED: lambda rows, node_id: has_missing_translation(
        rows.plan, rows.plan.nodes[node_id]
    ),
}


class OutlineModel(QAbstractItemModel):
    """The nodes of a plan in one language; the plan's own node is the invisible root.

    The model makes no edits. Its signals ask for them: `rename_requested(node id, name)`, `move_requested(Target)`.
    """

    rename_requested = Signal(str, str)
    move_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: OutlineRows | None = None

    def set_plan(self, plan: Plan | None, language: Language) -> None:
        """Show another plan, or none."""
        self.beginResetModel()
        self.rows = OutlineRows(plan, language) if plan is not None else None
        self.endResetModel()

    def rearrange(self, plan: Plan, query: str | None = None) -> None:
        """Show a later state of the same plan, or another search of it; what is chosen and open stays so where it goes."""
        if self.rows is None:
            return
        self.layoutAboutToBeChanged.emit()
        old = [index for index in self.persistentIndexList() if index.isValid()]
        node_ids = [self.node_id(index) for index in old]
        self.rows.rearrange(plan, query)
        self.changePersistentIndexList(old, [self.index_of(node_id) for node_id in node_ids])
        self.layoutChanged.emit()

    def refresh_nodes(self, plan: Plan, node_ids: Iterable[str]) -> None:
        """Show a later state of the same plan in which only fields of these nodes differ."""
        if self.rows is None:
            return
        self.rows.plan = plan
        for node_id in node_ids:
            index = self.index_of(node_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, node_id: str) -> QModelIndex:
        """The index of a node; invalid when it is not shown."""
        place = self.rows.place(node_id) if self.rows is not None else None
        if self.rows is None or place is None:
            return _NOWHERE
        return self.createIndex(place, 0, self.rows.serial(node_id))

    def node_id(self, index: Index) -> str:
        """The node of an index; the plan's root for the invalid one, "" without a plan."""
        if self.rows is None:
            return ""
        return self.rows.node_id(index.internalId()) if index.isValid() else self.rows.plan.root_id

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a child."""
        family = self._family(parent)
        if self.rows is None or column != 0 or not 0 <= row < len(family):
            return _NOWHERE
        return self.createIndex(row, 0, self.rows.serial(family[row]))

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: Index) -> QModelIndex: ...

    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        """The index of the node above; without an index, the object that owns the model."""
        if index is None:
            return super().parent()
        node = (
            self.rows.plan.nodes.get(self.node_id(index))
            if self.rows is not None and index.isValid()
            else None
        )
        return _NOWHERE if node is None or node.parent_id is None else self.index_of(node.parent_id)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many children a node shows."""
        return len(self._family(parent))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column."""
        return 1

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a row shows, by role."""
        reader = _READERS.get(role)
        if reader is None or self.rows is None or not index.isValid():
            return None
        node_id = self.node_id(index)
        return reader(self.rows, node_id) if node_id in self.rows.plan.nodes else None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Ask for another name."""
        if role != _ROLE.EditRole or value == self.data(index, _ROLE.EditRole):
            return False
        self.rename_requested.emit(self.node_id(index), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nodes can be chosen, dragged and dropped upon; those with a name field can be renamed."""
        if not index.isValid() or self.rows is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        return _NAMED if can_rename(self.rows.plan.kind_of(self.node_id(index))) else _NAMELESS

    def supportedDropActions(self) -> Qt.DropAction:
        """Nodes are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What can be dropped: a node."""
        return [NODE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The node being dragged."""
        content = QMimeData()
        content.setData(NODE_MIME, self.node_id(indexes[0]).encode())
        return content

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Whether the dragged node belongs there."""
        return self.rows is not None and is_possible(self.rows.plan, self._target(data, row, parent))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move. Answers False, so that the view does not remove the dragged row itself."""
        if self.canDropMimeData(data, action, row, column, parent):
            self.move_requested.emit(self._target(data, row, parent))
        return False

    def _target(self, data: QMimeData, row: int, parent: Index) -> Target:
        family = self._family(parent)
        before_id = family[row] if 0 <= row < len(family) else None
        node_id = bytes(data.data(NODE_MIME).data()).decode()
        return Target(node_id, self.node_id(parent), before_id)

    def _family(self, parent: Index) -> tuple[str, ...]:
        return self.rows.family(self.node_id(parent)) if self.rows is not None else ()
