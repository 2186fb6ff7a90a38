"""A window on a plan, as it stands on the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from success_desktop.app import furnish_window
from success_desktop.services.library import PLAN_SUFFIX, new_sample
from success_desktop.settings import Settings
from success_desktop.ui.application import Application
from success_desktop.ui.desk import Desk
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.schemes import LIGHT
from success_desktop.ui.theme import tokens, use_tokens
from tests.conftest import move_in


@pytest.fixture(autouse=True)
def swept_desk() -> Iterator[None]:
    """Every test begins in the usual colours, whatever scheme the one before it chose; what it closed is gone at its end.

    Widgets left over make every later test slower.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication) and tokens() is not LIGHT:
        use_tokens(app, LIGHT)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of somebody who keeps plans in the test's folder."""
    return Settings(author="ผู้วางแผน", last_folder=str(tmp_path))


@pytest.fixture
def application(qapp: QApplication) -> Iterator[Application]:
    """The program's look, words and keyboard in Qt's application."""
    application = Application("th")
    yield application
    application.leave()


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample plan's file, made once by a person of its own."""
    with pytest.MonkeyPatch.context() as patch:
        move_in(tmp_path_factory.mktemp("sampler"), patch)
        path = tmp_path_factory.mktemp("sample") / f"เมืองตัวอย่าง{PLAN_SUFFIX}"
        new_sample(path, "ผู้วางแผน").close()
    return path.read_bytes()


@pytest.fixture
def plan_path(tmp_path: Path, sample_bytes: bytes) -> Path:
    """The file of the sample plan, as somebody mailed it."""
    path = tmp_path / f"เมืองตัวอย่าง{PLAN_SUFFIX}"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def window(qtbot: QtBot, application: Application, settings: Settings) -> Iterator[MainWindow]:
    """An empty window on the screen; the desk is not there yet."""
    window = MainWindow(settings)
    qtbot.addWidget(window, before_close_func=_let_it_go)
    window.show()
    qtbot.waitExposed(window)
    yield window
    application.settle(0)


def _let_it_go(window: QWidget) -> None:
    """No question at the end of a test."""
    assert isinstance(window, MainWindow)
    window.before_close = lambda: True


@pytest.fixture
def desk(window: MainWindow, settings: Settings) -> Iterator[Desk]:
    """The desk of a window that shows the start page."""
    desk = furnish_window(window, settings)
    yield desk
    desk.documents.stop()
    editor = desk.bridge.release()
    if editor is not None:
        editor.close(publish=False)


@pytest.fixture
def open_desk(desk: Desk, plan_path: Path) -> Desk:
    """The desk of a window that shows the sample plan."""
    desk.files.open_plan(plan_path)
    return desk


@pytest.fixture
def project_id(open_desk: Desk) -> str:
    """The first project of the sample plan, chosen in the outline."""
    assert open_desk.bridge.editor is not None
    plan = open_desk.bridge.editor.plan
    project = next(node for node in plan.walk() if node.kind == "project")
    open_desk.workspace.outline.select_node(project.id)
    return project.id
