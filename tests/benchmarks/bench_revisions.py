"""What history costs: ``python -m tests.benchmarks.bench_revisions``.

A plan of 5,000 projects (20,000 nodes) is worked on until it has 1,000 revisions. Prints ratios, measured in one run:
keeping a revision against the bare insert of the rows changed since the one before; opening any revision against opening the
present; the file against the same history kept as compressed copies of the plan. Comparing is told in milliseconds of work.
"""

import json
import os
import random
import sqlite3
import statistics
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import SetValue, apply
from success_desktop.services.comparing import compare_points, find_point
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store.database import reading
from success_desktop.store.history_check import find_damage
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plan_rows import read_rows
from success_desktop.store.plans import NewPlan, NewTransaction, PlanStore
from success_desktop.store.revisions import NewRevision, list_revisions, take_revision
from success_desktop.store.rewinding import Moment, read_plan_at
from tests.benchmarks.large_plan import NOW
from tests.benchmarks.worked_plan import any_deed, worded_edits
from tests.plans import template

REVISIONS = 1_000
EDITS_EACH = 20
SAMPLES = 25
BARE_RUNS = 60
ONE_FIELD_REVISIONS = 100
NEW = NewRevision("bench", NOW, "ก่อนประชุมคณะกรรมการพัฒนาท้องถิ่น", "ร่าง")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, WIN_PD_OVERRIDE_LOCAL_APPDATA=folder)
        path = Path(folder) / "plan.success"
        new = NewPlan(template().text, "bench", NOW, worded_edits())
        with PlanFile.create(path, new) as file:
            print(f"nodes: {len(file.store.read_plan().nodes):,}")
            small = path.stat().st_size
            _compare_keeping(file.store, path)
            snapshots = _work(file.store)
            file.publish()
            _compare_sizes(path, small, snapshots)
            _measure_growth(file, path)
            _compare_opening(file.store)
            _measure_comparing(file)
            print(f"verify: {_time(lambda: find_damage(file.store)) * 1000:.0f} ms")


def _work(store: PlanStore) -> int:
    """Make the history; how many bytes it would take as compressed copies of the plan (from a sample of them)."""
    chance = random.Random(4)
    plan = store.read_plan()
    sizes, seconds = [], []
    numbers = count()
    for revision in range(len(list_revisions(store)), REVISIONS):
        projects = [node.id for node in plan.nodes.values() if node.kind == "project"]
        for _edit in range(chance.randint(1, 2 * EDITS_EACH)):
            edits = any_deed(chance, plan, projects, next(numbers))
            store.commit(NewTransaction("bench", NOW, "Edit", edits))
            plan = apply(plan, edits)
        seconds.append(_time(lambda: take_revision(store, NEW)))
        if revision % 40 == 0:
            sizes.append(_snapshot_size(store))
    median, worst = statistics.median(seconds) * 1000, max(seconds) * 1000
    print(f"keeping a revision of 1 to {2 * EDITS_EACH} edits: median {median:.2f} ms, worst {worst:.0f} ms")
    return round(statistics.mean(sizes) * REVISIONS)


def _compare_keeping(store: PlanStore, path: Path) -> None:
    """Keep revisions of some edits each, in turns with writing the same rows by hand into a copy of the file."""
    take_revision(store, NEW)
    with closing(sqlite3.connect(path, isolation_level=None)) as source:
        bare = sqlite3.connect(path.with_name("bare.db"), isolation_level=None)
        source.backup(bare)
    with closing(bare):
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            bare.execute(f"PRAGMA {pragma}")
        for name in [row[0] for row in bare.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]:
            bare.execute(f"DROP TRIGGER {name}")
        for edits in (1, 20, 200):
            _compare_keeping_of(store, bare, edits)


def _compare_keeping_of(store: PlanStore, bare: sqlite3.Connection, edits: int) -> None:
    by_hand, by_store, with_edits = [], [], []
    plan = store.read_plan()
    projects = [node.id for node in plan.walk() if node.kind == "project"]
    for run in range(BARE_RUNS):
        changes = [
            SetValue(
                node_id,
                "reason",
                "th",
                plan.nodes[node_id].parts("reason").get("th"),
                f"เหตุผลที่ {edits} {run}",
            )
            for node_id in projects[:edits]
        ]
        plan = apply(plan, changes)
        seconds = _time(partial(store.commit, NewTransaction("bench", NOW, "Edit", changes)))
        taking = _time(partial(take_revision, store, NEW))
        by_store.append(taking)
        with_edits.append(seconds + taking)
        by_hand.append(_time(partial(_write_by_hand, bare, store, changes)))
    hand, ours, both = (statistics.median(times) * 1000 for times in (by_hand, by_store, with_edits))
    print(
        f"keeping a revision of {edits} edits: {ours:.3f} ms, bare insert of the rows {hand:.3f} ms,"
        f" ratio {ours / hand:.2f}; the edits and the revision together {both / hand:.2f}"
    )


def _write_by_hand(bare: sqlite3.Connection, store: PlanStore, changes: list[SetValue]) -> None:
    """The rows that the edits change and log, and the row of the revision, as one transaction of plain statements."""
    (number,) = bare.execute("SELECT MAX(number) + 1 FROM txn").fetchone()
    bare.execute("BEGIN IMMEDIATE")
    row = (store.plan_id, number, f"{number:026}", "bench", NOW.isoformat(), "Edit", None, None)
    bare.execute("INSERT INTO txn VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    values = [(store.plan_id, edit.node_id, edit.field, edit.part, edit.new) for edit in changes]
    bare.executemany("INSERT OR REPLACE INTO text_value VALUES (?, ?, ?, ?, ?)", values)
    steps = [
        (store.plan_id, number, place, "text", edit.node_id, edit.field, edit.part, edit.old, edit.new)
        for place, edit in enumerate(changes)
    ]
    bare.executemany("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", steps)
    revision = (store.plan_id, f"{number:026}", number, None, number + 1_000, "bench", NOW.isoformat())
    words = (NEW.message, NEW.label, "", number, "0" * 64, "0" * 64, "0" * 64)
    bare.execute(f"INSERT INTO revision VALUES ({', '.join('?' * 14)})", (*revision, *words))
    bare.execute("COMMIT")


def _compare_sizes(path: Path, small: int, snapshots: int) -> None:
    size = path.stat().st_size
    print(
        f"file: {small / 1e6:.1f} MB without history, {size / 1e6:.1f} MB with {REVISIONS:,} revisions;"
        f" as compressed copies of the plan {snapshots / 1e6:,.0f} MB, 1/{snapshots / size:.0f} of that"
    )


def _measure_growth(file: PlanFile, path: Path) -> None:
    before = path.stat().st_size
    plan = file.store.read_plan()
    projects = [node for node in plan.walk() if node.kind == "project"][:ONE_FIELD_REVISIONS]
    for project in projects:
        old = project.parts("objective").get("th")
        edit = SetValue(project.id, "objective", "th", old, f"{old or ''} และเพื่อให้ประชาชนสัญจรได้สะดวก")
        file.store.commit(NewTransaction("bench", NOW, "Edit", [edit]))
        take_revision(file.store, NEW)
    file.publish()
    grown = (path.stat().st_size - before) / len(projects)
    print(f"a revision of one field adds {grown:,.0f} bytes to the file")


def _compare_opening(store: PlanStore) -> None:
    kept = list_revisions(store)
    numbers = [revision.number for revision in kept[:: len(kept) // SAMPLES]]
    plan, last = store.read_present()
    present = min(_work_time(store.read_plan) for _run in range(5)) * 1000
    print(f"opening the present: {present:.0f} ms; {last:,} transactions back to the first revision")
    for name, known in (("from the file", None), ("beside the present in memory", Moment(plan, last))):
        times = [_best(partial(read_plan_at, store, number, known)) * 1000 for number in numbers]
        print(
            f"opening any revision {name}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms,"
            f" ratio {statistics.median(times) / present:.2f}, worst {max(times) / present:.2f}"
        )


def _measure_comparing(file: PlanFile) -> None:
    chance = random.Random(5)
    ordinals = range(1, REVISIONS, REVISIONS // SAMPLES)
    kinds: dict[str, list[tuple[str, str]]] = {
        "the next ones": [(str(ordinal), str(ordinal + 1)) for ordinal in ordinals],
        "any two": [
            (str(chance.randint(1, 499)), str(chance.randint(500, REVISIONS))) for _pair in range(SAMPLES)
        ],
        "the first ones with the present": [(str(ordinal), "now") for ordinal in range(1, SAMPLES)],
    }
    for name, pairs in kinds.items():
        alone, opening = [], []
        for old, new in pairs:
            editor = PlanEditor(file, "bench")
            deed = partial(compare_points, editor, find_point(editor, old), find_point(editor, new))
            opening.append(_work_time(deed) * 1000)
            compared = deed().comparison
            alone.append(_work_time(partial(compare_plans, compared.old, compared.new)) * 1000)
        print(
            f"comparing {name}: median {statistics.median(alone):.1f} ms, worst {max(alone):.1f} ms;"
            f" read from the history first: median {statistics.median(opening):.0f} ms, worst {max(opening):.0f} ms"
        )
    editor = PlanEditor(file, "bench")
    steps = [
        _work_time(
            partial(compare_points, editor, find_point(editor, str(at)), find_point(editor, str(at + 1)))
        )
        for at in range(500, 500 + SAMPLES)
    ]
    print(
        f"stepping from each pair to the next, reading included: median {statistics.median(steps) * 1000:.1f} ms"
    )


def _snapshot_size(store: PlanStore) -> int:
    with reading(store.engine) as cursor:
        rows = read_rows(cursor, store.plan_id, store.mark)
    plain = json.dumps(
        {name: [list(row) for row in table] for name, table in rows.items()}, ensure_ascii=False
    )
    return len(zlib.compress(plain.encode()))


def _best(action: Callable[[], object]) -> float:
    return min(_work_time(action) for _run in range(2))


def _time(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def _work_time(action: Callable[[], object]) -> float:
    """The seconds of work that something takes, whatever else the machine does meanwhile."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


if __name__ == "__main__":
    main()
