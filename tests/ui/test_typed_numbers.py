"""Amounts are understood as planners type and copy them, on the page and in the table alike."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from success_desktop.ui.desk import Desk
from success_desktop.ui.page.sheet_model import REFUSED_ROLE as REFUSED_ON_PAGE
from success_desktop.ui.page.sheet_parts import BudgetPart
from success_desktop.ui.table.grid_model import REFUSED_ROLE as REFUSED_IN_TABLE
from success_desktop.ui.table.table_view import TableView
from tests.ui.page.keys import press, type_text
from tests.ui.page.pages import cell_line, form_of
from tests.ui.table.grids import Grid

Key = Qt.Key
CELL = (2568, "ordinance")
BEFORE = Decimal(500_000)

UNDERSTOOD = [
    ("10,500,000.00", Decimal(10_500_000), "10,500,000"),
    (" 1,632,820 ", Decimal(1_632_820), "1,632,820"),
    ("๑๒๐๐๐๐", Decimal(120_000), "120,000"),
    ("๑,๒๐๐.๕๐", Decimal("1200.50"), "1,200.50"),
    ("1.2 ล้าน", Decimal(1_200_000), "1,200,000"),
    ("0", Decimal(0), "0"),
    ("-", None, ""),
    ("", None, ""),
]
REFUSED = ["ประมาณสองแสน", "1.2.3", "12,34,5x"]


def amount(desk: Desk, project_id: str) -> Decimal | None:
    """What the plan holds in the cell."""
    assert desk.bridge.editor is not None
    return desk.bridge.editor.plan.nodes[project_id].yearly_money("budget").get(CELL)


def retype(line: QLineEdit, typed: str) -> None:
    """Replace all of a cell and press Enter."""
    line.selectAll()
    press(line, Key.Key_Delete)
    type_text(line, typed)
    press(line, Key.Key_Return)


@pytest.fixture
def enter_on_page(open_desk, project_id, qtbot):
    """Types into the cell of the page; what the cell shows then, and whether it is marked as refused."""

    def enter(typed: str) -> tuple[str, bool]:
        part = form_of(open_desk.workspace.page).fields["budget"]
        assert isinstance(part, BudgetPart)
        part.view.setFocus()
        index = part.model.index(0, 1)
        part.view.setCurrentIndex(index)
        press(part.view, Key.Key_Return)
        retype(cell_line(part), typed)
        qtbot.waitUntil(lambda: part.view.viewport().findChild(QLineEdit) is None)
        return str(index.data()), index.data(REFUSED_ON_PAGE) is True

    return enter


@pytest.fixture
def enter_in_table(open_desk, project_id):
    """Types into the same cell of the table."""

    def enter(typed: str) -> tuple[str, bool]:
        open_desk.looks.show_view("table")
        table = open_desk.workspace.view("table")
        assert isinstance(table, TableView)
        grid = Grid(table)
        row = grid.model.rows.index(project_id)
        grid.go(row, "budget:2568")
        grid.press(Key.Key_F2)
        retype(grid.line(), typed)
        index = grid.index(row, "budget:2568")
        return str(index.data()), bool(index.data(REFUSED_IN_TABLE))

    return enter


@pytest.fixture(params=["page", "table"])
def enter(request):
    """The two places where an amount is typed."""
    return request.getfixturevalue(f"enter_{'on' if request.param == 'page' else 'in'}_{request.param}")


@pytest.mark.parametrize("case", UNDERSTOOD, ids=lambda case: case[0])
def test_an_amount_is_understood_however_it_is_typed(enter, open_desk, project_id, case):
    typed, baht, shown = case
    assert amount(open_desk, project_id) == BEFORE
    assert enter(typed) == (shown, False)
    assert amount(open_desk, project_id) == baht


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_amount_stays_as_typed_and_changes_nothing(enter, open_desk, project_id, typed):
    assert enter(typed) == (typed, True)
    assert amount(open_desk, project_id) == BEFORE
    assert open_desk.steps.undo_label() is None
