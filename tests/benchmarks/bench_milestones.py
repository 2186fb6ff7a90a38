"""How long the timeline of a plan with many revisions takes: ``python -m tests.benchmarks.bench_milestones``.

The sample plan is edited 15,000 times, with a revision after every fifth edit. Printed are the milliseconds of reading all
milestones, beside those of reading the bare rows of the log; of reading them again; of the panel, shown and refreshed.
"""

import os
import sqlite3
import tempfile
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from success_desktop.services.editing import set_text
from success_desktop.services.library import new_sample
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from success_desktop.services.timeline import Wanted, filter_milestones, read_milestones
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.revisions.timeline_page import TimelinePage
from success_desktop.ui.theme import use_theme
from tests.benchmarks.bench_tree import measure

REVISIONS = 3_000
EDITS_EACH = 5


def fill(editor: PlanEditor) -> None:
    """Edit the plan's projects at random, and keep revisions."""
    chance = Random(1)
    project_ids = [node.id for node in editor.plan.walk() if node.kind == "project"]
    for ordinal in range(1, REVISIONS + 1):
        for _edit in range(EDITS_EACH):
            editor.end_step()
            node_id = chance.choice(project_ids)
            set_text(
                editor, (node_id, "objective", "th"), f"เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลอง {chance.random()}"
            )
        take_revision(editor, "ตามข้อเสนอแนะของที่ประชุม", f"ร่างที่ {ordinal}")


def read_rows(path: Path) -> None:
    """The bare rows of the log, with nothing made of them."""
    with sqlite3.connect(path) as connection:
        for table in ("txn", "step", "revision"):
            connection.execute(f"SELECT * FROM {table}").fetchall()


def show(page: TimelinePage) -> None:
    """Show the timeline and paint it."""
    page.show()
    QApplication.processEvents()
    page.grab()


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    use_theme(app)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "แผน.success"
        editor = new_sample(path, "สมหญิง")
        fill(editor)
        editor.file.publish()
        print(f"{REVISIONS:,} revisions, {REVISIONS * EDITS_EACH:,} edits")
        bare = measure(lambda: read_rows(path))
        whole = measure(lambda: read_milestones(editor))
        print(f"all milestones     {whole:7.0f} ms, {whole / bare:.1f}x the bare rows ({bare:.0f} ms)")
        known = read_milestones(editor)
        print(f"the same, later    {measure(lambda: read_milestones(editor, known)):7.0f} ms")
        wanted = Wanted(text="ร่างที่ 29")
        print(f"a search in them   {measure(lambda: filter_milestones(known, wanted)):7.0f} ms")
        bridge = PlanBridge()
        bridge.hold(editor)
        page = TimelinePage(bridge)
        page.resize(292, 700)
        print(f"the panel, shown   {measure(lambda: show(page)):7.0f} ms")
        print(f"the panel, again   {measure(page.refresh):7.0f} ms")
        bridge.release()
        editor.close(publish=False)


if __name__ == "__main__":
    main()
