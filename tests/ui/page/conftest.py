"""The page over a real plan in a real file."""

import pytest

from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.sheet_parts import BudgetPart
from success_desktop.ui.plan_bridge import PlanBridge
from tests.ui.page.pages import form_of
from tests.ui.small_plan import bridge, clock, editor, node, plan_path

__all__ = ["bridge", "clock", "editor", "node", "plan_path"]


@pytest.fixture
def page(qtbot, bridge: PlanBridge) -> PageView:
    """The page, shown in a window that has the keyboard."""
    view = PageView(bridge)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def edits(editor: PlanEditor) -> list[PlanEdited]:
    """All that happens to the plan from here on."""
    seen: list[PlanEdited] = []
    editor.listen(seen.append)
    return seen


@pytest.fixture
def budget(page, node) -> BudgetPart:
    """The budget of the project “dredge”: ordinance and PAO grant."""
    page.show_node(node("โครงการdredge"))
    part = form_of(page).fields["budget"]
    assert isinstance(part, BudgetPart)
    return part
