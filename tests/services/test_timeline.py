"""The timeline: every revision with what led to it, read in one pass, narrowed to what somebody wants to see."""

from datetime import date, timedelta

import pytest

from success_desktop.services.editing import add_node, move_node, remove_node, set_text
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.revisions import take_revision
from success_desktop.services.timeline import (
    Wanted,
    filter_milestones,
    list_authors,
    read_milestones,
    read_present,
)
from tests.plans import named


@pytest.fixture
def project(editor) -> str:
    return named(editor.plan, "Project dredge")


def reword(editor, node_id: str, text: str) -> None:
    editor.end_step()
    set_text(editor, (node_id, "objective", "th"), text)


def labels(milestones) -> list[str]:
    return [one.revision.label or one.revision.occasion for one in milestones]


@pytest.fixture
def draft(editor, clock, project):
    """Three drafts by two people on different days, an import between the second and the third."""
    take_revision(editor, "", "ร่างที่ 1")
    clock.pass_seconds(timedelta(days=5).total_seconds())
    reword(editor, project, "ลดน้ำท่วม")
    take_revision(editor, "ตามมติคณะทำงาน", "ร่างที่ 2")
    clock.pass_seconds(timedelta(days=8).total_seconds())
    editor.author = "วิชัย"
    reword(editor, named(editor.plan, "Project gauge"), "เตือนภัย")
    keep_automatically(editor, "import", "ก่อนนำเข้า ร่าง.docx")
    reword(editor, project, "ลดน้ำท่วมและน้ำแล้ง")
    reword(editor, project, "ลดน้ำท่วม น้ำแล้ง")
    take_revision(editor, "", "ร่างที่ 3 หลังประชุม")
    return editor


def test_milestones_stand_in_the_order_of_the_revisions(draft):
    milestones = read_milestones(draft)
    assert labels(milestones) == ["ร่างที่ 1", "ร่างที่ 2", "import", "ร่างที่ 3 หลังประชุม"]
    assert [one.ordinal for one in milestones] == [1, 2, 3, 4]


def test_each_tells_what_led_to_it(draft, project):
    first, second, before_import, third = read_milestones(draft)
    assert first.touched.is_nothing
    assert (second.touched.fields, second.touched.node_ids) == (1, frozenset({project}))
    assert before_import.touched.fields == 1
    assert third.touched.fields == 1


def test_each_tells_who_worked_on_it(draft):
    assert [one.authors for one in read_milestones(draft)] == [("สมหญิง",), ("สมหญิง",), ("วิชัย",), ("วิชัย",)]
    assert list_authors(read_milestones(draft)) == ["วิชัย", "สมหญิง"]


def test_nodes_are_counted_by_kind(editor, project):
    take_revision(editor, "", "ร่างที่ 1")
    approach = editor.plan.nodes[project].parent_id
    added = add_node(editor, approach, "project")
    remove_node(editor, named(editor.plan, "Project gauge"))
    take_revision(editor, "", "ร่างที่ 2")
    touched = read_milestones(editor)[-1].touched
    assert (dict(touched.added), dict(touched.removed)) == ({"project": 1}, {"project": 1})
    assert added in touched.node_ids


def test_a_node_that_moved_and_went_later_still_counts_by_its_kind(editor, project):
    take_revision(editor, "", "ร่างที่ 1")
    move_node(editor, project, editor.plan.nodes[project].parent_id, None)
    take_revision(editor, "", "ร่างที่ 2")
    remove_node(editor, project)
    take_revision(editor, "", "ร่างที่ 3")
    assert dict(read_milestones(editor)[1].touched.moved) == {"project": 1}


def test_what_was_read_before_is_not_read_again(draft, project):
    known = read_milestones(draft)
    reword(draft, project, "ลดน้ำเสีย")
    take_revision(draft, "", "ร่างที่ 4")
    now = read_milestones(draft, known)
    assert all(old is new for old, new in zip(known, now, strict=False))
    assert now == read_milestones(draft)


def test_an_automatic_one_that_gave_way_is_not_shown_any_more(draft, project):
    reword(draft, project, "ก")
    keep_automatically(draft, "hour")
    known = read_milestones(draft)
    reword(draft, named(draft.plan, "Project gauge"), "ข")
    keep_automatically(draft, "closing")
    now = read_milestones(draft, known)
    assert labels(now)[-2:] == ["ร่างที่ 3 หลังประชุม", "closing"]
    assert now[-1].touched.fields == 2


def test_the_present_tells_what_was_touched_since(draft, clock, project):
    newest = read_milestones(draft)[-1].revision
    nothing = read_present(draft, newest)
    assert (nothing.touched.is_nothing, nothing.at, nothing.authors) == (True, None, ())
    clock.pass_seconds(60)
    reword(draft, project, "ลดน้ำเสีย")
    present = read_present(draft, newest)
    assert (present.touched.fields, present.at, present.authors) == (1, clock.at, ("วิชัย",))
    assert (present.revision, present.ordinal, present.is_named) == (None, 0, False)


def test_whoever_edited_last_is_named_first(draft, clock, project):
    newest = read_milestones(draft)[-1].revision
    for author, words in (("วิชัย", "ลดน้ำเสีย"), ("วิชัย", "ลดน้ำแล้ง"), ("สมศรี", "ลดน้ำท่วม")):
        draft.author = author
        clock.pass_seconds(60)
        reword(draft, project, words)
    assert read_present(draft, newest).authors == ("สมศรี", "วิชัย")


def test_the_present_of_a_plan_without_revisions_tells_of_everything(editor, project):
    assert read_milestones(editor) == []
    reword(editor, project, "ลดน้ำท่วม")
    assert read_present(editor, None).touched.fields == 1


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [1, 2, 3, 4]),
        (Wanted(text="ประชุม"), [4]),
        (Wanted(text="มติ"), [2]),
        (Wanted(text="ร่าง.docx"), [3]),
        (Wanted(text="อัตโนมัติ"), [3]),
        (Wanted(text="ร่างที่ ๒"), [2]),
        (Wanted(text="ไม่มีคำนี้"), []),
        (Wanted(author="วิชัย"), [3, 4]),
        (Wanted(is_named_only=True), [1, 2, 4]),
        (Wanted(author="วิชัย", is_named_only=True), [4]),
    ],
)
def test_they_are_narrowed_to_what_is_wanted(draft, wanted, found):
    assert [one.ordinal for one in filter_milestones(read_milestones(draft), wanted)] == found


def test_a_meeting_tells_what_led_to_it(draft):
    milestones = read_milestones(draft)
    until, first = (one.revision.id for one in (milestones[-1], milestones[0]) if one.revision)
    assert labels(filter_milestones(milestones, Wanted(until_id=until))) == ["import", "ร่างที่ 3 หลังประชุม"]
    assert labels(filter_milestones(milestones, Wanted(until_id=first))) == ["ร่างที่ 1"]
    assert filter_milestones(milestones, Wanted(until_id="unknown")) == []


def test_a_period_counts_days_here_both_included(draft):
    milestones = read_milestones(draft)
    days = [one.at.astimezone().date() for one in milestones if one.at]
    assert filter_milestones(milestones, Wanted(first_on=days[1], last_on=days[1])) == milestones[1:2]
    assert filter_milestones(milestones, Wanted(first_on=days[1] + timedelta(days=1))) == milestones[2:]
    assert filter_milestones(milestones, Wanted(last_on=days[1])) == milestones[:2]


def test_a_present_that_was_never_edited_lies_in_no_period(draft):
    present = read_present(draft, read_milestones(draft)[-1].revision)
    assert filter_milestones([present], Wanted(last_on=date(2100, 1, 1))) == []
    assert filter_milestones([present], Wanted(author="สมหญิง")) == []
    assert filter_milestones([present], Wanted(text="ก")) == []


def test_a_node_shows_where_it_was_touched(draft, project):
    nodes = frozenset({project})
    assert [one.ordinal for one in filter_milestones(read_milestones(draft), Wanted(node_ids=nodes))] == [
        2,
        4,
    ]
    assert filter_milestones(read_milestones(draft), Wanted(node_ids=frozenset())) == []
