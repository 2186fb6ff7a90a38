"""The small plan of tests.plans, open in a real file, for views and panels that stand by themselves."""

from collections.abc import Callable

import pytest

from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.plan_bridge import PlanBridge
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path

__all__ = ["bridge", "clock", "editor", "node", "plan_path"]


@pytest.fixture
def bridge(qapp, editor: PlanEditor) -> PlanBridge:
    """The bridge to the plan."""
    held = PlanBridge()
    held.hold(editor)
    return held


@pytest.fixture
def node(editor: PlanEditor) -> Callable[[str], str]:
    """Finds the id of a node by its name."""
    return lambda name: named(editor.plan, name)
