"""What can be done to the cells and rows chosen in the grid: by key, and by the menu of a cell."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from success_desktop.domain.reviewing import reviewed_round
from success_desktop.i18n import _, interface_language
from success_desktop.services.editing import add_node, can_add
from success_desktop.services.tabulating import NAME
from success_desktop.services.tabulating_cells import refuse_several_sources
from success_desktop.services.tabulating_edits import add_row_after, clear_cells, remove_rows
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.table.grid_contents import GridContents
from success_desktop.ui.table.grid_foot import GridFoot
from success_desktop.ui.table.grid_view import GridView
from success_desktop.ui.tree.captions import name_in_sentence

Verb = Callable[[], object]


class GridVerbs(QObject):
    """The verbs of the grid. `opened(id)` asks for the page of a node."""

    opened = Signal(str)

    def __init__(self, context: PageContext, contents: GridContents, view: GridView, foot: GridFoot) -> None:
        super().__init__(view)
        self._context = context
        self._contents = contents
        self._view = view
        self._foot = foot

    def node_id(self) -> str:
        """The node of the current row; "" when there is none."""
        return self._view.grid.node_id_of(self._view.currentIndex())

    def open(self) -> None:
        """Go to the page of the current row."""
        if self.node_id():
            self.opened.emit(self.node_id())

    def clear(self) -> None:
        """Blank the cells selected; entries in them that were refused are let go of."""
        grid = self._view.grid
        cells = self._view.selected_cells()
        for index in cells:
            place = grid.place_of(index)
            if place is not None:
                self._context.forget_refused(place)
        wanted = [(grid.node_id_of(index), grid.columns[index.column()]) for index in cells]
        context = self._context
        context.bridge.do(lambda: clear_cells(context.editor, wanted, context.language, context))

    def sort(self) -> None:
        """Sort by the current column, as a press on its head does."""
        self._view.head.sectionClicked.emit(self._view.currentIndex().column())

    def forget(self) -> None:
        """Let go of the refused entry in the current cell: what the plan holds is shown again."""
        place = self._view.grid.place_of(self._view.currentIndex())
        if place is not None:
            self._context.forget_refused(place)

    def add(self) -> None:
        """Add a row behind the current one, or a first one, and let its name be typed."""
        context, contents = self._context, self._contents
        context.bridge.leaving.emit()
        current = self.node_id()
        parent = "" if current else contents.parent_of_new()
        if current:
            added = context.bridge.do(lambda: add_row_after(context.editor, current))
        elif parent:
            added = context.bridge.do(lambda: add_node(context.editor, parent, contents.kind))
        else:
            return
        grid = self._view.grid
        if added is not None and grid.row_of(added) >= 0:
            self._view.setFocus()
            self._view.select_cell(grid.row_of(added), grid.column_of(NAME))
            self._view.begin(self._view.currentIndex())

    def remove(self) -> None:
        """Remove the rows selected with all below them; the line below the grid offers to take it back."""
        context, grid = self._context, self._view.grid
        context.bridge.leaving.emit()
        rows = list(dict.fromkeys(grid.node_id_of(index) for index in self._view.selected_cells()))
        first = min((grid.row_of(row) for row in rows), default=0)
        column = self._view.currentIndex().column()
        count = context.bridge.do(lambda: remove_rows(context.editor, rows))
        if count:
            self._view.select_cell(min(first, len(grid.rows) - 1), max(column, 0))
            words = _("{count} removed: {kind}").format(count=f"{count:,}", kind=self._kind_name())
            self._foot.tell(words, _("Undo"), context.bridge.undo)

    def explain(self) -> None:
        """Say why nothing can be typed into the current cell."""
        if reviewed_round(self._context.plan):
            self._foot.refuse(_("This copy of the plan is for review: only remarks can be made in it."))
            return
        grid, index = self._view.grid, self._view.currentIndex()
        node, column = self._context.plan.nodes[self.node_id()], grid.columns[index.column()]
        error = refuse_several_sources(self._context.plan, column, node, self._context.language)
        if error is not None:
            self._foot.refuse(str(error), _("Open on the page"), self.open)
        else:
            self._foot.refuse(_("This cell is worked out from others: nothing can be typed here."))

    def fill_menu(self, menu: QMenu, copy: Verb, paste: Verb) -> None:
        """Give `menu` what can be done at the current cell; `copy` and `paste` are the table's."""
        plan, node = self._context.plan, self._context.plan.nodes[self.node_id()]
        kind = self._kind_name()
        can_add_more = can_add(plan, node.parent_id or "", node.kind)
        entries: tuple[tuple[str, str, Verb, bool], ...] = (
            (_("Open on the page"), "", self.open, True),
            ("", "", self.open, False),
            (_("Copy"), "Ctrl+C", copy, True),
            (_("Paste…"), "Ctrl+V", paste, True),
            (_("Clear"), "Del", self.clear, True),
            (_("Sort by this column"), "", self.sort, True),
            ("", "", self.open, False),
            (_("Add {kind} after this one").format(kind=kind), "Ctrl+Enter", self.add, can_add_more),
            (_("Delete {kind}").format(kind=kind), "", self.remove, True),
        )
        for words, keys, verb, is_available in entries:
            if words:
                menu.addAction(f"{words}\t{keys}" if keys else words, verb).setEnabled(is_available)
            else:
                menu.addSeparator()

    def show_menu(self, point: QPoint, copy: Verb, paste: Verb) -> None:
        """Show the menu of the current cell at a point of the screen."""
        menu = QMenu(self._view)
        self.fill_menu(menu, copy, paste)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _kind_name(self) -> str:
        return name_in_sentence(self._context.plan.template.kind(self._contents.kind), interface_language())
