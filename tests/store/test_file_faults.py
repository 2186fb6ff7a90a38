"""What the store promises when a file or its place is not as it should be: a clear word, the old file, and the work kept."""

import functools
import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from success_desktop.paths import data_folder
from success_desktop.store.file_check import check_file
from success_desktop.store.left_work import list_unpublished
from success_desktop.store.migrate import migrate
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.revisions import NewRevision, take_revision
from tests.store.files import (
    FIRST,
    blank_positions,
    blot,
    misquote,
    names_in,
    published_name,
    run_sql,
    set_name,
    told,
    working_folders,
)
from tests.store.ladders import HIGHER, longer_ladder
from tests.store.samples import NOW, name_of, new_small_plan


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.unlink(), "The file “{path}” does not exist."),
        (lambda path: (path.unlink(), path.mkdir()), "“{path}” is a folder."),
        (lambda path: path.write_bytes(b""), "The file “{path}” is empty."),
        (lambda path: path.write_bytes(b"PK\x03\x04 a Word file"), "“{path}” is not a plan file."),
        (lambda path: path.write_bytes(path.read_bytes()[:50]), "The file “{path}” is damaged."),
        (lambda path: path.write_bytes(path.read_bytes()[:-5000]), "The file “{path}” is damaged."),
        (lambda path: blot(path), "The file “{path}” is damaged."),
        (lambda path: blank_positions(path), "The file “{path}” is damaged."),
        (lambda path: run_sql(path, "PRAGMA application_id = 7"), "“{path}” belongs to another program."),
        (
            lambda path: run_sql(path, "PRAGMA user_version = 99"),
            "This plan was made by a newer version of the program.",
        ),
        (lambda path: misquote(path), "The file “{path}” is damaged."),
        (lambda path: run_sql(path, "DELETE FROM plan"), "The file “{path}” is damaged."),
        (lambda path: run_sql(path, "DROP TABLE plan"), "The file “{path}” is damaged."),
    ],
    ids=[
        "missing",
        "folder",
        "empty",
        "word",
        "stump",
        "cut off",
        "blot",
        "blanks",
        "foreign",
        "newer",
        "misquoted",
        "planless",
        "tableless",
    ],
)
def test_a_file_that_cannot_be_opened_says_why(path: Path, spoil: Callable[[Path], object], sentence: str):
    spoil(path)
    assert told(lambda: PlanFile.open(path)) == sentence.format(path=path)
    assert not list((data_folder() / "working").glob("*/*"))


def test_an_older_file_is_brought_up_to_date_in_the_working_copy_only(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The program of tomorrow, whose ladder has one more step, opens the file of today."""
    longer = functools.partial(migrate, scripts=longer_ladder(tmp_path), newest=HIGHER)
    monkeypatch.setattr("success_desktop.store.taking_up.migrate", longer)
    before = path.read_bytes()
    opened = PlanFile.open(path)
    assert opened.is_published
    assert name_of(opened.store) == FIRST
    assert path.read_bytes() == before
    set_name(opened, "ใหม่")
    opened.close()
    assert int.from_bytes(path.read_bytes()[60:64], "big") == HIGHER
    monkeypatch.undo()
    assert told(lambda: PlanFile.open(path)) == "This plan was made by a newer version of the program."


def test_a_read_only_file_opens_and_asks_for_another_name(path: Path):
    path.chmod(stat.S_IREAD)
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    assert told(opened.publish) == f"“{path}” cannot be written: it is read-only."
    assert published_name(path) == FIRST
    assert names_in(path.parent) == [path.name]
    opened.publish_as(path.with_name("mine.success"))
    opened.close()


def test_a_folder_that_is_gone_is_told(path: Path, tmp_path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    shutil.rmtree(path.parent)
    assert told(opened.publish) == f"The folder of “{path}” does not exist."
    assert not opened.is_published
    opened.publish_as(tmp_path / "saved.success")
    opened.close()
    assert published_name(tmp_path / "saved.success") == "ใหม่"
    nowhere = tmp_path / "nowhere" / "x.success"
    assert (
        told(lambda: PlanFile.create(nowhere, new_small_plan()))
        == f"The folder of “{nowhere}” does not exist."
    )
    assert working_folders() == []


def test_a_folder_in_the_files_place_is_told(path: Path, tmp_path: Path):
    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        place = tmp_path / "folder.success"
        place.mkdir()
        assert told(lambda: opened.publish_as(place, overwrite=True)).startswith(
            f"“{place}” cannot be used: "
        )
        assert opened.path == path
        assert list(tmp_path.glob("~*")) == []
        opened.publish()


def test_a_file_held_by_another_program_stays_and_is_told(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Windows refuses to replace a file that is open elsewhere; the refusal is the operating system's own error."""

    def refuse(part: Path, _target: Path) -> Path:
        raise PermissionError(13, "Access is denied", str(part))

    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", _only_for(path, refuse))
            assert told(opened.publish) == f"“{path}” is open in another program, or may not be used by you."
        assert published_name(path) == FIRST
        assert names_in(path.parent) == [path.name]
        assert not opened.is_published
        opened.publish()


def _only_for(target: Path, action: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    """Path.replace, except onto one file."""
    original = Path.replace
    return lambda self, other: action(self, other) if other == target else original(self, other)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, with room for little more than one plan file."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k", "none", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_keeps_the_old_file(full_disk: Path):
    path = full_disk / "แผน.success"
    opened = PlanFile.create(path, new_small_plan())
    (full_disk / "filler").write_bytes(b"x" * (880_000 - 2 * path.stat().st_size))
    for _round in range(36):
        set_name(opened, os.urandom(4000).hex())
        take_revision(opened.store, NewRevision("ann", NOW, "", "Named"))
    assert told(opened.publish) == f"The disk has no room for “{path}”."
    assert published_name(path) == FIRST
    assert names_in(full_disk) == ["filler", path.name]
    (full_disk / "filler").unlink()
    opened.close()
    assert published_name(path) != FIRST


def test_read_only_media_open_and_ask_for_another_place(full_disk: Path, tmp_path: Path):
    path = full_disk / "แผน.success"
    PlanFile.create(path, new_small_plan()).close()
    subprocess.run(["mount", "-o", "remount,ro", str(full_disk)], check=True)
    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        assert told(opened.publish) == f"“{path}” cannot be written: it is read-only."
        opened.publish_as(tmp_path / "saved.success")
    assert published_name(path) == FIRST
    assert check_file(path).is_sound
    assert published_name(tmp_path / "saved.success") == "ใหม่"


def test_a_full_disk_leaves_no_half_made_working_copy(
    full_disk: Path, path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(full_disk))
    PlanFile.open(path).close()
    (full_disk / "filler").write_bytes(b"x" * (900 * 1024 - path.stat().st_size))
    assert told(lambda: PlanFile.open(path)) == f"The disk has no room for “{path}”."
    assert working_folders() == []
    (full_disk / "filler").unlink()
    PlanFile.open(path).close()


def test_links_that_lead_to_one_another_are_told(tmp_path: Path):
    if os.name != "posix":
        pytest.skip("making links needs rights on Windows")
    loop = tmp_path / "วน.success"
    loop.symlink_to(loop)
    assert f"“{loop}” cannot be used" in told(lambda: PlanFile.open(loop))
    assert f"“{loop}” cannot be used" in told(lambda: PlanFile.create(loop, new_small_plan()))


def test_a_home_that_takes_no_data_is_told(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for variable in ("XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "file"))
    assert "own folder" in told(lambda: PlanFile.open(path))


def test_a_read_only_file_can_be_asked_before_any_work(path: Path):
    with PlanFile.open(path) as opened:
        opened.require_writable()
        path.chmod(stat.S_IRUSR)
        assert told(opened.require_writable) == f"“{path}” cannot be written: it is read-only."
        assert not opened.is_writable
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_place_that_cannot_even_be_looked_at_is_not_writable(path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    with PlanFile.open(path) as opened, monkeypatch.context() as patch:
        patch.setattr(Path, "exists", refuse)
        assert not opened.is_writable


def test_a_working_copy_that_cannot_be_cleared_away_harms_nobody(path: Path, monkeypatch: pytest.MonkeyPatch):
    """A virus scanner holds the database: the plan is published and closed, and opens again."""

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", refuse)
        opened.close()
    assert len(working_folders()) == 1
    with PlanFile.open(path) as again:
        assert (again.notice, again.is_published, name_of(again.store)) == (None, True, "ใหม่")
    assert list_unpublished() == []


def test_a_name_that_is_no_text_is_told(tmp_path: Path):
    path = tmp_path / "แผน\udcff.success"
    assert "cannot be used" in told(lambda: PlanFile.create(path, new_small_plan()))
