"""The outline of a real plan in a real file."""

import pytest

from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.tree.outline_view import OutlineView
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path

__all__ = ["clock", "editor", "plan_path"]


@pytest.fixture
def bridge(qapp, editor: PlanEditor) -> PlanBridge:
    held = PlanBridge()
    held.hold(editor)
    return held


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


@pytest.fixture
def node(editor: PlanEditor):
    """Finds the id of a node by its name."""
    return lambda name: named(editor.plan, name)
