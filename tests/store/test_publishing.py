"""What publishing promises by itself: a whole file beside the target, which then takes its place in one step."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from success_desktop.store.file_check import check_file
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.publishing import put_in_place, write_publication
from tests.store.files import FIRST, published_name, set_name, told, working_folders


def test_the_target_is_untouched_until_the_new_file_is_whole(path: Path):
    before = path.read_bytes()
    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        (folder,) = working_folders()
        part = write_publication(folder / "plan.db", path)
        assert (path.read_bytes(), published_name(part)) == (before, "ใหม่")
        assert check_file(part).is_sound
        put_in_place(part, path)
        assert published_name(path) == "ใหม่"
        assert not part.exists()


def test_what_a_killed_publishing_left_is_written_over(path: Path):
    (path.parent / f"~{path.name}.part").write_bytes(b"half a file")
    with PlanFile.open(path) as opened:
        set_name(opened, "ใหม่")
        opened.publish()
    assert published_name(path) == "ใหม่"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_editing_goes_on_while_a_plan_is_published(path: Path):
    with PlanFile.open(path) as opened:
        set_name(opened, "0")
        done = threading.Event()

        def publish_again_and_again() -> None:
            for _round in range(10):
                opened.publish()
            done.set()

        publisher = threading.Thread(target=publish_again_and_again)
        publisher.start()
        count = 0
        while not done.is_set():
            count += 1
            set_name(opened, str(count))
        publisher.join()
        assert check_file(path).is_sound
        opened.publish()
    assert published_name(path) == str(count)


def test_readers_of_the_old_file_are_not_disturbed(path: Path):
    if os.name != "posix":
        pytest.skip("Windows lets nobody replace a file that is open; see test_file_faults")
    with (
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader,
        PlanFile.open(path) as opened,
    ):
        query = "SELECT text FROM text_value WHERE field = 'name' AND language = 'th'"
        assert reader.execute(query).fetchone() == (FIRST,)
        set_name(opened, "ใหม่")
        opened.publish()
        assert reader.execute(query).fetchone() == (FIRST,)
    assert published_name(path) == "ใหม่"


def test_a_part_that_vanished_is_told(path: Path):
    before = path.read_bytes()
    assert (
        told(lambda: put_in_place(path.with_name("gone"), path)) == f"The folder of “{path}” does not exist."
    )
    assert path.read_bytes() == before
