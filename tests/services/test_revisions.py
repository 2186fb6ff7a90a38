"""Revisions as a service: taken, listed, found, read."""

import pytest

from success_desktop.errors import UserError
from success_desktop.services.editing import set_text
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import (
    describe_revision,
    find_revision,
    list_revisions,
    newest_revision,
    read_landmark,
    read_revision,
    revision_id_for_export,
    take_revision,
)
from tests.plans import named


def test_a_revision_shows_the_plan_as_it_was(editor: PlanEditor) -> None:
    before = editor.plan
    kept = take_revision(editor, "ก่อนประชุม 12 ก.พ. 2567", "ร่างที่ 3")
    set_text(editor, (named(editor.plan, "Project dredge"), "name", "th"), "หลังประชุม")
    assert read_revision(editor, kept) == before
    assert list_revisions(editor) == [kept]


def test_a_revision_is_found_by_label_number_and_id(editor: PlanEditor) -> None:
    kept = take_revision(editor, "ก่อนประชุม", "ร่างที่ 3")
    for name in ("ร่างที่ 3", "1", "๑", kept.id):
        assert find_revision(editor, name) == kept
    for name in ("ร่างที่ 9", "0", "2", "", "²"):
        with pytest.raises(UserError) as caught:
            find_revision(editor, name)
        assert f"“{name}”" in str(caught.value)


def test_revisions_are_numbered_as_people_count_and_a_label_goes_before_a_number(editor: PlanEditor) -> None:
    kept = [take_revision(editor, "ก่อน", label) for label in ("2", "ร่าง", "ร่าง", "")]
    assert [revision.ordinal for revision in kept] == [1, 2, 3, 4]
    assert [find_revision(editor, name) for name in ("1", "2", "3", "4", "ร่าง")] == [
        *(kept[0], kept[0], kept[2], kept[3]),
        kept[2],
    ]


def test_a_document_never_stands_for_a_revision_that_may_be_replaced(editor: PlanEditor) -> None:
    set_text(editor, (named(editor.plan, "Project dredge"), "name", "th"), "ใหม่")
    closing = keep_automatically(editor, "closing")
    assert closing is not None
    assert revision_id_for_export(editor, "แผน.docx") != closing.id
    assert newest_revision(editor) == list_revisions(editor)[-1] != closing


def test_a_revision_is_told_as_plain_data(editor: PlanEditor) -> None:
    told = describe_revision(take_revision(editor, "ก่อนส่งออก", occasion="export"))
    assert told["at"] == "2026-11-22T03:00:00+00:00"
    assert (told["message"], told["is_automatic"], told["author"]) == ("ก่อนส่งออก", True, "สมหญิง")
    assert (told["number"], told["transaction"], told["occasion"]) == (1, 1, "export")


def test_a_document_stands_for_the_newest_revision_when_nothing_has_changed_since(editor: PlanEditor) -> None:
    first = revision_id_for_export(editor, "แผน.docx")
    kept = find_revision(editor, first)
    assert kept.is_automatic
    assert "แผน.docx" in kept.message
    assert revision_id_for_export(editor, "plan.docx") == first
    set_text(editor, (named(editor.plan, "Project dredge"), "name", "th"), "ใหม่")
    second = revision_id_for_export(editor, "แผน.docx")
    assert find_revision(editor, second).number > kept.number


def test_a_file_that_may_only_be_read_keeps_no_revision(
    editor: PlanEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert revision_id_for_export(editor, "แผน.docx") == ""
    assert list_revisions(editor) == []


def test_the_landmark_of_a_plan_without_revisions_is_refused_with_what_to_do(editor: PlanEditor) -> None:
    with pytest.raises(UserError) as refused:
        read_landmark(editor)
    assert "ยังไม่มีฉบับที่เก็บไว้" in refused.value.sentence()


def test_the_landmark_stays_while_the_program_keeps_others(editor: PlanEditor) -> None:
    mine = take_revision(editor, "", "ร่างที่ 1")
    set_text(editor, (named(editor.plan, "Project dredge"), "objective", "th"), "ลดน้ำท่วม")
    assert keep_automatically(editor, "export", "ก.docx") is not None
    assert read_landmark(editor) == mine
