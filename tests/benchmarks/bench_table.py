"""How long the table of 5,000 projects takes, beside an empty table window: ``python -m tests.benchmarks.bench_table``.

A plan of 5,000 projects with budgets, texts, agencies and three indicators each is open from a real file. Printed are
medians in milliseconds: the first show of all rows beside that of an empty QTableView, a filter, a cell handed in, a node
chosen, a sort; and the memory that the table takes.
"""

import os
import statistics
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QTableView, QWidget

from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.domain.row_filter import ANY_RULE, RowFilter
from success_desktop.domain.seeds import sow_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.settings import Settings
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.table.table_view import TableView
from tests.benchmarks.bench_tree import large_plan, measure
from tests.plans import counted_ids, small_seed, template
from tests.services.conftest import Clock

ROUNDS = 7
YEARS = range(2568, 2573)


@contextmanager
def large_editor() -> Iterator[PlanEditor]:
    """The large plan in a file: projects with money in five years, texts in Thai, an agency and a status."""
    plan = large_plan()
    agency = next(node.id for node in plan.walk() if node.kind == "agency")
    edits: list[Edit] = []
    for node in plan.walk():
        if "." not in node.id or node.parent_id is None:
            continue
        edits.append(AddNode(node.id, node.kind, node.parent_id, node.position))
        edits.extend(SetValue(node.id, "name", part, None, text) for part, text in node.parts("name").items())
        if node.kind == "project":
            edits.extend(_values(node.id, agency))
    with tempfile.TemporaryDirectory() as folder:
        sown = sow_plan(template(), small_seed(), counted_ids())
        new = NewPlan(template().text, "bench", Clock()(), (*sown, *edits))
        editor = PlanEditor(PlanFile.create(Path(folder) / "large.success", new), "bench", Clock())
        yield editor
        editor.close(publish=False)


def _values(node_id: str, agency: str) -> Iterator[Edit]:
    for year in YEARS:
        yield SetValue(node_id, "budget", f"{year}:ordinance", None, Decimal(100_000))
    for field in ("objective", "target", "kpi", "expected_result"):
        yield SetValue(node_id, field, "th", None, "เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลองให้เหลือน้อยที่สุด")
    yield SetValue(node_id, "lead_agencies", agency, None, "i")
    yield SetValue(node_id, "status", "", None, "in_progress")


def paint(widget: QWidget) -> QWidget:
    """Show a widget and paint it."""
    widget.resize(1074, 666)
    widget.show()
    QApplication.processEvents()
    widget.grab()
    return widget


def show_table(bridge: PlanBridge) -> TableView:
    """The table of the whole plan, from nothing, painted."""
    view = TableView(bridge, Settings())
    view.show_node("")
    paint(view)
    return view


def megabytes_of(deed: Callable[[], object]) -> float:
    """The memory that the program's objects take more after a deed than before."""
    tracemalloc.start()
    kept = deed()
    held, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return held / 2**20


def median(deed: Callable[[], object]) -> float:
    """The median of several rounds of a deed, in milliseconds."""
    return statistics.median(measure(deed) for _round in range(ROUNDS))


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    bridge = PlanBridge()
    with large_editor() as editor:
        bridge.hold(editor)
        paint(QTableView())
        empty = median(lambda: paint(QTableView()))
        first = measure(lambda: show_table(bridge))
        used = megabytes_of(lambda: show_table(bridge))
        again = median(lambda: show_table(bridge).close())
        print(f"{len(editor.plan.nodes):,} nodes; empty table {empty:.1f} ms")
        print(
            f"first show {first:.0f} ms, later ones {again:.0f} ms: {again / empty:.0f} times; {used:.0f} MB"
        )
        time_deeds(show_table(bridge))
        bridge.release()
    app.closeAllWindows()


def time_deeds(view: TableView) -> None:
    """Time what a planner does in the table."""
    model, rows = view.model, view.contents.rows
    plan = view.contents.plan
    print(f"{len(model.rows):,} rows, {len(model.columns)} columns")
    for words, wanted in (("text", RowFilter(text="p99")), ("findings", RowFilter(rule=ANY_RULE))):
        rows.wanted = wanted
        first = measure(lambda: rows.find(plan, "project"))
        print(
            f"filter by {words}: first {first:.0f} ms, then {median(lambda: rows.find(plan, 'project')):.0f} ms"
        )
    print(f"filter shown: {median(lambda: view.show_rows(RowFilter(text='p99'))):.0f} ms")
    print(f"all shown again: {median(lambda: view.show_rows(RowFilter())):.0f} ms")
    year = model.column_of("budget:2569")
    amounts = iter(range(1, 100))
    print(f"a cell: {median(lambda: model.setData(model.index(9, year), str(next(amounts)))):.1f} ms")
    node_ids = [model.rows[row] for row in range(100, 100 + ROUNDS)]
    print(f"a node chosen: {median(lambda: view.show_node(node_ids.pop())):.1f} ms")
    head = view.view.head
    print(f"sorted by name: {median(lambda: head.sectionClicked.emit(1)):.0f} ms")
    bar = view.view.verticalScrollBar()
    places = iter(range(0, 5000, 100))

    def scroll() -> None:
        bar.setValue(next(places))
        view.grab()

    print(f"a page scrolled and painted: {median(scroll):.0f} ms")


if __name__ == "__main__":
    main()
