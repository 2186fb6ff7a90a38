"""Copying from the grid and pasting into it: the clipboard on one side, the preview pane on the other."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from success_desktop.domain.edits import AddNode
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.ids import new_id
from success_desktop.services.copying import CopiedCell, copy_value
from success_desktop.services.pasting import accept_paste, preview_paste, suggest_rows
from success_desktop.services.pasting_preview import PasteGrid, PasteOptions, PastePreview
from success_desktop.services.pasting_rows import check_spreadsheet_sign
from success_desktop.services.pasting_text import Block, is_single
from success_desktop.services.tabulating_cells import place_of_cell
from success_desktop.ui.clipboard import put_cells, take_cells
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.table.grid_view import GridView
from success_desktop.ui.table.paste_preview import PastePane

_SETTLING_MS = 200
"""A preview follows the plan this long after an edit made elsewhere."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A paste under consideration."""

    block: Block
    grid: PasteGrid
    options: PasteOptions
    preview: PastePreview


class Pasting(QObject):
    """Copy and paste of a grid. `pane` is to stand under it; `pane_shown(bool)` tells whether it has something to show.

    `kind` gives the kind of the grid's nodes, `first_parent` the id of the node that takes new rows where there is no
    row yet ("" for none).
    """

    pane_shown = Signal(bool)

    def __init__(
        self, context: PageContext, view: GridView, kind: Callable[[], str], first_parent: Callable[[], str]
    ) -> None:
        super().__init__(view)
        self.pane = PastePane()
        self._context = context
        self._view = view
        self._kind = kind
        self._first_parent = first_parent
        self._job: _Job | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(self._preview_anew)
        self.pane.accepted.connect(self._on_accepted)
        self.pane.cancelled.connect(self.cancel)
        self.pane.options_changed.connect(self._on_options_changed)
        self.pane.copy_requested.connect(self._on_copy_requested)
        self.pane.cell_chosen.connect(self._on_cell_chosen)
        context.bridge.edited.connect(self._on_edited)
        context.bridge.closing.connect(self.cancel)

    def copy(self) -> None:
        """Put the cells selected on the clipboard: as tab text for spreadsheets, as a table for Word."""
        chosen = self._view.selected_cells()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        if rows:
            put_cells([[self._copied(row, column) for column in columns] for row in rows])

    def paste(self) -> None:
        """Show what the clipboard would bring into the grid at the current cell; a single value goes into it at once."""
        self._context.bridge.leaving.emit()
        block = take_cells()
        if not block:
            self._refuse(
                UserError(
                    N_("There is no text on the clipboard to paste."),
                    advice=N_("Copy cells in Excel or here first."),
                )
            )
        elif is_single(block) and len(self._view.selected_cells()) == 1:
            self._paste_one(block[0][0])
        else:
            self._begin(block)

    def cancel(self) -> None:
        """Put the pane away. Nothing is pasted."""
        was_open = not self.pane.isHidden()
        self._job = None
        self._settling.stop()
        self.pane.hide()
        self.pane_shown.emit(False)
        if was_open:
            self._view.setFocus()

    def _copied(self, row: int, column: int) -> CopiedCell:
        model, language = self._view.grid, self._context.language
        shown, plan = model.columns[column], self._context.plan
        place = place_of_cell(plan, shown, plan.nodes[model.rows[row]], language)
        if place is not None:
            return copy_value(plan, place, language)
        text = str(model.index(row, column).data() or "")
        is_number = shown.is_number and bool(text)
        return CopiedCell(text.replace(",", "") if is_number else text, is_number)

    def _paste_one(self, typed: str) -> None:
        place = self._view.grid.place_of(self._view.currentIndex())
        if place is None:
            self._view.untypable.emit()
            return
        try:
            check_spreadsheet_sign(typed)
        except UserError as error:
            self._refuse(error)
        else:
            self._context.enter(place, typed)

    def _begin(self, block: Block) -> None:
        model, chosen = self._view.grid, self._view.selected_block()
        if not model.columns:
            return
        grid = PasteGrid(model.columns, tuple(model.rows), self._kind(), self._context.language)
        if chosen is None:
            column = next((place for place, one in enumerate(model.columns) if one.is_editable), 0)
            options = PasteOptions(0, column, parent_id=self._first_parent(), has_new_rows=True)
        else:
            options = PasteOptions(
                chosen.top,
                chosen.left,
                chosen.bottom - chosen.top + 1,
                chosen.right - chosen.left + 1,
                self._context.plan.nodes[model.rows[chosen.top]].parent_id or "",
            )
        self._show(block, grid, suggest_rows(self._context.plan, grid, block, options))
        self.pane.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, block: Block, grid: PasteGrid, options: PasteOptions) -> None:
        preview = preview_paste(self._context.plan, grid, block, options, new_id)
        self._job = _Job(block, grid, options, preview)
        self.pane.show_preview(preview, options, grid.language)
        self.pane_shown.emit(True)
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The pane takes room from the grid: the cell that the block begins at must not go out of sight."""
        self._view.scrollTo(self._view.currentIndex())

    def _on_options_changed(self) -> None:
        if self._job is not None:
            self._show(self._job.block, self._job.grid, self.pane.options(self._job.options))

    def _on_accepted(self) -> None:
        job, editor = self._job, self._context.bridge.editor
        if job is None or editor is None:
            return

        def accept() -> bool:
            accept_paste(editor, job.preview)
            return True

        self._job = None
        if not self._context.bridge.do(accept):
            self._job = job
            return
        for cell in job.preview.changes:
            self._context.forget_refused(cell.place)
        if job.preview.refused:
            self.pane.show_done(job.preview, job.options, job.grid.language)
            self._view.setFocus()
        else:
            self.cancel()
            self._go_to_new_row(job)

    def _go_to_new_row(self, job: _Job) -> None:
        """Bring the first of the rows into sight that a paste has added; nothing happens when it has added none."""
        kind = job.grid.kind
        added = (edit for edit in job.preview.edits if isinstance(edit, AddNode) and edit.kind == kind)
        first = next(added, None)
        if first is not None:
            self._view.go_to_row(self._view.grid.row_of(first.node_id))

    def _on_edited(self) -> None:
        if self._job is not None:
            self._settling.start()

    def _preview_anew(self) -> None:
        """Look again at a plan that was changed elsewhere; give up when rows have gone."""
        job = self._job
        if job is None:
            return
        if all(
            node_id in self._context.plan.nodes
            for node_id in (*job.grid.rows, job.options.parent_id)
            if node_id
        ):
            self._show(job.block, job.grid, job.options)
        else:
            self.cancel()

    def _on_copy_requested(self) -> None:
        put_cells(self.pane.rows.refused_cells())

    def _on_cell_chosen(self, node_id: str, head: str) -> None:
        """Go to a cell in the grid, wherever it is by now, if it is still there; the keyboard stays with the list."""
        titles = [column.title for column in self._view.grid.columns]
        if head in titles:
            self._view.select_cell(self._view.grid.row_of(node_id), titles.index(head))

    def _refuse(self, error: UserError) -> None:
        self._context.bridge.refused.emit(error)
