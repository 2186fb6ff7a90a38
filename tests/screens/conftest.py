"""A window for pictures: the same size, the same morning and the same person everywhere."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from success_desktop.app import furnish_window
from success_desktop.i18n import Language
from success_desktop.settings import Settings
from success_desktop.ui.application import Application
from success_desktop.ui.main_window import MainWindow
from tests.conftest import move_in
from tests.screens.comparing import PINNED, here
from tests.screens.scenes import AUTHOR, SCENES, TIME_ZONE, first_project, make_plan, open_at_noon

SIZE = (1366, 768)
SETTLING_MS = 450
"""Longer than anything in the window waits before it shows what has changed."""

Photograph = Callable[[str, Language, str], QImage]
"""Takes a picture of a scene in a language and a colour scheme."""


@pytest.fixture(scope="session")
def worked_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample plan as it was left at noon, made once."""
    with pytest.MonkeyPatch.context() as patch:
        move_in(tmp_path_factory.mktemp("painter"), patch)
        path = tmp_path_factory.mktemp("painted") / "เมืองตัวอย่าง.success"
        make_plan(path)
    return path


@pytest.fixture
def bangkok(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock on the wall is Bangkok's."""
    monkeypatch.setenv("TZ", TIME_ZONE)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def photograph(
    qtbot: QtBot,
    bangkok: None,
    worked_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Photograph]:
    """Takes pictures where the pinned ones were taken; elsewhere the test is skipped."""
    if here() != PINNED:
        pytest.skip("pictures are pinned on {}, this is {}".format(" ".join(PINNED), " ".join(here())))
    studio = Studio(qtbot)
    monkeypatch.chdir(tmp_path)
    yield lambda scene, language, scheme: studio.take(worked_path, scene, language, scheme)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Studio:
    """Opens a window for one picture at a time, and clears up behind it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def take(self, plan_path: Path, scene: str, language: Language, scheme: str) -> QImage:
        """A picture of the window, 1366 by 768, with the first project chosen and the scene shown."""
        application = Application(language, scheme)
        application.qt.setCursorFlashTime(0)
        settings = Settings(author=AUTHOR, interface_language=language, colour_scheme=scheme)
        window = MainWindow(settings)
        self._qtbot.addWidget(window)
        window.resize(*SIZE)
        desk = furnish_window(window, settings)
        editor = open_at_noon(plan_path)
        try:
            desk.bridge.hold(editor)
            window.show()
            window.activateWindow()
            self._qtbot.waitActive(window)
            desk.workspace.outline.select_node(first_project(editor))
            application.settle(SETTLING_MS)
            SCENES[scene](desk, lambda: application.settle(SETTLING_MS))
            application.settle(SETTLING_MS)
            return window.grab().toImage()
        finally:
            desk.documents.stop()
            if desk.bridge.release() is not None:
                editor.close(publish=False)
            window.before_close = lambda: True
            window.close()
            application.leave()
