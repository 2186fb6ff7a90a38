"""Sessions of the program in a process of its own, to be killed in the middle.

Each works without end, says READY before it begins and then the number of every piece of work that the program has told
it is safe. What was said last must be there afterwards.
"""

import csv
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from io import StringIO
from multiprocessing.connection import Connection
from pathlib import Path

from success_desktop import cli
from success_desktop.ids import new_id
from success_desktop.services.editing import set_text
from success_desktop.services.importing import ImportOptions, accept_import, preview_import
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor

BATCH = 4
"""So many projects come in with one import."""

READY = -1

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
}


@contextmanager
def session(deed: str, path: Path) -> Iterator[Connection]:
    """The program in a process of its own, ready for its deed. It is killed at the end, wherever it stands."""
    if sys.platform == "win32":
        context = multiprocessing.get_context("spawn")
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__])
    watcher, told = context.Pipe()
    process = context.Process(target=_begin, args=(deed, path, told, dict(os.environ)))
    process.start()
    told.close()
    try:
        assert watcher.recv() == READY
        yield watcher
    finally:
        process.kill()
        process.join()
        process.close()


def work_and_die(deed: str, path: Path, seconds: float) -> int:
    """Let a session work for a while and kill it; the last number that it said was safe (0 for none)."""
    with session(deed, path) as watcher:
        time.sleep(seconds)
    said = 0
    with watcher, suppress(EOFError, ConnectionResetError):
        while True:
            said = watcher.recv()
    return said


def _begin(deed: str, path: Path, watcher: Connection, environment: Mapping[str, str]) -> None:
    os.environ.update(environment)
    DEEDS[deed](path, watcher)
