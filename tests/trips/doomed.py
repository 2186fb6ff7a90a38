"""Sessions of the program in a process of its own, to be killed in the middle.

Each works without end, says READY before it begins and then the number of every piece of work that the program has told
it is safe. What was said last must be there afterwards.
"""

import csv
import itertools
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, redirect_stdout
from io import StringIO
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor

from success_desktop import cli
from success_desktop.app import furnish_window
from success_desktop.ids import new_id
from success_desktop.services.editing import set_text
from success_desktop.services.importing import ImportOptions, accept_import, preview_import
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from success_desktop.settings import Settings
from success_desktop.ui.application import Application
from success_desktop.ui.desk import Desk
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.page.text_field import GrowingTextEdit
from tests.killing import READY, last_words, process_of
from tests.ui.acting import type_text

BATCH = 4
"""So many projects come in with one import."""

KEY_MS = 20
"""So long at least is the time between two keys, several times quicker than any typist (milliseconds)."""
KEEPING = 7
"""After so many keys a revision is taken, in the middle of typing: by turns one that stays, and one after an hour's work."""
BURST = 30
"""After so many keys the typist rests, and then saves."""
REST_MS = 600
"""So long the typist rests (milliseconds)."""
LETTERS = "กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศสหอ"

HEADS = ("ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ 2568 (บาท)", "หน่วยงานรับผิดชอบหลัก")


def typed_number(editor: PlanEditor) -> int:
    """How far the typing in the plan's edition has come."""
    return int(editor.plan.root.text("edition", "th").removeprefix("ร่างที่ ") or 0)


def type_on(path: Path, watcher: Connection) -> None:
    """Type a number into a field for ever, one higher each time; publish nothing."""
    editor = open_plan(path, "สมหญิง")
    number = typed_number(editor)
    watcher.send(READY)
    while True:
        number += 1
        set_text(editor, (editor.plan.root_id, "edition", "th"), f"ร่างที่ {number}")
        watcher.send(number)


def letters(first: int, count: int) -> str:
    """What is typed by so many keys from the first: letters in an order that gives a lost one away."""
    return "".join(LETTERS[number % len(LETTERS)] for number in range(first, first + count))


def typed_letters(editor: PlanEditor) -> str:
    """What stands in the field that `window_on` types into."""
    return editor.plan.root.text("edition", "th")


def window_on(path: Path, watcher: Connection) -> None:
    """Type in the real window, key by key, without end; now and then rest, then save.

    Says how many keys have been pressed in all, and that number with a minus once the typist has rested behind them.
    """
    application = Application("th")
    settings = Settings(author="สมหญิง")
    window = MainWindow(settings)
    desk = furnish_window(window, settings)
    desk.files.open_plan(path)
    window.show()
    typist = Typist(desk, watcher)
    application.later(typist.begin)
    watcher.send(READY)
    application.qt.exec()


class Typist:
    """Presses one key after the other in the window's own event loop."""

    def __init__(self, desk: Desk, watcher: Connection) -> None:
        self._desk = desk
        self._watcher = watcher
        self._keys = itertools.count()
        self._timer = QTimer(desk, interval=KEY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press)

    def begin(self) -> None:
        """Go to the field, behind what stands there already."""
        editor = self._desk.bridge.editor
        assert editor is not None
        self._desk.workspace.page.show_node(editor.plan.root_id)
        self._keys = itertools.count(len(typed_letters(editor)))
        self._field().moveCursor(QTextCursor.MoveOperation.End)
        self._timer.start()

    def _field(self) -> GrowingTextEdit:
        form = self._desk.workspace.page.form
        assert form is not None
        field = form.findChild(GrowingTextEdit, "edition_th")
        assert field is not None
        return field

    def _press(self) -> None:
        key = next(self._keys)
        type_text(self._field(), letters(key, 1))
        self._watcher.send(key + 1)
        if key % KEEPING == 0:
            self._keep(key)
        if (key + 1) % BURST == 0:
            self._timer.stop()
            QTimer.singleShot(REST_MS, self._desk, lambda: self._rest(key + 1))

    def _keep(self, key: int) -> None:
        editor = self._desk.bridge.editor
        assert editor is not None
        if key % 2:
            keep_automatically(editor, "hour")
        else:
            take_revision(editor, f"หลังพิมพ์ {key} ตัว")

    def _rest(self, typed: int) -> None:
        self._watcher.send(-typed)
        self._desk.files.publish()
        self._timer.start()


def import_on(path: Path, watcher: Connection) -> None:
    """Import one table after the other; the projects of each have names of their own."""
    editor = open_plan(path, "สมหญิง")
    projects = sum(node.kind == "project" for node in editor.plan.walk())
    watcher.send(READY)
    while True:
        table = path.parent / "ตาราง.csv"
        with table.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows((HEADS, *_rows(projects)))
        accept_import(editor, preview_import(editor.plan, table, ImportOptions(), new_id))
        projects += BATCH
        watcher.send(projects)


def set_on(path: Path, watcher: Connection) -> None:
    """Let the command line type, which publishes every time."""
    editor = open_plan(path, "สมหญิง")
    number = typed_number(editor)
    editor.close(publish=False)
    watcher.send(READY)
    while True:
        number += 1
        command("set", path, "plan", "edition", f"ร่างที่ {number}")
        watcher.send(number)


def export_on(path: Path, watcher: Connection) -> None:
    """Let the command line write the same Word file again and again."""
    watcher.send(READY)
    number = 0
    while True:
        command("export", path, path.with_suffix(".docx"), "--language", "both")
        number += 1
        watcher.send(number)


def hold(path: Path, watcher: Connection) -> None:
    """Keep a plan open, with work that its file does not hold, until the watcher says so; then close it as a person does."""
    editor = open_plan(path, "สมหญิง")
    set_text(editor, (editor.plan.root_id, "edition", "th"), "ร่างที่ 7")
    watcher.send(READY)
    watcher.recv()
    editor.close()
    watcher.send(0)


def command(*words: object) -> None:
    """One command of the command line, its answer unheard. Raises SystemExit when it was not done."""
    with redirect_stdout(StringIO()):
        code = cli.main([str(word) for word in words])
    if code:
        raise SystemExit(code)


def _rows(projects: int) -> Iterator[tuple[str, ...]]:
    for number in range(projects + 1, projects + BATCH + 1):
        yield str(number), f"ขุดลอกคลองช่วงที่ {number}", "เพื่อลดน้ำท่วม", "1,200,000", f"กองช่าง {number}"


DEEDS: Mapping[str, Callable[[Path, Connection], None]] = {
    "type": type_on,
    "import": import_on,
    "set": set_on,
    "export": export_on,
    "hold": hold,
    "window": window_on,
}


def session(deed: str, path: Path) -> AbstractContextManager[Connection]:
    """The program in a process of its own, ready for its deed. It is killed at the end, wherever it stands."""
    return process_of(DEEDS[deed], path)


def work_and_die(deed: str, path: Path, seconds: float) -> int:
    """Let a session work for a while and kill it; the last number that it said was safe (0 for none)."""
    said = everything_said(deed, path, seconds)
    return said[-1] if said else 0


def everything_said(deed: str, path: Path, seconds: float) -> list[int]:
    """Let a session work for a while and kill it; all the numbers that it said."""
    with session(deed, path) as watcher:
        time.sleep(seconds)
    return last_words(watcher)
