"""An item model straight over the immutable plan. A new plan costs nothing until it is painted."""

from collections.abc import Callable, Iterable
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from success_desktop.domain.plan import Plan
from success_desktop.ui.tree.plan_rows import PlanRows

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PlanModel(QAbstractItemModel):
    """The nodes of `rows` as a tree of one column, or of as many as a subclass counts; what they say is the subclass's.

    The plan's own node is the invisible root. `rows` is None while no plan is shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: PlanRows | None = None

    def index_of(self, node_id: str, column: int = 0) -> QModelIndex:
        """The index of a node; invalid when it is not shown."""
        place = self.rows.place(node_id) if self.rows is not None else None
        if self.rows is None or place is None:
            return NOWHERE
        return self.createIndex(place, column, self.rows.serial(node_id))

    def node_id(self, index: Index) -> str:
        """The node of an index; the plan's root for the invalid one, "" without a plan."""
        if self.rows is None:
            return ""
        return self.rows.node_id(index.internalId()) if index.isValid() else self.rows.plan.root_id

    def refresh_nodes(self, plan: Plan, node_ids: Iterable[str]) -> None:
        """Show a later state of the same plan in which only fields of these nodes differ."""
        if self.rows is None:
            return
        self.rows.change_fields(plan)
        for node_id in node_ids:
            index = self.index_of(node_id)
            if index.isValid():
                self.dataChanged.emit(index, index.siblingAtColumn(self.columnCount() - 1))

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """The index of a child."""
        family = self._family(parent)
        if self.rows is None or not 0 <= column < self.columnCount() or not 0 <= row < len(family):
            return NOWHERE
        return self.createIndex(row, column, self.rows.serial(family[row]))

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: Index) -> QModelIndex: ...

    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        """The index of the node above; without an index, the object that owns the model."""
        if index is None:
            return super().parent()
        if self.rows is None or not index.isValid():
            return NOWHERE
        node = self.rows.plan.nodes.get(self.node_id(index))
        return NOWHERE if node is None or node.parent_id is None else self.index_of(node.parent_id)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many children a node shows, in its first column."""
        return len(self._family(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """One column."""
        return 1

    def keep_indexes(self, rearrange: Callable[[], None]) -> None:
        """Rearrange the rows; what is chosen and open stays so where it goes."""
        self.layoutAboutToBeChanged.emit()
        old = [index for index in self.persistentIndexList() if index.isValid()]
        places = [(self.node_id(index), index.column()) for index in old]
        rearrange()
        self.changePersistentIndexList(old, [self.index_of(*place) for place in places])
        self.layoutChanged.emit()

    def _family(self, parent: Index) -> tuple[str, ...]:
        return self.rows.family(self.node_id(parent)) if self.rows is not None else ()
