"""The table as a person sees it and works in it: by the names of rows, the keys of columns and the keyboard."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QWidget

from success_desktop.domain.amounts import format_baht
from success_desktop.ui.table.cell_editors import CellEditor, LineCell
from success_desktop.ui.table.table_view import TableView
from tests.ui.page.keys import NONE, press, type_text

ALL = ["โครงการdredge", "โครงการgauge", "โครงการmap", "โครงการheat"]
"""The names of the projects of the small plan, in the order of its outline."""

_SELECT = QItemSelectionModel.SelectionFlag.Select


class Grid:
    """A table with hands and eyes."""

    def __init__(self, table: TableView) -> None:
        self.table = table
        self.view = table.view
        self.model = table.model

    def names(self) -> list[str]:
        """The names of the rows, from the top."""
        return self.texts("name")

    def texts(self, key: str) -> list[str]:
        """What a column shows, from the top."""
        column = self.model.column_of(key)
        return [str(self.model.index(row, column).data()) for row in range(self.model.rowCount())]

    def column_keys(self) -> list[str]:
        """The columns shown, by their keys."""
        return [column.key for column in self.model.columns]

    def index(self, row: int, key: str):
        """The index of a cell."""
        return self.model.index(row, self.model.column_of(key))

    def text(self, row: int, key: str) -> str:
        """What a cell shows."""
        return str(self.index(row, key).data())

    def go(self, row: int, key: str) -> None:
        """Make a cell the current one and give the table the keyboard."""
        self.view.setFocus()
        self.view.select_cell(row, self.model.column_of(key))

    def select(self, *cells: tuple[int, str]) -> None:
        """Select cells; the first is the current one."""
        self.go(*cells[0])
        for cell in cells[1:]:
            self.view.selectionModel().select(self.index(*cell), _SELECT)

    def here(self) -> tuple[int, str]:
        """The current cell: row, key of the column."""
        index = self.view.currentIndex()
        return index.row(), self.model.columns[index.column()].key

    def editor(self) -> CellEditor | None:
        """The editor that is open; None when nothing is being typed."""
        delegate = self.view.open_editor()
        return delegate.editor if delegate is not None else None

    def line(self) -> LineCell:
        """The editor that is open, which is a line."""
        editor = self.editor()
        assert isinstance(editor, LineCell)
        return editor

    def typed(self) -> str:
        """What stands in the editor that is open."""
        editor = self.editor()
        assert editor is not None
        return editor.entered()

    def type(self, text: str) -> None:
        """Type letter by letter, wherever the keyboard is."""
        for letter in text:
            type_text(self.target(), letter)

    def press(self, key: Qt.Key, modifiers=NONE) -> None:
        """Press a key, wherever the keyboard is."""
        press(self.target(), key, modifiers)

    def target(self) -> QWidget:
        """What has the keyboard: the editor that is open, else the cells."""
        return self.editor() or self.view

    def enter(self, row: int, key: str, text: str) -> None:
        """Type text into a cell, replacing what it holds, and press Enter."""
        self.go(row, key)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def said(self) -> str:
        """The line below the grid."""
        return self.table.stage.foot.words.text()

    def settle(self) -> None:
        """Let what is waiting happen."""
        QApplication.processEvents()


def choose(grid: Grid, box: str, value: object) -> None:
    """Choose a value in one of the boxes above the table."""
    chosen = getattr(grid.table.stage.filters, box)
    place = chosen.findData(value)
    assert place >= 0
    chosen.setCurrentIndex(place)
    chosen.activated.emit(place)


def sums(grid: Grid) -> dict[str, str]:
    """The sums below the table, by the keys of the columns."""
    return {key: format_baht(baht) for key, baht in grid.table.stage.totals.sums.items()}
