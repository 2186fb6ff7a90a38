"""In a copy for review nothing of the plan can be edited; remarks are made, and carried back in a small file."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from success_desktop.domain.feedback import NOWHERE, Anchor, read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.domain.reviewing import may_edit
from success_desktop.errors import Unreadable, UserError
from success_desktop.services import editing, reviewing
from success_desktop.services.library import open_plan
from success_desktop.services.meetings import MeetingDetails, hold_meeting
from success_desktop.services.passages import Span, anchor_at
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.review_copies import open_for_review
from success_desktop.services.review_files import (
    merge_review,
    preview_review,
    read_review,
    write_review,
)
from success_desktop.services.reviewing import NewRemark
from success_desktop.services.revisions import list_revisions, take_revision
from tests.plans import named


@pytest.fixture
def copy(editor: PlanEditor, plan_path: Path, tmp_path: Path) -> Iterator[PlanEditor]:
    """A copy of the plan that a reviewer has opened; the plan itself goes on in `editor`."""
    take_revision(editor, "", "ร่างที่ 1")
    editor.file.publish()
    opened = open_for_review(plan_path, tmp_path / "สำเนา.success", "ดร. สมศรี")
    yield opened
    opened.close(publish=False)


def on_name(editor: PlanEditor, span: Span | None = None) -> Anchor:
    return anchor_at(editor, (named(editor.plan, "Project dredge"), "name", "th"), span)


def test_nothing_of_the_plan_can_be_edited(copy: PlanEditor) -> None:
    dredge = named(copy.plan, "Project dredge")
    before = copy.plan
    for edit in (
        lambda: editing.set_text(copy, (dredge, "name", "th"), "อื่น"),
        lambda: editing.remove_node(copy, dredge),
        lambda: editing.move_up(copy, named(copy.plan, "Project gauge")),
        lambda: hold_meeting(copy, MeetingDetails(name="ประชุม")),
    ):
        with pytest.raises(UserError) as refused:
            edit()
        assert "review" in refused.value.message
    assert copy.plan is before


def test_what_was_done_before_cannot_be_undone_in_a_copy(editor: PlanEditor, plan_path: Path) -> None:
    editing.set_text(editor, (editor.plan.root_id, "title", "th"), "ชื่อใหม่")
    reviewing.begin_review(editor, "ดร. สมศรี")
    assert editor.undo_label is None
    editor.close()
    again = open_plan(plan_path, "ดร. สมศรี")
    assert again.undo_label is None
    assert reviewing.is_reviewing(again)
    again.close()


def test_the_plan_that_was_copied_stays_as_it_is(
    copy: PlanEditor, plan_path: Path, editor: PlanEditor
) -> None:
    assert reviewing.is_reviewing(copy)
    assert not reviewing.is_reviewing(editor)
    assert copy.file.path != plan_path


def test_a_copy_is_gone_on_with(copy: PlanEditor, plan_path: Path) -> None:
    reviewing.remark(copy, NewRemark(text="ชัดเจนดี"))
    path, round_id = copy.file.path, reviewing.own_round_id(copy)
    copy.close()
    again = open_for_review(plan_path, path, "ดร. สมศรี")
    assert reviewing.own_round_id(again) == round_id
    assert [one.spoken("th") for one in reviewing.own_remarks(again)] == ["ชัดเจนดี"]
    again.close()


def test_a_plan_that_is_not_there_cannot_be_reviewed(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        open_for_review(tmp_path / "ไม่มี.success", tmp_path / "สำเนา.success", "ก")
    assert list(tmp_path.iterdir()) == []


def test_a_remark_is_made_changed_and_withdrawn(copy: PlanEditor) -> None:
    made = reviewing.remark(
        copy, NewRemark(text="Too long", anchor=on_name(copy, Span(0, 7)), weight="minor")
    )
    (one,) = reviewing.own_remarks(copy)
    assert (one.text, one.author, one.quote, one.weight) == (
        {"en": "Too long"},
        "ดร. สมศรี",
        "โครงการ",
        "minor",
    )
    assert one.anchor.revision_id == list_revisions(copy)[0].id
    reviewing.reword_remark(copy, made, "ยาวไป")
    assert reviewing.own_remarks(copy)[0].text == {"th": "ยาวไป"}
    reviewing.withdraw_remark(copy, made)
    assert reviewing.own_remarks(copy) == ()
    copy.undo()
    copy.undo()
    assert reviewing.own_remarks(copy)[0].text == {"en": "Too long"}


def test_another_wording_is_a_proposal(copy: PlanEditor) -> None:
    reviewing.remark(copy, NewRemark(anchor=on_name(copy), proposed="โครงการขุดลอกคลอง"))
    (one,) = reviewing.own_remarks(copy)
    assert (one.sort, one.proposed, one.text) == ("wording", "โครงการขุดลอกคลอง", {})
    assert one.anchor.seen == "โครงการdredge"


def test_a_remark_that_says_nothing_is_refused(copy: PlanEditor) -> None:
    for new in (NewRemark(text=" "), NewRemark(anchor=on_name(copy), proposed="โครงการdredge")):
        with pytest.raises(UserError):
            reviewing.remark(copy, new)


def test_a_remark_may_be_on_the_plan_as_a_whole(copy: PlanEditor) -> None:
    reviewing.remark(copy, NewRemark(text="ดีมาก"))
    (one,) = reviewing.own_remarks(copy)
    assert (one.anchor, one.placed_by) == (NOWHERE, "")


def test_in_a_plan_that_is_being_written_there_is_nothing_to_review(
    editor: PlanEditor, tmp_path: Path
) -> None:
    assert reviewing.own_remarks(editor) == ()
    with pytest.raises(UserError):
        reviewing.remark(editor, NewRemark(text="ก"))
    with pytest.raises(UserError):
        write_review(editor, tmp_path / "ก.review")


def test_beginning_twice_is_beginning_once(copy: PlanEditor) -> None:
    assert reviewing.begin_review(copy, "คนอื่น") == reviewing.own_round_id(copy)
    assert len(read_feedback(copy.plan).rounds) == 1


def test_a_copy_of_a_copy_is_not_made(copy: PlanEditor, tmp_path: Path) -> None:
    path, round_id = copy.file.path, reviewing.own_round_id(copy)
    copy.close()
    again = open_for_review(path, tmp_path / "สำเนาของสำเนา.success", "คนอื่น")
    assert (again.file.path, reviewing.own_round_id(again)) == (path, round_id)
    again.close()
    assert not (tmp_path / "สำเนาของสำเนา.success").exists()


def test_a_round_of_somebody_else_is_not_the_reviewers(editor: PlanEditor) -> None:
    round_id = hold_meeting(editor, MeetingDetails(name="ประชุม"))
    reviewing.begin_review(editor, "ดร. สมศรี")
    assert not may_edit(editor.plan, set_feedback(editor.plan, round_id, {"name": "อื่น"}))


# --- the file -----------------------------------------------------------------------------------------------


def test_remarks_are_carried_back_into_the_plan(editor: PlanEditor, copy: PlanEditor, tmp_path: Path) -> None:
    reviewing.remark(copy, NewRemark(text="ยาวไป", anchor=on_name(copy)))
    path = tmp_path / "ดร. สมศรี.review"
    assert write_review(copy, path) == 1
    pack = read_review(path)
    assert preview_review(editor, pack).is_news
    before = len(list_revisions(editor))
    receipt = merge_review(editor, pack, path.name)
    assert (receipt.reviewer, receipt.tally.new, receipt.as_data()["new"]) == ("ดร. สมศรี", 1, 1)
    (one,) = read_feedback(editor.plan).remarks.values()
    mine = reviewing.own_remarks(copy)[0]
    assert replace(one, source="") == mine
    assert one.anchor.place == on_name(editor).place
    assert len(list_revisions(editor)) == before
    plan = editor.plan
    assert not merge_review(editor, pack, path.name).is_news
    assert editor.plan is plan


def test_an_import_is_one_step_back(editor: PlanEditor, copy: PlanEditor, tmp_path: Path) -> None:
    for text in ("ก", "ข"):
        reviewing.remark(copy, NewRemark(text=text))
    write_review(copy, tmp_path / "ก.review")
    before = editor.plan
    merge_review(editor, read_review(tmp_path / "ก.review"))
    editor.undo()
    assert editor.plan == before


def test_fifty_remarks_fit_into_a_small_file(copy: PlanEditor, tmp_path: Path) -> None:
    dredge = named(copy.plan, "Project dredge")
    long = "เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลอง ฟื้นระบบนิเวศตลิ่ง " * 20
    anchor = Anchor(dredge, "objective", "th", "", long, 0, len(long))
    for number in range(50):
        reviewing.remark(
            copy, NewRemark(text=f"ข้อ {number} {long[:200]}", anchor=anchor, proposed=f"{number} {long}")
        )
    path = tmp_path / "ก.review"
    write_review(copy, path)
    assert path.stat().st_size < 100_000


def test_equal_remarks_make_equal_bytes(copy: PlanEditor, tmp_path: Path) -> None:
    copy._clock = lambda: list_revisions(copy)[0].at
    reviewing.remark(copy, NewRemark(text="ก"))
    for name in ("1.review", "2.review"):
        write_review(copy, tmp_path / name)
    assert (tmp_path / "1.review").read_bytes() == (tmp_path / "2.review").read_bytes()


def test_without_a_remark_there_is_nothing_to_save(copy: PlanEditor, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write_review(copy, tmp_path / "ก.review")
    reviewing.remark(copy, NewRemark(text="ก"))
    with pytest.raises(UserError):
        write_review(copy, tmp_path / "แผน.success")
    assert list(tmp_path.glob("*.review")) == []


def test_remarks_on_another_plan_are_refused(editor: PlanEditor, copy: PlanEditor, tmp_path: Path) -> None:
    reviewing.remark(copy, NewRemark(text="ก"))
    write_review(copy, tmp_path / "ก.review")
    other = read_review(tmp_path / "ก.review").model_copy(update={"plan_id": "other"})
    before = editor.plan
    with pytest.raises(UserError) as refused:
        merge_review(editor, other)
    assert "แผนเมืองทดสอบ" in refused.value.sentence("th")
    assert editor.plan is before


def test_a_file_that_would_write_over_a_meeting_is_refused(
    editor: PlanEditor, copy: PlanEditor, tmp_path: Path
) -> None:
    reviewing.remark(copy, NewRemark(text="ก"))
    write_review(copy, tmp_path / "ก.review")
    held = hold_meeting(editor, MeetingDetails(name="ประชุม"))
    forged = read_review(tmp_path / "ก.review").model_copy(update={"round_id": held})
    before = editor.plan
    with pytest.raises(UserError, match=r"ก\.review"):
        merge_review(editor, forged, "ก.review")
    assert editor.plan is before


def _write(path: Path, text: str | bytes, name: str = "review.json") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, text)
    return path


def test_a_damaged_or_hostile_file_is_refused(copy: PlanEditor, tmp_path: Path) -> None:
    reviewing.remark(copy, NewRemark(text="ก"))
    good = tmp_path / "good.review"
    write_review(copy, good)
    with zipfile.ZipFile(good) as package:
        raw = json.loads(package.read("review.json"))
    altered = json.dumps({**raw, "review": {**raw["review"], "reviewer": "คนอื่น"}})
    bad = tmp_path / "bad.review"
    faults = [
        lambda: bad.write_bytes(b"not a zip"),
        lambda: bad.write_bytes(good.read_bytes()[:-40]),
        lambda: _write(bad, altered),
        lambda: _write(bad, json.dumps({"digest": "x"})),
        lambda: _write(bad, json.dumps([1])),
        lambda: _write(bad, "[" * 100_000),
        lambda: _write(bad, b"\xff\xfe"),
        lambda: _write(bad, "{}", "other.json"),
        lambda: _write(bad, b" " * (33 * 1024 * 1024)),
    ]
    for fault in faults:
        fault()
        with pytest.raises(Unreadable):
            read_review(bad)


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        read_review(tmp_path / "ไม่มี.review")
    assert "not there" in refused.value.message


def test_a_file_of_a_newer_program_is_told_so(tmp_path: Path) -> None:
    path = _write(tmp_path / "ก.review", json.dumps({"digest": "x", "review": {"version": 2}}))
    with pytest.raises(Unreadable) as refused:
        read_review(path)
    assert "newer" in refused.value.message
