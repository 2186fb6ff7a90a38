"""A meeting in the window: its panel, and what has been taken down of it."""

from success_desktop.domain.feedback import Remark, Round, read_feedback
from success_desktop.services import meetings
from success_desktop.ui.review.meeting_panel import PANEL_ID, MeetingPanel
from tests.ui.acting import type_text


def panel_of(desk) -> MeetingPanel:
    """The panel of meetings."""
    inside = desk.workspace.panel(PANEL_ID).inside()
    assert isinstance(inside, MeetingPanel)
    return inside


def held(desk) -> list[Round]:
    """The meetings of the open plan."""
    return list(meetings.list_meetings(desk.bridge.editor))


def remarks(desk) -> list[Remark]:
    """Everything that is said about the open plan."""
    return list(read_feedback(desk.bridge.editor.plan).remarks.values())


def said(desk) -> list[str]:
    """The same in words, with its numbers."""
    return [f"{remark.number} {remark.spoken('th')}" for remark in remarks(desk)]


def say(panel: MeetingPanel, text: str) -> None:
    """Type into the line that has the keyboard; it stands at the next point."""
    type_text(panel.points.draft.edit, text)
