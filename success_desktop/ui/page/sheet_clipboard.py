"""Copying from the tables of a page and pasting into them, as one step of undo and without a preview: all is in sight."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.pasting_text import Block, is_single
from success_desktop.ui.clipboard import put_cells, take_cells
from success_desktop.ui.page.sheet_model import SheetModel

Deed = Callable[[QTableView, SheetModel], None]


def clipboard_deed(event: QKeyEvent) -> Deed | None:
    """What a key does with the clipboard; None for every other key."""
    known = ((QKeySequence.StandardKey.Copy, copy_cells), (QKeySequence.StandardKey.Paste, paste_cells))
    return next((deed for key, deed in known if event.matches(key)), None)


def copy_cells(view: QTableView, model: SheetModel) -> None:
    """Put the cells selected on the clipboard."""
    cells = _selected(view)
    if cells:
        rows = sorted({index.row() for index in cells})
        put_cells([[model.copied(index) for index in cells if index.row() == row] for row in rows])


def paste_cells(view: QTableView, model: SheetModel) -> None:
    """Put the clipboard's cells in from the first cell selected; a single one goes into all of them."""
    cells, block = _selected(view), take_cells()
    if not cells or not block:
        return
    filled = _fill(block[0][0], cells) if is_single(block) else block
    homeless = model.enter_block(N_("Paste from Excel"), cells[0], filled)
    if homeless:
        model.tell(
            UserError(
                N_("{count} pasted cells have no place in this table."),
                advice=N_(
                    "Sums are worked out by the program; years and sources of funds can be added first."
                ),
                count=homeless,
            )
        )


def clear_cells(view: QTableView, model: SheetModel) -> None:
    """Blank the cells selected."""
    cells = [index for index in _selected(view) if model.cell(index).place is not None]
    if len(cells) == 1:
        model.setData(cells[0], "")
    elif cells:
        model.enter_block(N_("Clear cells"), _selected(view)[0], _fill("", _selected(view)))


def _selected(view: QTableView) -> list[QModelIndex]:
    """The cells selected, row by row; the current one where there is no selection."""
    chosen = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    return sorted((index for index in chosen if index.isValid()), key=lambda one: (one.row(), one.column()))


def _fill(typed: str, cells: list[QModelIndex]) -> Block:
    """The same text for a rectangle of cells."""
    rows = {index.row() for index in cells}
    return tuple((typed,) * (len(cells) // len(rows)) for _row in rows)
