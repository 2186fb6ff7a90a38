"""The window as the program itself opens it, and the picture that a script can take of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QMessageBox

from success_desktop.app import run_window, take_screenshot
from success_desktop.errors import UserError
from success_desktop.services.library import new_sample, open_plan
from success_desktop.settings import load_settings
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.schemes import LIGHT


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    path = tmp_path / "เมืองตัวอย่าง.success"
    new_sample(path, "ผู้วางแผน").close()
    return path


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_picture_shows_the_plan_with_a_project(qapp, plan_path, tmp_path, language):
    before = plan_path.read_bytes()
    picture_path = tmp_path / f"{language}.png"
    take_screenshot(plan_path, picture_path, language)
    picture = QImage(str(picture_path))
    assert (picture.width(), picture.height()) == (1366, 768)
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1366, 3) for y in range(0, 768, 3)}
    for expected in (LIGHT.ground, LIGHT.card, LIGHT.accent, LIGHT.selection):
        assert QColor(expected).name() in colours
    assert plan_path.read_bytes() == before
    open_plan(plan_path, "ผู้อื่น").close()


def test_the_pictures_of_both_languages_differ(qapp, plan_path, tmp_path):
    for language in ("th", "en"):
        take_screenshot(plan_path, tmp_path / f"{language}.png", "th" if language == "th" else "en")
    assert (tmp_path / "th.png").read_bytes() != (tmp_path / "en.png").read_bytes()


def test_a_picture_that_cannot_be_written_is_told(qapp, plan_path, tmp_path):
    with pytest.raises(UserError, match="ภาพ"):
        take_screenshot(plan_path, tmp_path / "ไม่มี" / "ภาพ.png", None)
    open_plan(plan_path, "ผู้อื่น").close()


def act_on_window(deed) -> None:
    """Do something once the window of `run_window` is furnished."""

    def look() -> None:
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        ready = [
            window for window in windows if window.isVisible() and window.actions_table["new"].isEnabled()
        ]
        if not ready:
            QTimer.singleShot(20, look)
            return
        deed(ready[0])

    QTimer.singleShot(0, look)


def test_the_program_opens_a_plan_and_ends_when_its_window_is_closed(qapp, plan_path):
    hook = sys.excepthook
    seen: list[str] = []

    def deed(window: MainWindow) -> None:
        seen.append(window.windowTitle())
        window.close()

    act_on_window(deed)
    assert run_window(plan_path, "th") == 0
    assert seen == ["เมืองตัวอย่าง — SUCCESS Desktop"]
    assert load_settings().recent_paths == [str(plan_path)]
    assert sys.excepthook is hook


def test_the_program_begins_with_the_start_page(qapp):
    seen: list[bool] = []

    def deed(window: MainWindow) -> None:
        seen.append(window.frame.start_page.isVisible() and window.isMaximized())
        window.close()

    act_on_window(deed)
    assert run_window(None, None) == 0
    assert seen == [True]
    assert not isinstance(QApplication.activeModalWidget(), QMessageBox)


def test_the_window_is_built_without_the_database_and_commands_without_qt():
    code = (
        "import sys, success_desktop.app\n"
        "assert 'PySide6' not in sys.modules\n"
        "import success_desktop.ui.application, success_desktop.ui.main_window\n"
        "assert 'sqlalchemy' not in sys.modules\n"
    )
    _run(code)


def test_rooms_that_need_no_qt_are_loaded_before_it():
    _run(
        "import sys, success_desktop.app\n"
        "success_desktop.app.load_rooms()\n"
        "assert 'PySide6' not in sys.modules\n"
        "before = {name for name in sys.modules if name.startswith('sqlalchemy')}\n"
        "import success_desktop.ui.desk\n"
        "assert before == {name for name in sys.modules if name.startswith('sqlalchemy')}\n"
    )


def test_what_few_sessions_see_is_not_loaded_with_the_window():
    _run(
        "import sys, success_desktop.ui.desk\n"
        "late = ('help_window', 'palette', 'dialogs.new_plan', 'finding.find_panel', 'spelling.panel', "
        "'figures.overview_view', 'table.table_view', 'compare.compare_view', 'revisions.revisions_panel', "
        "'dialogs.export_redline')\n"
        "assert not [name for name in late if f'success_desktop.ui.{name}' in sys.modules]\n"
        "assert 'success_desktop.services.comparing' not in sys.modules\n"
    )


def _run(code: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, timeout=60)
