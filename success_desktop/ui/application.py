"""The Qt application: its look, its words, its keyboard, and what happens to errors nobody expected."""

import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from success_desktop.i18n import Language, use_language
from success_desktop.paths import resource_path
from success_desktop.ui.error_dialogs import BugReporter
from success_desktop.ui.qt_catalog import CatalogTranslator
from success_desktop.ui.system_colours import SystemColours
from success_desktop.ui.thai_keyboard import ThaiKeyboardFilter
from success_desktop.ui.theme import use_theme


class Application:
    """One for the process. `run` holds the event loop; `reporter` takes the exceptions that nobody expected."""

    def __init__(self, language: Language, colours: str = "system") -> None:
        use_language(language)
        self.qt = cast(QApplication, QApplication.instance() or _make_application())
        self.reporter = BugReporter(self.qt)
        self._translator = CatalogTranslator(self.qt)
        self._keyboard = ThaiKeyboardFilter(self.qt)
        self.qt.installTranslator(self._translator)
        self.qt.installEventFilter(self._keyboard)
        use_theme(self.qt)
        self.colours = SystemColours(self.qt, colours)

    def run(self) -> int:
        """Work until the last window is closed; returns the exit code."""
        self.reporter.install()
        try:
            return self.qt.exec()
        finally:
            self.reporter.remove()
            self.leave()

    def leave(self) -> None:
        """Take back what was installed, for a process that goes on without a window."""
        self.qt.removeEventFilter(self._keyboard)
        self.qt.removeTranslator(self._translator)
        self.colours.leave()

    def later(self, deed: Callable[[], object]) -> None:
        """Do something once the event loop runs and the window has been painted."""
        QTimer.singleShot(0, self.qt, lambda: deed())

    def settle(self, milliseconds: int = 300) -> None:
        """Let everything that is under way be painted."""
        waiting: list[bool] = [True]
        QTimer.singleShot(milliseconds, self.qt, waiting.clear)
        while waiting:
            self.qt.processEvents()


def _make_application() -> QApplication:
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("success-desktop")
    app.setWindowIcon(QIcon(str(resource_path("icons", "success.svg"))))
    return app
