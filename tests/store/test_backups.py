"""Backups: one for each publication that differs, the last ten and one a day for thirty days."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from success_desktop.errors import UserError
from success_desktop.paths import data_folder
from success_desktop.store.backups import (
    DAYS_KEPT,
    LATEST_KEPT,
    Backup,
    Source,
    copy_backup,
    doomed,
    find_good_backup,
    keep_backup,
    list_backups,
)
from success_desktop.store.file_check import check_file
from success_desktop.store.plan_file import PlanFile
from tests.store.files import FIRST, blot, names_in, published_name, set_name, told

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)


def backup_at(at: datetime) -> Backup:
    return Backup(Path(at.isoformat()), Path("แผน.success"), at, 1, 1, at.isoformat())


def kept_of(moments: list[datetime]) -> list[datetime]:
    newest_first = [backup_at(at) for at in sorted(moments, reverse=True)]
    gone = doomed(newest_first)
    return [one.kept_at for one in newest_first if one not in gone]


# --- what is kept when a plan is published -------------------------------------------------------------------


def test_every_publication_that_differs_is_kept(path: Path):
    with PlanFile.open(path) as opened:
        for name in ("หนึ่ง", "สอง"):
            set_name(opened, name)
            opened.publish()
            opened.publish()
    assert [published_name(backup.path) for backup in list_backups()] == ["สอง", "หนึ่ง", FIRST]
    assert all(check_file(backup.path).is_sound for backup in list_backups())


def test_a_backup_says_whose_it_is_when_it_was_made_and_what_it_holds(path: Path):
    newest = list_backups()[0]
    assert newest.original_path == path
    assert newest.projects == 1
    assert newest.size_bytes == newest.path.stat().st_size
    assert abs(datetime.now(UTC) - newest.kept_at) < timedelta(minutes=5)


def test_what_the_file_held_before_it_is_replaced_is_kept_although_it_came_from_elsewhere(path: Path):
    for backup in list_backups():
        backup.path.unlink()
    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        opened.publish()
    assert [published_name(backup.path) for backup in list_backups()] == ["ใหม่", FIRST]


def test_looking_at_a_plan_makes_no_backup(path: Path):
    before = list_backups()
    PlanFile.open(path).close()
    assert list_backups() == before


def test_a_backup_that_cannot_be_kept_hinders_nothing_and_is_told(path: Path):
    folder = data_folder() / "backups"
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("no folder", encoding="utf-8")
    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        opened.publish()
        assert opened.backup_fault is not None
        assert opened.backup_fault.remedy("en")
        assert published_name(path) == "ใหม่"
        folder.unlink()
        set_name(opened, "อีก")
        opened.publish()
        assert opened.backup_fault is None


def test_publishing_leaves_nothing_beside_the_working_copy(path: Path):
    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        opened.publish()
        (folder,) = (entry for entry in (data_folder() / "working").iterdir() if entry.is_dir())
        assert {name.partition("-")[0] for name in names_in(folder)} == {"copy.json", "plan.db"}


# --- what is kept how long -----------------------------------------------------------------------------------


def test_the_last_ten_are_kept_however_quickly_they_were_made():
    moments = [NOW - timedelta(minutes=number) for number in range(25)]
    assert kept_of(moments) == moments[:LATEST_KEPT]


def test_of_older_days_the_newest_of_each_day_is_kept_for_thirty_days():
    today = [NOW - timedelta(minutes=number) for number in range(LATEST_KEPT)]
    older = [NOW - timedelta(days=day, hours=hour) for day in range(1, 40) for hour in (0, 1, 2)]
    assert kept_of([*today, *older]) == [
        *today,
        *(NOW - timedelta(days=day) for day in range(1, DAYS_KEPT + 1)),
    ]


def test_a_plan_touched_once_a_month_keeps_its_months():
    moments = [NOW - timedelta(days=30 * number) for number in range(60)]
    assert kept_of(moments) == moments[: LATEST_KEPT + DAYS_KEPT]


@pytest.mark.parametrize("years", [-12, 12], ids=["slow", "fast"])
def test_a_clock_that_was_wrong_for_a_while_costs_no_backup(path: Path, years: int):
    (first,) = list_backups()
    plan_id = first.path.parent.name
    off = timedelta(days=365 * years)
    for number in range(LATEST_KEPT):
        keep_backup(plan_id, path, Source(path, f"off {number}"), NOW + off + timedelta(minutes=number))
    keep_backup(plan_id, path, Source(path, "put right"), NOW)
    found = [backup.digest for backup in list_backups()]
    latest = [f"off {number}" for number in range(LATEST_KEPT - 1, 0, -1)]
    assert found == ["put right", *latest, first.digest]
    assert list_backups()[0].kept_at == NOW


def test_what_the_newest_backup_holds_is_not_kept_twice_whatever_the_clock_says(path: Path):
    plan_id = list_backups()[0].path.parent.name
    for at in (NOW - timedelta(days=4_000), NOW):
        keep_backup(plan_id, path, Source(path, "the same"), at)
    assert len(list_backups()) == 2


def test_pruning_takes_the_files_away_too(path: Path):
    for number in range(15):
        keep_backup("plan", path, Source(path, str(number)), NOW - timedelta(minutes=15 - number))
    folder = data_folder() / "backups" / "plan"
    assert len(list(folder.iterdir())) == 2 * LATEST_KEPT


# --- what is found again -------------------------------------------------------------------------------------


def test_the_newest_sound_backup_is_found_and_a_damaged_one_passed_over(path: Path):
    with PlanFile.open(path) as opened:
        for name in ("หนึ่ง", "สอง"):
            set_name(opened, name)
            opened.publish()
    blot(list_backups()[0].path)
    good = find_good_backup(path)
    assert good is not None
    assert published_name(good.path) == "หนึ่ง"
    list_backups()[0].path.write_bytes(b"")
    assert find_good_backup(path) == good
    assert find_good_backup(path.with_name("other.success")) is None


def test_a_backup_of_a_newer_program_is_passed_over(path: Path):
    newest = list_backups()[0]
    with closing(sqlite3.connect(newest.path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert find_good_backup(path) is None


def test_a_backup_becomes_a_file_again_and_replaces_none(path: Path):
    (backup,) = list_backups()
    copy_backup(backup, path.with_name("again.success"))
    assert published_name(path.with_name("again.success")) == FIRST
    told(lambda: copy_backup(backup, path))
    backup.path.unlink()
    with pytest.raises(UserError):
        copy_backup(backup, path.with_name("third.success"))
    assert not path.with_name("third.success").exists()


def test_records_that_say_nothing_are_nobodys_backup(path: Path):
    (backup,) = list_backups()
    record = backup.path.with_suffix(".json")
    for text in ("", "[]", "{}", json.dumps({"kept_at": 3})):
        record.write_text(text, encoding="utf-8")
        assert list_backups() == []
    with PlanFile.open(path) as opened:  # and the next publication clears them away
        set_name(opened, "ใหม่")
        opened.publish()
    assert not backup.path.exists()


def test_a_file_that_is_no_plan_is_not_kept(path: Path, tmp_path: Path):
    junk = tmp_path / "junk"
    junk.write_bytes(b"not a database" * 100)
    told(lambda: keep_backup("x", path, Source(junk, "x")))
