"""What the table shows: below which node, which form with which columns, which rows."""

from collections.abc import Mapping, Sequence

from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import RowFilter
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.services.tabulating import NAME, GridColumn, list_columns, list_forms, parent_for_new
from success_desktop.services.tabulating_cells import CellReader
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.table.column_memory import ColumnMemory
from success_desktop.ui.table.grid_model import GridModel
from success_desktop.ui.table.shown_rows import ShownRows


class GridContents:
    """Fills the model from the open plan, and keeps it true to the plan's edits.

    `under_id` is the node whose rows are shown ("" for the whole plan), `forms` those that have rows there, `form` the one
    shown, `chosen_form` the one that the user asked for, `columns` all that it offers.
    """

    def __init__(self, context: PageContext, model: GridModel, memory: ColumnMemory) -> None:
        self._context = context
        self._model = model
        self._memory = memory
        self._numbers: Mapping[str, str] = {}
        self.rows = ShownRows()
        self.under_id = ""
        self.forms: list[str] = []
        self.form = ""
        self.chosen_form = ""
        self.columns: tuple[GridColumn, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan as it is now. Raises RuntimeError when none is open."""
        return self._context.plan

    @property
    def kind(self) -> str:
        """The kind of the rows; "" when nothing is shown."""
        return self.plan.template.forms[self.form].rows if self.form else ""

    @property
    def is_gone(self) -> bool:
        """Whether the node whose rows are shown has left the plan."""
        return bool(self.under_id) and self.under_id not in self.plan.nodes

    @property
    def memory_key(self) -> str:
        """What the columns of the form are remembered under."""
        return f"{self.plan.template.id}/{self.form}"

    def forget(self) -> None:
        """No plan is open, or another one."""
        self.rows.forget()
        self._numbers, self.under_id, self.form, self.chosen_form, self.columns = {}, "", "", "", ()
        self._model.show((), (), None)

    def choose(self, node_id: str) -> None:
        """Show what lies below a node. For a row, or something below one, that is what lies beside the row."""
        plan = self.plan
        self.under_id = node_id if node_id in plan.nodes and node_id != plan.root_id else ""
        kind = self.kind if self.form in plan.template.forms else ""
        row = self.row_above(node_id, kind)
        if row:
            self.under_id = plan.nodes[row].parent_id or ""
        self.forms = list_forms(plan, self.under_id)
        if not self.forms:
            self.under_id = ""
            self.forms = list_forms(plan, "")
        self.form = self.chosen_form if self.chosen_form in self.forms else next(iter(self.forms), "")

    def row_above(self, node_id: str, kind: str = "") -> str:
        """The row that a node is or lies below; "" when there is none."""
        plan = self.plan
        if node_id not in plan.nodes:
            return ""
        chain = (plan.nodes[node_id], *plan.ancestors(node_id))
        return next((node.id for node in chain if node.kind == (kind or self.kind)), "")

    def parent_of_new(self) -> str:
        """The node that takes a first row; "" when none does."""
        return parent_for_new(self.plan, self.under_id, self.kind) or ""

    def lay(self, wanted: RowFilter) -> None:
        """List columns and rows anew: another node, form or language was chosen."""
        plan = self.plan
        self.rows.wanted = wanted
        self._numbers = number_nodes(plan)
        if not self.form:
            self._model.show((), (), None)
            return
        self.columns = list_columns(plan, self.form, self._context.language)
        self.lay_rows()

    def lay_rows(self) -> None:
        """List the rows anew: another filter or order was chosen."""
        reader = self._reader()
        rows = self.rows.find(self.plan, self.kind)
        self._show(self.rows.sort(self.plan, rows, self._by_key(), reader), reader)

    def sort(self) -> None:
        """Put the rows shown into the order asked for."""
        ordered = (
            self.rows.find_again(self.plan, self.kind, self._model.rows, ())
            if not self.rows.sorting.key
            else None
        )
        rows = self._model.rows if ordered is None else ordered
        self._model.order(self.rows.sort(self.plan, rows, self._by_key(), self._reader()))

    def show_columns(self) -> None:
        """Show the columns chosen, with the same rows."""
        self._show(list(self._model.rows), self._reader())

    def follow(self, event: PlanEdited) -> bool:
        """Show what an edit has changed. Whether rows or columns had to be listed anew."""
        if self._has_other_columns(event.edits):
            self.columns = list_columns(self.plan, self.form, self._context.language)
        elif not event.is_structural:
            self._model.refresh(self._reader(), self._touched(event))
            return False
        if event.is_structural:
            self._numbers = number_nodes(self.plan)
        added = [edit.node_id for edit in event.edits if isinstance(edit, AddNode) and edit.kind == self.kind]
        rows = self.rows.find_again(self.plan, self.kind, self._model.rows, added)
        self._show(rows, self._reader())
        return True

    def is_of_rows(self, event: PlanEdited) -> bool:
        """Whether an edit touches nothing but nodes of the kind shown, all of them still there."""
        nodes = self.plan.nodes
        return all(node_id in nodes and nodes[node_id].kind == self.kind for node_id in event.node_ids)

    def _touched(self, event: PlanEdited) -> frozenset[str] | None:
        """The rows to read anew; None for all, as when something that they name has another name."""
        is_named = any(isinstance(edit, SetValue) and edit.field == NAME for edit in event.edits)
        return event.node_ids if self.is_of_rows(event) and not is_named else None

    def _has_other_columns(self, edits: Sequence[Edit]) -> bool:
        """Whether the years of the plan change, or there is a value in a year that has no column yet."""
        known = {column.key for column in self.columns}
        for edit in edits:
            if isinstance(edit, SetValue):
                year = edit.part.partition(":")[0]
                is_new_year = year.isdigit() and f"{edit.field}:{year}" not in known
                is_row = edit.node_id in self.plan.nodes and self.plan.nodes[edit.node_id].kind == self.kind
                if edit.node_id == self.plan.root_id or (is_row and is_new_year):
                    return True
        return not edits

    def _show(self, rows: list[str], reader: CellReader) -> None:
        self._model.show(self._memory.choose(self.memory_key, self.columns), rows, reader)

    def _by_key(self) -> dict[str, GridColumn]:
        return {column.key: column for column in self.columns}

    def _reader(self) -> CellReader:
        return CellReader(self.plan, self._context.language, self._numbers)
