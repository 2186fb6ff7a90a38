"""The rows of an edition as a table: which row, what happened to it, which kind of edition it belongs to, its reason."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.domain.edition_words import KIND_NAMES, NATURE_NAMES, row_name
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, Language, _, translate
from success_desktop.services.edition_rows import Amendment

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADS = (N_("No."), N_("Item"), N_("What happened"), N_("Belongs to"), N_("Reason"))
NUMBER, NAME, NATURE, ROUTED, REASON = range(len(_HEADS))
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class RowLine(NamedTuple):
    """A row with the words that the table shows of it, and whether it belongs to the edition in hand."""

    row: EditionRow
    texts: tuple[str, ...]
    is_here: bool


class RowsModel(QAbstractTableModel):
    """Holds the lines of one edition; those that wait for an edition of their own stand behind those that belong here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[RowLine] = ()

    def show_lines(self, lines: Sequence[RowLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def place_of(self, row_id: str) -> int:
        """The line of a row; -1 when it is not here."""
        return next((place for place, line in enumerate(self.lines) if line.row.row_id == row_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The same for every edition."""
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        return self.lines[index.row()].texts[index.column()] if role in _SHOWN else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column tells."""
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(_HEADS[section]) if is_head else None


def list_lines(amendment: Amendment, language: Language) -> list[RowLine]:
    """The lines of an edition's rows, those that belong to it first."""
    before = number_nodes(amendment.base) if amendment.base is not None else {}
    numbers = {**before, **number_nodes(amendment.present)}
    return [
        RowLine(row, tuple(_words(amendment, row, numbers.get(row.row_id, ""), language)), is_here)
        for rows, is_here in ((amendment.here, True), (amendment.elsewhere, False))
        for row in rows
    ]


def plan_with(amendment: Amendment, row_id: str) -> Plan:
    """The plan that has a row: the present one, or for a row taken out the adopted one."""
    if amendment.base is None or row_id in amendment.present.nodes:
        return amendment.present
    return amendment.base


def _words(amendment: Amendment, row: EditionRow, number: str, language: Language) -> Iterator[str]:
    yield number
    yield row_name(plan_with(amendment, row.row_id), row.row_id, language)
    yield translate(NATURE_NAMES[row.nature], language)
    routed = translate(KIND_NAMES[row.routed], language)
    yield _("{kind} (chosen by hand)").format(kind=routed) if row.is_overridden else routed
    yield " ".join((row.reason.get(language) or next(iter(row.reason.values()), "")).split()) or "–"
