"""The inside of the window from top to bottom: slim bar, message bar, the work or the start page, status line."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from success_desktop.ui.message_bar import MessageBar
from success_desktop.ui.slim_bar import SlimBar
from success_desktop.ui.start_page import StartPage
from success_desktop.ui.status_line import StatusLine


class Frame(QWidget):
    """Holds the parts of the window and decides which of them are seen; what they say is the desk's business.

    `export` is what the bar's button triggers, `choices` what the cards of the start page do.
    """

    def __init__(self, export: QAction, choices: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slim_bar = SlimBar(export)
        self.message_bar = MessageBar()
        self.start_page = StartPage(choices)
        self.status_line = StatusLine()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.slim_bar)
        column.addWidget(self.message_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status_line)
        self.show_start()

    def add_work(self, work: QWidget) -> None:
        """Take in what is shown while a plan is open."""
        self._stack.addWidget(work)

    def add_banner(self, banner: QWidget) -> None:
        """Take in a line that stands above everything while it has something to say."""
        self._column.insertWidget(1, banner)

    def show_start(self) -> None:
        """Show the start page: no plan is open."""
        self._stack.setCurrentIndex(0)
        self.slim_bar.hide()
        self.status_line.hide()
        self.status_line.clear()

    def show_work(self) -> None:
        """Show the open plan."""
        self._stack.setCurrentIndex(1)
        self.slim_bar.show()
        self.status_line.show()
