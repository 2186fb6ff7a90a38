"""What the program keeps by itself: nothing twice, nothing in the way, and every point that something leans on for good."""

import pytest

from success_desktop.domain.office_edits import set_office
from success_desktop.domain.revision import Occasion
from success_desktop.services.editing import set_text
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import (
    list_revisions,
    newest_revision,
    read_revision,
    revision_id_for_export,
    take_revision,
)


def rename(editor: PlanEditor, text: str) -> None:
    set_text(editor, (editor.plan.root_id, "title", "th"), text)


def occasions(editor: PlanEditor) -> list[Occasion]:
    return [revision.occasion for revision in list_revisions(editor)]


@pytest.mark.parametrize("occasion", ["import", "export", "closing", "hour", "restore"])
def test_what_has_been_edited_is_kept(editor: PlanEditor, occasion: Occasion) -> None:
    rename(editor, "หนึ่ง")
    kept = keep_automatically(editor, occasion, "ข้อความ")
    assert kept is not None
    assert kept == newest_revision(editor)
    assert (kept.occasion, kept.message, kept.author) == (occasion, "ข้อความ", "สมหญิง")
    assert kept.is_automatic
    assert kept.is_replaceable == (occasion in ("closing", "hour"))


@pytest.mark.parametrize("occasion", ["import", "closing"])
def test_nothing_is_kept_that_is_kept_already(editor: PlanEditor, occasion: Occasion) -> None:
    rename(editor, "หนึ่ง")
    take_revision(editor, "ก่อนประชุม")
    assert keep_automatically(editor, occasion) is None
    assert occasions(editor) == [""]


def test_a_plan_just_made_is_kept_before_something_happens_to_it_and_not_on_closing(
    editor: PlanEditor,
) -> None:
    assert keep_automatically(editor, "closing") is None
    assert keep_automatically(editor, "hour") is None
    assert keep_automatically(editor, "import") is not None
    assert occasions(editor) == ["import"]


def test_only_the_newest_of_closing_and_an_hour_is_kept(editor: PlanEditor) -> None:
    deeds: list[Occasion] = ["hour", "hour", "closing", "import", "hour", "closing"]
    for number, occasion in enumerate(deeds):
        rename(editor, str(number))
        keep_automatically(editor, occasion)
    assert occasions(editor) == ["closing", "import", "closing"]
    assert [revision.ordinal for revision in list_revisions(editor)] == [1, 2, 3]


@pytest.mark.parametrize("occasion", ["import", "restore"])
def test_a_point_before_something_stays_though_an_hours_revision_stands_there(
    editor: PlanEditor, occasion: Occasion
) -> None:
    rename(editor, "หนึ่ง")
    keep_automatically(editor, "hour")
    kept = keep_automatically(editor, occasion)
    assert kept is not None
    rename(editor, "สอง")
    keep_automatically(editor, "closing")
    assert occasions(editor) == ["hour", occasion, "closing"]
    assert read_revision(editor, kept).root.text("title", "th") == "หนึ่ง"


def test_a_file_that_may_only_be_read_keeps_nothing(
    editor: PlanEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(editor, "หนึ่ง")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert keep_automatically(editor, "closing") is None
    assert occasions(editor) == []


def test_how_a_plan_is_printed_is_nothing_to_keep_it_for(editor: PlanEditor) -> None:
    kept = take_revision(editor, "ร่าง")
    editor.edit("Document settings", set_office(editor.plan, {"language": "en"}))
    assert keep_automatically(editor, "closing") is None
    assert revision_id_for_export(editor, "แผน.docx") == kept.id
