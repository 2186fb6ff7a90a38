"""Run as a program of its own, because Qt takes its scale when it starts: prints what does not fit, as JSON.

``python -m tests.ui.scaled_walk <language> <width> <height>``; the size of the window in pixels before scaling.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from success_desktop.app import furnish_window
from success_desktop.i18n import Language
from success_desktop.services.library import new_sample
from success_desktop.settings import Settings
from success_desktop.ui.application import Application
from success_desktop.ui.main_window import MainWindow
from tests.ui.everywhere import Walk
from tests.ui.faults import clipped

RESTING_MS = 300


def find_clipped(folder: Path, language: Language, width: int, height: int) -> dict[str, list[str]]:
    """What does not fit, by stop."""
    application = Application(language)
    settings = Settings(interface_language=language, last_folder=str(folder), author="ผู้วางแผน")
    window = MainWindow(settings)
    window.resize(width, height)
    window.show()
    plan_path = folder / "เมืองตัวอย่าง.success"
    new_sample(plan_path, "ผู้วางแผน").close()
    desk = furnish_window(window, settings)
    found: dict[str, list[str]] = {}

    def visit(name: str, widget: QWidget) -> None:
        faults = clipped(widget)
        if faults:  # perhaps only not yet at rest
            application.settle(RESTING_MS)
            faults = clipped(widget)
        if widget is window and (window.width() > width or window.height() > height):
            faults.append(f"the window is {window.width()}x{window.height()}")
        if faults:
            found.setdefault(name, []).extend(faults)

    Walk(desk, window, application.settle, visit).everywhere(plan_path)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = home
        found = find_clipped(
            Path(home), "en" if sys.argv[1] == "en" else "th", int(sys.argv[2]), int(sys.argv[3])
        )
        sys.stdout.write(json.dumps(found, ensure_ascii=False))
        sys.stdout.flush()
        os._exit(0)
