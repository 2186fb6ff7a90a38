"""Who has a plan open, at this computer or at another one."""

import json
import os
import platform
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES
from success_desktop.paths import data_folder
from success_desktop.store.open_mark import ALIVE_SECONDS, Holder, mark_path, read_holder, write_holder
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plan_lock import holding, lock_plan_file
from tests.store.files import told


def colleague() -> Holder:
    return Holder.named("สมชาย", "somchai", "กองแผน-02")


def test_the_refusal_names_who_has_the_plan_where_and_since_when(path: Path):
    lock = lock_plan_file(path, "สมหญิง ใจดี")
    with pytest.raises(UserError) as refusal:
        lock_plan_file(path, "สมชาย")
    lock.release()
    for language in LANGUAGES:
        sentence = refusal.value.sentence(language)
        year = "256" if language == "th" else "202"
        assert "สมหญิง ใจดี" in sentence
        assert (platform.node() or "-") in sentence
        assert year in sentence


def test_without_a_name_the_account_is_named(path: Path, monkeypatch: pytest.MonkeyPatch):
    def nobody() -> str:
        raise KeyError("no such account")

    lock = lock_plan_file(path)
    assert lock.holder.name == lock.holder.account
    lock.release()
    monkeypatch.setattr("getpass.getuser", nobody)
    lock = lock_plan_file(path)
    assert lock.holder.name == "-"
    lock.release()


def test_a_plan_without_a_readable_note_is_refused_all_the_same(path: Path):
    lock = lock_plan_file(path)
    (note,) = (data_folder() / "working").glob("*.holder")
    for text in ("", "{}", json.dumps({**asdict(colleague()), "since": "yesterday"})):
        note.write_text(text, encoding="utf-8")
        assert told(lambda: lock_plan_file(path)) == f"The plan “{path}” is already open."
    lock.release()


def test_work_on_an_open_plan_cannot_be_held_even_for_a_moment(path: Path):
    lock = lock_plan_file(path)
    with pytest.raises(UserError), holding(path):
        pass
    lock.release()
    with holding(path):
        pass


# --- a shared drive -----------------------------------------------------------------------------------------


def test_a_plan_that_is_open_at_another_computer_is_refused_with_the_name_of_who_has_it(path: Path):
    write_holder(mark_path(path), colleague())
    sentence = told(lambda: PlanFile.open(path))
    assert "สมชาย" in sentence
    assert "กองแผน-02" in sentence
    mark_path(path).unlink()
    PlanFile.open(path).close()


def test_a_colleague_is_noticed_however_long_the_name_of_the_file_is(path: Path):
    longest = path.with_name(f"{'x' * 232}.success")
    longest.write_bytes(path.read_bytes())
    write_holder(mark_path(longest), colleague())
    assert "สมชาย" in told(lambda: PlanFile.open(longest))
    assert (
        len(list(longest.parent.iterdir())) == 3
    )  # both plans and the mark: judging it has left nothing behind


def test_an_open_plan_is_marked_for_other_computers_until_it_is_closed(path: Path):
    with PlanFile.open(path, "สมหญิง"):
        holder = read_holder(mark_path(path))
        assert holder is not None
        assert (holder.name, holder.computer) == ("สมหญิง", platform.node() or "-")
    assert not mark_path(path).exists()


def test_a_mark_left_by_a_computer_that_was_switched_off_is_taken_over(path: Path):
    write_holder(mark_path(path), colleague())
    long_ago = time.time() - ALIVE_SECONDS - 60
    os.utime(mark_path(path), (long_ago, long_ago))
    with PlanFile.open(path, "สมหญิง"):
        holder = read_holder(mark_path(path))
        assert holder is not None
        assert holder.name == "สมหญิง"


def test_a_mark_left_by_a_crash_at_this_computer_is_in_nobodys_way(path: Path):
    own = lock_plan_file(path, "สมหญิง")
    mark = mark_path(path).read_bytes()
    own.release()
    mark_path(path).write_bytes(mark)
    PlanFile.open(path).close()


def test_a_window_gives_signs_of_life(path: Path):
    with PlanFile.open(path) as opened:
        long_ago = time.time() - ALIVE_SECONDS - 60
        os.utime(mark_path(path), (long_ago, long_ago))
        opened.keep_alive()
        assert mark_path(path).stat().st_mtime > long_ago + 60


def test_nobody_touches_or_takes_away_the_mark_of_another(path: Path):
    with PlanFile.open(path) as opened:
        write_holder(mark_path(path), colleague())
        long_ago = time.time() - 5
        os.utime(mark_path(path), (long_ago, long_ago))
        opened.keep_alive()
        assert abs(mark_path(path).stat().st_mtime - long_ago) < 1
    assert mark_path(path).exists()


def test_where_no_mark_can_be_made_the_plan_opens_all_the_same(path: Path):
    mark_path(path).mkdir()
    with PlanFile.open(path) as opened:
        opened.keep_alive()


def test_a_mark_that_cannot_be_judged_locks_nobody_out(path: Path, monkeypatch: pytest.MonkeyPatch):
    write_holder(mark_path(path), colleague())

    def refuse(*_anything: object, **_more: object) -> None:
        raise PermissionError("a read-only folder")

    monkeypatch.setattr(Path, "touch", refuse)
    PlanFile.open(path).close()


def test_a_synchronised_folder_gets_no_mark(tmp_path: Path, path: Path):
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    there = path.rename(folder / path.name)
    with PlanFile.open(there):
        assert not mark_path(there).exists()
