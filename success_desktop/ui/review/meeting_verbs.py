"""The verbs for meetings: they bring the panel into sight beside the text, never over it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from success_desktop.ui.review.meeting_panel import PANEL_ID, WIDTH, MeetingPanel
from success_desktop.ui.review.surroundings import Surroundings


def begin_meeting(around: Surroundings) -> None:
    """Begin a meeting, with its name to be typed over and the points to follow."""
    _show_panel(around).begin()


def paste_minutes(around: Surroundings) -> None:
    """Ask for the text of minutes, which becomes a meeting of its own; the clipboard is proposed."""
    _show_panel(around).paste(QApplication.clipboard().text(), is_for_new=True)


def _show_panel(around: Surroundings) -> MeetingPanel:
    workspace = around.workspace
    panel = workspace.panel(PANEL_ID)
    was_seen = panel.isVisible()
    workspace.show_panel(PANEL_ID)
    inside = panel.inside()
    assert isinstance(inside, MeetingPanel)  # that is what the table of panels makes of this id
    if not was_seen:
        workspace.resizeDocks([panel], [WIDTH], Qt.Orientation.Horizontal)
    return inside
