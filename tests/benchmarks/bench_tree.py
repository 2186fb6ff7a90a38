"""How long the outline takes to stand on the screen, beside an empty tree window: ``python -m tests.benchmarks.bench_tree``.

A plan of 5,000 projects with three indicators each (20,000 nodes and some above them) is in memory already. Printed are the
medians of the first paint of an empty QTreeView and of the outline, their ratio, and what an edit and a search cost.
"""

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from success_desktop.domain.edits import AddNode, Edit, SetValue, apply
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Plan
from success_desktop.ui.tree.model import OutlineModel
from success_desktop.ui.tree.view import OutlineTree
from tests.plans import small_plan, template

APPROACHES, PROJECTS, INDICATORS = 50, 100, 3
ROUNDS = 7


def large_plan() -> Plan:
    """A plan of one goal with 50 approaches of 100 projects of three indicators."""
    plan = small_plan()
    goal = next(node.id for node in plan.walk() if node.kind == "goal")
    edits: list[Edit] = []

    def add(parent_id: str, kind: str, count: int) -> list[str]:
        node_ids = [f"{parent_id}.{kind[0]}{number}" for number in range(count)]
        for node_id, position in zip(node_ids, spread_positions(count), strict=True):
            edits.append(AddNode(node_id, kind, parent_id, position))
            edits.append(SetValue(node_id, "name", "th", None, f"ชื่อของรายการที่ {node_id}"))
        return node_ids

    for approach in add(goal, "approach", APPROACHES):
        for project in add(approach, "project", PROJECTS):
            add(project, "indicator", INDICATORS)
    return apply(plan, edits)


def measure(deed: Callable[[], object]) -> float:
    """The milliseconds that a deed takes."""
    started = time.perf_counter()
    deed()
    return (time.perf_counter() - started) * 1000


def paint(widget: QWidget) -> QWidget:
    """Show a widget and paint it."""
    widget.resize(300, 700)
    widget.show()
    QApplication.processEvents()
    widget.grab()
    return widget


def show_outline(plan: Plan, depth: int = 0) -> QWidget:
    """The outline of a plan, from nothing, open to a depth (0: as the window opens it), painted."""
    model = OutlineModel()
    view = OutlineTree(model)
    model.setParent(view)
    model.set_plan(plan, "th")
    view.expandToDepth(depth)
    return paint(view)


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    plan = large_plan()
    paint(QTreeView())
    empty = statistics.median(measure(lambda: paint(QTreeView())) for _round in range(ROUNDS))
    outline = statistics.median(measure(lambda: show_outline(plan)) for _round in range(ROUNDS))
    print(f"{len(plan.nodes):,} nodes of {template().id}")
    print(f"empty tree {empty:.1f} ms, outline {outline:.1f} ms: {outline / empty:.1f} times")
    print(f"with all projects in sight: {measure(lambda: show_outline(plan, 2)):.1f} ms")
    view = show_outline(plan)
    assert isinstance(view, OutlineTree)
    rows = view.outline
    print(
        f"a node moved: {measure(lambda: view.change_rows(lambda: rows.rearrange(apply(plan, ())))):.1f} ms"
    )
    print(
        f"a search: {measure(lambda: view.change_rows(lambda: rows.rearrange(plan, 'ที่ id-000003.a7.p9'))):.1f} ms"
    )
    app.closeAllWindows()


if __name__ == "__main__":
    main()
