"""What the store promises about plan files: one whole file, work that survives, and a clear word when something is wrong."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from success_desktop.store.file_check import check_file
from success_desktop.store.left_work import Unpublished, discard_unpublished, list_unpublished
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.revisions import NewRevision, list_revisions, take_revision
from success_desktop.store.tables import APPLICATION_ID, SCHEMA_NUMBER
from success_desktop.store.working_copy import WorkingCopy
from tests.store.files import (
    FIRST,
    change_elsewhere,
    leave_behind,
    published_name,
    set_name,
    told,
    working_folders,
)
from tests.store.samples import NOW, content, name_of, new_small_plan


def test_a_plan_file_is_one_file_that_says_what_it_is(path: Path):
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    header = path.read_bytes()[:100]
    assert header[18:20] == b"\x01\x01"  # not WAL: nothing need lie beside it
    assert int.from_bytes(header[60:64], "big") == SCHEMA_NUMBER
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert working_folders() == []


def test_what_is_edited_and_published_is_there_at_the_next_opening(path: Path):
    with PlanFile.open(path) as opened:
        assert (opened.is_published, opened.notice) == (True, None)
        set_name(opened, "ใหม่")
        assert (opened.is_published, published_name(path)) == (False, FIRST)
        opened.publish()
        assert (opened.is_published, published_name(path)) == (True, "ใหม่")
    assert working_folders() == []
    with PlanFile.open(path) as opened:
        assert name_of(opened.store) == "ใหม่"


def test_closing_publishes(path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    opened.close()
    assert published_name(path) == "ใหม่"
    assert list_unpublished() == []


def test_a_revision_alone_is_something_to_publish(path: Path):
    opened = PlanFile.open(path)
    taken = take_revision(opened.store, NewRevision("ann", NOW, "ร่าง", "Named"))
    assert not opened.is_published
    opened.close()
    with PlanFile.open(path) as again:
        assert list_revisions(again.store) == [taken]


def test_unpublished_work_is_taken_up_at_the_next_opening(path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    opened.close(publish=False)
    (left,) = list_unpublished()
    assert (left.path, left.changed_at) == (path, NOW)
    with PlanFile.open(path) as again:
        assert name_of(again.store) == "ใหม่"
        assert again.notice is None
        assert list_unpublished() == []  # it is open now
    assert len(list_unpublished()) == 1


def test_forgotten_work_can_be_taken_up_without_its_file(path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    opened.close(publish=False)
    path.unlink()
    (left,) = list_unpublished()
    with PlanFile.take_up(left) as again:
        assert name_of(again.store) == "ใหม่"
        again.publish()
    assert published_name(path) == "ใหม่"
    assert list_unpublished() == []


def test_forgotten_work_can_be_thrown_away(path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    opened.close(publish=False)
    (left,) = list_unpublished()
    discard_unpublished(left)
    assert (list_unpublished(), working_folders()) == ([], [])
    gone = f"The unsaved work of “{path}” is no longer there."
    assert told(lambda: discard_unpublished(left)) == gone
    assert told(lambda: PlanFile.take_up(left)) == gone
    with PlanFile.open(path) as again:
        assert name_of(again.store) == FIRST


def test_work_can_be_thrown_away_while_it_is_open(path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    opened.abandon()
    assert (list_unpublished(), working_folders()) == ([], [])
    assert published_name(path) == FIRST


@pytest.mark.parametrize("theirs", ["ของเขา", "ของเขา " * 9999], ids=["same size", "longer"])
def test_a_file_changed_elsewhere_is_never_overwritten(path: Path, theirs: str):
    opened = PlanFile.open(path)
    set_name(opened, "ของฉัน")
    change_elsewhere(path, theirs)
    sentence = told(opened.publish)
    assert sentence == f"The file “{path}” has been changed by another program or on another computer."
    assert published_name(path) == theirs
    mine = path.with_name("ของฉัน.success")
    opened.publish_as(mine)
    opened.close()
    assert (published_name(path), published_name(mine)) == (theirs, "ของฉัน")
    assert list_unpublished() == []


def test_work_and_a_file_changed_meanwhile_are_both_kept(path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ของฉัน")
    opened.close(publish=False)
    change_elsewhere(path, "ของเขา")
    with PlanFile.open(path) as theirs:
        assert name_of(theirs.store) == "ของเขา"
        assert theirs.notice is not None
        assert "Both are kept" in theirs.notice.sentence("en")
        assert theirs.notice.remedy("en")
    (left,) = list_unpublished()
    with PlanFile.take_up(left) as mine:
        assert name_of(mine.store) == "ของฉัน"
        assert "changed by another program" in told(mine.publish)
        mine.publish_as(path.with_name("mine.success"))
    assert published_name(path) == "ของเขา"
    assert list_unpublished() == []


def test_a_file_that_was_only_copied_back_counts_as_unchanged(path: Path):
    """A backup put back or a synchronised folder changes the clock, not the bytes."""
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    os.utime(path, ns=(1, 1))
    opened.close()
    assert published_name(path) == "ใหม่"


def test_a_copy_without_work_of_its_own_makes_way_for_a_changed_file(path: Path):
    opened = PlanFile.open(path)
    leave_behind(opened)
    change_elsewhere(path, "ของเขา")
    with PlanFile.open(path) as theirs:
        assert (name_of(theirs.store), theirs.notice) == ("ของเขา", None)
        assert len(working_folders()) == 1


def test_copies_that_were_never_finished_are_cleared_away(path: Path):
    leave_behind(PlanFile.open(path))
    (folder,) = working_folders()
    record = json.loads((folder / "copy.json").read_text(encoding="utf-8"))
    (folder / "copy.json").write_text(json.dumps({**record, "is_ready": False}), encoding="utf-8")
    assert (list_unpublished(), working_folders()) == ([], [])
    leave_behind(PlanFile.open(path))
    (folder,) = working_folders()
    (folder / "copy.json").write_text(json.dumps({**record, "is_ready": False}), encoding="utf-8")
    PlanFile.open(path).close()
    assert working_folders() == []


def test_a_damaged_working_copy_does_not_lock_its_file_out(path: Path):
    leave_behind(PlanFile.open(path))
    (folder,) = working_folders()
    (folder / "plan.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    assert list_unpublished() == []
    with PlanFile.open(path) as opened:
        assert name_of(opened.store) == FIRST
        assert opened.notice is not None


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"publications": [{"stamp": {"x": 1}}]}'])
def test_an_unreadable_record_does_not_lock_a_file_out(path: Path, text: str):
    leave_behind(PlanFile.open(path))
    (folder,) = working_folders()
    (folder / "copy.json").write_text(text, encoding="utf-8")
    assert list_unpublished() == []
    PlanFile.open(path).close()
    assert working_folders() == [folder]


def test_publishing_under_another_name_leaves_the_old_file(path: Path):
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    other = path.with_name("other.success")
    opened.publish_as(other)
    assert opened.path == other
    PlanFile.open(path).close()  # nobody holds it any more
    set_name(opened, "ใหม่กว่า")
    opened.publish_as(other)
    opened.close()
    assert (published_name(path), published_name(other)) == (FIRST, "ใหม่กว่า")


def test_an_existing_file_is_only_overwritten_when_asked(path: Path):
    sentence = f"The file “{path}” exists already."
    assert told(lambda: PlanFile.create(path, new_small_plan())) == sentence
    other = path.with_name("other.success")
    with PlanFile.create(other, new_small_plan()) as opened:
        set_name(opened, "ใหม่")
        assert told(lambda: opened.publish_as(path)) == sentence
        opened.publish_as(path, overwrite=True)
    assert published_name(path) == "ใหม่"
    PlanFile.create(path, new_small_plan(), overwrite=True).close()
    assert published_name(path) == FIRST
    assert working_folders() == []


def test_a_plan_is_open_in_one_place_only(path: Path):
    with PlanFile.open(path, "สมหญิง") as opened:
        other = PlanFile.create(path.with_name("other.success"), new_small_plan())
        for attempt in (
            lambda: PlanFile.open(path),
            lambda: PlanFile.create(path, new_small_plan(), overwrite=True),
            lambda: other.publish_as(path, overwrite=True),
            lambda: discard_unpublished(Unpublished("x", path, NOW)),
        ):
            assert told(attempt).startswith(f"The plan “{path}” is already open: สมหญิง has had it open on")
        other.close()
        assert name_of(opened.store) == FIRST
    PlanFile.open(path).close()


def test_a_plan_open_in_another_process_is_open_until_that_process_dies(path: Path):
    script = (
        "import sys; from pathlib import Path\n"
        "from success_desktop.store.plan_file import PlanFile\n"
        "opened = PlanFile.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        assert "already open" in told(lambda: PlanFile.open(path))
        process.kill()
    PlanFile.open(path).close()


def test_a_crash_between_publishing_and_noting_it_is_no_riddle(path: Path, monkeypatch: pytest.MonkeyPatch):
    """The file is in place, the record still knows both: the next opening sees that everything is published."""
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    with monkeypatch.context() as patch:
        patch.setattr(WorkingCopy, "note_publications", lambda *_known: None)
        opened.publish()
    leave_behind(opened)
    with PlanFile.open(path) as again:
        assert (again.is_published, again.notice) == (True, None)
        assert name_of(again.store) == "ใหม่"
    assert list_unpublished() == []


def test_file_rights_survive_publishing(path: Path):
    if os.name != "posix":
        pytest.skip("rights in numbers are a thing of POSIX")
    path.chmod(0o660)
    opened = PlanFile.open(path)
    set_name(opened, "ใหม่")
    opened.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_a_published_file_opens_with_its_whole_history(path: Path):
    opened = PlanFile.open(path)
    states = [content(opened.store.read_plan())]
    for name in ("หนึ่ง", "สอง", "สาม"):
        set_name(opened, name)
        take_revision(opened.store, NewRevision("ann", NOW, name, "Named"))
        states.append(content(opened.store.read_plan()))
    opened.close()
    report = check_file(path)
    assert report.is_sound
    assert (report.nodes, report.transactions, report.revisions) == (4, 4, 3)
