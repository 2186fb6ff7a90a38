"""The small plan with the remarks of three reviewers, and the panel by itself."""

import pytest
from pytestqt.qtbot import QtBot

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.services.editing import set_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.application import Application
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from success_desktop.ui.plan_bridge import PlanBridge
from tests.plans import small_plan
from tests.ui.feedback.reviews import OBJECTIVE, bring_in_sample, objective_edits, projects_of, sample_edits
from tests.ui.small_plan import clock, editor, plan_path

__all__ = ["clock", "editor", "plan_path"]


@pytest.fixture
def plan() -> Plan:
    """The small plan with the sample's remarks, not open."""
    bare = small_plan()
    worded = apply(bare, objective_edits(bare))
    return apply(worded, sample_edits(worded))


@pytest.fixture
def projects(plan: Plan) -> list[str]:
    """The projects of the small plan, not open."""
    return projects_of(plan)


@pytest.fixture
def reviewed(editor: PlanEditor) -> PlanEditor:
    """The small plan, open, with the sample's remarks."""
    for node_id in projects_of(editor.plan):
        set_text(editor, (node_id, "objective", "th"), OBJECTIVE)
    bring_in_sample(editor)
    return editor


@pytest.fixture
def bridge(qapp, reviewed: PlanEditor) -> PlanBridge:
    """The bridge to the open plan."""
    held = PlanBridge()
    held.hold(reviewed)
    return held


@pytest.fixture
def panel(qtbot: QtBot, application: Application, bridge: PlanBridge, reviewed: PlanEditor) -> FeedbackPanel:
    """The panel by itself, with the first project chosen."""
    shown = FeedbackPanel(bridge)
    qtbot.addWidget(shown)
    shown.resize(330, 640)
    shown.show_node(projects_of(reviewed.plan)[0])
    shown.show()
    return shown
