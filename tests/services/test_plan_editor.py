"""The one door: what is edited is on disk at once, can be undone, and is told to whoever listens."""

from pathlib import Path

import pytest

from success_desktop.domain.edits import set_value
from success_desktop.errors import UserError
from success_desktop.services.editing import add_node, remove_node, set_text
from success_desktop.services.library import list_forgotten, open_plan
from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.services.revisions import read_plan_at, take_revision
from success_desktop.store.plans import NewTransaction
from tests.plans import named
from tests.services.conftest import Clock


def rename(editor: PlanEditor, text: str) -> None:
    set_text(editor, (named_project(editor), "name", "th"), text)


def named_project(editor: PlanEditor) -> str:
    return named(editor.plan, "Project dredge")


def name_of(editor: PlanEditor) -> str:
    return editor.plan.nodes[named_project(editor)].text("name", "th")


def test_an_edit_is_on_disk_when_it_returns(editor: PlanEditor) -> None:
    rename(editor, "ขุดลอกคลองสายหลัก")
    assert editor.file.store.read_plan() == editor.plan
    assert name_of(editor) == "ขุดลอกคลองสายหลัก"


def test_undo_and_redo_walk_back_and_forth(editor: PlanEditor, clock: Clock) -> None:
    before = editor.plan
    rename(editor, "หนึ่ง")
    clock.pass_seconds(60)
    rename(editor, "สอง")
    after = editor.plan
    editor.undo()
    assert name_of(editor) == "หนึ่ง"
    editor.undo()
    assert editor.plan == before
    editor.redo()
    editor.redo()
    assert editor.plan == after
    assert editor.redo_label is None
    assert editor.undo_label == "Edit text"


def test_undo_without_anything_to_undo_does_nothing(editor: PlanEditor) -> None:
    before = editor.plan
    editor.undo()
    editor.redo()
    assert editor.plan == before
    assert (editor.undo_label, editor.redo_label) == (None, None)


def test_quick_typing_in_one_field_is_one_step(editor: PlanEditor, clock: Clock) -> None:
    original = name_of(editor)
    for text in ("ข", "ขุ", "ขุด"):
        rename(editor, text)
        clock.pass_seconds(2)
    editor.undo()
    assert name_of(editor) == original


def test_typing_after_a_pause_or_in_another_field_is_another_step(editor: PlanEditor, clock: Clock) -> None:
    rename(editor, "หนึ่ง")
    set_text(editor, (named_project(editor), "objective", "th"), "เพื่อลดน้ำท่วม")
    rename(editor, "สอง")
    clock.pass_seconds(6)
    rename(editor, "สาม")
    editor.undo()
    assert name_of(editor) == "สอง"
    editor.undo()
    assert name_of(editor) == "หนึ่ง"
    assert editor.plan.nodes[named_project(editor)].text("objective", "th") == "เพื่อลดน้ำท่วม"


def test_typing_after_an_undo_does_not_fold_into_what_was_undone(editor: PlanEditor) -> None:
    original = name_of(editor)
    rename(editor, "หนึ่ง")
    editor.undo()
    rename(editor, "สอง")
    editor.undo()
    assert name_of(editor) == original


def test_undo_survives_closing_and_opening(editor: PlanEditor, plan_path: Path, clock: Clock) -> None:
    before = editor.plan
    rename(editor, "ชื่อใหม่")
    remove_node(editor, named(editor.plan, "Safe canal communities"))
    editor.close()
    again = open_plan(plan_path, "สมชาย")
    again.undo()
    again.undo()
    assert again.plan == before
    again.redo()
    assert name_of(again) == "ชื่อใหม่"
    again.close()


def test_listeners_hear_what_changed_and_who_asked(editor: PlanEditor) -> None:
    heard: list[PlanEdited] = []
    stop = editor.listen(heard.append)
    project = named_project(editor)
    initiator = object()
    set_text(editor, (project, "name", "th"), "ใหม่", initiator)
    add_node(editor, named(editor.plan, "Restore the canals"), "project")
    stop()
    stop()
    rename(editor, "ไม่มีใครฟัง")
    assert [event.is_structural for event in heard] == [False, True]
    assert heard[0].node_ids == {project}
    assert heard[0].initiator is initiator
    assert heard[1].initiator is None


def test_setting_what_is_there_already_is_no_step(editor: PlanEditor) -> None:
    rename(editor, name_of(editor))
    assert editor.undo_label is None


def test_an_edit_that_meets_somebody_elses_is_not_made_and_the_newest_text_is_read(
    editor: PlanEditor, clock: Clock
) -> None:
    heard: list[PlanEdited] = []
    editor.listen(heard.append)
    theirs = set_value(editor.plan, named_project(editor), "name", "th", "ของเขา")
    editor.file.store.commit(NewTransaction("สมชาย", clock(), "Edit text", theirs))
    with pytest.raises(UserError) as refusal:
        rename(editor, "ของเรา")
    assert "same time" in refusal.value.sentence("en")
    assert name_of(editor) == "ของเขา"
    assert heard == [PlanEdited(())]
    assert heard[0].is_structural


def test_typing_after_the_clock_was_set_back_is_another_step(editor: PlanEditor, clock: Clock) -> None:
    rename(editor, "หนึ่ง")
    clock.pass_seconds(-3600)
    rename(editor, "สอง")
    editor.undo()
    assert name_of(editor) == "หนึ่ง"


def test_typing_does_not_fold_into_somebody_elses_step(editor: PlanEditor, clock: Clock) -> None:
    rename(editor, "ของเรา")
    theirs = set_value(editor.plan, named_project(editor), "name", "th", "ของเขา")
    editor.file.store.commit(NewTransaction("สมชาย", clock(), "Edit text", theirs))
    with pytest.raises(UserError):
        rename(editor, "ของเราอีก")
    rename(editor, "ของเราอีก")
    editor.undo()
    assert name_of(editor) == "ของเขา"


def test_what_is_abandoned_is_gone_and_the_file_as_it_was(editor: PlanEditor, plan_path: Path) -> None:
    before = plan_path.read_bytes()
    rename(editor, "ไม่เอาแล้ว")
    editor.abandon()
    editor.close()
    assert plan_path.read_bytes() == before
    assert list_forgotten() == []
    open_plan(plan_path, "สมชาย").close()


def test_half_a_minute_is_one_step_however_often_typing_is_kept(editor: PlanEditor, clock: Clock) -> None:
    for count in range(1, 121):
        rename(editor, "ก" * count)
        clock.pass_seconds(0.5)
    editor.undo()
    assert name_of(editor) == "ก" * 60


def test_minutes_of_steady_typing_are_several_steps(editor: PlanEditor, clock: Clock) -> None:
    original = name_of(editor)
    for count in range(1, 41):
        rename(editor, "ก" * count)
        clock.pass_seconds(2)
    editor.undo()
    assert name_of(editor) == "ก" * 30
    editor.undo()
    editor.undo()
    assert name_of(editor) == original
    assert editor.undo_label is None


def test_typing_is_one_transaction_however_often_it_is_kept(editor: PlanEditor, clock: Clock) -> None:
    for count in range(1, 20):
        rename(editor, "ก" * count)
        clock.pass_seconds(0.5)
    assert editor.file.store.last_number() == 2
    take_revision(editor, "กลางคำ")
    rename(editor, "ก" * 20)
    assert editor.file.store.last_number() == 3
    editor.undo()
    assert editor.undo_label is None


def test_typing_more_into_the_same_step_is_not_published_yet(editor: PlanEditor) -> None:
    rename(editor, "ก")
    editor.file.publish()
    assert editor.file.is_published
    rename(editor, "กข")
    assert not editor.file.is_published


def test_the_present_is_known_by_its_place_in_the_log(editor: PlanEditor, clock: Clock) -> None:
    for text in ("ก", "กข"):
        rename(editor, text)
        assert editor.present == (editor.plan, 2)
    theirs = set_value(editor.plan, editor.plan.root_id, "title", "th", "ของเขา")
    editor.file.store.commit(NewTransaction("สมชาย", clock(), "Edit text", theirs))
    clock.pass_seconds(60)
    rename(editor, "ของเรา")
    assert editor.present is None
    rename(editor, "ของเราอีก")
    assert editor.present is None
    assert read_plan_at(editor, 3).root.text("title", "th") == "ของเขา"
