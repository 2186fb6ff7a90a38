"""A meeting goes on: what is said is typed beside the plan, and none of it is lost."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from success_desktop.services import meetings
from success_desktop.services.editing import set_text
from success_desktop.ui.review.point_edit import PointEdit
from tests.ui.acting import accessible_parts
from tests.ui.review.meetings import held, panel_of, said, say


def test_a_meeting_begins_today_with_its_name_to_be_typed(open_desk, meeting):
    (begun,) = held(open_desk)
    assert begun.on == open_desk.bridge.editor.now().astimezone().date()
    assert meeting.form.lines["name"].selectedText() == "การประชุม"
    assert meeting.points.round_id == begun.id


def test_another_meeting_is_chosen(open_desk, meeting):
    say(meeting, "ครั้งแรก")
    first = meeting.points.round_id
    meeting.begin()
    assert len(held(open_desk)) == 2
    assert not meeting.points.rows
    meeting.head.rounds.activated.emit(0)
    assert meeting.points.round_id == first
    assert len(meeting.points.rows) == 1


def test_points_from_elsewhere_appear(open_desk, meeting):
    new = meetings.NewPoint(text="จากที่อื่น")
    meetings.add_point(open_desk.bridge.editor, meeting.points.round_id, new)
    assert [row.edit.plain_text() for row in meeting.points.rows.values()] == ["จากที่อื่น"]


def test_an_edit_of_the_plan_leaves_what_is_being_typed(open_desk, project_id, meeting):
    say(meeting, "กำลังพิมพ์")
    set_text(open_desk.bridge.editor, (project_id, "name", "th"), "ชื่อใหม่")
    meeting.refresh()
    edit = QApplication.focusWidget()
    assert isinstance(edit, PointEdit)
    assert "กำลังพิมพ์" in edit.toPlainText()


def test_closing_the_plan_keeps_what_was_being_typed(open_desk, plan_path, meeting):
    say(meeting, "คำสุดท้าย")
    assert open_desk.files.close_plan()
    assert not meeting.points.rows
    assert meeting.head.nothing.isVisibleTo(meeting)
    open_desk.files.open_plan(plan_path)
    assert said(open_desk) == ["1 คำสุดท้าย"]


def test_without_a_plan_nothing_can_be_begun(desk):
    panel = panel_of(desk)
    panel.begin()
    panel.commit_pending()
    panel.refresh()
    assert panel.head.nothing.isVisibleTo(panel)


def test_everything_has_a_name_and_speaks_both_languages(open_desk, meeting):
    say(meeting, "ก")
    meeting.commit_pending()
    open_desk.looks.speak("en")
    assert meeting.head.new.text() == "New meeting"
    held_on = held(open_desk)[0].on
    assert held_on is not None
    assert meeting.form.lines["on"].text().startswith(str(held_on.day))
    unnamed = [
        part.object()
        for part in accessible_parts(meeting)
        if part.state().focusable and not part.state().invisible and not part.text(QAccessible.Text.Name)
    ]
    assert unnamed == []
