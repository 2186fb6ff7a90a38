"""A meeting that has just begun."""

import pytest

from success_desktop.ui.review.meeting_panel import MeetingPanel
from tests.ui.review.meetings import panel_of


@pytest.fixture
def meeting(open_desk) -> MeetingPanel:
    """The panel beside the page of the first project, with a meeting just begun."""
    open_desk.review.begin_meeting()
    return panel_of(open_desk)
