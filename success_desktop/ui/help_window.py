"""The help (F1): short pages in a window of their own that stays open beside the work."""

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QMenuBar,
    QTextBrowser,
    QWidget,
)

from success_desktop.i18n import _, interface_language
from success_desktop.ui.help_pages import FIRST_PAGE, PAGES, page_title, read_page, with_keys
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.theme import GRID
from success_desktop.ui.workspace import Workspace

_SIZE = (760, 600)
_LIST_WIDTH = 232
_BELOW_PARAGRAPH = 8.0
_ABOVE_HEADING = 16.0


class HelpWindow(QWidget):
    """The pages at the right, their titles at the left. It opens at the page about what the window shows."""

    def __init__(self, window: QWidget, bridge: PlanBridge, workspace: Workspace) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._bridge, self._workspace = bridge, workspace
        self._bar = window.findChild(QMenuBar)
        self.titles = QListWidget()
        self.text = QTextBrowser()
        self.titles.setObjectName("help_titles")
        self.titles.setFixedWidth(_LIST_WIDTH)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(2 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.titles)
        row.addWidget(self.text, 1)
        self.resize(*_SIZE)
        self.titles.currentRowChanged.connect(self._on_row_chosen)
        self._word()
        self.text.anchorClicked.connect(self._on_link_clicked)

    def open(self, page_id: str = "") -> None:
        """Show a page; without an id, the one about what is in the focus or in view."""
        self.show_page(page_id or self.page_in_view())
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page_id: str) -> None:
        """Turn to a page."""
        if page_id in PAGES:
            self.titles.setCurrentRow(PAGES.index(page_id))

    def page_id(self) -> str:
        """The page shown."""
        return PAGES[max(0, self.titles.currentRow())]

    def page_in_view(self) -> str:
        """The page about the part of the window that has the focus, else about the view shown."""
        focus = QApplication.focusWidget()
        if self._bridge.editor is None:
            return FIRST_PAGE
        for panel_id in ("outline", "find", "spelling"):
            panel = self._workspace.panel(panel_id)
            if focus is not None and panel.isAncestorOf(focus):
                return panel_id
        return self._workspace.view_id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the help."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        page_id = self.page_id()
        self.setWindowTitle(_("Help"))
        self.titles.setAccessibleName(_("Pages of the help"))
        self.text.setAccessibleName(_("Help"))
        self.titles.clear()
        for known in PAGES:
            self.titles.addItem(page_title(known, interface_language()))
        self.show_page(page_id)

    def _on_row_chosen(self, row: int) -> None:
        if row < 0:
            return
        self.text.setMarkdown(with_keys(read_page(self.page_id(), interface_language()), self._bar))
        _give_air(self.text.document())

    def _on_link_clicked(self, link: QUrl) -> None:
        """Links lead to other pages only: their address is a page's id."""
        self.show_page(link.toString())


def _give_air(document: QTextDocument) -> None:
    """Headings hardly larger than the text, and a little room between paragraphs."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        if cursor.currentTable() is None:
            air = QTextBlockFormat()
            air.setTopMargin(_ABOVE_HEADING if level > 1 else 0.0)
            air.setBottomMargin(_BELOW_PARAGRAPH)
            cursor.mergeBlockFormat(air)
        if level:
            size = QTextCharFormat()
            size.setProperty(QTextCharFormat.Property.FontSizeAdjustment.value, 1 if level == 1 else 0)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(size)
        block = block.next()
