"""The cards as an item model: words are made when a card is seen, and kept for the last few hundred."""

from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.ui.compare.card import Card, Place
from success_desktop.ui.compare.card_writer import CardWriter

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_KEPT = 400


class CardModel(QAbstractListModel):
    """One row for each difference."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []
        self._rows: dict[Place, int] = {}
        self._first_rows: dict[str, int] = {}
        self._write = lru_cache(_MOST_KEPT)(_write_nothing)

    def show(self, writer: CardWriter | None) -> None:
        """Show the differences that `writer` words; none for None."""
        self.beginResetModel()
        self._places = writer.list_places() if writer is not None else []
        self._rows = {place: row for row, place in enumerate(self._places)}
        self._first_rows = {place.node_id: row for place, row in reversed(self._rows.items())}
        self._write = lru_cache(_MOST_KEPT)(writer.write if writer is not None else _write_nothing)
        self.endResetModel()

    def place(self, row: int) -> Place | None:
        """What the card of a row is about; None for no row."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def places_from(self, row: int) -> list[Place]:
        """What the cards from a row on are about, then those before it, the nearest first; none for no row."""
        return [*self._places[row:], *reversed(self._places[:row])] if row >= 0 else []

    def first_left(self, places: list[Place]) -> int:
        """The row of the first of `places` that there is a card for; the first row when there is none, -1 without any."""
        found = (self._rows[place] for place in places if place in self._rows)
        return next(found, 0 if self._places else -1)

    def first_row_of(self, node_id: str) -> int:
        """The row of the first card about a node; -1 when there is none."""
        return self._first_rows.get(node_id, -1)

    def card(self, row: int) -> Card:
        """The card of a row, in words. Raises IndexError when there is no such row."""
        return self._write(self._places[row])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many differences there are."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a card says, by role."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.card(index.row()).spoken()
        return None


def _write_nothing(place: Place) -> Card:
    raise KeyError(place)
