"""The outline's model: names, numbers and badges of the plan's nodes, to be chosen, renamed and dragged."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from success_desktop.domain.plan import Plan
from success_desktop.domain.reviewing import reviewed_round
from success_desktop.i18n import Language
from success_desktop.ui.findings import Count
from success_desktop.ui.tree.captions import can_rename
from success_desktop.ui.tree.plan_model import Index, PlanModel
from success_desktop.ui.tree.rows import OutlineRows

NODE_MIME = "application/x-success-node"
_ROLE = Qt.ItemDataRole
_FLAG = Qt.ItemFlag
_NAMELESS = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable | _FLAG.ItemIsDragEnabled | _FLAG.ItemIsDropEnabled
_NAMED = _NAMELESS | _FLAG.ItemIsEditable
_LOCKED = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable


class OutlineRole(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    NUMBER = _ROLE.UserRole + 1
    CAPTION = _ROLE.UserRole + 2
    COUNT = _ROLE.UserRole + 3


_READERS: dict[int, Callable[[OutlineRows, str], object]] = {
    _ROLE.DisplayRole: lambda rows, node_id: rows.caption(node_id).text,
    _ROLE.EditRole: lambda rows, node_id: rows.name(node_id),
    _ROLE.ToolTipRole: lambda rows, node_id: rows.explanation(node_id),
    _ROLE.AccessibleTextRole: lambda rows, node_id: rows.spoken_name(node_id),
    OutlineRole.NUMBER: lambda rows, node_id: rows.numbers.get(node_id, ""),
    OutlineRole.CAPTION: lambda rows, node_id: rows.caption(node_id),
    OutlineRole.COUNT: lambda rows, node_id: rows.count(node_id),
}


def dragged_node_id(content: QMimeData) -> str:
    """The id of the node that is being dragged; "" when it is something else."""
    return bytes(content.data(NODE_MIME).data()).decode()


class OutlineModel(PlanModel):
    """The nodes of a plan in one language.

    `count` tells how much is found wanting at a node and below it.
    The model makes no edits. Its signals ask for them: `rename_requested(node id, name)`.
    """

    rename_requested = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: OutlineRows | None = None
        self.count: Callable[[str], Count] = lambda node_id: Count()

    def set_plan(self, plan: Plan | None, language: Language) -> None:
        """Show another plan, or none."""
        self.beginResetModel()
        self.rows = OutlineRows(plan, language, lambda one: self.count(one)) if plan is not None else None
        self.endResetModel()

    def rearrange(self, plan: Plan, query: str | None = None) -> None:
        """Show a later state of the same plan, or another search of it; what is chosen and open stays so where it goes."""
        if self.rows is None:
            return
        rows = self.rows
        self.keep_indexes(lambda: rows.rearrange(plan, query))

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
        """Nodes can be chosen, dragged and dropped upon; those with a name field can be renamed.

        In a copy for review they can be chosen, and nothing else.
        """
        if not index.isValid() or self.rows is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if reviewed_round(self.rows.plan):
            return _LOCKED
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
