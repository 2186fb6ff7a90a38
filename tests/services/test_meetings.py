"""A meeting is a round; what is said in it is taken down as a tree, and every step can be taken back."""

from datetime import date

import pytest

from success_desktop.domain.feedback import Anchor, Remark, Round, read_feedback
from success_desktop.domain.minutes import Point, split_minutes
from success_desktop.errors import UserError
from success_desktop.services import meetings
from success_desktop.services.arranging import merge_remarks
from success_desktop.services.editing import set_text
from success_desktop.services.meetings import MeetingDetails, NewPoint
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import newest_revision
from tests.plans import named

COMMITTEE = MeetingDetails(
    name=" คณะที่ปรึกษา ครั้งที่ 1 ",
    reviewer="คณะที่ปรึกษา",
    on=date(2024, 2, 12),
    place="https://zoom.us/j/1",
    attendees="ผู้ทรงคุณวุฒิ 9 คน",
    agenda="พิจารณาร่างแผน",
)


def lines(editor: PlanEditor, round_id: str) -> list[str]:
    """The points as they are read: number and words."""
    found = meetings.points_of(read_feedback(editor.plan), round_id)
    return [f"{remark.number} {remark.spoken('th')}" for _depth, remark in found]


def remark_of(editor: PlanEditor, remark_id: str) -> Remark:
    return read_feedback(editor.plan).remarks[remark_id]


def held(editor: PlanEditor, *points: tuple[int, str]) -> str:
    """A meeting with these points (depth, words)."""
    return meetings.hold_meeting(editor, COMMITTEE, [Point(depth, text) for depth, text in points])


def ids_of(editor: PlanEditor, round_id: str) -> list[str]:
    return [remark.id for remark in read_feedback(editor.plan).of_round(round_id)]


def test_a_meeting_keeps_what_is_known_of_it(editor: PlanEditor) -> None:
    round_id = held(editor)
    (meeting,) = meetings.list_meetings(editor)
    assert isinstance(meeting, Round)
    assert (meeting.id, meeting.sort, meeting.name) == (round_id, "meeting", "คณะที่ปรึกษา ครั้งที่ 1")
    assert meetings.details_of(meeting) == COMMITTEE.cleaned()


def test_the_advice_of_a_meeting_speaks_of_the_plan_as_it_was_then(editor: PlanEditor) -> None:
    set_text(editor, (editor.plan.root_id, "title", "th"), "ร่างที่นำเข้าที่ประชุม")
    round_id = held(editor)
    newest = newest_revision(editor)
    assert newest is not None
    assert read_feedback(editor.plan).round(round_id).revision_id == newest.id


def test_a_meeting_needs_a_name_or_a_day(editor: PlanEditor) -> None:
    with pytest.raises(UserError):
        meetings.hold_meeting(editor, MeetingDetails(place="ห้องประชุม 1"))
    round_id = meetings.hold_meeting(editor, MeetingDetails(on=date(2024, 2, 12)))
    with pytest.raises(UserError):
        meetings.set_details(editor, round_id, MeetingDetails(name="  "))
    assert read_feedback(editor.plan).round(round_id).on == date(2024, 2, 12)


def test_what_is_known_of_a_meeting_can_be_told_anew_and_taken_back(editor: PlanEditor) -> None:
    round_id = held(editor)
    meetings.set_details(editor, round_id, MeetingDetails(name="ครั้งที่ 2"))
    assert meetings.details_of(read_feedback(editor.plan).round(round_id)) == MeetingDetails(name="ครั้งที่ 2")
    editor.undo()
    assert meetings.details_of(read_feedback(editor.plan).round(round_id)) == COMMITTEE.cleaned()


def test_pasted_minutes_become_a_meeting_in_one_step(editor: PlanEditor) -> None:
    before = editor.plan
    points = split_minutes("1. ชัดเจน\n1.1 ภาคภูมิใจ\n1.2 ต้องปรับปรุง\n2. Entry point").points
    round_id = meetings.hold_meeting(editor, COMMITTEE, points)
    assert lines(editor, round_id) == ["1 ชัดเจน", "1.1 ภาคภูมิใจ", "1.2 ต้องปรับปรุง", "2 Entry point"]
    last = remark_of(editor, ids_of(editor, round_id)[-1])
    assert (last.text, last.author, last.nature) == ({"en": "Entry point"}, "คณะที่ปรึกษา", "recommendation")
    editor.undo()
    assert editor.plan == before


def test_more_minutes_stand_behind_those_there(editor: PlanEditor) -> None:
    round_id = held(editor, (0, "แรก"))
    meetings.take_minutes(editor, round_id, [Point(0, "สอง"), Point(1, "ย่อย")])
    assert lines(editor, round_id) == ["1 แรก", "2 สอง", "2.1 ย่อย"]


def test_points_are_taken_down_where_they_are_said(editor: PlanEditor) -> None:
    round_id = held(editor)
    meetings.add_point(editor, round_id, NewPoint(text="หนึ่ง"))
    last = meetings.add_point(editor, round_id, NewPoint(text="สาม", author="ดร. สมศรี"))
    between = meetings.add_point(editor, round_id, NewPoint(text="สอง"), last)
    below = meetings.add_point(editor, between, NewPoint(text="ย่อย"))
    assert lines(editor, round_id) == ["1 หนึ่ง", "2 สอง", "2.1 ย่อย", "3 สาม"]
    authors = [remark_of(editor, remark_id).author for remark_id in (between, below, last)]
    assert authors == ["คณะที่ปรึกษา", "คณะที่ปรึกษา", "ดร. สมศรี"]
    assert remark_of(editor, below).round_id == round_id


def test_what_is_below_a_point_taken_away_takes_its_place(editor: PlanEditor) -> None:
    round_id = held(editor, (0, "ก"), (1, "ข"), (1, "ค"), (2, "ง"), (0, "จ"))
    before = editor.plan
    meetings.remove_point(editor, ids_of(editor, round_id)[0])
    assert lines(editor, round_id) == ["1 ข", "2 ค", "2.1 ง", "3 จ"]
    editor.undo()
    assert editor.plan == before


def test_a_point_goes_below_the_one_before_it_and_up_again(editor: PlanEditor) -> None:
    round_id = held(editor, (0, "ก"), (0, "ข"), (0, "ค"))
    _first, second, third = ids_of(editor, round_id)
    meetings.indent_point(editor, second)
    meetings.indent_point(editor, third)
    assert lines(editor, round_id) == ["1 ก", "1.1 ข", "1.2 ค"]
    meetings.outdent_point(editor, second)
    assert lines(editor, round_id) == ["1 ก", "2 ข", "2.1 ค"]
    editor.undo()
    assert lines(editor, round_id) == ["1 ก", "1.1 ข", "1.2 ค"]


def test_a_sub_point_comes_up_in_front_of_what_follows_its_point(editor: PlanEditor) -> None:
    round_id = held(editor, (0, "ก"), (1, "ข"), (0, "ค"))
    meetings.outdent_point(editor, ids_of(editor, round_id)[1])
    assert lines(editor, round_id) == ["1 ก", "2 ข", "3 ค"]


def test_a_point_that_cannot_go_further_stays(editor: PlanEditor) -> None:
    round_id = held(editor, (0, "ก"))
    (only,) = ids_of(editor, round_id)
    before = editor.plan
    meetings.indent_point(editor, only)
    meetings.outdent_point(editor, only)
    assert editor.plan is before


def test_words_are_kept_in_the_language_they_are_written_in(editor: PlanEditor) -> None:
    round_id = held(editor, (0, "ชัดเจน"))
    (only,) = ids_of(editor, round_id)
    meetings.set_point_text(editor, only, " Be clear\x07 ")
    assert remark_of(editor, only).text == {"en": "Be clear"}
    meetings.set_point_text(editor, only, "")
    assert remark_of(editor, only).text == {}


def test_the_wording_in_the_other_language_stays_until_a_point_is_blank(editor: PlanEditor) -> None:
    round_id = held(editor, (0, "ชัดเจน"), (0, "Be clear"))
    first, second = ids_of(editor, round_id)
    merge_remarks(editor, [first, second])
    meetings.set_point_text(editor, first, "ชัดเจนกว่านี้")
    assert remark_of(editor, first).text == {"th": "ชัดเจนกว่านี้", "en": "Be clear"}
    meetings.set_point_text(editor, first, " ")
    assert remark_of(editor, first).text == {}


def test_a_point_is_tied_to_a_passage_and_freed_again(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    anchor = Anchor(dredge, "name", "th", "", "โครงการdredge", 0, 7)
    round_id = held(editor, (0, "ก"))
    (only,) = ids_of(editor, round_id)
    meetings.tie_point(editor, only, anchor)
    tied = remark_of(editor, only)
    assert (tied.anchor, tied.placed_by) == (anchor, "hand")
    meetings.tie_point(editor, only)
    assert (remark_of(editor, only).is_placed, remark_of(editor, only).placed_by) == (False, "")


def test_a_point_said_of_a_field_is_tied_to_it_at_once(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    anchor = Anchor(dredge, "name", "th", "", "โครงการdredge", 0, 7)
    added = meetings.add_point(editor, held(editor), NewPoint(text="เปลี่ยนชื่อ", anchor=anchor))
    tied = remark_of(editor, added)
    assert (tied.anchor, tied.placed_by, tied.quote) == (anchor, "hand", "โครงการ")
