"""A small plan with three drafts, and the panel on it."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from success_desktop.services.comparing import Point
from success_desktop.services.editing import remove_node, set_text
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.revisions.milestone_model import CARD_ROLE, Card
from success_desktop.ui.revisions.revisions_panel import RevisionsPanel
from success_desktop.ui.revisions.timeline_page import TimelinePage
from tests.plans import named
from tests.services.conftest import Clock
from tests.ui.small_plan import bridge, clock, editor, node, plan_path

__all__ = ["bridge", "clock", "draft", "editor", "node", "panel", "plan_path", "reword", "timeline"]

DAY = 24 * 60 * 60
PRESENT_ROW, DRAFT_3, IMPORT, DRAFT_2, DRAFT_1 = range(5)
"""The rows of the timeline of `draft`."""


@pytest.fixture
def reword(editor: PlanEditor) -> Callable[[str, str], None]:
    """Writes another objective into the project of that name, as a step of its own."""

    def write(name: str, text: str) -> None:
        editor.end_step()
        set_text(editor, (named(editor.plan, name), "objective", "th"), text)

    return write


@pytest.fixture
def draft(editor: PlanEditor, clock: Clock, reword: Callable[[str, str], None]) -> PlanEditor:
    """Draft 1; draft 2, one field by Somying; an import; draft 3 by Wichai, who deleted a project; since then a field."""
    take_revision(editor, "", "ร่างที่ 1")
    clock.pass_seconds(5 * DAY)
    reword("Project dredge", "ลดน้ำท่วม")
    take_revision(editor, "ตามมติคณะทำงาน", "ร่างที่ 2")
    clock.pass_seconds(8 * DAY)
    editor.author = "วิชัย"
    reword("Project gauge", "เตือนภัย")
    keep_automatically(editor, "import", "ก่อนนำเข้า ร่าง.docx")
    remove_node(editor, named(editor.plan, "Project map"))
    take_revision(editor, "", "ร่างที่ 3 หลังประชุม")
    clock.pass_seconds(DAY)
    reword("Project dredge", "ลดน้ำท่วมและน้ำแล้ง")
    assert len(list_revisions(editor)) == 4
    return editor


@pytest.fixture
def panel(bridge: PlanBridge, draft: PlanEditor, application, qtbot) -> RevisionsPanel:
    """The panel as it stands on the screen."""
    panel = RevisionsPanel(bridge)
    qtbot.addWidget(panel)
    panel.resize(292, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def timeline(panel: RevisionsPanel) -> TimelinePage:
    """The timeline of the panel."""
    return panel.timeline


def cards(timeline: TimelinePage) -> list[Card]:
    """What the cards say, the present first."""
    model = timeline.model
    return [model.index(row).data(CARD_ROLE) for row in range(model.rowCount())]


def titles(timeline: TimelinePage) -> list[str]:
    """What the cards are called."""
    return [card.title for card in cards(timeline)]


def click(
    qtbot: QtBot,
    timeline: TimelinePage,
    row: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click on a card."""
    place = timeline.list.visualRect(timeline.model.index(row)).center()
    qtbot.mouseClick(timeline.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def names(pair: Sequence[Point] | None) -> list[str]:
    """The labels of the two points of a pair."""
    return [point.revision.label if point.revision else "present" for point in pair or ()]
