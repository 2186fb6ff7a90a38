"""How long the timeline of a large plan takes to stand on the screen: ``python -m tests.benchmarks.bench_timeline``.

A plan of 5,000 projects with dates (and 15,000 indicators below them) is in memory already. Printed are the milliseconds of
the first sight, of a page further down, of a step of zoom and of another date.
"""

import os
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from success_desktop.domain.edits import Edit, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.ui.figures.timeline_board import TimelineBoard
from success_desktop.ui.theme import use_theme
from tests.benchmarks.bench_tree import large_plan, measure

TODAY = date(2026, 11, 22)


def dated_plan() -> Plan:
    """The large plan with a start and an end for each of its projects."""
    plan = large_plan()
    edits: list[Edit] = []
    for place, node in enumerate(node for node in plan.walk() if node.kind == "project"):
        start_on = date(2024, 10, 1) + timedelta(days=place % 1200)
        days = (("start_on", start_on), ("end_on", start_on + timedelta(days=200 + place % 400)))
        edits.extend(SetValue(node.id, field, "", node.day(field), day) for field, day in days)
    return apply(plan, edits)


def show(board: TimelineBoard, plan: Plan) -> None:
    """Show a plan and paint it."""
    board.show_plan(plan, "th", TODAY)
    board.show()
    QApplication.processEvents()
    board.grab()


def painted(board: TimelineBoard, deed: Callable[[], None]) -> None:
    """Do something and paint the board."""
    deed()
    board.grab()


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    use_theme(app)
    plan = dated_plan()
    board = TimelineBoard()
    board.resize(1060, 650)
    project_id = next(node.id for node in reversed(list(plan.walk())) if node.kind == "project")
    changed = apply(plan, [SetValue(project_id, "end_on", "", plan.nodes[project_id].day("end_on"), TODAY)])
    bar = board.tree.verticalScrollBar()
    print(f"{len(plan.nodes):,} nodes")
    print(f"first sight: {measure(lambda: show(board, plan)):.1f} ms")
    for name, deed in {
        "a page down": lambda: bar.setValue(5_000),
        "a zoom": lambda: board.tree.zoom_axis(1),
        "another date": lambda: board.refresh_nodes(changed, [project_id]),
    }.items():
        print(f"{name}: {measure(partial(painted, board, deed)):.1f} ms")
    print(f"another order: {measure(lambda: show(board, plan)):.1f} ms")
    app.closeAllWindows()


if __name__ == "__main__":
    main()
