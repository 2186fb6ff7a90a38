"""The program is killed without warning, again and again: at most the last key is lost, and every file is whole."""

import random
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from docx import Document

from success_desktop.services.checking import check_plan_file
from success_desktop.services.library import list_forgotten, new_plan, new_sample, open_plan
from success_desktop.services.revisions import list_revisions, read_revision
from success_desktop.services.verifying import verify_history
from success_desktop.store.rewinding import read_plan_at
from tests.plans import template
from tests.trips.doomed import (
    BATCH,
    KEY_MS,
    everything_said,
    letters,
    typed_letters,
    typed_number,
    work_and_die,
)

ROUNDS = 12
MOST_ROUNDS = 60
"""Where machines are slow, killing goes on until the work has been done once."""
STEP_SECONDS = 0.017
WINDOW_KILLS = 50
MOST_MISSING_MS = 500
IN_FLIGHT = 2
"""Keys that may be under way when the process dies: one not yet handed over, one that the timer came behind."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file that nobody has open."""
    path = tmp_path / "แผนเมือง.success"
    new_plan(path, template(), "สมหญิง").close()
    return path


def published_edition(path: Path) -> str:
    """What another program reads in the file, which may not be touched."""
    with closing(connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        query = "SELECT text FROM text_value WHERE field = 'edition' AND language = 'th'"
        row = connection.execute(query).fetchone()
    return str(row[0]) if row else ""


def test_typing_survives_every_kill_but_for_the_last_key(path: Path) -> None:
    untouched = path.read_bytes()
    counted = 0
    for number in range(ROUNDS):
        said = work_and_die("type", path, number * STEP_SECONDS / 2)
        editor = open_plan(path, "สมหญิง")
        assert editor.file.notice is None
        counted = typed_number(editor)
        assert counted >= said
        assert editor.plan == editor.file.store.read_plan()
        assert read_plan_at(editor.file.store, 1).root.text("edition", "th") == ""
        editor.close(publish=False)
    assert counted > ROUNDS
    assert path.read_bytes() == untouched
    assert [left.path for left in list_forgotten()] == [path]


def missing_after_kills(path: Path, kills: int) -> Iterator[int]:
    """Kill a window that somebody types in, again and again at any moment; how many keys are missing each time."""
    chance = random.Random(path.name)
    for _kill in range(kills):
        said = everything_said("window", path, chance.uniform(0.02, 1.3))
        assert check_plan_file(path).is_sound
        editor = open_plan(path, "สมหญิง")
        assert editor.file.notice is None
        kept = typed_letters(editor)
        assert kept == letters(0, len(kept))
        assert verify_history(editor) == []
        for revision in list_revisions(editor)[-3:]:
            before = read_revision(editor, revision).root.text("edition", "th")
            assert kept.startswith(before)
        editor.close(publish=False)
        rested = max((-number for number in said if number < 0), default=0)
        pressed = max((abs(number) for number in said), default=len(kept))
        assert len(kept) >= rested
        yield pressed - len(kept)


def test_a_window_killed_fifty_times_misses_at_most_the_last_half_second_of_typing(tmp_path: Path) -> None:
    paths = [tmp_path / f"แผน {number}.success" for number in range(5)]
    for path in paths:
        new_plan(path, template(), "สมหญิง").close()
    with ThreadPoolExecutor(len(paths)) as pool:
        rows = pool.map(lambda path: list(missing_after_kills(path, WINDOW_KILLS // len(paths))), paths)
    missing = [count for row in rows for count in row]
    assert len(missing) == WINDOW_KILLS
    assert max(missing) <= MOST_MISSING_MS // KEY_MS + IN_FLIGHT
    for path in paths:
        editor = open_plan(path, "สมหญิง")
        assert len(list_revisions(editor)) > 1  # else nobody was killed while revisions were being taken
        editor.close()
    assert max(missing) > 0  # else nobody was killed in the middle of typing


def test_what_was_typed_before_the_kill_can_be_undone_key_by_key_or_published(path: Path) -> None:
    said = work_and_die("type", path, 0.05)
    editor = open_plan(path, "สมหญิง")
    assert typed_number(editor) >= said > 0
    before, beginning = editor.plan, read_plan_at(editor.file.store, 1)
    while editor.undo_label:
        editor.undo()
    assert editor.plan == beginning
    while editor.redo_label:
        editor.redo()
    assert editor.plan == before
    editor.close()
    assert list_forgotten() == []
    assert published_edition(path) == before.root.text("edition", "th")


def test_an_import_is_there_whole_or_not_at_all(path: Path) -> None:
    counted = 0
    for number in range(ROUNDS):
        said = work_and_die("import", path, 0.01 + number * STEP_SECONDS)
        editor = open_plan(path, "สมหญิง")
        projects = [node for node in editor.plan.walk() if node.kind == "project"]
        counted = len(projects)
        assert counted >= said
        assert counted % BATCH == 0
        assert all(one.yearly_money("budget") and one.links("lead_agencies") for one in projects)
        if counted:
            editor.undo()
            left = [node for node in editor.plan.walk() if node.kind in ("project", "agency")]
            assert len(left) == 2 * (counted - BATCH)
            editor.redo()
        editor.close(publish=False)
    assert counted > 0


def test_the_file_is_whole_whenever_publishing_is_cut_off(path: Path) -> None:
    said = 0
    for number in range(ROUNDS):
        said = work_and_die("set", path, number * 3 * STEP_SECONDS) or said
        assert check_plan_file(path).is_sound
        published = int(published_edition(path).removeprefix("ร่างที่ ") or 0)
        assert published >= said
        editor = open_plan(path, "สมหญิง")
        assert editor.file.notice is None
        assert published <= typed_number(editor) <= published + 1
        editor.close()
        assert list_forgotten() == []
    assert said > 0
    assert {entry.name for entry in path.parent.iterdir()} <= {
        path.name,
        f"~{path.name}.part",
        f".~{path.name}.open",
    }


def test_no_half_written_word_file_stands_in_place_of_the_old_one(tmp_path: Path) -> None:
    path, target = tmp_path / "ตัวอย่าง.success", tmp_path / "ตัวอย่าง.docx"
    new_sample(path, "สมหญิง").close()
    old = b"the old file"
    target.write_bytes(old)
    for number in range(MOST_ROUNDS):
        work_and_die("export", path, 0.1 + number * 9 * STEP_SECONDS)
        if target.read_bytes() != old:
            with zipfile.ZipFile(target) as package:
                assert package.testzip() is None
            assert len(Document(str(target)).tables) > 3
        assert check_plan_file(path).is_sound
        open_plan(path, "สมหญิง").close()
        if number >= ROUNDS and target.read_bytes() != old:
            break
    assert target.read_bytes() != old
