"""The small plan of tests.plans, open in a real file, in an English interface."""

from collections.abc import Iterator

import pytest

from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.qt_catalog import speak
from tests.services.conftest import clock, editor, plan_path

__all__ = ["bridge", "clock", "editor", "plan_path"]


@pytest.fixture
def bridge(application, editor: PlanEditor) -> Iterator[PlanBridge]:
    """An open plan, in an English interface."""
    speak("en")
    held = PlanBridge()
    held.hold(editor)
    yield held
    held.release()
    speak("th")
