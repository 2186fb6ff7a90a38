"""Revisions as a service: taken, listed, found, read."""

import pytest

from success_desktop.errors import UserError
from success_desktop.services.editing import set_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import (
    describe_revision,
    find_revision,
    list_revisions,
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
    for name in ("ร่างที่ 3", str(kept.number), kept.id):
        assert find_revision(editor, name) == kept
    with pytest.raises(UserError, match="ร่างที่ 9"):
        find_revision(editor, "ร่างที่ 9")


def test_a_revision_is_told_as_plain_data(editor: PlanEditor) -> None:
    told = describe_revision(take_revision(editor, "ก่อนส่งออก", is_automatic=True))
    assert told["at"] == "2026-11-22T03:00:00+00:00"
    assert (told["message"], told["is_automatic"], told["author"]) == ("ก่อนส่งออก", True, "สมหญิง")


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
