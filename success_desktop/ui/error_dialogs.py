"""What happens when the program has a bug: a log on disk, a calm dialog with the details, and the plan is safe.

Situations that a person can mend are UserErrors and go to the message bar instead.
"""

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from success_desktop import __version__
from success_desktop.i18n import _
from success_desktop.paths import data_folder
from success_desktop.ui.theme import GRID

_KEPT_LOGS = 20


def logs_folder() -> Path:
    """Where logs of bugs lie. Raises OSError when the folder cannot be made."""
    folder = data_folder() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class BugReporter(QObject):
    """Takes every exception that nobody expected, from any thread, writes it down and shows it once.

    `install` makes it the interpreter's excepthook; `remove` puts the former ones back.
    """

    _happened = Signal(str, str)

    def __init__(self, parent: QObject | None = None, show: Callable[[str, str], None] | None = None) -> None:
        super().__init__(parent)
        self._show = show or show_bug
        self._is_showing = False
        self._former = (sys.excepthook, threading.excepthook)
        self._crash_log: TextIO | None = None
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Report every unexpected exception from now on; crashes of Qt itself leave their stack in logs/crash.txt.

        Where that cannot be written there is no such stack, and everything else goes on.
        """
        self._former = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.report
        threading.excepthook = lambda args: self.report(args.exc_type, args.exc_value, args.exc_traceback)
        try:
            self._crash_log = (logs_folder() / "crash.txt").open("a", encoding="utf-8")
        except OSError:
            return  # The start page says what is the matter with the folder.
        faulthandler.enable(self._crash_log)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._former
        if self._crash_log is not None:
            faulthandler.disable()
            self._crash_log.close()

    def report(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the exception to a log and show it. Ctrl+C in a terminal ends the program as ever."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = describe_bug("".join(traceback.format_exception(kind, error, trace)))
        path = ""
        try:
            path = str(write_log(details))
        except OSError as problem:
            details = f"{details}\n\nThis could not be logged: {problem}"
        sys.stderr.write(f"{details}\n")
        self._happened.emit(details, path)

    def _on_happened(self, details: str, log_path: str) -> None:
        """Show one bug at a time: a fault while painting would else open a dialog for every frame."""
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(details, log_path)
        except Exception as problem:  # Whatever fails in here must not come back to this very hook.
            sys.stderr.write(f"the dialog for it failed too: {problem!r}\n")
        finally:
            self._is_showing = False


def describe_bug(trace: str) -> str:
    """What a developer needs to know, without anything of the plan's content."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    return f"SUCCESS Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {system}, {now}\n\n{trace}"


def write_log(details: str) -> Path:
    """Keep a report in the logs folder; the oldest beyond the last twenty go. Raises OSError."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    path = logs_folder() / f"bug-{stamp}.txt"
    path.write_text(details, encoding="utf-8")
    for old_path in sorted(logs_folder().glob("bug-*.txt"))[:-_KEPT_LOGS]:
        old_path.unlink()
    return path


def show_bug(details: str, log_path: str) -> None:
    """Open the dialog over whatever window is there."""
    BugDialog(details, log_path, QApplication.activeWindow()).exec()


class BugDialog(QDialog):
    """Says that the program made a mistake, that the work is safe, and offers the details for copying."""

    def __init__(self, details: str, log_path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The program made a mistake"))
        self._details = details
        heading = QLabel(_("Something went wrong inside the program."))
        heading.setProperty("role", "heading")
        comfort = QLabel(
            _(
                "Your plan is safe: every change is on disk. You can go on working, or close the program and open it again."
            )
        )
        comfort.setWordWrap(True)
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setAccessibleName(_("Details for the developers"))
        place = QLabel(_("The details are kept in {path}").format(path=log_path) if log_path else "")
        place.setProperty("role", "secondary")
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        for part in (heading, comfort, text, place, self._buttons()):
            layout.addWidget(part)
        self.resize(640, 400)

    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_details)
        buttons.rejected.connect(self.reject)
        return buttons
