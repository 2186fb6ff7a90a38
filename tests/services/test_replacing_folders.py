"""A folder is handed out whole or not at all, and nobody's files are ever replaced by it."""

import pytest

from success_desktop.errors import Cancelled, UserError
from success_desktop.services.replacing_folders import replace_folder, require_ours


def fill(*names):
    """What fills a folder with files of these names."""

    def write(folder):
        for name in names:
            (folder / name).write_text(name, encoding="utf-8")

    return write


def is_ours(name):
    return name.startswith("0")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path):
    return tmp_path / "ชุดเอกสาร"


def test_a_new_folder_holds_what_was_written(target, tmp_path):
    replace_folder(target, fill("01 ก", "02 ข"), is_ours)
    assert names(target) == ["01 ก", "02 ข"]
    assert names(tmp_path) == ["ชุดเอกสาร"]


def test_an_empty_folder_is_filled(target):
    target.mkdir()
    replace_folder(target, fill("01 ก"), is_ours)
    assert names(target) == ["01 ก"]


def test_an_older_pack_gives_way_as_a_whole(target, tmp_path):
    replace_folder(target, fill("01 ก", "02 ข"), is_ours)
    replace_folder(target, fill("01 ค"), is_ours)
    assert names(target) == ["01 ค"]
    assert names(tmp_path) == ["ชุดเอกสาร"]


def test_a_folder_with_other_files_is_left_alone(target):
    target.mkdir()
    (target / "รูปงานแต่ง.jpg").write_text("x")
    (target / "01 ก").write_text("x")
    with pytest.raises(UserError, match=r"รูปงานแต่ง\.jpg"):
        replace_folder(target, fill("01 ก"), is_ours)
    assert names(target) == ["01 ก", "รูปงานแต่ง.jpg"]
    assert (target / "01 ก").read_text() == "x"


def test_a_file_of_that_name_is_no_folder(target):
    target.write_text("x")
    with pytest.raises(UserError):
        require_ours(target, is_ours)
    assert target.read_text() == "x"


def test_a_place_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="gone"):
        replace_folder(tmp_path / "gone" / "ชุด", fill("01 ก"), is_ours)


@pytest.mark.parametrize("was_there", [True, False])
@pytest.mark.parametrize("failure", [Cancelled(), UserError("x"), OSError("disk")])
def test_nothing_is_left_of_what_was_not_finished(target, tmp_path, was_there, failure):
    if was_there:
        replace_folder(target, fill("01 ก"), is_ours)

    def break_off(folder):
        fill("01 ใหม่")(folder)
        raise failure

    with pytest.raises(type(failure)):
        replace_folder(target, break_off, is_ours)
    assert names(tmp_path) == (["ชุดเอกสาร"] if was_there else [])
    assert not was_there or names(target) == ["01 ก"]


def test_a_folder_where_nothing_may_be_made_is_told(target, monkeypatch):
    def refuse(_path, *_given):
        raise PermissionError(13, "no")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    with pytest.raises(UserError):
        replace_folder(target, fill("01 ก"), is_ours)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_folder_that_cannot_be_renamed_stays_as_it_was(target, tmp_path, monkeypatch, failing):
    replace_folder(target, fill("01 ก"), is_ours)
    rename, calls = type(target).rename, []

    def refuse_once(path, to):
        calls.append(to)
        if len(calls) == failing:
            raise PermissionError(13, "open in Word")
        return rename(path, to)

    monkeypatch.setattr("pathlib.Path.rename", refuse_once)
    with pytest.raises(UserError):
        replace_folder(target, fill("01 ใหม่"), is_ours)
    assert names(target) == ["01 ก"]
    assert names(tmp_path) == ["ชุดเอกสาร"]


def test_what_a_crash_left_behind_goes_and_what_stepped_aside_comes_back(target, tmp_path):
    replace_folder(target, fill("01 ก"), is_ours)
    aside = next(iter(_beside(target, "old")))
    target.rename(aside)
    draft = next(iter(_beside(target, "tmp")))
    draft.mkdir()
    (draft / "half").write_text("x")
    with pytest.raises(Cancelled):
        replace_folder(target, _cancel, is_ours)
    assert names(target) == ["01 ก"]
    assert names(tmp_path) == ["ชุดเอกสาร"]


def _cancel(_folder):
    raise Cancelled


def _beside(target, suffix):
    """The name under which a folder in the making, or one that stepped aside, lies."""
    seen = []

    def look(folder):
        seen.append(folder.with_suffix(f".{suffix}"))
        raise Cancelled

    probe = target.with_name(target.name)
    with pytest.raises(Cancelled):
        replace_folder(probe, look, is_ours)
    return seen


def test_a_name_that_no_folder_can_have_is_refused(tmp_path):
    with pytest.raises(UserError, match="ชื่อ"):
        replace_folder(tmp_path / ("ก" * 200), lambda folder: None, lambda name: True)
    assert list(tmp_path.iterdir()) == []
