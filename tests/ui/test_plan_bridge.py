"""What the bridge tells: the plan's views hear of the plan, those of the feedback of that, whoever saves of both."""

from pathlib import Path

from success_desktop.command_rows import reading
from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.services.library import PLAN_SUFFIX
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.desk import Desk
from tests.feedback_samples import small_feedback


def _listen(desk: Desk) -> dict[str, list[object]]:
    heard: dict[str, list[object]] = {"edited": [], "reviewed": [], "written": [], "retraced": []}
    for name, events in heard.items():
        getattr(desk.bridge, name).connect(events.append)
    return heard


def _editor(desk: Desk) -> PlanEditor:
    assert desk.bridge.editor is not None
    return desk.bridge.editor


def test_feedback_is_told_apart_from_the_plan(open_desk: Desk):
    editor, heard = _editor(open_desk), _listen(open_desk)
    editor.edit("Import", small_feedback(editor.plan))
    assert {name: len(events) for name, events in heard.items()} == {
        "edited": 0,
        "reviewed": 1,
        "written": 1,
        "retraced": 0,
    }
    assert open_desk.steps.undo_label() == "นำเข้า"


def test_undoing_a_decision_leads_to_no_page(open_desk: Desk):
    editor = _editor(open_desk)
    editor.edit("Import", small_feedback(editor.plan))
    first = next(iter(read_feedback(editor.plan).remarks))
    editor.edit("Decline", set_feedback(editor.plan, first, {"disposition": "declined"}))
    heard = _listen(open_desk)
    open_desk.bridge.undo()
    assert heard["retraced"] == [()]
    assert heard["edited"] == []


def test_feedback_is_published_like_everything_else(open_desk: Desk, tmp_path: Path):
    editor = _editor(open_desk)
    editor.edit("Import", small_feedback(editor.plan))
    assert open_desk.files.publisher.publish()
    posted = tmp_path / f"ที่ส่งไป{PLAN_SUFFIX}"
    posted.write_bytes(editor.file.path.read_bytes())
    with reading(posted) as published:
        assert len(read_feedback(published.plan).remarks) == 6
