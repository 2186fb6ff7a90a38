"""A plan whose first edition is adopted, and what has been edited since."""

import pytest

from success_desktop.services.adopting import adopt_edition
from success_desktop.services.editing import set_text
from success_desktop.services.editions import begin_edition
from success_desktop.ui.editions.editions_view import EditionsView

OBJECTIVE = "เพื่อลดน้ำท่วมขังให้เหลือไม่เกิน 1 วัน"


@pytest.fixture
def editor(open_desk):
    """The editor of the sample plan."""
    return open_desk.bridge.editor


@pytest.fixture
def view(open_desk) -> EditionsView:
    """The view of the editions, on the screen."""
    open_desk.office.show_editions()
    view = open_desk.workspace.view("editions")
    assert isinstance(view, EditionsView)
    return view


@pytest.fixture
def projects(editor) -> list[str]:
    """The ids of the sample plan's projects."""
    return [node.id for node in editor.plan.walk() if node.kind == "project"]


@pytest.fixture
def adopted(editor) -> str:
    """The id of the first edition, which is adopted."""
    edition_id = begin_edition(editor, "first")
    adopt_edition(editor, edition_id)
    return edition_id


@pytest.fixture
def change(editor, adopted, projects) -> str:
    """The id of a change being prepared: one objective is another one, one name has a word more."""
    set_text(editor, (projects[0], "objective", "th"), OBJECTIVE)
    name = editor.plan.nodes[projects[1]].text("name", "th")
    set_text(editor, (projects[1], "name", "th"), f"{name} ระยะที่ 2")
    return begin_edition(editor, "change")
