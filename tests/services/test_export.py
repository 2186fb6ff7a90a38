"""Exporting never harms the file that is there, and says what to do when it cannot write."""

import errno
import os
from pathlib import Path

import docx
import pytest

from success_desktop.errors import Cancelled, UserError
from success_desktop.services.export import ExportOptions, export_word
from tests.plans import small_plan

OLD = b"the file of yesterday"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "แผน.docx"
    path.write_bytes(OLD)
    return path


def _refuse(error: OSError):
    def refuse(*_arguments: object) -> None:
        raise error

    return refuse


def _assert_untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_the_new_file_replaces_the_old_one_and_leaves_nothing_beside_it(target):
    export_word(small_plan(), target)
    assert docx.Document(str(target)).core_properties.title == "แผนเมืองทดสอบ พ.ศ. 2568–2572"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_language_font_author_and_revision_reach_the_file(target):
    options = ExportOptions("en", font="TH Sarabun New", author="Somying", revision_id="rev-1")
    export_word(small_plan(), target, options)
    document = docx.Document(str(target))
    assert document.core_properties.author == "Somying"
    assert document.styles["Normal"].font.name == "TH Sarabun New"
    assert "rev-1" in document.sections[-1].footer.paragraphs[-1].text


def _texts(path: Path) -> str:
    document = docx.Document(str(path))
    return "".join(element.text or "" for element in document.element.iter() if element.tag.endswith("}t"))


def test_thai_digits_are_printed_when_asked_for(target):
    export_word(small_plan(), target, ExportOptions(has_thai_digits=True))
    assert "๕๐๐,๐๐๐" in _texts(target)


def test_a_font_that_draws_thai_digits_itself_gets_none(target):
    export_word(small_plan(), target, ExportOptions(has_thai_digits=True, font="TH SarabunIT๙"))
    assert "500,000" in _texts(target)


def test_progress_runs_from_nought_to_one(target):
    shares: list[float] = []
    export_word(small_plan(), target, progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


@pytest.mark.parametrize("stop_at", [0.0, 0.5, 1.0])
def test_cancelling_leaves_the_old_file_as_it_was(target, stop_at):
    def stop(share: float) -> None:
        if share >= stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_word(small_plan(), target, progress=stop)
    _assert_untouched(target)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError) as caught:
        export_word(small_plan(), tmp_path / "nowhere" / "a.docx")
    assert str(tmp_path / "nowhere") in str(caught.value)
    assert caught.value.advice


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    folder = tmp_path / "a.docx"
    folder.mkdir()
    with pytest.raises(UserError) as caught:
        export_word(small_plan(), folder)
    assert "is a folder" in caught.value.message
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_that_is_open_in_word_stays_and_the_user_is_told_to_close_it(target, monkeypatch):
    monkeypatch.setattr(os, "replace", _refuse(PermissionError(errno.EACCES, "in use")))
    monkeypatch.setattr(Path, "replace", _refuse(PermissionError(errno.EACCES, "in use")))
    with pytest.raises(UserError) as caught:
        export_word(small_plan(), target)
    assert "open in another program" in caught.value.message
    assert "Word" in caught.value.advice
    _assert_untouched(target)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "may not save"),
        (errno.EACCES, "may not save"),
        (errno.EIO, "could not be written"),
    ],
)
def test_a_disk_that_refuses_is_explained_and_the_old_file_stays(target, monkeypatch, code, message):
    monkeypatch.setattr(os, "fsync", _refuse(OSError(code, os.strerror(code))))
    with pytest.raises(UserError) as caught:
        export_word(small_plan(), target)
    assert message in caught.value.message
    assert caught.value.advice
    _assert_untouched(target)


def test_another_failure_of_the_last_step_is_explained(target, monkeypatch):
    monkeypatch.setattr(Path, "replace", _refuse(OSError(errno.EIO, "broken")))
    with pytest.raises(UserError) as caught:
        export_word(small_plan(), target)
    assert caught.value.places["reason"] == "broken"
    _assert_untouched(target)


def test_a_failure_without_words_is_called_by_its_name(target, monkeypatch):
    monkeypatch.setattr(Path, "replace", _refuse(OSError()))
    with pytest.raises(UserError) as caught:
        export_word(small_plan(), target)
    assert caught.value.places["reason"] == "OSError"


@pytest.mark.parametrize("name", ["แผน.success", "rows.xlsx", "แผน"])
def test_nothing_but_a_word_file_is_written_over(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_bytes(OLD)
    with pytest.raises(UserError, match="docx"):
        export_word(small_plan(), path)
    _assert_untouched(path)


def test_a_draft_left_by_a_crash_goes_with_the_next_export(target, monkeypatch):
    drafts: list[Path] = []
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda path, missing_ok=False: drafts.append(path))
        patch.setattr(Path, "replace", _refuse(OSError(errno.EIO, "gone")))
        with pytest.raises(UserError):
            export_word(small_plan(), target)
    assert drafts[0].exists()
    export_word(small_plan(), target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
