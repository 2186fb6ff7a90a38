"""The outline of a real plan in a real file."""

import pytest

from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.tree.outline_view import OutlineView
from tests.ui.small_plan import bridge, clock, editor, node, plan_path

__all__ = ["bridge", "clock", "editor", "node", "plan_path"]


@pytest.fixture
def outline(qtbot, bridge: PlanBridge) -> OutlineView:
    """The outline, shown and with the focus in its tree."""
    view = OutlineView(bridge)
    qtbot.addWidget(view)
    view.resize(300, 600)
    view.show()
    view.activateWindow()
    view.tree.setFocus()
    qtbot.waitUntil(view.tree.hasFocus)
    return view
