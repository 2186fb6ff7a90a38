"""The window: a frame with menus. It knows no plan; the desk brings it to life."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from success_desktop.i18n import _
from success_desktop.settings import Settings
from success_desktop.ui.actions import Actions
from success_desktop.ui.frame import Frame

_FIRST_SIZE = (1366, 768)
_LEAST_SIZE = (800, 400)


class MainWindow(QMainWindow):
    """Stands on the screen before anything heavy is loaded. `before_close` decides whether it may be closed."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.before_close: Callable[[], bool] = lambda: True
        self.actions_table = Actions(self)
        table = self.actions_table
        self.frame = Frame(
            table["export_document"], [table["new"], table["new_from_table"], table["open"], table["sample"]]
        )
        self.setCentralWidget(self.frame)
        self.actions_table.fill(self.menuBar())
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        self.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))
        self._word()

    def appear(self) -> None:
        """Show the window where it stood last time; the first time, on the whole screen."""
        if self._settings.window_geometry:
            self.show()
        else:
            self.showMaximized()

    def changeEvent(self, event: QEvent) -> None:
        """Word menus and title anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_table.retext()
            self._word()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood, and close when nothing speaks against it."""
        self._settings.window_geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        event.setAccepted(self.before_close())

    def _word(self) -> None:
        self.setWindowTitle(_("SUCCESS Desktop"))
        self.menuBar().setAccessibleName(_("Menus"))
