"""The model of the timeline: names in one column, places in time in the other, straight over the immutable plan."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language, _
from success_desktop.ui.figures.timeline_rows import TimelineRows
from success_desktop.ui.figures.timeline_words import spoken_row, tooltip_of
from success_desktop.ui.tree.plan_model import NOWHERE, Index, PlanModel

NAME_COLUMN, TIME_COLUMN = 0, 1
_ROLE = Qt.ItemDataRole
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

_Reader = Callable[[TimelineRows, str], object]


def _read_name(rows: TimelineRows, node_id: str) -> str:
    return rows.full_name(node_id)


def _read_time(rows: TimelineRows, node_id: str) -> str:
    return spoken_row(rows.plan, rows.bar(node_id), rows.language)


def _read_tooltip(rows: TimelineRows, node_id: str) -> str:
    return tooltip_of(rows.plan, rows.bar(node_id), rows.language)


_READERS: dict[tuple[int, int], _Reader] = {
    (NAME_COLUMN, _ROLE.DisplayRole): _read_name,
    (NAME_COLUMN, _ROLE.AccessibleTextRole): _read_name,
    (NAME_COLUMN, _ROLE.ToolTipRole): _read_tooltip,
    (TIME_COLUMN, _ROLE.DisplayRole): _read_time,
    (TIME_COLUMN, _ROLE.AccessibleTextRole): _read_time,
    (TIME_COLUMN, _ROLE.ToolTipRole): _read_tooltip,
}


class TimelineModel(PlanModel):
    """A plan as two columns. The second column tells in words what is drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: TimelineRows | None = None

    def set_plan(self, plan: Plan | None, language: Language) -> None:
        """Show another plan, or none."""
        self.beginResetModel()
        self.rows = TimelineRows(plan, language) if plan is not None else None
        self.endResetModel()

    def rearrange(self, plan: Plan) -> None:
        """Show a later state of the same plan; what is chosen and open stays so where it goes."""
        if self.rows is None:
            return
        rows = self.rows
        self.keep_indexes(lambda: rows.rearrange(plan))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The name and the time."""
        return 2

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a row says, by column and role."""
        reader = _READERS.get((index.column(), role))
        if reader is None or self.rows is None or not index.isValid():
            return None
        node_id = self.node_id(index)
        return reader(self.rows, node_id) if node_id in self.rows.plan.nodes else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """What the columns are called."""
        if role != _ROLE.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return _("Project or action item") if section == NAME_COLUMN else _("Time")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen; dates are changed by dragging bars, not by typing into rows."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags
