"""The window beside an empty one: ``python -m tests.benchmarks.bench_window``.

Prints, as ratios in one run: from the start of the process to a painted window that can be used, with the sample plan and
with 5,000 projects, against an empty PySide6 window with the same font; one committed field against the bare SQLite
transaction; and the milliseconds that choosing a node and typing a character take with 5,000 projects, with the
memory of the process. Medians, unless a line says otherwise.

All windows find their modules compiled, as installed programs do: the bytecode lies in a folder of the benchmark's own, and
a first start of each, which is not counted, fills it.
"""

import gc
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

RUNS = 7
NODES = 60
LETTERS = "เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลอง"
EDITS = 300

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
from success_desktop.ui.fonts import load_ui_font
app = QApplication([])
app.setFont(load_ui_font())
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
window.grab()
print("ready", flush=True)
"""

FULL = """
import sys
from pathlib import Path
from success_desktop import app
real = app.furnish_window
def furnish(window, settings):
    from PySide6.QtCore import QTimer
    made = real(window, settings)
    def look():
        if made.bridge.editor is None:
            QTimer.singleShot(0, look)
            return
        window.grab()
        print("ready", flush=True)
        window.before_close = lambda: True
        window.close()
    QTimer.singleShot(0, look)
    return made
app.furnish_window = furnish
app.run_window(Path(sys.argv[1]), "th")
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = str(Path(folder) / variable.lower())
        for variable in ("LOCALAPPDATA", "APPDATA"):
            os.environ[variable] = str(Path(folder) / variable.lower())
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sample, large = _make_plans(Path(folder))
        _compare_starts(sample, large)
        subprocess.run(
            [sys.executable, "-m", __spec__.name, str(large)], check=True
        )  # a process of its own: memory


def _make_plans(folder: Path) -> tuple[Path, Path]:
    from success_desktop.services.library import new_sample
    from tests.benchmarks.large_plan import make_large_file

    sample, large = folder / "sample.success", folder / "large.success"
    new_sample(sample, "ผู้วางแผน").close()
    make_large_file(large)
    return sample, large


def _compare_starts(sample: Path, large: Path) -> None:
    """Start the three windows in turns, so that all meet the same machine."""
    commands = {
        "an empty window": [sys.executable, "-c", EMPTY],
        "the sample plan": [sys.executable, "-c", FULL, str(sample)],
        "5,000 projects": [sys.executable, "-c", FULL, str(large)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        _time_start(command)
    for _run in range(RUNS):
        for name, command in commands.items():
            times[name].append(_time_start(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    floor = medians["an empty window"]
    for name, seconds in medians.items():
        print(f"start to a usable window, {name}: {seconds * 1000:.0f} ms, {seconds / floor:.2f}x")


def _time_start(command: list[str]) -> float:
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - started
        process.stdout.read()
    if line.strip() != "ready":
        raise RuntimeError("the window did not come up")
    return seconds


def _measure_work(large: Path) -> None:
    """Work in the window that holds the large plan."""
    from success_desktop.app import furnish_window, load_rooms

    load_rooms()
    from PySide6.QtWidgets import QApplication

    from success_desktop.settings import Settings
    from success_desktop.ui.application import Application
    from success_desktop.ui.main_window import MainWindow

    application = Application("th")
    settings = Settings(author="ผู้วางแผน")
    window = MainWindow(settings)
    desk = furnish_window(window, settings)
    window.show()
    desk.files.open_plan(large)
    gc.freeze()  # as the program does when its window stands
    QApplication.processEvents()
    editor = desk.bridge.editor
    assert editor is not None
    projects = [node.id for node in editor.plan.walk() if node.kind == "project"]
    choosing = [_time_choice(desk, projects[number * 80]) for number in range(NODES)]
    print(f"choosing another node: {statistics.median(choosing):.1f} ms (worst {max(choosing):.1f})")
    typing = _time_typing(desk)
    print(f"typing one character: {statistics.median(typing):.1f} ms (worst {max(typing):.1f})")
    _compare_edits(desk, projects[0])
    print(f"memory with 5,000 projects on the page: {_memory_mb():.0f} MB")
    desk.looks.show_view("table")
    application.settle(500)
    print(f"with the table as well: {_memory_mb():.0f} MB")
    desk.bridge.release()
    editor.close(publish=False)
    window.before_close = lambda: True
    window.close()


def _time_choice(desk: "object", node_id: str) -> float:
    """Milliseconds from choosing a node in the outline until the page is painted."""
    from PySide6.QtWidgets import QApplication

    from success_desktop.ui.desk import Desk

    assert isinstance(desk, Desk)
    started = time.perf_counter()
    desk.workspace.outline.select_node(node_id)
    QApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def _time_typing(desk: "object") -> list[float]:
    """Milliseconds for each character typed into a text of the page, painted."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from success_desktop.ui.desk import Desk
    from success_desktop.ui.thai_text import ThaiTextEdit

    assert isinstance(desk, Desk)
    field = desk.workspace.page.findChildren(ThaiTextEdit)[0]
    field.setFocus()
    times = []
    for letter in LETTERS * 3:
        started = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.processEvents()
        times.append((time.perf_counter() - started) * 1000)
    return times


def _compare_edits(desk: "object", project_id: str) -> None:
    """A field of the page handed in after typing, with every view listening, against the bare transaction beside it."""
    from success_desktop.ui.desk import Desk
    from success_desktop.ui.page.text_field import TextField

    assert isinstance(desk, Desk)
    editor = desk.bridge.editor
    assert editor is not None
    desk.bridge.leaving.emit()
    desk.workspace.outline.select_node(project_id)
    form = desk.workspace.page.form
    field = form.fields["place"] if form is not None else None
    assert isinstance(field, TextField)
    ours, bare = [], []
    by_hand = _BareEdits(editor.file.path, editor.file.store.plan_id, project_id)
    for number in range(EDITS):
        text = f"ชุมชนที่ {number}"
        field.edits["th"].setPlainText(text)
        field.edits["th"].document().setModified(True)
        started = time.perf_counter()
        field.commit()
        ours.append(time.perf_counter() - started)
        started = time.perf_counter()
        by_hand.write(text)
        bare.append(time.perf_counter() - started)
    by_hand.connection.close()
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"one committed field: {statistics.median(ours) * 1000:.2f} ms, {ratio:.1f}x the bare transaction")


class _BareEdits:
    """The rows of an edit written by hand into a copy of the plan's file: same tables, same indexes, same pragmas."""

    def __init__(self, plan_path: Path, plan_id: str, node_id: str) -> None:
        path = plan_path.with_suffix(".bare")
        shutil.copy(plan_path, path)
        self.connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            self.connection.execute(f"PRAGMA {pragma}")
        self._key = (plan_id, node_id, "place", "th")
        self.connection.execute("INSERT INTO text_value VALUES (?, ?, ?, ?, ?)", (*self._key, ""))
        self._number = self.connection.execute("SELECT MAX(number) FROM txn").fetchone()[0]
        self._old = ""

    def write(self, text: str) -> None:
        """One edit: the value, the transaction, its step."""
        execute, plan_id = self.connection.execute, self._key[0]
        self._number += 1
        execute("BEGIN IMMEDIATE")
        execute(
            "UPDATE text_value SET text = ? WHERE plan_id = ? AND node_id = ? AND field = ? AND language = ?",
            (text, *self._key),
        )
        row = (plan_id, self._number, f"{self._number:026}", "bench", "2026-01-01", "Edit text", None, None)
        execute("INSERT INTO txn VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        step = (plan_id, self._number, 0, "text", *self._key[1:], f'"{self._old}"', f'"{text}"')
        execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", step)
        execute("COMMIT")
        self._old = text


def _memory_mb() -> float:
    """The memory that this process holds now (resident set, MB)."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure_work(Path(sys.argv[1]))
    else:
        main()
