"""A project with something to find in it."""

import pytest

from success_desktop.services import editing
from success_desktop.ui.desk import Desk


@pytest.fixture
def typed_in(open_desk: Desk, project_id: str) -> str:
    """The first project, with a Thai name and other texts to find things in."""
    editor = open_desk.bridge.editor
    assert editor is not None
    editing.set_text(editor, (project_id, "name", "th"), "ทดลองนํ้า ทดลอง 🏞️ ทดลอง")
    editing.set_text(editor, (project_id, "name", "en"), "Trial only in English")
    return project_id
