"""How much the store adds to what SQLite itself costs: ``python -m tests.benchmarks.bench_store``.

Prints ratios, which mean the same on any machine: reading a plan of 5,000 projects (20,000 nodes, 100,000 values)
against fetching the same rows, one edit against the same statements. Each pair runs in turns in one process; the
fastest of several runs counts.
"""

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.domain.order import spread_positions
from success_desktop.ids import new_id
from success_desktop.paths import resource_path
from success_desktop.store.database import open_file_engine
from success_desktop.store.migrate import create_schema
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan, NewTransaction, PlanStore, create_plan
from success_desktop.store.revisions import NewRevision, take_revision
from success_desktop.store.rewinding import read_plan_at
from success_desktop.store.rows import VALUE_ROWS, value_columns

PROJECTS = 5_000
OTHERS = 14_999
RUNS = 9
NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEXTS = ("name", "objective", "expected_result", "kpi", "place")


def main() -> None:
    """Measure and print."""
    template_text = resource_path("templates", "success-strategic-plan.yaml").read_text(encoding="utf-8")
    project_ids, nodes = _nodes()
    values = list(_values(project_ids))
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, WIN_PD_OVERRIDE_LOCAL_APPDATA=folder)
        engine = open_file_engine(Path(folder) / "plan.db")
        create_schema(engine)
        new = NewPlan(template_text, "bench", NOW, nodes)
        store = create_plan(engine, new)
        seconds = _time(lambda: _commit(store, values))
        print(f"import of {PROJECTS:,} projects, {len(values):,} values, logged: {seconds:.2f} s")
        _compare_reading(store, Path(folder) / "plan.db")
        _compare_edits(store, Path(folder) / "plan.db", project_ids)
        _measure_history(store)
        engine.dispose()
        _measure_file(Path(folder) / "plan.success", NewPlan(template_text, "bench", NOW, [*nodes, *values]))


def _nodes() -> tuple[list[str], list[Edit]]:
    root_id = new_id()
    project_ids = [new_id() for _number in range(PROJECTS)]
    edits: list[Edit] = [AddNode(root_id, "plan", None, "V")]
    for project_id, position in zip(project_ids, spread_positions(PROJECTS), strict=True):
        edits.append(AddNode(project_id, "project", root_id, position))
    for number in range(OTHERS):
        edits.append(
            AddNode(new_id(), "action_item", project_ids[number % PROJECTS], f"V{number // PROJECTS}")
        )
    return project_ids, edits


def _values(project_ids: list[str]) -> Iterator[Edit]:
    """Twenty values for each project."""
    for number, project_id in enumerate(project_ids):
        for field in TEXTS:
            yield SetValue(project_id, field, "th", None, f"โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ {number}")
            yield SetValue(
                project_id, field, "en", None, f"Construction of a concrete road, village {number}"
            )
        for year_be in range(2568, 2573):
            yield SetValue(
                project_id, "budget", f"{year_be}:ordinance", None, Decimal(number * 1000 + year_be)
            )
        yield SetValue(project_id, "status", "", None, "not_started")
        yield SetValue(project_id, "start_on", "", None, date(2026, 10, 1))
        yield SetValue(project_id, "end_on", "", None, date(2027, 9, 30))
        yield SetValue(project_id, "lead_agencies", project_ids[number - 1], None, "V")
        yield SetValue(project_id, "baseline", "", None, Decimal(number) / 4)


def _compare_reading(store: PlanStore, path: Path) -> None:
    tables = {"node": "id, parent_id, position, kind"}
    tables |= {f"{shape}_value": ", ".join(value_columns(shape)[1:]) for shape in VALUE_ROWS}
    with closing(sqlite3.connect(path)) as bare:

        def fetch() -> int:
            queries = [f"SELECT {names} FROM {table} WHERE plan_id = ?" for table, names in tables.items()]
            return sum(len(bare.execute(query, (store.plan_id,)).fetchall()) for query in queries)

        print(f"rows of the plan: {fetch():,}")
        _print_ratio("read_plan", store.read_plan, fetch)


def _compare_edits(store: PlanStore, path: Path, project_ids: list[str]) -> None:
    store.commit(NewTransaction("bench", NOW, "x", [SetValue(project_ids[0], "reason", "th", None, "0")]))
    numbers = count(store.last_number() + 1)
    texts = count()
    last = "0"
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            bare.execute(f"PRAGMA {pragma}")

        def by_hand() -> None:
            nonlocal last
            number, new = next(numbers), f"ก{next(texts)}"
            key = (store.plan_id, project_ids[0], "reason", "th")
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(
                "UPDATE text_value SET text = ? WHERE plan_id = ? AND node_id = ? AND field = ? AND language = ?",
                (new, *key),
            )
            row = (store.plan_id, number, f"{number:026}", "bench", NOW.isoformat(), "x", None, None)
            bare.execute("INSERT INTO txn VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            step = (store.plan_id, number, 0, "text", *key[1:], f'"{last}"', f'"{new}"')
            bare.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", step)
            bare.execute("COMMIT")
            last = new

        def by_store() -> None:
            nonlocal last
            next(numbers)
            new = f"ข{next(texts)}"
            edit = SetValue(project_ids[0], "reason", "th", last, new)
            store.commit(NewTransaction("bench", NOW, "x", [edit]))
            last = new

        _print_ratio("one edit", by_store, by_hand, runs=400)


def _measure_history(store: PlanStore) -> None:
    new = NewRevision("bench", NOW, "", "x")
    print(f"take_revision: {_time(lambda: take_revision(store, new)) * 1000:.0f} ms")
    number = store.last_number()
    print(f"read_plan_at, {number - 3} edits back: {_time(lambda: read_plan_at(store, 3)) * 1000:.0f} ms")


def _measure_file(path: Path, new: NewPlan) -> None:
    """A session with the same plan as a file; its working copy goes to a folder of its own."""
    PlanFile.create(path, new).close()
    opened: list[PlanFile] = []
    print(f"PlanFile.open: {_time(lambda: opened.append(PlanFile.open(path))) * 1000:.0f} ms")
    print(f"publish, {path.stat().st_size / 1e6:.0f} MB: {_time(opened[0].publish) * 1000:.0f} ms")
    opened[0].close()


def _commit(store: PlanStore, edits: list[Edit]) -> None:
    store.commit(NewTransaction("bench", NOW, "import", edits))


def _print_ratio(name: str, ours: Callable[[], object], bare: Callable[[], object], runs: int = RUNS) -> None:
    best_of_ours = best_of_bare = float("inf")
    for _run in range(runs):
        best_of_bare = min(best_of_bare, _time(bare))
        best_of_ours = min(best_of_ours, _time(ours))
    print(
        f"{name}: {best_of_ours * 1000:.3f} ms, bare sqlite3 {best_of_bare * 1000:.3f} ms,"
        f" ratio {best_of_ours / best_of_bare:.2f}"
    )


def _time(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
