"""The cards as an item model: words are made when a card is seen, and kept for the last few hundred."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.ui.feedback.remark_card import RemarkCard

Index = QModelIndex | QPersistentModelIndex
REMARK_MIME = "application/x-success-remark"
_NOWHERE = QModelIndex()
_MOST_KEPT = 400
_FLAG = Qt.ItemFlag
_FIXED = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable

Writer = Callable[[str], RemarkCard]
"""Words the card of a remark, by its id."""


class RemarkModel(QAbstractListModel):
    """One row for each remark listed. A card can be dragged onto a field of the page, which places its remark there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._write: Writer = write_nothing

    def show(self, ids: Sequence[str], write: Writer) -> None:
        """List other remarks, or word the same ones anew."""
        self.beginResetModel()
        self._ids = list(ids)
        self._rows = {remark_id: row for row, remark_id in enumerate(self._ids)}
        self._write = lru_cache(_MOST_KEPT)(write)
        self.endResetModel()

    @property
    def ids(self) -> Sequence[str]:
        """The remarks listed, from the top."""
        return self._ids

    def remark_id(self, row: int) -> str:
        """The remark of a row; "" for no row."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def row_of(self, remark_id: str) -> int:
        """The row of a remark; -1 when it is not listed."""
        return self._rows.get(remark_id, -1)

    def card(self, row: int) -> RemarkCard:
        """The card of a row, in words. Raises IndexError when there is no such row."""
        return self._write(self._ids[row])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many remarks are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a card says, by role."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.card(index.row()).spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be chosen and dragged."""
        return _FIXED | _FLAG.ItemIsDragEnabled if index.isValid() else _FLAG.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """What is dragged: a remark."""
        return [REMARK_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The remark being dragged."""
        content = QMimeData()
        content.setData(REMARK_MIME, self.remark_id(indexes[0].row()).encode())
        return content


def dragged_remark_id(content: QMimeData) -> str:
    """The id of the remark that is being dragged; "" when it is something else."""
    return bytes(content.data(REMARK_MIME).data()).decode()


def write_nothing(remark_id: str) -> RemarkCard:
    """The writer of an empty list. Raises KeyError."""
    raise KeyError(remark_id)
