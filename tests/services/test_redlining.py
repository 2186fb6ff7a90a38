"""A redline between two points of a plan's file: who did what, which revisions it names, and that nothing is harmed."""

import stat
from pathlib import Path

import docx
import pytest

from success_desktop.documents.word_dates import W16DU
from success_desktop.documents.word_package import OLD_REVISION_PROPERTY, REVISION_PROPERTY
from success_desktop.domain.plan import Plan
from success_desktop.errors import Cancelled, UserError
from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.export import ExportOptions, export_word
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.redlining import export_redline, prepare_redline
from success_desktop.services.revisions import list_revisions, read_revision, take_revision
from tests.documents.redline.resolver import accept_all, read_document, reject_all
from tests.documents.word_reading import read_body, read_part
from tests.plans import named
from tests.services.conftest import Clock

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def keep(editor: PlanEditor, label: str) -> Point:
    revision = take_revision(editor, "", label)
    return Point(label, revision)


@pytest.fixture
def draft(editor: PlanEditor, clock: Clock) -> Point:
    """A kept revision, after which the first project is renamed by the same person a minute later."""
    kept = keep(editor, "ร่างที่ 1")
    clock.pass_seconds(60)
    editing.set_text(editor, (named(editor.plan, "โครงการdredge"), "name", "th"), "โครงการขุดลอกคลอง")
    return kept


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "ร่างที่ 1 → ปัจจุบัน.docx"


def printed(plan: Plan, revision_id: str, folder: Path):
    path = folder / "plain.docx"
    export_word(plan, path, ExportOptions(revision_id=revision_id))
    return read_document(path)


def properties(path: Path) -> dict[str | None, str | None]:
    return {one.get("name"): one[0].text for one in read_part(path, "docProps/custom.xml")}


def test_rejected_it_is_the_revision_and_accepted_the_present(editor, draft, target, tmp_path):
    compared = prepare_redline(editor, draft, PRESENT, target.name)
    export_redline(compared, target)
    assert draft.revision is not None
    newest = list_revisions(editor)[-1]
    assert reject_all(target) == printed(read_revision(editor, draft.revision), draft.revision.id, tmp_path)
    assert accept_all(target) == printed(editor.plan, newest.id, tmp_path)


def test_each_change_bears_its_author_and_the_time_of_the_edit(editor, draft, target):
    export_redline(prepare_redline(editor, draft, PRESENT, target.name), target)
    changes = [*read_body(target).iter(f"{W}ins", f"{W}del")]
    assert changes
    assert {change.get(f"{W}author") for change in changes} == {"สมหญิง"}
    assert {change.get(f"{W}date") for change in changes} == {"2026-11-22T10:01:00Z"}
    assert {change.get(f"{{{W16DU}}}dateUtc") for change in changes} == {"2026-11-22T03:01:00Z"}


def test_the_present_is_kept_as_a_revision_that_the_file_names(editor, draft, target):
    before = len(list_revisions(editor))
    export_redline(prepare_redline(editor, draft, PRESENT, target.name), target)
    kept = list_revisions(editor)
    assert len(kept) == before + 1
    assert draft.revision is not None
    named_revisions = properties(target)
    assert named_revisions[REVISION_PROPERTY] == kept[-1].id
    assert named_revisions[OLD_REVISION_PROPERTY] == draft.revision.id


def test_two_revisions_are_named_as_they_are_and_none_is_kept_for_them(editor, draft, target):
    second = keep(editor, "ร่างที่ 2")
    count = len(list_revisions(editor))
    compared = prepare_redline(editor, draft, second, target.name)
    export_redline(compared, target)
    assert (compared.old_point, compared.new_point) == (draft, second)
    assert len(list_revisions(editor)) == count


def test_a_redline_back_in_time_leads_from_the_present_to_the_revision(editor, draft, target, tmp_path):
    compared = prepare_redline(editor, PRESENT, draft, target.name)
    export_redline(compared, target)
    kept = list_revisions(editor)[-1]
    assert draft.revision is not None
    assert reject_all(target) == printed(editor.plan, kept.id, tmp_path)
    assert accept_all(target) == printed(read_revision(editor, draft.revision), draft.revision.id, tmp_path)


def test_points_that_read_the_same_are_refused_and_nothing_is_kept(editor, target):
    draft = keep(editor, "ร่างที่ 1")
    with pytest.raises(UserError) as refused:
        prepare_redline(editor, draft, PRESENT, target.name)
    assert refused.value.message == "There is nothing to show: both revisions read the same."
    assert len(list_revisions(editor)) == 1


def test_of_a_plan_that_may_only_be_read_no_revision_is_kept_and_none_is_named(
    editor, draft, target, plan_path
):
    editor.file.publish()
    plan_path.chmod(stat.S_IRUSR)
    compared = prepare_redline(editor, draft, PRESENT, target.name)
    export_redline(compared, target)
    plan_path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert compared.new_point == PRESENT
    assert len(list_revisions(editor)) == 1
    assert not properties(target)[REVISION_PROPERTY]


def test_language_digits_and_font_reach_the_file(editor, draft, target):
    options = ExportOptions("both", has_thai_digits=True, font="TH Sarabun New", author="สมหญิง")
    export_redline(prepare_redline(editor, draft, PRESENT, target.name), target, options)
    document = docx.Document(str(target))
    assert document.styles["Normal"].font.name == "TH Sarabun New"
    assert document.core_properties.author == "สมหญิง"
    texts = "".join(text.text or "" for text in read_body(target).iter(f"{W}t"))
    assert "๕๐๐,๐๐๐" in texts
    assert "Project dredge" in texts


def test_a_name_that_is_no_word_file_is_refused(editor, draft, tmp_path):
    with pytest.raises(UserError):
        export_redline(prepare_redline(editor, draft, PRESENT, "แผน"), tmp_path / "แผน.pdf")


def test_stopping_leaves_the_file_that_was_there(editor, draft, target):
    target.write_bytes(b"old")
    compared = prepare_redline(editor, draft, PRESENT, target.name)
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        if share > 0.15:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_redline(compared, target, progress=stop)
    assert told == sorted(told)
    assert target.read_bytes() == b"old"
    assert not list(target.parent.glob(".*.tmp"))


def test_progress_ends_at_one(editor, draft, target):
    told: list[float] = []
    export_redline(prepare_redline(editor, draft, PRESENT, target.name), target, progress=told.append)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert told == sorted(told)
