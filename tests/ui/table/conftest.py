"""The table over a real plan in a real file."""

import pytest

from success_desktop.errors import UserError
from success_desktop.settings import Settings
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.table.table_view import TableView
from tests.services.conftest import clock, editor, plan_path
from tests.ui.page.conftest import bridge, edits, node
from tests.ui.table.grids import Grid

__all__ = ["bridge", "clock", "editor", "edits", "node", "plan_path"]


@pytest.fixture
def table_settings() -> Settings:
    return Settings()


@pytest.fixture
def table(qtbot, bridge: PlanBridge, table_settings: Settings) -> TableView:
    """The table of the whole plan, shown in a window that has the keyboard."""
    view = TableView(bridge, table_settings)
    qtbot.addWidget(view)
    view.resize(1074, 666)
    view.show_node(view.context.plan.root_id)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def grid(table: TableView) -> Grid:
    """What a person sees of the table and does to it."""
    return Grid(table)


@pytest.fixture
def refusals(bridge: PlanBridge) -> list[UserError]:
    """What the message bar would say from here on."""
    said: list[UserError] = []
    bridge.refused.connect(said.append)
    return said
