"""What the store promises when the program dies at the worst moment: nothing acknowledged is lost, nothing is torn."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from success_desktop.store.file_check import check_file
from success_desktop.store.history_check import find_damage
from success_desktop.store.left_work import list_unpublished
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.revisions import list_revisions
from success_desktop.store.rewinding import read_plan_at
from tests.killing import last_words, process_of
from tests.store.doomed import YEAR, Mode, write_on
from tests.store.samples import PROJECT, new_small_plan

ROUNDS = 22


def _run_and_kill(path: Path, mode: Mode, seconds: float) -> int:
    """Let a writer work for a while, kill it without warning; the last number it said was safe (0 for none)."""
    with process_of(write_on, path, mode) as watcher:
        time.sleep(seconds)
    return max(last_words(watcher), default=0)


def _counted(plan_file: PlanFile) -> int:
    return int(plan_file.store.read_plan().nodes[PROJECT].yearly_numbers("target").get(YEAR, 0))


def test_acknowledged_commits_survive_being_killed(tmp_path: Path):
    path = tmp_path / "plan.success"
    PlanFile.create(path, new_small_plan()).close()
    published = path.read_bytes()
    chance = random.Random(1)
    for _round in range(ROUNDS):
        said = _run_and_kill(path, "commit", chance.uniform(0.0, 0.06))
        with PlanFile.open(path) as opened:
            counted = _counted(opened)
            assert counted >= said
            assert opened.store.last_number() == counted + 1
            assert len(opened.store.read_edits(counted + 1)) == (1 if counted else 0)
            assert opened.notice is None
    assert counted > 0
    assert path.read_bytes() == published
    assert len(list_unpublished()) == 1


def test_the_published_file_is_whole_whenever_the_program_dies(tmp_path: Path):
    path = tmp_path / "plan.success"
    PlanFile.create(path, new_small_plan()).close()
    chance = random.Random(2)
    for _round in range(ROUNDS):
        said = _run_and_kill(path, "publish", chance.uniform(0.0, 0.1))
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            row = connection.execute("SELECT number FROM number_value WHERE year_be = ?", (YEAR,)).fetchone()
        published = int(row[0]) if row else 0
        assert published >= said
        assert check_file(path).problems == ()
        opened = PlanFile.open(path)
        assert opened.notice is None
        assert published <= _counted(opened) <= published + 1
        opened.close()
        assert list_unpublished() == []
    assert published > 0
    assert [entry.name for entry in tmp_path.iterdir() if not entry.name.startswith("~")] == [path.name]


def test_every_revision_that_was_taken_survives_being_killed_unbroken(tmp_path: Path):
    path = tmp_path / "plan.success"
    PlanFile.create(path, new_small_plan()).close()
    chance = random.Random(3)
    in_flight: set[int] = set()
    for _round in range(ROUNDS):
        said = _run_and_kill(path, "keep", chance.uniform(0.0, 0.06))
        with PlanFile.open(path) as opened:
            counted = _counted(opened)
            assert counted >= said
            assert find_damage(opened.store) == []
            kept = list_revisions(opened.store)
            named = {int(one.message) for one in kept if not one.is_replaceable}
            in_flight.add(counted)
            assert named | in_flight >= set(range(3, counted + 1, 3))
            assert said % 3 or said == 0 or said in named
            for revision in kept[-3:]:
                plan = read_plan_at(opened.store, revision.number)
                assert plan.nodes[PROJECT].yearly_numbers("target")[YEAR] == int(revision.message)
    assert counted > 30
