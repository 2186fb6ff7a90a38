"""The history says on whose advice something was written: of what is chosen, and of a single field."""

import pytest

from success_desktop.i18n import Language
from success_desktop.services.deciding import accept
from success_desktop.services.editing import set_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.history.history_panel import HistoryPanel
from tests.services.proposals import comment, take_in, wording

ADVICE = "ตามข้อเสนอแนะของ อ.วิชัย ข้อ 1:1"


@pytest.fixture
def place(project_id) -> tuple[str, str, Language]:
    return project_id, "objective", "th"


@pytest.fixture
def editor(open_desk, place) -> PlanEditor:
    """The desk's plan, in which somebody has just taken a proposed wording."""
    editor: PlanEditor = open_desk.bridge.editor
    set_text(editor, place, "ลดน้ำท่วม")
    editor.end_step()
    proposed = wording(editor.plan, place, "ลดน้ำท่วมและน้ำแล้ง", text={"th": "น้ำแล้งก็สำคัญ"})
    take_in(editor, proposed, comment("อื่น"))
    assert accept(editor, proposed.id) is None
    return editor


@pytest.fixture
def panel(open_desk, editor) -> HistoryPanel:
    open_desk.workspace.show_panel("history")
    panel = open_desk.workspace.panel("history").inside()
    assert isinstance(panel, HistoryPanel)
    return panel


def told(panel: HistoryPanel) -> str:
    panel.refresh()
    return panel.text.toPlainText()


def test_an_accepted_wording_is_told_with_its_remark(panel):
    text = told(panel)
    assert text.count(ADVICE) == 1
    assert "น้ำแล้งก็สำคัญ" in text


def test_the_life_of_a_field_tells_it_too(panel):
    panel.show_field("objective")
    assert told(panel).count(ADVICE) == 1


def test_undone_it_was_on_nobodys_advice(panel, editor):
    editor.undo()
    assert ADVICE not in told(panel)


def test_a_panel_in_sight_follows_what_is_decided(panel, editor, qtbot):
    told(panel)
    editor.undo()
    qtbot.waitUntil(lambda: ADVICE not in panel.text.toPlainText())
