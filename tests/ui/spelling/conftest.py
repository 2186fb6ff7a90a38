"""A page with misspelt words on it, and dictionaries to find them by."""

import pytest
from pytestqt.qtbot import QtBot

from success_desktop.services.editing import set_text
from success_desktop.ui.desk import Desk
from success_desktop.ui.page.text_field import GrowingTextEdit, TextField

THAI = "เพื่อพัฒณาระบบระบายนำ้ตามกฏหมาย"
ENGLISH = "To improve the enviroment of the canal"


@pytest.fixture
def spelled_desk(qtbot: QtBot, open_desk: Desk, project_id: str) -> Desk:
    """The desk with a project on the page whose objective is misspelt, and the dictionaries loaded."""
    editor = open_desk.bridge.editor
    assert editor is not None
    set_text(editor, (project_id, "objective", "th"), THAI)
    set_text(editor, (project_id, "objective", "en"), ENGLISH)
    open_desk.spelling.checker.wake()
    qtbot.waitUntil(lambda: open_desk.spelling.checker.is_ready, timeout=20_000)
    return open_desk


@pytest.fixture
def edits(spelled_desk: Desk) -> dict[str, GrowingTextEdit]:
    """The fields of the objective, by language, looked at."""
    form = spelled_desk.workspace.page.form
    assert form is not None
    field = form.fields["objective"]
    assert isinstance(field, TextField)
    for edit in field.edits.values():
        spelled_desk.spelling.marking_of(edit).look()
    return {str(language): edit for language, edit in field.edits.items()}
