"""A second start with a plan: the window that is there shows it, unless it is busy with another one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from success_desktop.ui.desk import Desk
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.window_call import WindowCall

ROOT = Path(__file__).resolve().parents[2]
Call = Callable[[Path], bool]


@pytest.fixture
def call(qtbot: QtBot) -> Call:
    """Start the program once more, so to speak: whether a window took the plan over."""

    def start(path: Path) -> bool:
        script = (
            "import sys; from pathlib import Path; from success_desktop.ui.window_call import call_window\n"
            "sys.exit(0 if call_window(Path(sys.argv[1])) else 3)"
        )
        with subprocess.Popen([sys.executable, "-c", script, str(path)], cwd=ROOT) as process:
            qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        assert process.returncode in (0, 3)
        return process.returncode == 0

    return start


@pytest.fixture
def listening(desk: Desk, window: MainWindow) -> Desk:
    """The desk of a window that answers."""
    assert WindowCall(desk.files.show_called, window).listen()
    return desk


def test_without_a_window_nobody_takes_the_plan_over(call: Call, plan_path: Path) -> None:
    assert not call(plan_path)


def test_a_window_on_its_start_page_opens_the_plan(
    listening: Desk, call: Call, plan_path: Path, qtbot: QtBot
) -> None:
    assert call(plan_path)
    qtbot.waitUntil(lambda: listening.bridge.editor is not None)
    assert listening.bridge.editor is not None
    assert listening.bridge.editor.file.path == plan_path


def test_a_plan_that_is_open_is_known_by_any_path_that_leads_to_it(
    desk: Desk, plan_path: Path, tmp_path: Path
) -> None:
    desk.files.open_plan(plan_path)
    link = tmp_path / "ทางลัด.success"
    link.symlink_to(plan_path)
    editor = desk.bridge.editor
    assert desk.files.show_called(link)
    desk.files.open_plan(link)
    assert desk.bridge.editor is editor
    assert not desk.files.show_called(tmp_path / "อื่น.success")


def test_a_window_that_shows_the_plan_comes_to_the_front(
    listening: Desk, call: Call, plan_path: Path, window: MainWindow
) -> None:
    listening.files.open_plan(plan_path)
    editor = listening.bridge.editor
    window.showMinimized()
    assert call(plan_path)
    assert listening.bridge.editor is editor
    assert not window.isMinimized()


def test_a_window_busy_with_another_plan_is_left_alone(
    listening: Desk, call: Call, plan_path: Path, tmp_path: Path
) -> None:
    listening.files.open_plan(plan_path)
    assert not call(tmp_path / "อื่น.success")
    assert listening.bridge.editor is not None
    assert listening.bridge.editor.file.path == plan_path


def test_a_window_that_asks_something_is_left_alone(
    listening: Desk, call: Call, plan_path: Path, window: MainWindow, qtbot: QtBot
) -> None:
    box = QMessageBox(window)
    box.open()
    qtbot.waitUntil(box.isVisible)
    assert not call(plan_path)
    box.close()


def test_only_one_window_answers(listening: Desk, window: MainWindow, call: Call, plan_path: Path) -> None:
    assert not WindowCall(lambda _path: False, window).listen()
    assert call(plan_path)


def test_a_meeting_place_left_by_a_window_that_was_killed_is_taken_over(
    desk: Desk, window: MainWindow, call: Call, plan_path: Path
) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from success_desktop.ui.window_call import WindowCall\n"
        "app = QCoreApplication([])\n"
        "print(WindowCall(lambda path: True, app).listen(), flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        process.kill()
    assert WindowCall(desk.files.show_called, window).listen()
    assert call(plan_path)
