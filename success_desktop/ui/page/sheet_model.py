"""A sheet (page.sheet) as an item model: shows it, and hands in what is typed into its cells."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.errors import UserError
from success_desktop.services.copying import CopiedCell, copy_value
from success_desktop.services.entering import Place
from success_desktop.services.pasting_text import Block
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.page.sheet import Cell, Head, Sheet

Index = QModelIndex | QPersistentModelIndex
REFUSED_ROLE = Qt.ItemDataRole.UserRole + 1
SUM_ROLE = Qt.ItemDataRole.UserRole + 2
BOLD_ROLE = Qt.ItemDataRole.UserRole + 3
_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight | _MIDDLE, Qt.AlignmentFlag.AlignLeft | _MIDDLE


class SheetModel(QAbstractTableModel):
    """The cells of a sheet. What is typed and refused stays in its cell until it is mended."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.sheet = Sheet((), ())
        self._readers: dict[int, Callable[[Cell], object]] = {
            _ROLE.DisplayRole: self._text,
            _ROLE.EditRole: self._text,
            _ROLE.TextAlignmentRole: lambda cell: _RIGHT if cell.is_number else _LEFT,
            _ROLE.ToolTipRole: lambda cell: self._refusal(cell) or None,
            _ROLE.AccessibleDescriptionRole: lambda cell: self._refusal(cell) or None,
            REFUSED_ROLE: lambda cell: bool(self._refusal(cell)),
            BOLD_ROLE: lambda cell: cell.is_bold,
        }

    def show(self, sheet: Sheet) -> bool:
        """Show another sheet; whether rows or columns had to be made anew for it."""
        is_alike = _outline(sheet) == _outline(self.sheet)
        if is_alike:
            self.sheet = sheet
            if sheet.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(sheet.rows) - 1, len(sheet.heads) - 1))
        else:
            self.beginResetModel()
            self.sheet = sheet
            self.endResetModel()
        return not is_alike

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        return self.sheet.rows[index.row()][index.column()]

    def forget_refused(self, index: Index) -> None:
        """Show what the plan holds in a cell whose last entry was refused."""
        place = self.cell(index).place
        if place is not None:
            self._context.forget_refused(place)

    def copied(self, index: Index) -> CopiedCell:
        """A cell on its way to the clipboard, amounts as plain numbers."""
        cell = self.cell(index)
        if cell.place is not None:
            return copy_value(self._context.plan, cell.place, self._context.language)
        return CopiedCell(cell.text.replace(",", "") if cell.is_number else cell.text)

    def enter_block(self, label: str, corner: Index, block: Block) -> int:
        """Hand in a block of cells that begins at `corner`, as the step `label`. Returns how many have no place here."""
        cells: dict[Place, str] = {}
        homeless = 0
        for down, row in enumerate(block):
            for right, typed in enumerate(row):
                index = self.index(corner.row() + down, corner.column() + right)
                place = self.cell(index).place if index.isValid() else None
                if place is not None:
                    cells[place] = typed
                elif typed and not (index.isValid() and typed == self.copied(index).text):
                    homeless += 1
        self._context.enter_several(label, cells)
        return homeless

    def tell(self, error: UserError) -> None:
        """Say something in the message bar."""
        self._context.bridge.refused.emit(error)

    def refusals(self) -> list[str]:
        """The sentences about cells that could not be read."""
        return [sentence for row in self.sheet.rows for cell in row if (sentence := self._refusal(cell))]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.sheet.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.sheet.heads):
            return None
        head: Head = self.sheet.heads[section]
        if role == _ROLE.DisplayRole:
            return head.text
        return (_RIGHT if head.is_number else _LEFT) if role == _ROLE.TextAlignmentRole else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a cell shows, by role."""
        if not index.isValid():
            return None
        if role == SUM_ROLE:
            return index.row() >= len(self.sheet.rows) - self.sheet.sums
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(index)
        reader = self._readers.get(role)
        return reader(self.cell(index)) if reader is not None else None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Hand in what was typed into a cell; False when it could not be read."""
        cell = self.cell(index)
        if cell.place is None or role != _ROLE.EditRole or value == self._text(cell):
            return False
        return self._context.enter(cell.place, str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with a place can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.cell(index).place is not None else flags

    def _text(self, cell: Cell) -> str:
        refused = self._context.refused.get(cell.place) if cell.place is not None else None
        return refused.typed if refused is not None else cell.text

    def _refusal(self, cell: Cell) -> str:
        refused = self._context.refused.get(cell.place) if cell.place is not None else None
        return refused.sentence if refused is not None else ""

    def _spoken(self, index: Index) -> str:
        """What a screen reader says of a cell: its row, its column, its value."""
        row_head = self.sheet.rows[index.row()][0].text if index.column() else ""
        pieces = (row_head, self.sheet.heads[index.column()].text, self._text(self.cell(index)))
        return " ".join(piece for piece in pieces if piece)


def _outline(sheet: Sheet) -> tuple[tuple[Head, ...], list[tuple[object, ...]], int]:
    """What two sheets must have alike for one to be shown in the place of the other."""
    return sheet.heads, [tuple(cell.place for cell in row) for row in sheet.rows], sheet.sums
